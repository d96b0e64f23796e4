package dev.headroom.sinks;

import dev.headroom.sink.BatchEncoder;
import dev.headroom.sink.EncodingBuffer;
import dev.headroom.table.Column;
import dev.headroom.table.RecordBatch;
import dev.headroom.table.Repetition;
import java.util.ArrayList;
import java.util.List;

/** Encodes rows in any syntax, a few dozen at a time. */
final class RowEncoder implements BatchEncoder {
    private static final int ROWS = 64;
    private static final int USUAL_SIZE = 32 * 1024;

    private final StripEncoder rows;
    private final List<GroupCells> groupCells = new ArrayList<>();

    /** The longest of the rows that were last encoded: what is taken for a row of ordinary length. */
    private int ordinaryLength = 1;

    /** Groups and rows that the group cells hold. */
    private int windowEnd;

    private int windowEndRow;

    RowEncoder(TableSyntax table) {
        List<Column> columns = table.schema().columns();
        EncodedDays days = new EncodedDays();
        List<Cells> parts = new ArrayList<>();
        List<Cells> grouped = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            Cells cells = ColumnCells.of(column, i, table.column(i), days);
            if (column.repetition() == Repetition.PER_GROUP) {
                grouped.add(cells);
            } else {
                endBlock(grouped, parts);
                parts.add(cells);
            }
        }
        endBlock(grouped, parts);
        this.rows = new StripEncoder(parts, table.rowEnd(), new Strips(ROWS, USUAL_SIZE));
    }

    private void endBlock(List<Cells> grouped, List<Cells> parts) {
        if (!grouped.isEmpty()) {
            GroupCells block = new GroupCells(grouped);
            groupCells.add(block);
            parts.add(block);
            grouped.clear();
        }
    }

    @Override
    public int encode(RecordBatch batch, int fromRow, EncodingBuffer out) {
        windowEnd = groupCells.isEmpty() ? 0 : batch.groupOf(fromRow);
        windowEndRow = groupCells.isEmpty() ? Integer.MAX_VALUE : fromRow;
        int row = fromRow;
        while (row < batch.rowCount()) {
            int fitting = out.remaining() / ordinaryLength;
            if (fitting == 0) {
                if (row > fromRow) {
                    break;
                }
                fitting = 1;
            }
            int wanted = Math.min(fitting, batch.rowCount() - row);
            if (row == windowEndRow) {
                openWindow(batch, row + wanted);
            }
            int encoded = rows.encode(batch, row, Math.min(Math.min(wanted, ROWS), windowEndRow - row));
            int taken = take(encoded, out, row == fromRow);
            row += taken;
            if (taken < encoded) {
                break;
            }
        }
        return row;
    }

    /** Encodes the groups of the rows that follow, as far as those are needed and room is set aside. */
    private void openWindow(RecordBatch batch, int rowLimit) {
        int from = windowEnd;
        int most = Math.min(batch.groupCount(), from + GroupCells.GROUPS);
        int to = from + 1;
        while (to < most && batch.groupStart(to) < rowLimit) {
            to++;
        }
        int count = to - from;
        for (GroupCells cells : groupCells) {
            count = cells.open(batch, from, count);
        }
        windowEnd = from + count;
        windowEndRow = batch.groupEnd(windowEnd - 1);
    }

    /** Moves encoded rows to the caller's buffer as long as they fit; the first one always does if so demanded. */
    private int take(int encoded, EncodingBuffer out, boolean atLeastOne) {
        Strips strips = rows.strips();
        int[] starts = strips.starts();
        int[] ends = strips.ends();
        int longest = 1;
        for (int i = 0; i < encoded; i++) {
            int length = ends[i] - starts[i];
            if (length > out.remaining() && !(atLeastOne && i == 0)) {
                return i;
            }
            out.append(strips.bytes(), starts[i], ends[i]);
            longest = Math.max(longest, length);
        }
        ordinaryLength = longest;
        return encoded;
    }
}
