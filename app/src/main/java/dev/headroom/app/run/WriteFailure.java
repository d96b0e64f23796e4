package dev.headroom.app.run;

import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;

/**
 * What a failed write means for the run.
 *
 * @param reason {@link StopReason#DISK_FULL} where space or inodes are used up, else {@link StopReason#SINK_FAILURE}
 * @param message for the user
 */
public record WriteFailure(StopReason reason, String message) {
    /** What systems say: ENOSPC and EDQUOT of Linux and macOS, ERROR_DISK_FULL and ERROR_HANDLE_DISK_FULL of Windows. */
    private static final List<String> NO_SPACE =
            List.of("No space left on device", "quota exceeded", "not enough space on the disk", "The disk is full");

    /** Whether a failure is for want of space, by what the system says. */
    static boolean isForSpace(IOException failure) {
        String message = String.valueOf(failure.getMessage());
        return NO_SPACE.stream().anyMatch(message::contains);
    }

    /**
     * Says what a failure means.
     *
     * @param freeFiles how many more files can be made; empty if unknown
     */
    static WriteFailure of(IOException failure, OptionalLong freeFiles) {
        if (freeFiles.isPresent() && freeFiles.getAsLong() == 0) {
            return new WriteFailure(
                    StopReason.DISK_FULL,
                    "the file system has no inode left for another file; delete files there (" + failure.getMessage()
                            + ")");
        }
        return isForSpace(failure)
                ? new WriteFailure(
                        StopReason.DISK_FULL,
                        "the disk is full, although there was space before; make room there (" + failure.getMessage()
                                + ")")
                : new WriteFailure(StopReason.SINK_FAILURE, "writing failed: " + failure.getMessage());
    }
}
