package dev.headroom.generator.master;

import dev.headroom.table.LocalTextDictionary;
import dev.headroom.table.TextDictionary;
import dev.headroom.table.TextVector;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The ids of a kind of master record: a prefix and the record's number from 1, in six digits or more. Up to {@link #SHARED} ids have
 * a shared dictionary, in which a record's index is its code; more than that are composed where they are used. Immutable.
 */
public final class Ids {
    /** The most ids that are kept in a shared dictionary. */
    public static final int SHARED = 65_536;

    private static final int DIGITS = 6;

    private final int digits;
    private final byte[] prefix;
    private final TextDictionary dictionary;

    Ids(String prefix, int count) {
        this(prefix, count, DIGITS);
    }

    /** Makes ids with numbers of as many digits or more. */
    Ids(String prefix, int count, int digits) {
        this.digits = digits;
        this.prefix = prefix.getBytes(StandardCharsets.US_ASCII);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < (count <= SHARED ? count : 0); i++) {
            texts.add(text(i));
        }
        this.dictionary = TextDictionary.of(texts);
    }

    /** Prepares a vector for {@link #set}; the vector must be empty. */
    public void bind(TextVector vector) {
        if (dictionary.size() > 0) {
            vector.useDictionary(dictionary);
        }
    }

    /** Sets the id of a record at a position of a vector that was {@linkplain #bind bound}. */
    public void set(TextVector vector, int position, int index) {
        if (dictionary.size() > 0) {
            vector.setCode(position, index);
        } else {
            LocalTextDictionary local = vector.local();
            append(local, index);
            vector.setCode(position, local.endText());
        }
    }

    /** Appends the id of a record to the text that a dictionary composes. */
    public void append(LocalTextDictionary local, int index) {
        local.append(prefix);
        local.appendNumber(index + 1L, digits);
    }

    /** The id of a record; allocates. */
    public String text(int index) {
        String number = Integer.toString(index + 1);
        return new String(prefix, StandardCharsets.US_ASCII)
                + "0".repeat(Math.max(0, digits - number.length()))
                + number;
    }
}
