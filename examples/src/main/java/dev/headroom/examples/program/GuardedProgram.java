package dev.headroom.examples.program;

import dev.headroom.degrade.DegradationLevel;
import dev.headroom.guard.ResourceGuard;
import dev.headroom.guard.ResourceGuardConfig;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Takes memory until there is no more of it to be had, and ends in good order. */
public final class GuardedProgram {
    private GuardedProgram() {}

    /** Needs headroom-guard-api and headroom-guard-linux, nothing else. */
    public static void main(String[] arguments) throws InterruptedException {
        List<ByteBuffer> work = new ArrayList<>();
        try (ResourceGuard guard = new ResourceGuard(ResourceGuardConfig.defaults()).withOutputPath(Path.of(""))) {
            guard.start();
            while (guard.level() != DegradationLevel.EMERGENCY) { // one volatile read
                work.add(ByteBuffer.allocateDirect(1 << 20));
                Thread.sleep(10);
            }
            System.out.println("stopped with " + work.size() + " MB of work, at " + guard.level());
        }
    }
}
