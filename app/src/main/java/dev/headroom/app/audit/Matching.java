package dev.headroom.app.audit;

/** A vendor invoice with how its lines agree with order and receipt: the one that agrees least says what its match_status is. */
final class Matching extends Relation {
    static final int INVOICE = 0;
    static final int LINE = 1;

    static final int EQUAL = 0;
    static final int TOLERATED = 1;
    static final int DIFFERENT = 2;

    private final RuleFindings findings;
    private long row;
    private long status;
    private long agreement;

    Matching(RuleFindings findings) {
        super(2);
        this.findings = findings;
    }

    /** What match_status has for how lines agree; below zero for anything else. */
    static int status(String text) {
        return switch (text) {
            case "matched" -> EQUAL;
            case "within_tolerance" -> TOLERATED;
            case "unmatched" -> DIFFERENT;
            default -> -1;
        };
    }

    @Override
    void begin() {
        row = 0;
        agreement = EQUAL;
    }

    @Override
    void take(Fact fact) {
        if (fact.role() == INVOICE) {
            row = fact.row();
            status = fact.value(0);
        } else {
            agreement = Math.max(agreement, fact.value(0));
        }
    }

    @Override
    void end() {
        if (row == 0) {
            return;
        }
        findings.checked(Rule.THREE_WAY_MATCH, 1);
        if (status != agreement) {
            String what = agreement == EQUAL
                    ? "equal to order and receipt"
                    : agreement == TOLERATED ? "within tolerance" : "beyond tolerance";
            findings.violation(
                    Rule.THREE_WAY_MATCH,
                    "vendor_invoices",
                    row,
                    "its lines are " + what + ", which match_status denies");
        }
    }
}
