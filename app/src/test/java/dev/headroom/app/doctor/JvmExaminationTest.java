package dev.headroom.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JvmExaminationTest {
    private static final long MB = 1 << 20;

    private static Section fit(long heapMb, long limitMb) {
        Section section = new Section("Java");
        JvmExamination.fit(section, heapMb * MB, limitMb * MB, "configuration");
        return section;
    }

    @ParameterizedTest
    @CsvSource({"96,256", "80,200", "1024,2048"})
    void aHeapThatFitsIsNotWarnedOf(long heapMb, long limitMb) {
        assertThat(fit(heapMb, limitMb).warnings()).isZero();
    }

    @Test
    void aHeapThatDoesNotFitIsNamedWithOneThatDoes() {
        Section section = fit(4096, 256);
        assertThat(section.warnings()).isEqualTo(1);
        assertThat(section.lines())
                .containsExactly(
                        "Java",
                        "! WARNING       the heap may grow to 4096 MB, and the runtime needs about 72 MB beside it, which is"
                                + " too much for 256 MB (configuration); HEADROOM_OPTS=-Xmx150m would fit");
        assertThat(fit(150, 256).warnings()).isZero();
    }

    @Test
    void whereNoHeapFitsThatIsSaid() {
        assertThat(fit(96, 100).lines().get(1)).endsWith("no heap fits such a limit: raise it");
    }
}
