package dev.headroom.generator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.generator.graph.GraphEdges;
import dev.headroom.generator.graph.GraphNodes;
import dev.headroom.table.Column;
import dev.headroom.table.ColumnType;
import dev.headroom.table.TableSchema;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * The first lines of the graph's files against the header format of {@code neo4j-admin database import}: fields are
 * {@code name:TYPE(idSpace)}, a name without a type is a text, and what the format calls structural fields come once.
 */
class GraphHeadersTest {
    static final List<TableSchema> TABLES = List.of(GraphNodes.SCHEMA, GraphEdges.SCHEMA);

    private static final Pattern FIELD = Pattern.compile("([A-Za-z_][A-Za-z0-9_]*)?(?::([A-Za-z_]+))?");
    private static final List<String> STRUCTURE = List.of("ID", "LABEL", "START_ID", "END_ID", "TYPE");
    /** Types whose notation is that of our columns: numbers, ISO 8601, true and false. */
    private static final Map<String, ColumnType> PROPERTIES = Map.of(
            "string", ColumnType.TEXT,
            "long", ColumnType.INTEGER,
            "double", ColumnType.DECIMAL,
            "date", ColumnType.DATE,
            "localtime", ColumnType.TIME,
            "localdatetime", ColumnType.TIMESTAMP,
            "boolean", ColumnType.BOOLEAN);

    @ParameterizedTest
    @FieldSource("TABLES")
    void everyFieldIsOneOfTheFormat(TableSchema table) {
        for (Column column : table.columns()) {
            Matcher field = FIELD.matcher(column.header());
            assertThat(field.matches()).as(column.header()).isTrue();
            String type = field.group(2) == null ? "string" : field.group(2);
            if (STRUCTURE.contains(type)) {
                assertThat(column.type()).as(column.header()).isEqualTo(ColumnType.TEXT);
                assertThat(column.nullable()).as(column.header()).isFalse();
            } else {
                assertThat(field.group(1)).as("a property's name").isEqualTo(column.name());
                assertThat(column.type()).as(column.header()).isEqualTo(PROPERTIES.get(type));
            }
        }
    }

    @Test
    void nodesHaveAnIdThatEdgesEndAt() {
        assertThat(headers(GraphNodes.SCHEMA))
                .containsExactly("node_id:ID", ":LABEL", "occurred_on:date", "anomaly:boolean");
        assertThat(headers(GraphEdges.SCHEMA))
                .containsExactly(
                        ":START_ID",
                        ":END_ID",
                        "weight:double",
                        ":TYPE",
                        "edge_id",
                        "occurred_on:date",
                        "anomaly:boolean");
    }

    private static List<String> headers(TableSchema table) {
        return table.columns().stream().map(Column::header).toList();
    }
}
