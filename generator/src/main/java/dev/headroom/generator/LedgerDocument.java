package dev.headroom.generator;

import java.util.List;

/**
 * A document with its lines. Immutable; safe for use by many threads.
 *
 * @param header the record of the document, such as one of {@code vendor_invoices}
 * @param lines the records of its lines, such as those of {@code vendor_invoice_lines}; of payments and receipts what they clear
 */
public record LedgerDocument(LedgerRecord header, List<LedgerRecord> lines) {
    /** Makes a document of records. */
    public LedgerDocument {
        lines = List.copyOf(lines);
    }

    /** The number of the document: the key of its header. */
    public String id() {
        return header.text(header.schema().columns().get(0).name());
    }
}
