package dev.headroom.app.wiring;

import dev.headroom.app.run.RunView;
import dev.headroom.guard.ResourceGuard;

/** Told of a run by the thread that makes it; what it is given can be read from any thread until the run ends. */
public interface RunObserver {
    /** The guard of the run is about to start. */
    void guarded(ResourceGuard guard);

    /** Ranges begin to be produced. */
    void started(RunView view);
}
