package dev.headroom.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.headroom.generator.LedgerConfiguration.Anomalies;
import dev.headroom.generator.LedgerConfiguration.Transactions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** People who make entries have habits: volume, hours and subjects. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HabitTest {
    private static final int HOURS = 24;

    private record Made(String company, String user, int hour, String subject) {}

    private final List<Made> allEntries = new ArrayList<>();

    @BeforeAll
    void generate() {
        allEntries.clear();
        allEntries.addAll(made(Ledger.of(Configurations.clean(60_000))));
    }

    private static List<Made> made(Ledger ledger) {
        Set<String> verbs =
                Set.of("Record", "Adjust", "True", "Settle", "Reclassify", "Correct", "Allocate", "Transfer", "Reduce");
        return ledger.records("journal_entries")
                .filter(line -> line.number("journal_id_line_number") == 1)
                .filter(line -> line.text("source").equals("manual"))
                .map(line -> {
                    String header = line.text("je_header_description");
                    String verb = header.split(" ", 2)[0];
                    return new Made(
                            line.text("business_unit_code"),
                            line.text("entered_by"),
                            line.time("entered_time").getHour(),
                            verbs.contains(verb)
                                    ? header.substring(verb.length()).replace(" up ", " ")
                                    : header);
                })
                .toList();
    }

    private static <K extends Comparable<K>> Map<K, List<Made>> by(Collection<Made> entries, Function<Made, K> key) {
        return entries.stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()));
    }

    private List<List<Made>> busyUsers() {
        List<List<Made>> busy = by(allEntries, Made::user).values().stream()
                .filter(entries -> entries.size() >= 100)
                .toList();
        assertThat(busy).hasSizeGreaterThan(20);
        return busy;
    }

    private static double[] hourShares(Collection<Made> entries) {
        double[] shares = new double[HOURS];
        entries.forEach(made -> shares[made.hour()] += 1.0 / entries.size());
        return shares;
    }

    @Test
    void fewPeopleMakeMostEntries() {
        by(allEntries, Made::company).forEach((company, entries) -> {
            int[] sizes = by(entries, Made::user).values().stream()
                    .mapToInt(List::size)
                    .map(size -> -size)
                    .sorted()
                    .map(size -> -size)
                    .toArray();
            double fifth = Arrays.stream(sizes).limit(sizes.length / 5).sum() / (double) entries.size();
            assertThat(sizes).as(company).hasSizeGreaterThan(10);
            assertThat(fifth)
                    .as("entries that a fifth of the people makes in " + company)
                    .isBetween(.45, .9);
            assertThat(sizes[0] / (double) entries.size()).as(company).isLessThan(.5);
        });
    }

    @Test
    void theWorkingDayOfAllHasItsPeaks() {
        double[] expected = {.07, .16, .16, .09, .05, .07, .14, .14, .08, .04};
        double[] shares = hourShares(allEntries);
        for (int hour = 0; hour < HOURS; hour++) {
            boolean working = hour >= 8 && hour < 18;
            assertThat(shares[hour]).as(hour + " o'clock").isEqualTo(working ? expected[hour - 8] : 0, within(.01));
        }
    }

    @Test
    void everyoneHasHisHours() {
        double[] ofAll = hourShares(allEntries);
        Set<Integer> favourites = new LinkedHashSet<>();
        for (List<Made> entries : busyUsers()) {
            double[] own = hourShares(entries);
            int middle = 9;
            for (int hour = 10; hour < 17; hour++) {
                middle = around(own, hour) / around(ofAll, hour) > around(own, middle) / around(ofAll, middle)
                        ? hour
                        : middle;
            }
            favourites.add(middle);
            assertThat(around(own, middle))
                    .as("entries of " + entries.get(0).user() + " around " + middle + " o'clock")
                    .isGreaterThan(1.5 * around(ofAll, middle));
        }
        assertThat(favourites).hasSizeGreaterThan(3);
    }

    private static double around(double[] shares, int hour) {
        return shares[hour - 1] + shares[hour] + shares[hour + 1];
    }

    @Test
    void everyoneHasHisSubjects() {
        Map<String, List<Made>> ofAll = by(allEntries, Made::subject);
        for (List<Made> entries : busyUsers()) {
            List<List<Made>> own = by(entries, Made::subject).values().stream()
                    .sorted(Comparator.comparingInt(list -> -list.size()))
                    .limit(8)
                    .toList();
            double share = own.stream().mapToInt(List::size).sum() / (double) entries.size();
            double usual = own.stream()
                            .mapToInt(list -> ofAll.get(list.get(0).subject()).size())
                            .sum()
                    / (double) allEntries.size();
            assertThat(share).as(entries.get(0).user()).isGreaterThan(.6).isGreaterThan(1.5 * usual);
        }
        assertThat(ofAll.values())
                .as("subjects on which someone works")
                .allSatisfy(list -> assertThat(list.size()).isLessThan(allEntries.size() / 8));
    }

    @Test
    void whoHardlyEverMakesEntriesIsFound() {
        Ledger ledger = Ledger.of(Configurations.with(
                new Transactions(60_000, .2, .5, .2, .07, .03),
                new Anomalies(true, .02, .25, .35, .20, .15, .05),
                Configurations.NO_ISSUES));
        Set<String> managers = ledger.records("employees")
                .filter(row -> !row.isNull("manager_id"))
                .map(row -> row.text("manager_id"))
                .collect(Collectors.toSet());
        Map<String, String> employees = ledger.records("employees")
                .filter(row -> !row.isNull("user_id"))
                .collect(Collectors.toMap(row -> row.text("user_id"), row -> row.text("employee_id")));
        Map<String, List<Made>> users = by(made(ledger), Made::user);
        Map<Boolean, Long> rare = users.entrySet().stream()
                .filter(user -> user.getValue().size() <= 3)
                .collect(Collectors.partitioningBy(
                        user -> managers.contains(employees.get(user.getKey())), Collectors.counting()));
        long everyone = users.keySet().stream()
                .filter(user -> managers.contains(employees.get(user)))
                .count();
        assertThat(rare.get(true))
                .as("managers who make fictitious entries")
                .isEqualTo(everyone)
                .isGreaterThan(10);
        assertThat(rare.get(false)).as("accountants who hardly make any").isLessThan(rare.get(true));
    }
}
