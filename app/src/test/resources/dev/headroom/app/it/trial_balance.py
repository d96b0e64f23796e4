"""Asks a run that was loaded into sqlite for its trial balance, with SQL alone.

usage: trial_balance.py DATABASE
"""

import sqlite3
import sys

database = sqlite3.connect(sys.argv[1])
database.execute("PRAGMA foreign_keys = ON")
# Decimals are floating-point numbers in sqlite; hundredths are whole.
SIGNED = """
    CASE amount_credit_debit_indicator WHEN 'D' THEN 1 ELSE -1 END * cast(round(local_amount * 100) AS integer)
"""
balances = database.execute(f"""
    SELECT a.gl_account_number, sum({SIGNED})
    FROM journal_entries j JOIN gl_accounts a USING (gl_account_number)
    WHERE effective_date BETWEEN date('2025-01-01') AND date('2025-12-31')
    GROUP BY a.gl_account_number
""").fetchall()
print(f"{'many' if len(balances) > 50 else 'few'} balances, which add up to {sum(balance for _, balance in balances)}")
for table, column in (
    ("journal_entries", "gl_account_number"),
    ("journal_entries", "fiscal_year"),
    ("journal_entries", "reversal_indicator"),
    ("vendor_invoices", "gross_amount"),
):
    kinds = database.execute(f"SELECT DISTINCT typeof({column}) FROM {table} ORDER BY 1").fetchall()
    print(f"{table}.{column}: {', '.join(kind for (kind,) in kinds)}")
try:
    database.execute("UPDATE vendor_invoices SET journal_id = 'none'")
except sqlite3.IntegrityError as e:
    print(e)
