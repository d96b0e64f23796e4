package dev.headroom.app.audit;

import dev.headroom.app.run.Manifest;
import dev.headroom.app.run.OutputState;
import dev.headroom.generator.Ledger;
import dev.headroom.sink.Compression;
import dev.headroom.table.TableSchema;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The tables of a run in one of its formats, and what the catalogue says of them. Immutable; safe for use by many threads. */
final class RunTables {
    /** In the order in which they are preferred: what is read fastest comes first. */
    static final List<String> FORMATS = List.of("csv", "ndjson", "json");

    private final Map<String, TableFile> files = new TreeMap<>();
    private final Map<String, TableSchema> schemas = new TreeMap<>();
    private final String format;

    private RunTables(String format) {
        this.format = format;
        for (TableSchema schema : Ledger.catalogue()) {
            schemas.put(schema.name(), schema);
        }
    }

    /** The tables of a run in the format that is read fastest of those that it has; none if it has none that can be read. */
    static RunTables of(Path directory, Manifest manifest) {
        Compression compression = manifest.compression();
        Compression.Method method = compression == null ? Compression.Method.NONE : compression.method();
        for (String format : FORMATS) {
            List<String> names = manifest.outputs().stream()
                    .filter(output -> output.format().equals(format))
                    .map(OutputState::table)
                    .toList();
            if (!names.isEmpty()) {
                return of(directory, format, method, names);
            }
        }
        return new RunTables("");
    }

    /** The files of a directory, of which each has a table. */
    static RunTables of(Path directory, String format, Compression.Method compression, List<String> tables) {
        RunTables run = new RunTables(format);
        for (String table : tables) {
            Path path = directory.resolve(table + "." + format + compression.fileExtension());
            if (Files.exists(path)) {
                run.files.put(table, new TableFile(table, path, format, compression));
            }
        }
        return run;
    }

    /** The format that they are in. */
    String format() {
        return format;
    }

    boolean has(String table) {
        return files.containsKey(table);
    }

    /** The names of all tables that are there, in order. */
    List<String> names() {
        return List.copyOf(files.keySet());
    }

    /** The file of a table that is there. */
    TableFile file(String table) {
        return Optional.ofNullable(files.get(table)).orElseThrow();
    }

    /** What the catalogue says of a table; null for one that it does not have. */
    @Nullable
    TableSchema schema(String table) {
        return schemas.get(table);
    }
}
