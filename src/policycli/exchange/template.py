"""An empty ledger for people to fill in: a row a measure, drop-downs for codes, and what is what.

Its headings are those that offices use, so it comes back as any ledger that an office keeps.
"""

import re
from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from policycli import labels
from policycli.codes import CODES
from policycli.exchange.printing import height, prepare
from policycli.exchange.sheets import EXPLAINED
from policycli.ingest.extract.ledgers.headings import usual
from policycli.language import N_, _, pick
from policycli.records.fields import FIELDS, Field
from policycli.records.model import Measure, Policy, Region, Source
from policycli.render.wrap import width

__all__ = ["content", "title"]

_LEDGER = N_("Ledger")
_KEYS: tuple[tuple[type[Any], str], ...] = (
    *((Policy, key) for key in ("title", "doc_number", "issuers", "date", "level")),
    (Region, "name"),
    *((Policy, key) for key in ("status", "in_force_from", "in_force_until", "themes")),
    (Source, "url"),
    *((Measure, key) for key in ("text", "title", "end", "instrument", "lead", "partners")),
    *((Measure, key) for key in ("targets", "deadline")),
)
"""Policies first, as people know them; of measures what a table can say."""

_OTHER_KEY = re.compile(r"\s*[（(][^（）()]*`[^（）()]*[）)]")
_LISTED = ("level", "status", "end", "instrument")
_ROWS = 1000  # rows that have drop-downs
_WIDE = ("text", "title")
_WIDTHS = (18, 60, 36)  # of the explanations, in characters of Latin
_LISTS = 4  # the column of the explanations in which the lists begin


def content() -> bytes:
    """The workbook: the ledger, without any row, and a sheet that explains its columns."""
    fields = [_field(record, key) for record, key in _KEYS]
    file = BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        head = book.add_format({"bold": True, "border": 1, "bg_color": "#DDE6EE"})
        text = book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
        ledger, explained = book.add_worksheet(_(_LEDGER)), book.add_worksheet(_(EXPLAINED))
        for at, field in enumerate(fields):
            ledger.write_string(0, at, title(field), head)
            ledger.set_column(at, at, 48 if field.key in _WIDE else width(title(field)) + 6, text)
        ledger.freeze_panes(1, 1)
        prepare(ledger)
        _explain(explained, fields, head, text)
        for column, (key, listed) in enumerate(_lists().items(), _LISTS):
            source = f"='{_(EXPLAINED)}'!{_cells(column, len(listed))}"
            at = next(n for n, field in enumerate(fields) if field.key == key)
            ledger.data_validation(
                1, at, _ROWS, at, {"validate": "list", "source": source, "error_type": "warning"}
            )
    return file.getvalue()


def _field(record: type[Any], key: str) -> Field:
    return next(field for field in FIELDS[record] if field.key == key)


def title(field: Field) -> str:
    """What its column is called: in Chinese as offices call it."""
    english, chinese = field.heading or (field.en, field.zh)
    return pick(usual(field) or chinese, english)


def _lists() -> Mapping[str, Sequence[str]]:
    """What codes may be chosen, by their keys."""
    return {key: [labels.coded(key, code) for code in CODES[key]] for key in _LISTED}


def _cells(column: int, count: int) -> str:
    letter = chr(ord("A") + column)
    return f"${letter}$2:${letter}${count + 1}"


def _explain(into: Worksheet, fields: Sequence[Field], head: Any, text: Any) -> None:
    """What each column means, an example, and the lists that can be chosen from."""
    for at, said in enumerate((_("column"), _("meaning"), _("example"))):
        into.write_string(0, at, said, head)
    for row, field in enumerate(fields, 1):
        told = (title(field), _meaning(field), _example(field))
        into.set_row(row, height([*zip(told, _WIDTHS, strict=True)]))
        for at, said in enumerate(told):
            into.write_string(row, at, said, text)
    for at, (key, listed) in enumerate(_lists().items(), _LISTS):
        into.write_string(0, at, title(next(f for f in fields if f.key == key)), head)
        into.write_column(1, at, listed, text)
        into.set_column(at, at, max(map(width, listed)) * 1.2 + 2)
    for at, wide in enumerate((*_WIDTHS, 3)):
        into.set_column(at, at, wide)
    into.set_default_row(height([]))
    into.freeze_panes(1, 0)
    prepare(into)


def _meaning(field: Field) -> str:
    """What it means, without the key that it can stand for, which this table does not have."""
    return _OTHER_KEY.sub("", _(field.meaning))


def _example(field: Field) -> str:
    """Its example as a cell has it: lists parted by 、, codes by their names."""
    said = re.findall(r'"([^"]*)"', field.example)
    if field.key in _LISTED:
        said = [labels.coded(field.key, code) for code in said if code in CODES[field.key]]
    return "、".join(said[:2] if field.kind == "list" else said[:1])
