"""Excel: a row a finding, and two columns in which the drafter answers."""

from collections.abc import Callable, Sequence
from io import BytesIO
from typing import NamedTuple

import xlsxwriter

from policycli.exchange.printing import height, prepare
from policycli.finding import Finding
from policycli.language import N_, _
from policycli.render.cells import string
from policycli.review.model import Review
from policycli.text.sanitize import clean
from policycli.views.review import shown, wordings
from policycli.views.review_labels import SEVERITIES, basis, kind, source, suggestion
from policycli.views.review_paper import title

__all__ = ["ANSWERS", "content"]

ANSWERS = (N_("accepted"), N_("accepted in part"), N_("not accepted"))


class _Column(NamedTuple):
    """A column: its heading, its width in Latin characters, and what it says."""

    title: str
    width: int
    cell: Callable[[Finding], str]


_COLUMNS = (
    _Column(N_("id"), 7, lambda each: each.id),
    _Column(N_("severity"), 8, lambda each: _(SEVERITIES[each.severity])),
    _Column(N_("clause"), 10, lambda each: each.clause_title),
    _Column(N_("kind"), 14, lambda each: kind(each.kind)),
    _Column(N_("finding"), 36, lambda each: each.message),
    _Column(N_("draft"), 36, lambda each: string(wordings(each)[0])),
    _Column(N_("basis"), 26, source),
    _Column(N_("level"), 12, lambda each: basis(each).level),
    _Column(N_("date"), 12, lambda each: basis(each).date),
    _Column(N_("wording of the basis"), 36, lambda each: basis(each).words),
    _Column(N_("suggestion"), 28, suggestion),
    _Column(N_("answer of the drafter"), 14, lambda _each: ""),
    _Column(N_("reasons"), 30, lambda _each: ""),
)
_ANSWER = len(_COLUMNS) - 2


def content(review: Review, severity: str, catalogues: Sequence[str]) -> bytes:
    """A workbook of one sheet; what it was read against stands among its properties."""
    found = shown(review, severity)
    file = BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        about = clean("、".join((review.draft.title, *catalogues)))
        book.set_properties({"title": title(), "subject": about[:255]})
        border = {"border": 1, "text_wrap": True, "valign": "top"}
        head = book.add_format(border | {"bold": True, "bg_color": "#DDE6EE"})
        text = book.add_format(border | {"num_format": "@"})
        sheet = book.add_worksheet(_("Findings"))
        for at, column in enumerate(_COLUMNS):
            sheet.set_column(at, at, column.width)
            sheet.write_string(0, at, _(column.title), head)
        sheet.set_row(0, height([(_(column.title), column.width) for column in _COLUMNS]))
        for line, each in enumerate(found, 1):
            cells = [clean(column.cell(each)) for column in _COLUMNS]
            widths = (column.width for column in _COLUMNS)
            sheet.set_row(line, height(list(zip(cells, widths, strict=True))))
            for at, cell in enumerate(cells):
                sheet.write_string(line, at, cell, text)
        answers = {"validate": "list", "source": [_(answer) for answer in ANSWERS]}
        sheet.data_validation(1, _ANSWER, max(len(found), 1), _ANSWER, answers)
        sheet.freeze_panes(1, 1)
        sheet.autofilter(0, 0, max(len(found), 1), len(_COLUMNS) - 1)
        prepare(sheet)
    return file.getvalue()
