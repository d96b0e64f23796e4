package dev.headroom.app.audit;

import java.io.IOException;

/** A payroll run with its lines: what they add up to is what the run's entry posts. */
final class PayrollRuns extends Relation {
    private final EntryPosting entries;
    private final Facts.Teller teller;
    private final RuleFindings findings;
    private long row;
    private long payable;
    private long journal;
    private long place;
    private long document;

    PayrollRuns(int number, EntryPosting entries, Facts.Teller teller, RuleFindings findings) {
        super(number, 0);
        this.entries = entries;
        this.teller = teller;
        this.findings = findings;
    }

    @Override
    void begin() {
        row = 0;
        payable = 0;
    }

    /** Takes a line: its entry, company and day, document, and what of it is payable. */
    @Override
    void take(Fact fact) {
        if (row == 0) {
            row = fact.row();
            journal = fact.value(0);
            place = fact.value(1);
            document = fact.value(2);
        } else if (journal != fact.value(0) || place != fact.value(1)) {
            findings.violation(
                    Rule.PAYROLL_LINES,
                    "payroll_lines",
                    fact.row(),
                    "its entry, company or day is not that of row " + row + " of the same run");
        }
        payable += fact.value(3);
    }

    @Override
    void end() throws IOException {
        if (journal != 0) {
            teller.tell(entries, journal, EntryPosting.PAYROLL, row, document, place, 1, payable);
        }
    }
}
