package dev.headroom.generator.procurement;

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

/**
 * The entries that the documents of a purchase post.
 *
 * <ul>
 *   <li>Receipt: inventory at standard cost, expense or asset, and price variance, against goods received not invoiced at the order's price.
 *   <li>Invoice: goods received not invoiced, input tax and price variance against the vendor. Its company amounts are at the
 *       order's rate, so that receipts and invoices clear to the hundredth. An invoice that is accepted clears what was received: a
 *       tolerated difference of its quantity is variance, as one of its price is. A blocked one clears what it is about.
 *   <li>Return: a receipt the other way round. Credit memo: an invoice the other way round, so that returns and corrections clear too.
 *   <li>Payment, in the company's currency: the vendor at the invoice's rate, against bank and discount; the rest is an exchange
 *       difference.
 * </ul>
 *
 * Immutable.
 */
final class PurchasePostings {
    /** Keys of the entries: slots of a delivery's key. */
    private static final int RECEIPT_ENTRY = 24;

    private static final int INVOICE_ENTRY = 25;
    private static final int PAYMENT_ENTRY = 26;
    private static final int RETURN_ENTRY = 27;
    private static final int CREDIT_ENTRY = 28;

    private final Bookkeeping bookkeeping;
    private final int warehouse;
    private final int invoiceEntry;
    private final int paymentRun;
    private final int payables;
    private final int receivedNotInvoiced;
    private final int inputTax;
    private final int priceVariance;
    private final int bank;
    private final int discounts;
    private final int exchangeGain;
    private final int exchangeLoss;

    PurchasePostings(Bookkeeping bookkeeping, Masters master) {
        this.bookkeeping = bookkeeping;
        this.warehouse = Employees.SystemUser.WAREHOUSE.code();
        this.invoiceEntry = Employees.SystemUser.INVOICING.code();
        this.paymentRun = Employees.SystemUser.PAYMENT.code();
        ChartOfAccounts chart = master.accounts();
        this.payables = chart.account(AccountRole.ACCOUNTS_PAYABLE);
        this.receivedNotInvoiced = chart.account(AccountRole.GOODS_RECEIVED_NOT_INVOICED);
        this.inputTax = chart.account(AccountRole.INPUT_TAX);
        this.priceVariance = chart.account(AccountRole.PRICE_VARIANCE);
        this.bank = chart.account(AccountRole.BANK);
        this.discounts = chart.account(AccountRole.DISCOUNTS_RECEIVED);
        this.exchangeGain = chart.account(AccountRole.FX_GAIN);
        this.exchangeLoss = chart.account(AccountRole.FX_LOSS);
    }

    /** Fills the entry of a receipt. */
    void receipt(EntryDraft draft, PurchaseSchedule schedule, Purchase purchase, int delivery) {
        long key = Draw.bits(schedule.deliveryKey(delivery), RECEIPT_ENTRY);
        bookkeeping.begin(draft, EntryKind.GOODS_RECEIPT, key, schedule.company(), schedule.receiptDay(delivery));
        identify(draft, purchase, DocumentType.GOODS_RECEIPT, purchase.deliveryNumber(delivery));
        draft.headerText = JournalTexts.GOODS_RECEIPT.first() + (schedule.deliveries() > 1 ? 1 : 0);
        Purchase.Delivery delivered = purchase.deliveries[delivery];
        long variance = 0;
        for (int line = 0; line < purchase.lines; line++) {
            if (delivered.quantity[line] == 0) {
                continue;
            }
            long value = delivered.localValue[line];
            if (purchase.stocked[line]) {
                draft.addLine(purchase.account[line], delivered.standardValue[line], JournalTexts.RECEIVED);
                variance += value - delivered.standardValue[line];
            } else {
                boolean asset = purchase.costCenter[line] == Purchase.NONE;
                int text = asset ? JournalTexts.ACQUIRED : JournalTexts.CONSUMED;
                int received = draft.addLine(purchase.account[line], value, text);
                draft.costCenter[received] = purchase.costCenter[line];
            }
            addVendorLine(draft, purchase, receivedNotInvoiced, -value, JournalTexts.GOODS_RECEIVED_INVOICE_RECEIVED);
        }
        completeReceipt(draft, variance);
    }

    /** Fills the entry of a return, which is of materials alone. */
    void returned(EntryDraft draft, PurchaseSchedule schedule, Purchase purchase, int delivery) {
        long key = Draw.bits(schedule.deliveryKey(delivery), RETURN_ENTRY);
        bookkeeping.begin(draft, EntryKind.VENDOR_RETURN, key, schedule.company(), schedule.returnDay(delivery));
        identify(draft, purchase, DocumentType.GOODS_RECEIPT, purchase.creditNumber(delivery));
        draft.headerText = JournalTexts.VENDOR_RETURN.first();
        Purchase.Delivery delivered = purchase.deliveries[delivery];
        long variance = 0;
        for (int line = 0; line < purchase.lines; line++) {
            int quantity = delivered.returnedQuantity[line];
            if (quantity == 0) {
                continue;
            }
            long value = delivered.localReturnedValue[line];
            long booked = purchase.stocked[line] ? quantity * purchase.standardCost[line] : value;
            addVendorLine(draft, purchase, receivedNotInvoiced, value, JournalTexts.GOODS_RECEIVED_INVOICE_RECEIVED);
            int returned = draft.addLine(purchase.account[line], -booked, JournalTexts.SENT_BACK);
            draft.costCenter[returned] = purchase.costCenter[line];
            variance += booked - value;
        }
        completeReceipt(draft, variance);
    }

    private void completeReceipt(EntryDraft draft, long variance) {
        if (variance != 0) {
            draft.addLine(priceVariance, variance, JournalTexts.PRICE_DIFFERENCE);
        }
        draft.translateAll();
        bookkeeping.enterBySystem(draft, warehouse);
    }

    /** Fills the entry of an invoice. */
    void invoice(EntryDraft draft, PurchaseSchedule schedule, Purchase purchase, int delivery) {
        long key = Draw.bits(schedule.deliveryKey(delivery), INVOICE_ENTRY);
        bookkeeping.begin(draft, EntryKind.VENDOR_INVOICE, key, schedule.company(), schedule.invoiceDay(delivery));
        identify(draft, purchase, DocumentType.VENDOR_INVOICE, purchase.deliveryNumber(delivery));
        Purchase.Delivery delivered = purchase.deliveries[delivery];
        draft.headerText = JournalTexts.VENDOR_INVOICE.first() + (delivered.match == Purchase.Match.UNMATCHED ? 1 : 0);
        completeBill(draft, purchase, delivered.invoice, 1);
    }

    /** Fills the entry of a credit memo. */
    void credit(EntryDraft draft, PurchaseSchedule schedule, Purchase purchase, int delivery) {
        long key = Draw.bits(schedule.deliveryKey(delivery), CREDIT_ENTRY);
        bookkeeping.begin(draft, EntryKind.VENDOR_CREDIT_MEMO, key, schedule.company(), schedule.creditDay(delivery));
        identify(draft, purchase, DocumentType.VENDOR_INVOICE, purchase.creditNumber(delivery));
        Purchase.Delivery delivered = purchase.deliveries[delivery];
        draft.headerText =
                JournalTexts.VENDOR_CREDIT_MEMO.first() + (delivered.match == Purchase.Match.UNMATCHED ? 1 : 0);
        completeBill(draft, purchase, delivered.credit, -1);
    }

    /** Adds the lines of an invoice, or of a credit memo if the sign is -1. */
    private void completeBill(EntryDraft draft, Purchase purchase, Purchase.Bill bill, int sign) {
        draft.currency = purchase.denomination.currency;
        draft.localRate = purchase.denomination.rate;
        for (int line = 0; line < purchase.lines; line++) {
            if (bill.value[line] != 0) {
                int cleared = addVendorLine(
                        draft,
                        purchase,
                        receivedNotInvoiced,
                        sign * bill.value[line],
                        JournalTexts.GOODS_RECEIVED_INVOICE_RECEIVED);
                draft.localAmount[cleared] = sign * bill.localValue[line];
            }
        }
        if (bill.tax != 0) {
            int tax = draft.addLine(inputTax, sign * bill.tax, JournalTexts.INPUT_TAX);
            draft.localAmount[tax] = sign * bill.localTax;
        }
        if (bill.variance != 0) {
            int variance = draft.addLine(priceVariance, sign * bill.variance, JournalTexts.PRICE_DIFFERENCE);
            draft.localAmount[variance] = sign * bill.localVariance;
        }
        int payable = addVendorLine(draft, purchase, payables, -sign * bill.gross(), JournalTexts.PAYABLE);
        draft.localAmount[payable] = -sign * bill.localGross;
        draft.translateToGroup();
        bookkeeping.enterBySystem(draft, invoiceEntry);
    }

    /** Fills the entry of a payment. */
    void payment(EntryDraft draft, PurchaseSchedule schedule, Purchase purchase, int delivery, int part) {
        long key = Draw.element(schedule.deliveryKey(delivery), PAYMENT_ENTRY, part);
        bookkeeping.begin(draft, EntryKind.PAYMENT, key, schedule.company(), schedule.paymentDay(delivery, part));
        identify(draft, purchase, DocumentType.PAYMENT, purchase.paymentNumber(delivery, part));
        draft.headerText = JournalTexts.PAYMENT.first() + (schedule.payments(delivery) > 1 ? 1 : 0);
        Settlement payment = purchase.deliveries[delivery].payments[part];
        addVendorLine(draft, purchase, payables, payment.localCleared, JournalTexts.PAYABLE);
        draft.addLine(bank, -payment.localPaid, JournalTexts.BANK);
        if (payment.localDiscount != 0) {
            draft.addLine(discounts, -payment.localDiscount, JournalTexts.DISCOUNT);
        }
        long difference = payment.exchangeDifference();
        if (difference != 0) {
            draft.addLine(difference > 0 ? exchangeLoss : exchangeGain, difference, JournalTexts.EXCHANGE_DIFFERENCE);
        }
        draft.translateAll();
        bookkeeping.enterBySystem(draft, paymentRun);
    }

    private static void identify(EntryDraft draft, Purchase purchase, DocumentType type, long number) {
        draft.caseOrdinal = purchase.ordinal;
        draft.documentType = type.code();
        draft.document = number;
    }

    private static int addVendorLine(EntryDraft draft, Purchase purchase, int account, long amount, int text) {
        int line = draft.addLine(account, amount, text);
        draft.vendor[line] = purchase.vendor;
        return line;
    }
}
