package dev.headroom.app.verify;

import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Reads gzip members, one after the other, after RFC 1952; flags, which Headroom does not write, are damage. */
final class GzipExpander implements Expander {
    private static final int HEADER_BYTES = 10;
    private static final int TRAILER_BYTES = 8;
    private static final int OUTPUT_BYTES = 64 << 10;

    private enum Part {
        HEADER,
        BODY,
        TRAILER
    }

    private final Inflater inflater = new Inflater(true);
    private final CRC32 checksum = new CRC32();
    private final byte[] output = new byte[OUTPUT_BYTES];
    private final byte[] frame = new byte[HEADER_BYTES];
    private Part part = Part.HEADER;
    private int frameBytes;
    private long offset;
    private long expanded;

    @Override
    public void begin() {
        part = Part.HEADER;
        frameBytes = 0;
        offset = 0;
        inflater.reset();
    }

    @Override
    public void accept(byte[] bytes, int start, int end, Content content) throws DamageException {
        int at = start;
        while (at < end) {
            int next = switch (part) {
                case HEADER -> header(bytes, at, end);
                case BODY -> body(bytes, at, end, content);
                case TRAILER -> trailer(bytes, at, end);
            };
            offset += next - at;
            at = next;
        }
    }

    private int collect(byte[] bytes, int at, int end, int wanted) {
        int taken = Math.min(end - at, wanted - frameBytes);
        System.arraycopy(bytes, at, frame, frameBytes, taken);
        frameBytes += taken;
        return at + taken;
    }

    private int header(byte[] bytes, int at, int end) throws DamageException {
        int next = collect(bytes, at, end, HEADER_BYTES);
        if (frameBytes == HEADER_BYTES) {
            if (frame[0] != 0x1f || frame[1] != (byte) 0x8b || frame[2] != 8 || frame[3] != 0) {
                throw new DamageException("no gzip member begins here", offset + next - at - HEADER_BYTES);
            }
            frameBytes = 0;
            expanded = 0;
            checksum.reset();
            inflater.reset();
            part = Part.BODY;
        }
        return next;
    }

    private int body(byte[] bytes, int at, int end, Content content) throws DamageException {
        inflater.setInput(bytes, at, end - at);
        try {
            while (!inflater.finished()) {
                int made = inflater.inflate(output);
                if (made == 0 && !inflater.finished()) {
                    if (inflater.needsDictionary()) {
                        throw new DamageException("a gzip member asks for a dictionary", offset);
                    }
                    return end;
                }
                checksum.update(output, 0, made);
                expanded += made;
                content.accept(output, 0, made);
            }
        } catch (DataFormatException e) {
            int taken = end - at - inflater.getRemaining();
            throw new DamageException("the gzip member is damaged: " + e.getMessage(), offset + taken);
        }
        part = Part.TRAILER;
        return end - inflater.getRemaining();
    }

    private int trailer(byte[] bytes, int at, int end) throws DamageException {
        int next = collect(bytes, at, end, TRAILER_BYTES);
        if (frameBytes == TRAILER_BYTES) {
            if (integer(0) != (int) checksum.getValue() || integer(4) != (int) expanded) {
                throw new DamageException(
                        "a gzip member's checksum or size is not that of its content",
                        offset + next - at - TRAILER_BYTES);
            }
            frameBytes = 0;
            part = Part.HEADER;
        }
        return next;
    }

    private int integer(int at) {
        return (frame[at] & 0xff)
                | ((frame[at + 1] & 0xff) << 8)
                | ((frame[at + 2] & 0xff) << 16)
                | ((frame[at + 3] & 0xff) << 24);
    }

    @Override
    public void end() throws DamageException {
        if (part != Part.HEADER || frameBytes > 0) {
            throw new DamageException("a gzip member is not complete", offset);
        }
    }

    @Override
    public void close() {
        inflater.end();
    }
}
