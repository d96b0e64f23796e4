package dev.headroom.generator;

import dev.headroom.generator.anomaly.AnomalyLabels;
import dev.headroom.generator.assets.DepreciationRuns;
import dev.headroom.generator.closing.Epilogue;
import dev.headroom.generator.document.DocumentReferences;
import dev.headroom.generator.document.OpenItems;
import dev.headroom.generator.graph.GraphEdges;
import dev.headroom.generator.graph.GraphNodes;
import dev.headroom.generator.ledger.JournalEntries;
import dev.headroom.generator.master.Masters;
import dev.headroom.generator.payroll.PayrollRuns;
import dev.headroom.generator.procurement.PurchaseDocuments;
import dev.headroom.generator.quality.QualityLabels;
import dev.headroom.generator.sales.Sales;
import dev.headroom.table.TableSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The tables that a ledger can have. */
final class Tables {
    /** In the order in which they are documented. */
    static final List<TableSchema> CATALOGUE;

    static {
        List<TableSchema> tables = new ArrayList<>(Masters.catalogue());
        tables.addAll(PurchaseDocuments.TABLES);
        tables.addAll(Sales.TABLES);
        tables.addAll(PayrollRuns.TABLES);
        tables.addAll(DepreciationRuns.TABLES);
        tables.add(DocumentReferences.SCHEMA);
        tables.add(OpenItems.SCHEMA);
        tables.add(JournalEntries.SCHEMA);
        tables.addAll(Epilogue.TABLES);
        tables.add(AnomalyLabels.SCHEMA);
        // After all tables whose rows are in it.
        tables.add(GraphNodes.SCHEMA);
        tables.add(GraphEdges.SCHEMA);
        // The last, since completing the last row of any other table may label it.
        tables.add(QualityLabels.SCHEMA);
        CATALOGUE = List.copyOf(tables);
    }

    private static final Set<TableSchema> GRAPH = Set.of(GraphNodes.SCHEMA, GraphEdges.SCHEMA);

    private Tables() {}

    /** The tables that a configuration fills, in the order of the catalogue. */
    static List<TableSchema> of(LedgerConfiguration configuration) {
        return CATALOGUE.stream()
                .filter(table -> configuration.graphExport() || !GRAPH.contains(table))
                .toList();
    }
}
