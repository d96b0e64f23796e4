package dev.headroom.app.audit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Proves the rules of accounting on a run, and says what was found. */
final class LedgerAudit {
    private LedgerAudit() {}

    /**
     * Proves all rules; blocks until every table is read.
     *
     * @param findings what was found of the labels as they were read, and what is found
     */
    static AuditReport of(RunTables tables, Labels labels, SpillDirectory directory, RuleFindings findings)
            throws IOException {
        Proof.prove(tables, labels, directory, findings);
        List<AuditReport.ProvenRule> rules = Arrays.stream(Rule.values())
                .map(rule -> new AuditReport.ProvenRule(
                        rule.key(), findings.checked(rule), findings.violations(rule), findings.notApplicable(rule)))
                .toList();
        return new AuditReport(rules, violations(tables, findings), null, tables.format(), directory.mostBytes());
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
