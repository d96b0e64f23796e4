package dev.headroom.app.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Many kinds of damage are done to one run at once, far from one another, and verify names the row of each. How large the run is says the
 * system property {@code headroom.damage.entries}, of which industries {@code headroom.damage.industries}.
 */
class LargeDamageTest {
    private static final int ENTRIES = Integer.getInteger("headroom.damage.entries", 25_000);
    /** Rows in which a damage finds what it is for; an entry may have 10,000 lines. */
    private static final int PART_ROWS = 12_000;

    private static final Set<String> KINDS = Set.of(
            "an amount is changed",
            "an amount is zero",
            "lines have different headers",
            "an entry is lost",
            "an entry is entered after the close",
            "an entry is in another period",
            "a voucher is of the future",
            "a local currency is wrong",
            "a person posts to payables",
            "an account does not exist",
            "a person approves what he made",
            "a system's entry has an approver",
            "a buyer approves his order",
            "an order is released without need",
            "a line has another amount",
            "an invoice has another gross amount",
            "tax is not what the entry posts",
            "more is received than ordered",
            "a payment is not what its entry posts",
            "a receipt is not what its entry posts",
            "a document names another entry",
            "a line of an order does not exist",
            "a document reference leads nowhere");

    @TempDir
    Path temp;

    static Stream<String> industries() {
        return Stream.of(
                System.getProperty("headroom.damage.industries", "retail").split(","));
    }

    /** Where a damage was done: the row that is to be named, 1 for the first after the header. */
    private record Place(LedgerDamageTest.Damage damage, long row) {}

    @Test
    void theKindsAreThoseOfSmallRuns() {
        assertThat(LedgerDamageTest.damages().map(LedgerDamageTest.Damage::what))
                .containsAll(KINDS);
    }

    @ParameterizedTest
    @MethodSource("industries")
    void eachDamageIsNamed(String industry) throws Exception {
        Path run = temp.resolve("run");
        AuditedRuns.generate(
                run,
                "{\"global\": {\"industry\": \"" + industry
                        + "\", \"start_date\": \"2024-01-01\", \"period_months\": 12},"
                        + "\"transactions\": {\"target_count\": " + ENTRIES + "},"
                        + "\"anomaly_injection\": {\"enabled\": true}, \"data_quality\": {\"enabled\": true},"
                        + "\"output\": {\"formats\": [\"csv\"]}}");
        Map<String, List<LedgerDamageTest.Damage>> byTable = new LinkedHashMap<>();
        LedgerDamageTest.damages()
                .filter(damage -> KINDS.contains(damage.what()))
                .forEach(damage -> byTable.computeIfAbsent(damage.table(), table -> new ArrayList<>())
                        .add(damage));
        Set<String> labelled = labelled(run);
        List<Place> places = new ArrayList<>();
        for (Map.Entry<String, List<LedgerDamageTest.Damage>> damages : byTable.entrySet()) {
            places.addAll(damage(run.resolve(damages.getKey() + ".csv"), damages.getValue(), labelled));
        }

        RuleFindings findings = AuditedRuns.prove(run, temp);

        assertThat(places).hasSameSizeAs(KINDS);
        assertThat(places)
                .allSatisfy(place -> assertThat(findings.kept(place.damage().rule()))
                        .as(place.toString())
                        .anyMatch(violation ->
                                violation.table().equals(place.damage().named()) && violation.row() == place.row()));
    }

    private static Set<String> labelled(Path run) throws IOException {
        Set<String> keys = new HashSet<>();
        for (String labels : List.of("quality_labels", "anomaly_labels")) {
            Path file = run.resolve(labels + ".csv");
            try (BufferedReader in = Files.newBufferedReader(file)) {
                String header = record(in);
                CsvTable part = part(file, header, in);
                while (part.size() > 0) {
                    for (int row = 1; row <= part.size(); row++) {
                        keys.add(part.get(row, "record_key").replaceAll("\\|.*", ""));
                    }
                    part = part(file, header, in);
                }
            }
        }
        return keys;
    }

    /** Writes a table anew, with damages in parts of it. */
    private static List<Place> damage(Path file, List<LedgerDamageTest.Damage> damages, Set<String> labelled)
            throws IOException {
        Path damaged = file.resolveSibling("damaged");
        long bytes = Files.size(file);
        List<Place> places = new ArrayList<>();
        try (BufferedReader in = Files.newBufferedReader(file);
                Writer out = Files.newBufferedWriter(damaged)) {
            String header = record(in);
            out.write(header);
            long row = 0;
            long read = 0;
            for (int i = 0; i < damages.size(); i++) {
                // Parts begin at even distances, the first one after the masters' or the carry-in's rows.
                while (read < bytes * (i + 1) / (damages.size() + 2)) {
                    String record = record(in);
                    out.write(record);
                    read += record.length();
                    row++;
                }
                CsvTable part = part(file, header, in).withLabels(labelled);
                StringBuilder before = new StringBuilder();
                part.appendRows(before);
                read += before.length();
                places.add(new Place(damages.get(i), row + damages.get(i).deed().to(part)));
                StringBuilder after = new StringBuilder();
                part.appendRows(after);
                out.append(after);
                row += part.size();
            }
            in.transferTo(out);
        }
        Files.move(damaged, file, StandardCopyOption.REPLACE_EXISTING);
        return places;
    }

    /** The next rows. */
    private static CsvTable part(Path file, String header, BufferedReader in) throws IOException {
        StringBuilder text = new StringBuilder(header);
        for (int row = 0; row < PART_ROWS; row++) {
            text.append(record(in));
        }
        return CsvTable.of(file, text.toString());
    }

    /** The next record as it is written, with the end of its line; empty at the end of the file. */
    private static String record(BufferedReader in) throws IOException {
        StringBuilder record = new StringBuilder();
        boolean quoted = false;
        int c;
        while ((c = in.read()) >= 0) {
            record.append((char) c);
            quoted ^= c == '"';
            if (c == '\n' && !quoted) {
                break;
            }
        }
        return record.toString();
    }
}
