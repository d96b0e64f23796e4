package dev.headroom.generator.document;

import dev.headroom.generator.ledger.DocumentType;
import dev.headroom.generator.output.TableOutput;
import dev.headroom.table.Column;
import dev.headroom.table.RecordBatch;
import dev.headroom.table.TableSchema;
import dev.headroom.table.TextVector;
import java.util.List;

/** The table {@code document_references}. A writer belongs to one worker. */
public final class DocumentReferences {
    /** The table. */
    public static final TableSchema SCHEMA = new TableSchema(
            "document_references",
            "A document that follows another",
            List.of(
                    Column.text("document_type")
                            .asKey()
                            .describedAs("Type of the later document: its table in the singular"),
                    Column.text("document_id").asKey().describedAs("Id of the later document"),
                    Column.text("preceding_document_type")
                            .asKey()
                            .describedAs("Type of the earlier document: its table in the singular"),
                    Column.text("preceding_document_id").asKey().describedAs("Id of the earlier document")));

    private final TableOutput output;
    private final TextVector type;
    private final TextVector id;
    private final TextVector precedingType;
    private final TextVector precedingId;

    /** Makes a writer. */
    public DocumentReferences(TableOutput output) {
        this.output = output;
        RecordBatch batch = output.batch();
        type = batch.texts("document_type");
        id = batch.texts("document_id");
        precedingType = batch.texts("preceding_document_type");
        precedingId = batch.texts("preceding_document_id");
        type.useDictionary(DocumentType.NAMES);
        precedingType.useDictionary(DocumentType.NAMES);
    }

    /** Writes that a document follows an earlier one. */
    public void write(DocumentType later, long number, DocumentType earlier, long precedingNumber) {
        int row = output.addRow();
        type.setCode(row, later.code());
        id.setCode(row, later.addId(id.local(), number));
        precedingType.setCode(row, earlier.code());
        precedingId.setCode(row, earlier.addId(precedingId.local(), precedingNumber));
    }
}
