package dev.headroom.generator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.generator.ledger.JournalEntries;
import dev.headroom.table.Column;
import dev.headroom.table.TableSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code docs/tables.md} is what the catalogue says. Run with {@code -Dheadroom.docs.write=true} to write it anew. */
class TablesPageTest {
    private static final Path PAGE = Path.of(System.getProperty("basedir", ".")).resolve("../docs/tables.md");

    private static final Pattern SOURCES = Pattern.compile(" \\((ADS [^)]*|ACDOCA [^)]*)\\)");

    private static final String INTRODUCTION = """
            # Tables

            All tables that a run can have, as `headroom tables` prints them, with what their columns mean. This page is
            written by a test from the catalogue.

            - Texts are UTF-8. Dates are ISO 8601; times are of the company's own day. Decimals have a fixed number of digits after the point;
              amounts are in units of the currency that the description names, such as dollars, and have two digits in every currency.
            - **key**: the column is part of the primary key, or points to the named one.
            - **null**: the value can be absent: empty in CSV, `null` in JSON.
            - **optional** columns are those that no accounting rule reads; they are absent in ranges that were generated at level Minimal. All
              others are essential. Label tables have no rows at Minimal.
            - The graph tables are there where `graph_export` is. Their first lines in CSV are those that Neo4j expects:
              `neo4j-admin database import full ledger --nodes=graph_nodes.csv --relationships=graph_edges.csv --id-type=string`.
              `networkx.read_edgelist("graph_edges.csv", comments=":", delimiter=",", create_using=networkx.MultiDiGraph,
              data=[("weight", float), ("type", str), ("id", str), ("occurred_on", str), ("anomaly", str)])` reads the edges.
            - What is entered once for a document or an entry is repeated on each of its lines where the table has lines.

            ## Mapping of `journal_entries`

            The fields of the AICPA's Audit Data Standards, General Ledger Standard, table GL_Detail, and of SAP's universal journal (ACDOCA, and the
            document header BKPF for what it does not have). In Headroom amounts are above zero and an indicator has the side; in ACDOCA amounts of
            credits are below zero.

            """;

    @Test
    void thePageIsWhatTheCatalogueSays() throws IOException {
        StringBuilder page = new StringBuilder(INTRODUCTION);
        page.append("| column | ADS GL_Detail | SAP |\n|---|---|---|\n");
        JournalEntries.SCHEMA.columns().forEach(column -> appendMapping(page, column));
        for (TableSchema table : Ledger.catalogue()) {
            append(page, table);
        }
        if (Boolean.getBoolean("headroom.docs.write")) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE)
                .as("run this test with -Dheadroom.docs.write=true")
                .content()
                .isEqualTo(page.toString());
    }

    private static void appendMapping(StringBuilder page, Column column) {
        String standard = "";
        String sap = "";
        Matcher sources = SOURCES.matcher(column.description());
        for (String source : sources.find() ? List.of(sources.group(1).split("; ")) : List.<String>of()) {
            if (source.startsWith("ADS ")) {
                standard = source.substring(4);
            } else {
                sap = source.startsWith("ACDOCA ") ? source.substring(7) : source;
            }
        }
        page.append("| `").append(column.name()).append("` | ").append(standard).append(" | ");
        page.append(sap).append(" |\n");
    }

    private static void append(StringBuilder page, TableSchema table) {
        page.append("\n## `").append(table.name()).append("`\n\n").append(sentence(table.description()));
        page.append("\n\n| column | type | key | null | meaning |\n|---|---|---|---|---|\n");
        for (Column column : table.columns()) {
            String key = column.key() ? "key" : "";
            if (column.references() != null) {
                key += (key.isEmpty() ? "" : ", ") + "→ `" + column.references() + "`";
            }
            page.append("| `").append(column.name()).append("` | ").append(type(column));
            page.append(" | ").append(key).append(" | ");
            page.append(column.essential() ? column.nullable() ? "null" : "" : "optional");
            page.append(" | ").append(sentence(column.description())).append(" |\n");
        }
    }

    private static String type(Column column) {
        String type = column.type().name().toLowerCase(Locale.ROOT);
        return column.scale() > 0 ? type + ", " + column.scale() + " digits" : type;
    }

    private static String sentence(String text) {
        String plain = SOURCES.matcher(text).replaceAll("");
        return plain.endsWith(".") ? plain : plain + ".";
    }

    @Test
    void everyColumnHasAMeaning() {
        for (TableSchema table : Ledger.catalogue()) {
            assertThat(table.columns())
                    .as(table.name())
                    .allSatisfy(column -> assertThat(column.description()).isNotBlank());
        }
    }
}
