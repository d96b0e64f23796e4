package dev.headroom.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headroom.degrade.DecisionRecord;
import dev.headroom.degrade.DegradationConfig;
import dev.headroom.degrade.DegradationLevel;
import dev.headroom.degrade.DegradationMode;
import dev.headroom.degrade.DiskThresholds;
import dev.headroom.guard.DiskSpaceGuardConfig;
import dev.headroom.guard.ResourceGuard;
import dev.headroom.guard.ResourceGuardConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResourceRunGuardTest {
    @TempDir
    Path temp;

    @Test
    void whatMustStayFreeStaysFreeAlsoWhereNothingDegrades() {
        ResourceGuardConfig config = ResourceGuardConfig.defaults()
                .withDisk(DiskSpaceGuardConfig.defaults().withMinFree(1L << 29))
                .withDegradation(DegradationConfig.defaults().withEnabled(false));
        try (RunGuard guard = ResourceRunGuard.start(new ResourceGuard(config).withOutputPath(temp), decision -> {})) {
            assertThat(guard.level()).isEqualTo(DegradationLevel.NORMAL);
            assertThatThrownBy(() -> guard.reserve(1))
                    .isInstanceOf(RunGuard.OutOfSpaceException.class)
                    .hasMessageContaining("536870912 must stay free");
        }
    }

    @Test
    void inShadowModeTheRunStaysAtNormalAndLimitsStillHold() {
        List<DecisionRecord> decisions = new ArrayList<>();
        ResourceGuardConfig config = ResourceGuardConfig.defaults()
                .withDegradation(DegradationConfig.defaults()
                        .withMode(DegradationMode.SHADOW)
                        .withDisk(new DiskThresholds(1e12, 1e11, 1e10, 0.1, Duration.ofSeconds(5))));
        try (RunGuard guard = ResourceRunGuard.start(new ResourceGuard(config).withOutputPath(temp), decisions::add)) {
            assertThat(guard.level()).isEqualTo(DegradationLevel.NORMAL);
            assertThat(decisions).hasSize(1);
            assertThat(decisions.get(0).mode()).isEqualTo(DegradationMode.SHADOW);
            assertThat(decisions.get(0).transition().to()).isEqualTo(DegradationLevel.EMERGENCY);
            assertThatThrownBy(() -> guard.reserve(Long.MAX_VALUE / 2))
                    .isInstanceOf(RunGuard.OutOfSpaceException.class);
        }
    }
}
