package dev.headroom.generator.ledger;

import dev.headroom.generator.random.Draw;
import dev.headroom.table.TextDictionary;
import java.util.ArrayList;
import java.util.List;

/** The descriptions of journal entries and their lines, in two dictionaries, and where in them the texts for a purpose are. */
public final class JournalTexts {
    /** A run of texts in a dictionary. */
    public record Texts(int first, int count) {
        /** The code of a text that random bits choose. */
        public int at(long bits) {
            return first + Draw.below(bits, count);
        }
    }

    /** The texts while the dictionaries are made. */
    private static final class Collector {
        private final List<String> headers = new ArrayList<>();
        private final List<String> lines = new ArrayList<>();

        Texts headers(List<String> texts) {
            return add(headers, texts);
        }

        Texts headers(List<String> actions, List<String> subjects) {
            return headers(actions.stream()
                    .flatMap(action -> subjects.stream().map(subject -> action + " " + subject))
                    .toList());
        }

        Texts lines(String... texts) {
            return add(lines, List.of(texts));
        }

        private static Texts add(List<String> all, List<String> texts) {
            all.addAll(texts);
            return new Texts(all.size() - texts.size(), texts.size());
        }
    }

    /** Headers of manual entries. */
    public static final Texts MANUAL;

    /** Headers of interface entries. */
    public static final Texts INTERFACE;

    /** Headers of recurring entries, one for each {@link #RECURRING_LINES}. */
    public static final Texts RECURRING;

    /** Headers of accruals, one for each of {@link #REVERSAL}. */
    public static final Texts ACCRUAL;

    /** Headers of reversals, one for each of {@link #ACCRUAL}. */
    public static final Texts REVERSAL;

    /** Headers of goods receipts. */
    public static final Texts GOODS_RECEIPT;
    /** Headers of vendor invoices. */
    public static final Texts VENDOR_INVOICE;
    /** Headers of payments. */
    public static final Texts PAYMENT;

    /** Headers that say nothing; for overlays only. */
    public static final Texts VAGUE;

    /** Lines that bear a cost. */
    public static final Texts COST_LINES;
    /** Lines that stand against a cost. */
    public static final Texts CONTRA_LINES;
    /** Lines of recurring entries, one for each of {@link #RECURRING}. */
    public static final Texts RECURRING_LINES;
    /** Line that puts received goods in stock. */
    public static final int RECEIVED;
    /** Line that puts received services to cost. */
    public static final int CONSUMED;
    /** Line against the received or invoiced goods. */
    public static final int GOODS_RECEIVED_INVOICE_RECEIVED;
    /** Line with the difference of a price from the standard or the ordered one. */
    public static final int PRICE_DIFFERENCE;
    /** Line with input tax. */
    public static final int INPUT_TAX;
    /** Line of a vendor's account. */
    public static final int PAYABLE;
    /** Line of a bank account. */
    public static final int BANK;
    /** Line with a cash discount. */
    public static final int DISCOUNT;
    /** Line with an exchange difference. */
    public static final int EXCHANGE_DIFFERENCE;

    /** Descriptions of entries. */
    public static final TextDictionary HEADERS;
    /** Descriptions of lines. */
    public static final TextDictionary LINES;

    static {
        Collector texts = new Collector();
        MANUAL = texts.headers(
                List.of("Reclassify", "Correct", "Allocate", "Adjust", "Record", "Transfer", "True up", "Settle"),
                List.of(
                        "travel expenses",
                        "marketing costs",
                        "project costs",
                        "consulting fees",
                        "freight charges",
                        "energy costs",
                        "training costs",
                        "software licences",
                        "insurance premium",
                        "vehicle costs",
                        "telephone and internet",
                        "office supplies",
                        "repairs and maintenance",
                        "legal fees",
                        "recruitment costs",
                        "bank charges",
                        "trade fair costs",
                        "membership dues",
                        "packaging material",
                        "cleaning services",
                        "temporary staff",
                        "research costs",
                        "warranty provision",
                        "bonus provision",
                        "rebates granted",
                        "intercompany services",
                        "shared service charge",
                        "property tax",
                        "waste disposal",
                        "quality inspections"));
        INTERFACE = texts.headers(List.of(
                "Expense reports, daily transfer",
                "Point of sale, daily totals",
                "Web shop, daily totals",
                "Treasury system, daily postings",
                "Fleet system, cost distribution",
                "Time recording, cost distribution",
                "Travel bookings, weekly transfer",
                "Corporate cards, statement",
                "Lease system, monthly postings",
                "Subscription billing, daily totals",
                "Energy metering, cost distribution",
                "Telecom invoices, cost distribution",
                "Project system, settlement",
                "Warehouse system, consumption",
                "Print services, cost distribution",
                "Catering, cost distribution"));
        RECURRING = texts.headers(List.of(
                "Office rent",
                "Warehouse rent",
                "Building insurance",
                "Liability insurance",
                "Software subscription",
                "Vehicle leasing",
                "Machine leasing",
                "Cleaning contract",
                "Security services",
                "Maintenance contract",
                "Data line",
                "Cloud services",
                "Parking spaces",
                "Facility management",
                "Audit fee, monthly share",
                "Association dues, monthly share"));
        ACCRUAL = texts.headers(
                List.of("Accrual"),
                List.of(
                        "invoices not yet received",
                        "energy costs",
                        "legal and consulting fees",
                        "freight charges",
                        "vacation pay",
                        "overtime pay",
                        "bonus",
                        "audit fee",
                        "maintenance services",
                        "marketing services",
                        "interest",
                        "rebates"));
        REVERSAL = texts.headers(
                List.of("Reversal of accrual"),
                List.of(
                        "invoices not yet received",
                        "energy costs",
                        "legal and consulting fees",
                        "freight charges",
                        "vacation pay",
                        "overtime pay",
                        "bonus",
                        "audit fee",
                        "maintenance services",
                        "marketing services",
                        "interest",
                        "rebates"));
        GOODS_RECEIPT = texts.headers(List.of("Goods receipt for purchase order", "Partial delivery"));
        VENDOR_INVOICE = texts.headers(List.of("Vendor invoice", "Vendor invoice, blocked for payment"));
        PAYMENT = texts.headers(List.of("Payment run", "Part payment"));
        VAGUE = texts.headers(List.of(
                "Misc", "Adjustment", "Other", "Correction", "Various", "See file", "As discussed", "Per mgmt"));
        COST_LINES = texts.lines(
                "Travel",
                "Hotel",
                "Advertising",
                "Consulting",
                "Freight",
                "Electricity",
                "Gas",
                "Training course",
                "Licence fee",
                "Insurance",
                "Fuel",
                "Mobile phones",
                "Stationery",
                "Repair",
                "Legal advice",
                "Recruitment",
                "Bank fee",
                "Trade fair",
                "Dues",
                "Packaging",
                "Cleaning",
                "Temporary staff",
                "Samples",
                "Translation",
                "Postage",
                "Spare parts",
                "Tools",
                "Work clothes",
                "Catering",
                "Books and journals",
                "Hosting",
                "Security service");
        CONTRA_LINES = texts.lines(
                "Accrued",
                "Share of another department",
                "Clearing",
                "Carried forward",
                "Charged on",
                "Deferred",
                "Reallocated",
                "Statement",
                "Settlement",
                "Daily total",
                "Cost share",
                "Provision");
        RECURRING_LINES = texts.lines(
                "Rent",
                "Rent",
                "Insurance premium",
                "Insurance premium",
                "Subscription",
                "Leasing rate",
                "Leasing rate",
                "Cleaning",
                "Security",
                "Maintenance",
                "Data line",
                "Cloud services",
                "Parking",
                "Facility management",
                "Audit fee",
                "Dues");
        RECEIVED = texts.lines("Goods received").first();
        CONSUMED = texts.lines("Received for consumption").first();
        GOODS_RECEIVED_INVOICE_RECEIVED =
                texts.lines("Goods received, invoice received").first();
        PRICE_DIFFERENCE = texts.lines("Price difference").first();
        INPUT_TAX = texts.lines("Input tax").first();
        PAYABLE = texts.lines("Vendor payable").first();
        BANK = texts.lines("Bank transfer").first();
        DISCOUNT = texts.lines("Cash discount").first();
        EXCHANGE_DIFFERENCE = texts.lines("Exchange difference").first();
        HEADERS = TextDictionary.of(texts.headers);
        LINES = TextDictionary.of(texts.lines);
    }

    private JournalTexts() {}
}
