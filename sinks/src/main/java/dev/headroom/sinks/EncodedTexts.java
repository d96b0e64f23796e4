package dev.headroom.sinks;

import dev.headroom.table.TextDictionary;
import java.util.Arrays;

/**
 * A column's cells for all texts of a dictionary, ready to be copied, and behind them its absent cell. Immutable and safe for use
 * by many threads.
 */
final class EncodedTexts {
    private final byte[] bytes;
    private final int[] starts;
    private final int longest;

    private EncodedTexts(byte[] bytes, int[] starts) {
        this.bytes = bytes;
        this.starts = starts;
        int most = 0;
        for (int i = 1; i < starts.length; i++) {
            most = Math.max(most, starts[i] - starts[i - 1]);
        }
        this.longest = most;
    }

    /** The cells of a column's dictionary. */
    static EncodedTexts of(TextDictionary dictionary, CellSyntax cells) {
        int count = dictionary.size();
        byte[] texts = dictionary.bytes();
        byte[] bytes = new byte[64];
        int[] starts = new int[count + 2];
        int at = 0;
        for (int code = 0; code < count; code++) {
            int start = dictionary.start(code);
            int end = dictionary.end(code);
            bytes = withRoom(bytes, at, cells.bound(texts, start, end) + Words.OVERRUN);
            at = cells.putText(texts, start, end, bytes, at);
            starts[code + 1] = at;
        }
        bytes = withRoom(bytes, at, cells.absent().length() + 2 * Words.OVERRUN);
        starts[count + 1] = cells.absent().put(bytes, at);
        return new EncodedTexts(Arrays.copyOf(bytes, starts[count + 1] + Words.OVERRUN), starts);
    }

    private static byte[] withRoom(byte[] bytes, int at, int more) {
        return bytes.length - at >= more ? bytes : Arrays.copyOf(bytes, Math.max(at + more, at + (at >> 1)));
    }

    /** The code of the absent cell. */
    int absent() {
        return starts.length - 2;
    }

    /** The most bytes of a cell. */
    int longest() {
        return longest;
    }

    /**
     * Appends cells to a range of strips.
     *
     * @param codes the codes of the cells; the one for strip <i>i</i> is at {@code offset} + <i>i</i>
     */
    void appendTo(Strips strips, int from, int to, int[] codes, int offset) {
        // Copies of one length for all cells have no jump that depends on the data.
        if (longest <= 8) {
            append8(strips.bytes(), strips.ends(), from, to, codes, offset);
        } else if (longest <= 16) {
            append16(strips.bytes(), strips.ends(), from, to, codes, offset);
        } else if (longest <= 32) {
            append32(strips.bytes(), strips.ends(), from, to, codes, offset);
        } else {
            appendLong(strips.bytes(), strips.ends(), from, to, codes, offset);
        }
    }

    private void append8(byte[] target, int[] ends, int from, int to, int[] codes, int offset) {
        for (int i = from; i < to; i++) {
            int code = codes[offset + i];
            int start = starts[code];
            int end = ends[i];
            Words.put(target, end, Words.get(bytes, start));
            ends[i] = end + starts[code + 1] - start;
        }
    }

    private void append16(byte[] target, int[] ends, int from, int to, int[] codes, int offset) {
        for (int i = from; i < to; i++) {
            int code = codes[offset + i];
            int start = starts[code];
            int end = ends[i];
            Words.copy16(bytes, start, target, end);
            ends[i] = end + starts[code + 1] - start;
        }
    }

    private void append32(byte[] target, int[] ends, int from, int to, int[] codes, int offset) {
        for (int i = from; i < to; i++) {
            int code = codes[offset + i];
            int start = starts[code];
            int end = ends[i];
            Words.copy32(bytes, start, target, end);
            ends[i] = end + starts[code + 1] - start;
        }
    }

    private void appendLong(byte[] target, int[] ends, int from, int to, int[] codes, int offset) {
        for (int i = from; i < to; i++) {
            int code = codes[offset + i];
            int start = starts[code];
            int end = ends[i];
            int length = starts[code + 1] - start;
            Words.copy(bytes, start, length, target, end);
            ends[i] = end + length;
        }
    }
}
