package dev.headroom.generator.ledger;

import dev.headroom.generator.master.ChartOfAccounts;
import dev.headroom.generator.random.Draw;
import dev.headroom.table.TextDictionary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The descriptions of journal entries and their lines, in two dictionaries, and where in them the texts for a purpose are. */
public final class JournalTexts {
    /** A run of texts in a dictionary. */
    public record Texts(int first, int count) {
        /** The code of a text that random bits choose. */
        public int at(long bits) {
            return first + Draw.below(bits, count);
        }
    }

    /** {@code account|what a line on it can be for}, beside the account's name. */
    private static final String DETAILS = """
        Travel|Hotel, Flight, Rail ticket, Rental car
        Meals and Entertainment|Business lunch, Catering, Customer event
        Advertising|Print advertising, Online advertising, Samples, Brochures
        Trade Fairs|Trade fair, Stand construction, Exhibitor fee
        Consulting Fees|Consulting, Project support, Translation
        Temporary Staff|Agency staff, Student help
        Postage and Courier|Postage, Parcel service, Express courier
        Electricity|Base load, Peak load
        Heating and Water|Gas, District heating, Water
        Training|Training course, Books and journals, Seminar
        Software Licences|Licence fee, Subscription
        Hosting and Data Centre|Hosting, Cloud services, Backup
        Insurance|Insurance premium
        Vehicle Costs|Fuel, Leasing rate, Vehicle tax, Parking
        Telephone and Internet|Mobile phones, Data line, Landline
        Office Supplies|Stationery, Printer toner, Paper
        Repairs and Maintenance|Repair, Spare parts, Maintenance
        Building Maintenance|Facility management, Security service, Lift service
        Legal Fees|Legal advice, Notary
        Audit and Accounting Fees|Audit fee, Bookkeeping services
        Recruitment|Job advertisement, Recruiter
        Bank Charges|Bank fee, Account maintenance
        Subscriptions and Dues|Dues, Association fee
        Cleaning|Cleaning, Window cleaning
        Equipment Rental|Machine hire, Leasing rate
        Safety and Environment|Safety inspection, Work clothes
        Waste Disposal|Waste collection, Recycling
        Bonuses|Bonus
        Employee Benefits|Vacation pay, Canteen
        Wages and Salaries|Overtime pay
        Rent|Rent, Service charge
        Property Tax|Property tax
        Interest Expense|Loan interest
        Other Operating Expenses|Shared services, Sundry expenses
        Purchased Supplies|Packaging, Consumables
        Sales Returns and Allowances|Rebate
        Accrued Expenses|Accrued, Provision for outstanding invoices
        Accrued Bonuses|Provision for bonuses
        Accrued Interest|Interest accrued
        Accrued Audit Fees|Provision for audit
        Warranty Provision|Addition to provision
        Other Liabilities|Clearing, Employee reimbursement, Card statement
        Payables to Affiliates|Charged by affiliate
        Lease Liabilities|Lease instalment
        Cash in Transit|Clearing, Daily total
        Other Receivables|Claim
        Receivables from Affiliates|Charged to affiliate
        Employee Advances|Advance cleared
        Other Prepaid Expenses|Deferred, Prepayment
        """;

    /** The texts while the dictionaries are made. */
    private static final class Collector {
        private final List<String> headers = new ArrayList<>();
        private final List<String> lines = new ArrayList<>();

        Texts headers(List<String> texts) {
            return add(headers, texts);
        }

        Texts lines(String... texts) {
            return add(lines, List.of(texts));
        }

        private static Texts add(List<String> all, List<String> texts) {
            all.addAll(texts);
            return new Texts(all.size() - texts.size(), texts.size());
        }
    }

    /** Headers of reversals, one for each subject of accruals, in their order. */
    public static final Texts REVERSAL;

    /** Headers of goods receipts. */
    public static final Texts GOODS_RECEIPT;
    /** Headers of vendor invoices. */
    public static final Texts VENDOR_INVOICE;
    /** Headers of payments. */
    public static final Texts PAYMENT;
    /** Header of returns to vendors. */
    public static final Texts VENDOR_RETURN;
    /** Headers of credit memos of vendors: for returns, for wrong invoices. */
    public static final Texts VENDOR_CREDIT_MEMO;

    /** Header of the production for an order. */
    public static final Texts PRODUCTION;
    /** Headers of deliveries: of a whole order, of a part. */
    public static final Texts DELIVERY;
    /** Headers of invoices to customers: for goods, services and subscriptions. */
    public static final Texts CUSTOMER_INVOICE;
    /** Header of releases of deferred revenue. */
    public static final Texts REVENUE_RELEASE;
    /** Header of returns from customers. */
    public static final Texts CUSTOMER_RETURN;
    /** Header of credit memos to customers. */
    public static final Texts CUSTOMER_CREDIT_MEMO;
    /** Headers of receipts: in full, with discount. */
    public static final Texts RECEIPT;
    /** Header of refunds. */
    public static final Texts REFUND;
    /** Header of write-offs. */
    public static final Texts WRITE_OFF;

    /** Headers of a payroll's entries: the run, the pay-out, the remittance. */
    public static final Texts PAYROLL;
    /** Header of depreciation runs. */
    public static final Texts DEPRECIATION_RUN;
    /** Header of provisions for bad debt. */
    public static final Texts PROVISION;
    /** Headers of tax returns: to be paid, to be refunded. */
    public static final Texts TAX_RETURN;
    /** Headers of payments and refunds of tax. */
    public static final Texts TAX_PAYMENT;
    /** Header of valuations of what is open in foreign currencies. */
    public static final Texts REVALUATION;
    /** Header of the reversals of valuations. */
    public static final Texts REVALUATION_REVERSAL;
    /** Header of the close of a year. */
    public static final Texts YEAR_CLOSE;

    /** Headers that say nothing; for overlays only. */
    public static final Texts VAGUE;

    /** Lines of entries that no document posts, by the name of the account as {@link ChartOfAccounts#names} has it. */
    public static final Map<String, Texts> OF_ACCOUNT;
    /** Line that puts received goods in stock. */
    public static final int RECEIVED;
    /** Line that puts received services to cost. */
    public static final int CONSUMED;
    /** Line that takes goods out of stock which go back to the vendor. */
    public static final int SENT_BACK;
    /** Line that puts an asset into use. */
    public static final int ACQUIRED;
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
    /** Line that puts goods that were made in stock. */
    public static final int MADE;
    /** Line with the material of what was made. */
    public static final int MATERIAL_USED;
    /** Line with the other cost of what was made. */
    public static final int COST_ABSORBED;
    /** Line with the cost of goods that were sold or come back. */
    public static final int SOLD;
    /** Line that takes goods out of stock. */
    public static final int ISSUED;
    /** Line that puts returned goods in stock. */
    public static final int TAKEN_BACK;
    /** Line of a customer's account. */
    public static final int RECEIVABLE;
    /** Line with revenue. */
    public static final int REVENUE;
    /** Line with deferred revenue. */
    public static final int DEFERRED;
    /** Line with output tax. */
    public static final int OUTPUT_TAX;
    /** Line with what is credited to a customer. */
    public static final int SALES_RETURN;
    /** Line with what is written off. */
    public static final int UNCOLLECTIBLE;
    /** Line with tax that is to be paid, or to be refunded. */
    public static final int TAX_PAYABLE;
    /** Line with the valuation of what is open in a foreign currency. */
    public static final int VALUATION;
    /** Line that closes an account of revenue or expense. */
    public static final int CLOSED;
    /** Line with the result of a year. */
    public static final int RESULT;
    /** Line with an exchange difference. */
    public static final int EXCHANGE_DIFFERENCE;
    /** Line with wages of a cost center. */
    public static final int WAGES;
    /** Line with the employer's social contributions of a cost center. */
    public static final int SOCIAL_CHARGES;
    /** Line with what employees are paid out. */
    public static final int NET_PAY;
    /** Line with what the authorities are owed of wages. */
    public static final int WITHHELD;
    /** Line with the depreciation of a cost center. */
    public static final int DEPRECIATION;
    /** Lines with what is depreciated, one for each class of assets, in their order. */
    public static final Texts DEPRECIATED;
    /** Line with the cost of bad debt. */
    public static final int BAD_DEBT;
    /** Line with the allowance for bad debt. */
    public static final int ALLOWANCE;

    /** Descriptions of entries. */
    public static final TextDictionary HEADERS;
    /** Descriptions of lines. */
    public static final TextDictionary LINES;

    static {
        Collector texts = new Collector();
        // The first ones, so that their codes are the positions of the subjects.
        texts.headers(EntrySubjects.ALL.stream().map(EntrySubject::header).toList());
        REVERSAL = texts.headers(EntrySubjects.ALL.stream()
                .skip(EntrySubjects.FIRST_ACCRUAL)
                .map(subject -> subject.header().replace("Accrual", "Reversal of accrual"))
                .toList());
        GOODS_RECEIPT = texts.headers(List.of("Goods receipt for purchase order", "Partial delivery"));
        VENDOR_INVOICE = texts.headers(List.of("Vendor invoice", "Vendor invoice, blocked for payment"));
        PAYMENT = texts.headers(List.of("Payment run", "Part payment"));
        VENDOR_RETURN = texts.headers(List.of("Return to vendor"));
        VENDOR_CREDIT_MEMO = texts.headers(List.of("Vendor credit memo for return", "Vendor credit memo, correction"));
        PRODUCTION = texts.headers(List.of("Production for sales order"));
        DELIVERY = texts.headers(List.of("Goods issue for sales order", "Partial shipment"));
        CUSTOMER_INVOICE = texts.headers(
                List.of("Customer invoice", "Customer invoice for services", "Customer invoice for subscription"));
        REVENUE_RELEASE = texts.headers(List.of("Release of deferred revenue"));
        CUSTOMER_RETURN = texts.headers(List.of("Customer return"));
        CUSTOMER_CREDIT_MEMO = texts.headers(List.of("Customer credit memo"));
        RECEIPT = texts.headers(List.of("Incoming payment", "Incoming payment less discount"));
        REFUND = texts.headers(List.of("Refund to customer"));
        WRITE_OFF = texts.headers(List.of("Write-off of uncollectible invoice"));
        PAYROLL = texts.headers(List.of("Payroll", "Payroll, pay-out", "Payroll, taxes and contributions"));
        DEPRECIATION_RUN = texts.headers(List.of("Depreciation run"));
        PROVISION = texts.headers(List.of("Provision for doubtful accounts"));
        TAX_RETURN = texts.headers(List.of("Tax return", "Tax return, refund due"));
        TAX_PAYMENT = texts.headers(List.of("Tax payment", "Tax refund"));
        REVALUATION = texts.headers(List.of("Foreign currency valuation"));
        REVALUATION_REVERSAL = texts.headers(List.of("Reversal of foreign currency valuation"));
        YEAR_CLOSE = texts.headers(List.of("Year-end close"));
        VAGUE = texts.headers(List.of(
                "Misc", "Adjustment", "Other", "Correction", "Various", "See file", "As discussed", "Per mgmt"));
        Map<String, Texts> ofAccount = new HashMap<>();
        Map<String, List<String>> details = new HashMap<>();
        for (String line : DETAILS.lines().toList()) {
            String[] parts = line.split("\\|", -1);
            details.put(parts[0], List.of(parts[1].split(", ", -1)));
        }
        for (String account : ChartOfAccounts.names()) {
            List<String> ofLine = new ArrayList<>(details.getOrDefault(account, List.of()));
            ofLine.add(account);
            ofAccount.put(account, texts.lines(ofLine.toArray(String[]::new)));
        }
        OF_ACCOUNT = Map.copyOf(ofAccount);
        RECEIVED = texts.lines("Goods received").first();
        CONSUMED = texts.lines("Received for consumption").first();
        SENT_BACK = texts.lines("Goods sent back").first();
        ACQUIRED = texts.lines("Asset acquired").first();
        GOODS_RECEIVED_INVOICE_RECEIVED =
                texts.lines("Goods received, invoice received").first();
        PRICE_DIFFERENCE = texts.lines("Price difference").first();
        INPUT_TAX = texts.lines("Input tax").first();
        PAYABLE = texts.lines("Vendor payable").first();
        BANK = texts.lines("Bank transfer").first();
        DISCOUNT = texts.lines("Cash discount").first();
        MADE = texts.lines("Finished goods").first();
        MATERIAL_USED = texts.lines("Material used").first();
        COST_ABSORBED = texts.lines("Production cost absorbed").first();
        SOLD = texts.lines("Cost of goods sold").first();
        ISSUED = texts.lines("Goods issued").first();
        TAKEN_BACK = texts.lines("Goods returned").first();
        RECEIVABLE = texts.lines("Customer receivable").first();
        REVENUE = texts.lines("Revenue").first();
        DEFERRED = texts.lines("Deferred revenue").first();
        OUTPUT_TAX = texts.lines("Output tax").first();
        SALES_RETURN = texts.lines("Sales return").first();
        UNCOLLECTIBLE = texts.lines("Uncollectible receivable").first();
        TAX_PAYABLE = texts.lines("Tax payable").first();
        VALUATION = texts.lines("Valuation of open items").first();
        CLOSED = texts.lines("Balance carried to retained earnings").first();
        RESULT = texts.lines("Result of the year").first();
        EXCHANGE_DIFFERENCE = texts.lines("Exchange difference").first();
        WAGES = texts.lines("Wages and salaries").first();
        SOCIAL_CHARGES = texts.lines("Employer's social contributions").first();
        NET_PAY = texts.lines("Net pay").first();
        WITHHELD = texts.lines("Wage tax and social contributions").first();
        DEPRECIATION = texts.lines("Depreciation").first();
        DEPRECIATED = texts.lines(
                "Buildings, depreciated",
                "Machinery, depreciated",
                "Vehicles, depreciated",
                "IT equipment, depreciated",
                "Office equipment, depreciated",
                "Tools, depreciated");
        BAD_DEBT = texts.lines("Expected bad debt").first();
        ALLOWANCE = texts.lines("Allowance for doubtful accounts").first();
        HEADERS = TextDictionary.of(texts.headers);
        LINES = TextDictionary.of(texts.lines);
    }

    private JournalTexts() {}
}
