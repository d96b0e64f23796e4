package dev.headroom.generator.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Nationwide public holidays by today's law, applied to every year. A rule is a fixed day ({@code 05-01}), a distance from Easter
 * Sunday ({@code E+1}), or a weekday's place in a month ({@code 11:4THURSDAY}, {@code 05:LMONDAY} for the last one). A fixed day
 * that ends with {@code *} moves to Monday from a Sunday and to Friday from a Saturday; with {@code >} both move to Monday.
 */
final class Holidays {
    private static final List<String> ELSEWHERE = List.of("01-01", "05-01", "12-25");

    private static final Map<String, List<String>> RULES = Map.ofEntries(
            Map.entry(
                    "US",
                    List.of(
                            "01-01*",
                            "01:3MONDAY",
                            "02:3MONDAY",
                            "05:LMONDAY",
                            "06-19*",
                            "07-04*",
                            "09:1MONDAY",
                            "10:2MONDAY",
                            "11-11*",
                            "11:4THURSDAY",
                            "12-25*")),
            Map.entry(
                    "CA",
                    List.of(
                            "01-01>",
                            "E-2",
                            "07-01>",
                            "09:1MONDAY",
                            "09-30>",
                            "10:2MONDAY",
                            "11-11>",
                            "12-25>",
                            "12-26>")),
            Map.entry(
                    "GB",
                    List.of("01-01>", "E-2", "E+1", "05:1MONDAY", "05:LMONDAY", "08:LMONDAY", "12-25>", "12-26>")),
            Map.entry(
                    "IE",
                    List.of(
                            "01-01",
                            "03-17",
                            "E+1",
                            "05:1MONDAY",
                            "06:1MONDAY",
                            "08:1MONDAY",
                            "10:LMONDAY",
                            "12-25",
                            "12-26")),
            Map.entry("DE", List.of("01-01", "E-2", "E+1", "05-01", "E+39", "E+50", "10-03", "12-25", "12-26")),
            Map.entry(
                    "AT",
                    List.of(
                            "01-01", "01-06", "E+1", "05-01", "E+39", "E+50", "E+60", "08-15", "10-26", "11-01",
                            "12-08", "12-25", "12-26")),
            Map.entry("CH", List.of("01-01", "E-2", "E+1", "E+39", "E+50", "08-01", "12-25", "12-26")),
            Map.entry(
                    "FR",
                    List.of(
                            "01-01", "E+1", "05-01", "05-08", "E+39", "E+50", "07-14", "08-15", "11-01", "11-11",
                            "12-25")),
            Map.entry(
                    "BE",
                    List.of("01-01", "E+1", "05-01", "E+39", "E+50", "07-21", "08-15", "11-01", "11-11", "12-25")),
            Map.entry("NL", List.of("01-01", "E+1", "04-27", "E+39", "E+50", "12-25", "12-26")),
            Map.entry(
                    "IT",
                    List.of(
                            "01-01", "01-06", "E+1", "04-25", "05-01", "06-02", "08-15", "11-01", "12-08", "12-25",
                            "12-26")),
            Map.entry(
                    "ES",
                    List.of("01-01", "01-06", "E-2", "05-01", "08-15", "10-12", "11-01", "12-06", "12-08", "12-25")),
            Map.entry(
                    "PL",
                    List.of(
                            "01-01", "01-06", "E+1", "05-01", "05-03", "E+60", "08-15", "11-01", "11-11", "12-25",
                            "12-26")),
            Map.entry("SE", List.of("01-01", "01-06", "E-2", "E+1", "05-01", "E+39", "06-06", "12-25", "12-26")),
            Map.entry("AU", List.of("01-01>", "01-26>", "E-2", "E+1", "04-25", "06:2MONDAY", "12-25>", "12-26>")),
            Map.entry(
                    "JP",
                    List.of(
                            "01-01",
                            "01:2MONDAY",
                            "02-11",
                            "02-23",
                            "04-29",
                            "05-03",
                            "05-04",
                            "05-05",
                            "07:3MONDAY",
                            "08-11",
                            "09:3MONDAY",
                            "10:2MONDAY",
                            "11-03",
                            "11-23")));

    private Holidays() {}

    /** The holidays of a year in a country, ISO 3166 alpha-2; where the country is not known, New Year, 1 May and Christmas. */
    static Set<LocalDate> of(String country, int year) {
        Set<LocalDate> days = new HashSet<>();
        for (String rule : RULES.getOrDefault(country, ELSEWHERE)) {
            LocalDate day = day(rule, year);
            // Christmas on a Saturday and Boxing Day on a Sunday move to Monday and Tuesday.
            while (!days.add(day)) {
                day = day.plusDays(1);
            }
        }
        return days;
    }

    private static LocalDate day(String rule, int year) {
        if (rule.startsWith("E")) {
            return easter(year).plusDays(Integer.parseInt(rule, 1, rule.length(), 10));
        }
        int month = Integer.parseInt(rule, 0, 2, 10);
        if (rule.charAt(2) == ':') {
            LocalDate first = LocalDate.of(year, month, 1);
            DayOfWeek weekday = DayOfWeek.valueOf(rule.substring(4));
            return first.with(
                    rule.charAt(3) == 'L'
                            ? TemporalAdjusters.lastInMonth(weekday)
                            : TemporalAdjusters.dayOfWeekInMonth(rule.charAt(3) - '0', weekday));
        }
        LocalDate day = LocalDate.of(year, month, Integer.parseInt(rule, 3, 5, 10));
        if (rule.length() == 5 || day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0) {
            return day;
        }
        boolean toFriday = rule.endsWith("*") && day.getDayOfWeek() == DayOfWeek.SATURDAY;
        return toFriday ? day.minusDays(1) : day.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    }

    /** Easter Sunday of the Gregorian calendar, by the anonymous algorithm of 1876 (Meeus, Astronomical Algorithms, chapter 8). */
    static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int days = h + l - 7 * m + 114;
        return LocalDate.of(year, days / 31, days % 31 + 1);
    }
}
