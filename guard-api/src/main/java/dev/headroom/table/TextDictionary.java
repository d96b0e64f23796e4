package dev.headroom.table;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Texts as UTF-8 bytes, each with a code from 0.
 *
 * <p>A <em>shared</em> dictionary never changes: it may be read by many threads, and an encoder may keep the encoded form of its
 * texts for as long as it sees the same instance. Any other dictionary lives and changes with its batch.
 */
public class TextDictionary {
    byte[] bytes;
    int[] ends;
    int size;
    private final boolean shared;

    TextDictionary(byte[] bytes, int[] ends, int size, boolean shared) {
        this.bytes = bytes;
        this.ends = ends;
        this.size = size;
        this.shared = shared;
    }

    /** A shared dictionary of the given texts; the code of a text is its position in the list. */
    public static TextDictionary of(List<String> texts) {
        LocalTextDictionary builder = new LocalTextDictionary();
        for (String text : texts) {
            builder.add(text);
        }
        return new TextDictionary(
                Arrays.copyOf(builder.bytes, builder.byteCount()),
                Arrays.copyOf(builder.ends, builder.size),
                builder.size,
                true);
    }

    /** A shared dictionary of the given texts; the code of a text is its position. */
    public static TextDictionary of(String... texts) {
        return of(List.of(texts));
    }

    /** Whether the dictionary never changes. */
    public final boolean isShared() {
        return shared;
    }

    /** The number of texts; codes are 0 to this − 1. */
    public final int size() {
        return size;
    }

    /** The array that holds the texts; not to be changed. A text is the range from {@link #start} to {@link #end}. */
    public final byte[] bytes() {
        return bytes;
    }

    /** Where a text starts in {@link #bytes}. */
    public final int start(int code) {
        return code == 0 ? 0 : ends[code - 1];
    }

    /** Where a text ends in {@link #bytes}, exclusive. */
    public final int end(int code) {
        return ends[code];
    }

    /** A text as a string; allocates. */
    public final String text(int code) {
        int start = start(code);
        return new String(bytes, start, end(code) - start, StandardCharsets.UTF_8);
    }

    final int byteCount() {
        return size == 0 ? 0 : ends[size - 1];
    }
}
