package dev.headroom.generator;

import dev.headroom.generator.anomaly.AnomalyLabels;
import dev.headroom.generator.anomaly.AnomalyOverlay;
import dev.headroom.generator.assets.DepreciationRuns;
import dev.headroom.generator.closing.Epilogue;
import dev.headroom.generator.document.DocumentReferences;
import dev.headroom.generator.document.OpenItems;
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
import dev.headroom.generator.payroll.PayrollRuns;
import dev.headroom.generator.procurement.PurchaseCase;
import dev.headroom.generator.procurement.PurchaseDocuments;
import dev.headroom.generator.procurement.Purchases;
import dev.headroom.generator.quality.QualityLabels;
import dev.headroom.generator.quality.QualityOverlay;
import dev.headroom.generator.quality.TableQuality;
import dev.headroom.generator.sales.Provisions;
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
 * All that makes the batches of ranges: what they are written to, who writes them, and the master data that they are made from. Not safe
 * for use by several threads.
 */
final class Workshop {
    private final Ledger ledger;
    private final Map<TableSchema, TableOutput> outputs = new LinkedHashMap<>();
    private final List<MasterTable> masterTables;
    private final List<MasterTable.Filler> fillers = new ArrayList<>();
    private final Numbering numbering;
    private final AnomalyOverlay anomalies;
    private final @Nullable LedgerGraph graph;
    private final UnitGenerator[] units;
    private final Epilogue epilogue;

    Workshop(Ledger ledger, int maxBatchRows, RangeTotals totals) {
        this.ledger = ledger;
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
        EntryPipeline pipeline = new EntryPipeline(
                numbering,
                anomalies,
                new EntryTotals(totals, masters),
                graph,
                new EntryWriter(output(JournalEntries.SCHEMA), masters, entryQuality));
        Bookkeeping bookkeeping = new Bookkeeping(masters);
        this.epilogue = new Epilogue(ledger.aggregates(), totals, bookkeeping, masters, pipeline, this::output);
        DocumentReferences references = new DocumentReferences(output(DocumentReferences.SCHEMA));
        OpenItems openItems = new OpenItems(output(OpenItems.SCHEMA), masters);
        PurchaseDocuments purchaseDocuments =
                new PurchaseDocuments(bookkeeping, masters, pipeline, totals, references, openItems, this::output);
        // By the index of the kind.
        this.units = new UnitGenerator[] {
            new ManualEntries(ledger.newManual(), bookkeeping, masters, pipeline),
            new InterfaceEntries(ledger.newInterfaces(), bookkeeping, masters, pipeline),
            new RecurringEntries(ledger.newRecurring(), ledger.configuration().seed(), bookkeeping, masters, pipeline),
            new Adjustments(ledger.newAdjustments(), bookkeeping, masters, pipeline),
            new Purchases(
                    ledger.newPurchases(), PurchaseCase.ofGoods(ledger.configuration(), masters), purchaseDocuments),
            new Sales(
                    ledger.newSales(),
                    ledger.configuration(),
                    bookkeeping,
                    masters,
                    pipeline,
                    totals,
                    references,
                    openItems,
                    this::output),
            new PayrollRuns(ledger.newPayroll(), bookkeeping, masters, pipeline, this::output),
            new DepreciationRuns(ledger.newDepreciation(), bookkeeping, masters, pipeline, this::output),
            new Provisions(ledger.newProvisions(), bookkeeping, masters, pipeline),
            new Purchases(
                    ledger.newAssetPurchases(),
                    PurchaseCase.ofAssets(ledger.configuration(), masters),
                    purchaseDocuments)
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

    void generate(Range range, Fidelity fidelity, int batchRows, BatchConsumer<?> out) {
        begin(fidelity, batchRows, out);
        if (range.kind() == Range.Kind.MASTER_DATA) {
            generateMasterData(range);
        } else {
            generateCases(range);
        }
        end();
    }

    void generateEpilogue(Range range, Totals others, Fidelity fidelity, int batchRows, BatchConsumer<?> out) {
        begin(fidelity, batchRows, out);
        numbering.reset(range.numbering());
        epilogue.generate(others);
        end();
    }

    private void begin(Fidelity fidelity, int batchRows, BatchConsumer<?> out) {
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
