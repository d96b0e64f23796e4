package dev.headroom.generator.document;

import dev.headroom.generator.ledger.DocumentType;
import dev.headroom.generator.master.AccountRole;
import dev.headroom.generator.master.ChartOfAccounts;
import dev.headroom.generator.master.Currencies;
import dev.headroom.generator.master.Ids;
import dev.headroom.generator.master.Masters;
import dev.headroom.generator.output.TableOutput;
import dev.headroom.table.Column;
import dev.headroom.table.IntVector;
import dev.headroom.table.LongVector;
import dev.headroom.table.RecordBatch;
import dev.headroom.table.TableSchema;
import dev.headroom.table.TextDictionary;
import dev.headroom.table.TextVector;
import java.util.List;

/** The table {@code open_items}. A writer belongs to one worker. */
public final class OpenItems {
    /** The table. */
    public static final TableSchema SCHEMA = new TableSchema(
            "open_items",
            "What a document has left open on a control account: the subledger of receivables, payables, and goods received or invoiced",
            List.of(
                    Column.date("as_of_date")
                            .asKey()
                            .describedAs("Day at whose end it is open: that before the ledger, or the ledger's last"),
                    Column.text("document_type")
                            .asKey()
                            .describedAs(
                                    "Table of the document in the singular; the purchase order of what is on GR/IR"),
                    Column.text("document_id")
                            .asKey()
                            .describedAs(
                                    "Id of the document; a credit memo lowers what is open of its invoice, or is open itself if that is paid"),
                    Column.text("company_code")
                            .references("companies.company_code")
                            .describedAs("Company (ADS Business_Unit_Code; ACDOCA RBUKRS)"),
                    Column.text("gl_account_number")
                            .references("gl_accounts.gl_account_number")
                            .describedAs("Control account (ACDOCA RACCT)"),
                    Column.text("control_type").describedAs("AR, AP or GRIR, as in gl_accounts"),
                    Column.text("vendor_id")
                            .asNullable()
                            .references("vendors.vendor_id")
                            .describedAs("Vendor (ADS Supplier_Account_ID; ACDOCA LIFNR); absent for AR"),
                    Column.text("customer_id")
                            .asNullable()
                            .references("customers.customer_id")
                            .describedAs("Customer (ADS Customer_Account_ID; ACDOCA KUNNR); absent for AP and GRIR"),
                    Column.date("document_date").describedAs("Day of the document (ADS Transaction_Date; BLDAT)"),
                    Column.date("due_date")
                            .asNullable()
                            .describedAs(
                                    "Day on which it is to be paid (ADS Transaction_Due_Date; NETDT); absent for GRIR"),
                    Column.text("currency")
                            .describedAs("ISO 4217 code of the document's amounts (ADS Amount_Currency; RWCUR)"),
                    Column.decimal("amount", 2)
                            .describedAs(
                                    "What is open in the document's currency; debits above zero (ADS Amount; WSL)"),
                    Column.decimal("local_amount", 2)
                            .describedAs(
                                    "The same in the company's currency, at the rate at which it is in the books (ADS Local_Amount; HSL)")));

    private static final TextDictionary CONTROL_TYPES = TextDictionary.of("AR", "AP", "GRIR");
    private static final int RECEIVABLE = 0;
    private static final int PAYABLE = 1;
    private static final int RECEIVED_OR_INVOICED = 2;
    private static final int NONE = DocumentSchedule.NONE;

    private final TableOutput output;
    private final int[] accounts;
    private final Ids vendorIds;
    private final Ids customerIds;

    private final IntVector asOf;
    private final TextVector documentType;
    private final TextVector documentId;
    private final TextVector company;
    private final TextVector account;
    private final TextVector controlType;
    private final TextVector vendor;
    private final TextVector customer;
    private final IntVector documentDate;
    private final IntVector dueDate;
    private final TextVector currency;
    private final LongVector amount;
    private final LongVector localAmount;

    /** Makes a writer. */
    public OpenItems(TableOutput output, Masters master) {
        ChartOfAccounts chart = master.accounts();
        this.output = output;
        this.accounts = new int[] {
            chart.account(AccountRole.ACCOUNTS_RECEIVABLE),
            chart.account(AccountRole.ACCOUNTS_PAYABLE),
            chart.account(AccountRole.GOODS_RECEIVED_NOT_INVOICED)
        };
        this.vendorIds = master.vendors().ids();
        this.customerIds = master.customers().ids();
        RecordBatch batch = output.batch();
        asOf = batch.ints("as_of_date");
        documentType = batch.texts("document_type");
        documentId = batch.texts("document_id");
        company = batch.texts("company_code");
        account = batch.texts("gl_account_number");
        controlType = batch.texts("control_type");
        vendor = batch.texts("vendor_id");
        customer = batch.texts("customer_id");
        documentDate = batch.ints("document_date");
        dueDate = batch.ints("due_date");
        currency = batch.texts("currency");
        amount = batch.longs("amount");
        localAmount = batch.longs("local_amount");
        documentType.useDictionary(DocumentType.NAMES);
        company.useDictionary(master.companies().codes());
        account.useDictionary(chart.numbers());
        controlType.useDictionary(CONTROL_TYPES);
        vendorIds.bind(vendor);
        customerIds.bind(customer);
        currency.useDictionary(Currencies.codes());
    }

    /** What is open of a document, and whose it is. Filled anew for each item, which is why its fields are open. */
    public static final class Item {
        /** Day at whose end it is open. */
        public int asOf;
        /** Company. */
        public int company;
        /** Type of the document. */
        public DocumentType type = DocumentType.CUSTOMER_INVOICE;
        /** Number of the document. */
        public long number;
        /** Day of the document. */
        public int date;
        /** Day on which it is due; {@link DocumentSchedule#NONE} for none. */
        public int due = NONE;
        /** Currency of the document, as a code. */
        public int currency;
        /** What is open, debits above 0, in hundredths. */
        public long amount;
        /** The same in the company's currency. */
        public long localAmount;

        /** Makes an item of nothing. */
        public Item() {}
    }

    /** Writes what a customer owes, or is owed. */
    public void writeReceivable(Item item, int ofCustomer) {
        int row = addRow(item, RECEIVABLE);
        vendor.setNull(row);
        customerIds.set(customer, row, ofCustomer);
    }

    /** Writes what a vendor is owed, or owes. */
    public void writePayable(Item item, int ofVendor) {
        int row = addRow(item, PAYABLE);
        vendorIds.set(vendor, row, ofVendor);
        customer.setNull(row);
    }

    /** Writes what of an order is received and not invoiced, or invoiced and not received. */
    public void writeReceivedOrInvoiced(Item item, int ofVendor) {
        int row = addRow(item, RECEIVED_OR_INVOICED);
        vendorIds.set(vendor, row, ofVendor);
        customer.setNull(row);
    }

    private int addRow(Item item, int kind) {
        int row = output.addRow();
        asOf.set(row, item.asOf);
        documentType.setCode(row, item.type.code());
        documentId.setCode(row, item.type.addId(documentId.local(), item.number));
        company.setCode(row, item.company);
        account.setCode(row, accounts[kind]);
        controlType.setCode(row, kind);
        documentDate.set(row, item.date);
        if (item.due == NONE) {
            dueDate.setNull(row);
        } else {
            dueDate.set(row, item.due);
        }
        currency.setCode(row, item.currency);
        amount.set(row, item.amount);
        localAmount.set(row, item.localAmount);
        return row;
    }
}
