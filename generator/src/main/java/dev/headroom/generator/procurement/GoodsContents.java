package dev.headroom.generator.procurement;

import dev.headroom.generator.LedgerConfiguration.Industry;
import dev.headroom.generator.master.CostCenters;
import dev.headroom.generator.master.Masters;
import dev.headroom.generator.master.Materials;
import dev.headroom.generator.master.Vendors;
import dev.headroom.generator.random.Discrete;
import dev.headroom.generator.random.Draw;
import dev.headroom.generator.random.LogUniform;

/** Orders of materials and services. */
final class GoodsContents implements OrderContents {
    private static final Discrete LINES = new Discrete(.35, .2, .14, .09, .07, .05, .04, .03, .02, .01);
    private static final LogUniform QUANTITIES = new LogUniform(1, 1000);
    private static final int LEAST_PRICE_PERCENT = 95;
    private static final int MOST_PRICE_PERCENT = 106;

    // Of the purchase.
    private static final int LINE_COUNT = 8;
    private static final int LINE = 10;
    // Of a line.
    private static final int QUANTITY = 0;
    private static final int MATERIAL = 1;
    private static final int PRICE = 2;
    private static final int IS_SERVICE = 3;
    private static final int EXPENSE = 4;
    private static final int COST_CENTER = 5;

    private final Vendors vendors;
    private final Materials materials;
    private final CostCenters costCenters;
    private final int[] services;
    private final double serviceShare;

    GoodsContents(Masters master) {
        this.vendors = master.vendors();
        this.materials = master.materials();
        this.costCenters = master.costCenters();
        this.services = master.accounts().services();
        this.serviceShare = serviceShare(master.configuration().industry());
    }

    /** Lines of orders for services. Who lives by trade has little left for them. */
    private static double serviceShare(Industry industry) {
        return industry == Industry.RETAIL ? .1 : .3;
    }

    @Override
    public int currency(int vendor, int company) {
        return vendors.currency(vendor);
    }

    @Override
    public void fillLines(Purchase purchase, PurchaseSchedule schedule, long ordinal) {
        long key = schedule.key();
        purchase.lines = 1 + LINES.draw(key, LINE_COUNT);
        for (int line = 0; line < purchase.lines; line++) {
            fillLine(purchase, schedule, line, Draw.element(key, LINE, line));
        }
        // So that something can come with every delivery, and most of it stay.
        int least = schedule.deliveries() * (schedule.returns() ? PurchaseCase.LEAST_OF_RETURN : 1);
        purchase.quantity[0] = Math.max(purchase.quantity[0], least);
    }

    private void fillLine(Purchase purchase, PurchaseSchedule schedule, int line, long lineKey) {
        int company = schedule.company();
        int material = materials.pickPurchased(company, Draw.bits(lineKey, MATERIAL));
        long standardCost = materials.standardCost(company, material);
        // Of the first line something can be returned.
        boolean service = Draw.happens(lineKey, IS_SERVICE, serviceShare) && (line > 0 || !schedule.returns());
        purchase.quantity[line] = (int) QUANTITIES.draw(lineKey, QUANTITY);
        purchase.standardCost[line] = standardCost;
        int percent = Draw.between(lineKey, PRICE, LEAST_PRICE_PERCENT, MOST_PRICE_PERCENT);
        purchase.price[line] = purchase.denomination.price(standardCost, percent);
        if (service) {
            purchase.material[line] = Purchase.NONE;
            purchase.account[line] = services[Draw.below(lineKey, EXPENSE, services.length)];
        } else {
            purchase.material[line] = material;
            purchase.account[line] = materials.account(material);
        }
        purchase.stocked[line] = !service && materials.type(material).stocked();
        purchase.costCenter[line] =
                purchase.stocked[line] ? Purchase.NONE : costCenters.pick(company, Draw.bits(lineKey, COST_CENTER));
    }
}
