package dev.headroom.app.audit;

import java.io.IOException;

/** Orders, receipts and invoices of purchases. */
final class PurchaseTables extends DocumentTables {
    private static final int RECEIPT = 1;
    private static final int INVOICE = 2;
    private static final int CREDIT_MEMO = 3;

    PurchaseTables(TableCursor cursor, String table, Masters masters, Joins joins, Facts.Teller teller) {
        super(cursor, table, masters, joins, teller);
    }

    RowHandler orders() throws IOException {
        int id = column("purchase_order_id");
        int company = column("company_code");
        int vendor = column("vendor_id");
        int date = column("order_date");
        int currency = column("currency");
        int rate = column("exchange_rate");
        int total = column("total_amount");
        int createdBy = column("created_by");
        int approvedBy = column("approved_by");
        int approvedDate = column("approved_date");
        return () -> {
            long key = cursor.hash(id);
            int day = cursor.date(date);
            long amount = cursor.decimal(total, 2);
            long exchange = cursor.decimal(rate, 6);
            checkRate(cursor.hash(company), cursor.hash(currency), day, exchange);
            long unit = CurrencyUnits.of(currencyOf(cursor.hash(company)));
            teller.tell(joins.purchaseTotals, key, OrderTotals.ORDER, cursor.row(), amount, exchange, unit);
            teller.tell(
                    joins.purchases,
                    key,
                    Following.FIRST,
                    cursor.row(),
                    Fact.pack(day, 0),
                    Hash.of(cursor.hash(company), cursor.hash(vendor)),
                    Hash.of(cursor.hash(currency), exchange));
            long before = day < firstDay(cursor.hash(company)) ? 1 : 0;
            teller.tell(joins.grir, key, OrderGrir.ORDER, cursor.row(), before);
            findings.checked(Rule.ORDER_APPROVAL, 1);
            long creator = cursor.hash(createdBy);
            long local = Conversion.rounded(amount, exchange, unit);
            if (!isApprover(cursor.hash(approvedBy), creator, local)) {
                findings.violation(
                        Rule.ORDER_APPROVAL,
                        table,
                        cursor.row(),
                        "its approver is not the first manager upward whose limit covers " + Amounts.text(local));
            }
            if (cursor.date(approvedDate) < day) {
                findings.violation(
                        Rule.ORDER_APPROVAL,
                        table,
                        cursor.row(),
                        "it was approved on " + Days.text(cursor.date(approvedDate)) + ", before its day");
            }
        };
    }

    RowHandler orderLines() throws IOException {
        return orderLines(joins.purchaseTotals, "purchase_order_id");
    }

    RowHandler receipts() throws IOException {
        int id = column("goods_receipt_id");
        int type = column("receipt_type");
        int company = column("company_code");
        int vendor = column("vendor_id");
        int order = column("purchase_order_id");
        int date = column("receipt_date");
        int journal = column("journal_id");
        return () -> {
            long key = cursor.hash(id);
            long sign = cursor.text(type).equals("return") ? -1 : 1;
            int day = cursor.date(date);
            long owner = cursor.hash(company);
            long party = Hash.of(owner, cursor.hash(vendor));
            requireEntry(journal, day, owner);
            teller.tell(
                    joins.receiptsOfGoods,
                    key,
                    PostedDocument.HEADER,
                    cursor.row(),
                    sign,
                    Fact.pack(day, owner),
                    cursor.hash(journal));
            teller.tell(
                    joins.receiptsOfGoods,
                    key,
                    PostedDocument.MORE,
                    cursor.row(),
                    document("goods_receipt", key),
                    key,
                    cursor.hash(order),
                    0,
                    0,
                    slot(owner, day));
            teller.tell(joins.purchases, cursor.hash(order), RECEIPT, cursor.row(), Fact.pack(day, 0), party);
            teller.tell(joins.received, key, Following.FIRST, cursor.row(), Fact.pack(day, 0), party);
        };
    }

    RowHandler receiptLines() throws IOException {
        int receipt = column("goods_receipt_id");
        int number = column("line_number");
        int order = column("purchase_order_id");
        int orderLine = column("purchase_order_line_number");
        int quantity = column("quantity");
        int amount = column("amount");
        int material = column("material_id");
        return () -> {
            long key = cursor.hash(receipt);
            long stocked = materials.isStocked(cursor.hash(material)) ? cursor.hash(material) : 0;
            teller.tell(
                    joins.receiptsOfGoods,
                    key,
                    PostedDocument.LINE,
                    cursor.row(),
                    line(cursor.hash(order), cursor.integer(orderLine)),
                    cursor.integer(quantity),
                    cursor.decimal(amount, 2),
                    line(key, cursor.integer(number)),
                    stocked,
                    cursor.integer(quantity) * materials.cost(stocked));
        };
    }

    RowHandler invoices() throws IOException {
        int id = column("vendor_invoice_id");
        int type = column("invoice_type");
        int company = column("company_code");
        int vendor = column("vendor_id");
        int order = column("purchase_order_id");
        int receipt = column("goods_receipt_id");
        int date = column("invoice_date");
        int due = column("due_date");
        int currency = column("currency");
        int rate = column("exchange_rate");
        int net = column("net_amount");
        int tax = column("tax_amount");
        int gross = column("gross_amount");
        int status = column("match_status");
        int block = column("payment_block");
        int journal = column("journal_id");
        int credited = column("credited_invoice_id");
        return () -> {
            long key = cursor.hash(id);
            boolean isInvoice = !cursor.text(type).equals("credit_memo");
            long sign = isInvoice ? 1 : -1;
            int day = cursor.date(date);
            long owner = cursor.hash(company);
            long party = Hash.of(owner, cursor.hash(vendor));
            long exchange = Hash.of(cursor.hash(currency), cursor.decimal(rate, 6));
            long row = cursor.row();
            long family = isInvoice ? key : cursor.hash(credited);
            int found = isInvoice ? Matching.status(cursor.text(status)) : Matching.EQUAL;
            boolean foreign = currencyOf(owner) != cursor.hash(currency);
            int flags = (cursor.bool(block) ? Debts.BLOCKED : 0)
                    | (found == Matching.DIFFERENT ? Debts.UNMATCHED : 0)
                    | (foreign ? Debts.FOREIGN : 0);
            requireEntry(journal, day, owner);
            checkGross(net, tax, gross);
            checkTax(owner, cursor.hash(vendor), cursor.hash(currency), cursor.decimal(net, 2), cursor.decimal(tax, 2));
            checkDue(day, cursor.date(due));
            requireCredited(!isInvoice, credited);
            teller.tell(
                    joins.vendorInvoices,
                    key,
                    PostedDocument.HEADER,
                    row,
                    sign,
                    Fact.pack(day, owner),
                    cursor.hash(journal),
                    cursor.decimal(net, 2),
                    cursor.decimal(tax, 2),
                    cursor.decimal(gross, 2));
            teller.tell(
                    joins.vendorInvoices,
                    key,
                    PostedDocument.MORE,
                    row,
                    document("vendor_invoice", key),
                    key,
                    cursor.hash(order),
                    cursor.hash(receipt));
            teller.tell(
                    joins.payables,
                    key,
                    Debts.DEBT,
                    row,
                    Fact.pack(day, cursor.date(due)),
                    Hash.of(party, cursor.hash(currency)),
                    cursor.decimal(gross, 2),
                    -sign,
                    family,
                    Fact.pack(firstDay(owner), traits(flags, cursor.hash(vendor), cursor.hash(currency))));
            if (foreign && !cursor.isNull(journal)) {
                teller.tell(
                        joins.invoiceEntries,
                        cursor.hash(journal),
                        InvoiceEntries.VENDOR_INVOICE,
                        row,
                        cursor.decimal(rate, 6),
                        cursor.hash(currency),
                        family);
            }
            teller.tell(joins.creditedPurchases, key, Following.FIRST, row, Fact.pack(day, 0), party, exchange);
            if (!isInvoice) {
                teller.tell(joins.creditedPurchases, family, 1, row, Fact.pack(day, 0), party, exchange);
                teller.tell(
                        joins.payables,
                        family,
                        Debts.CREDITED,
                        row,
                        Fact.pack(day, owner),
                        party,
                        cursor.decimal(gross, 2));
            }
            int role = isInvoice ? INVOICE : CREDIT_MEMO;
            teller.tell(joins.purchases, cursor.hash(order), role, row, Fact.pack(day, 0), party, exchange);
            if (isInvoice) {
                teller.tell(joins.received, cursor.hash(receipt), 1, row, Fact.pack(day, 0), party);
                teller.tell(joins.matching, key, Matching.INVOICE, row, found);
                checkBlock(found, cursor.bool(block));
            }
        };
    }

    private void checkBlock(int status, boolean blocked) {
        if (blocked && status != Matching.DIFFERENT) {
            findings.violation(Rule.THREE_WAY_MATCH, table, cursor.row(), "it is blocked, and not unmatched");
        }
    }

    RowHandler invoiceLines() throws IOException {
        int invoice = column("vendor_invoice_id");
        int order = column("purchase_order_id");
        int orderLine = column("purchase_order_line_number");
        int quantity = column("quantity");
        int price = column("unit_price");
        int amount = column("line_amount");
        int receiptLine = column("goods_receipt_line_number");
        return () -> {
            checkProduct(quantity, price, amount);
            teller.tell(
                    joins.vendorInvoices,
                    cursor.hash(invoice),
                    PostedDocument.LINE,
                    cursor.row(),
                    line(cursor.hash(order), cursor.integer(orderLine)),
                    cursor.integer(quantity),
                    cursor.decimal(price, 2),
                    cursor.decimal(amount, 2),
                    cursor.integer(receiptLine));
        };
    }

    RowHandler payments() throws IOException {
        return paid(joins.payments, "payment", "vendor_id");
    }

    RowHandler allocations() throws IOException {
        return cleared(joins.payments, "payment_id", "vendor_invoice_id");
    }
}
