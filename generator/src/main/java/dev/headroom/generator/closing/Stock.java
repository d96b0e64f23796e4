package dev.headroom.generator.closing;

import dev.headroom.generator.master.Masters;
import dev.headroom.generator.master.Materials;
import dev.headroom.generator.random.Draw;
import dev.headroom.generator.random.RandomStream;
import dev.headroom.generator.totals.LedgerBalances;
import dev.headroom.generator.totals.TotalsLayout;

/**
 * What of the materials is in stock when the ledger begins: as much as is needed for no period to end with less than nothing, and some more.
 * Materials that never move are not in stock. Immutable.
 */
final class Stock {
    private static final int MARGIN = 0;
    private static final int MOST_MARGIN_PERCENT = 30;

    /** Takes a part of the balance of an account. */
    @FunctionalInterface
    interface Balances {
        /** Takes an amount in the company's currency, above 0. */
        void add(int company, int account, long amount);
    }

    private final Materials materials;
    private final TotalsLayout layout;
    private final RandomStream margins;

    Stock(Masters master, TotalsLayout layout) {
        this.materials = master.materials();
        this.layout = layout;
        this.margins = new RandomStream(master.configuration().seed(), "opening stock");
    }

    int materials() {
        return materials.count();
    }

    int company(int material) {
        return materials.companyOf(material);
    }

    /** The account on which a material is. */
    int account(int material) {
        return materials.account(material);
    }

    /** The value of a unit, in the currency of its company. */
    long unitCost(int material) {
        return materials.standardCost(materials.companyOf(material), material);
    }

    /** Units of a material when the ledger begins. */
    long opening(int material, LedgerBalances all) {
        long quantity = 0;
        long least = 0;
        for (int slot = TotalsLayout.OPENING + 1; slot < layout.slots(); slot++) {
            quantity += all.received(material, slot) - all.issued(material, slot);
            least = Math.min(least, quantity);
        }
        long percent = Draw.below(margins.key(material), MARGIN, MOST_MARGIN_PERCENT + 1);
        return -least - least * percent / 100;
    }

    /** Hands on the value of all materials when the ledger begins. */
    void addOpening(LedgerBalances all, Balances balances) {
        for (int material = 0; material < materials.count(); material++) {
            long quantity = opening(material, all);
            if (quantity > 0) {
                balances.add(company(material), account(material), quantity * unitCost(material));
            }
        }
    }
}
