package dev.headroom.generator.quality;

import dev.headroom.generator.output.TableOutput;
import dev.headroom.table.TableSchema;
import java.util.List;
import java.util.Set;

/** The data-quality issues of all tables. One for each worker; not thread-safe. */
public final class QualityOverlay {
    /** Tables that define what the others are read by, and labels. */
    private static final Set<String> CLEAN_TABLES = Set.of(
            "companies",
            "fiscal_periods",
            "exchange_rates",
            "gl_accounts",
            "document_references",
            "trial_balances",
            "open_items",
            "inventory_balances",
            "anomaly_labels",
            "graph_nodes",
            "graph_edges",
            "quality_labels");

    private final QualityRates rates;
    private final long seed;
    private final QualityLabels labels;

    /**
     * Makes an overlay.
     *
     * @param output of {@link QualityLabels#SCHEMA}; nothing else writes to it
     * @param tables all tables of the ledger
     */
    public QualityOverlay(QualityRates rates, long seed, TableOutput output, List<TableSchema> tables) {
        this.rates = rates;
        this.seed = seed;
        this.labels = new QualityLabels(output, tables);
    }

    /** Whether a table can have issues. */
    public static boolean appliesTo(String table) {
        return !CLEAN_TABLES.contains(table);
    }

    /** The issues of a table. */
    public TableQuality of(TableOutput output) {
        return new TableQuality(rates, seed, output, labels);
    }
}
