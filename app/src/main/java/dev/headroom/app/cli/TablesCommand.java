package dev.headroom.app.cli;

import dev.headroom.app.config.Spelling;
import dev.headroom.generator.Ledger;
import dev.headroom.table.Column;
import dev.headroom.table.ColumnType;
import dev.headroom.table.TableSchema;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells the tables and their columns. */
@Command(
        name = "tables",
        header = "Tell the tables, their columns and types.",
        description = {
            "Marks the columns that make up the key, that refer to another table, that can be absent, and that are"
                    + " essential. The others are optional: empty in CSV and null in JSON at level Minimal."
        },
        footer = {"%nExamples:", "  headroom tables journal_entries", "  headroom tables --sql"})
final class TablesCommand implements Callable<Integer> {
    private final PrintStream out;

    @Option(
            names = "--sql",
            description = "Print CREATE TABLE statements for all tables, with types, keys and references, instead.")
    private boolean sql;

    @Parameters(paramLabel = "NAME", arity = "0..1", description = "A single table; otherwise all of them.")
    private @Nullable String name;

    TablesCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() throws CommandFailedException {
        List<TableSchema> catalogue = Ledger.catalogue();
        if (sql) {
            printSql(catalogue);
            return ExitCode.DONE.code();
        }
        if (name == null) {
            String separator = "";
            for (TableSchema table : catalogue) {
                out.print(separator);
                print(table);
                separator = System.lineSeparator();
            }
            return ExitCode.DONE.code();
        }
        for (TableSchema table : catalogue) {
            if (table.name().equals(name)) {
                print(table);
                return ExitCode.DONE.code();
            }
        }
        List<String> names = catalogue.stream().map(TableSchema::name).toList();
        throw new CommandFailedException(
                ExitCode.BAD_INPUT,
                "there is no table '" + name + "'; "
                        + Spelling.closest(name, names)
                                .map(closest -> "did you mean " + closest + "?")
                                .orElse("there are " + String.join(", ", names)));
    }

    private void printSql(List<TableSchema> catalogue) throws CommandFailedException {
        if (name != null) {
            throw new CommandFailedException(
                    ExitCode.BAD_INPUT,
                    "--sql is for all tables, which refer to one another; leave out '" + name + "'");
        }
        out.println("-- The tables of Headroom " + HeadroomVersion.current() + ", each after those that it refers to.");
        out.println("-- References in comments are to rows that may come later; sqlite takes them, too.");
        for (String statement : new SqlSchema(catalogue).statements()) {
            out.println();
            out.print(statement);
        }
    }

    private void print(TableSchema table) {
        out.println(table.name() + ": " + table.description());
        int nameWidth = table.columns().stream()
                .mapToInt(column -> column.name().length())
                .max()
                .orElse(0);
        for (Column column : table.columns()) {
            String line = "  " + pad(column.name(), nameWidth) + "  " + pad(typeOf(column), 12) + "  "
                    + pad(column.key() ? "key" : "", 3) + "  " + pad(column.essential() ? "essential" : "optional", 9)
                    + "  " + pad(column.nullable() ? "nullable" : "", 8) + "  "
                    + (column.references() == null ? "" : "-> " + column.references() + "  ") + column.description();
            out.println(line.stripTrailing());
        }
    }

    private static String typeOf(Column column) {
        String type = column.type().name().toLowerCase(Locale.ROOT);
        return column.type() == ColumnType.DECIMAL ? type + "(" + column.scale() + ")" : type;
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
