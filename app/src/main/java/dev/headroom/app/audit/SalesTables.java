package dev.headroom.app.audit;

import java.io.IOException;

/** Orders, deliveries, invoices and receipts of sales. */
final class SalesTables extends DocumentTables {
    private static final int DELIVERY = 1;
    private static final int INVOICE = 2;

    private final Credit credit;

    SalesTables(TableCursor cursor, String table, Masters masters, Joins joins, Facts.Teller teller) {
        super(cursor, table, masters, joins, teller);
        this.credit = masters.credit();
    }

    RowHandler orders() throws IOException {
        int id = column("sales_order_id");
        int company = column("company_code");
        int customer = column("customer_id");
        int date = column("order_date");
        int currency = column("currency");
        int total = column("total_amount");
        int releasedBy = column("credit_released_by");
        int createdBy = column("created_by");
        return () -> {
            long key = cursor.hash(id);
            long amount = cursor.decimal(total, 2);
            teller.tell(joins.salesTotals, key, OrderTotals.ORDER, cursor.row(), amount, Conversion.ONE, 1);
            teller.tell(
                    joins.sales,
                    key,
                    Following.FIRST,
                    cursor.row(),
                    Fact.pack(cursor.date(date), 0),
                    Hash.of(cursor.hash(company), cursor.hash(customer)),
                    cursor.hash(currency));
            long limit = credit.limit(cursor.hash(customer));
            findings.checked(Rule.CREDIT_RELEASE, 1);
            if (amount > limit == cursor.isNull(releasedBy)) {
                findings.violation(
                        Rule.CREDIT_RELEASE,
                        table,
                        cursor.row(),
                        "its total is " + Amounts.text(amount) + ", the customer's limit " + Amounts.text(limit));
            } else if (amount > limit && rates.areThere()) {
                long own = currencyOf(cursor.hash(company));
                long rate = rates.rate(cursor.hash(currency), own, cursor.date(date));
                checkRelease(
                        cursor.hash(createdBy),
                        cursor.hash(releasedBy),
                        Conversion.rounded(amount, rate, CurrencyUnits.of(own)));
            }
        };
    }

    private void checkRelease(long clerk, long manager, long amount) {
        if (!isApprover(manager, clerk, amount)) {
            findings.violation(
                    Rule.CREDIT_RELEASE,
                    table,
                    cursor.row(),
                    "who has released it is not the first manager upward whose limit covers " + Amounts.text(amount));
        }
    }

    RowHandler orderLines() throws IOException {
        return orderLines(joins.salesTotals, "sales_order_id");
    }

    RowHandler deliveries() throws IOException {
        int id = column("delivery_id");
        int type = column("delivery_type");
        int company = column("company_code");
        int customer = column("customer_id");
        int order = column("sales_order_id");
        int date = column("delivery_date");
        int journal = column("journal_id");
        return () -> {
            long key = cursor.hash(id);
            long sign = cursor.text(type).equals("return") ? -1 : 1;
            int day = cursor.date(date);
            long owner = cursor.hash(company);
            long party = Hash.of(owner, cursor.hash(customer));
            teller.tell(
                    joins.deliveries,
                    key,
                    PostedDocument.HEADER,
                    cursor.row(),
                    sign,
                    Fact.pack(day, owner),
                    cursor.hash(journal),
                    day >= firstDay(owner) ? 1 : 0);
            teller.tell(
                    joins.deliveries,
                    key,
                    PostedDocument.MORE,
                    cursor.row(),
                    document("delivery", key),
                    key,
                    cursor.hash(order),
                    0,
                    0,
                    slot(owner, day));
            if (sign > 0) {
                teller.tell(
                        joins.production,
                        cursor.hash(order),
                        Production.DELIVERY,
                        cursor.row(),
                        key,
                        day,
                        firstDay(owner));
            }
            teller.tell(joins.sales, cursor.hash(order), DELIVERY, cursor.row(), Fact.pack(day, 0), party);
            teller.tell(joins.delivered, key, Following.FIRST, cursor.row(), Fact.pack(day, 0), party);
        };
    }

    RowHandler deliveryLines() throws IOException {
        int delivery = column("delivery_id");
        int number = column("line_number");
        int order = column("sales_order_id");
        int orderLine = column("sales_order_line_number");
        int quantity = column("quantity");
        int cost = column("cost_amount");
        int material = column("material_id");
        return () -> {
            long key = cursor.hash(delivery);
            long good = cursor.hash(material);
            checkCost(cursor.integer(quantity) * materials.cost(good), cursor.decimal(cost, 2));
            if (materials.components(good) > 0) {
                teller.tell(
                        joins.production,
                        cursor.hash(order),
                        Production.LINE,
                        cursor.row(),
                        key,
                        good,
                        cursor.integer(quantity));
            }
            teller.tell(
                    joins.deliveries,
                    key,
                    PostedDocument.LINE,
                    cursor.row(),
                    line(cursor.hash(order), cursor.integer(orderLine)),
                    cursor.integer(quantity),
                    cursor.decimal(cost, 2),
                    line(key, cursor.integer(number)),
                    materials.isStocked(good) ? good : 0);
        };
    }

    private void checkCost(long expected, long cost) {
        findings.checked(Rule.LINE_AMOUNTS, 1);
        if (cost != expected) {
            findings.violation(
                    Rule.LINE_AMOUNTS,
                    table,
                    cursor.row(),
                    "its cost is " + Amounts.text(cost) + ", and at standard cost it is " + Amounts.text(expected));
        }
    }

    RowHandler invoices() throws IOException {
        int id = column("customer_invoice_id");
        int type = column("invoice_type");
        int company = column("company_code");
        int customer = column("customer_id");
        int order = column("sales_order_id");
        int delivery = column("delivery_id");
        int credited = column("credited_invoice_id");
        int date = column("invoice_date");
        int due = column("due_date");
        int currency = column("currency");
        int rate = column("exchange_rate");
        int net = column("net_amount");
        int tax = column("tax_amount");
        int gross = column("gross_amount");
        int months = column("revenue_months");
        int journal = column("journal_id");
        return () -> {
            long key = cursor.hash(id);
            boolean isInvoice = !cursor.text(type).equals("credit_memo");
            long sign = isInvoice ? 1 : -1;
            int day = cursor.date(date);
            long owner = cursor.hash(company);
            long party = Hash.of(owner, cursor.hash(customer));
            long exchange = Hash.of(cursor.hash(currency), cursor.decimal(rate, 6));
            long row = cursor.row();
            long amount = cursor.decimal(gross, 2);
            requireEntry(journal, day, owner);
            checkGross(net, tax, gross);
            checkTax(
                    owner,
                    cursor.hash(customer),
                    cursor.hash(currency),
                    cursor.decimal(net, 2),
                    cursor.decimal(tax, 2));
            long family = isInvoice ? key : cursor.hash(credited);
            boolean foreign = currencyOf(owner) != cursor.hash(currency);
            if (isInvoice) {
                checkRate(owner, cursor.hash(currency), day, cursor.decimal(rate, 6));
            }
            checkDue(day, cursor.date(due));
            requireCredited(!isInvoice, credited);
            teller.tell(
                    joins.customerInvoices,
                    key,
                    PostedDocument.HEADER,
                    row,
                    sign,
                    Fact.pack(day, owner),
                    cursor.hash(journal),
                    cursor.decimal(net, 2),
                    cursor.decimal(tax, 2),
                    amount);
            teller.tell(
                    joins.customerInvoices,
                    key,
                    PostedDocument.MORE,
                    row,
                    document("customer_invoice", key),
                    key,
                    cursor.hash(order));
            teller.tell(
                    joins.receivables,
                    key,
                    Debts.DEBT,
                    row,
                    Fact.pack(day, cursor.date(due)),
                    Hash.of(party, cursor.hash(currency)),
                    amount,
                    sign,
                    family,
                    Fact.pack(
                            firstDay(owner),
                            traits(foreign ? Debts.FOREIGN : 0, cursor.hash(customer), cursor.hash(currency))));
            if (foreign && !cursor.isNull(journal)) {
                teller.tell(
                        joins.invoiceEntries,
                        cursor.hash(journal),
                        InvoiceEntries.CUSTOMER_INVOICE,
                        row,
                        cursor.decimal(rate, 6),
                        cursor.hash(currency),
                        family);
            }
            teller.tell(joins.sales, cursor.hash(order), INVOICE, row, Fact.pack(day, 0), party, cursor.hash(currency));
            teller.tell(joins.delivered, cursor.hash(delivery), 1, row, Fact.pack(day, 0), party);
            teller.tell(joins.creditedSales, key, Following.FIRST, row, Fact.pack(day, 0), party, exchange);
            if (!isInvoice) {
                long invoice = cursor.hash(credited);
                teller.tell(joins.creditedSales, invoice, 1, row, Fact.pack(day, 0), party, exchange);
                teller.tell(joins.receivables, invoice, Debts.CREDITED, row, Fact.pack(day, owner), party, amount);
            }
            teller.tell(
                    joins.deferredRevenue,
                    key,
                    DeferredRevenue.INVOICE,
                    row,
                    cursor.integer(months),
                    firstDay(owner),
                    lastDay(owner),
                    day,
                    Conversion.nearest(cursor.decimal(net, 2), cursor.decimal(rate, 6)),
                    CurrencyUnits.of(currencyOf(owner)));
        };
    }

    RowHandler invoiceLines() throws IOException {
        int invoice = column("customer_invoice_id");
        int order = column("sales_order_id");
        int orderLine = column("sales_order_line_number");
        int quantity = column("quantity");
        int price = column("unit_price");
        int amount = column("line_amount");
        return () -> {
            checkProduct(quantity, price, amount);
            teller.tell(
                    joins.customerInvoices,
                    cursor.hash(invoice),
                    PostedDocument.LINE,
                    cursor.row(),
                    line(cursor.hash(order), cursor.integer(orderLine)),
                    cursor.integer(quantity),
                    cursor.decimal(price, 2),
                    cursor.decimal(amount, 2));
        };
    }

    RowHandler receipts() throws IOException {
        return paid(joins.receipts, "receipt", "customer_id");
    }

    RowHandler allocations() throws IOException {
        return cleared(joins.receipts, "receipt_id", "customer_invoice_id");
    }
}
