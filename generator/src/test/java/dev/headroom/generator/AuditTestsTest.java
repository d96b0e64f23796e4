package dev.headroom.generator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.generator.LedgerConfiguration.Anomalies;
import dev.headroom.generator.LedgerConfiguration.Transactions;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The audit test that looks for a kind of anomaly finds it, from the written columns alone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditTestsTest {
    private final Map<String, Set<String>> labelled = new TreeMap<>();
    private Map<String, Set<String>> found;

    @BeforeAll
    void generate() {
        Tabulation tables = Tabulation.of(
                Ledger.of(Configurations.with(
                        new Transactions(8_000, .3, .5, .1, .07, .03),
                        new Anomalies(true, .16, .3, .25, .10, .2, .15),
                        Configurations.NO_ISSUES)),
                Fidelity.NORMAL,
                1000);
        tables.rows("anomaly_labels").forEach(label -> {
            if (label.text("table_name").equals("journal_entries")) {
                labelled.computeIfAbsent(label.text("type"), type -> new TreeSet<>())
                        .add(label.text("record_key"));
            }
        });
        found = AuditTests.findings(tables);
    }

    @Test
    void everyKindIsFound() {
        assertThat(labelled).hasSize(30);
        assertThat(found.keySet()).isEqualTo(labelled.keySet());
        labelled.forEach((type, ids) -> assertThat(found.get(type)).as(type).containsAll(ids));
    }

    @Test
    void whatIsFoundIsMostlyWhatIsLookedFor() {
        StringBuilder table = new StringBuilder(
                String.format(Locale.ROOT, "%-24s %8s %8s %9s%n", "type", "labelled", "found", "precision"));
        found.forEach((type, ids) -> {
            Set<String> right = new HashSet<>(ids);
            Set<String> wanted = new HashSet<>(labelled.get(type));
            if (type.equals("split_transaction")) {
                // Several amounts just below a limit may be of one day.
                wanted.addAll(labelled.get("just_below_threshold"));
            }
            if (type.equals("exceeded_approval_limit")) {
                // Who approves his own entry often exceeds his limit, too.
                wanted.addAll(labelled.get("self_approval"));
            }
            right.retainAll(wanted);
            double precision = right.size() / (double) ids.size();
            table.append(String.format(
                    Locale.ROOT,
                    "%-24s %8d %8d %9.3f%n",
                    type,
                    labelled.get(type).size(),
                    ids.size(),
                    precision));
            // People like round amounts.
            assertThat(precision).as(type).isGreaterThan(type.equals("round_dollar") ? .02 : .5);
        });
        System.out.println(table);
    }
}
