package dev.headroom.generator.closing;

import dev.headroom.generator.ledger.Translation;
import dev.headroom.generator.master.AccountRole;
import dev.headroom.generator.master.ChartOfAccounts;
import dev.headroom.generator.master.Companies;
import dev.headroom.generator.master.Currencies;
import dev.headroom.generator.master.ExchangeRates;
import dev.headroom.generator.master.FixedAssets;
import dev.headroom.generator.master.Masters;
import dev.headroom.generator.random.Draw;
import dev.headroom.generator.random.Lognormal;
import dev.headroom.generator.random.RandomStream;
import dev.headroom.generator.totals.LedgerBalances;
import dev.headroom.generator.totals.RangeTotals;
import dev.headroom.generator.totals.TotalsLayout;

/**
 * What the accounts stand at when the ledger begins, beside what documents from before it leave open.
 *
 * <ul>
 *   <li>Inventory is worth what its materials are, and fixed assets what the register says.
 *   <li>Bank, allowance for doubtful accounts, and all other assets and liabilities that are posted to by hand begin with what keeps them on their
 *       side at the end of every period, and some more; bank and allowance do so with and without anomalies.
 *   <li>Share capital is a round amount, and retained earnings are the rest, in the company's currency and in the group's.
 * </ul>
 *
 * Amounts are translated at the rate of the ledger's first month. Not thread-safe.
 */
final class OpeningBalances {
    private static final int RESERVE = 0;
    private static final int CAPITAL = 1;
    private static final int MARGIN = 2;

    /** What is in the bank in any case, in dollars. */
    private static final Lognormal RESERVES = new Lognormal(12, .7, 20_000, 5_000_000);
    /** In dollars. */
    private static final long[] CAPITALS = {100_000, 250_000, 500_000, 1_000_000, 2_000_000, 5_000_000};

    private static final int MOST_MARGIN_PERCENT = 40;

    private final RangeTotals own;
    private final TotalsLayout layout;
    private final Companies companies;
    private final ExchangeRates rates;
    private final FixedAssets assets;
    private final Stock stock;
    private final RandomStream streams;
    private final int firstDay;
    private final int groupCurrency;
    private final int accountCount;
    private final int bank;
    private final int fixedAssets;
    private final int accumulatedDepreciation;
    private final int shareCapital;
    private final int retainedEarnings;
    /** Accounts that stay on their side. */
    private final int[] kept;
    /** Their sides: 1 for debit, -1 for credit. */
    private final int[] sides;
    /** Their positions in {@link TotalsLayout#GUARDED}, or -1. */
    private final int[] guards;

    OpeningBalances(RangeTotals own, Masters master, Stock stock) {
        ChartOfAccounts chart = master.accounts();
        this.own = own;
        this.layout = own.layout();
        this.companies = master.companies();
        this.rates = master.exchangeRates();
        this.assets = master.fixedAssets();
        this.stock = stock;
        this.streams = new RandomStream(master.configuration().seed(), "opening balances");
        this.firstDay = master.months().firstDay();
        this.groupCurrency = master.groupCurrency();
        this.accountCount = chart.count();
        this.bank = chart.account(AccountRole.BANK);
        this.fixedAssets = chart.account(AccountRole.FIXED_ASSETS);
        this.accumulatedDepreciation = chart.account(AccountRole.ACCUMULATED_DEPRECIATION);
        this.shareCapital = chart.account(AccountRole.SHARE_CAPITAL);
        this.retainedEarnings = chart.account(AccountRole.RETAINED_EARNINGS);
        int[] openAssets = chart.assets();
        int[] openLiabilities = chart.liabilities();
        int guarded = TotalsLayout.GUARDED.size();
        this.kept = new int[guarded + openAssets.length + openLiabilities.length + 1];
        this.sides = new int[kept.length];
        this.guards = new int[kept.length];
        int count = 0;
        for (int guard = 0; guard < guarded; guard++) {
            AccountRole role = TotalsLayout.GUARDED.get(guard);
            keep(count++, chart.account(role), role == AccountRole.BANK ? 1 : -1, guard);
        }
        for (int asset : openAssets) {
            keep(count++, asset, 1, -1);
        }
        for (int liability : openLiabilities) {
            keep(count++, liability, -1, -1);
        }
        keep(count, chart.account(AccountRole.ACCRUED_EXPENSES), -1, -1);
    }

    private void keep(int at, int account, int side, int guard) {
        kept[at] = account;
        sides[at] = side;
        guards[at] = guard;
    }

    /**
     * Adds the balances to the totals.
     *
     * @param all totals of all entries, and what is carried in
     */
    void add(LedgerBalances all) {
        stock.addOpening(all, this::open);
        for (int company = 0; company < companies.count(); company++) {
            for (int which = 0; which < kept.length; which++) {
                open(company, kept[which], sides[which] * withMargin(company, which, needed(company, which, all)));
            }
            open(company, fixedAssets, assets.openingCost(company));
            open(company, accumulatedDepreciation, -assets.openingDepreciation(company));
            long key = streams.key(company);
            int currency = companies.currency(company);
            open(company, bank, Currencies.hundredths(RESERVES.draw(key, RESERVE), currency));
            long capital = CAPITALS[Draw.below(key, CAPITAL, CAPITALS.length)];
            open(company, shareCapital, -capital * 100 * Currencies.scale(currency));
            addRest(company, all);
        }
    }

    /** The least balance with which an account does not change sides at the end of a period. */
    private long needed(int company, int which, LedgerBalances all) {
        long balance = 0;
        long undone = 0;
        long least = 0;
        for (int slot = TotalsLayout.OPENING; slot < layout.slots(); slot++) {
            balance += sides[which] * all.movement(company, slot, kept[which]);
            least = Math.min(least, balance);
            if (guards[which] >= 0) {
                undone += sides[which] * all.undone(company, slot, guards[which]);
                least = Math.min(least, balance + undone);
            }
        }
        return -least;
    }

    private long withMargin(int company, int which, long needed) {
        long bits = Draw.element(streams.key(company), MARGIN, kept[which]);
        long unit = Currencies.unit(companies.currency(company));
        return needed + needed / (100 * unit) * Draw.below(bits, MOST_MARGIN_PERCENT + 1) * unit;
    }

    private void open(int company, int account, long amount) {
        if (amount != 0) {
            long rate = rates.rate(companies.currency(company), groupCurrency, firstDay);
            long groupAmount = Translation.convert(amount, rate, Currencies.unit(groupCurrency));
            own.open(company, account, amount, groupAmount);
        }
    }

    /** Lets retained earnings take what the balances do not add up to. */
    private void addRest(int company, LedgerBalances all) {
        long sum = 0;
        long groupSum = 0;
        for (int account = 0; account < accountCount; account++) {
            sum += all.movement(company, TotalsLayout.OPENING, account);
            groupSum += all.groupMovement(company, TotalsLayout.OPENING, account);
        }
        own.open(company, retainedEarnings, -sum, -groupSum);
    }
}
