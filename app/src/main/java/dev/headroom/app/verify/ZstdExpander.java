package dev.headroom.app.verify;

import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import java.nio.ByteBuffer;

/** Reads Zstandard frames, one after the other. */
final class ZstdExpander implements Expander {
    private static final int BUFFER_BYTES = 64 << 10;

    private final ZstdDecompressCtx context = new ZstdDecompressCtx();
    private final ByteBuffer source = ByteBuffer.allocateDirect(BUFFER_BYTES);
    private final ByteBuffer target = ByteBuffer.allocateDirect(BUFFER_BYTES);
    private final byte[] output = new byte[BUFFER_BYTES];
    private boolean complete = true;
    private long offset;

    @Override
    public void begin() {
        context.reset();
        complete = true;
        offset = 0;
    }

    @Override
    public void accept(byte[] bytes, int start, int end, Content content) throws DamageException {
        for (int at = start; at < end; ) {
            int length = Math.min(BUFFER_BYTES, end - at);
            source.clear();
            source.put(bytes, at, length).flip();
            expand(content);
            at += length;
            offset += length;
        }
    }

    private void expand(Content content) throws DamageException {
        boolean more = true;
        while (more) {
            target.clear();
            int before = source.position();
            try {
                complete = context.decompressDirectByteBufferStream(target, source);
            } catch (ZstdException e) {
                throw new DamageException("the zstd frame is damaged: " + e.getMessage(), offset + before);
            }
            boolean full = !target.hasRemaining();
            target.flip();
            int made = target.remaining();
            target.get(output, 0, made);
            if (made > 0) {
                content.accept(output, 0, made);
            }
            more = source.hasRemaining() || (full && !complete);
        }
    }

    @Override
    public void end() throws DamageException {
        if (!complete) {
            throw new DamageException("a zstd frame is not complete", offset);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
