package dev.headroom.table;

/**
 * Texts of a column of type {@link ColumnType#TEXT}, as codes of one dictionary.
 *
 * <p>The dictionary is either a shared one, set once with {@link #useDictionary} and kept when the batch is cleared, or the
 * vector's own {@link #local() local} one, which is emptied when the batch is cleared. Equal texts may have different codes in a
 * local dictionary; rows that share a text may share its code.
 */
public final class TextVector extends ColumnVector {
    private final int[] codes;
    private final LocalTextDictionary local = new LocalTextDictionary();
    private TextDictionary dictionary = local;

    TextVector(Column column, int capacity) {
        super(column, capacity);
        this.codes = new int[capacity];
    }

    /** The dictionary that the codes refer to. */
    public TextDictionary dictionary() {
        return dictionary;
    }

    /** The vector's own dictionary, to which texts of this batch can be added unless a shared dictionary is in use. */
    public LocalTextDictionary local() {
        return local;
    }

    /**
     * Makes the codes refer to a shared dictionary from now on; the vector must be empty.
     *
     * @throws IllegalArgumentException if the dictionary is not shared
     */
    public void useDictionary(TextDictionary shared) {
        if (!shared.isShared()) {
            throw new IllegalArgumentException("column " + column().name() + ": not a shared dictionary");
        }
        dictionary = shared;
    }

    /** The code at a position; unspecified where it is null. */
    public int code(int position) {
        return codes[position];
    }

    /** Sets the code at a position. */
    public void setCode(int position, int code) {
        codes[position] = code;
    }

    /** The vector's own array of codes, for loops over many positions; valid as long as the vector. */
    public int[] codes() {
        return codes;
    }

    /** Adds a text to the local dictionary and sets it at a position; allocates the text's UTF-8 form. */
    public void set(int position, String text) {
        codes[position] = local.add(text);
    }

    /** The text at a position; allocates. */
    public String text(int position) {
        return dictionary.text(codes[position]);
    }

    @Override
    void clear() {
        super.clear();
        local.clear();
    }
}
