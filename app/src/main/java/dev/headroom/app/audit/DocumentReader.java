package dev.headroom.app.audit;

import java.io.IOException;

/** Reads the documents of purchases and sales that post entries, each table once and each document with the sum of its lines. Used by one thread. */
final class DocumentReader {
    private static final RowHandler NOTHING_MORE = () -> {};

    private final Opener opener;
    private final DocumentTests tests;
    private final ClusterTests clusters;

    DocumentReader(Opener opener, DocumentTests tests, ClusterTests clusters) {
        this.opener = opener;
        this.tests = tests;
        this.clusters = clusters;
    }

    /** Reads all documents; blocks until that is done. */
    void read() throws IOException {
        RunTables tables = opener.tables();
        if (tables.has("goods_receipts") && tables.has("goods_receipt_lines")) {
            readGoodsReceipts();
        }
        if (tables.has("purchase_order_lines")) {
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
        return opener.open(table);
    }

    private void readGoodsReceipts() throws IOException {
        try (TableCursor receipts = open("goods_receipts");
                TableCursor receiptLines = open("goods_receipt_lines")) {
            int receiptOfLine = receiptLines.column("goods_receipt_id");
            int order = receiptLines.column("purchase_order_id");
            int orderLine = receiptLines.column("purchase_order_line_number");
            LineSums lines = new LineSums(
                    receiptLines,
                    "goods_receipt_id",
                    "amount",
                    () -> tests.receiptOf(orderLine(receiptLines, order, orderLine), receiptLines.hash(receiptOfLine)));
            int id = receipts.column("goods_receipt_id");
            int type = receipts.column("receipt_type");
            int date = receipts.column("receipt_date");
            while (receipts.next()) {
                long receipt = receipts.hash(id);
                long sum = lines.sum(receipt, Conversion.ONE);
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
            int company = payments.column("company_code");
            int vendor = payments.column("vendor_id");
            int date = payments.column("payment_date");
            int amount = payments.column("local_amount");
            while (payments.next()) {
                long paid = payments.decimal(amount, 2);
                int day = payments.date(date);
                tests.document(payments.hash(id), paid, day);
                clusters.payment(payments.hash(company), payments.hash(vendor), paid, day);
            }
        }
    }

    private void readDeliveries() throws IOException {
        try (TableCursor deliveries = open("deliveries");
                TableCursor deliveryLines = open("delivery_lines")) {
            LineSums lines = new LineSums(deliveryLines, "delivery_id", "cost_amount", NOTHING_MORE);
            int id = deliveries.column("delivery_id");
            int type = deliveries.column("delivery_type");
            int order = deliveries.column("sales_order_id");
            int date = deliveries.column("delivery_date");
            while (deliveries.next()) {
                long delivery = deliveries.hash(id);
                long sum = lines.sum(delivery, Conversion.ONE);
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
                TableCursor invoiceLines = open("customer_invoice_lines")) {
            LineSums lines = new LineSums(invoiceLines, "customer_invoice_id", "line_amount", NOTHING_MORE);
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
    private static final class LineSums {
        private final TableCursor cursor;
        private final int id;
        private final int amount;
        private final RowHandler each;
        private boolean more;

        LineSums(TableCursor cursor, String id, String amount, RowHandler each) throws IOException {
            this.cursor = cursor;
            this.id = cursor.column(id);
            this.amount = cursor.column(amount);
            this.each = each;
            this.more = cursor.next();
        }

        /** The sum of a document's lines, each at a rate in millionths, rounded. */
        long sum(long document, long rate) throws IOException {
            long sum = 0;
            for (; more && cursor.hash(id) == document; more = cursor.next()) {
                sum += Conversion.nearest(cursor.decimal(amount, 2), rate);
                each.row();
            }
            return sum;
        }
    }
}
