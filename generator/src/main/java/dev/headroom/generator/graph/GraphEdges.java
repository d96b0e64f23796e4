package dev.headroom.generator.graph;

import dev.headroom.generator.output.TableOutput;
import dev.headroom.table.BooleanVector;
import dev.headroom.table.Column;
import dev.headroom.table.IntVector;
import dev.headroom.table.LongVector;
import dev.headroom.table.RecordBatch;
import dev.headroom.table.TableSchema;
import dev.headroom.table.TextVector;
import java.util.List;

/** The table {@code graph_edges}. A writer belongs to one worker. */
public final class GraphEdges {
    /** The table; its first columns are those of an edge list. */
    public static final TableSchema SCHEMA = new TableSchema(
            "graph_edges",
            "A relation of two records as an edge of the graph.",
            List.of(
                    Column.text("source_id")
                            .references("graph_nodes.node_id")
                            .withHeader(":START_ID")
                            .describedAs("Node that the edge leads from."),
                    Column.text("target_id")
                            .references("graph_nodes.node_id")
                            .withHeader(":END_ID")
                            .describedAs("Node that the edge leads to."),
                    Column.decimal("weight", 2)
                            .withHeader("weight:double")
                            .describedAs(
                                    "Amount of a transaction or cost allocation in the group's currency, value of an order in its own, quantity of"
                                            + " a material; else 1."),
                    Column.text("type")
                            .withHeader(":TYPE")
                            .describedAs(
                                    "transaction (from the credited account to the entry, from the entry to the debited account),"
                                            + " cost_allocation (entry to cost center), approval (approver to entry or order), reports_to,"
                                            + " document_reference (to the earlier document), purchase or sale (order to partner or material)."),
                    Column.text("edge_id").asKey().describedAs("Type and key of the row that the edge comes from."),
                    Column.date("occurred_on")
                            .asNullable()
                            .withHeader("occurred_on:date")
                            .describedAs("Date of the entry or document; null for what has none."),
                    Column.bool("anomaly")
                            .withHeader("anomaly:boolean")
                            .describedAs("Whether the edge is of an entry that a label names as anomalous.")));

    /** The weight of an edge without an amount. */
    static final long ONE = 100;

    private final TableOutput output;
    private final TextVector source;
    private final TextVector target;
    private final LongVector weight;
    private final TextVector type;
    private final TextVector id;
    private final IntVector occurredOn;
    private final BooleanVector anomaly;

    GraphEdges(TableOutput output) {
        this.output = output;
        RecordBatch batch = output.batch();
        source = batch.texts("source_id");
        target = batch.texts("target_id");
        weight = batch.longs("weight");
        type = batch.texts("type");
        id = batch.texts("edge_id");
        occurredOn = batch.ints("occurred_on");
        anomaly = batch.booleans("anomaly");
        type.useDictionary(EdgeType.NAMES);
    }

    /** The column whose next text is to be the source of the next row. */
    TextVector source() {
        return source;
    }

    /** The column whose next text is to be the target of the next row. */
    TextVector target() {
        return target;
    }

    /** The column whose next text is to be the id of the next row; {@link #add} has begun it. */
    TextVector id() {
        return id;
    }

    /** Adds a row, whose source, target and rest of the id are then set. */
    int add(EdgeType edge, long hundredths, int day, boolean anomalous) {
        int row = output.addRow();
        weight.set(row, hundredths);
        type.setCode(row, edge.code());
        id.local().append(edge.letter());
        id.local().append('/');
        if (day == GraphNodes.UNDATED) {
            occurredOn.setNull(row);
        } else {
            occurredOn.set(row, day);
        }
        anomaly.set(row, anomalous);
        return row;
    }
}
