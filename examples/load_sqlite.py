#!/usr/bin/env python3
"""Loads the CSV files of a run into sqlite, with types, keys and references.

usage: headroom tables --sql >schema.sql
       python3 load_sqlite.py schema.sql RUN_DIRECTORY ledger.db [--undo-labels]

Every value has to be of its column's type, every key unique, every reference resolved; whatever is not is named, with exit code 1. The
data-quality issues of the demo, and of whatever configuration has the section data_quality, are there to break just that. With
--undo-labels they are undone as quality_labels names them: clean values are put back, and duplicate rows are left out.

Needs Python's standard library alone, and reads files that end in .gz, too. Dates and times are texts in ISO 8601, as usual in sqlite;
decimals are numbers, whose sums are exact as sum(cast(round(amount * 100) as integer)).
"""

import csv
import datetime
import decimal
import gzip
import os
import sqlite3
import sys

UNDO = "--undo-labels"
LABELS = "quality_labels"
DIRTY = (
    f"the run has data-quality issues, which are there to be of another type, missing or double; load it with {UNDO}, which puts clean"
    " values back, or generate one whose configuration has no section data_quality, or one that says enabled: false"
)


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
    elif os.path.exists(path + ".zst"):
        raise ValueError(
            f"{path}.zst is compressed with zstd, which Python's standard library cannot read; decompress the files with"
            f" zstd -d {directory}/*.csv.zst, and load again"
        )
    else:
        return
    with file:
        records = csv.reader(file, strict=True)
        next(records)  # The columns are those of the schema, in its order.
        yield from records


def clean(database, table, columns, keys, numbered):
    """The records without duplicates and with clean values, as labels that are in the database name them."""
    places = {name: place for place, (name, _, _) in enumerate(columns)}
    labels = f'SELECT field, original_value, modified_value FROM "{LABELS}" WHERE table_name = ? AND record_key = ? AND row_occurrence = ?'
    before, occurrence = None, 0
    for number, record in numbered:
        key = [record[place] for place in keys]
        # A duplicate follows its row. Occurrence 0 is of all rows with the same beginning of the key, such as lines of an entry.
        occurrence = occurrence + 1 if key == before else 1
        before = key
        named = database.execute(labels, (table, "|".join(key), occurrence)).fetchall()
        for length in range(1, len(key)):
            named += database.execute(labels, (table, "|".join(key[:length]), 0)).fetchall()
        for field, original, modified in named:
            if field is not None:
                if record[places[field]] != (modified or ""):
                    raise ValueError(f"{table}, record {number}: {field} is {record[places[field]]!r}, and its label says {modified!r}")
                record[places[field]] = original or ""
        if all(field is not None for field, _, _ in named):
            yield number, record


def load(database, directory, table, undo):
    described = database.execute(f'PRAGMA table_info("{table}")').fetchall()
    columns = [(name, READERS[kind.split("(")[0]], required) for _, name, kind, required, _, _ in described]
    keys = [place for place, *_, key in sorted(described, key=lambda column: column[5]) if key > 0]

    def numbered():
        for number, record in enumerate(lines(directory, table), 1):
            if len(record) != len(columns):
                raise ValueError(f"{table}, record {number}: {len(record)} values for {len(columns)} columns")
            yield number, record

    def row(number, record):
        values = []
        for text, (name, read, required) in zip(record, columns):
            try:
                # Python's csv does not tell an absent value, which is empty, from an empty text, which is "".
                values.append(read(text) if text or required else None)
            except (ValueError, KeyError, decimal.InvalidOperation):
                raise ValueError(f"{table}, record {number}: {name} cannot be {text!r}") from None
        return values

    marks = ", ".join("?" * len(columns))
    records = clean(database, table, columns, keys, numbered()) if undo else numbered()
    rows = (row(number, record) for number, record in records)
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


def load_all(database, directory, undo):
    tables = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY rowid")]
    # Labels are the first to be there, as the others are looked up in them.
    counts = {LABELS: load(database, directory, LABELS, False)}
    try:
        for table in tables:
            if table not in counts:
                counts[table] = load(database, directory, table, undo and counts[LABELS] > 0)
    except ValueError as e:
        raise ValueError(f"{e}; {DIRTY}") if counts[LABELS] > 0 and not undo else e from None
    if not any(count > 0 for count in counts.values()):
        raise ValueError(f"{directory} has no records in CSV files; name the directory of a run that has csv among its formats")
    fill_values(database, tables)
    return {table: counts[table] for table in tables}


def main(schema, directory, path, undo):
    if os.path.exists(path):
        raise ValueError(f"{path} exists; name another file, or remove it")
    with open(schema, encoding="utf-8") as file:
        statements = file.read().replace("-- , FOREIGN KEY", ", FOREIGN KEY")
    database = sqlite3.connect(path)
    database.executescript(statements)
    try:
        counts = load_all(database, directory, undo)
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
        print(f"{table}, row {row} of those loaded: refers to no row of {target}")
    print(f"{len(broken)} broken references")
    return 1 if broken else 0


if __name__ == "__main__":
    words = [word for word in sys.argv[1:] if word != UNDO]
    if len(words) != 3:
        sys.exit(__doc__)
    try:
        sys.exit(main(*words, UNDO in sys.argv))
    except (ValueError, OSError, csv.Error) as e:
        sys.exit(f"load_sqlite: {e}")
