package dev.headroom.app.audit;

import java.util.List;

/** A document with those that follow it: they are of the same parties, not earlier, and of its currency and rate where both have them. */
final class Following extends Relation {
    /** The document that others follow. */
    static final int FIRST = 0;

    private final String first;
    private final List<String> followers;
    private final RuleFindings findings;
    private long row;
    private long place;
    private long party;
    private long exchange;

    /**
     * Makes the relation.
     *
     * @param first table of the document
     * @param followers tables of the followers; the first one has role 1
     */
    Following(String first, List<String> followers, RuleFindings findings) {
        super(0);
        this.first = first;
        this.followers = List.copyOf(followers);
        this.findings = findings;
    }

    @Override
    void begin() {
        row = 0;
    }

    @Override
    void take(Fact fact) {
        if (fact.role() == FIRST) {
            row = fact.row();
            place = fact.value(0);
            party = fact.value(1);
            exchange = fact.value(2);
            return;
        }
        if (row == 0) {
            return;
        }
        String table = followers.get(fact.role() - 1);
        findings.checked(Rule.DOCUMENT_DATES, 1);
        findings.checked(Rule.DOCUMENT_PARTIES, 1);
        if (Fact.day(fact.value(0)) < Fact.day(place)) {
            findings.violation(
                    Rule.DOCUMENT_DATES,
                    table,
                    fact.row(),
                    "it is of " + Days.text(Fact.day(fact.value(0))) + ", before row " + row + " of " + first + " of "
                            + Days.text(Fact.day(place)));
        }
        if (fact.value(1) != party) {
            findings.violation(
                    Rule.DOCUMENT_PARTIES,
                    table,
                    fact.row(),
                    "its company or partner is not that of row " + row + " of " + first);
        }
        if (fact.value(2) == 0 || exchange == 0) {
            return;
        }
        findings.checked(Rule.DOCUMENT_RATES, 1);
        if (fact.value(2) != exchange) {
            findings.violation(
                    Rule.DOCUMENT_RATES,
                    table,
                    fact.row(),
                    "its currency or rate is not that of row " + row + " of " + first);
        }
    }

    @Override
    void end() {}
}
