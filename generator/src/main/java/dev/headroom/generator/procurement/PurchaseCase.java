package dev.headroom.generator.procurement;

import dev.headroom.generator.LedgerConfiguration;
import dev.headroom.generator.LedgerConfiguration.PurchaseFlow;
import dev.headroom.generator.document.ValueAddedTax;
import dev.headroom.generator.master.Employees;
import dev.headroom.generator.master.ExchangeRates;
import dev.headroom.generator.master.Masters;
import dev.headroom.generator.master.Vendors;
import dev.headroom.generator.random.Draw;

/** Draws the contents of purchases whose dates are known. Immutable. */
public final class PurchaseCase {
    /** Pieces of a delivery of which one can be returned. */
    static final int LEAST_OF_RETURN = 4;

    private static final int LEAST_PART_PERCENT = 30;
    /** Largest deviation of a quantity that is tolerated. */
    private static final double QUANTITY_TOLERANCE = .02;
    /** Difference that is tolerated of any price, in hundredths. */
    private static final int PRICE_TOLERANCE = 1;
    /** Share of the unmatched invoices that have a wrong price; the others have a wrong quantity. */
    private static final double UNMATCHED_BY_PRICE = .6;

    private static final double UNMATCHED_EXCESS = .15;
    /** Of the deviations that are tolerated. */
    private static final double TOO_MUCH = .7;

    // Of the purchase; the others are those of its contents.
    private static final int BUYER = 9;
    // Of a delivery; those before are the schedule's and the invoice's.
    private static final int PRICE_VARIANCE = 16;
    private static final int PRICE_DEVIATION = 17;
    private static final int QUANTITY_VARIANCE = 18;
    private static final int QUANTITY_DEVIATION = 19;
    private static final int UNMATCHED_KIND = 20;
    private static final int DIRECTION = 21;
    private static final int FIRST_PART = 22;
    private static final int RETURNED_QUANTITY = 23;

    private final PurchaseFlow flow;
    private final OrderContents contents;
    private final Masters master;
    private final Vendors vendors;
    private final Employees employees;
    private final ExchangeRates rates;
    private final int[] taxHundredths;

    private PurchaseCase(PurchaseFlow flow, OrderContents contents, LedgerConfiguration configuration, Masters master) {
        this.flow = flow;
        this.contents = contents;
        this.master = master;
        this.vendors = master.vendors();
        this.employees = master.employees();
        this.rates = master.exchangeRates();
        this.taxHundredths = configuration.companies().stream()
                .mapToInt(company -> ValueAddedTax.hundredths(company.country()))
                .toArray();
    }

    /** Purchases of materials and services. */
    public static PurchaseCase ofGoods(LedgerConfiguration configuration, Masters master) {
        return new PurchaseCase(configuration.purchaseFlow(), new GoodsContents(master), configuration, master);
    }

    /** Purchases of fixed assets. */
    public static PurchaseCase ofAssets(LedgerConfiguration configuration, Masters master) {
        return new PurchaseCase(
                AssetPurchaseSchedule.withoutDifferences(configuration.purchaseFlow()),
                new AssetContents(master),
                configuration,
                master);
    }

    /** Fills a purchase. */
    void fill(Purchase purchase, PurchaseSchedule schedule, long ordinal) {
        purchase.ordinal = schedule.positionOf(ordinal);
        fillOrder(purchase, schedule, ordinal);
        for (int delivery = 0; delivery < schedule.deliveries(); delivery++) {
            if (schedule.receiptDay(delivery) != PurchaseSchedule.NONE) {
                fillReceipt(purchase, schedule, delivery);
            }
            if (schedule.returnDay(delivery) != PurchaseSchedule.NONE) {
                fillReturn(purchase, schedule, delivery);
            }
            if (schedule.invoiceDay(delivery) != PurchaseSchedule.NONE) {
                fillInvoice(purchase, schedule, delivery);
            }
            if (schedule.creditDay(delivery) != PurchaseSchedule.NONE) {
                fillCredit(purchase, schedule, delivery);
            }
            fillPayments(purchase, schedule, delivery);
        }
    }

    private void fillOrder(Purchase purchase, PurchaseSchedule schedule, long ordinal) {
        int company = schedule.company();
        int localCurrency = master.companies().currency(company);
        purchase.vendor = schedule.vendor();
        int currency = contents.currency(purchase.vendor, company);
        purchase.denomination.set(currency, localCurrency, rates.rate(currency, localCurrency, schedule.orderDay()));
        contents.fillLines(purchase, schedule, ordinal);
        purchase.buyer = employees.pickUser(company, Employees.Job.BUYER, Draw.bits(schedule.key(), BUYER));
        purchase.approver =
                employees.approver(company, purchase.buyer, purchase.denomination.local(purchase.orderTotal()));
        purchase.approvedDay = schedule.orderDay();
    }

    private static void fillReceipt(Purchase purchase, PurchaseSchedule schedule, int delivery) {
        Purchase.Delivery delivered = purchase.deliveries[delivery];
        for (int line = 0; line < purchase.lines; line++) {
            // Cumulatively, so that roundings add up to that of the whole order.
            long before = (long) purchase.quantity[line] * delivery / schedule.deliveries();
            long after = (long) purchase.quantity[line] * (delivery + 1) / schedule.deliveries();
            delivered.quantity[line] = (int) (after - before);
            delivered.localValue[line] = purchase.denomination.local(after * purchase.price[line])
                    - purchase.denomination.local(before * purchase.price[line]);
            delivered.standardValue[line] = delivered.quantity[line] * purchase.standardCost[line];
            delivered.returnedQuantity[line] = 0;
            delivered.localReturnedValue[line] = 0;
        }
    }

    private static void fillReturn(Purchase purchase, PurchaseSchedule schedule, int delivery) {
        Purchase.Delivery delivered = purchase.deliveries[delivery];
        int most = delivered.quantity[0] / LEAST_OF_RETURN;
        int returned = Draw.between(schedule.deliveryKey(delivery), RETURNED_QUANTITY, 1, most);
        delivered.returnedQuantity[0] = returned;
        delivered.localReturnedValue[0] = purchase.denomination.local(returned * purchase.price[0]);
    }

    private void fillInvoice(Purchase purchase, PurchaseSchedule schedule, int delivery) {
        Purchase.Delivery delivered = purchase.deliveries[delivery];
        Purchase.Bill invoice = delivered.invoice;
        System.arraycopy(delivered.quantity, 0, invoice.quantity, 0, purchase.lines);
        System.arraycopy(purchase.price, 0, invoice.price, 0, purchase.lines);
        System.arraycopy(delivered.localValue, 0, invoice.localValue, 0, purchase.lines);
        for (int line = 0; line < purchase.lines; line++) {
            invoice.value[line] = delivered.quantity[line] * purchase.price[line];
        }
        delivered.match = Purchase.Match.MATCHED;
        long key = schedule.deliveryKey(delivery);
        boolean more = Draw.happens(key, DIRECTION, TOO_MUCH);
        if (!schedule.matched(delivery)) {
            delivered.match = Purchase.Match.UNMATCHED;
            if (Draw.happens(key, UNMATCHED_KIND, UNMATCHED_BY_PRICE)) {
                double deviation = flow.priceVarianceLimit() + Draw.uniform(key, PRICE_DEVIATION) * UNMATCHED_EXCESS;
                changePrices(purchase, delivered, deviation, true);
            } else {
                double deviation = QUANTITY_TOLERANCE + Draw.uniform(key, QUANTITY_DEVIATION) * UNMATCHED_EXCESS;
                changeQuantities(purchase, delivered, deviation, true);
                bookInvoicedQuantities(purchase, delivered);
            }
        } else {
            if (Draw.happens(key, PRICE_VARIANCE, flow.priceVariance())) {
                double deviation = Draw.uniform(key, PRICE_DEVIATION) * flow.priceVarianceLimit();
                changePrices(purchase, delivered, deviation, more);
            }
            if (Draw.happens(key, QUANTITY_VARIANCE, flow.quantityVariance())) {
                double deviation = Draw.uniform(key, QUANTITY_DEVIATION) * QUANTITY_TOLERANCE;
                changeQuantities(purchase, delivered, deviation, more);
            }
        }
        sumUp(purchase, invoice, taxRate(purchase, schedule));
    }

    private int taxRate(Purchase purchase, PurchaseSchedule schedule) {
        return vendors.isAbroad(purchase.vendor, schedule.company()) ? 0 : taxHundredths[schedule.company()];
    }

    private static void changePrices(Purchase purchase, Purchase.Delivery delivered, double deviation, boolean more) {
        boolean unmatched = delivered.match == Purchase.Match.UNMATCHED;
        for (int line = 0; line < purchase.lines; line++) {
            if (delivered.quantity[line] == 0) {
                continue;
            }
            long difference = priceDifference(purchase.price[line], deviation, purchase.denomination.unit, unmatched);
            delivered.invoice.price[line] += more ? difference : -difference;
            tolerate(delivered, difference);
        }
    }

    /**
     * What a price is wrong by: up to a share of it, in units of its currency; of an unmatched one more than the share, and more than is
     * tolerated of any price, however low.
     */
    static long priceDifference(long price, double share, long unit, boolean unmatched) {
        long difference = ((long) (price * share / unit)) * unit;
        return unmatched ? Math.max(difference + unit, PRICE_TOLERANCE + 1) : difference;
    }

    private static void changeQuantities(
            Purchase purchase, Purchase.Delivery delivered, double deviation, boolean more) {
        int least = delivered.match == Purchase.Match.UNMATCHED ? 1 : 0;
        for (int line = 0; line < purchase.lines; line++) {
            if (delivered.quantity[line] == 0) {
                continue;
            }
            int difference = (int) (delivered.quantity[line] * deviation) + least;
            delivered.invoice.quantity[line] += more ? difference : -difference;
            tolerate(delivered, difference);
        }
    }

    private static void tolerate(Purchase.Delivery delivered, long difference) {
        if (difference > 0 && delivered.match == Purchase.Match.MATCHED) {
            delivered.match = Purchase.Match.WITHIN_TOLERANCE;
        }
    }

    /** Waits for what is invoiced and was not received, as an accepted invoice does not: its differences are variance. */
    private static void bookInvoicedQuantities(Purchase purchase, Purchase.Delivery delivered) {
        for (int line = 0; line < purchase.lines; line++) {
            delivered.invoice.value[line] = delivered.invoice.quantity[line] * purchase.price[line];
            delivered.invoice.localValue[line] = purchase.denomination.local(delivered.invoice.value[line]);
        }
    }

    private void fillCredit(Purchase purchase, PurchaseSchedule schedule, int delivery) {
        Purchase.Delivery delivered = purchase.deliveries[delivery];
        for (int line = 0; line < purchase.lines; line++) {
            if (delivered.match == Purchase.Match.UNMATCHED) {
                correctLine(purchase, delivered, line);
            } else {
                delivered.credit.quantity[line] = delivered.returnedQuantity[line];
                delivered.credit.price[line] = delivered.invoice.price[line];
                delivered.credit.value[line] = delivered.returnedQuantity[line] * purchase.price[line];
                delivered.credit.localValue[line] = delivered.localReturnedValue[line];
            }
        }
        sumUp(purchase, delivered.credit, taxRate(purchase, schedule));
    }

    /** Credits the difference of a line of the invoice from what was received at the order's price. */
    private static void correctLine(Purchase purchase, Purchase.Delivery delivered, int line) {
        Purchase.Bill invoice = delivered.invoice;
        Purchase.Bill credit = delivered.credit;
        int tooMany = invoice.quantity[line] - delivered.quantity[line];
        credit.quantity[line] = tooMany > 0 ? tooMany : invoice.quantity[line];
        credit.price[line] = tooMany > 0 ? invoice.price[line] : invoice.price[line] - purchase.price[line];
        credit.value[line] = tooMany * purchase.price[line];
        credit.localValue[line] = invoice.localValue[line] - delivered.localValue[line];
    }

    private static void sumUp(Purchase purchase, Purchase.Bill bill, int taxRate) {
        long value = 0;
        long localValue = 0;
        bill.net = 0;
        for (int line = 0; line < purchase.lines; line++) {
            bill.net += bill.quantity[line] * bill.price[line];
            value += bill.value[line];
            localValue += bill.localValue[line];
        }
        bill.tax = purchase.denomination.tax(bill.net, taxRate);
        bill.variance = bill.net - value;
        bill.localTax = purchase.denomination.local(bill.tax);
        bill.localVariance = purchase.denomination.local(bill.variance);
        bill.localGross = localValue + bill.localVariance + bill.localTax;
    }

    private void fillPayments(Purchase purchase, PurchaseSchedule schedule, int delivery) {
        Purchase.Delivery delivered = purchase.deliveries[delivery];
        int localCurrency = master.companies().currency(schedule.company());
        boolean credited = schedule.creditDay(delivery) != PurchaseSchedule.NONE;
        long gross = delivered.invoice.gross() - (credited ? delivered.credit.gross() : 0);
        long localGross = delivered.invoice.localGross - (credited ? delivered.credit.localGross : 0);
        long cleared = 0;
        long localCleared = 0;
        int parts = schedule.payments(delivery);
        for (int part = 0; part < parts; part++) {
            int day = schedule.paymentDay(delivery, part);
            if (day == PurchaseSchedule.NONE) {
                return;
            }
            long clear = gross - cleared;
            long localClear = localGross - localCleared;
            if (part < parts - 1) {
                int percent = Draw.between(
                        schedule.deliveryKey(delivery), FIRST_PART, LEAST_PART_PERCENT, 100 - LEAST_PART_PERCENT);
                clear = part(gross, percent, purchase.denomination.unit);
                localClear = part(localGross, percent, purchase.denomination.localUnit);
            }
            cleared += clear;
            localCleared += localClear;
            int discount = schedule.discounted(delivery) ? vendors.discountHundredths(purchase.vendor) : 0;
            long rate = rates.rate(purchase.denomination.currency, localCurrency, day);
            delivered.payments[part].settle(clear, localClear, discount, purchase.denomination, rate);
        }
    }

    /** A part of an amount that is at least two units. */
    private static long part(long amount, int percent, long unit) {
        return Math.max(unit, amount * percent / (100 * unit) * unit);
    }
}
