package dev.headroom.app.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/** Standard output that remembers whether its reader has gone, as print streams do not tell why they could not write. Used by one thread. */
final class StandardOutput extends OutputStream {
    private final OutputStream output;
    private boolean abandoned;

    StandardOutput(OutputStream output) {
        this.output = output;
    }

    /** Whether it is a pipe whose reader, such as {@code head}, has what it wants. */
    boolean isAbandoned() {
        return abandoned;
    }

    @Override
    public void write(int written) throws IOException {
        write(new byte[] {(byte) written}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            output.write(bytes, offset, length);
        } catch (IOException e) {
            // EPIPE, of which Java has nothing but the text.
            abandoned |= String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("broken pipe");
            throw e;
        }
    }
}
