"""SQLite: every record in a table, with a full-text index that Datasette finds by itself.

The index knows pieces of three characters and more (the trigram tokenizer of FTS5), as Chinese has
no spaces between its words; shorter ones are found with LIKE.
"""

import sqlite3
from collections.abc import Sequence

from policycli.exchange.tables import Table, tables
from policycli.records.model import Policy

__all__ = ["content"]

_TYPES = {str: "TEXT", int: "INTEGER", float: "REAL"}
_FOUND = ("title", "title_en", "summary", "summary_en", "text", "keywords")
_REFERS = {"policy": "policies", "measure": "measures"}


def content(policies: Sequence[Policy], _title: str) -> bytes:
    """The bytes of a database."""
    database = sqlite3.connect(":memory:")
    try:
        for table in tables(policies):
            database.execute(_definition(table))
            database.executemany(_insertion(table), map(_filled, table.rows))
        database.executescript(_index())
        database.commit()
        return database.serialize()
    finally:
        database.close()


def _filled(row: Sequence[object]) -> list[object]:
    """What is not given is NULL."""
    return [None if cell in ("", "[]") else cell for cell in row]


def _definition(table: Table) -> str:
    columns = (_column(name, kind) for name, kind in table.columns.items())
    return f"CREATE TABLE {table.name} ({', '.join(columns)})"


def _column(name: str, kind: type) -> str:
    key = " PRIMARY KEY" if name == "id" else ""
    refers = f" REFERENCES {_REFERS[name]}(id)" if name in _REFERS else ""
    return f'"{name}" {_TYPES[kind]}{key}{refers}'


def _insertion(table: Table) -> str:
    marks = ", ".join("?" * len(table.columns))
    return f"INSERT INTO {table.name} VALUES ({marks})"  # noqa: S608 - named by the code alone


def _index() -> str:
    columns = ", ".join(_FOUND)
    return (
        f'CREATE VIRTUAL TABLE measures_fts USING fts5({columns}, content="measures", '
        "tokenize='trigram'); INSERT INTO measures_fts(measures_fts) VALUES('rebuild');"
    )
