package dev.headroom.generator.document;

import dev.headroom.generator.ledger.DocumentType;
import dev.headroom.table.TextVector;

/** A column with ids of documents of one type; consecutive rows of a document share its text. Not thread-safe. */
public final class DocumentIds {
    private final DocumentType type;
    private final TextVector vector;
    private long lastNumber;
    private int lastCode;
    private int lastRow;

    /**
     * Makes the ids of a column.
     *
     * @param vector every row's value is set here
     */
    public DocumentIds(DocumentType type, TextVector vector) {
        this.type = type;
        this.vector = vector;
    }

    /** Sets the id of a row's document. */
    public void set(int row, long number) {
        // The texts of an earlier batch are gone when rows are counted anew, not always from the first one, which can
        // be a duplicate.
        if (row <= lastRow || number != lastNumber) {
            lastCode = type.addId(vector.local(), number);
            lastNumber = number;
        }
        lastRow = row;
        vector.setCode(row, lastCode);
    }
}
