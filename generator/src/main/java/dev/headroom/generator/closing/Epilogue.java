package dev.headroom.generator.closing;

import dev.headroom.generator.master.Masters;
import dev.headroom.generator.output.TableOutput;
import dev.headroom.generator.totals.LedgerBalances;
import dev.headroom.generator.totals.RangeTotals;
import dev.headroom.generator.totals.Totals;
import dev.headroom.generator.totals.TotalsLayout;
import dev.headroom.table.TableSchema;
import java.util.List;
import java.util.function.Function;

/** Makes what rests on the totals of all cases. One for each worker; not thread-safe. */
public final class Epilogue {
    /** The tables that are written at the end. */
    public static final List<TableSchema> TABLES = List.of(TrialBalances.SCHEMA);

    private final TotalsLayout layout;
    private final RangeTotals own;
    private final TrialBalances trialBalances;

    /**
     * Makes a generator of epilogues.
     *
     * @param own collects what the entries of the epilogue add
     * @param outputs output of each of the {@link #TABLES}
     */
    public Epilogue(RangeTotals own, Masters master, Function<TableSchema, TableOutput> outputs) {
        this.layout = own.layout();
        this.own = own;
        this.trialBalances = new TrialBalances(outputs.apply(TrialBalances.SCHEMA), layout, master);
    }

    /**
     * Makes the epilogue.
     *
     * @param cases totals of all ranges of cases
     */
    public void generate(Totals cases) {
        Totals all = new Totals();
        all.add(cases);
        all.add(own.totals());
        trialBalances.write(new LedgerBalances(layout, all));
    }
}
