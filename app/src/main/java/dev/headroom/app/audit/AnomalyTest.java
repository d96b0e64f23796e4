package dev.headroom.app.audit;

import java.util.List;
import java.util.Locale;

/** A kind of anomalies, with the audit test that looks for it in the written columns. */
public enum AnomalyTest {
    /** Manual entries of users who have reports. */
    FICTITIOUS_ENTRY("manual entries of users who have reports"),
    /** Manual entries for vendors with an employee's bank account. */
    FICTITIOUS_VENDOR("manual entries for vendors with an employee's bank account"),
    /** Manual entries with an amount divisible by 1,000. */
    ROUND_DOLLAR("manual entries with an amount divisible by 1,000"),
    /** Manual entries whose approver is their creator. */
    SELF_APPROVAL("manual entries whose approver is their creator"),
    /** Manual entries above their approver's limit. */
    EXCEEDED_APPROVAL_LIMIT("manual entries above their approver's limit"),
    /** Manual entries on suspense accounts, more than 30 days before the end. */
    SUSPENSE_ACCOUNT_ABUSE("manual entries on suspense accounts, more than 30 days before the end"),
    /** Manual entries with a cost center on an asset account. */
    EXPENSE_CAPITALISATION("manual entries with a cost center on an asset account"),
    /** Manual entries of revenue whose voucher is of a later month. */
    PREMATURE_REVENUE("manual entries of revenue whose voucher is of a later month"),
    /** Manual entries on the wages account. */
    GHOST_EMPLOYEE("manual entries on the wages account"),
    /** Manual debits of a vendor with the amount of an earlier payment. */
    DUPLICATE_PAYMENT("manual debits of a vendor with the amount of an earlier payment"),
    /** 3 or more manual entries of one user and vendor in [.99, 1) of a limit. */
    JUST_BELOW_THRESHOLD("3 or more manual entries of one user and vendor in [.99, 1) of a limit"),
    /** 3 or more manual entries of one user, vendor and day, together above a limit. */
    SPLIT_TRANSACTION("3 or more manual entries of one user, vendor and day, together above a limit"),
    /** Manual entries with the same accounts, period and amounts. */
    DUPLICATE_ENTRY("manual entries with the same accounts, period and amounts"),
    /** Entries whose sides are not those of the document. */
    REVERSED_AMOUNT("entries whose sides are not those of the document"),
    /** Entries whose difference to the document is divisible by 9. */
    TRANSPOSED_DIGITS("entries whose difference to the document is divisible by 9"),
    /** Entries of 10 or 100 times the document's amount. */
    DECIMAL_ERROR("entries of 10 or 100 times the document's amount"),
    /** Entries in another month than the document. */
    WRONG_PERIOD("entries in another month than the document"),
    /** Entries on accounts that the document does not post to. */
    MISCLASSIFIED_ACCOUNT("entries on accounts that the document does not post to"),
    /** Entries whose debits are not their credits. */
    UNBALANCED_ENTRY("entries whose debits are not their credits"),
    /** Entries made after their period was closed. */
    LATE_POSTING("entries made after their period was closed"),
    /** Manual entries posted on weekends. */
    WEEKEND_POSTING("manual entries posted on weekends"),
    /** Manual entries made at or after 20 o'clock or before 6. */
    AFTER_HOURS_POSTING("manual entries made at or after 20 o'clock or before 6"),
    /** Manual entries without approver. */
    SKIPPED_APPROVAL("manual entries without approver"),
    /** Manual entries with a phrase as description. */
    VAGUE_DESCRIPTION("manual entries with a phrase as description"),
    /** Lines without document above 100 million dollars' worth. */
    UNUSUALLY_HIGH_AMOUNT("lines without document above 100 million dollars' worth"),
    /** Entries of 100 lines or more with a mean deviation of first digits above .08. */
    BENFORD_VIOLATION("entries of 100 lines or more with a mean deviation of first digits above .08"),
    /** 10 manual entries of one user in 600 seconds. */
    TRANSACTION_BURST("10 manual entries of one user in 600 seconds"),
    /** Entries on both equity and expense accounts. */
    UNUSUAL_ACCOUNT_PAIR("entries on both equity and expense accounts"),
    /** Entries on the clearing account of the legacy system. */
    DORMANT_ACCOUNT("entries on the clearing account of the legacy system"),
    /** 3 manual entries that move one amount in a ring. */
    CIRCULAR_TRANSACTION("3 manual entries that move one amount in a ring");

    private static final List<AnomalyTest> ALL = List.of(values());

    private final String finds;

    AnomalyTest(String finds) {
        this.finds = finds;
    }

    /** Its position where there is one of something for each. */
    int code() {
        return ALL.indexOf(this);
    }

    /** The type that labels name. */
    public String type() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The codes of all kinds by the hashes of their types. */
    static LongIndex kinds() {
        LongIndex kinds = new LongIndex();
        ALL.forEach(test -> kinds.add(Hash.of(test.type())));
        return kinds;
    }

    /** What the test finds. */
    public String finds() {
        return finds;
    }
}
