package dev.headroom.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headroom.degrade.DegradationConfig;
import dev.headroom.degrade.DegradationLevel;
import dev.headroom.guard.DiskSpaceGuardConfig;
import dev.headroom.guard.ResourceGuard;
import dev.headroom.guard.ResourceGuardConfig;
import java.nio.file.Path;
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
        try (RunGuard guard = ResourceRunGuard.start(new ResourceGuard(config), temp, decision -> {})) {
            assertThat(guard.level()).isEqualTo(DegradationLevel.NORMAL);
            assertThatThrownBy(() -> guard.reserve(1))
                    .isInstanceOf(RunGuard.OutOfSpaceException.class)
                    .hasMessageContaining("536870912 must stay free");
        }
    }
}
