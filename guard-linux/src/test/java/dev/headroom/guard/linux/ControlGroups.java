package dev.headroom.guard.linux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Assumptions;

/** Makes control groups of version 1 for a test and takes them away again; the test is skipped where that is not possible. */
final class ControlGroups implements AutoCloseable {
    private final Deque<Path> made = new ArrayDeque<>();

    /** Makes a group, such as {@code memory} with the name {@code parent/leaf}. */
    Path make(String controller, String name) throws IOException {
        Path mount = Path.of("/sys/fs/cgroup", controller);
        Path top = mount.resolve("headroom-test-" + ProcessHandle.current().pid());
        Path group = top.resolve(name);
        Assumptions.assumeTrue(
                Files.isWritable(mount.resolve("cgroup.procs")), "no control groups of version 1 can be made here");
        for (Path each = group; !each.equals(mount); each = each.getParent()) {
            if (!Files.exists(each)) {
                made.addLast(each);
            }
        }
        try {
            Files.createDirectories(group);
        } catch (IOException e) {
            made.clear();
            Assumptions.abort("no control group can be made here: " + e);
        }
        return group;
    }

    static void write(Path group, String file, long value) throws IOException {
        Files.writeString(group.resolve(file), Long.toString(value));
    }

    @Override
    public void close() throws IOException {
        for (Path group : made) {
            removeOnceEmpty(group);
        }
    }

    /** The kernel lets go of a killed process a moment after it ends. */
    private static void removeOnceEmpty(Path group) throws IOException {
        for (int attempt = 0; ; attempt++) {
            try {
                Files.deleteIfExists(group);
                return;
            } catch (IOException e) {
                if (attempt == 100) {
                    throw e;
                }
                sleepBriefly();
            }
        }
    }

    private static void sleepBriefly() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
