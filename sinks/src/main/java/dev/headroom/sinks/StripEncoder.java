package dev.headroom.sinks;

import dev.headroom.table.RecordBatch;
import java.util.List;

/** Encodes some rows (or groups) of a batch, each into a strip of its own. Not safe for use by several threads. */
final class StripEncoder {
    private final Cells[] cells;
    private final FixedBytes tail;
    private final Strips strips;

    /**
     * Makes an encoder.
     *
     * @param cells what each strip holds, in order
     * @param tail what ends each strip
     */
    StripEncoder(List<? extends Cells> cells, FixedBytes tail, Strips strips) {
        this.cells = cells.toArray(Cells[]::new);
        this.tail = tail;
        this.strips = strips;
    }

    Strips strips() {
        return strips;
    }

    /**
     * Encodes positions of a batch; what the strips held before is gone.
     *
     * @param from the first position
     * @param count the number of positions wanted, at least 1 and at most the number of strips
     * @return the number of positions that were encoded, at least 1
     */
    int encode(RecordBatch batch, int from, int count) {
        int each = tail.length() + Words.OVERRUN;
        for (Cells part : cells) {
            each += part.bound(batch);
        }
        strips.bound(count, each);
        for (Cells part : cells) {
            part.addBounds(batch, from, count, strips.ends());
        }
        int laid = strips.layOut(count);
        for (Cells part : cells) {
            part.append(batch, from, laid, strips);
        }
        tail.appendTo(strips, 0, laid);
        return laid;
    }
}
