package dev.headroom.sinks;

import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.util.Native;
import java.io.IOException;

/** Zstandard frames (RFC 8878), each with its content's size and checksum. */
final class ZstdFrames extends CompressedFrames {
    private static final int MAGIC_NUMBER = 0xFD2FB528;

    /** Content size in four bytes, one segment, no checksum, no dictionary. */
    private static final byte STORED_DESCRIPTOR = (byte) 0xa0;

    /** Levels up to this one hold less memory; see {@link #compressorBytes}. */
    private static final int HIGHEST_FRUGAL_LEVEL = 3;

    private final int level;

    private ZstdFrames(int level) {
        this.level = level;
    }

    /**
     * Loads the native library.
     *
     * @throws IOException if it cannot be loaded
     */
    static ZstdFrames load(int level) throws IOException {
        try {
            Native.load();
        } catch (LinkageError e) {
            throw new IOException(
                    "zstd cannot be used here, since its native library cannot be loaded from the directory for temporary files ("
                            + reason(e) + "); name another one with -DZstdTempFolder=DIR, or use gzip",
                    e);
        }
        return new ZstdFrames(level);
    }

    private static String reason(LinkageError e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage()).lines().findFirst().orElse("");
    }

    @Override
    public String fileExtension() {
        return ".zst";
    }

    /** One last block of type raw. */
    @Override
    public byte[] stored(byte[] content) {
        int length = content.length;
        byte[] frame = new byte[12 + length];
        putLittleEndian(MAGIC_NUMBER, 4, frame, 0);
        frame[4] = STORED_DESCRIPTOR;
        putLittleEndian(length, 4, frame, 5);
        putLittleEndian((length << 3) | 1, 3, frame, 9);
        System.arraycopy(content, 0, frame, 12, length);
        return frame;
    }

    private static void putLittleEndian(int value, int bytes, byte[] target, int at) {
        for (int i = 0; i < bytes; i++) {
            target[at + i] = (byte) (value >> (8 * i));
        }
    }

    @Override
    Compressor newCompressor() {
        return new Frame(level);
    }

    /** What a context was seen to take for blocks of this size: 0.6 MB at level 3, 2.7 MB at 6, 4.8 MB at 19. */
    @Override
    long compressorBytes() {
        return Compressor.HEAP_BYTES + (level <= HIGHEST_FRUGAL_LEVEL ? 1L << 20 : 6L << 20);
    }

    private static final class Frame extends Compressor {
        private final ZstdCompressCtx context = new ZstdCompressCtx();

        Frame(int level) {
            context.setLevel(level).setContentSize(true).setChecksum(true);
        }

        @Override
        int compress(byte[] source, int length, byte[] target) {
            return context.compressByteArray(target, 0, target.length, source, 0, length);
        }

        @Override
        public void close() {
            context.close();
        }
    }
}
