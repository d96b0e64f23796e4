package dev.headroom.generator;

import dev.headroom.generator.anomaly.AnomalyLabels;
import dev.headroom.generator.anomaly.AnomalyOverlay;
import dev.headroom.generator.closing.Epilogue;
import dev.headroom.generator.document.DocumentReferences;
import dev.headroom.generator.graph.GraphEdges;
import dev.headroom.generator.graph.GraphNodes;
import dev.headroom.generator.graph.LedgerGraph;
import dev.headroom.generator.ledger.Adjustments;
import dev.headroom.generator.ledger.Bookkeeping;
import dev.headroom.generator.ledger.EntryPipeline;
import dev.headroom.generator.ledger.EntryTotals;
import dev.headroom.generator.ledger.EntryWriter;
import dev.headroom.generator.ledger.InterfaceEntries;
import dev.headroom.generator.ledger.JournalEntries;
import dev.headroom.generator.ledger.ManualEntries;
import dev.headroom.generator.ledger.Numbering;
import dev.headroom.generator.ledger.RecurringEntries;
import dev.headroom.generator.master.MasterTable;
import dev.headroom.generator.master.Masters;
import dev.headroom.generator.output.RowOverlay;
import dev.headroom.generator.output.TableOutput;
import dev.headroom.generator.procurement.Purchases;
import dev.headroom.generator.quality.QualityLabels;
import dev.headroom.generator.quality.QualityOverlay;
import dev.headroom.generator.quality.TableQuality;
import dev.headroom.generator.sales.Sales;
import dev.headroom.generator.sequence.UnitGenerator;
import dev.headroom.generator.sequence.UnitKind;
import dev.headroom.generator.sequence.UnitSequence;
import dev.headroom.generator.totals.RangeTotals;
import dev.headroom.generator.totals.Totals;
import dev.headroom.table.TableSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes the batches of ranges. Owns its batches and uses them again; after the first ranges it allocates next to nothing. One for each
 * thread; not safe for use by several.
 */
public final class RangeGenerator {
    private final Ledger ledger;
    private final int maxBatchRows;
    private final Map<TableSchema, TableOutput> outputs = new LinkedHashMap<>();
    private final List<MasterTable> masterTables;
    private final List<MasterTable.Filler> fillers = new ArrayList<>();
    private final Numbering numbering;
    private final AnomalyOverlay anomalies;
    private final @Nullable LedgerGraph graph;
    private final UnitGenerator[] units;
    private final RangeTotals totals;
    private final Epilogue epilogue;

    RangeGenerator(Ledger ledger, int maxBatchRows) {
        if (maxBatchRows < 1) {
            throw new IllegalArgumentException("a batch of " + maxBatchRows + " rows has no room for one");
        }
        this.ledger = ledger;
        this.maxBatchRows = maxBatchRows;
        for (TableSchema table : ledger.tables()) {
            outputs.put(table, new TableOutput(table, maxBatchRows));
        }
        Masters masters = ledger.masters();
        this.masterTables = masters.tables();
        for (MasterTable table : masterTables) {
            fillers.add(table.filler(output(table.schema()).batch()));
        }
        this.numbering = new Numbering(ledger.timetable());
        TableQuality entryQuality = ledger.configuration().dataQuality().enabled() ? overlayQuality() : null;
        this.anomalies = new AnomalyOverlay(
                ledger.anomalyPlan(), masters, ledger.newEarlierPayments(), output(AnomalyLabels.SCHEMA));
        this.graph = ledger.configuration().graphExport() ? observeGraph(masters) : null;
        this.totals = new RangeTotals(ledger.totalsLayout());
        EntryPipeline pipeline = new EntryPipeline(
                numbering,
                anomalies,
                new EntryTotals(totals, masters),
                graph,
                new EntryWriter(output(JournalEntries.SCHEMA), masters, entryQuality));
        this.epilogue = new Epilogue(totals, masters, this::output);
        Bookkeeping bookkeeping = new Bookkeeping(masters);
        DocumentReferences references = new DocumentReferences(output(DocumentReferences.SCHEMA));
        // By the index of the kind.
        this.units = new UnitGenerator[] {
            new ManualEntries(ledger.newManual(), bookkeeping, masters, pipeline),
            new InterfaceEntries(ledger.newInterfaces(), bookkeeping, masters, pipeline),
            new RecurringEntries(ledger.newRecurring(), ledger.configuration().seed(), bookkeeping, masters, pipeline),
            new Adjustments(ledger.newAdjustments(), bookkeeping, masters, pipeline),
            new Purchases(
                    ledger.newPurchases(),
                    ledger.configuration(),
                    bookkeeping,
                    masters,
                    pipeline,
                    references,
                    this::output),
            new Sales(
                    ledger.newSales(), ledger.configuration(), bookkeeping, masters, pipeline, references, this::output)
        };
    }

    /** Lets data-quality issues into all tables that can have any, and returns those of the journal entries. */
    private TableQuality overlayQuality() {
        QualityOverlay quality = new QualityOverlay(
                ledger.qualityRates(), ledger.configuration().seed(), output(QualityLabels.SCHEMA), ledger.tables());
        TableQuality entryQuality = quality.of(output(JournalEntries.SCHEMA));
        outputs.forEach((table, output) -> {
            if (table == JournalEntries.SCHEMA) {
                output.setOverlay(entryQuality);
            } else if (QualityOverlay.appliesTo(table.name())) {
                output.setOverlay(quality.of(output));
            }
        });
        return entryQuality;
    }

    /** Lets the graph see the rows of all tables that are in it. */
    private LedgerGraph observeGraph(Masters masters) {
        LedgerGraph made = new LedgerGraph(output(GraphNodes.SCHEMA), output(GraphEdges.SCHEMA), masters);
        for (TableOutput output : outputs.values()) {
            RowOverlay observer = made.of(output);
            if (observer != null) {
                output.setObserver(observer);
            }
        }
        return made;
    }

    private TableOutput output(TableSchema table) {
        TableOutput output = outputs.get(table);
        if (output == null) {
            throw new IllegalStateException("table " + table.name() + " is not in the catalogue");
        }
        return output;
    }

    /**
     * Makes the batches of a range of master data or cases and hands them on; those of a table in the order of its rows.
     *
     * @param range a range of this generator's ledger, other than the epilogue
     * @param batchRows rows after which a batch is handed on, 1 to the most that the generator was made for; the data do not depend
     *     on it
     * @throws X what the consumer throws; the generator can be used again afterwards
     * @throws IllegalArgumentException if the number of rows is out of range, or the range is the epilogue
     */
    public <X extends Exception> void generate(Range range, Fidelity fidelity, int batchRows, BatchConsumer<X> out)
            throws X {
        begin(fidelity, batchRows, out);
        switch (range.kind()) {
            case MASTER_DATA -> generateMasterData(range);
            case CASES -> generateCases(range);
            case EPILOGUE -> throw new IllegalArgumentException("the epilogue needs the totals of all other ranges");
        }
        end();
    }

    /**
     * Makes the batches of the epilogue and hands them on; those of a table in the order of its rows.
     *
     * @param range the last range of this generator's ledger
     * @param others what {@link #totals} was after each of the other ranges, added up; it is not changed
     * @param batchRows as with other ranges
     * @throws X what the consumer throws; the generator can be used again afterwards
     * @throws IllegalArgumentException if the number of rows is out of range, or the range is not the epilogue
     */
    public <X extends Exception> void generateEpilogue(
            Range range, Totals others, Fidelity fidelity, int batchRows, BatchConsumer<X> out) throws X {
        if (range.kind() != Range.Kind.EPILOGUE) {
            throw new IllegalArgumentException("range " + range.index() + " is not the epilogue");
        }
        begin(fidelity, batchRows, out);
        numbering.reset(range.numbering());
        epilogue.generate(others);
        end();
    }

    private void begin(Fidelity fidelity, int batchRows, BatchConsumer<?> out) {
        if (batchRows < 1 || batchRows > maxBatchRows) {
            throw new IllegalArgumentException("batches of " + batchRows + " rows are not of 1 to " + maxBatchRows);
        }
        totals.begin();
        for (TableOutput output : outputs.values()) {
            output.begin(fidelity, batchRows, out);
        }
        anomalies.begin(fidelity);
        if (graph != null) {
            graph.begin(fidelity);
        }
    }

    private void end() {
        for (TableOutput output : outputs.values()) {
            output.end();
        }
    }

    /** What the range that was made last adds to the ledger's totals; changes with the next range. */
    public Totals totals() {
        return totals.totals();
    }

    private void generateMasterData(Range range) {
        long tableStart = 0;
        for (int i = 0; i < fillers.size(); i++) {
            MasterTable table = masterTables.get(i);
            TableOutput output = output(table.schema());
            MasterTable.Filler filler = fillers.get(i);
            int end = (int) Math.min(range.end() - tableStart, table.count());
            for (int record = (int) Math.max(range.first() - tableStart, 0); record < end; record++) {
                filler.fill(record, output.addRow());
            }
            tableStart += table.count();
        }
    }

    private void generateCases(Range range) {
        numbering.reset(range.numbering());
        UnitSequence.Cursor cursor = ledger.units().cursor(range.first());
        for (long unit = range.first(); unit < range.end(); unit++) {
            UnitKind kind = cursor.next();
            units[kind.index()].generate(cursor.ordinal(kind) - 1);
        }
    }
}
