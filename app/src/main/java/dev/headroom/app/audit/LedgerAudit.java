package dev.headroom.app.audit;

import dev.headroom.app.run.Manifest;
import dev.headroom.app.run.OutputState;
import dev.headroom.sink.Compression;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Proves the rules of accounting on a run whose files are what its manifest says. */
public final class LedgerAudit {
    private LedgerAudit() {}

    /**
     * Proves all rules; blocks until every table is read.
     *
     * @param temporary an existing directory, in which what does not fit in memory is put aside
     * @throws IOException if a file cannot be read, or nothing can be put aside
     */
    public static AuditReport of(Path directory, Manifest manifest, Path temporary) throws IOException {
        String missing = WholeRun.missing(manifest);
        if (missing != null) {
            return AuditReport.notProven(missing);
        }
        for (String format : RunTables.FORMATS) {
            List<String> names = manifest.outputs().stream()
                    .filter(output -> output.format().equals(format))
                    .map(OutputState::table)
                    .toList();
            if (!names.isEmpty()) {
                Compression compression = manifest.compression();
                Compression.Method method = compression == null ? Compression.Method.NONE : compression.method();
                return prove(RunTables.of(directory, format, method, names), format, temporary);
            }
        }
        return AuditReport.notProven(WholeRun.unread(manifest));
    }

    private static AuditReport prove(RunTables tables, String format, Path temporary) throws IOException {
        RuleFindings findings = new RuleFindings();
        long putAside = Proof.prove(tables, temporary, findings);
        List<AuditReport.ProvenRule> rules = Arrays.stream(Rule.values())
                .map(rule -> new AuditReport.ProvenRule(
                        rule.key(),
                        rule.statement(),
                        findings.checked(rule),
                        findings.violations(rule),
                        findings.notApplicable(rule)))
                .toList();
        return new AuditReport(rules, violations(tables, findings), null, format, putAside);
    }

    private static List<String> violations(RunTables tables, RuleFindings findings) throws IOException {
        List<String> told = new ArrayList<>();
        RowNames names = RowNames.read(tables, findings);
        for (Rule rule : Rule.values()) {
            List<RuleFindings.Violation> kept = findings.kept(rule);
            for (RuleFindings.Violation violation : kept) {
                told.add(text(violation, tables, names));
            }
            long more = findings.violations(rule) - kept.size();
            if (more > 0) {
                told.add(rule.key() + ": and " + more + " more");
            }
        }
        return told;
    }

    private static String text(RuleFindings.Violation violation, RunTables tables, RowNames names) {
        String table = violation.table();
        String file = tables.has(table) ? tables.file(table).name() : table;
        String row = violation.row() == 0 ? "" : " row " + violation.row() + names.of(table, violation.row());
        return violation.rule().key() + ": " + file + row + ": " + violation.what();
    }
}
