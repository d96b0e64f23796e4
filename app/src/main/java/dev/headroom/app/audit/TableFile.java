package dev.headroom.app.audit;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import dev.headroom.sink.Compression;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * A file that has a table.
 *
 * @param table the table's name
 * @param path where it is
 * @param format csv, json or ndjson
 * @param compression how it is compressed
 */
record TableFile(String table, Path path, String format, Compression.Method compression) {
    private static final int BUFFER_BYTES = 64 << 10;

    /** The file's name, as violations name it. */
    String name() {
        return String.valueOf(path.getFileName());
    }

    /** Begins to read its rows. */
    RowSource rows() throws IOException {
        InputStream in = Files.newInputStream(path);
        try {
            InputStream expanded = switch (compression) {
                case NONE -> in;
                case GZIP -> new GZIPInputStream(in, BUFFER_BYTES);
                case ZSTD -> new ZstdInputStreamNoFinalizer(in);
            };
            return format.equals("csv") ? new CsvRows(expanded) : new JsonRows(expanded);
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }
}
