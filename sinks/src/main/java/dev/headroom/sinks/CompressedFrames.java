package dev.headroom.sinks;

import dev.headroom.sink.BatchEncoder;
import java.util.ArrayDeque;

/**
 * Frames of compressed blocks. The compressors are shared by all sinks and encoders: as many are made as threads compress at the same
 * time.
 */
abstract class CompressedFrames implements Frames {
    /** The most bytes that a frame holds. With larger blocks files get a few percent smaller at most. */
    static final int BLOCK_BYTES = 256 << 10;

    private final ArrayDeque<Compressor> idle = new ArrayDeque<>();
    private int sinks;

    abstract Compressor newCompressor();

    /** Bound on the memory of one compressor, on and off the heap. */
    abstract long compressorBytes();

    @Override
    public final BatchEncoder around(BatchEncoder rows) {
        return new BlockEncoder(rows, this);
    }

    /** The tables of a ledger fill blocks of 60 KB in a segment on average; those that fill one to its end are few. */
    @Override
    public final long encoderBytes(int tables) {
        return (long) tables * BLOCK_BYTES / 2 + compressorBytes();
    }

    /** A compressor for use until it is given back. */
    final Compressor take() {
        synchronized (idle) {
            Compressor compressor = idle.pollFirst();
            if (compressor != null) {
                return compressor;
            }
        }
        return newCompressor();
    }

    final void giveBack(Compressor compressor) {
        synchronized (idle) {
            if (sinks > 0) {
                idle.addFirst(compressor);
                return;
            }
        }
        compressor.close();
    }

    @Override
    public final void sinkOpened() {
        synchronized (idle) {
            sinks++;
        }
    }

    @Override
    public final void sinkClosed() {
        synchronized (idle) {
            sinks--;
            if (sinks == 0) {
                idle.forEach(Compressor::close);
                idle.clear();
            }
        }
    }
}
