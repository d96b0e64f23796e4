package dev.headroom.sinks;

import dev.headroom.table.TextDictionary;
import dev.headroom.table.TextVector;

/** Texts: copied in encoded form where the dictionary is shared, encoded one by one where it belongs to the batch. */
final class TextCells extends ColumnCells<TextVector> {
    private final ColumnSyntax shared;
    private int[] codesOrAbsent = {};

    TextCells(int column, CellSyntax syntax, ColumnSyntax shared) {
        super(TextVector.class, column, syntax);
        this.shared = shared;
    }

    @Override
    int bound(TextVector vector) {
        TextDictionary dictionary = vector.dictionary();
        return dictionary.isShared()
                ? shared.encoded(dictionary).longest()
                : syntax().absent().length();
    }

    @Override
    void addBounds(TextVector vector, int from, int count, int[] bounds) {
        TextDictionary dictionary = vector.dictionary();
        if (dictionary.isShared()) {
            return;
        }
        int[] codes = vector.codes();
        byte[] texts = dictionary.bytes();
        boolean nulls = vector.mayHaveNulls();
        for (int i = 0; i < count; i++) {
            // What stands in place of a null's code is left from an earlier use, and need not be one of the
            // dictionary's.
            if (!(nulls && vector.isNull(from + i))) {
                int code = codes[from + i];
                bounds[i] += syntax().bound(texts, dictionary.start(code), dictionary.end(code));
            }
        }
    }

    @Override
    void append(TextVector vector, int offset, Strips strips, int from, int to) {
        TextDictionary dictionary = vector.dictionary();
        if (dictionary.isShared()) {
            appendShared(shared.encoded(dictionary), vector, offset, strips, from, to);
        } else {
            appendLocal(dictionary, vector, offset, strips, from, to);
        }
    }

    private void appendShared(EncodedTexts texts, TextVector vector, int offset, Strips strips, int from, int to) {
        int[] codes = vector.codes();
        if (!vector.mayHaveNulls()) {
            texts.appendTo(strips, from, to, codes, offset);
            return;
        }
        if (codesOrAbsent.length < to) {
            codesOrAbsent = new int[strips.ends().length];
        }
        for (int i = from; i < to; i++) {
            codesOrAbsent[i] = vector.isNull(offset + i) ? texts.absent() : codes[offset + i];
        }
        texts.appendTo(strips, from, to, codesOrAbsent, 0);
    }

    private void appendLocal(
            TextDictionary dictionary, TextVector vector, int offset, Strips strips, int from, int to) {
        int[] codes = vector.codes();
        byte[] texts = dictionary.bytes();
        byte[] bytes = strips.bytes();
        int[] ends = strips.ends();
        boolean nulls = vector.mayHaveNulls();
        for (int i = from; i < to; i++) {
            if (nulls && vector.isNull(offset + i)) {
                ends[i] = syntax().absent().put(bytes, ends[i]);
            } else {
                int code = codes[offset + i];
                ends[i] = syntax().putText(texts, dictionary.start(code), dictionary.end(code), bytes, ends[i]);
            }
        }
    }
}
