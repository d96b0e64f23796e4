package dev.headroom.app.run;

import dev.headroom.degrade.DecisionRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Starts the guards of a run. */
@FunctionalInterface
public interface GuardFactory {
    /**
     * Starts guards that watch until they are closed.
     *
     * @param output the run's directory
     * @param decisions told of every change of level, on the guards' thread
     * @throws IOException if the output cannot be watched
     */
    RunGuard start(Path output, Consumer<DecisionRecord> decisions) throws IOException;
}
