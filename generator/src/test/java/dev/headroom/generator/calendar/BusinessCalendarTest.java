package dev.headroom.generator.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.headroom.generator.random.Seasonality;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class BusinessCalendarTest {
    private final Months months = new Months(LocalDate.of(2024, 11, 1), 16);

    private static int day(String date) {
        return (int) LocalDate.parse(date).toEpochDay();
    }

    @Test
    void monthsKnowTheirDaysAndFiscalYears() {
        assertThat(months.firstDay()).isEqualTo(day("2024-11-01"));
        assertThat(months.lastDay()).isEqualTo(day("2026-02-28"));
        assertThat(months.monthOf(day("2024-11-30"))).isZero();
        assertThat(months.monthOf(day("2024-12-01"))).isEqualTo(1);
        assertThat(months.monthOf(day("2024-10-31"))).isEqualTo(-1);
        assertThat(months.lastDayOf(3)).isEqualTo(day("2025-02-28"));
        assertThat(months.yearOf(2)).isEqualTo(2025);
        assertThat(months.periodOf(2)).isEqualTo(1);
        assertThat(months.yearOf(-11)).isEqualTo(2023);
        assertThat(months.periodOf(-11)).isEqualTo(12);
        assertThat(months.yearCount()).isEqualTo(3);
    }

    @Test
    void tenYearsAndTheirMarginsFit() {
        Months decade = new Months(LocalDate.of(2020, 1, 1), 120);
        for (int month = -Months.MARGIN; month < 120 + Months.MARGIN; month++) {
            assertThat(decade.monthOf(decade.firstDayOf(month))).isEqualTo(month);
            assertThat(decade.monthOf(decade.lastDayOf(month))).isEqualTo(month);
        }
    }

    @Test
    void easterIsOnItsSunday() {
        assertThat(Holidays.easter(2024)).isEqualTo("2024-03-31");
        assertThat(Holidays.easter(2025)).isEqualTo("2025-04-20");
        assertThat(Holidays.easter(2038)).isEqualTo("2038-04-25");
    }

    @Test
    void holidaysDependOnTheCountry() {
        BusinessCalendar us = new BusinessCalendar("US", months);
        BusinessCalendar de = new BusinessCalendar("DE", months);
        BusinessCalendar gb = new BusinessCalendar("GB", months);
        assertThat(us.isBusinessDay(day("2024-11-28"))).as("Thanksgiving").isFalse();
        assertThat(de.isBusinessDay(day("2024-11-28"))).isTrue();
        assertThat(us.isBusinessDay(day("2025-05-26"))).as("Memorial Day").isFalse();
        assertThat(de.isBusinessDay(day("2025-05-29"))).as("Ascension").isFalse();
        assertThat(us.isBusinessDay(day("2026-07-03")))
                .as("Independence Day on a Saturday")
                .isFalse();
        assertThat(gb.isBusinessDay(day("2027-12-27")))
                .as("Christmas on a Saturday")
                .isFalse();
        assertThat(gb.isBusinessDay(day("2027-12-28")))
                .as("Boxing Day on a Sunday")
                .isFalse();
        assertThat(new BusinessCalendar("ZZ", months).isBusinessDay(day("2025-05-01")))
                .isFalse();
    }

    @Test
    void businessDaysAreFoundBothWays() {
        BusinessCalendar de = new BusinessCalendar("DE", months);
        assertThat(de.nextBusinessDay(day("2025-04-18"))).isEqualTo(day("2025-04-22"));
        assertThat(de.previousBusinessDay(day("2025-04-21"))).isEqualTo(day("2025-04-17"));
        assertThat(de.nextBusinessDay(day("2025-04-22"))).isEqualTo(day("2025-04-22"));
        assertThat(de.plusBusinessDays(day("2025-04-17"), 2)).isEqualTo(day("2025-04-23"));
        assertThat(de.firstBusinessDayOf(2)).isEqualTo(day("2025-01-02"));
        assertThat(de.lastBusinessDayOf(9)).isEqualTo(day("2025-08-29"));
    }

    @Test
    void businessPeaksWhenBooksClose() {
        Seasonality seasonality = new BusinessCalendar("US", months).seasonality(0);
        int[] counts = new int[months.lastDay() - months.firstDay() + 1];
        int n = 1_000_000;
        for (int i = 0; i < n; i++) {
            counts[seasonality.dayAt((i + 0.5) / n) - months.firstDay()]++;
        }
        int usual = counts[day("2025-08-13") - months.firstDay()];
        assertThat(counts[day("2025-08-27") - months.firstDay()] / (double) usual)
                .isCloseTo(2.5, within(.01));
        assertThat(counts[day("2025-09-24") - months.firstDay()] / (double) usual)
                .isCloseTo(4, within(.01));
        assertThat(counts[day("2025-12-31") - months.firstDay()] / (double) usual)
                .isCloseTo(6, within(.01));
        assertThat(counts[day("2025-08-11") - months.firstDay()] / (double) usual)
                .isCloseTo(1.3, within(.01));
        assertThat(counts[day("2025-08-16") - months.firstDay()]).isZero();
    }
}
