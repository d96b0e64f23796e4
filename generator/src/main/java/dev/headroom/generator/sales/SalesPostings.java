package dev.headroom.generator.sales;

import dev.headroom.generator.document.Settlement;
import dev.headroom.generator.ledger.Bookkeeping;
import dev.headroom.generator.ledger.DocumentType;
import dev.headroom.generator.ledger.EntryDraft;
import dev.headroom.generator.ledger.EntryKind;
import dev.headroom.generator.ledger.JournalTexts;
import dev.headroom.generator.master.AccountRole;
import dev.headroom.generator.master.ChartOfAccounts;
import dev.headroom.generator.master.Employees;
import dev.headroom.generator.master.Masters;
import dev.headroom.generator.random.Draw;
import dev.headroom.generator.sales.SalesMix.Kind;

/**
 * The entries that the documents of a sale post.
 *
 * <ul>
 *   <li>Production, where goods are made for an order: finished goods at standard cost, against their components at theirs and absorbed cost.
 *   <li>Delivery of goods: cost of goods sold against inventory. A return is the reverse.
 *   <li>Invoice: the customer against revenue, or deferred revenue of subscriptions, and output tax, at the rate of its day. A credit
 *       memo is the reverse, on the account of returns and at the invoice's rate.
 *   <li>Release, in the company's currency: deferred revenue against revenue, for each month an equal part.
 *   <li>Receipt, in the company's currency: bank and discount against the customer at the invoice's rate; the rest is an exchange
 *       difference. A refund is the reverse.
 *   <li>Write-off, in the company's currency: the allowance for doubtful accounts and output tax against the customer.
 * </ul>
 *
 * Immutable.
 */
final class SalesPostings {
    /** Keys of the entries: slots of a delivery's key. */
    private static final int PRODUCTION_ENTRY = 24;

    private static final int DELIVERY_ENTRY = 25;
    private static final int INVOICE_ENTRY = 26;
    private static final int RELEASE_ENTRY = 27;
    private static final int RETURN_ENTRY = 28;
    private static final int CREDIT_ENTRY = 29;
    private static final int RECEIPT_ENTRY = 30;
    private static final int REFUND_ENTRY = 31;

    private final Bookkeeping bookkeeping;
    private final int production;
    private final int shipping;
    private final int billing;
    private final int lockbox;
    private final int rawMaterial;
    private final int absorbedCost;
    /** What goods are delivered from. */
    private final int stock;

    private final int costOfGoodsSold;
    private final int receivables;
    private final int deferredRevenue;
    private final int outputTax;
    private final int returns;
    private final int allowance;
    private final int bank;
    private final int discounts;
    private final int exchangeGain;
    private final int exchangeLoss;

    SalesPostings(Bookkeeping bookkeeping, Masters master) {
        this.bookkeeping = bookkeeping;
        this.production = Employees.SystemUser.PRODUCTION.code();
        this.shipping = Employees.SystemUser.WAREHOUSE.code();
        this.billing = Employees.SystemUser.BILLING.code();
        this.lockbox = Employees.SystemUser.RECEIPT.code();
        ChartOfAccounts chart = master.accounts();
        this.rawMaterial = chart.account(AccountRole.INVENTORY);
        this.absorbedCost = chart.account(AccountRole.ABSORBED_PRODUCTION_COST);
        boolean makes = SalesMix.of(master.configuration().industry()).makes();
        this.stock = chart.account(makes ? AccountRole.FINISHED_GOODS : AccountRole.INVENTORY);
        this.costOfGoodsSold = chart.account(AccountRole.COST_OF_GOODS_SOLD);
        this.receivables = chart.account(AccountRole.ACCOUNTS_RECEIVABLE);
        this.deferredRevenue = chart.account(AccountRole.DEFERRED_REVENUE);
        this.outputTax = chart.account(AccountRole.OUTPUT_TAX);
        this.returns = chart.account(AccountRole.SALES_RETURNS);
        this.allowance = chart.account(AccountRole.ALLOWANCE_FOR_DOUBTFUL_ACCOUNTS);
        this.bank = chart.account(AccountRole.BANK);
        this.discounts = chart.account(AccountRole.DISCOUNTS_GRANTED);
        this.exchangeGain = chart.account(AccountRole.FX_GAIN);
        this.exchangeLoss = chart.account(AccountRole.FX_LOSS);
    }

    private void begin(EntryDraft draft, EntryKind kind, int slot, SalesSchedule schedule, int delivery, int day) {
        bookkeeping.begin(draft, kind, Draw.bits(schedule.deliveryKey(delivery), slot), schedule.company(), day);
    }

    private static void identify(EntryDraft draft, Sale sale, DocumentType type, long number, int header) {
        draft.caseOrdinal = sale.ordinal;
        draft.documentType = type.code();
        draft.document = number;
        draft.headerText = header;
    }

    /** Fills the entry of the production for a delivery. */
    void production(EntryDraft draft, SalesSchedule schedule, Sale sale, int delivery) {
        begin(draft, EntryKind.PRODUCTION, PRODUCTION_ENTRY, schedule, delivery, schedule.productionDay(delivery));
        identify(draft, sale, DocumentType.SALES_ORDER, sale.orderNumber(), JournalTexts.PRODUCTION.first());
        Sale.Amounts delivered = sale.deliveries[delivery].invoiced;
        long absorbed = 0;
        for (int line = 0; line < sale.lines; line++) {
            if (delivered.quantity[line] > 0) {
                draft.addLine(stock, delivered.cost[line], JournalTexts.MADE);
                absorbed += delivered.cost[line] - useMaterial(draft, sale, line, delivered.quantity[line]);
            }
        }
        draft.addLine(absorbedCost, -absorbed, JournalTexts.COST_ABSORBED);
        draft.translateAll();
        bookkeeping.enterBySystem(draft, production);
    }

    /** Adds the lines of the raw material in a number of goods, and returns its value. */
    private long useMaterial(EntryDraft draft, Sale sale, int line, int quantity) {
        long used = 0;
        for (int i = 0; i < sale.components[line]; i++) {
            int at = Sale.componentAt(line, i);
            long value = (long) quantity * sale.componentQuantity[at] * sale.componentCost[at];
            draft.addLine(rawMaterial, -value, JournalTexts.MATERIAL_USED);
            used += value;
        }
        return used;
    }

    /** Fills the entry of a delivery of goods. */
    void delivery(EntryDraft draft, SalesSchedule schedule, Sale sale, int delivery) {
        begin(draft, EntryKind.DELIVERY, DELIVERY_ENTRY, schedule, delivery, schedule.deliveryDay(delivery));
        int header = JournalTexts.DELIVERY.first() + (schedule.deliveries() > 1 ? 1 : 0);
        identify(draft, sale, DocumentType.DELIVERY, sale.number(delivery), header);
        addCosts(draft, sale, sale.deliveries[delivery].invoiced, 1, JournalTexts.ISSUED);
        bookkeeping.enterBySystem(draft, shipping);
    }

    /** Fills the entry of a return of goods. */
    void returned(EntryDraft draft, SalesSchedule schedule, Sale sale, int delivery) {
        begin(draft, EntryKind.CUSTOMER_RETURN, RETURN_ENTRY, schedule, delivery, schedule.returnDay(delivery));
        identify(draft, sale, DocumentType.DELIVERY, sale.returnNumber(delivery), JournalTexts.CUSTOMER_RETURN.first());
        addCosts(draft, sale, sale.deliveries[delivery].credited, -1, JournalTexts.TAKEN_BACK);
        bookkeeping.enterBySystem(draft, shipping);
    }

    private void addCosts(EntryDraft draft, Sale sale, Sale.Amounts amounts, int sign, int stockText) {
        for (int line = 0; line < sale.lines; line++) {
            long cost = sign * amounts.cost[line];
            if (cost != 0) {
                draft.addLine(costOfGoodsSold, cost, JournalTexts.SOLD);
                draft.addLine(stock, -cost, stockText);
            }
        }
        draft.translateAll();
    }

    /** Fills the entry of an invoice. */
    void invoice(EntryDraft draft, SalesSchedule schedule, Sale sale, int delivery) {
        begin(draft, EntryKind.CUSTOMER_INVOICE, INVOICE_ENTRY, schedule, delivery, schedule.invoiceDay(delivery));
        int header = JournalTexts.CUSTOMER_INVOICE.first() + schedule.kind().code();
        identify(draft, sale, DocumentType.CUSTOMER_INVOICE, sale.number(delivery), header);
        Sale.Delivery delivered = sale.deliveries[delivery];
        Sale.Amounts invoiced = delivered.invoiced;
        draft.currency = sale.denomination.currency;
        draft.localRate = delivered.denomination.rate;
        addCustomerLine(draft, schedule, invoiced.gross(), invoiced.localGross());
        boolean deferred = schedule.kind() == Kind.SUBSCRIPTION;
        for (int line = 0; line < sale.lines; line++) {
            if (invoiced.quantity[line] > 0) {
                int account = deferred ? deferredRevenue : sale.account[line];
                int text = deferred ? JournalTexts.DEFERRED : JournalTexts.REVENUE;
                addLine(draft, account, -invoiced.net[line], -invoiced.localNet[line], text);
            }
        }
        if (invoiced.tax != 0) {
            addLine(draft, outputTax, -invoiced.tax, -invoiced.localTax, JournalTexts.OUTPUT_TAX);
        }
        draft.translateToGroup();
        bookkeeping.enterBySystem(draft, billing);
    }

    /** Fills the entry of a credit memo. */
    void credit(EntryDraft draft, SalesSchedule schedule, Sale sale, int delivery) {
        begin(draft, EntryKind.CUSTOMER_CREDIT_MEMO, CREDIT_ENTRY, schedule, delivery, schedule.creditDay(delivery));
        identify(
                draft,
                sale,
                DocumentType.CUSTOMER_INVOICE,
                sale.returnNumber(delivery),
                JournalTexts.CUSTOMER_CREDIT_MEMO.first());
        Sale.Delivery delivered = sale.deliveries[delivery];
        Sale.Amounts credited = delivered.credited;
        draft.currency = sale.denomination.currency;
        draft.localRate = delivered.denomination.rate;
        for (int line = 0; line < sale.lines; line++) {
            if (credited.quantity[line] > 0) {
                addLine(draft, returns, credited.net[line], credited.localNet[line], JournalTexts.SALES_RETURN);
            }
        }
        if (credited.tax != 0) {
            addLine(draft, outputTax, credited.tax, credited.localTax, JournalTexts.OUTPUT_TAX);
        }
        addCustomerLine(draft, schedule, -credited.gross(), -credited.localGross());
        draft.translateToGroup();
        bookkeeping.enterBySystem(draft, billing);
    }

    private static void addLine(EntryDraft draft, int account, long amount, long localAmount, int text) {
        int line = draft.addLine(account, amount, text);
        draft.localAmount[line] = localAmount;
    }

    private void addCustomerLine(EntryDraft draft, SalesSchedule schedule, long amount, long localAmount) {
        int line = draft.addLine(receivables, amount, JournalTexts.RECEIVABLE);
        draft.localAmount[line] = localAmount;
        draft.customer[line] = schedule.customer();
    }

    /** Fills the entry of a release of deferred revenue. */
    void release(EntryDraft draft, SalesSchedule schedule, Sale sale, int delivery, int release) {
        long key = Draw.element(schedule.deliveryKey(delivery), RELEASE_ENTRY, release);
        int day = schedule.releaseDay(delivery, release);
        bookkeeping.begin(draft, EntryKind.REVENUE_RELEASE, key, schedule.company(), day);
        identify(
                draft,
                sale,
                DocumentType.CUSTOMER_INVOICE,
                sale.number(delivery),
                JournalTexts.REVENUE_RELEASE.first());
        long total = sale.deliveries[delivery].invoiced.localNetTotal;
        long unit = sale.denomination.localUnit;
        // Cumulatively, so that the parts add up.
        long after = total * (release + 1) / (schedule.months() * unit) * unit;
        long amount = after - total * release / (schedule.months() * unit) * unit;
        draft.addLine(deferredRevenue, amount, JournalTexts.DEFERRED);
        draft.addLine(sale.account[0], -amount, JournalTexts.REVENUE);
        draft.translateAll();
        bookkeeping.enterBySystem(draft, billing);
    }

    /** Fills the entry of a receipt. */
    void receipt(EntryDraft draft, SalesSchedule schedule, Sale sale, int delivery) {
        begin(draft, EntryKind.RECEIPT, RECEIPT_ENTRY, schedule, delivery, schedule.receiptDay(delivery));
        Settlement receipt = sale.deliveries[delivery].receipt;
        int header = JournalTexts.RECEIPT.first() + (receipt.localDiscount != 0 ? 1 : 0);
        identify(draft, sale, DocumentType.RECEIPT, sale.number(delivery), header);
        addSettlement(draft, schedule, receipt, 1);
    }

    /** Fills the entry of a refund. */
    void refund(EntryDraft draft, SalesSchedule schedule, Sale sale, int delivery) {
        begin(draft, EntryKind.REFUND, REFUND_ENTRY, schedule, delivery, schedule.refundDay(delivery));
        identify(draft, sale, DocumentType.RECEIPT, sale.returnNumber(delivery), JournalTexts.REFUND.first());
        addSettlement(draft, schedule, sale.deliveries[delivery].refund, -1);
    }

    private void addSettlement(EntryDraft draft, SalesSchedule schedule, Settlement settlement, int sign) {
        draft.addLine(bank, sign * settlement.localPaid, JournalTexts.BANK);
        if (settlement.localDiscount != 0) {
            draft.addLine(discounts, sign * settlement.localDiscount, JournalTexts.DISCOUNT);
        }
        long cleared = -sign * settlement.localCleared;
        addCustomerLine(draft, schedule, cleared, cleared);
        long difference = -sign * settlement.exchangeDifference();
        if (difference != 0) {
            draft.addLine(difference > 0 ? exchangeLoss : exchangeGain, difference, JournalTexts.EXCHANGE_DIFFERENCE);
        }
        draft.translateAll();
        bookkeeping.enterBySystem(draft, lockbox);
    }

    /** Fills the entry of a write-off. */
    void writeOff(EntryDraft draft, SalesSchedule schedule, Sale sale, int delivery) {
        begin(draft, EntryKind.WRITE_OFF, RECEIPT_ENTRY, schedule, delivery, schedule.writeOffDay(delivery));
        identify(draft, sale, DocumentType.RECEIPT, sale.number(delivery), JournalTexts.WRITE_OFF.first());
        Sale.Amounts invoiced = sale.deliveries[delivery].invoiced;
        draft.addLine(allowance, invoiced.localNetTotal, JournalTexts.UNCOLLECTIBLE);
        if (invoiced.localTax != 0) {
            draft.addLine(outputTax, invoiced.localTax, JournalTexts.OUTPUT_TAX);
        }
        addCustomerLine(draft, schedule, -invoiced.localGross(), -invoiced.localGross());
        draft.translateAll();
        bookkeeping.enterBySystem(draft, lockbox);
    }
}
