package dev.headroom.generator.closing;

import dev.headroom.generator.ledger.Bookkeeping;
import dev.headroom.generator.ledger.EntryPipeline;
import dev.headroom.generator.master.Masters;
import dev.headroom.generator.output.TableOutput;
import dev.headroom.generator.totals.LedgerBalances;
import dev.headroom.generator.totals.RangeTotals;
import dev.headroom.generator.totals.Totals;
import dev.headroom.generator.totals.TotalsLayout;
import dev.headroom.table.TableSchema;
import java.util.List;
import java.util.function.Function;

/**
 * Makes what rests on the totals of all cases: first the entries, then the opening balances, which have to suffice for them too, then the
 * tables of balances. One for each worker; not thread-safe.
 */
public final class Epilogue {
    /** The tables that are written at the end. */
    public static final List<TableSchema> TABLES = List.of(TrialBalances.SCHEMA, InventoryBalances.SCHEMA);

    private final TotalsLayout layout;
    private final RangeTotals own;
    private final Aggregates aggregates;
    private final OpeningBalances openingBalances;
    private final TrialBalances trialBalances;
    private final InventoryBalances inventoryBalances;

    /**
     * Makes a generator of epilogues.
     *
     * @param own collects what the epilogue adds to the totals: the pipeline the entries, this one the opening balances
     * @param outputs output of each of the {@link #TABLES}
     */
    public Epilogue(
            AggregateSchedule schedule,
            RangeTotals own,
            Bookkeeping bookkeeping,
            Masters master,
            EntryPipeline pipeline,
            Function<TableSchema, TableOutput> outputs) {
        this.layout = own.layout();
        this.own = own;
        Stock stock = new Stock(master, layout);
        this.aggregates = new Aggregates(schedule, bookkeeping, layout, master, pipeline);
        this.openingBalances = new OpeningBalances(own, master, stock);
        this.trialBalances = new TrialBalances(outputs.apply(TrialBalances.SCHEMA), layout, master);
        this.inventoryBalances = new InventoryBalances(outputs.apply(InventoryBalances.SCHEMA), layout, master, stock);
    }

    /**
     * Makes the epilogue.
     *
     * @param cases totals of all ranges of cases
     */
    public void generate(Totals cases) {
        LedgerBalances all = new LedgerBalances(layout, cases, own.totals());
        aggregates.write(new LedgerBalances(layout, cases), all);
        openingBalances.add(all);
        trialBalances.write(all);
        inventoryBalances.write(all);
    }
}
