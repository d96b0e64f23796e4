#!/usr/bin/env python3
"""Loads the CSV files of a run without data-quality issues into sqlite, with types, keys and references.

usage: headroom tables --sql >schema.sql
       python3 load_sqlite.py schema.sql RUN_DIRECTORY ledger.db

Needs Python's standard library alone, and reads files that end in .gz, too. Every value has to be of its column's type, every key unique,
every reference resolved; whatever is not is named, with exit code 1. Dates and times are texts in ISO 8601, as usual in sqlite; decimals
are numbers, whose sums are exact as sum(cast(round(amount * 100) as integer)).
"""

import csv
import datetime
import decimal
import gzip
import os
import sqlite3
import sys


def boolean(text):
    return {"true": 1, "false": 0}[text]


def number(text):
    return float(decimal.Decimal(text))


def iso(kind):
    return lambda text: kind.fromisoformat(text) and text


READERS = {
    "BIGINT": int,
    "DECIMAL": number,
    "DATE": iso(datetime.date),
    "TIME": iso(datetime.time),
    "TIMESTAMP": iso(datetime.datetime),
    "BOOLEAN": boolean,
    "VARCHAR": str,
}


def lines(directory, table):
    """The file's records; none where the run has no such table."""
    path = os.path.join(directory, table + ".csv")
    if os.path.exists(path):
        file = open(path, encoding="utf-8", newline="")
    elif os.path.exists(path + ".gz"):
        file = gzip.open(path + ".gz", "rt", encoding="utf-8", newline="")
    else:
        return
    with file:
        records = csv.reader(file, strict=True)
        next(records)  # The columns are those of the schema, in its order.
        yield from records


def load(database, directory, table):
    columns = [
        (name, READERS[kind.split("(")[0]], required)
        for _, name, kind, required, _, _ in database.execute(f'PRAGMA table_info("{table}")')
    ]

    def row(number, record):
        if len(record) != len(columns):
            raise ValueError(f"{table}, record {number}: {len(record)} values for {len(columns)} columns")
        values = []
        for text, (name, read, required) in zip(record, columns):
            try:
                # Python's csv does not tell an absent value, which is empty, from an empty text, which is "".
                values.append(read(text) if text or required else None)
            except (ValueError, KeyError, decimal.InvalidOperation):
                raise ValueError(f"{table}, record {number}: {name} cannot be {text!r}") from None
        return values

    marks = ", ".join("?" * len(columns))
    rows = (row(number, record) for number, record in enumerate(lines(directory, table), 1))
    try:
        return database.executemany(f'INSERT INTO "{table}" VALUES ({marks})', rows).rowcount
    except sqlite3.IntegrityError as e:
        raise ValueError(f"{table}: {e}") from None


def fill_values(database, tables):
    """Tables without a file have the values of a column of another, which refers to them with its key."""
    for table in tables:
        for reference in database.execute(f'PRAGMA foreign_key_list("{table}")').fetchall():
            target, column = reference[2], reference[3]
            keys = [name for _, name, _, _, _, place in database.execute(f'PRAGMA table_info("{table}")') if place == 1]
            if len(database.execute(f'PRAGMA table_info("{target}")').fetchall()) == 1 and keys == [column]:
                database.execute(f'INSERT INTO "{target}" SELECT DISTINCT "{column}" FROM "{table}"')


def main(schema, directory, path):
    if os.path.exists(path):
        raise ValueError(f"{path} exists; name another file, or remove it")
    with open(schema, encoding="utf-8") as file:
        statements = file.read().replace("-- , FOREIGN KEY", ", FOREIGN KEY")
    database = sqlite3.connect(path)
    database.executescript(statements)
    tables = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY rowid")]
    try:
        counts = {table: load(database, directory, table) for table in tables}
        if not any(count > 0 for count in counts.values()):
            raise ValueError(f"{directory} has no records in CSV files; name the directory of a run that has csv among its formats")
        fill_values(database, tables)
        database.commit()
    except BaseException:
        database.close()
        os.remove(path)
        raise
    for table, count in counts.items():
        if count > 0:
            print(f"{count:12,} {table}")
    broken = database.execute("PRAGMA foreign_key_check").fetchall()
    for table, row, target, _ in broken[:20]:
        print(f"{table}, record {row}: refers to no row of {target}")
    print(f"{len(broken)} broken references")
    return 1 if broken else 0


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    try:
        sys.exit(main(*sys.argv[1:]))
    except (ValueError, OSError, csv.Error) as e:
        sys.exit(f"load_sqlite: {e}")
