package dev.headroom.guard.testkit;

import dev.headroom.sink.ResumableSink;
import dev.headroom.sink.Segment;
import dev.headroom.sink.SinkProvider;
import dev.headroom.sink.SinkRequest;
import dev.headroom.sink.TableSink;
import dev.headroom.table.ColumnType;
import dev.headroom.table.RecordBatch;
import dev.headroom.table.RowCursor;
import dev.headroom.table.TableSchema;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32C;

/** A resumable sink that is as simple as can be, so that the contract itself is tried where nothing else is in play. */
final class LineSinkProvider implements SinkProvider {
    @Override
    public String format() {
        return "line";
    }

    @Override
    public String description() {
        return "a line for each row";
    }

    @Override
    public boolean resumable() {
        return true;
    }

    @Override
    public List<String> fileNames(TableSchema schema) {
        return List.of(schema.name() + ".line");
    }

    @Override
    public TableSink open(SinkRequest request) throws IOException {
        RandomAccessFile file = new RandomAccessFile(
                request.directory().resolve(fileNames(request.schema()).get(0)).toFile(), "rw");
        file.setLength(request.startPosition());
        file.seek(request.startPosition());
        return new LineSink(file);
    }

    private static final class LineSink implements ResumableSink {
        private final RandomAccessFile file;
        private final CRC32C checksum = new CRC32C();
        private long segmentStart;

        LineSink(RandomAccessFile file) throws IOException {
            this.file = file;
            segmentStart = file.getFilePointer();
        }

        @Override
        public void write(RecordBatch batch) throws IOException {
            int columns = batch.schema().columns().size();
            for (RowCursor row = batch.cursor(); row.next(); ) {
                StringBuilder line = new StringBuilder();
                for (int column = 0; column < columns; column++) {
                    line.append(cell(
                                    row,
                                    column,
                                    batch.schema().columns().get(column).type()))
                            .append('|');
                }
                byte[] bytes = line.append('\n').toString().getBytes(StandardCharsets.UTF_8);
                file.write(bytes);
                checksum.update(bytes);
            }
        }

        private static String cell(RowCursor row, int column, ColumnType type) {
            if (row.isOverridden(column)) {
                return row.getOverride(column);
            }
            if (row.isNull(column)) {
                return "∅";
            }
            return switch (type) {
                case INTEGER -> Long.toString(row.getLong(column));
                case DECIMAL -> row.getDecimal(column).toPlainString();
                case DATE -> row.getDate(column).toString();
                case TIME -> row.getTime(column).toString();
                case TIMESTAMP -> row.getTimestamp(column).toString();
                case BOOLEAN -> Boolean.toString(row.getBoolean(column));
                case TEXT -> row.getText(column);
            };
        }

        @Override
        public Segment cutSegment() throws IOException {
            long end = file.getFilePointer();
            Segment segment = new Segment(segmentStart, end, end == segmentStart ? 0 : (int) checksum.getValue());
            segmentStart = end;
            checksum.reset();
            return segment;
        }

        @Override
        public void force() throws IOException {
            file.getFD().sync();
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
