package dev.headroom.generator.ledger;

import java.util.Arrays;

/**
 * A journal entry while it is put together: a case fills it, overlays may alter it, and an {@link EntryWriter} writes it. One for each
 * worker, used again for every entry, which is why its fields are open. Amounts are hundredths, debits above 0 and credits below.
 * Dates are days since 1970-01-01.
 */
public final class EntryDraft {
    /** No value, for codes, dates and times. */
    public static final int NONE = -1;
    /** The most lines of an entry. */
    public static final int MAXIMUM_LINES = 10_000;

    /** What the entry comes from. */
    public EntryKind kind = EntryKind.MANUAL;
    /** Random key; slots below 64 are the clean record's, those from 64 on are free for overlays. */
    public long key;
    /** Index of the company. */
    public int company;
    /** Fiscal year, such as 2026. */
    public int fiscalYear;
    /** Number in its company and fiscal year, from 1 without gaps. */
    public long number;
    /** Ordinal of the case among those of its kind; of the entry itself if it is manual. */
    public long caseOrdinal;
    /** Random key of the block of a manual entry; 0 for others. */
    public long blockKey;
    /** Position of a manual entry in its block, from 0. */
    public int blockIndex;
    /** Number of entries in the block of a manual entry; 1 for others. */
    public int blockSize = 1;
    /** Whether all entries of the block of a manual entry are in one fiscal year. */
    public boolean blockInOneYear = true;

    /** Period, 1 to 12, or 13 for the close of the year. */
    public int period;
    /** Date of the document that it rests on. */
    public int documentDate;
    /** Date of posting. */
    public int effectiveDate;
    /** Date of entry into the system. */
    public int enteredDate;
    /** Time of entry, in seconds of the day. */
    public int enteredTime;
    /** User, as a code. */
    public int enteredBy;
    /** User, as a code; {@link #NONE} where no approval is needed. */
    public int approvedBy = NONE;
    /** Date of approval or {@link #NONE}. */
    public int approvedDate = NONE;
    /** User, as a code. */
    public int lastModifiedBy;
    /** Date of the last change. */
    public int lastModifiedDate;
    /** Code in {@link JournalTexts#HEADERS}. */
    public int headerText;
    /** Fiscal year of the entry that reverses this one or is reversed by it; 0 if there is none. */
    public int reversalYear;
    /** Number of that entry. */
    public long reversalNumber;
    /** Currency of the transaction amounts, as a code. */
    public int currency;
    /** Millionths of the company's currency for one of the transaction's. */
    public long localRate = Translation.UNIT;
    /** Millionths of the group's currency for one of the company's. */
    public long groupRate = Translation.UNIT;
    /** Currency of the group's amounts, as a code. */
    public int groupCurrency = NONE;
    /** Smallest amount of the company's currency, in hundredths. */
    public long localUnit = 1;
    /** Smallest amount of the group's currency, in hundredths. */
    public long groupUnit = 1;
    /** Type of the document that posts the entry, a code of {@link DocumentType}; {@link #NONE} without document. */
    public int documentType = NONE;
    /** Number of that document. */
    public long document;

    /** Number of lines. */
    public int lineCount;
    /** Accounts, as codes. */
    public int[] account = new int[0];
    /** Amounts in the transaction's currency. */
    public long[] amount = new long[0];
    /** Amounts in the company's currency. */
    public long[] localAmount = new long[0];
    /** Amounts in the group's currency. */
    public long[] groupAmount = new long[0];
    /** Cost centers, as codes, or {@link #NONE}. */
    public int[] costCenter = new int[0];
    /** Vendors, by index, or {@link #NONE}. */
    public int[] vendor = new int[0];
    /** Customers, by index, or {@link #NONE}. */
    public int[] customer = new int[0];
    /** Codes in {@link JournalTexts#LINES}. */
    public int[] lineText = new int[0];

    /** Makes an empty draft with room for a usual number of lines. */
    public EntryDraft() {
        ensureLines(128);
    }

    /** Makes room for a number of lines; the values of earlier lines stay. */
    public void ensureLines(int count) {
        if (count <= account.length) {
            return;
        }
        int length = Math.max(count, Math.min(2 * account.length, MAXIMUM_LINES));
        account = Arrays.copyOf(account, length);
        amount = Arrays.copyOf(amount, length);
        localAmount = Arrays.copyOf(localAmount, length);
        groupAmount = Arrays.copyOf(groupAmount, length);
        costCenter = Arrays.copyOf(costCenter, length);
        vendor = Arrays.copyOf(vendor, length);
        customer = Arrays.copyOf(customer, length);
        lineText = Arrays.copyOf(lineText, length);
    }

    /** Adds a line without cost center, vendor and customer, and returns its index. */
    public int addLine(int accountCode, long signedAmount, int text) {
        ensureLines(lineCount + 1);
        int line = lineCount++;
        account[line] = accountCode;
        amount[line] = signedAmount;
        costCenter[line] = NONE;
        vendor[line] = NONE;
        customer[line] = NONE;
        lineText[line] = text;
        return line;
    }

    /** Sets the company's and the group's amount of one line from its transaction amount. */
    public void translate(int line) {
        localAmount[line] = Translation.convert(amount[line], localRate, localUnit);
        groupAmount[line] =
                currency == groupCurrency ? amount[line] : Translation.convert(localAmount[line], groupRate, groupUnit);
    }

    /**
     * Sets the company's and the group's amounts of all lines. The largest line takes the rounding, so that they balance like the
     * transaction's amounts.
     */
    public void translateAll() {
        if (localRate == Translation.UNIT) {
            System.arraycopy(amount, 0, localAmount, 0, lineCount);
        } else {
            convert(amount, localRate, localUnit, localAmount);
        }
        translateToGroup();
    }

    /** Sets the group's amounts of all lines: the transaction's where they are in its currency, else from the company's. */
    public void translateToGroup() {
        if (currency == groupCurrency) {
            System.arraycopy(amount, 0, groupAmount, 0, lineCount);
        } else if (groupRate == Translation.UNIT) {
            System.arraycopy(localAmount, 0, groupAmount, 0, lineCount);
        } else {
            convert(localAmount, groupRate, groupUnit, groupAmount);
        }
    }

    private void convert(long[] from, long rate, long unit, long[] to) {
        long fromSum = 0;
        long toSum = 0;
        int largest = 0;
        for (int line = 0; line < lineCount; line++) {
            long value = from[line];
            long converted = Translation.convert(value, rate, unit);
            to[line] = converted;
            fromSum += value;
            toSum += converted;
            if (Math.abs(value) > Math.abs(from[largest])) {
                largest = line;
            }
        }
        // An entry that an overlay has unbalanced stays unbalanced by as much.
        long rounding = toSum - (fromSum == 0 ? 0 : Translation.convert(fromSum, rate, unit));
        if (Long.signum(to[largest]) == Long.signum(rounding) && Math.abs(to[largest]) <= Math.abs(rounding)) {
            // Amounts of hardly a hundredth: the rounding would leave nothing of the line.
            largest = largestOnOtherSide(from, largest);
        }
        to[largest] -= rounding;
    }

    private int largestOnOtherSide(long[] amounts, int line) {
        int found = line;
        for (int other = 0; other < lineCount; other++) {
            boolean opposite = (amounts[other] ^ amounts[line]) < 0;
            if (opposite && (found == line || Math.abs(amounts[other]) > Math.abs(amounts[found]))) {
                found = other;
            }
        }
        return found;
    }

    /**
     * Adds an amount to one line and takes it from another, in all currencies, and leaves all other lines as they are. Does all lines
     * anew where rounding would leave nothing of one of the two.
     */
    public void shift(int to, int from, long difference) {
        amount[to] += difference;
        amount[from] -= difference;
        long localDifference = Translation.convert(difference, localRate, localUnit);
        long groupDifference =
                currency == groupCurrency ? difference : Translation.convert(localDifference, groupRate, groupUnit);
        boolean sidesStay = sameSide(amount[to], localAmount[to] + localDifference)
                && sameSide(amount[to], groupAmount[to] + groupDifference)
                && sameSide(amount[from], localAmount[from] - localDifference)
                && sameSide(amount[from], groupAmount[from] - groupDifference);
        if (!sidesStay) {
            translateAll();
            return;
        }
        localAmount[to] += localDifference;
        localAmount[from] -= localDifference;
        groupAmount[to] += groupDifference;
        groupAmount[from] -= groupDifference;
    }

    private static boolean sameSide(long first, long second) {
        return Long.signum(first) == Long.signum(second);
    }

    /** The sum of the debits in the company's currency. */
    public long localDebitTotal() {
        long total = 0;
        for (int line = 0; line < lineCount; line++) {
            total += Math.max(localAmount[line], 0);
        }
        return total;
    }

    /** Takes over the header and the lines of another entry, but not its identity, which is all that structure determines. */
    public void copyContent(EntryDraft other) {
        period = other.period;
        documentDate = other.documentDate;
        effectiveDate = other.effectiveDate;
        enteredDate = other.enteredDate;
        enteredTime = other.enteredTime;
        enteredBy = other.enteredBy;
        approvedBy = other.approvedBy;
        approvedDate = other.approvedDate;
        lastModifiedBy = other.lastModifiedBy;
        lastModifiedDate = other.lastModifiedDate;
        headerText = other.headerText;
        currency = other.currency;
        groupCurrency = other.groupCurrency;
        localRate = other.localRate;
        groupRate = other.groupRate;
        localUnit = other.localUnit;
        groupUnit = other.groupUnit;
        lineCount = other.lineCount;
        ensureLines(lineCount);
        System.arraycopy(other.account, 0, account, 0, lineCount);
        System.arraycopy(other.amount, 0, amount, 0, lineCount);
        System.arraycopy(other.localAmount, 0, localAmount, 0, lineCount);
        System.arraycopy(other.groupAmount, 0, groupAmount, 0, lineCount);
        System.arraycopy(other.costCenter, 0, costCenter, 0, lineCount);
        System.arraycopy(other.vendor, 0, vendor, 0, lineCount);
        System.arraycopy(other.customer, 0, customer, 0, lineCount);
        System.arraycopy(other.lineText, 0, lineText, 0, lineCount);
    }
}
