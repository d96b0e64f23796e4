package dev.headroom.generator.anomaly;

import dev.headroom.table.TextDictionary;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What can be wrong with a journal entry. */
enum AnomalyKind {
    /** A manager, whose job it is not, books income that no one owes. */
    FICTITIOUS_ENTRY(Category.FRAUD, Scope.MANUAL, Severity.HIGH, "Entries of users who make hardly any"),
    /** A cost for a vendor from whom nothing was ever ordered. */
    FICTITIOUS_VENDOR(
            Category.FRAUD, Scope.MANUAL, Severity.HIGH, "Vendors without orders, or with an employee's bank account"),
    /** An amount is raised to a multiple of a thousand. */
    ROUND_DOLLAR(Category.FRAUD, Scope.MANUAL, Severity.MEDIUM, "Amounts divisible by 1000"),
    /** The creator approves the entry. */
    SELF_APPROVAL(Category.FRAUD, Scope.MANUAL, Severity.HIGH, "Approver equals creator"),
    /** The approver's limit does not cover the entry. */
    EXCEEDED_APPROVAL_LIMIT(Category.FRAUD, Scope.MANUAL, Severity.HIGH, "Totals above the approver's limit"),
    /** Costs hidden on the suspense account, which nothing clears. */
    SUSPENSE_ACCOUNT_ABUSE(Category.FRAUD, Scope.MANUAL, Severity.HIGH, "Suspense balances older than 30 days"),
    /** Costs shown as an asset. */
    EXPENSE_CAPITALISATION(Category.FRAUD, Scope.MANUAL, Severity.HIGH, "Assets debited to a cost center"),
    /** Income of a later period. */
    PREMATURE_REVENUE(Category.FRAUD, Scope.MANUAL, Severity.HIGH, "Income whose voucher is of a later period"),
    /** Wages of an employee who does not exist, beside the payroll. */
    GHOST_EMPLOYEE(
            Category.FRAUD, Scope.MANUAL, Severity.HIGH, "Manual entries on wages; employees who share a bank account"),
    /** What a purchase was paid with is paid again. */
    DUPLICATE_PAYMENT(Category.FRAUD, Scope.MANUAL, Severity.HIGH, "Same vendor and amount as an earlier payment"),
    /** Three to five entries of one user for one vendor, each just below the limit of the one who approves it. */
    JUST_BELOW_THRESHOLD(
            Category.FRAUD, Scope.BLOCK, Severity.HIGH, "Amounts within 1 % below an approval limit", 3, 3),
    /** An amount above a limit in three to five entries of one user for one vendor on one day, each below it. */
    SPLIT_TRANSACTION(
            Category.FRAUD, Scope.BLOCK, Severity.HIGH, "Same user, vendor and day, together above a limit", 3, 3),

    /** An entry is made twice. */
    DUPLICATE_ENTRY(Category.ERROR, Scope.BLOCK, Severity.MEDIUM, "Same account, period and amount", 2, 1),
    /** Debits and credits are exchanged. */
    REVERSED_AMOUNT(Category.ERROR, Scope.DOCUMENT, Severity.MEDIUM, "Sides other than the document's"),
    /** Two neighbouring digits of an amount are exchanged, on both sides of the entry. */
    TRANSPOSED_DIGITS(Category.ERROR, Scope.DOCUMENT, Severity.LOW, "Difference to the document divisible by 9"),
    /** The decimal point is lost. */
    DECIMAL_ERROR(Category.ERROR, Scope.DOCUMENT, Severity.HIGH, "10 or 100 times the document's amount"),
    /** Posted a month beside that of the document. */
    WRONG_PERIOD(Category.ERROR, Scope.DOCUMENT, Severity.MEDIUM, "Period other than the document's"),
    /** The largest debit is on an account that the document does not post to. */
    MISCLASSIFIED_ACCOUNT(Category.ERROR, Scope.DOCUMENT, Severity.MEDIUM, "Accounts other than the document's"),
    /** One line is too high. */
    UNBALANCED_ENTRY(Category.ERROR, Scope.ORDINARY, Severity.HIGH, "Debits equal credits in each entry"),

    /** Entered after the period's books were closed. */
    LATE_POSTING(Category.PROCESS, Scope.MANUAL, Severity.MEDIUM, "Entered after the period's close"),
    /** Posted on a Saturday or Sunday. */
    WEEKEND_POSTING(Category.PROCESS, Scope.MANUAL, Severity.LOW, "Entries on weekends"),
    /** Entered at night. */
    AFTER_HOURS_POSTING(Category.PROCESS, Scope.MANUAL, Severity.LOW, "Entries at or after 20 or before 6 o'clock"),
    /** Approved by no one. */
    SKIPPED_APPROVAL(Category.PROCESS, Scope.MANUAL, Severity.HIGH, "Manual entries without approver"),
    /** A description that says nothing. */
    VAGUE_DESCRIPTION(Category.PROCESS, Scope.MANUAL, Severity.LOW, "Descriptions without content"),

    /** Above the highest amount of an ordinary line. */
    UNUSUALLY_HIGH_AMOUNT(Category.STATISTICAL, Scope.ORDINARY, Severity.HIGH, "Largest amounts"),
    /** A hundred lines or more whose amounts were made up: none begins with a low digit. */
    BENFORD_VIOLATION(
            Category.STATISTICAL, Scope.MANUAL, Severity.MEDIUM, "First digits of entries with 100 lines or more"),
    /** Ten to twelve entries of one user within ten minutes. */
    TRANSACTION_BURST(Category.STATISTICAL, Scope.BLOCK, Severity.MEDIUM, "10 entries of a user in 10 minutes", 10, 3),

    /** Equity against costs. */
    UNUSUAL_ACCOUNT_PAIR(Category.RELATIONAL, Scope.ORDINARY, Severity.MEDIUM, "Rare pairs of accounts"),
    /** An account that is no longer in use. */
    DORMANT_ACCOUNT(Category.RELATIONAL, Scope.ORDINARY, Severity.MEDIUM, "Rarely used accounts"),
    /** The same amount moves round three accounts and is back where it was. */
    CIRCULAR_TRANSACTION(Category.RELATIONAL, Scope.BLOCK, Severity.HIGH, "Rings of accounts with one amount", 3, 1);

    /** A group of kinds with a share of all anomalies, in which each kind has the same share. */
    enum Category {
        FRAUD,
        ERROR,
        PROCESS,
        STATISTICAL,
        RELATIONAL;

        private static final List<Category> ALL = List.of(values());
        static final TextDictionary NAMES =
                TextDictionary.of(ALL.stream().map(Category::key).toList());

        int code() {
            return ALL.indexOf(this);
        }

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Where a kind can occur. */
    enum Scope {
        /** In single manual entries. */
        MANUAL,
        /** In single manual and interface entries. */
        ORDINARY,
        /** In several entries of a block of manual ones. */
        BLOCK,
        /** In entries that a document posts; the document keeps the truth. */
        DOCUMENT
    }

    /** How bad it is, when no large amount makes it worse. */
    enum Severity {
        LOW,
        MEDIUM,
        HIGH,
        CRITICAL;

        private static final List<Severity> ALL = List.of(values());
        static final TextDictionary NAMES = TextDictionary.of(ALL.stream()
                .map(severity -> severity.name().toLowerCase(Locale.ROOT))
                .toList());

        int code() {
            return ALL.indexOf(this);
        }
    }

    static final List<AnomalyKind> ALL = List.of(values());
    static final TextDictionary NAMES = TextDictionary.of(Arrays.stream(values())
            .map(kind -> kind.name().toLowerCase(Locale.ROOT))
            .toList());
    static final TextDictionary AUDIT_TESTS = TextDictionary.of(
            Arrays.stream(values()).map(kind -> kind.auditTest).toList());

    private final Category category;
    private final Scope scope;
    private final Severity severity;
    private final String auditTest;
    private final int leastMembers;
    private final int memberSpread;

    AnomalyKind(Category category, Scope scope, Severity severity, String auditTest) {
        this(category, scope, severity, auditTest, 1, 1);
    }

    AnomalyKind(
            Category category, Scope scope, Severity severity, String auditTest, int leastMembers, int memberSpread) {
        this.category = category;
        this.scope = scope;
        this.severity = severity;
        this.auditTest = auditTest;
        this.leastMembers = leastMembers;
        this.memberSpread = memberSpread;
    }

    Category category() {
        return category;
    }

    Scope scope() {
        return scope;
    }

    Severity severity() {
        return severity;
    }

    /** The least number of entries that take part. */
    int leastMembers() {
        return leastMembers;
    }

    /** How many different numbers of entries there can be, the least one included; each is equally likely. */
    int memberSpread() {
        return memberSpread;
    }

    /** The number of entries that take part on average. */
    double meanMembers() {
        return leastMembers + (memberSpread - 1) / 2.0;
    }

    /** The kind's code in {@link #NAMES} and {@link #AUDIT_TESTS}. */
    int code() {
        return ALL.indexOf(this);
    }
}
