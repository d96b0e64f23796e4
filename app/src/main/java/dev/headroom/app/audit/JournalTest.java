package dev.headroom.app.audit;

import java.util.Locale;

/** The standard journal-entry tests of auditors. */
public enum JournalTest {
    /** Numbers that are missing between an entry and the one before it. */
    NUMBER_GAPS("numbers that are missing between an entry and the one before it"),
    /** Entries and lines that the journal has more or fewer than the log of ranges. */
    LOG_TOTALS("entries and lines that the journal has more or fewer than the log of ranges"),
    /** Entries whose debits are not their credits. */
    UNBALANCED("entries whose debits are not their credits"),
    /** Manual entries with the same accounts, period and amounts as others. */
    DUPLICATES("manual entries with the same accounts, period and amounts as others"),
    /** Manual entries with an amount divisible by 1,000. */
    THOUSANDS("manual entries with an amount divisible by 1,000"),
    /** Entries whose voucher is dated after the posting. */
    POST_DATED("entries whose voucher is dated after the posting"),
    /** Manual entries posted on weekends. */
    WEEKENDS("manual entries posted on weekends"),
    /** Manual entries made at or after 20 o'clock or before 6. */
    NIGHTS("manual entries made at or after 20 o'clock or before 6"),
    /** Manual entries of users who make less than a twentieth of the average. */
    RARE_USERS("manual entries of users who make less than a twentieth of the average"),
    /** Lines on accounts that have less than a twentieth of the average. */
    RARE_ACCOUNTS("lines on accounts that have less than a twentieth of the average");

    private final String finds;

    JournalTest(String finds) {
        this.finds = finds;
    }

    /** What the test counts. */
    public String finds() {
        return finds;
    }

    /** Its name in words. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
