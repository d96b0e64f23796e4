package dev.headroom.sinks;

import dev.headroom.sink.BatchEncoder;
import dev.headroom.sink.EncodingBuffer;
import dev.headroom.table.RecordBatch;
import java.util.Arrays;

/**
 * Compresses what another encoder makes of a segment, in blocks of a fixed number of bytes: where a frame ends depends on the segment's
 * bytes alone. A frame need not end with a row, but a segment does.
 */
final class BlockEncoder implements BatchEncoder {
    private static final int FIRST_BYTES = 8 << 10;

    private final BatchEncoder rows;
    private final CompressedFrames frames;

    /** Grows as its table needs it: most tables fill a small part of a block in a segment. */
    private byte[] block = new byte[FIRST_BYTES];

    private int held;

    BlockEncoder(BatchEncoder rows, CompressedFrames frames) {
        this.rows = rows;
        this.frames = frames;
    }

    @Override
    public int encode(RecordBatch batch, int fromRow, EncodingBuffer out) {
        Compressor compressor = frames.take();
        try {
            EncodingBuffer plain = compressor.staging();
            int row = fromRow;
            do {
                plain.clear();
                row = rows.encode(batch, row, plain);
                hold(plain, compressor, out);
            } while (row < batch.rowCount() && out.remaining() >= out.capacity() / 2);
            return row;
        } finally {
            frames.giveBack(compressor);
        }
    }

    private void hold(EncodingBuffer plain, Compressor compressor, EncodingBuffer out) {
        for (int from = 0; from < plain.size(); ) {
            int length = Math.min(plain.size() - from, CompressedFrames.BLOCK_BYTES - held);
            if (block.length - held < length) {
                int doubled = Math.max(2 * block.length, held + length);
                block = Arrays.copyOf(block, Math.min(doubled, CompressedFrames.BLOCK_BYTES));
            }
            System.arraycopy(plain.array(), from, block, held, length);
            held += length;
            from += length;
            if (held == CompressedFrames.BLOCK_BYTES) {
                compress(compressor, out);
            }
        }
    }

    private void compress(Compressor compressor, EncodingBuffer out) {
        compressor.compress(block, held, out);
        held = 0;
    }

    @Override
    public void endSegment(EncodingBuffer out) {
        rows.endSegment(out);
        if (held > 0) {
            Compressor compressor = frames.take();
            try {
                compress(compressor, out);
            } finally {
                frames.giveBack(compressor);
            }
        }
    }
}
