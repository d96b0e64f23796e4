package dev.headroom.generator.sales;

import dev.headroom.generator.calendar.Months;
import dev.headroom.generator.document.OpenItems;
import dev.headroom.generator.document.Settlement;
import dev.headroom.generator.ledger.DocumentType;
import dev.headroom.generator.sales.SalesMix.Kind;
import dev.headroom.generator.totals.RangeTotals;

/**
 * What sales add to the stocks, in units, and to what is owed in foreign currencies, and what of them is open on the day before the ledger
 * and on its last one: invoices less what of them is credited before they are paid, and credit memos that are to be refunded. Not
 * thread-safe.
 */
final class SalesBalances {
    private static final int NONE = SalesSchedule.NONE;

    private final RangeTotals totals;
    private final OpenItems openItems;
    private final OpenItems.Item item = new OpenItems.Item();
    private final int firstDay;
    private final int[] days;

    SalesBalances(RangeTotals totals, OpenItems openItems, Months months) {
        this.totals = totals;
        this.openItems = openItems;
        this.firstDay = months.firstDay();
        this.days = new int[] {firstDay - 1, months.lastDay()};
    }

    /** Adds a delivery, with all that follows it. */
    void add(SalesSchedule schedule, Sale sale, int delivery) {
        if (schedule.kind() == Kind.GOODS) {
            addStock(schedule, sale, delivery);
        }
        if (schedule.invoiceDay(delivery) != NONE) {
            if (!sale.denomination.isLocal()) {
                addOwed(schedule, sale, delivery);
            }
            for (int day : days) {
                writeItems(schedule, sale, delivery, day);
            }
        }
    }

    private void addStock(SalesSchedule schedule, Sale sale, int delivery) {
        Sale.Delivery delivered = sale.deliveries[delivery];
        int productionDay = schedule.productionDay(delivery);
        if (productionDay >= firstDay) {
            addProduction(sale, delivered.invoiced, productionDay);
        }
        int deliveryDay = schedule.deliveryDay(delivery);
        int returnDay = schedule.returnDay(delivery);
        for (int line = 0; line < sale.lines; line++) {
            if (deliveryDay >= firstDay && delivered.invoiced.quantity[line] > 0) {
                totals.issue(sale.material[line], deliveryDay, delivered.invoiced.quantity[line]);
            }
            if (returnDay >= firstDay && delivered.credited.quantity[line] > 0) {
                totals.receive(sale.material[line], returnDay, delivered.credited.quantity[line]);
            }
        }
    }

    private void addProduction(Sale sale, Sale.Amounts made, int day) {
        for (int line = 0; line < sale.lines; line++) {
            if (made.quantity[line] == 0) {
                continue;
            }
            totals.receive(sale.material[line], day, made.quantity[line]);
            for (int i = 0; i < sale.components[line]; i++) {
                int at = Sale.componentAt(line, i);
                totals.issue(sale.component[at], day, (long) made.quantity[line] * sale.componentQuantity[at]);
            }
        }
    }

    private void addOwed(SalesSchedule schedule, Sale sale, int delivery) {
        Sale.Delivery delivered = sale.deliveries[delivery];
        owe(schedule, sale, schedule.invoiceDay(delivery), delivered.invoiced, 1);
        owe(schedule, sale, schedule.creditDay(delivery), delivered.credited, -1);
        clear(schedule, sale, schedule.receiptDay(delivery), delivered.receipt, -1);
        clear(schedule, sale, schedule.writeOffDay(delivery), delivered.receipt, -1);
        clear(schedule, sale, schedule.refundDay(delivery), delivered.refund, 1);
    }

    private void owe(SalesSchedule schedule, Sale sale, int day, Sale.Amounts amounts, int sign) {
        if (day != NONE) {
            totals.owe(
                    schedule.company(),
                    sale.denomination.currency,
                    day,
                    sign * amounts.gross(),
                    sign * amounts.localGross());
        }
    }

    private void clear(SalesSchedule schedule, Sale sale, int day, Settlement settlement, int sign) {
        if (day != NONE) {
            totals.owe(
                    schedule.company(),
                    sale.denomination.currency,
                    day,
                    sign * settlement.cleared,
                    sign * settlement.localCleared);
        }
    }

    private void writeItems(SalesSchedule schedule, Sale sale, int delivery, int day) {
        if (!SalesSchedule.isDated(schedule.invoiceDay(delivery), day)) {
            return;
        }
        Sale.Delivery delivered = sale.deliveries[delivery];
        boolean credited = SalesSchedule.isDated(schedule.creditDay(delivery), day);
        boolean lowered = credited && schedule.creditedBeforeReceipt(delivery);
        boolean paid = SalesSchedule.isDated(schedule.receiptDay(delivery), day)
                || SalesSchedule.isDated(schedule.writeOffDay(delivery), day);
        item.asOf = day;
        item.company = schedule.company();
        item.currency = sale.denomination.currency;
        item.type = DocumentType.CUSTOMER_INVOICE;
        if (!paid && !(lowered && schedule.whole(delivery))) {
            item.number = sale.number(delivery);
            item.date = schedule.invoiceDay(delivery);
            item.due = schedule.dueDay(delivery);
            item.amount = delivered.invoiced.gross() - (lowered ? delivered.credited.gross() : 0);
            item.localAmount = delivered.invoiced.localGross() - (lowered ? delivered.credited.localGross() : 0);
            openItems.writeReceivable(item, schedule.customer());
        }
        if (credited && !lowered && !SalesSchedule.isDated(schedule.refundDay(delivery), day)) {
            item.number = sale.returnNumber(delivery);
            item.date = schedule.creditDay(delivery);
            item.due = schedule.creditDay(delivery);
            item.amount = -delivered.credited.gross();
            item.localAmount = -delivered.credited.localGross();
            openItems.writeReceivable(item, schedule.customer());
        }
    }
}
