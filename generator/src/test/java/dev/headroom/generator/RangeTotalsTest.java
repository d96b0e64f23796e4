package dev.headroom.generator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.generator.totals.LedgerBalances;
import dev.headroom.generator.totals.RangeTotals;
import dev.headroom.generator.totals.TotalsLayout;
import org.junit.jupiter.api.Test;

class RangeTotalsTest {
    private static final int MATERIALS = 200;

    /** More cells than there is room for at first, so that every way to add something meets totals that grow for it. */
    @Test
    void nothingIsLostWhereTotalsGrow() {
        Ledger ledger = Ledger.of(Configurations.clean(10_000));
        TotalsLayout layout = ledger.totalsLayout();
        int day = ledger.masters().months().firstDay();
        int slot = layout.slotOf(day);
        RangeTotals received = new RangeTotals(layout);
        RangeTotals issued = new RangeTotals(layout);
        RangeTotals lines = new RangeTotals(layout);
        RangeTotals undone = new RangeTotals(layout);
        for (int i = 0; i < MATERIALS; i++) {
            received.receive(i, day, i + 1);
            issued.issue(i, day, i + 1);
            lines.addLine(0, slot, i, i % 2, i + 1, i + 1);
        }
        for (int each = 0; each < layout.slots(); each++) {
            for (int company = 0; company < 3; company++) {
                undone.undo(company, each, 0, each + 1);
                undone.undo(company, each, 0, 1);
            }
        }
        for (int i = 0; i < MATERIALS; i++) {
            assertThat(new LedgerBalances(layout, received.totals()).received(i, slot))
                    .isEqualTo(i + 1);
            assertThat(new LedgerBalances(layout, issued.totals()).issued(i, slot))
                    .isEqualTo(i + 1);
            assertThat(new LedgerBalances(layout, lines.totals()).movement(0, slot, i))
                    .isEqualTo(i % 2 == 0 ? i + 1 : -i - 1);
        }
        for (int each = 0; each < layout.slots(); each++) {
            for (int company = 0; company < 3; company++) {
                assertThat(new LedgerBalances(layout, undone.totals()).undone(company, each, 0))
                        .isEqualTo(each + 2);
            }
        }
    }
}
