package dev.headroom.generator;

import dev.headroom.generator.anomaly.AnomalyLabels;
import dev.headroom.generator.ledger.JournalEntries;
import dev.headroom.generator.master.Masters;
import dev.headroom.generator.procurement.Purchases;
import dev.headroom.generator.quality.QualityLabels;
import dev.headroom.table.TableSchema;
import java.util.ArrayList;
import java.util.List;

/** The tables that a ledger can have. */
final class Tables {
    /** In the order in which they are documented. */
    static final List<TableSchema> CATALOGUE;

    static {
        List<TableSchema> tables = new ArrayList<>(Masters.catalogue());
        tables.addAll(Purchases.TABLES);
        tables.add(JournalEntries.SCHEMA);
        tables.add(AnomalyLabels.SCHEMA);
        // The last, since completing the last row of any other table may label it.
        tables.add(QualityLabels.SCHEMA);
        CATALOGUE = List.copyOf(tables);
    }

    private Tables() {}
}
