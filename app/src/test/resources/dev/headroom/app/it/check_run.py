"""Reads a run with python's csv and json modules alone and checks what a user relies on.

usage: check_run.py RUN_DIRECTORY SCHEMA_JSON

Every file loads and has the rows that the manifest counts; all formats of a table say the same; once quality_labels
are undone, debit equals credit in every entry that anomaly_labels does not name, keys are unique, every reference resolves,
journal numbers have no gap, and the documents of purchases and sales agree: lines add up to their documents, no more is received,
delivered, invoiced, returned or cleared than there is, dates are in order. Prints what it counted; exits with 1 at the first kind
of violation.
"""

import collections
import csv
import json
import os
import sys
from decimal import Decimal

csv.field_size_limit(1 << 30)


def fail(what, examples=()):
    print("FAILED: " + what)
    for example in list(examples)[:5]:
        print("   ", example)
    sys.exit(1)


def read_csv(path, table):
    with open(path, encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, strict=True))
    names = [column["name"] for column in table["columns"]]
    if rows[0] != [column["header"] for column in table["columns"]]:
        fail(path + " has the header " + repr(rows[0]))
    for number, row in enumerate(rows, 1):
        if len(row) != len(names):
            fail(f"{path}: record {number} has {len(row)} fields")
    return [[value if value else None for value in row] for row in rows[1:]]


def read_json(path, table):
    with open(path, encoding="utf-8") as file:
        return rows_of(path, json.load(file, parse_float=str, parse_int=str), table)


def read_ndjson(path, table):
    with open(path, encoding="utf-8", newline="\n") as file:
        return rows_of(path, (json.loads(line, parse_float=str, parse_int=str) for line in file), table)


def rows_of(path, records, table):
    names = [column["name"] for column in table["columns"]]
    rows = []
    for number, record in enumerate(records, 1):
        if list(record) != names:
            fail(f"{path}: record {number} has the keys {list(record)}")
        rows.append([as_text(record[name]) for name in names])
    return rows


def as_text(value):
    if value is True or value is False:
        return str(value).lower()
    return value if value else None


def undo_quality_labels(tables, schema):
    """Restores what labels name: a row by its key and occurrence, or with occurrence 0 all rows of a group."""
    columns = [column["name"] for column in schema["quality_labels"]["columns"]]
    by_table = collections.defaultdict(lambda: collections.defaultdict(list))
    for row in tables["quality_labels"]:
        label = dict(zip(columns, row))
        by_table[label["table_name"]][(label["record_key"], int(label["row_occurrence"]))].append(label)
    undone = 0
    for name, expected in by_table.items():
        columns = schema[name]["columns"]
        names = [column["name"] for column in columns]
        keys = [i for i, column in enumerate(columns) if column["key"]]
        group_keys = [i for i in keys if columns[i]["per_group"]]
        occurrences = collections.Counter()
        found = set()
        kept = []
        for row in tables[name]:
            key = "|".join(row[i] for i in keys)
            occurrences[key] += 1
            duplicate = False
            for place in ((key, occurrences[key]), ("|".join(row[i] for i in group_keys), 0)):
                for label in expected.get(place, ()):
                    found.add(place)
                    undone += 1
                    if label["field"] is None:
                        duplicate = True
                        continue
                    field = names.index(label["field"])
                    if row[field] != label["modified_value"]:
                        fail(f"{name} {place}: {label['field']} is {row[field]!r}, its label says {label}")
                    row[field] = label["original_value"]
            if not duplicate:
                kept.append(row)
        if len(found) < len(expected):
            fail(f"labels of {name} name rows that are not there", set(expected) - found)
        tables[name] = kept
    return undone


def check_keys_and_references(tables, schema):
    values = {}

    def column_values(reference):
        if reference not in values:
            name, column = reference.split(".")
            index = [c["name"] for c in schema[name]["columns"]].index(column)
            values[reference] = {row[index] for row in tables[name]}
        return values[reference]

    checked = 0
    for name, rows in tables.items():
        columns = schema[name]["columns"]
        keys = [i for i, column in enumerate(columns) if column["key"]]
        seen = collections.Counter(tuple(row[i] for i in keys) for row in rows)
        if keys and len(seen) != len(rows):
            fail(f"{name} has keys that occur twice", (k for k, n in seen.items() if n > 1))
        for i, column in enumerate(columns):
            if not column["nullable"] and any(row[i] is None for row in rows):
                fail(f"{name}.{column['name']} is null somewhere")
            if column["references"]:
                missing = {row[i] for row in rows if row[i] is not None} - column_values(column["references"])
                if missing:
                    fail(f"{name}.{column['name']} does not resolve in {column['references']}", sorted(missing))
                checked += sum(row[i] is not None for row in rows)
    return checked


def check_entries(tables, schema):
    names = [column["name"] for column in schema["journal_entries"]["columns"]]
    index = {name: i for i, name in enumerate(names)}
    label_names = [column["name"] for column in schema["anomaly_labels"]["columns"]]
    named = {
        row[label_names.index("record_key")].split("|")[0]
        for row in tables["anomaly_labels"]
        if row[label_names.index("table_name")] == "journal_entries"
    }
    sums = collections.defaultdict(lambda: [Decimal(0)] * 3)
    lines = collections.defaultdict(int)
    for row in tables["journal_entries"]:
        entry = row[index["journal_id"]]
        lines[entry] += 1
        if int(row[index["journal_id_line_number"]]) != lines[entry]:
            fail(f"{entry} has line {row[index['journal_id_line_number']]} after {lines[entry] - 1} lines")
        sign = {"D": 1, "C": -1}[row[index["amount_credit_debit_indicator"]]]
        amounts = [Decimal(row[index[c]]) for c in ("amount", "local_amount", "reporting_amount")]
        if entry not in named and min(amounts) <= 0:
            fail(f"{entry} has amounts of {amounts}")
        sums[entry] = [total + sign * amount for total, amount in zip(sums[entry], amounts)]
    unbalanced = [entry for entry, total in sums.items() if any(total) and entry not in named]
    if unbalanced:
        fail("entries do not balance", ((e, sums[e]) for e in unbalanced))
    numbers = collections.defaultdict(list)
    for entry in sums:
        series, number = entry.rsplit("-", 1)
        numbers[series].append(int(number))
    for series, found in numbers.items():
        if sorted(found) != list(range(1, len(found) + 1)):
            fail(f"the numbers of {series} have gaps")
    return len(sums), len(named), sum(1 for e in named if any(sums.get(e, ())))


class Documents:
    """Rows as dictionaries, and sums of their columns."""

    def __init__(self, tables, schema):
        self.tables = tables
        self.schema = schema
        self.checked = 0

    def rows(self, table):
        names = [column["name"] for column in self.schema[table]["columns"]]
        return [dict(zip(names, row)) for row in self.tables[table]]

    def by(self, table, key):
        return {row[key]: row for row in self.rows(table)}

    def sums(self, table, column, *keys):
        sums = collections.defaultdict(Decimal)
        for row in self.rows(table):
            sums[tuple(row[key] for key in keys)] += Decimal(row[column])
        return sums

    def at_most(self, what, parts, whole):
        wrong = [key for key, amount in parts.items() if not 0 < amount <= whole.get(key, 0)]
        if wrong:
            fail(what, ((key, parts[key], whole.get(key)) for key in wrong))
        self.checked += len(parts)

    def equal(self, what, found, expected):
        wrong = [key for key in found if found[key] != expected.get(key)]
        if wrong:
            fail(what, ((key, found[key], expected.get(key)) for key in wrong))
        self.checked += len(found)

    def in_order(self, what, table, date, key, earlier, earlier_date):
        before = self.by(earlier, key)
        wrong = [row for row in self.rows(table) if row[key] and row[date] < before[row[key]][earlier_date]]
        if wrong:
            fail(what, wrong)
        self.checked += len(self.tables[table])


def check_documents(tables, schema):
    documents = Documents(tables, schema)
    for orders, key in (("purchase_orders", "purchase_order_id"), ("sales_orders", "sales_order_id")):
        totals = {(row[key],): Decimal(row["total_amount"]) for row in documents.rows(orders)}
        documents.equal(f"{orders} do not have the total of their lines", totals,
                        documents.sums(orders[:-1] + "_lines", "line_amount", key))
    for invoices, key in (("vendor_invoices", "vendor_invoice_id"), ("customer_invoices", "customer_invoice_id")):
        rows = documents.rows(invoices)
        nets = {(row[key],): Decimal(row["net_amount"]) for row in rows}
        documents.equal(f"{invoices} do not have the net amount of their lines", nets,
                        documents.sums(invoices[:-1] + "_lines", "line_amount", key))
        documents.equal(f"{invoices} do not have the gross amount of net and tax",
                        {row[key]: Decimal(row["gross_amount"]) for row in rows},
                        {row[key]: Decimal(row["net_amount"]) + Decimal(row["tax_amount"]) for row in rows})

    purchased = documents.sums("purchase_order_lines", "quantity", "purchase_order_id", "line_number")
    received, sent_back = lines_of(documents, "goods_receipts", "goods_receipt_id", "receipt_type", "receipt")
    documents.at_most("more is sent back than received", sent_back, received)
    documents.at_most("more is kept than ordered",
                      {line: received[line] - sent_back.get(line, 0) for line in received
                       if received[line] != sent_back.get(line, 0)}, purchased)
    gross = {(row["vendor_invoice_id"],): Decimal(row["gross_amount"]) for row in documents.rows("vendor_invoices")}
    documents.at_most("more is paid than invoiced",
                      documents.sums("payment_allocations", "amount", "vendor_invoice_id"), gross)

    sold = documents.sums("sales_order_lines", "quantity", "sales_order_id", "line_number")
    delivered, returned = lines_of(documents, "deliveries", "delivery_id", "delivery_type", "delivery")
    documents.at_most("more is delivered than ordered", delivered, sold)
    documents.at_most("more is returned than delivered", returned, delivered)
    invoiced, credited = lines_of(documents, "customer_invoices", "customer_invoice_id", "invoice_type", "invoice")
    documents.at_most("more is invoiced than delivered", invoiced, delivered)
    documents.at_most("more is credited than invoiced", credited, invoiced)
    documents.at_most("more is cleared than invoiced, or refunded than credited",
                      documents.sums("receipt_allocations", "amount", "customer_invoice_id"),
                      {(row["customer_invoice_id"],): Decimal(row["gross_amount"])
                       for row in documents.rows("customer_invoices")})

    documents.in_order("goods arrive before their order", "goods_receipts", "receipt_date", "purchase_order_id",
                       "purchase_orders", "order_date")
    documents.in_order("vendors invoice before they deliver", "vendor_invoices", "invoice_date", "goods_receipt_id",
                       "goods_receipts", "receipt_date")
    documents.in_order("deliveries come before their order", "deliveries", "delivery_date", "sales_order_id",
                       "sales_orders", "order_date")
    documents.in_order("invoices come before their delivery", "customer_invoices", "invoice_date", "delivery_id",
                       "deliveries", "delivery_date")
    return documents.checked


def lines_of(documents, table, key, type_column, forward):
    """Quantities by line of the order: those of documents of a type, and those of the others."""
    types = {row[key]: row[type_column] for row in documents.rows(table)}
    sums = (collections.defaultdict(Decimal), collections.defaultdict(Decimal))
    names = {"goods_receipts": ("goods_receipt_lines", "purchase_order"), "deliveries": ("delivery_lines", "sales_order"),
             "customer_invoices": ("customer_invoice_lines", "sales_order")}
    lines, order = names[table]
    for row in documents.rows(lines):
        side = 0 if types[row[key]] == forward else 1
        sums[side][(row[order + "_id"], row[order + "_line_number"])] += Decimal(row["quantity"])
    return sums


def main(directory, schema_file):
    with open(schema_file, encoding="utf-8") as file:
        schema = {table["name"]: table for table in json.load(file)}
    with open(os.path.join(directory, "manifest.json"), encoding="utf-8") as file:
        manifest = json.load(file)
    tables = {}
    for output in manifest["outputs"]:
        reader = {"csv": read_csv, "json": read_json, "ndjson": read_ndjson}[output["format"]]
        rows = reader(os.path.join(directory, output["name"]), schema[output["table"]])
        if len(rows) != output["rows"]:
            fail(f"{output['name']} has {len(rows)} rows, the manifest says {output['rows']}")
        if output["table"] in tables and tables[output["table"]] != rows:
            fail(output["name"] + " does not say what the other format says")
        tables[output["table"]] = rows
    labels = undo_quality_labels(tables, schema)
    entries, named, unbalanced = check_entries(tables, schema)
    references = check_keys_and_references(tables, schema)
    documents = check_documents(tables, schema)
    if entries != manifest["totals"]["entries"]:
        fail(f"there are {entries} entries, the manifest says {manifest['totals']['entries']}")
    print(
        f"{len(tables)} tables, {sum(map(len, tables.values()))} rows, {entries} entries, {labels} quality labels undone, "
        f"{named} entries named by anomaly labels of which {unbalanced} do not balance, {references} references resolved, {documents} documents and lines agree"
    )


main(*sys.argv[1:])
