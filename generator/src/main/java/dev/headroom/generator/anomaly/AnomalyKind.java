package dev.headroom.generator.anomaly;

import dev.headroom.table.TextDictionary;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What can be wrong with a journal entry. */
enum AnomalyKind {
    /** An amount is raised to a multiple of a thousand. */
    ROUND_DOLLAR(Category.FRAUD, Scope.MANUAL, Severity.MEDIUM, "Amounts divisible by 1000"),
    /** The creator approves the entry. */
    SELF_APPROVAL(Category.FRAUD, Scope.MANUAL, Severity.HIGH, "Approver equals creator"),
    /** Costs hidden on the suspense account, which nothing clears. */
    SUSPENSE_ACCOUNT_ABUSE(Category.FRAUD, Scope.MANUAL, Severity.HIGH, "Suspense balances older than 30 days"),
    /** Three to five entries of one user for one vendor, each just below the limit of the one who approves it. */
    JUST_BELOW_THRESHOLD(Category.FRAUD, Scope.BLOCK, Severity.HIGH, "Amounts within 1 % below an approval limit"),

    /** An entry is made twice. */
    DUPLICATE_ENTRY(Category.ERROR, Scope.BLOCK, Severity.MEDIUM, "Same account, period and amount"),
    /** Debits and credits are exchanged. */
    REVERSED_AMOUNT(Category.ERROR, Scope.ORDINARY, Severity.MEDIUM, "Accounts against their normal balance"),
    /** Two neighbouring digits of an amount are exchanged, on both sides of the entry. */
    TRANSPOSED_DIGITS(Category.ERROR, Scope.ORDINARY, Severity.LOW, "Difference to the voucher divisible by 9"),
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

    /** Equity against costs. */
    UNUSUAL_ACCOUNT_PAIR(Category.RELATIONAL, Scope.ORDINARY, Severity.MEDIUM, "Rare pairs of accounts"),
    /** An account that is no longer in use. */
    DORMANT_ACCOUNT(Category.RELATIONAL, Scope.ORDINARY, Severity.MEDIUM, "Rarely used accounts");

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
        BLOCK
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

    AnomalyKind(Category category, Scope scope, Severity severity, String auditTest) {
        this.category = category;
        this.scope = scope;
        this.severity = severity;
        this.auditTest = auditTest;
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

    /** The kind's code in {@link #NAMES} and {@link #AUDIT_TESTS}. */
    int code() {
        return ALL.indexOf(this);
    }
}
