package dev.headroom.generator.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntryDraftTest {
    private static EntryDraft draft(long localRate, long groupRate, long... amounts) {
        EntryDraft draft = new EntryDraft();
        draft.localRate = localRate;
        draft.groupRate = groupRate;
        for (long amount : amounts) {
            draft.addLine(0, amount, 0);
        }
        return draft;
    }

    @Test
    void givesTheRoundingToTheLargestLine() {
        EntryDraft draft = draft(333_333, 1_500_000, 101, 100, 100, -301);
        draft.translateAll();
        assertThat(Arrays.copyOf(draft.localAmount, 4)).containsExactly(34, 33, 33, -100);
        assertThat(Arrays.copyOf(draft.groupAmount, 4)).containsExactly(51, 50, 50, -151);
    }

    @Test
    void leavesSomethingOfEveryLine() {
        EntryDraft draft = draft(Translation.UNIT, 7000, 170, 30, 30, -115, -115);
        draft.translateAll();
        assertThat(Arrays.stream(draft.groupAmount, 0, 5).sum()).isZero();
        for (int line = 0; line < 5; line++) {
            assertThat(Long.signum(draft.groupAmount[line])).isEqualTo(Long.signum(draft.amount[line]));
        }
    }

    @Test
    void keepsAnUnbalancedEntryUnbalanced() {
        EntryDraft draft = draft(2_000_000, 500_000, 1000, -900);
        draft.translateAll();
        assertThat(Arrays.copyOf(draft.localAmount, 2)).containsExactly(2000, -1800);
        assertThat(Arrays.copyOf(draft.groupAmount, 2)).containsExactly(1000, -900);
    }

    @ParameterizedTest
    @CsvSource({
        "100, 1000000, 1, 100",
        "1, 400000, 1, 1",
        "-1, 400000, 1, -1",
        "0, 400000, 1, 0",
        "15, 500000, 1, 8",
        "-15, 500000, 1, -8",
        "100, 149250000, 100, 14900",
        "101, 149250000, 100, 15100",
        "-1, 7000, 100, -100",
        "0, 7000, 100, 0"
    })
    void convertsExactly(long amount, long rate, long unit, long expected) {
        assertThat(Translation.convert(amount, rate, unit)).isEqualTo(expected);
    }

    @Test
    void convertsLargeAmountsExactly() {
        long amount = 999_999_999_999_999L;
        long rate = 1_351_351_351;
        assertThat(BigDecimal.valueOf(Translation.convert(amount, rate, 1)))
                .isEqualTo(BigDecimal.valueOf(amount)
                        .multiply(BigDecimal.valueOf(rate, 6))
                        .setScale(0, RoundingMode.HALF_UP));
    }
}
