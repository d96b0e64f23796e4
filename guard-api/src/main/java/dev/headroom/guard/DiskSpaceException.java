package dev.headroom.guard;

import java.nio.file.Path;

/** There is not enough disk space. */
public final class DiskSpaceException extends ResourceExhaustedException {
    private static final long serialVersionUID = 1L;

    private final long availableBytes;
    private final long neededBytes;

    DiskSpaceException(Path path, long availableBytes, long neededBytes, String purpose) {
        super(path + " has " + availableBytes + " bytes free that are not reserved; " + neededBytes
                + " bytes are needed " + purpose);
        this.availableBytes = availableBytes;
        this.neededBytes = neededBytes;
    }

    /**
     * Returns what was free, reserved bytes and the reserve buffer taken off.
     *
     * @return bytes, at least 0
     */
    public long availableBytes() {
        return availableBytes;
    }

    /**
     * Returns what would have to be free.
     *
     * @return bytes
     */
    public long neededBytes() {
        return neededBytes;
    }
}
