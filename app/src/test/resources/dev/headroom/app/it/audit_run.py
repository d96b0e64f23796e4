"""Audits the CSV files of a run without data-quality issues, with python's csv module alone.

usage: audit_run.py RUN_DIRECTORY

Applies the standard journal-entry tests and compares what they find with anomaly_labels: every labelled entry has to be found by the
test of its type. Reads the graph tables as Neo4j's import and networkx would. Prints a table of found, labelled, recall and precision;
exits with 1 if anything is missed.
"""

import collections
import csv
import datetime
import itertools
import math
import os
import sys
from decimal import ROUND_HALF_UP, Decimal

LIMITS = [Decimal(limit) for limit in (1_000, 5_000, 25_000, 100_000, 500_000)]
EMPTY_PHRASES = {"Misc", "Adjustment", "Other", "Correction", "Various", "See file", "As discussed", "Per mgmt"}
POSTED_BESIDE = {
    "Purchase Price Variance",
    "Discounts Received",
    "Foreign Exchange Gains",
    "Foreign Exchange Losses",
    "Cost of Goods Sold",
    "Absorbed Production Cost",
    "Deferred Revenue",
    "Allowance for Doubtful Accounts",
}


class Entry:
    def __init__(self, identity, lines):
        self.id = identity
        self.lines = lines
        self.header = lines[0]
        self.manual = self.header["source"] == "manual"
        self.day = datetime.date.fromisoformat(self.header["effective_date"])
        self.vendor = next((line["vendor_id"] for line in lines if line["vendor_id"]), "")
        self.total = sum(Decimal(line["local_amount"]) for line in lines if debit(line))
        hour, minute, second = map(int, self.header["entered_time"].split(":"))
        self.hour = hour
        self.moment = hour * 3600 + minute * 60 + second

    def debits(self, which):
        return sum(Decimal(line["amount"]) * (1 if debit(line) else -1) for line in self.lines if which(line))

    def any(self, test):
        return any(test(line) for line in self.lines)


def debit(line):
    return line["amount_credit_debit_indicator"] == "D"


def groups(entries, key):
    grouped = collections.defaultdict(list)
    for entry in entries:
        grouped[key(entry)].append(entry)
    return grouped.values()


def deviation(entry):
    digits = collections.Counter(line["amount"].lstrip("0.")[0] for line in entry.lines)
    return sum(abs(digits[str(d)] / len(entry.lines) - math.log10(1 + 1 / d)) for d in range(1, 10)) / 9


class Audit:
    def __init__(self, directory):
        self.directory = directory
        self.findings = collections.defaultdict(set)
        lines = collections.defaultdict(list)
        for row in self.read("journal_entries"):
            lines[row["journal_id"]].append(row)
        self.entries = [Entry(identity, rows) for identity, rows in lines.items()]
        self.manual = [entry for entry in self.entries if entry.manual]
        self.accounts = {row["gl_account_number"]: row for row in self.read("gl_accounts")}
        employees = list(self.read("employees"))
        self.users = {row["user_id"]: row for row in employees if row["user_id"]}
        self.managers = {row["manager_id"] for row in employees}
        own = {row["bank_account"] for row in employees}
        self.suspicious = {row["vendor_id"] for row in self.read("vendors") if row["bank_account"] in own}
        self.closings = {
            (row["company_code"], row["fiscal_year"], row["period"]): row["closed_on"] for row in self.read("fiscal_periods")
        }
        self.last_day = max(datetime.date.fromisoformat(row["ends_on"]) for row in self.read("fiscal_periods"))
        self.documents = {}
        self.paid = {}
        for row in self.read("payments"):
            key = (row["company_code"], row["vendor_id"], row["local_amount"])
            self.paid[key] = min(self.paid.get(key, "9999"), row["payment_date"])
        for table in (
            "payments vendor_invoices goods_receipts sales_orders deliveries customer_invoices receipts".split()
        ):
            for row in self.read(table):
                self.documents[next(iter(row.values()))] = row
        self.values = collections.Counter()
        for row in self.read("goods_receipt_lines"):
            self.values[row["goods_receipt_id"]] += Decimal(row["amount"])
        for row in self.read("delivery_lines"):
            self.values[row["delivery_id"]] += Decimal(row["cost_amount"])
        for row in self.read("customer_invoice_lines"):
            rate = Decimal(self.documents[row["customer_invoice_id"]]["exchange_rate"])
            self.values[row["customer_invoice_id"]] += (Decimal(row["line_amount"]) * rate).quantize(
                Decimal("0.01"), ROUND_HALF_UP
            )
        self.deliveries = collections.defaultdict(list)
        for row in self.read("deliveries"):
            if row["delivery_type"] == "delivery":
                self.deliveries[row["sales_order_id"]].append(row)
        self.releases = {}
        self.ordered = collections.defaultdict(set)
        for row in self.read("purchase_order_lines"):
            self.ordered[row["purchase_order_id"]].add(row["gl_account_number"])

    def read(self, table):
        with open(os.path.join(self.directory, table + ".csv"), encoding="utf-8", newline="") as file:
            yield from csv.DictReader(file, strict=True)

    def account(self, line, column):
        return self.accounts[line["gl_account_number"]][column]

    def test(self, kind, entries, test):
        self.findings[kind] |= {entry.id for entry in entries if test(entry)}

    def lines(self, kind, test):
        self.test(kind, self.manual, lambda entry: entry.any(test))

    def single_entries(self):
        everything, manual = self.entries, self.manual
        self.test("fictitious_entry", manual, lambda e: self.users[e.header["entered_by"]]["employee_id"] in self.managers)
        self.lines("fictitious_vendor", lambda line: line["vendor_id"] in self.suspicious)
        self.lines("round_dollar", lambda line: Decimal(line["amount"]) % 1000 == 0)
        self.test("self_approval", manual, lambda e: e.header["entered_by"] == e.header["approved_by"])
        self.test("exceeded_approval_limit", manual, self.exceeds)
        self.lines(
            "suspense_account_abuse",
            lambda line: self.account(line, "name") == "Suspense"
            and datetime.date.fromisoformat(line["effective_date"]) + datetime.timedelta(30) < self.last_day,
        )
        self.lines("expense_capitalisation", lambda line: self.account(line, "type") == "ASSET" and line["cost_center_id"])
        self.lines(
            "premature_revenue",
            lambda line: self.account(line, "type") == "REVENUE" and line["document_date"][:7] > line["effective_date"][:7],
        )
        self.lines("ghost_employee", lambda line: self.account(line, "name") == "Wages and Salaries")
        self.lines(
            "duplicate_payment",
            lambda line: debit(line)
            and self.paid.get((line["business_unit_code"], line["vendor_id"], line["local_amount"]), "9999")
            < line["effective_date"],
        )
        self.test("unbalanced_entry", everything, self.unbalanced)
        self.test(
            "late_posting",
            everything,
            lambda e: e.header["entered_date"]
            > self.closings[e.header["business_unit_code"], e.header["fiscal_year"], e.header["period"]],
        )
        self.test("weekend_posting", manual, lambda e: e.day.weekday() >= 5)
        self.test("after_hours_posting", manual, lambda e: e.hour >= 20 or e.hour < 6)
        self.test("skipped_approval", manual, lambda e: not e.header["approved_by"])
        self.test("vague_description", manual, lambda e: e.header["je_header_description"] in EMPTY_PHRASES)
        ordinary = [e for e in everything if not e.header["source_document_id"]]
        self.test("unusually_high_amount", ordinary, lambda e: e.any(lambda line: Decimal(line["amount"]) > 100_000_000))
        self.test("benford_violation", everything, lambda e: len(e.lines) >= 100 and deviation(e) > 0.08)
        self.test(
            "unusual_account_pair",
            everything,
            lambda e: {"EQUITY", "EXPENSE"} <= {self.account(line, "type") for line in e.lines},
        )
        self.test(
            "dormant_account",
            everything,
            lambda e: e.any(lambda line: self.account(line, "name") == "Legacy System Clearing"),
        )

    def exceeds(self, entry):
        limit = self.users.get(entry.header["approved_by"], {}).get("approval_limit")
        return bool(limit) and Decimal(limit) < entry.total

    @staticmethod
    def unbalanced(entry):
        return sum(Decimal(line["amount"]) * (1 if debit(line) else -1) for line in entry.lines) != 0

    def groups_of_entries(self):
        for group in groups((e for e in self.manual if e.vendor), lambda e: (e.header["entered_by"], e.vendor)):
            for limit in LIMITS:
                below = [e.id for e in group if limit * Decimal("0.99") <= e.total < limit]
                if len(below) >= 3:
                    self.findings["just_below_threshold"].update(below)
        for group in groups((e for e in self.manual if e.vendor), lambda e: (e.header["entered_by"], e.vendor, e.day)):
            totals = [e.total for e in group]
            if len(group) >= 3 and any(max(totals) < limit < sum(totals) for limit in LIMITS):
                self.findings["split_transaction"].update(e.id for e in group)
        columns = ("gl_account_number", "amount", "amount_credit_debit_indicator")
        header = ("business_unit_code", "fiscal_year", "period")
        for group in groups(
            self.manual,
            lambda e: (
                tuple(e.header[column] for column in header),
                tuple(sorted(tuple(line[column] for column in columns) for line in e.lines)),
            ),
        ):
            if len(group) > 1:
                self.findings["duplicate_entry"].update(e.id for e in group)
        for group in groups(self.manual, lambda e: (e.header["entered_by"], e.header["entered_date"])):
            group.sort(key=lambda e: e.moment)
            for first in range(len(group) - 9):
                if group[first + 9].moment - group[first].moment <= 600:
                    self.findings["transaction_burst"].update(e.id for e in group[first : first + 10])
        # What is cleared on one account goes nowhere.
        pairs = [e for e in self.manual if len(e.lines) == 2 and len({line["gl_account_number"] for line in e.lines}) == 2]
        for group in groups(pairs, lambda e: (e.header["business_unit_code"], e.total)):
            for ring in itertools.permutations(group, 3) if len(group) >= 3 else ():
                to, origin = zip(*(self.move(e) for e in ring))
                if to == origin[1:] + origin[:1]:
                    self.findings["circular_transaction"].update(e.id for e in ring)

    @staticmethod
    def move(entry):
        first, second = entry.lines
        if not debit(first):
            first, second = second, first
        return first["gl_account_number"], second["gl_account_number"]

    def documents_and_entries(self):
        for entry in self.entries:
            document = self.documents.get(entry.header["source_document_id"])
            if document:
                self.compare_with_document(entry, document)

    def compare_with_document(self, entry, document):
        kind = entry.header["document_type"]
        value = self.values[entry.header["source_document_id"]]
        if kind in ("WE", "WA"):
            sign = -1 if document["receipt_type"] == "return" else 1
            self.compare_control(entry, "GRIR", sign * value, document["receipt_date"])
        elif kind in ("RE", "KG"):
            sign = 1 if document["invoice_type"] == "invoice" else -1
            self.compare_control(entry, "AP", sign * Decimal(document["gross_amount"]), document["invoice_date"])
        elif kind == "ZP":
            self.compare_control(entry, "BANK", Decimal(document["local_amount"]), document["payment_date"])
        elif kind == "WF":
            self.compare_production(entry, self.deliveries[document["sales_order_id"]])
        elif kind in ("WL", "WR"):
            sign = -1 if document["delivery_type"] == "return" else 1
            self.compare_control(entry, "INVENTORY", sign * value, document["delivery_date"])
        elif kind in ("RV", "DG"):
            sign = -1 if document["invoice_type"] == "invoice" else 1
            self.compare_control(entry, "AR", sign * Decimal(document["gross_amount"]), document["invoice_date"])
        elif kind == "RR":
            self.compare_release(entry, document, value)
        elif kind in ("DZ", "DR"):
            sign = 1 if document["receipt_type"] == "refund" else -1
            self.compare_control(entry, "BANK", sign * Decimal(document["local_amount"]), document["receipt_date"])
        elif kind == "DA":
            self.compare_control(entry, "AR", Decimal(document["local_amount"]), document["receipt_date"])
        ordered = self.ordered[document["purchase_order_id"]] if kind in ("WE", "WA") else ()
        if entry.any(lambda line: self.foreign(line, ordered)):
            self.findings["misclassified_account"].add(entry.id)

    def compare_control(self, entry, control, truth, day):
        posted = -entry.debits(lambda line: self.account(line, "control_type") == control)
        self.compare_amount(entry, posted, truth)
        if entry.header["effective_date"][:7] != day[:7]:
            self.findings["wrong_period"].add(entry.id)

    def compare_amount(self, entry, posted, truth):
        if posted == -truth:
            self.findings["reversed_amount"].add(entry.id)
        elif posted in (10 * truth, 100 * truth):
            self.findings["decimal_error"].add(entry.id)
        elif posted != truth and (posted - truth) * 100 % 9 == 0:
            self.findings["transposed_digits"].add(entry.id)

    def compare_production(self, entry, deliveries):
        """What is made for an order is delivered some days later."""
        made = entry.debits(lambda line: self.account(line, "name") == "Finished Goods")
        costs = [self.values[row["delivery_id"]] for row in deliveries]
        for cost in costs if made not in costs else ():
            self.compare_amount(entry, made, cost)
        days = [(datetime.date.fromisoformat(row["delivery_date"]) - entry.day).days for row in deliveries]
        if not any(0 <= day < 15 for day in days):
            self.findings["wrong_period"].add(entry.id)

    def compare_release(self, entry, invoice, revenue):
        """Each month of a subscription has an equal part of its revenue, but for what it is rounded by."""
        months = int(invoice["revenue_months"])
        part = Decimal(int(revenue * 100) // months) / 100
        released = entry.debits(lambda line: self.account(line, "name") == "Deferred Revenue")
        parts = (part, part + Decimal("0.01"))
        for expected in parts if released not in parts else ():
            self.compare_amount(entry, released, expected)
        first = datetime.date.fromisoformat(invoice["invoice_date"])
        passed = (entry.day.year - first.year) * 12 + entry.day.month - first.month
        other = self.releases.setdefault((invoice["customer_invoice_id"], passed), entry.id)
        if other != entry.id:
            self.findings["wrong_period"] |= {other, entry.id}
        if not 0 <= passed < months:
            self.findings["wrong_period"].add(entry.id)

    def foreign(self, line, ordered):
        """Whether an account is neither a subledger's, nor takes what documents post beside it, nor was ordered for."""
        sale = line["source"] == "sales"
        controls = ("AR", "INVENTORY", "BANK", "TAX") if sale else ("AP", "GRIR", "BANK", "TAX")
        return (
            self.account(line, "control_type") not in controls
            and line["gl_account_number"] not in ordered
            and not (sale and self.account(line, "type") == "REVENUE")
            and self.account(line, "name") not in POSTED_BESIDE
        )

    def compare(self):
        labelled = collections.defaultdict(set)
        for label in self.read("anomaly_labels"):
            if label["role"] != "related":
                labelled[label["type"]].add(label["record_key"])
        missed = 0
        print(f"{'type':24} {'labelled':>8} {'found':>6} {'recall':>7} {'precision':>9}")
        for kind in sorted(labelled):
            right = labelled[kind] & self.findings[kind]
            missed += len(labelled[kind]) - len(right)
            precision = len(right) / max(1, len(self.findings[kind]))
            recall = len(right) / len(labelled[kind])
            print(f"{kind:24} {len(labelled[kind]):8} {len(self.findings[kind]):6} {recall:7.3f} {precision:9.3f}")
        print(f"{len(labelled)} types, {missed} labelled entries missed")
        return missed

    def graph(self):
        nodes = collections.Counter()
        for row in self.read("graph_nodes"):
            nodes[row["node_id:ID"]] += 1
        edges = list(self.read("graph_edges"))
        loose = [e for e in edges if e[":START_ID"] not in nodes or e[":END_ID"] not in nodes]
        repeated = [node for node, count in nodes.items() if count > 1]
        print(f"{len(nodes)} nodes, {len(edges)} edges, {len(loose)} loose, {len(repeated)} nodes repeated")
        try:
            import networkx
        except ImportError:
            return len(loose) + len(repeated)
        columns = (("weight", float), ("type", str), ("id", str), ("occurred_on", str), ("anomaly", str))
        graph = networkx.read_edgelist(
            os.path.join(self.directory, "graph_edges.csv"),
            comments=":",
            delimiter=",",
            create_using=networkx.MultiDiGraph,
            data=columns,
        )
        print(f"networkx read {graph.number_of_edges()} edges")
        return len(loose) + len(repeated) + abs(graph.number_of_edges() - len(edges))


def main(directory):
    audit = Audit(directory)
    audit.single_entries()
    audit.groups_of_entries()
    audit.documents_and_entries()
    sys.exit(1 if audit.compare() + audit.graph() else 0)


main(*sys.argv[1:])
