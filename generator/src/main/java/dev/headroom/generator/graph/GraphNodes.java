package dev.headroom.generator.graph;

import dev.headroom.generator.ledger.DocumentType;
import dev.headroom.generator.output.TableOutput;
import dev.headroom.table.BooleanVector;
import dev.headroom.table.Column;
import dev.headroom.table.IntVector;
import dev.headroom.table.RecordBatch;
import dev.headroom.table.TableSchema;
import dev.headroom.table.TextDictionary;
import dev.headroom.table.TextVector;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The table {@code graph_nodes}. A writer belongs to one worker. */
public final class GraphNodes {
    /** The table. */
    public static final TableSchema SCHEMA = new TableSchema(
            "graph_nodes",
            "A record as a node of the graph.",
            List.of(
                    Column.text("node_id")
                            .asKey()
                            .withHeader("node_id:ID")
                            .describedAs("Kind and key of the record, such as vendor/V000042."),
                    Column.text("label")
                            .withHeader(":LABEL")
                            .describedAs(
                                    "Labels of the node, with semicolons between them: the kind of the record, and document for documents."),
                    Column.date("occurred_on")
                            .asNullable()
                            .withHeader("occurred_on:date")
                            .describedAs("Effective date of an entry, date of a document; null for master records."),
                    Column.bool("anomaly")
                            .withHeader("anomaly:boolean")
                            .describedAs("Whether the record is an entry that a label names as anomalous.")));

    /** No date. */
    static final int UNDATED = Integer.MIN_VALUE;

    /** Kinds of records by their codes: those that are no documents, then the types of documents. */
    private static final List<String> KINDS = kinds();

    private static final TextDictionary LABELS = TextDictionary.of(IntStream.range(0, KINDS.size())
            .mapToObj(kind -> (isDocument(kind) ? "document;" : "") + KINDS.get(kind))
            .toList());

    private final TableOutput output;
    private final TextVector id;
    private final TextVector label;
    private final IntVector occurredOn;
    private final BooleanVector anomaly;

    GraphNodes(TableOutput output) {
        this.output = output;
        RecordBatch batch = output.batch();
        id = batch.texts("node_id");
        label = batch.texts("label");
        occurredOn = batch.ints("occurred_on");
        anomaly = batch.booleans("anomaly");
        label.useDictionary(LABELS);
    }

    private static List<String> kinds() {
        List<String> kinds = new ArrayList<>(List.of(
                "journal_entry", "account", "company", "cost_center", "employee", "vendor", "customer", "material"));
        for (int type = 0; type < DocumentType.NAMES.size(); type++) {
            kinds.add(DocumentType.NAMES.text(type));
        }
        return List.copyOf(kinds);
    }

    /** The code of a kind of records; −1 if there is none of the name. */
    static int kind(String name) {
        return KINDS.indexOf(name);
    }

    static boolean isDocument(int kind) {
        return kind > kind("material");
    }

    /** The kind of a type of documents. */
    static int document(int documentType) {
        return kind("material") + 1 + documentType;
    }

    /** What the ids of each kind begin with, by code. */
    static byte[][] prefixes() {
        return KINDS.stream()
                .map(kind -> (kind + "/").getBytes(StandardCharsets.US_ASCII))
                .toArray(byte[][]::new);
    }

    /** The column whose next text is to be the id of the next row. */
    TextVector id() {
        return id;
    }

    /** Adds a row; only then can its id be composed, since the batch of the last row may be handed on. */
    int add(int kind, int day, boolean anomalous) {
        int row = output.addRow();
        label.setCode(row, kind);
        if (day == UNDATED) {
            occurredOn.setNull(row);
        } else {
            occurredOn.set(row, day);
        }
        anomaly.set(row, anomalous);
        return row;
    }
}
