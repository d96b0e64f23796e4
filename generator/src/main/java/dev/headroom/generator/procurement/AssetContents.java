package dev.headroom.generator.procurement;

import dev.headroom.generator.master.AccountRole;
import dev.headroom.generator.master.Companies;
import dev.headroom.generator.master.FixedAssets;
import dev.headroom.generator.master.Masters;

/** Orders of fixed assets: one of each, at the cost in the register and in the company's currency. */
final class AssetContents implements OrderContents {
    private final Companies companies;
    private final FixedAssets assets;
    private final int account;

    AssetContents(Masters master) {
        this.companies = master.companies();
        this.assets = master.fixedAssets();
        this.account = master.accounts().account(AccountRole.FIXED_ASSETS);
    }

    @Override
    public int currency(int vendor, int company) {
        return companies.currency(company);
    }

    @Override
    public void fillLines(Purchase purchase, PurchaseSchedule schedule, long ordinal) {
        purchase.lines = 1;
        purchase.material[0] = Purchase.NONE;
        purchase.stocked[0] = false;
        purchase.account[0] = account;
        purchase.costCenter[0] = Purchase.NONE;
        purchase.quantity[0] = 1;
        purchase.price[0] = assets.cost(assets.acquisition((int) ordinal));
        purchase.standardCost[0] = 0;
    }
}
