package dev.headroom.generator;

import dev.headroom.generator.LedgerConfiguration.Transactions;
import dev.headroom.generator.anomaly.AnomalyPlan;
import dev.headroom.generator.assets.DepreciationSchedule;
import dev.headroom.generator.closing.AggregateSchedule;
import dev.headroom.generator.ledger.AdjustmentSchedule;
import dev.headroom.generator.ledger.InterfaceSchedule;
import dev.headroom.generator.ledger.JournalEntries;
import dev.headroom.generator.ledger.ManualSchedule;
import dev.headroom.generator.ledger.RecurringSchedule;
import dev.headroom.generator.master.Companies;
import dev.headroom.generator.master.Lazy;
import dev.headroom.generator.master.MasterTable;
import dev.headroom.generator.master.Masters;
import dev.headroom.generator.payroll.PayrollSchedule;
import dev.headroom.generator.procurement.AssetPurchaseSchedule;
import dev.headroom.generator.procurement.EarlierPayments;
import dev.headroom.generator.procurement.GoodsPurchaseSchedule;
import dev.headroom.generator.procurement.PurchaseSchedule;
import dev.headroom.generator.quality.QualityRates;
import dev.headroom.generator.random.RandomStream;
import dev.headroom.generator.sales.ProvisionSchedule;
import dev.headroom.generator.sales.SalesMix;
import dev.headroom.generator.sales.SalesSchedule;
import dev.headroom.generator.sales.SalesTiming;
import dev.headroom.generator.sequence.CaseCounts;
import dev.headroom.generator.sequence.Timetable;
import dev.headroom.generator.sequence.UnitKind;
import dev.headroom.generator.sequence.UnitSchedule;
import dev.headroom.generator.sequence.UnitSequence;
import dev.headroom.generator.totals.TotalsLayout;
import dev.headroom.table.TableSchema;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A ledger: all its tables as a function of a configuration. Nothing is kept of what is generated.
 *
 * <p>Its data are divided into ranges. {@link #ranges()} gives them in order, and a {@link RangeGenerator} makes the batches of any of
 * them, in any order. Immutable but for caches, and safe for use by many threads.
 */
public final class Ledger {
    /** Master records in a range. */
    static final int MASTER_RECORDS = 4096;

    private static final long ENTRIES_OF_RANGE = 1000;
    /** Cells that an entry, and what of its document comes with it, adds to at most; on average it is far fewer. */
    private static final long MOST_CELLS_OF_ENTRY = 16;
    /** Purchases or sales with fewer entries on average, by those that begin in the ledger, are too long for it. */
    private static final double FEWEST_ENTRIES = .1;

    private final LedgerConfiguration configuration;
    private final List<TableSchema> tables;
    private final Masters master;
    private final Timetable timetable;
    private final Timetable purchaseTimetable;
    private final SalesMix salesMix;
    private final AggregateSchedule aggregates;
    private final SalesTiming salesTiming;
    private final CaseCounts counts;
    private final AnomalyPlan anomalyPlan;
    private final QualityRates qualityRates;
    private final TotalsLayout totalsLayout;
    private final UnitSequence units;
    private final long unitsOfRange;
    private final long masterRecords;
    /** Of generators and sequences that are in use. */
    private final Set<Lazy<?>> caches = Collections.newSetFromMap(Collections.synchronizedMap(new WeakHashMap<>()));

    private Ledger(LedgerConfiguration configuration, @Nullable LedgerShape shape) {
        this.configuration = configuration;
        this.tables = Tables.of(configuration);
        this.master = new Masters(configuration);
        this.timetable = new Timetable(master.companies(), master.months());
        this.purchaseTimetable = timetable.withLead(PurchaseSchedule.leadMonths(configuration.purchaseFlow()));
        this.salesMix = SalesMix.of(configuration.industry());
        this.aggregates = new AggregateSchedule(master);
        this.salesTiming = new SalesTiming(
                timetable, master.companies().count(), master.customers(), configuration.salesFlow(), salesMix);
        this.counts = shape == null
                ? count()
                : CaseCounts.of(
                        shape.units(), compulsoryCases(), aggregates.count(), timetable.slots(), this::newSchedule);
        this.anomalyPlan = new AnomalyPlan(
                configuration.anomalies(),
                entryCount(),
                counts.of(UnitKind.MANUAL_BLOCK),
                counts.of(UnitKind.INTERFACE),
                Math.max(0, configuration.transactions().documents() * entryCount() - counts.compulsoryEntries()));
        this.qualityRates = new QualityRates(configuration.dataQuality());
        this.totalsLayout = new TotalsLayout(master);
        this.units = new UnitSequence(unitCounts());
        this.unitsOfRange = Math.max(1, units.size() * ENTRIES_OF_RANGE / entryCount());
        this.masterRecords =
                master.tables().stream().mapToLong(MasterTable::count).sum();
    }

    private CaseCounts count() {
        Transactions transactions = configuration.transactions();
        double salesShare = transactions.documents() > 0 ? salesShare() : 0;
        return CaseCounts.of(
                transactions.targetCount(),
                compulsoryCases(),
                aggregates.count(),
                new CaseCounts.Shares(
                        transactions.interfaces(),
                        transactions.recurring(),
                        transactions.adjustment(),
                        transactions.documents() * (1 - salesShare),
                        transactions.documents() * salesShare),
                timetable.slots(),
                this::newSchedule);
    }

    /** Cases that the ledger has whatever its number of entries, by the index of the kind. */
    private long[] compulsoryCases() {
        long[] compulsory = new long[UnitKind.values().length];
        compulsory[UnitKind.PAYROLL_RUN.index()] = PayrollSchedule.runs(master.companies(), master.months());
        compulsory[UnitKind.DEPRECIATION_RUN.index()] = DepreciationSchedule.runs(master.companies(), master.months());
        boolean debts = configuration.salesFlow().badDebt() > 0
                && configuration.transactions().documents() > 0;
        compulsory[UnitKind.PROVISION.index()] =
                debts ? ProvisionSchedule.provisions(master.companies(), master.months()) : 0;
        compulsory[UnitKind.ASSET_PURCHASE.index()] = master.fixedAssets().acquisitions();
        return compulsory;
    }

    private long[] unitCounts() {
        long[] unitCounts = new long[UnitKind.values().length];
        for (UnitKind kind : UnitKind.values()) {
            unitCounts[kind.index()] = counts.of(kind);
        }
        unitCounts[UnitKind.MANUAL_BLOCK.index()] = ManualSchedule.blocks(counts.of(UnitKind.MANUAL_BLOCK));
        return unitCounts;
    }

    /** The share of the entries of purchases and sales that sales have, if there are as many purchases for each as the industry needs. */
    private double salesShare() {
        double months = configuration.periodMonths();
        double stretch = (PurchaseSchedule.leadMonths(configuration.purchaseFlow()) + months) / months;
        double ofPurchase = entriesPerCase(
                UnitKind.PURCHASE, stretch, "document_flows.p2p.receipt_lag_days", "hardly any goods arrive");
        double ofSale = entriesPerCase(
                UnitKind.SALE,
                salesTiming.stretch(),
                "document_flows.o2c.delivery_lag_days",
                "hardly anything is delivered");
        return ofSale / (ofSale + salesMix.purchasesPerSale() * ofPurchase);
    }

    /**
     * The entries within the ledger for each case of a kind that begins in it.
     *
     * @param stretch how many times as long as the ledger the time is in which cases begin
     * @param key what makes cases long
     * @param tooLong what is wrong if there are hardly any entries
     */
    private double entriesPerCase(UnitKind kind, double stretch, String key, String tooLong) {
        double entries = CaseCounts.entriesPerCase(kind, timetable.slots(), this::newSchedule) * stretch;
        if (entries < FEWEST_ENTRIES) {
            throw new InvalidLedgerConfigurationException(
                    key,
                    tooLong + " within the ledger's " + configuration.periodMonths()
                            + " months; shorten the lag or raise global.period_months");
        }
        return entries;
    }

    private UnitSchedule newSchedule(UnitKind kind, long count) {
        long seed = configuration.seed();
        return switch (kind) {
            case MANUAL_BLOCK -> new ManualSchedule(timetable, seed, count);
            case INTERFACE -> new InterfaceSchedule(timetable, seed, count);
            case RECURRING -> new RecurringSchedule(timetable, seed, count);
            case ADJUSTMENT -> new AdjustmentSchedule(timetable, seed, count);
            case PURCHASE ->
                new GoodsPurchaseSchedule(purchaseTimetable, master, configuration.purchaseFlow(), seed, count);
            case SALE ->
                new SalesSchedule(
                        salesTiming, master.customers(), configuration.salesFlow(), salesMix.makes(), seed, count);
            case PAYROLL_RUN -> new PayrollSchedule(timetable, master.companies());
            case DEPRECIATION_RUN -> new DepreciationSchedule(timetable, master);
            case PROVISION -> new ProvisionSchedule(timetable, master.companies());
            case ASSET_PURCHASE -> new AssetPurchaseSchedule(timetable, master, configuration.purchaseFlow(), seed);
        };
    }

    /**
     * All that is wrong with a company, whatever the rest of a configuration says; {@link #of} tells the first problem alone.
     *
     * @param company the company
     * @param key what it is called in the configuration, such as {@code companies[0]}
     */
    public static List<InvalidLedgerConfigurationException> problemsOf(
            LedgerConfiguration.Company company, String key) {
        return Companies.problemsOf(company, key);
    }

    /**
     * The ledger of a configuration. Counts all purchases and sales, which takes about 50 ns each.
     *
     * @throws InvalidLedgerConfigurationException if the configuration contradicts itself or asks for what cannot be
     */
    public static Ledger of(LedgerConfiguration configuration) {
        return checked(configuration, null);
    }

    /**
     * The ledger of a configuration whose shape is known: counts nothing, and takes no longer for a larger one.
     *
     * @param shape the {@link #shape} of a ledger of the same configuration and algorithm version; with another one the data are others
     * @throws InvalidLedgerConfigurationException if the configuration contradicts itself or asks for what cannot be
     * @throws IllegalArgumentException if no ledger of the configuration can have the shape
     */
    public static Ledger of(LedgerConfiguration configuration, LedgerShape shape) {
        return checked(configuration, shape);
    }

    private static Ledger checked(LedgerConfiguration configuration, @Nullable LedgerShape shape) {
        Objects.requireNonNull(configuration, "configuration");
        TransactionChecks.check(configuration.transactions(), configuration.purchaseFlow(), configuration.salesFlow());
        return new Ledger(configuration, shape);
    }

    /** What the ledger is made of. */
    public LedgerConfiguration configuration() {
        return configuration;
    }

    /** How many units of each kind the ledger has. */
    public LedgerShape shape() {
        return new LedgerShape(counts.units());
    }

    /** The version of the way from a configuration to data; another version gives other data. */
    public static String algorithmVersion() {
        return Integer.toString(RandomStream.ALGORITHM_VERSION);
    }

    /** All tables that a ledger can have, in the order in which they are documented. */
    public static List<TableSchema> catalogue() {
        return Tables.CATALOGUE;
    }

    /** The tables that this ledger fills, in the order of the catalogue. */
    public List<TableSchema> tables() {
        return tables;
    }

    /**
     * All journal entries in the order of the ledger, at normal fidelity. They are made while the stream is read, about a thousand at a
     * time, and nothing is kept of them; a stream that is not read to its end costs no more than what was read of it.
     */
    public Stream<JournalEntry> journalEntries() {
        return LedgerStreams.entries(this, JournalEntries.SCHEMA);
    }

    /**
     * All rows of a table, such as {@code vendors} or {@code vendor_invoices}, at normal fidelity. They are made while the stream is read,
     * a range at a time; the documents of about a thousand entries, or some thousand master records.
     *
     * @param table name of one of the {@link #tables}
     * @throws IllegalArgumentException if the ledger has no such table; the message names those that there are
     */
    public Stream<LedgerRecord> records(String table) {
        return LedgerStreams.records(this, table(table));
    }

    /**
     * All documents of a table, such as {@code vendor_invoices} or {@code payments}, each with its lines; made while they are read, as
     * {@link #records} are.
     *
     * @param table name of one of the {@link #tables} that has another for the lines
     * @throws IllegalArgumentException if the ledger has no such table, or it has no lines; the message names those that do
     */
    public Stream<LedgerDocument> documents(String table) {
        return LedgerStreams.documents(this, table(table));
    }

    private TableSchema table(String name) {
        return tables().stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the ledger has no table '" + name + "'; it has "
                        + tables().stream().map(TableSchema::name).collect(Collectors.joining(", "))));
    }

    /** The number of journal entries: exactly the configured one. */
    public long entryCount() {
        return configuration.transactions().targetCount();
    }

    /** The number of ranges: first those of master data, then those of cases, then the epilogue. */
    public long rangeCount() {
        return masterRangeCount() + (units.size() + unitsOfRange - 1) / unitsOfRange + 1;
    }

    /** The number of the first range of cases; those before hold master data. */
    public long firstRangeOfCases() {
        return masterRangeCount();
    }

    /** The number of ranges of cases: all but those of master data and the epilogue. */
    public long rangesOfCases() {
        return rangeCount() - 1 - firstRangeOfCases();
    }

    /** The most cells that {@link LedgerTotals} of the ledger can have. */
    public long mostTotals() {
        return Math.min(totalsLayout.cells(), MOST_CELLS_OF_ENTRY * entryCount());
    }

    /** The ranges from the first on. */
    public RangeSequence ranges() {
        return ranges(0, new long[timetable.slots()]);
    }

    /**
     * The ranges from one on. Counts the entries of those before it, about 50 ns for each case.
     *
     * @throws IndexOutOfBoundsException if the index is not from 0 to the number of ranges
     */
    public RangeSequence ranges(long fromIndex) {
        checkIndex(fromIndex);
        RangeSequence ranges = ranges();
        ranges.skip(fromIndex);
        return ranges;
    }

    /**
     * The ranges from one on, in constant time.
     *
     * @param numbering what {@link RangeSequence#numbering} was before that range
     * @throws IndexOutOfBoundsException if the index is not from 0 to the number of ranges
     * @throws IllegalArgumentException if the numbering is not of this configuration
     */
    public RangeSequence ranges(long fromIndex, long[] numbering) {
        checkIndex(fromIndex);
        if (numbering.length != timetable.slots()) {
            throw new IllegalArgumentException("a numbering of " + numbering.length + " instead of " + timetable.slots()
                    + " counters is of another configuration");
        }
        return new RangeSequence(this, fromIndex, numbering);
    }

    private void checkIndex(long index) {
        if (index < 0 || index > rangeCount()) {
            throw new IndexOutOfBoundsException("range " + index + " of " + rangeCount());
        }
    }

    /**
     * A generator of ranges, for one thread. Takes memory for a batch of each table: about 8 bytes for each row and column.
     *
     * @param maxBatchRows most rows of a batch
     * @throws IllegalArgumentException if it is below 1
     */
    public RangeGenerator newRangeGenerator(int maxBatchRows) {
        return new RangeGenerator(this, maxBatchRows);
    }

    /**
     * Drops what can be made again: master data, and the batches and writers of generators. A generator that is at work on a range goes on
     * with what it has until the range's end. What is generated does not change. Safe at any time from any thread.
     */
    public void clearCaches() {
        master.clearCaches();
        caches.forEach(Lazy::clear);
    }

    /** A value that is made when asked for and kept until caches are cleared. */
    <T> Lazy<T> cached(Supplier<T> maker) {
        Lazy<T> made = new Lazy<>(maker);
        caches.add(made);
        return made;
    }

    Masters masters() {
        return master;
    }

    Timetable timetable() {
        return timetable;
    }

    AnomalyPlan anomalyPlan() {
        return anomalyPlan;
    }

    QualityRates qualityRates() {
        return qualityRates;
    }

    /** The entries of the epilogue. */
    AggregateSchedule aggregates() {
        return aggregates;
    }

    UnitSequence units() {
        return units;
    }

    TotalsLayout totalsLayout() {
        return totalsLayout;
    }

    ManualSchedule newManual() {
        return (ManualSchedule) newSchedule(UnitKind.MANUAL_BLOCK);
    }

    InterfaceSchedule newInterfaces() {
        return (InterfaceSchedule) newSchedule(UnitKind.INTERFACE);
    }

    RecurringSchedule newRecurring() {
        return (RecurringSchedule) newSchedule(UnitKind.RECURRING);
    }

    AdjustmentSchedule newAdjustments() {
        return (AdjustmentSchedule) newSchedule(UnitKind.ADJUSTMENT);
    }

    GoodsPurchaseSchedule newPurchases() {
        return (GoodsPurchaseSchedule) newSchedule(UnitKind.PURCHASE);
    }

    AssetPurchaseSchedule newAssetPurchases() {
        return (AssetPurchaseSchedule) newSchedule(UnitKind.ASSET_PURCHASE);
    }

    EarlierPayments newEarlierPayments() {
        return new EarlierPayments(newPurchases(), counts.of(UnitKind.PURCHASE), configuration, master);
    }

    SalesSchedule newSales() {
        return (SalesSchedule) newSchedule(UnitKind.SALE);
    }

    PayrollSchedule newPayroll() {
        return (PayrollSchedule) newSchedule(UnitKind.PAYROLL_RUN);
    }

    DepreciationSchedule newDepreciation() {
        return (DepreciationSchedule) newSchedule(UnitKind.DEPRECIATION_RUN);
    }

    ProvisionSchedule newProvisions() {
        return (ProvisionSchedule) newSchedule(UnitKind.PROVISION);
    }

    private UnitSchedule newSchedule(UnitKind kind) {
        return newSchedule(kind, counts.of(kind));
    }

    /** The schedules of all kinds of units, by the index of the kind; for one thread. */
    UnitSchedule[] newSchedules() {
        UnitSchedule[] schedules = new UnitSchedule[UnitKind.values().length];
        for (UnitKind kind : UnitKind.values()) {
            schedules[kind.index()] = newSchedule(kind);
        }
        return schedules;
    }

    long firstUnitOf(long range) {
        return Math.min(Math.max(0, range - masterRangeCount()) * unitsOfRange, units.size());
    }

    long masterRangeCount() {
        return (masterRecords + MASTER_RECORDS - 1) / MASTER_RECORDS;
    }

    long masterRecordCount() {
        return masterRecords;
    }
}
