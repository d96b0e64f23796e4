package dev.headroom.app.audit;

import java.io.Closeable;
import java.io.IOException;

/** Reads the documents of purchases and sales that post entries, each with the sum of its lines. Used by one thread. */
final class DocumentReader {
    private static final long MILLION = 1_000_000;

    private final RunTables tables;
    private final Labels labels;
    private final LabelFindings findings;
    private final DocumentTests tests;

    DocumentReader(RunTables tables, Labels labels, LabelFindings findings, DocumentTests tests) {
        this.tables = tables;
        this.labels = labels;
        this.findings = findings;
        this.tests = tests;
    }

    /** Reads all documents; blocks until that is done. */
    void read() throws IOException {
        if (tables.has("goods_receipts") && tables.has("goods_receipt_lines")) {
            readGoodsReceipts();
        }
        if (tables.has("purchase_order_lines") && tables.has("goods_receipt_lines")) {
            readOrderedAccounts();
        }
        if (tables.has("vendor_invoices")) {
            readVendorInvoices();
        }
        if (tables.has("payments")) {
            readPayments();
        }
        if (tables.has("deliveries") && tables.has("delivery_lines")) {
            readDeliveries();
        }
        if (tables.has("customer_invoices") && tables.has("customer_invoice_lines")) {
            readCustomerInvoices();
        }
        if (tables.has("receipts")) {
            readReceipts();
        }
    }

    private TableCursor open(String table) throws IOException {
        return TableCursor.asWritten(tables, table, labels, findings);
    }

    private void readGoodsReceipts() throws IOException {
        try (TableCursor receipts = open("goods_receipts");
                LineSums lines = new LineSums(open("goods_receipt_lines"), "goods_receipt_id", "amount")) {
            int id = receipts.column("goods_receipt_id");
            int type = receipts.column("receipt_type");
            int date = receipts.column("receipt_date");
            while (receipts.next()) {
                long receipt = receipts.hash(id);
                long sum = lines.sum(receipt, MILLION);
                tests.document(receipt, receipts.text(type).equals("return") ? -sum : sum, receipts.date(date));
            }
        }
    }

    private void readOrderedAccounts() throws IOException {
        try (TableCursor lines = open("purchase_order_lines")) {
            int order = lines.column("purchase_order_id");
            int line = lines.column("line_number");
            int account = lines.column("gl_account_number");
            while (lines.next()) {
                tests.orderedAccount(orderLine(lines, order, line), lines.hash(account));
            }
        }
        try (TableCursor lines = open("goods_receipt_lines")) {
            int receipt = lines.column("goods_receipt_id");
            int order = lines.column("purchase_order_id");
            int line = lines.column("purchase_order_line_number");
            while (lines.next()) {
                tests.receiptOf(orderLine(lines, order, line), lines.hash(receipt));
            }
        }
    }

    private static long orderLine(TableCursor lines, int order, int line) {
        return Hash.of(lines.hash(order), lines.hash(line));
    }

    private void readVendorInvoices() throws IOException {
        try (TableCursor invoices = open("vendor_invoices")) {
            int id = invoices.column("vendor_invoice_id");
            int type = invoices.column("invoice_type");
            int date = invoices.column("invoice_date");
            int gross = invoices.column("gross_amount");
            while (invoices.next()) {
                long amount = invoices.decimal(gross, 2);
                boolean invoice = invoices.text(type).equals("invoice");
                tests.document(invoices.hash(id), invoice ? amount : -amount, invoices.date(date));
            }
        }
    }

    private void readPayments() throws IOException {
        try (TableCursor payments = open("payments")) {
            int id = payments.column("payment_id");
            int date = payments.column("payment_date");
            int amount = payments.column("local_amount");
            while (payments.next()) {
                tests.document(payments.hash(id), payments.decimal(amount, 2), payments.date(date));
            }
        }
    }

    private void readDeliveries() throws IOException {
        try (TableCursor deliveries = open("deliveries");
                LineSums lines = new LineSums(open("delivery_lines"), "delivery_id", "cost_amount")) {
            int id = deliveries.column("delivery_id");
            int type = deliveries.column("delivery_type");
            int order = deliveries.column("sales_order_id");
            int date = deliveries.column("delivery_date");
            while (deliveries.next()) {
                long delivery = deliveries.hash(id);
                long sum = lines.sum(delivery, MILLION);
                boolean returned = deliveries.text(type).equals("return");
                tests.document(delivery, returned ? -sum : sum, deliveries.date(date));
                if (!returned) {
                    tests.part(deliveries.hash(order), sum, deliveries.date(date), 0);
                }
            }
        }
    }

    private void readCustomerInvoices() throws IOException {
        try (TableCursor invoices = open("customer_invoices");
                LineSums lines = new LineSums(open("customer_invoice_lines"), "customer_invoice_id", "line_amount")) {
            int id = invoices.column("customer_invoice_id");
            int type = invoices.column("invoice_type");
            int date = invoices.column("invoice_date");
            int rate = invoices.column("exchange_rate");
            int gross = invoices.column("gross_amount");
            int months = invoices.column("revenue_months");
            while (invoices.next()) {
                long invoice = invoices.hash(id);
                long amount = invoices.decimal(gross, 2);
                boolean credit = !invoices.text(type).equals("invoice");
                tests.document(invoice, credit ? amount : -amount, invoices.date(date));
                long revenue = lines.sum(invoice, invoices.decimal(rate, 6));
                tests.part(invoice, revenue, invoices.date(date), invoices.integer(months));
            }
        }
    }

    private void readReceipts() throws IOException {
        try (TableCursor receipts = open("receipts")) {
            int id = receipts.column("receipt_id");
            int type = receipts.column("receipt_type");
            int date = receipts.column("receipt_date");
            int amount = receipts.column("local_amount");
            while (receipts.next()) {
                long local = receipts.decimal(amount, 2);
                boolean received = receipts.text(type).equals("receipt");
                tests.document(receipts.hash(id), received ? -local : local, receipts.date(date));
            }
        }
    }

    /** Adds up the lines of documents, which are in the order of the documents. */
    private static final class LineSums implements Closeable {
        private final TableCursor cursor;
        private final int id;
        private final int amount;
        private boolean more;

        LineSums(TableCursor cursor, String id, String amount) throws IOException {
            this.cursor = cursor;
            this.id = cursor.column(id);
            this.amount = cursor.column(amount);
            this.more = cursor.next();
        }

        /** The sum of a document's lines, each at a rate in millionths, rounded. */
        long sum(long document, long rate) throws IOException {
            long sum = 0;
            for (; more && cursor.hash(id) == document; more = cursor.next()) {
                sum += Math.floorDiv(cursor.decimal(amount, 2) * rate + MILLION / 2, MILLION);
            }
            return sum;
        }

        @Override
        public void close() throws IOException {
            cursor.close();
        }
    }
}
