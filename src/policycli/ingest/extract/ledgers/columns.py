"""What each column of a table is, and which of them nothing is taken from."""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from policycli.ingest.extract.doc_numbers import NUMBER
from policycli.ingest.extract.ledgers.cells import SERIAL_DAY, date
from policycli.ingest.extract.ledgers.column import WORDED, Asked, Column, become, has, instead
from policycli.ingest.extract.ledgers.contents import (
    by_content,
    is_title,
    named_first,
    some_deadline,
    some_lead,
    unknown,
)
from policycli.ingest.extract.ledgers.grid import Table
from policycli.ingest.extract.ledgers.headings import (
    ADDS,
    IGNORED,
    SERIAL,
    Heading,
    heading,
    plain,
    unit_of,
)
from policycli.ingest.extract.units import UNIT
from policycli.language import N_
from policycli.text.numerals import number
from policycli.text.part_marks import is_number

__all__ = ["Left", "columns"]

_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_DIGIT = re.compile(r"\d")
_STAGE = re.compile(r"(?:第?[一二三四1-4]季度|[上下]半年)(?:任务|计划|目标|安排|工作)?$")
_NUMBERS = re.compile(r"[\d.,，\s≥≤<>＜＞~～—-]+")
_LONGEST_UNIT = 4  # characters
_LONGEST_NAME = 20  # characters of what names a measure
_AMOUNT = re.compile(r"(?:规模|金额|资金|经费|额度|总额|投资)$")
_LEGAL = re.compile(r"(?:实施|法律|法定|法规|设定|设立|执法|职权)依据")
"""What a power of an office rests on, which is of no one policy."""
_ADDED = Heading("measure.text", ADDS, adds=True)  # a column that adds to a wording
_SEVERAL = (
    "measure.text",
    "policy.issuers",
    "measure.targets",
    "policy.themes",
    "policy.keywords",
    "measure.partners",
    "measure.lead",
    "measure.themes",
    "policy.region",
    "figure.value",
)
_OF_MEASURES = {"policy.themes": "measure.themes", "policy.keywords": "measure.keywords"}

NO_KEY = N_("no key of a record is known for it; name one with --map")
ANOTHER = N_("another column says it")
NO_MEASURE = N_("nothing says what is done to which it belongs")
_MEASURED = ("measure.text", "measure.title", "measure.summary", "figure.indicator")


class Left(NamedTuple):
    """What of a ledger is not in its drafts.

    Attributes:
        column: Its title; empty for a row or a whole sheet.
        row: Its number as the program shows it, from 1; 0 for a column or a sheet.
        reason: In English, to be translated.
        text: How the row begins.
    """

    sheet: str
    column: str
    row: int
    reason: str
    text: str = ""


def columns(table: Table, asked: Asked) -> tuple[list[Column], list[Left]]:
    """The columns that a table is read by, and those that nothing is taken from.

    Args:
        table: With its header and rows.
        asked: Keys by the plain titles of columns, as somebody named them.
    """
    table = table._replace(titles=["" if _is_ignored(t, asked) else t for t in table.titles])
    found = [c for at, title in enumerate(table.titles) if (c := _column(table, at, title, asked))]
    for rule in _RULES:
        found = rule(found, table)
    found = sorted([*found, *by_content(found, table)], key=lambda column: column.at)
    for rule in (_stages, _named_wordings, some_lead, some_deadline, _second_lead):
        found = rule(found, table)
    kept, doubled = _single(found)
    if not has(kept, *_MEASURED):
        alone = [column for column in kept if column.key.startswith("measure.")]
        kept = [column for column in kept if column not in alone]
    else:
        alone = []
    used = {column.at for column in (*kept, *doubled, *alone)}
    name = table.sheet.name
    return kept, [
        *(Left(name, column.title, 0, ANOTHER) for column in doubled),
        *(Left(name, column.title, 0, NO_MEASURE) for column in alone),
        *(Left(name, column.title, 0, NO_KEY) for column in unknown(table, used)),
    ]


def _is_ignored(title: str, asked: Asked) -> bool:
    return asked.get(plain(title)) == IGNORED


def _column(table: Table, at: int, title: str, asked: Asked) -> Column | None:
    if plain(title) in asked:
        return Column(at, title, Heading(asked[plain(title)]))
    if all(line.cells[at] in ("", title) for line in table.body):
        return None  # a label beside the table, merged over header and rows
    known = heading(title)
    if _YEAR.match(title) and (known is None or known.key == "figure.value"):
        return Column(at, title, Heading("figure.value"))
    if known and known.key == "figure.value" and not any(map(_DIGIT.search, table.said(at))):
        known = None
    if known and known.adds and unit_of(title) and _counts(table, at):
        return Column(at, title, Heading("figure.value"))
    counted = unit_of(title) or _AMOUNT.search(title) or _has_units(table)
    if known is None and counted and plain(title) not in SERIAL and _counts(table, at):
        return Column(at, title, Heading("figure.value"))
    return Column(at, title, known) if known else None


def _has_units(table: Table) -> bool:
    keys = {known.key for title in table.titles if (known := heading(title))}
    return {"figure.indicator", "figure.unit"} <= keys


def _counts(table: Table, at: int) -> bool:
    cells = table.said(at)
    return bool(cells) and all(number(cell) is not None for cell in cells)


def _named_oddly(found: list[Column], table: Table) -> list[Column]:
    """Where no column is known to, one that was guessed and holds nothing but titles has them."""
    guessed = [column for column in found if column.known.guessed]
    titled = [c for c in guessed if table.said(c.at) and all(map(is_title, table.said(c.at)))]
    if has(found, "policy.title") or not titled:
        return found
    return instead(found, titled[:1], Heading("policy.title", guessed=True))


def _named_by_basis(found: list[Column], table: Table) -> list[Column]:
    """Where only the basis of a task is named, that is its policy; a meeting or a law is none."""
    if has(found, "policy.title"):
        return found
    basis = [column for column in found if column.key == "policy.documents"]
    legal = [column for column in basis if _LEGAL.search(column.title)]
    cells = [cell for column in basis if column not in legal for cell in table.said(column.at)]
    found = instead(found, legal, Heading("measure.documents"))
    return (
        become(found, "policy.documents", "policy.title") if any(map(_is_cited, cells)) else found
    )


def _is_cited(cell: str) -> bool:
    return "《" in cell or NUMBER.search(cell) is not None or is_title(cell)


def _whose_unit(found: list[Column], table: Table) -> list[Column]:
    """单位 is a unit beside numbers, and else a body."""
    at = next((c.at for c in found if c.key == "figure.unit"), -1)
    cells = [line.cells[at] for line in table.body if at >= 0 and line.cells[at]]
    if at < 0 or any(re.fullmatch(UNIT, cell) for cell in cells):
        return found
    issues = has(found, "policy.title") and not has(found, "policy.issuers")
    return become(found, "figure.unit", "policy.issuers" if issues else "measure.lead")


def _issued_when(found: list[Column], table: Table) -> list[Column]:
    """A column called 发布 or 印发 that holds nothing but days says when, not who."""
    issued = [column for column in found if column.key == "policy.issuers"]
    days = [column for column in issued if all(map(_is_day, table.said(column.at)))]
    filled = [column for column in days if table.said(column.at)]
    return instead(found, filled, Heading("policy.date"))


def _is_day(cell: str) -> bool:
    said = date(cell)
    return said.value != "" and said.check in ("", SERIAL_DAY)


def _said_in_words(found: list[Column], table: Table) -> list[Column]:
    """A column of aims that holds sentences adds to a wording: 高新技术企业达到85家.

    So does one of indicators beside a task that says how much of each, where no other does; one
    that only names them groups the tasks.
    """
    counted = [column for column in found if column.key == "figure.value"]
    worded = [c for c in counted if not any(map(_is_amount, table.said(c.at)))]
    if has(found, "figure.indicator"):
        told = has(found, "measure.title", "measure.text") and not counted
        named = [column for column in found if column.key == "figure.indicator" and told]
        worded = [c for c in named if all(map(_DIGIT.search, table.said(c.at)))]
        groups = [column for column in named if column not in worded]
        found = instead(found, groups, Heading("measure.themes"))
    elif has(found, "figure.unit"):
        return found
    return instead(found, worded, _ADDED)


def _is_amount(cell: str) -> bool:
    """Whether a cell is hardly more than a number and its unit."""
    return len(_NUMBERS.sub("", cell)) <= _LONGEST_UNIT


def _articles(found: list[Column], table: Table) -> list[Column]:
    """A column of nothing but 第八条 says where a wording stands."""
    numbers = [
        column
        for column in found
        if column.key == "measure.text"
        and all(is_number(line.cells[column.at]) for line in table.body if line.cells[column.at])
    ]
    return instead(found, numbers, Heading("measure.locator"))


def _summarized(found: list[Column], _table: Table) -> list[Column]:
    """A summary beside the wording is one of the policy, where the table names policies."""
    texts = [column for column in found if column.key == "measure.text"]
    if not texts:
        return found
    if all(column.known.adds for column in texts):
        return become(found, "measure.summary", "measure.text", 0)
    if has(found, "policy.title") and not has(found, "policy.summary"):
        return become(found, "measure.summary", "policy.summary")
    return become(found, "measure.summary", "measure.text", ADDS)


def _of_tasks(found: list[Column], _table: Table) -> list[Column]:
    """In a table that names no policies, a group is one of tasks, and a time a deadline."""
    if has(found, "policy.title"):
        return found
    for old, new in _OF_MEASURES.items():
        found = become(found, old, new)
    if not has(found, "measure.deadline", "policy.issuers", "policy.doc_number"):
        found = become(found, "policy.date", "measure.deadline")
    return found


def _named_wordings(found: list[Column], table: Table) -> list[Column]:
    """Of several wordings the left one names the measure, where it has nothing but names."""
    texts = _worded(found)
    if len(texts) < 2 or has(found, "measure.title", "figure.indicator"):
        return found
    cells = [line.cells[texts[0].at] for line in table.body]
    if any(len(cell) > _LONGEST_NAME or cell.endswith("。") for cell in cells):
        return found
    return instead(found, texts[:1], Heading("measure.title"))


def _stages(found: list[Column], table: Table) -> list[Column]:
    """What is to be done of a task in each quarter is its wording, where there is no other."""
    if not has(found, "measure.title") or has(found, "measure.text", "measure.summary"):
        return found
    others = unknown(table, {column.at for column in found})
    stages = [column for column in others if _STAGE.search(plain(column.title))]
    return [*found, *(column._replace(known=_ADDED) for column in stages)]


def _levels_of_tasks(found: list[Column], _table: Table) -> list[Column]:
    """Of several columns of tasks each says more than those on its left, which are its groups.

    The one before the wording names the measure; the last one is the wording where there is no
    other; what stands behind a wording adds to it.
    """
    counted = [column for column in found if column.key == "figure.indicator"]
    found = instead(found, counted[:-1], Heading("measure.themes"))
    titles = [column for column in found if column.key == "measure.title"]
    texts = _worded(found)
    if len(titles) > 1 and not texts:
        texts = [titles.pop()]
        found = instead(found, texts, Heading("measure.text"))
    before = [column for column in titles if not texts or column.at < texts[0].at]
    found = instead(found, before[:-1], Heading("measure.themes"))
    behind = [column for column in titles if column not in before] if before else titles[1:]
    return instead(found, behind, _ADDED)


def _worded(found: Sequence[Column]) -> list[Column]:
    """The columns of wordings, without those that only add to one."""
    return [column for column in found if column.key == "measure.text" and not column.known.adds]


def _of_places(found: list[Column], _table: Table) -> list[Column]:
    """Where nothing but places and numbers stand, what is to be reached is that of the place."""
    if has(found, "policy.title", "figure.indicator", *WORDED):
        return found
    return (
        become(found, "policy.region", "figure.indicator") if has(found, "figure.value") else found
    )


def _second_lead(found: list[Column], _table: Table) -> list[Column]:
    """Of two columns of bodies responsible the surer one leads, the other takes part."""
    leads = sorted((c for c in found if c.key == "measure.lead"), key=lambda c: c.known.rank)
    more = [c for c in leads[1:] if c.title != leads[0].title]
    return instead(found, more, Heading("measure.partners"))


_RULES: tuple[Callable[[list[Column], Table], list[Column]], ...] = (
    _named_oddly,
    _named_by_basis,
    named_first,
    _whose_unit,
    _issued_when,
    _said_in_words,
    _articles,
    _summarized,
    _of_tasks,
    _levels_of_tasks,
    _of_places,
)


def _from_end(column: Column) -> int:
    """Of a beginning and an end it is the end, on the right, by which something is to be done."""
    return -column.at if column.key == "measure.deadline" else column.at


def _single(found: Sequence[Column]) -> tuple[list[Column], list[Column]]:
    """The columns with one for each key that takes one, and those that were passed over."""
    best: dict[str, Column] = {}
    for column in sorted(found, key=lambda c: (c.known.guessed, c.known.rank, _from_end(c))):
        best.setdefault(column.key, column)
    kept = [c for c in found if c.key in _SEVERAL or best[c.key] is c]
    passed = [c for c in found if c not in kept and c.title != best[c.key].title]
    return kept, passed
