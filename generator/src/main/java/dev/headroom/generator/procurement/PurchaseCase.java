package dev.headroom.generator.procurement;

import dev.headroom.generator.LedgerConfiguration;
import dev.headroom.generator.LedgerConfiguration.PurchaseFlow;
import dev.headroom.generator.document.ValueAddedTax;
import dev.headroom.generator.master.CostCenters;
import dev.headroom.generator.master.Employees;
import dev.headroom.generator.master.ExchangeRates;
import dev.headroom.generator.master.Masters;
import dev.headroom.generator.master.Materials;
import dev.headroom.generator.master.Vendors;
import dev.headroom.generator.random.Discrete;
import dev.headroom.generator.random.Draw;
import dev.headroom.generator.random.LogUniform;

/** Draws the contents of purchases whose dates are known. Immutable. */
final class PurchaseCase {
    private static final Discrete LINES = new Discrete(.35, .2, .14, .09, .07, .05, .04, .03, .02, .01);
    private static final LogUniform QUANTITIES = new LogUniform(1, 1000);
    private static final double SERVICE = .3;
    private static final int LEAST_PRICE_PERCENT = 95;
    private static final int MOST_PRICE_PERCENT = 106;
    private static final int LEAST_PART_PERCENT = 30;
    /** Largest deviation of a quantity that is tolerated. */
    private static final double QUANTITY_TOLERANCE = .02;
    /** Share of the unmatched invoices that have a wrong price; the others have a wrong quantity. */
    private static final double UNMATCHED_BY_PRICE = .6;

    private static final double UNMATCHED_EXCESS = .15;
    /** Of the deviations that are tolerated. */
    private static final double TOO_MUCH = .7;

    // Of the purchase.
    private static final int LINE_COUNT = 8;
    private static final int BUYER = 9;
    private static final int LINE = 10;
    // Of a line.
    private static final int QUANTITY = 0;
    private static final int MATERIAL = 1;
    private static final int PRICE = 2;
    private static final int IS_SERVICE = 3;
    private static final int EXPENSE = 4;
    private static final int COST_CENTER = 5;
    // Of a delivery; those before are the schedule's and the invoice's.
    private static final int PRICE_VARIANCE = 16;
    private static final int PRICE_DEVIATION = 17;
    private static final int QUANTITY_VARIANCE = 18;
    private static final int QUANTITY_DEVIATION = 19;
    private static final int UNMATCHED_KIND = 20;
    private static final int DIRECTION = 21;
    private static final int FIRST_PART = 22;

    private final PurchaseFlow flow;
    private final Masters master;
    private final Vendors vendors;
    private final Materials materials;
    private final Employees employees;
    private final CostCenters costCenters;
    private final ExchangeRates rates;
    private final int[] services;
    private final int[] taxHundredths;

    PurchaseCase(LedgerConfiguration configuration, Masters master) {
        this.flow = configuration.purchaseFlow();
        this.master = master;
        this.vendors = master.vendors();
        this.materials = master.materials();
        this.employees = master.employees();
        this.costCenters = master.costCenters();
        this.rates = master.exchangeRates();
        this.services = master.accounts().services();
        this.taxHundredths = configuration.companies().stream()
                .mapToInt(company -> ValueAddedTax.hundredths(company.country()))
                .toArray();
    }

    /** Fills a purchase. */
    void fill(Purchase purchase, PurchaseSchedule schedule, long ordinal) {
        purchase.ordinal = ordinal;
        fillOrder(purchase, schedule);
        for (int delivery = 0; delivery < schedule.deliveries(); delivery++) {
            if (schedule.receiptDay(delivery) != PurchaseSchedule.NONE) {
                fillReceipt(purchase, schedule, delivery);
            }
            if (schedule.invoiceDay(delivery) != PurchaseSchedule.NONE) {
                fillInvoice(purchase, schedule, delivery);
                fillPayments(purchase, schedule, delivery);
            }
        }
    }

    private void fillOrder(Purchase purchase, PurchaseSchedule schedule) {
        long key = schedule.key();
        int company = schedule.company();
        int localCurrency = master.companies().currency(company);
        purchase.vendor = schedule.vendor();
        int currency = vendors.currency(purchase.vendor);
        purchase.denomination.set(currency, localCurrency, rates.rate(currency, localCurrency, schedule.orderDay()));
        purchase.lines = 1 + LINES.draw(key, LINE_COUNT);
        for (int line = 0; line < purchase.lines; line++) {
            fillOrderLine(purchase, company, line, Draw.element(key, LINE, line));
        }
        // So that something can come with every delivery.
        purchase.quantity[0] = Math.max(purchase.quantity[0], schedule.deliveries());
        purchase.buyer = employees.pickUser(company, Employees.Job.BUYER, Draw.bits(key, BUYER));
        purchase.approver =
                employees.approver(company, purchase.buyer, purchase.denomination.local(purchase.orderTotal()));
        purchase.approvedDay = schedule.orderDay();
    }

    private void fillOrderLine(Purchase purchase, int company, int line, long lineKey) {
        int material = materials.pickPurchased(company, Draw.bits(lineKey, MATERIAL));
        long standardCost = materials.standardCost(company, material);
        boolean service = Draw.happens(lineKey, IS_SERVICE, SERVICE);
        purchase.quantity[line] = (int) QUANTITIES.draw(lineKey, QUANTITY);
        purchase.standardCost[line] = standardCost;
        int percent = Draw.between(lineKey, PRICE, LEAST_PRICE_PERCENT, MOST_PRICE_PERCENT);
        purchase.price[line] = purchase.denomination.price(standardCost, percent);
        if (service) {
            purchase.material[line] = Purchase.NONE;
            purchase.account[line] = services[Draw.below(lineKey, EXPENSE, services.length)];
            purchase.costCenter[line] = costCenters.pick(company, Draw.bits(lineKey, COST_CENTER));
        } else {
            purchase.material[line] = material;
            purchase.account[line] = materials.account(material);
            purchase.costCenter[line] = Purchase.NONE;
        }
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
        }
    }

    private void fillInvoice(Purchase purchase, PurchaseSchedule schedule, int delivery) {
        Purchase.Delivery delivered = purchase.deliveries[delivery];
        System.arraycopy(delivered.quantity, 0, delivered.invoicedQuantity, 0, purchase.lines);
        System.arraycopy(purchase.price, 0, delivered.invoicedPrice, 0, purchase.lines);
        System.arraycopy(delivered.localValue, 0, delivered.invoicedLocalValue, 0, purchase.lines);
        delivered.match = Purchase.Match.MATCHED;
        long key = schedule.deliveryKey(delivery);
        boolean more = Draw.happens(key, DIRECTION, TOO_MUCH);
        if (!schedule.matched(delivery)) {
            delivered.match = Purchase.Match.UNMATCHED;
            if (Draw.happens(key, UNMATCHED_KIND, UNMATCHED_BY_PRICE)) {
                double deviation = flow.priceVarianceLimit() + Draw.uniform(key, PRICE_DEVIATION) * UNMATCHED_EXCESS;
                changePrices(purchase, delivered, deviation, true, 1);
            } else {
                double deviation = QUANTITY_TOLERANCE + Draw.uniform(key, QUANTITY_DEVIATION) * UNMATCHED_EXCESS;
                changeQuantities(purchase, delivered, deviation, true, 1);
            }
        } else {
            if (Draw.happens(key, PRICE_VARIANCE, flow.priceVariance())) {
                double deviation = Draw.uniform(key, PRICE_DEVIATION) * flow.priceVarianceLimit();
                changePrices(purchase, delivered, deviation, more, 0);
            }
            if (Draw.happens(key, QUANTITY_VARIANCE, flow.quantityVariance())) {
                double deviation = Draw.uniform(key, QUANTITY_DEVIATION) * QUANTITY_TOLERANCE;
                changeQuantities(purchase, delivered, deviation, more, 0);
            }
        }
        boolean abroad = vendors.isAbroad(purchase.vendor, schedule.company());
        sumUp(purchase, delivered, abroad ? 0 : taxHundredths[schedule.company()]);
    }

    private static void changePrices(
            Purchase purchase, Purchase.Delivery delivered, double deviation, boolean more, int least) {
        for (int line = 0; line < purchase.lines; line++) {
            if (delivered.quantity[line] == 0) {
                continue;
            }
            long difference = ((long) (purchase.price[line] * deviation / purchase.denomination.unit) + least)
                    * purchase.denomination.unit;
            delivered.invoicedPrice[line] += more ? difference : -difference;
            tolerate(delivered, difference);
        }
    }

    private static void changeQuantities(
            Purchase purchase, Purchase.Delivery delivered, double deviation, boolean more, int least) {
        for (int line = 0; line < purchase.lines; line++) {
            if (delivered.quantity[line] == 0) {
                continue;
            }
            int difference = (int) (delivered.quantity[line] * deviation) + least;
            if (difference > 0) {
                delivered.invoicedQuantity[line] += more ? difference : -difference;
                delivered.invoicedLocalValue[line] =
                        purchase.denomination.local(delivered.invoicedQuantity[line] * purchase.price[line]);
            }
            tolerate(delivered, difference);
        }
    }

    private static void tolerate(Purchase.Delivery delivered, long difference) {
        if (difference > 0 && delivered.match == Purchase.Match.MATCHED) {
            delivered.match = Purchase.Match.WITHIN_TOLERANCE;
        }
    }

    private static void sumUp(Purchase purchase, Purchase.Delivery delivered, int taxRate) {
        long atOrderPrice = 0;
        long localAtOrderPrice = 0;
        delivered.net = 0;
        for (int line = 0; line < purchase.lines; line++) {
            delivered.net += delivered.invoicedQuantity[line] * delivered.invoicedPrice[line];
            atOrderPrice += delivered.invoicedQuantity[line] * purchase.price[line];
            localAtOrderPrice += delivered.invoicedLocalValue[line];
        }
        delivered.tax = purchase.denomination.tax(delivered.net, taxRate);
        delivered.priceVariance = delivered.net - atOrderPrice;
        delivered.localTax = purchase.denomination.local(delivered.tax);
        delivered.localPriceVariance = purchase.denomination.local(delivered.priceVariance);
        delivered.localGross = localAtOrderPrice + delivered.localPriceVariance + delivered.localTax;
    }

    private void fillPayments(Purchase purchase, PurchaseSchedule schedule, int delivery) {
        Purchase.Delivery delivered = purchase.deliveries[delivery];
        int localCurrency = master.companies().currency(schedule.company());
        long gross = delivered.gross();
        long cleared = 0;
        long localCleared = 0;
        int parts = schedule.payments(delivery);
        for (int part = 0; part < parts; part++) {
            int day = schedule.paymentDay(delivery, part);
            if (day == PurchaseSchedule.NONE) {
                return;
            }
            long clear = gross - cleared;
            long localClear = delivered.localGross - localCleared;
            if (part < parts - 1) {
                int percent = Draw.between(
                        schedule.deliveryKey(delivery), FIRST_PART, LEAST_PART_PERCENT, 100 - LEAST_PART_PERCENT);
                clear = part(gross, percent, purchase.denomination.unit);
                localClear = part(delivered.localGross, percent, purchase.denomination.localUnit);
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
