package dev.headroom.app.audit;

/** Proves that the numbers of each company and fiscal year have no gap, and come in their order. */
final class EntryNumbers {
    private final RuleFindings findings;
    private final Sums last = new Sums(1);

    EntryNumbers(RuleFindings findings) {
        this.findings = findings;
    }

    void take(EntryHeader entry) {
        if (!entry.wellFormedId) {
            findings.violation(
                    Rule.ENTRY_NUMBERS,
                    Labels.JOURNAL,
                    entry.row,
                    "its journal_id is not made of company, fiscal year and a number");
            return;
        }
        long before = last.get(entry.series, 0);
        if (entry.number != before + 1) {
            findings.violation(
                    Rule.ENTRY_NUMBERS,
                    Labels.JOURNAL,
                    entry.row,
                    "number " + entry.number + " follows " + before + " of the company and year");
        }
        last.set(entry.series, 0, entry.number);
    }
}
