package dev.headroom.sinks;

import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Members of a gzip file (RFC 1952). The header names neither a time nor a system, so that equal data are equal bytes, as far as zlib,
 * which the JDK brings or takes from the system, makes the same of them.
 */
final class GzipFrames extends CompressedFrames {
    /** Magic number, Deflate, no flags, no time, no word on effort, unknown system. */
    private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};

    private static final int TRAILER_BYTES = 8;

    /** zlib's deflate state at its usual window and memory level, measured with a little to spare. */
    private static final int NATIVE_BYTES = 300 << 10;

    private final int level;

    GzipFrames(int level) {
        this.level = level;
    }

    @Override
    public String fileExtension() {
        return ".gz";
    }

    /** Deflate's stored block: last-block bit, length, its complement, the bytes. */
    @Override
    public byte[] stored(byte[] content) {
        int length = content.length;
        byte[] member = new byte[HEADER.length + 5 + length + TRAILER_BYTES];
        System.arraycopy(HEADER, 0, member, 0, HEADER.length);
        int at = HEADER.length;
        member[at++] = 1;
        member[at++] = (byte) length;
        member[at++] = (byte) (length >> 8);
        member[at++] = (byte) ~length;
        member[at++] = (byte) (~length >> 8);
        System.arraycopy(content, 0, member, at, length);
        CRC32 checksum = new CRC32();
        checksum.update(content);
        putTrailer(checksum, length, member, at + length);
        return member;
    }

    private static int putTrailer(CRC32 checksum, int length, byte[] target, int at) {
        putInt((int) checksum.getValue(), target, at);
        putInt(length, target, at + 4);
        return at + TRAILER_BYTES;
    }

    private static void putInt(int value, byte[] target, int at) {
        for (int i = 0; i < 4; i++) {
            target[at + i] = (byte) (value >> (8 * i));
        }
    }

    @Override
    Compressor newCompressor() {
        return new Member(level);
    }

    @Override
    long compressorBytes() {
        return Compressor.HEAP_BYTES + NATIVE_BYTES;
    }

    private static final class Member extends Compressor {
        private final Deflater deflater;
        private final CRC32 checksum = new CRC32();

        Member(int level) {
            this.deflater = new Deflater(level, true);
        }

        @Override
        int compress(byte[] source, int length, byte[] target) {
            System.arraycopy(HEADER, 0, target, 0, HEADER.length);
            int at = HEADER.length;
            deflater.reset();
            deflater.setInput(source, 0, length);
            deflater.finish();
            at += deflater.deflate(target, at, target.length - at);
            if (!deflater.finished()) {
                throw new IllegalStateException("deflate made " + at + " bytes of " + length + " and has not finished");
            }
            checksum.reset();
            checksum.update(source, 0, length);
            return putTrailer(checksum, length, target, at);
        }

        @Override
        public void close() {
            deflater.end();
        }
    }
}
