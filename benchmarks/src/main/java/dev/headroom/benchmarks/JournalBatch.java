package dev.headroom.benchmarks;

import dev.headroom.table.Column;
import dev.headroom.table.LocalTextDictionary;
import dev.headroom.table.RecordBatch;
import dev.headroom.table.Repetition;
import dev.headroom.table.TableSchema;
import dev.headroom.table.TextDictionary;
import dev.headroom.table.TextVector;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** A batch that has the shape of journal lines: a header that the lines of an entry share, and a dozen columns of their own. */
final class JournalBatch {
    /** Lines in the batch. */
    static final int ROWS = 8192;

    private static final int FIRST_DAY = 20_089; // 2025-01-01
    private static final byte[] ENTRY_ID = "JE-1000-2025-".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] INVOICE_ID = "INV-1000-".getBytes(StandardCharsets.US_ASCII);

    private static final TableSchema SCHEMA = new TableSchema(
            "journal_entries",
            "One row for each line of a journal entry",
            List.of(
                    Column.text("journal_id").perGroup(),
                    Column.integer("journal_id_line_number"),
                    Column.text("business_unit_code").perGroup(),
                    Column.integer("fiscal_year").perGroup(),
                    Column.integer("period").perGroup(),
                    Column.text("document_type").perGroup(),
                    Column.text("source").perGroup(),
                    Column.date("document_date").perGroup(),
                    Column.date("effective_date").perGroup(),
                    Column.date("entered_date").perGroup(),
                    Column.time("entered_time").perGroup(),
                    Column.text("entered_by").perGroup(),
                    Column.text("approved_by").perGroup().asOptional(),
                    Column.date("approved_date").perGroup().asOptional(),
                    Column.text("last_modified_by").perGroup().asOptional(),
                    Column.date("last_modified_date").perGroup().asOptional(),
                    Column.text("je_header_description").perGroup().asOptional(),
                    Column.bool("reversal_indicator").perGroup(),
                    Column.text("reversal_journal_id").perGroup().asOptional(),
                    Column.text("amount_currency").perGroup(),
                    Column.text("local_amount_currency").perGroup(),
                    Column.text("reporting_amount_currency").perGroup(),
                    Column.text("source_document_type").perGroup().asOptional(),
                    Column.text("source_document_id").perGroup().asOptional(),
                    Column.text("gl_account_number"),
                    Column.text("amount_credit_debit_indicator"),
                    Column.decimal("amount", 2),
                    Column.decimal("local_amount", 2),
                    Column.decimal("reporting_amount", 2),
                    Column.text("cost_center_id").asOptional(),
                    Column.text("vendor_id").asOptional(),
                    Column.text("customer_id").asOptional(),
                    Column.text("je_line_description").asOptional()));

    private final RecordBatch batch = new RecordBatch(SCHEMA, ROWS);
    private final SplittableRandom random = new SplittableRandom(42);

    private JournalBatch() {
        fill();
    }

    /** A filled batch, the same one each time. */
    static RecordBatch create() {
        return new JournalBatch().batch;
    }

    private static TextDictionary numbered(String prefix, int count) {
        return TextDictionary.of(
                IntStream.range(0, count).mapToObj(i -> prefix + (100_000 + i)).toList());
    }

    private void useDictionaries() {
        TextDictionary users = numbered("E", 1500);
        TextDictionary currencies = TextDictionary.of("EUR", "USD", "GBP");
        use("business_unit_code", TextDictionary.of("1000", "1100", "2000"));
        use("document_type", TextDictionary.of("SA", "RE", "KZ", "WE", "DR", "DZ"));
        use("source", TextDictionary.of("manual", "interface", "automated", "recurring", "adjustment"));
        use("entered_by", users);
        use("approved_by", users);
        use("last_modified_by", users);
        use(
                "je_header_description",
                TextDictionary.of("Month-end accrual, utilities", "Vendor invoice", "Payroll run"));
        use("amount_currency", currencies);
        use("local_amount_currency", currencies);
        use("reporting_amount_currency", currencies);
        use("source_document_type", TextDictionary.of("vendor_invoice", "goods_receipt", "payment"));
        use("gl_account_number", numbered("", 400));
        use("amount_credit_debit_indicator", TextDictionary.of("D", "C"));
        use("cost_center_id", numbered("CC", 50));
        use("vendor_id", numbered("V", 500));
        use("customer_id", numbered("C", 2000));
        use(
                "je_line_description",
                TextDictionary.of("Office supplies", "Consulting services", "Raw material, steel", "Freight"));
    }

    private void use(String column, TextDictionary dictionary) {
        batch.texts(column).useDictionary(dictionary);
    }

    private void fill() {
        useDictionaries();
        while (batch.rowCount() < ROWS) {
            int lines = random.nextInt(10) == 0 ? 2 + random.nextInt(60) : 2 + random.nextInt(8);
            addEntry(Math.min(lines, ROWS - batch.rowCount()));
        }
    }

    private void addEntry(int lines) {
        int group = batch.beginGroup();
        for (Column column : SCHEMA.columns()) {
            switch (column.name()) {
                case "journal_id" -> numbered("journal_id", group, ENTRY_ID);
                case "source_document_id" -> numbered("source_document_id", group, INVOICE_ID);
                case "reversal_journal_id" -> batch.texts("reversal_journal_id").setNull(group);
                case "fiscal_year" -> batch.longs("fiscal_year").set(group, 2025);
                case "period" -> batch.longs("period").set(group, 1 + random.nextInt(12));
                default -> {
                    if (column.repetition() == Repetition.PER_GROUP) {
                        addHeaderValue(column, group);
                    }
                }
            }
        }
        for (int line = 0; line < lines; line++) {
            addLine(line, batch.addRow());
        }
    }

    private void numbered(String column, int position, byte[] prefix) {
        LocalTextDictionary texts = batch.texts(column).local();
        texts.append(prefix);
        texts.appendNumber(random.nextInt(1_000_000), 6);
        batch.texts(column).setCode(position, texts.endText());
    }

    private void addHeaderValue(Column column, int group) {
        switch (column.type()) {
            case DATE -> batch.ints(column.name()).set(group, FIRST_DAY + random.nextInt(365));
            case TIME -> batch.ints(column.name()).set(group, random.nextInt(86_400));
            case BOOLEAN -> batch.booleans(column.name()).set(group, random.nextInt(50) == 0);
            case TEXT -> setRandomText(column.name(), group);
            case INTEGER, DECIMAL, TIMESTAMP -> batch.longs(column.name()).set(group, random.nextInt(1000));
        }
    }

    private void setRandomText(String column, int position) {
        TextVector texts = batch.texts(column);
        texts.setCode(position, random.nextInt(texts.dictionary().size()));
    }

    private void addLine(int line, int row) {
        batch.longs("journal_id_line_number").set(row, line + 1L);
        setRandomText("gl_account_number", row);
        setRandomText("amount_credit_debit_indicator", row);
        long amount = (long) Math.exp(random.nextDouble(3, 17));
        batch.longs("amount").set(row, amount);
        batch.longs("local_amount").set(row, amount + amount / 10);
        batch.longs("reporting_amount").set(row, amount - amount / 10);
        setRandomText("cost_center_id", row);
        setRandomText("vendor_id", row);
        batch.texts("customer_id").setNull(row);
        if (random.nextInt(4) == 0) {
            batch.texts("vendor_id").setNull(row);
            setRandomText("customer_id", row);
            batch.texts("customer_id").clearNull(row);
        }
        setRandomText("je_line_description", row);
    }
}
