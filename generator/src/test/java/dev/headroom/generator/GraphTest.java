package dev.headroom.generator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.generator.Tabulation.Row;
import dev.headroom.table.Column;
import dev.headroom.table.TableSchema;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class GraphTest {
    private static final LedgerConfiguration CONFIGURATION =
            Configurations.full(3_000).withGraphExport(true);

    private static Tabulation read(Fidelity fidelity) {
        return Tabulation.of(Ledger.of(CONFIGURATION), fidelity, 777);
    }

    @Test
    void everyEdgeJoinsTwoNodesOnce() {
        Tabulation tables = read(Fidelity.NORMAL);
        List<Row> nodes = tables.rows("graph_nodes");
        List<Row> edges = tables.rows("graph_edges");
        Set<String> ids = nodes.stream().map(node -> node.text("node_id")).collect(Collectors.toSet());
        assertThat(ids).hasSameSizeAs(nodes);
        assertThat(edges.stream().map(edge -> edge.text("edge_id")).distinct()).hasSameSizeAs(edges);
        // Asked of the set itself: the assertion would search it from the beginning for each edge.
        assertThat(edges)
                .allMatch(edge -> ids.contains(edge.text("source_id")) && ids.contains(edge.text("target_id")))
                .allMatch(edge -> edge.number("weight") > 0);
        assertThat(nodes.stream().map(node -> node.text("label")))
                .contains(
                        "account",
                        "company",
                        "cost_center",
                        "customer",
                        "employee",
                        "journal_entry",
                        "material",
                        "vendor",
                        "document;purchase_order",
                        "document;goods_receipt",
                        "document;vendor_invoice",
                        "document;payment");
        assertThat(edges.stream().map(edge -> edge.text("type")))
                .contains("transaction", "cost_allocation", "approval", "reports_to", "document_reference", "purchase");
    }

    @Test
    void saysWhatTheTablesSay() {
        LedgerConfiguration clean = Configurations.clean(3_000).withGraphExport(true);
        Tabulation tables = Tabulation.of(Ledger.of(clean), Fidelity.NORMAL, 1000);
        Map<String, Long> edges = tables.rows("graph_edges").stream()
                .collect(Collectors.groupingBy(edge -> edge.text("type"), Collectors.counting()));
        List<Row> lines = tables.rows("journal_entries");
        assertThat(edges.get("transaction")).isEqualTo(lines.size());
        assertThat(edges.get("cost_allocation"))
                .isEqualTo(lines.stream()
                        .filter(line -> line.text("cost_center_id") != null)
                        .count());
        long weight = tables.rows("graph_edges").stream()
                .filter(edge -> edge.text("type").equals("transaction"))
                .mapToLong(edge -> edge.number("weight"))
                .sum();
        assertThat(weight)
                .isEqualTo(lines.stream()
                        .mapToLong(line -> line.number("reporting_amount"))
                        .sum());
        assertThat(tables.rows("graph_nodes")).noneMatch(node -> node.flag("anomaly"));
    }

    @Test
    void flagsTheEntriesThatAreLabelled() {
        Tabulation tables = read(Fidelity.NORMAL);
        Set<String> labelled = tables.rows("anomaly_labels").stream()
                .filter(label -> !label.text("role").equals("related"))
                .map(label -> "journal_entry/" + label.text("record_key"))
                .collect(Collectors.toSet());
        Set<String> flagged = tables.rows("graph_nodes").stream()
                .filter(node -> node.flag("anomaly"))
                .map(node -> node.text("node_id"))
                .collect(Collectors.toCollection(HashSet::new));
        assertThat(flagged).isEqualTo(labelled);
    }

    @Test
    void isThereAtNormalAndReducedOnlyAndWhereItIsAskedFor() {
        assertThat(read(Fidelity.REDUCED).rows("graph_nodes"))
                .hasSameSizeAs(read(Fidelity.NORMAL).rows("graph_nodes"));
        assertThat(read(Fidelity.MINIMAL).rows("graph_nodes")).isEmpty();
        assertThat(read(Fidelity.MINIMAL).rows("graph_edges")).isEmpty();
        assertThat(Ledger.of(Configurations.full(3_000)).tables().stream().map(TableSchema::name))
                .doesNotContain("graph_nodes", "graph_edges");
    }

    @Test
    void doesNotDependOnBatchesAndChangesNoOtherTable() {
        Tabulation one = Tabulation.of(Ledger.of(CONFIGURATION), Fidelity.NORMAL, 3);
        Tabulation other = read(Fidelity.NORMAL);
        Tabulation without = Tabulation.of(Ledger.of(Configurations.full(3_000)), Fidelity.NORMAL, 777);
        for (TableSchema table : Ledger.catalogue()) {
            assertThat(one.rows(table.name())).as(table.name()).isEqualTo(other.rows(table.name()));
            if (!table.name().startsWith("graph_")) {
                assertThat(without.rows(table.name())).as(table.name()).isEqualTo(other.rows(table.name()));
            }
        }
    }

    /** What neo4j-admin's import expects in the first line. */
    @Test
    void hasTheHeadersOfNeo4j() {
        assertThat(headers("graph_nodes"))
                .containsExactly("node_id:ID", ":LABEL", "occurred_on:date", "anomaly:boolean");
        assertThat(headers("graph_edges"))
                .containsExactly(
                        ":START_ID",
                        ":END_ID",
                        "weight:double",
                        ":TYPE",
                        "edge_id",
                        "occurred_on:date",
                        "anomaly:boolean");
    }

    private static List<String> headers(String table) {
        return Ledger.catalogue().stream()
                .filter(schema -> schema.name().equals(table))
                .flatMap(schema -> schema.columns().stream())
                .map(Column::header)
                .toList();
    }
}
