package dev.headroom.generator.master;

import dev.headroom.generator.calendar.Months;

/** Sums over the companies' fixed assets: when the ledger begins, and by class for each of its months. Immutable; constant time. */
final class AssetValues {
    private final int monthCount;
    private final int classes;
    private final long[] openingCosts;
    private final long[] openingDepreciations;
    /** By company, month and class. */
    private final long[] depreciations;

    AssetValues(FixedAssets assets, int companies, Months months) {
        this.monthCount = months.count();
        this.classes = FixedAssets.classes().size();
        this.openingCosts = new long[companies];
        this.openingDepreciations = new long[companies];
        this.depreciations = new long[companies * monthCount * classes];
        for (int asset = 0; asset < assets.count(); asset++) {
            add(assets, asset);
        }
    }

    private void add(FixedAssets assets, int asset) {
        int company = assets.companyOf(asset);
        int acquired = assets.acquisitionMonth(asset);
        int life = assets.life(asset);
        long unit = assets.unit(asset);
        long units = assets.depreciable(asset) / unit;
        long before = 0;
        if (acquired < 0) {
            before = FixedAssets.depreciated(units, life, -1 - acquired);
            openingCosts[company] += assets.cost(asset);
            openingDepreciations[company] += before * unit;
        }
        int at = company * monthCount * classes + assets.classOf(asset);
        for (int month = Math.max(acquired, 0); month < monthCount && before < units; month++) {
            long after = FixedAssets.depreciated(units, life, month - acquired);
            depreciations[at + month * classes] += (after - before) * unit;
            before = after;
        }
    }

    long openingCost(int company) {
        return openingCosts[company];
    }

    long openingDepreciation(int company) {
        return openingDepreciations[company];
    }

    long depreciation(int company, int month, int assetClass) {
        return depreciations[(company * monthCount + month) * classes + assetClass];
    }
}
