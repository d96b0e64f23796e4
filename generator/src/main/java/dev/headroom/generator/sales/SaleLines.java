package dev.headroom.generator.sales;

import static dev.headroom.generator.ledger.DocumentType.SALES_ORDER;

import dev.headroom.generator.document.DocumentIds;
import dev.headroom.generator.ledger.DocumentType;
import dev.headroom.generator.master.Ids;
import dev.headroom.generator.master.Masters;
import dev.headroom.generator.output.TableOutput;
import dev.headroom.table.LongVector;
import dev.headroom.table.RecordBatch;
import dev.headroom.table.TextVector;

/** The columns that lines of deliveries and of invoices have in common: what they are a line of, and of which order's line how much. */
final class SaleLines {
    private final TableOutput output;
    private final Ids materialIds;

    private final DocumentIds documentId;
    private final LongVector lineNumber;
    private final DocumentIds orderId;
    private final LongVector orderLineNumber;
    private final TextVector material;
    private final LongVector quantity;

    private long document;
    private int lines;

    SaleLines(TableOutput output, Masters master, DocumentType type, String documentColumn) {
        this.output = output;
        materialIds = master.materials().ids();
        RecordBatch batch = output.batch();
        documentId = new DocumentIds(type, batch.texts(documentColumn));
        lineNumber = batch.longs("line_number");
        orderId = new DocumentIds(SALES_ORDER, batch.texts("sales_order_id"));
        orderLineNumber = batch.longs("sales_order_line_number");
        material = batch.texts("material_id");
        quantity = batch.longs("quantity");
        materialIds.bind(material);
    }

    /** Begins the lines of a document. */
    void begin(long number) {
        document = number;
        lines = 0;
    }

    /** Adds a line of the document, of a line of the order; returns its row. */
    int add(Sale sale, int line, int units) {
        int row = output.addRow();
        documentId.set(row, document);
        lineNumber.set(row, ++lines);
        orderId.set(row, sale.orderNumber());
        orderLineNumber.set(row, line + 1L);
        if (sale.material[line] == Sale.NONE) {
            material.setNull(row);
        } else {
            materialIds.set(material, row, sale.material[line]);
        }
        quantity.set(row, units);
        return row;
    }
}
