package dev.headroom.app.audit;

import java.io.IOException;
import java.util.Arrays;

/** A line of an order with what was received or delivered, and invoiced, of it. */
abstract class OrderLines extends Relation {
    static final int ORDERED = 0;
    static final int MOVED = 1;
    static final int MOVED_BACK = 2;
    static final int INVOICED = 3;
    static final int CREDITED = 4;
    private static final int ROLES = 5;

    final RuleFindings findings;
    private final long[] quantities = new long[ROLES];
    private final long[] rows = new long[ROLES];
    private final long[] ordered = new long[Fact.VALUES];

    OrderLines(RuleFindings findings) {
        super(1);
        this.findings = findings;
    }

    @Override
    void begin() {
        Arrays.fill(quantities, 0);
        Arrays.fill(rows, 0);
    }

    @Override
    void take(Fact fact) throws IOException {
        int role = fact.role();
        boolean within = quantities[role] <= most(role);
        quantities[role] += fact.value(0);
        // Of several, the one that is told is the first that is too much.
        if (rows[role] == 0 || (within && quantities[role] > most(role))) {
            rows[role] = fact.row();
        }
        if (role == ORDERED) {
            for (int i = 0; i < ordered.length; i++) {
                ordered[i] = fact.value(i);
            }
        }
    }

    /** The most that there can be of a role. */
    private long most(int role) {
        return switch (role) {
            case MOVED -> quantities[ORDERED];
            case MOVED_BACK, INVOICED -> quantities[MOVED];
            case CREDITED -> quantities[INVOICED];
            default -> Long.MAX_VALUE;
        };
    }

    final boolean isOrdered() {
        return rows[ORDERED] > 0;
    }

    final long ordered(int index) {
        return ordered[index];
    }

    final long quantity(int role) {
        return quantities[role];
    }

    /** Checks that one quantity does not exceed another. */
    final void atMost(Rule rule, int role, String table, String what, long most, String than) {
        if (rows[role] == 0) {
            return;
        }
        findings.checked(rule, 1);
        if (quantities[role] > most) {
            findings.violation(
                    rule,
                    table,
                    rows[role],
                    "with it, " + quantities[role] + " are " + what + ", and " + most + " " + than);
        }
    }

    /** Tells of a line without a line of an order. */
    final void orphan(String table, long row) {
        findings.violation(Rule.REFERENCES, table, row, "there is no such line of the order");
    }
}
