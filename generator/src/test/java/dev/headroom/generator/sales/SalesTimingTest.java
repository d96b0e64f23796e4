package dev.headroom.generator.sales;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.generator.Configurations;
import dev.headroom.generator.LedgerConfiguration;
import dev.headroom.generator.LedgerConfiguration.Industry;
import dev.headroom.generator.LedgerConfiguration.SalesFlow;
import dev.headroom.generator.master.Masters;
import dev.headroom.generator.sales.SalesMix.Kind;
import dev.headroom.generator.sequence.Timetable;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SalesTimingTest {
    private static final int SALES = 60_000;

    private static Masters masters(Industry industry, SalesFlow flow, int months) {
        LedgerConfiguration usual = Configurations.clean(1);
        return new Masters(usual.withPeriod(LocalDate.of(2020, 1, 1), months)
                .withIndustry(industry)
                .withSalesFlow(flow));
    }

    private static SalesSchedule schedule(Masters masters, Industry industry, SalesFlow flow) {
        SalesMix mix = SalesMix.of(industry);
        Timetable timetable = new Timetable(masters.companies(), masters.months());
        SalesTiming timing = new SalesTiming(timetable, masters.companies().count(), masters.customers(), flow, mix);
        return new SalesSchedule(timing, masters.customers(), flow, mix.makes(), 42, SALES);
    }

    /** The last day on which something of a delivery happens. */
    private static int lastDay(SalesSchedule schedule, int delivery) {
        int last = Math.max(schedule.invoiceDay(delivery), schedule.receiptDay(delivery));
        last = Math.max(last, Math.max(schedule.writeOffDay(delivery), schedule.refundDay(delivery)));
        return schedule.releases(delivery) == 0
                ? last
                : Math.max(last, schedule.releaseDay(delivery, schedule.releases(delivery) - 1));
    }

    @ParameterizedTest
    @CsvSource({
        "MANUFACTURING, 7, 1, 45",
        "TECHNOLOGY, 7, 1, 45",
        "FINANCIAL_SERVICES, 30, 10, 90",
        "RETAIL, 0, 0, 0",
        "HEALTHCARE, 60, 0, 10"
    })
    void hardlyAnySaleLastsLongerThanItsLead(Industry industry, int delivery, int invoice, int receipt) {
        SalesFlow flow = new SalesFlow(.1, .03, .01, delivery, invoice, receipt);
        Masters masters = masters(industry, flow, 72);
        SalesSchedule schedule = schedule(masters, industry, flow);
        int firstDay = masters.months().firstDay();
        int lastStart = masters.months().firstDayOf(36);
        int all = 0;
        int longer = 0;
        int past = 0;
        for (long ordinal = 0; ordinal < SALES; ordinal++) {
            schedule.compute(ordinal);
            past += schedule.isPast() ? 1 : 0;
            if (schedule.orderDay() < firstDay || schedule.orderDay() >= lastStart) {
                continue;
            }
            assertThat(schedule.isPast()).isFalse();
            int lead = SalesTiming.leadMonths(
                    schedule.kind(), flow, masters.customers().longestPaymentDays());
            // Of a ledger that began with this month, the order would have been placed just before the lead time.
            int month = masters.months().monthOf(schedule.orderDay()) + lead + 1;
            int last = 0;
            for (int i = 0; i < schedule.deliveries(); i++) {
                last = Math.max(last, lastDay(schedule, i));
            }
            all++;
            longer += last >= masters.months().firstDayOf(month) ? 1 : 0;
        }
        assertThat(all).isGreaterThan(10_000);
        assertThat(longer / (double) all).isLessThan(.001);
        // The lead time is not much longer than it has to be.
        assertThat(past / (double) SALES).isLessThan(.25);
    }

    @ParameterizedTest
    @CsvSource({"MANUFACTURING, 6, 7", "RETAIL, 6, 7", "HEALTHCARE, 5, 7"})
    void withoutSubscriptionsTheLeadIsThatOfWriteOffs(Industry industry, int least, int most) {
        SalesFlow flow = new SalesFlow(.1, .03, .01, 7, 1, 45);
        Masters masters = masters(industry, flow, 12);
        for (Kind kind : new Kind[] {Kind.GOODS, Kind.SERVICE}) {
            assertThat(SalesTiming.leadMonths(kind, flow, masters.customers().longestPaymentDays()))
                    .isBetween(least, most);
        }
        assertThat(SalesTiming.leadMonths(
                        Kind.SUBSCRIPTION, flow, masters.customers().longestPaymentDays()))
                .isBetween(12, 13);
        SalesFlow endless = new SalesFlow(.1, .03, .01, 365, 365, 365);
        assertThat(SalesTiming.leadMonths(Kind.GOODS, endless, 480)).isEqualTo(34);
    }
}
