package dev.headroom.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class WriteFailureTest {
    private final IOException full = new IOException("cannot write a.csv: No space left on device");

    @Test
    void aFullDiskIsToldAsThat() {
        WriteFailure failure = WriteFailure.of(full, OptionalLong.of(12));

        assertThat(failure.reason()).isEqualTo(StopReason.DISK_FULL);
        assertThat(failure.message()).startsWith("the disk is full").contains("a.csv");
        assertThat(WriteFailure.of(new IOException("Disk quota exceeded"), OptionalLong.empty())
                        .reason())
                .isEqualTo(StopReason.DISK_FULL);
    }

    @Test
    void inodesThatAreUsedUpAreToldAsThat() {
        WriteFailure failure = WriteFailure.of(full, OptionalLong.of(0));

        assertThat(failure.reason()).isEqualTo(StopReason.DISK_FULL);
        assertThat(failure.message()).contains("no inode left");
    }

    @Test
    void anyOtherFailureIsOneOfTheSink() {
        WriteFailure failure = WriteFailure.of(new IOException("Read-only file system"), OptionalLong.empty());

        assertThat(failure.reason()).isEqualTo(StopReason.SINK_FAILURE);
        assertThat(failure.message()).isEqualTo("writing failed: Read-only file system");
    }
}
