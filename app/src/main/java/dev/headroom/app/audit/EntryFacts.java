package dev.headroom.app.audit;

import java.util.Arrays;
import java.util.List;

/** What tests and statistics ask of a journal entry; filled line by line, and used again for the next one. Amounts are hundredths. */
final class EntryFacts {
    /** Where an entry comes from. */
    enum Source {
        MANUAL,
        INTERFACE,
        RECURRING,
        ADJUSTMENT,
        /** Purchases and sales. */
        DOCUMENT,
        /** Runs of payroll, assets, taxes and closing. */
        RUN;

        private static final List<Source> ALL = List.of(values());

        /** Its position where there is one of something for each. */
        int code() {
            return ALL.indexOf(this);
        }

        /** Whether no document, and no run, posts it. */
        boolean isOrdinary() {
            return this != DOCUMENT && this != RUN;
        }
    }

    /** Accounts of which it is asked how much is posted to them. */
    enum Posted {
        AP,
        AR,
        GRIR,
        BANK,
        INVENTORY,
        FINISHED_GOODS,
        DEFERRED_REVENUE;

        private static final List<Posted> ALL = List.of(values());

        /** Its position where there is one of something for each. */
        int code() {
            return ALL.indexOf(this);
        }

        /** Whether an account is one of these, by the subledger that posts to it or by its name. */
        boolean has(Books.Account account) {
            return switch (this) {
                case FINISHED_GOODS -> account.name().equals("Finished Goods");
                case DEFERRED_REVENUE -> account.name().equals("Deferred Revenue");
                default -> account.control().name().equals(name());
            };
        }
    }

    /** Something that some line of an entry has. */
    enum Mark {
        SUSPENSE,
        CAPITALISED_COST,
        REVENUE,
        EQUITY,
        EXPENSE,
        WAGES,
        DORMANT,
        SUSPICIOUS_VENDOR,
        THOUSANDS;

        private static final List<Mark> ALL = List.of(values());

        /** Its position where there is one of something for each. */
        int code() {
            return ALL.indexOf(this);
        }
    }

    long id;
    long company;
    int fiscalYear;
    int period;
    Source source = Source.RUN;
    String sourceText = "";
    long number;
    String documentType = "";
    int documentDate;
    int effectiveDate;
    int enteredDate;
    int enteredTime;
    long enteredBy;
    /** 0 for none. */
    long approvedBy;

    boolean vague;
    /** What is worth about a dollar in the currency of the entry, and in that of the company. */
    long scale;

    long localScale;
    /** The smallest amount of the company's currency, in hundredths. */
    long localUnit;
    /** 0 for none. */
    long document;

    /** As which kind of anomaly it is labelled. */
    int kind = TestCounts.NO_KIND;

    int lines;
    int debitLines;
    long balance;
    long localDebits;
    long largest;
    /** First vendor of its lines; 0 for none. */
    long vendor;
    /** Of the last debit and the last credit. */
    long debitAccount;

    long creditAccount;
    /** The same for entries with the same accounts, sides and amounts. */
    long fingerprint;
    /** Marks of its lines. */
    int marks;

    /** What is posted to accounts, credits above zero. */
    final long[] posted = new long[Posted.values().length];

    final int[] firstDigits = new int[10];

    void clear() {
        lines = 0;
        debitLines = 0;
        balance = 0;
        localDebits = 0;
        largest = 0;
        vendor = 0;
        fingerprint = 0;
        marks = 0;
        Arrays.fill(posted, 0);
        Arrays.fill(firstDigits, 0);
    }

    void mark(Mark mark) {
        marks |= 1 << mark.code();
    }

    boolean has(Mark mark) {
        return (marks & 1 << mark.code()) != 0;
    }

    /** What is posted to an account, credits above zero. */
    long posted(Posted account) {
        return posted[account.code()];
    }

    /** Mean absolute deviation of the lines' first digits from Benford's law. */
    double digitDeviation() {
        double sum = 0;
        for (int digit = 1; digit <= 9; digit++) {
            sum += Math.abs(firstDigits[digit] / (double) lines - Math.log10(1 + 1.0 / digit));
        }
        return sum / 9;
    }
}
