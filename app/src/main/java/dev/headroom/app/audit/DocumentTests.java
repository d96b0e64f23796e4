package dev.headroom.app.audit;

import static dev.headroom.app.audit.EntryFacts.Posted;

import dev.headroom.app.audit.Books.Control;
import java.io.Closeable;
import java.io.IOException;
import java.util.Set;

/**
 * The audit tests that compare an entry with the document that posts it. Documents and entries are sorted by document, on disk where memory
 * ends. Entries of other documents than those of purchases and sales are not compared. Used by one thread.
 */
final class DocumentTests implements Closeable {
    private static final int WIDTH = 5;
    private static final int SORT_BYTES = 4 << 20;

    // What is sorted of a document, in this order.
    private static final int DOCUMENT = 0;
    private static final int PART = 1;
    private static final int ACCOUNT = 2;
    private static final int FOREIGN_LINE = 3;
    private static final int ENTRY = 4;

    // How an entry is compared with its document.
    private static final int WITH_AMOUNT = 0;
    private static final int WITH_DELIVERIES = 1;
    private static final int WITH_MONTHS = 2;
    private static final int WITH_MONTHS_IN_WHOLE = 3;

    private static final int KINDS = 64;
    private static final long HUNDREDTHS = 100;
    private static final int MOST_PARTS = 256;

    /** Receipts and returns of what was ordered, which post to the accounts of the order. */
    private static final Set<String> MOVED_GOODS = Set.of("WE", "WA");

    private static final Set<Control> PURCHASING_CONTROLS = Set.of(Control.AP, Control.GRIR, Control.BANK, Control.TAX);
    private static final Set<Control> SALES_CONTROLS = Set.of(Control.AR, Control.INVENTORY, Control.BANK, Control.TAX);
    private static final Set<String> POSTED_BESIDE = Set.of(
            "Purchase Price Variance",
            "Discounts Received",
            "Foreign Exchange Gains",
            "Foreign Exchange Losses",
            "Cost of Goods Sold",
            "Cost of Merchandise Sold",
            "Cost of Services",
            "Cost of Care",
            "Cost of Revenue",
            "Absorbed Production Cost",
            "Absorbed Handling Cost",
            "Absorbed Servicing Cost",
            "Absorbed Treatment Cost",
            "Absorbed Delivery Cost",
            "Deferred Revenue",
            "Allowance for Doubtful Accounts");

    private final TestCounts counts;
    private final Sorter sorter;
    private final Sorter.Appender records;
    private final Sorter orderSorter;
    private final Sorter.Appender orders;
    private final long[] record = new long[WIDTH];
    private boolean foreign;
    /** Of all entries. */
    private int firstMonth = Integer.MAX_VALUE;

    // Of the document at hand.
    private final long[] parts = new long[MOST_PARTS];
    private final long[] partDays = new long[MOST_PARTS];
    private final int[] months = new int[MOST_PARTS];
    private final int[] monthKinds = new int[MOST_PARTS];
    private int partCount;
    private int monthCount;
    private boolean documented;
    private long truth;
    private int day;
    private long revenueMonths;
    private LongSet ordered = new LongSet();
    private boolean foreignToOrder;

    DocumentTests(SpillDirectory directory, TestCounts counts) {
        this.counts = counts;
        this.sorter = new Sorter(directory, WIDTH, SORT_BYTES);
        this.records = sorter.appender();
        this.orderSorter = new Sorter(directory, WIDTH, SORT_BYTES);
        this.orders = orderSorter.appender();
    }

    private void put(Sorter.Appender to, long key, int role, long third, long fourth, long fifth) throws IOException {
        record[0] = key;
        record[1] = role;
        record[2] = third;
        record[3] = fourth;
        record[4] = fifth;
        to.add(record);
    }

    /**
     * Takes a document.
     *
     * @param amount what its entry credits to the account of its kind
     */
    void document(long id, long amount, int date) throws IOException {
        put(records, id, DOCUMENT, amount, date, 0);
    }

    /** Takes a part of a document: a delivery of an order, or the revenue of an invoice, with the months that it is spread over. */
    void part(long id, long amount, int date, long spread) throws IOException {
        put(records, id, PART, amount, date, spread);
    }

    /** Takes the account that a line of an order is for. */
    void orderedAccount(long orderLine, long account) throws IOException {
        put(orders, orderLine, ACCOUNT, account, 0, 0);
    }

    /** Takes a receipt, or return, of a line of an order. */
    void receiptOf(long orderLine, long receipt) throws IOException {
        put(orders, orderLine, FOREIGN_LINE, receipt, 0, 0);
    }

    /** Takes a line of an entry. */
    void line(EntryFacts entry, EntryReader.Line line) throws IOException {
        if (entry.document == 0 || !isForeign(entry, line)) {
            return;
        }
        if (MOVED_GOODS.contains(entry.documentType)) {
            put(records, entry.document, FOREIGN_LINE, line.account, 0, 0);
        } else {
            foreign = true;
        }
    }

    /** Whether an account is neither a subledger's nor takes what documents post beside it. */
    private static boolean isForeign(EntryFacts entry, EntryReader.Line line) {
        boolean sale = entry.sourceText.equals("sales");
        if (!sale && !entry.sourceText.equals("purchasing")) {
            return false;
        }
        Books.Account account = line.chart;
        return !(sale ? SALES_CONTROLS : PURCHASING_CONTROLS).contains(account.control())
                && !(sale && account.type().equals("REVENUE"))
                && !POSTED_BESIDE.contains(account.name());
    }

    /** Takes an entry, after its lines. */
    void entry(EntryFacts entry) throws IOException {
        if (foreign) {
            counts.found(AnomalyTest.MISCLASSIFIED_ACCOUNT, entry.kind);
            foreign = false;
        }
        firstMonth = Math.min(firstMonth, CalendarDays.month(entry.effectiveDate));
        if (entry.document == 0) {
            return;
        }
        switch (entry.documentType) {
            case "WE", "WA" -> put(entry, WITH_AMOUNT, entry.posted(Posted.GRIR));
            case "RE", "KG" -> put(entry, WITH_AMOUNT, entry.posted(Posted.AP));
            case "ZP", "DZ", "DR" -> put(entry, WITH_AMOUNT, entry.posted(Posted.BANK));
            case "WL", "WR" -> put(entry, WITH_AMOUNT, entry.posted(Posted.INVENTORY));
            case "RV", "DG", "DA" -> put(entry, WITH_AMOUNT, entry.posted(Posted.AR));
            case "WF" -> put(entry, WITH_DELIVERIES, -entry.posted(Posted.FINISHED_GOODS));
            case "RR" -> {
                int comparison = entry.localUnit == 1 ? WITH_MONTHS : WITH_MONTHS_IN_WHOLE;
                put(entry, comparison, -entry.posted(Posted.DEFERRED_REVENUE));
            }
            default -> {}
        }
    }

    private void put(EntryFacts entry, int comparison, long posted) throws IOException {
        put(records, entry.document, ENTRY, posted, entry.effectiveDate, (long) comparison * KINDS + entry.kind + 1);
    }

    /** Compares, when all documents and entries were taken. */
    void end() throws IOException {
        giveAccountsToReceipts();
        Sorter.Merge sorted = sorter.sorted();
        long key = 0;
        while (sorted.next()) {
            if (sorted.get(0) != key) {
                key = sorted.get(0);
                compareMonths();
                begin();
            }
            switch ((int) sorted.get(1)) {
                case DOCUMENT -> {
                    documented = true;
                    truth = sorted.get(2);
                    day = (int) sorted.get(3);
                }
                case PART -> addPart(sorted.get(2), sorted.get(3), sorted.get(4));
                case ACCOUNT -> ordered.add(sorted.get(2));
                case FOREIGN_LINE -> foreignToOrder |= !ordered.contains(sorted.get(2));
                default -> compare(sorted.get(2), (int) sorted.get(3), (int) sorted.get(4));
            }
        }
        compareMonths();
    }

    /** The account that a line of an order is for may be posted to by its receipts. */
    private void giveAccountsToReceipts() throws IOException {
        Sorter.Merge sorted = orderSorter.sorted();
        boolean known = false;
        long orderLine = 0;
        long account = 0;
        while (sorted.next()) {
            if (sorted.get(0) != orderLine) {
                orderLine = sorted.get(0);
                known = false;
            }
            if (sorted.get(1) == ACCOUNT) {
                known = true;
                account = sorted.get(2);
            } else if (known) {
                put(records, sorted.get(2), ACCOUNT, account, 0, 0);
            }
        }
    }

    private void begin() {
        partCount = 0;
        monthCount = 0;
        documented = false;
        revenueMonths = 0;
        foreignToOrder = false;
        ordered = new LongSet();
    }

    private void addPart(long amount, long date, long spread) {
        if (partCount < MOST_PARTS) {
            parts[partCount] = amount;
            partDays[partCount++] = date;
        }
        revenueMonths = spread;
    }

    private void compare(long posted, int date, int comparisonAndKind) {
        int kind = comparisonAndKind % KINDS - 1;
        if (foreignToOrder) {
            counts.found(AnomalyTest.MISCLASSIFIED_ACCOUNT, kind);
            foreignToOrder = false;
        }
        switch (comparisonAndKind / KINDS) {
            case WITH_AMOUNT -> {
                if (documented) {
                    compareAmount(posted, truth, kind);
                    if (CalendarDays.month(date) != CalendarDays.month(day)) {
                        counts.found(AnomalyTest.WRONG_PERIOD, kind);
                    }
                }
            }
            case WITH_DELIVERIES -> compareProduction(posted, date, kind);
            case WITH_MONTHS -> compareRelease(posted, date, kind, 1, 0);
            // Lines of an invoice, too, are rounded when they are translated.
            default -> compareRelease(posted, date, kind, HUNDREDTHS, 1);
        }
    }

    private void compareAmount(long posted, long expected, int kind) {
        if (posted != expected && !compareExactly(posted, expected, kind)) {
            compareDigits(posted, expected, kind);
        }
    }

    /** Whether an amount is the expected one with another sign or decimal point. */
    private boolean compareExactly(long posted, long expected, int kind) {
        if (expected != 0 && posted == -expected) {
            counts.found(AnomalyTest.REVERSED_AMOUNT, kind);
            return true;
        }
        if (expected != 0 && (posted == 10 * expected || posted == 100 * expected)) {
            counts.found(AnomalyTest.DECIMAL_ERROR, kind);
            return true;
        }
        return false;
    }

    /** Whether two digits of an amount may have been exchanged. */
    private boolean compareDigits(long posted, long expected, int kind) {
        if ((posted - expected) % 9 != 0) {
            return false;
        }
        counts.found(AnomalyTest.TRANSPOSED_DIGITS, kind);
        return true;
    }

    /** What is made for an order is delivered some days later. */
    private void compareProduction(long made, int date, int kind) {
        boolean delivered = false;
        boolean inTime = false;
        for (int i = 0; i < partCount; i++) {
            delivered |= parts[i] == made;
            long days = partDays[i] - date;
            inTime |= days >= 0 && days <= Production.LONGEST_LEAD;
        }
        for (int i = 0; i < partCount && !delivered; i++) {
            delivered = compareExactly(made, parts[i], kind);
        }
        for (int i = 0; i < partCount && !delivered; i++) {
            delivered = compareDigits(made, parts[i], kind);
        }
        if (partCount > 0 && !inTime) {
            counts.found(AnomalyTest.WRONG_PERIOD, kind);
        }
    }

    /**
     * Each month of a subscription has an equal part of its revenue, but for what it is rounded by.
     *
     * @param unit of which all amounts are multiples
     * @param units that a part may differ by beyond that
     */
    private void compareRelease(long released, int date, int kind, long unit, int units) {
        if (partCount == 0 || revenueMonths == 0) {
            return;
        }
        // A month has what is left by rounding.
        long part = parts[0] / (revenueMonths * unit) * unit;
        long least = part - units * unit;
        long most = part + (1 + units) * unit;
        boolean told = released >= least && released <= most;
        for (long expected = least; expected <= most && !told; expected += unit) {
            told = compareExactly(released, expected, kind);
        }
        for (long expected = least; expected <= most && !told; expected += unit) {
            told = compareDigits(released, expected, kind);
        }
        int month = CalendarDays.month(date);
        int first = CalendarDays.month((int) partDays[0]);
        boolean outside = month < first || month >= first + revenueMonths;
        for (int i = 0; i < monthCount; i++) {
            if (months[i] == month) {
                // Either of the two may be the one in the wrong month.
                if (monthKinds[i] != KINDS) {
                    counts.found(AnomalyTest.WRONG_PERIOD, monthKinds[i]);
                    monthKinds[i] = KINDS;
                }
                outside = true;
            }
        }
        if (outside) {
            counts.found(AnomalyTest.WRONG_PERIOD, kind);
        }
        if (monthCount < MOST_PARTS) {
            months[monthCount] = month;
            monthKinds[monthCount++] = outside ? KINDS : kind;
        }
    }

    /** A part of an invoice's revenue follows that of the month before; there may be no later one where the sale was undone. */
    private void compareMonths() {
        for (int i = 0; i < monthCount; i++) {
            int before = months[i] - 1;
            boolean follows = before < Math.max(firstMonth, CalendarDays.month((int) partDays[0]));
            for (int j = 0; j < monthCount && !follows; j++) {
                follows = months[j] == before;
            }
            if (!follows && monthKinds[i] != KINDS) {
                counts.found(AnomalyTest.WRONG_PERIOD, monthKinds[i]);
            }
        }
    }

    @Override
    public void close() throws IOException {
        sorter.close();
        orderSorter.close();
    }
}
