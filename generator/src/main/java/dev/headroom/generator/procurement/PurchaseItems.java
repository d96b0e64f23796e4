package dev.headroom.generator.procurement;

import dev.headroom.generator.calendar.Months;
import dev.headroom.generator.document.OpenItems;
import dev.headroom.generator.ledger.DocumentType;

/**
 * What purchases have left open on the day before the ledger and on its last one: invoices that are not paid, less what of them is
 * credited, and orders whose deliveries and invoices do not clear each other. Not thread-safe.
 */
final class PurchaseItems {
    private static final int NONE = PurchaseSchedule.NONE;

    private final OpenItems openItems;
    private final OpenItems.Item item = new OpenItems.Item();
    private final int[] days;

    PurchaseItems(OpenItems openItems, Months months) {
        this.openItems = openItems;
        this.days = new int[] {months.firstDay() - 1, months.lastDay()};
    }

    /** Writes what is open of a purchase. */
    void write(PurchaseSchedule schedule, Purchase purchase) {
        item.company = schedule.company();
        item.currency = purchase.denomination.currency;
        for (int day : days) {
            item.asOf = day;
            for (int delivery = 0; delivery < schedule.deliveries(); delivery++) {
                if (exists(schedule.invoiceDay(delivery), day)) {
                    writeInvoice(schedule, purchase, delivery, day);
                }
            }
            writeOrder(schedule, purchase, day);
        }
    }

    private static boolean exists(int documentDay, int day) {
        return documentDay != NONE && documentDay <= day;
    }

    private void writeInvoice(PurchaseSchedule schedule, Purchase purchase, int delivery, int day) {
        Purchase.Delivery delivered = purchase.deliveries[delivery];
        item.amount = -delivered.invoice.gross();
        item.localAmount = -delivered.invoice.localGross;
        if (exists(schedule.creditDay(delivery), day)) {
            item.amount += delivered.credit.gross();
            item.localAmount += delivered.credit.localGross;
        }
        for (int part = 0; part < schedule.payments(delivery); part++) {
            if (exists(schedule.paymentDay(delivery, part), day)) {
                item.amount += delivered.payments[part].cleared;
                item.localAmount += delivered.payments[part].localCleared;
            }
        }
        if (item.amount != 0) {
            item.type = DocumentType.VENDOR_INVOICE;
            item.number = purchase.deliveryNumber(delivery);
            item.date = schedule.invoiceDay(delivery);
            item.due = schedule.dueDay(delivery);
            openItems.writePayable(item, purchase.vendor);
        }
    }

    private void writeOrder(PurchaseSchedule schedule, Purchase purchase, int day) {
        item.amount = 0;
        item.localAmount = 0;
        for (int delivery = 0; delivery < schedule.deliveries(); delivery++) {
            Purchase.Delivery delivered = purchase.deliveries[delivery];
            if (exists(schedule.receiptDay(delivery), day)) {
                add(purchase, -1, delivered.quantity, delivered.localValue);
            }
            if (exists(schedule.returnDay(delivery), day)) {
                add(purchase, 1, delivered.returnedQuantity, delivered.localReturnedValue);
            }
            if (exists(schedule.invoiceDay(delivery), day)) {
                add(purchase, 1, delivered.invoice);
            }
            if (exists(schedule.creditDay(delivery), day)) {
                add(purchase, -1, delivered.credit);
            }
        }
        if (item.amount != 0 || item.localAmount != 0) {
            item.type = DocumentType.PURCHASE_ORDER;
            item.number = purchase.orderNumber();
            item.date = schedule.orderDay();
            item.due = NONE;
            openItems.writeReceivedOrInvoiced(item, purchase.vendor);
        }
    }

    private void add(Purchase purchase, int sign, int[] quantities, long[] localValues) {
        for (int line = 0; line < purchase.lines; line++) {
            item.amount += (long) sign * quantities[line] * purchase.price[line];
            item.localAmount += sign * localValues[line];
        }
    }

    private void add(Purchase purchase, int sign, Purchase.Bill bill) {
        for (int line = 0; line < purchase.lines; line++) {
            item.amount += sign * bill.value[line];
            item.localAmount += sign * bill.localValue[line];
        }
    }
}
