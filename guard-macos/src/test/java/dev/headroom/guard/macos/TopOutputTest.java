package dev.headroom.guard.macos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("guard")
class TopOutputTest {
    static String recorded() throws IOException {
        try (InputStream in = Objects.requireNonNull(TopOutputTest.class.getResourceAsStream("top-l1.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void theShareIsThatOfUserAndSystem() throws IOException {
        assertThat(TopOutput.busyShare(recorded())).isCloseTo(0.2307, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CPU usage: 7,69% user, 15,38% sys, 76,92% idle | 0.2307",
                "CPU usage: 0.0% user, 0.0% sys, 100.0% idle | 0",
                "CPU usage: 60% user, 40% sys, 0% idle | 1",
                "CPU usage: 100.0% user, 0.10% sys, 0.0% idle | 1",
            })
    void decimalsAreWrittenInManyWays(String line, double share) {
        assertThat(TopOutput.busyShare("Processes: 1 total\n" + line + " \nLoad Avg: 1\n"))
                .isCloseTo(share, within(1e-6));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "CPU usage: 7.69% user, 15.38% sys, 76.9",
                "CPU usage: 7.69% user, 15.38% sys",
                "CPU usage: 7.69% user, 15.38% sys, 6.92% idle",
                "CPU usage: nan% user, nan% sys, nan% idle",
                "CPU usage: -1% user, 1% sys, 100% idle",
                "%Cpu(s):  0.0 us,100.0 sy,  0.0 ni,  0.0 id",
            })
    void anythingElseIsUnknown(String output) {
        assertThat(TopOutput.busyShare(output)).isNaN();
    }

    /** Wherever the output ends, it is right or unknown. */
    @Test
    void truncatedOutputIsNeverWrong() throws IOException {
        String whole = recorded();
        for (int length = 0; length < whole.length(); length++) {
            double share = TopOutput.busyShare(whole.substring(0, length));
            assertThat(Double.isNaN(share) || Math.abs(share - 0.2307) < 1e-6)
                    .as("cut to %d characters: %s", length, share)
                    .isTrue();
        }
    }
}
