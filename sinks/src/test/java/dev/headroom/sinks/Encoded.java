package dev.headroom.sinks;

import dev.headroom.sink.BatchEncoder;
import dev.headroom.sink.Compression;
import dev.headroom.sink.EncodingBuffer;
import dev.headroom.sink.EncodingSink;
import dev.headroom.sink.SinkRequest;
import dev.headroom.table.RecordBatch;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Ways to turn batches into bytes. */
final class Encoded {
    private Encoded() {}

    /** The rows' bytes as an encoder makes them, with a buffer of a given capacity. */
    static byte[] rows(RowSyntax syntax, List<RecordBatch> batches, int capacity) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        EncodingBuffer buffer = new EncodingBuffer(capacity);
        BatchEncoder encoder =
                new RowEncoder(new TableSyntax(syntax, batches.get(0).schema()));
        for (RecordBatch batch : batches) {
            for (int row = 0; row < batch.rowCount(); ) {
                row = encoder.encode(batch, row, buffer);
                all.write(buffer.array(), 0, buffer.size());
                buffer.clear();
            }
        }
        return all.toByteArray();
    }

    /** A provider whose sinks compress at the usual level. */
    static FileSinkProvider compressed(FileSinkProvider provider, Compression.Method method) throws IOException {
        return (FileSinkProvider) provider.compressed(new Compression(method, method.defaultLevel()))
                .orElseThrow();
    }

    /** The bytes of the file that a sink writes; all rows are one segment. */
    static byte[] file(FileSinkProvider provider, Path directory, List<RecordBatch> batches) throws IOException {
        return file(provider, directory, batches, false);
    }

    /** The bytes of the file that a sink writes when each batch is a segment. */
    static byte[] segments(FileSinkProvider provider, Path directory, List<RecordBatch> batches) throws IOException {
        return file(provider, directory, batches, true);
    }

    private static byte[] file(
            FileSinkProvider provider, Path directory, List<RecordBatch> batches, boolean cutAfterEach)
            throws IOException {
        var schema = batches.get(0).schema();
        try (EncodingSink sink = provider.open(SinkRequest.create(schema, directory))) {
            for (RecordBatch batch : batches) {
                sink.write(batch);
                if (cutAfterEach) {
                    sink.cutSegment();
                }
            }
            sink.finish();
        }
        return Files.readAllBytes(directory.resolve(provider.fileNames(schema).get(0)));
    }
}
