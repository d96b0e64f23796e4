package dev.headroom.generator.procurement;

import dev.headroom.generator.ledger.DocumentType;
import dev.headroom.table.TextVector;

/** A column with ids of documents of one type; consecutive rows of a document share its text. Not thread-safe. */
final class DocumentIds {
    private final DocumentType type;
    private final TextVector vector;
    private long lastNumber;
    private int lastCode;

    /**
     * Makes the ids of a column.
     *
     * @param vector every row's value is set here
     */
    DocumentIds(DocumentType type, TextVector vector) {
        this.type = type;
        this.vector = vector;
    }

    void set(int row, long number) {
        // The texts of an earlier batch are gone when its first row is set again.
        if (row == 0 || number != lastNumber) {
            lastCode = type.addId(vector.local(), number);
            lastNumber = number;
        }
        vector.setCode(row, lastCode);
    }
}
