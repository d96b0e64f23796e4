package dev.headroom.app.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** A memory control group of version 1 or 2 that a test makes for the processes it starts. */
final class Cgroup {
    private final Path group;
    private final String limitFile;

    private Cgroup(Path group, String limitFile) {
        this.group = group;
        this.limitFile = limitFile;
    }

    /** Makes a group; the test is skipped where that cannot be done. */
    static Cgroup make(String name) throws IOException {
        Path v1 = Path.of("/sys/fs/cgroup/memory");
        Path v2 = Path.of("/sys/fs/cgroup");
        boolean first = Files.exists(v1.resolve("memory.limit_in_bytes"));
        Path root = first ? v1 : v2;
        Assumptions.assumeTrue(
                first || Files.exists(v2.resolve("cgroup.subtree_control")), "there are no memory control groups");
        Assumptions.assumeTrue(Files.isWritable(root), "control groups cannot be made here");
        Path group = root.resolve(name + "-" + ProcessHandle.current().pid());
        try {
            Files.createDirectory(group);
        } catch (IOException e) {
            Assumptions.abort("a control group cannot be made: " + e.getMessage());
        }
        return new Cgroup(group, first ? "memory.limit_in_bytes" : "memory.max");
    }

    /** Sets the limit; false if the kernel refuses because more is in use. */
    boolean setLimit(long bytes) {
        try {
            Files.writeString(group.resolve(limitFile), Long.toString(bytes));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** The words of a command that starts another one in the group. */
    String[] starter() {
        return new String[] {"sh", "-c", "echo $$ > " + group.resolve("cgroup.procs") + "; exec \"$@\"", "sh"};
    }

    /** Removes the group. */
    void remove() throws InterruptedException {
        // A group can be removed once its processes are gone, which the kernel notices a moment after we do.
        for (int i = 0; i < 100 && !group.toFile().delete(); i++) {
            Thread.sleep(20);
        }
    }
}
