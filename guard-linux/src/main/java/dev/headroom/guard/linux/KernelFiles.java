package dev.headroom.guard.linux;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Where the kernel's files are. The root of the tree can be another than {@code /}, so that a tree made of fixtures can be read on any
 * system.
 */
final class KernelFiles {
    private static final int AUXV_BYTES = 4096;

    private final Path root;

    KernelFiles(Path root) {
        this.root = root;
    }

    static KernelFiles ofThisMachine() {
        return new KernelFiles(Path.of("/"));
    }

    /** A file, by its absolute path. */
    Path path(String absolute) {
        return root.resolve(absolute.substring(1));
    }

    HeldFile held(String absolute, int capacity) {
        return new HeldFile(path(absolute), capacity);
    }

    /** The groups of this process that can hold a controller's files; none where there are no control groups. */
    List<CgroupMembership.Group> groups(String controller) {
        try {
            return CgroupMembership.groups(text("/proc/self/cgroup"), text("/proc/self/mountinfo"), controller);
        } catch (IOException e) {
            return List.of();
        }
    }

    private String text(String absolute) throws IOException {
        return Files.readString(path(absolute), StandardCharsets.ISO_8859_1);
    }

    /** A value of the auxiliary vector, or {@link Text#ABSENT}. */
    long auxiliary(long key) {
        try (HeldFile vector = held("/proc/self/auxv", AUXV_BYTES)) {
            int length = vector.read();
            return length == HeldFile.FAILED ? Text.ABSENT : AuxiliaryVector.find(vector.bytes(), length, key);
        }
    }
}
