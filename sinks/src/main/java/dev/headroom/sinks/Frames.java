package dev.headroom.sinks;

import dev.headroom.sink.BatchEncoder;

/**
 * How the bytes of a file are wrapped: as frames, one after the other, of which each can be read alone; or not at all. Safe for use by
 * many threads.
 */
interface Frames {
    /** Bytes as they are. */
    Frames NONE = new Frames() {
        @Override
        public String fileExtension() {
            return "";
        }

        @Override
        public byte[] stored(byte[] content) {
            return content;
        }

        @Override
        public BatchEncoder around(BatchEncoder rows) {
            return rows;
        }

        @Override
        public long encoderBytes(int tables) {
            return 0;
        }

        @Override
        public void sinkOpened() {}

        @Override
        public void sinkClosed() {}
    };

    /** What a file's name ends with; empty for bytes as they are. */
    String fileExtension();

    /**
     * A frame of a few bytes that are not compressed, at most 65,535, so that it is the same whatever the compressor's version is. Also
     * of no bytes: a file without a frame is none to the standard tools.
     */
    byte[] stored(byte[] content);

    /** An encoder whose segments are frames of what another encoder makes. */
    BatchEncoder around(BatchEncoder rows);

    /** What the encoders of one thread, one for each table, are expected to keep between calls. */
    long encoderBytes(int tables);

    /** A sink begins to use the frames. */
    void sinkOpened();

    /** A sink has ended to use the frames; after the last one nothing is held off the heap. */
    void sinkClosed();
}
