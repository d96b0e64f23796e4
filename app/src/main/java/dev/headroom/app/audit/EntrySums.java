package dev.headroom.app.audit;

import java.util.Arrays;

/** What the lines of an entry add up to, as they were before anomalies; debits are above zero. Used again for each entry. */
final class EntrySums {
    int lines;
    boolean sound;
    long amount;
    long local;
    long reporting;
    long debits;
    long localDebits;
    long transactionAp;
    long transactionAr;
    long transactionTax;
    long deferred;
    long stockDebits;
    /** What the accounts and amounts come to as one number, which is below zero for those of a reversal. */
    long digest;

    long localDigest;
    long reportingDigest;
    private final long[] controls = new long[Books.Control.COUNT];
    private final boolean[] touched = new boolean[Books.Control.COUNT];

    void clear() {
        lines = 0;
        sound = true;
        amount = 0;
        local = 0;
        reporting = 0;
        debits = 0;
        localDebits = 0;
        transactionAp = 0;
        transactionAr = 0;
        transactionTax = 0;
        deferred = 0;
        stockDebits = 0;
        digest = 0;
        localDigest = 0;
        reportingDigest = 0;
        Arrays.fill(controls, 0);
        Arrays.fill(touched, false);
    }

    void add(Books.Account account, long accountHash, long inTransaction, long inLocal, long inReporting) {
        amount += inTransaction;
        local += inLocal;
        reporting += inReporting;
        if (inTransaction > 0) {
            debits += inTransaction;
        }
        if (inLocal > 0) {
            localDebits += inLocal;
        }
        digest += accountHash * inTransaction;
        localDigest += accountHash * inLocal;
        reportingDigest += accountHash * inReporting;
        Books.Control control = account.control();
        if (control != Books.Control.NONE) {
            controls[control.code()] += inLocal;
            touched[control.code()] = true;
            switch (control) {
                case AP -> transactionAp += inTransaction;
                case AR -> transactionAr += inTransaction;
                case TAX -> transactionTax += inTransaction;
                case INVENTORY -> stockDebits += Math.max(inLocal, 0);
                default -> {}
            }
        } else if (account.isDeferredRevenue()) {
            deferred += inLocal;
        }
    }

    long control(Books.Control control) {
        return controls[control.code()];
    }

    /** Whether a line is on a control account. */
    boolean touchesControl() {
        for (boolean touch : touched) {
            if (touch) {
                return true;
            }
        }
        return false;
    }
}
