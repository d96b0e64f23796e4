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

    private static final List<String> HEADER_LIST = new ArrayList<>();
    private static final List<String> LINE_LIST = new ArrayList<>();

    /** Headers of manual entries. */
    public static final Texts MANUAL = headers(
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

    /** Headers of interface entries. */
    public static final Texts INTERFACE = headers(List.of(
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

    /** Headers of recurring entries, one for each {@link #RECURRING_LINES}. */
    public static final Texts RECURRING = headers(List.of(
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

    /** Headers of accruals, one for each of {@link #REVERSAL}. */
    public static final Texts ACCRUAL = headers(
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

    /** Headers of reversals, one for each of {@link #ACCRUAL}. */
    public static final Texts REVERSAL = headers(
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

    /** Headers of goods receipts. */
    public static final Texts GOODS_RECEIPT = headers(List.of("Goods receipt for purchase order", "Partial delivery"));
    /** Headers of vendor invoices. */
    public static final Texts VENDOR_INVOICE =
            headers(List.of("Vendor invoice", "Vendor invoice, blocked for payment"));
    /** Headers of payments. */
    public static final Texts PAYMENT = headers(List.of("Payment run", "Part payment"));

    /** Headers that say nothing; for overlays only. */
    public static final Texts VAGUE = headers(
            List.of("Misc", "Adjustment", "Other", "Correction", "Various", "See file", "As discussed", "Per mgmt"));

    /** Lines that bear a cost. */
    public static final Texts COST_LINES = lines(
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
    /** Lines that stand against a cost. */
    public static final Texts CONTRA_LINES = lines(
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
    /** Lines of recurring entries, one for each of {@link #RECURRING}. */
    public static final Texts RECURRING_LINES = lines(
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
    /** Line that puts received goods in stock. */
    public static final int RECEIVED = lines("Goods received").first();
    /** Line that puts received services to cost. */
    public static final int CONSUMED = lines("Received for consumption").first();
    /** Line against the received or invoiced goods. */
    public static final int GOODS_RECEIVED_INVOICE_RECEIVED =
            lines("Goods received, invoice received").first();
    /** Line with the difference of a price from the standard or the ordered one. */
    public static final int PRICE_DIFFERENCE = lines("Price difference").first();
    /** Line with input tax. */
    public static final int INPUT_TAX = lines("Input tax").first();
    /** Line of a vendor's account. */
    public static final int PAYABLE = lines("Vendor payable").first();
    /** Line of a bank account. */
    public static final int BANK = lines("Bank transfer").first();
    /** Line with a cash discount. */
    public static final int DISCOUNT = lines("Cash discount").first();
    /** Line with an exchange difference. */
    public static final int EXCHANGE_DIFFERENCE = lines("Exchange difference").first();

    /** Descriptions of entries. */
    public static final TextDictionary HEADERS = TextDictionary.of(HEADER_LIST);
    /** Descriptions of lines. */
    public static final TextDictionary LINES = TextDictionary.of(LINE_LIST);

    private JournalTexts() {}

    private static Texts headers(List<String> texts) {
        int first = HEADER_LIST.size();
        HEADER_LIST.addAll(texts);
        return new Texts(first, texts.size());
    }

    private static Texts headers(List<String> actions, List<String> subjects) {
        List<String> texts = new ArrayList<>();
        for (String action : actions) {
            for (String subject : subjects) {
                texts.add(action + " " + subject);
            }
        }
        return headers(texts);
    }

    private static Texts lines(String... texts) {
        int first = LINE_LIST.size();
        LINE_LIST.addAll(List.of(texts));
        return new Texts(first, texts.length);
    }
}
