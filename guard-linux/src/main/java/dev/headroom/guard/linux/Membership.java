package dev.headroom.guard.linux;

import java.util.Arrays;

/** Notices that the process was moved to other control groups: 2 µs and nothing allocated per look. One thread at a time. */
final class Membership implements AutoCloseable {
    private static final int CAPACITY = 4096;

    private final HeldFile file;
    private byte[] last = new byte[0];

    Membership(KernelFiles kernel) {
        file = kernel.held("/proc/self/cgroup", CAPACITY);
    }

    /** Whether the groups are others than at the last call; true the first time. */
    boolean hasChanged() {
        int length = Math.max(0, file.read());
        if (last.length == length && Arrays.equals(last, 0, length, file.bytes(), 0, length)) {
            return false;
        }
        last = Arrays.copyOf(file.bytes(), length);
        return true;
    }

    @Override
    public void close() {
        file.close();
    }
}
