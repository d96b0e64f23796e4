package dev.headroom.sinks;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class EncodedDaysTest {
    private final EncodedDays days = new EncodedDays();
    private final byte[] target = new byte[EncodedDays.BOUND];

    private String put(LocalDate date) {
        return new String(target, 0, days.put(target, 0, date.toEpochDay()), US_ASCII);
    }

    @Test
    void daysThatFollowOneAnotherAndDaysThatTakeTheSamePlace() {
        for (LocalDate date = LocalDate.of(1890, 1, 1); date.getYear() < 2110; date = date.plusDays(1)) {
            assertThat(put(date)).isEqualTo(date.toString());
        }
        for (LocalDate date = LocalDate.of(0, 1, 1); date.getYear() < 9999; date = date.plusDays(1024)) {
            assertThat(put(date)).isEqualTo(date.toString());
        }
    }

    @Test
    void yearsThatHaveNotFourDigits() {
        assertThat(put(LocalDate.of(9999, 12, 31))).isEqualTo("9999-12-31");
        assertThat(put(LocalDate.of(10_000, 1, 1))).isEqualTo("+10000-01-01");
        assertThat(put(LocalDate.of(-1, 12, 31))).isEqualTo("-0001-12-31");
        assertThat(put(LocalDate.MAX)).isEqualTo("+999999999-12-31");
    }
}
