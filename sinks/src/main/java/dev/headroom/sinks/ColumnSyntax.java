package dev.headroom.sinks;

import dev.headroom.table.TextDictionary;
import org.jspecify.annotations.Nullable;

/**
 * What the encoders of one sink share about a column: the syntax of its cells, and the encoded form of the shared dictionary that
 * was last seen, so that it is made once and not once for each thread. Safe for use by many threads.
 */
final class ColumnSyntax {
    private record Latest(TextDictionary dictionary, EncodedTexts texts) {}

    private final CellSyntax cells;
    private volatile @Nullable Latest latest;

    ColumnSyntax(CellSyntax cells) {
        this.cells = cells;
    }

    CellSyntax cells() {
        return cells;
    }

    /** The cells of a shared dictionary's texts. */
    EncodedTexts encoded(TextDictionary shared) {
        Latest known = latest;
        if (known == null || known.dictionary() != shared) {
            known = new Latest(shared, EncodedTexts.of(shared, cells));
            latest = known;
        }
        return known.texts();
    }
}
