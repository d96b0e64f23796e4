package dev.headroom.generator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.generator.ledger.JournalEntries;
import dev.headroom.table.Column;
import dev.headroom.table.ColumnType;
import dev.headroom.table.TableSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
            - The graph tables are there where `graph_export` is. [Loading a run](loading.md) tells how databases and graph programs read the files.
            - What is entered once for a document or an entry is repeated on each of its lines where the table has lines.

            ## Mapping of `journal_entries`

            The fields of the AICPA's Audit Data Standards, General Ledger Standard, table GL_Detail, and of SAP's universal journal (ACDOCA, and the
            document header BKPF for what it does not have). In Headroom amounts are above zero and an indicator has the side; in ACDOCA amounts of
            credits are below zero. [The mapping of the other tables](mapping.md) has its own page.

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

    private static final Pattern SECTION = Pattern.compile("(?m)^## `([a-z_]+)`$((?:(?!^## )[\\s\\S])*)");
    private static final Pattern MAPPED = Pattern.compile("(?m)^\\| `([a-z_]+)` \\|");

    /** The other pages name no column that has gone. */
    @Test
    void theMappingIsOfColumnsThatThereAre() throws IOException {
        String mapping = Files.readString(PAGE.resolveSibling("mapping.md"));
        Map<String, TableSchema> tables =
                Ledger.catalogue().stream().collect(Collectors.toMap(TableSchema::name, Function.identity()));
        List<String> mapped = SECTION.matcher(mapping)
                .results()
                .filter(section -> tables.containsKey(section.group(1)))
                .map(section -> section.group(1))
                .toList();
        assertThat(mapped).contains("gl_accounts");
        SECTION.matcher(mapping)
                .results()
                .filter(section -> mapped.contains(section.group(1)))
                .forEach(section -> assertThat(
                                MAPPED.matcher(section.group(2)).results().map(row -> row.group(1)))
                        .as(section.group(1))
                        .containsExactlyElementsOf(tables.get(section.group(1)).columns().stream()
                                .map(Column::name)
                                .toList()));
    }

    @Test
    void everyColumnHasAMeaning() {
        for (TableSchema table : Ledger.catalogue()) {
            assertThat(table.columns())
                    .as(table.name())
                    .allSatisfy(column -> assertThat(column.description()).isNotBlank());
        }
    }

    /** A number that is an amount says of which currency. */
    @Test
    void everyAmountHasItsCurrency() {
        Pattern amount = Pattern.compile("(.*_)?(amount|cost|price|value|limit|charges|balance)");
        for (TableSchema table : Ledger.catalogue()) {
            assertThat(table.columns().stream()
                            .filter(column -> column.type() == ColumnType.DECIMAL)
                            .filter(column -> amount.matcher(column.name()).matches())
                            .map(Column::description))
                    .as(table.name())
                    .allSatisfy(description -> assertThat(description).contains("currency"));
        }
    }
}
