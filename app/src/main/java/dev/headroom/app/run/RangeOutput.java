package dev.headroom.app.run;

import dev.headroom.generator.LedgerTotals;
import dev.headroom.sink.EncodingSink;
import dev.headroom.table.RecordBatch;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The output of one range while it is produced: bytes go to the sinks if the range has the turn, else into slabs.
 *
 * <p>Used by the thread that produces the range, and after {@link #complete} by the one that writes it.
 */
final class RangeOutput implements CompletedRange {
    private final RangeAssignment assignment;
    private final OrderedWriter writer;
    private final List<TableOutput> outputs;
    private final long[] rows;
    private final LedgerTotals totals;
    /** The totals of a range that waits for its turn while its worker goes on with the next one. */
    private byte @Nullable [] waitingTotals;

    private final List<byte[]> slabs = new ArrayList<>();
    private int slabUsed;
    /** Four numbers for each piece: output, slab, start, end. */
    private int[] pieces = new int[64];

    private int pieceNumbers;

    /**
     * Makes an output.
     *
     * @param totals what the range adds to those of the ledger, once it is made; they may change with the worker's next range
     */
    RangeOutput(
            RangeAssignment assignment,
            OrderedWriter writer,
            List<TableOutput> outputs,
            int tableCount,
            LedgerTotals totals) {
        this.assignment = assignment;
        this.writer = writer;
        this.outputs = outputs;
        this.rows = new long[tableCount];
        this.totals = totals;
    }

    long index() {
        return assignment.range().index();
    }

    @Override
    public RangeAssignment assignment() {
        return assignment;
    }

    @Override
    public long rows(int table) {
        return rows[table];
    }

    @Override
    public LedgerTotals totals() throws IOException {
        byte[] waiting = waitingTotals;
        return waiting == null ? totals : LedgerTotals.readFrom(new DataInputStream(new ByteArrayInputStream(waiting)));
    }

    void countRows(int table, int count) {
        rows[table] += count;
    }

    /** Takes encoded rows of an output. */
    void append(int output, byte[] bytes, int start, int end) throws IOException {
        if (!writer.hasTurn(index()) && keepWaiting(output, bytes, start, end)) {
            return;
        }
        writeWaiting();
        appendNow(output, bytes, start, end);
    }

    private void appendNow(int output, byte[] bytes, int start, int end) throws IOException {
        encodingSink(output).append(bytes, start, end);
        assignment.space().written(end - start);
    }

    /** Writes a batch through a sink that takes batches in order: waits for the turn. */
    void write(int output, RecordBatch batch) throws IOException {
        writer.awaitTurn(index());
        writeWaiting();
        outputs.get(output).sink().write(batch);
    }

    /** Ends the range. */
    void complete() throws IOException {
        if (!writer.hasTurn(index())) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            totals.writeTo(new DataOutputStream(bytes));
            waitingTotals = bytes.toByteArray();
        }
        writer.complete(this);
    }

    /** Writes what waits in slabs, in order, and gives the slabs back. Called with the turn only. */
    void writeWaiting() throws IOException {
        if (slabs.isEmpty()) {
            return;
        }
        for (int i = 0; i < pieceNumbers; i += 4) {
            appendNow(pieces[i], slabs.get(pieces[i + 1]), pieces[i + 2], pieces[i + 3]);
        }
        pieceNumbers = 0;
        for (byte[] slab : slabs) {
            writer.giveBack(slab);
        }
        slabs.clear();
        slabUsed = 0;
    }

    /** Copies rows into a slab; false if the range has the turn instead. */
    private boolean keepWaiting(int output, byte[] bytes, int start, int end) {
        int length = end - start;
        if (length > writer.slabBytes()) {
            writer.awaitTurn(index());
            return false;
        }
        if (slabs.isEmpty() || writer.slabBytes() - slabUsed < length) {
            byte[] slab = writer.slabUnlessTurn(index());
            if (slab == null) {
                return false;
            }
            slabs.add(slab);
            slabUsed = 0;
        }
        int slab = slabs.size() - 1;
        System.arraycopy(bytes, start, slabs.get(slab), slabUsed, length);
        if (pieceNumbers == pieces.length) {
            pieces = Arrays.copyOf(pieces, pieceNumbers * 2);
        }
        pieces[pieceNumbers++] = output;
        pieces[pieceNumbers++] = slab;
        pieces[pieceNumbers++] = slabUsed;
        slabUsed += length;
        pieces[pieceNumbers++] = slabUsed;
        return true;
    }

    private EncodingSink encodingSink(int output) {
        @Nullable EncodingSink sink = outputs.get(output).encodingSink();
        if (sink == null) {
            throw new IllegalStateException(outputs.get(output).name() + " does not take encoded rows");
        }
        return sink;
    }
}
