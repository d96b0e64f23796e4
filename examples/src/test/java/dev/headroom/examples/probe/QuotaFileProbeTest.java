package dev.headroom.examples.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.guard.testkit.DiskProbeContract;
import dev.headroom.guard.testkit.ProbeProviderContract;
import dev.headroom.probe.DiskProbe;
import dev.headroom.probe.DiskReading;
import dev.headroom.probe.ProbeProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuotaFileProbeTest {
    @TempDir
    Path directory;

    private Path quota;

    @BeforeEach
    void quotaOfAllThereIs() throws IOException {
        quota = Files.writeString(directory.resolve("quota"), Long.MAX_VALUE + "\n");
    }

    @Nested
    class Provider extends ProbeProviderContract {
        @Override
        protected ProbeProvider provider() {
            return new QuotaFileProbeProvider(quota);
        }
    }

    @Nested
    class ProviderWithoutQuota extends ProbeProviderContract {
        @Override
        protected ProbeProvider provider() {
            return new QuotaFileProbeProvider();
        }

        @Override
        protected boolean appliesHere() {
            return false;
        }
    }

    @Nested
    class Probe extends DiskProbeContract {
        @Override
        protected DiskProbe open(Path path) {
            return new QuotaFileProbeProvider(quota).openDiskProbe(path);
        }
    }

    @Test
    void theQuotaIsTheBound() throws IOException {
        Files.writeString(quota, "1048576\n");
        assertThat(usable()).isEqualTo("1048576");
    }

    @Test
    void aQuotaThatCannotBeReadIsUnknown() throws IOException {
        Files.writeString(quota, "soon\n");
        assertThat(usable()).isEqualTo("unknown (there is no number in the quota file)");
    }

    private String usable() {
        DiskReading reading = new DiskReading();
        try (DiskProbe probe = new QuotaFileProbeProvider(quota).openDiskProbe(directory)) {
            probe.readDetailed(reading);
        }
        return reading.usable().toString();
    }
}
