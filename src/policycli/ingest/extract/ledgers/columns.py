"""What each column of a table is, and which of them nothing is taken from."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from policycli.ingest.extract.ledgers.cells import code, paper
from policycli.ingest.extract.ledgers.grid import Table, distinct
from policycli.ingest.extract.ledgers.headings import (
    ADDS,
    BESIDE,
    IGNORED,
    SERIAL,
    Heading,
    heading,
    plain,
    unit_of,
)
from policycli.ingest.extract.signing import NUMBER
from policycli.ingest.extract.split import KIND_OF_PAPER
from policycli.ingest.extract.units import UNIT
from policycli.language import N_
from policycli.text.numerals import number
from policycli.text.part_marks import is_number

__all__ = ["Column", "Left", "columns"]

Asked = Mapping[str, str]

_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_SENTENCE = 8  # characters of the shortest wording
_LONGEST_NAME = 20  # characters of what names a measure
_WORDED = ("measure.text", "measure.title", "measure.summary", "policy.summary")
_ASIDE = re.compile(
    r"地址|网址|链接|联系|电话|邮箱|理由|原因|备注|说明|渠道|材料|流程|来源|情况|附件"
)
"""What columns say that are not about the policy itself."""
_AMOUNT = re.compile(r"(?:规模|金额|资金|经费|额度|总额|投资)$")
_BODIES = re.compile(
    r"(?!主送|抄送|来文|填报|报送|上报|审核|审批|解释|监督|督办|督查|指导|考核|评价|申报|申请|推荐|承接企业).{2,6}"
    r"(?:单位|部门|机构|处室|科室)"
)
"""Who does it, but for those who only write, check or apply."""
_COUNT = re.compile(r"[\d.\-—]+|[一二三四五六七八九十]+|(?:合|总|小)\s*计")
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


class Column(NamedTuple):
    """A column of a table: where it stands, what it is called, and what it holds."""

    at: int
    title: str
    known: Heading

    @property
    def key(self) -> str:
        """As ``policy.date``."""
        return self.known.key


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
    found = [c for at, title in enumerate(table.titles) if (c := _column(table, at, title, asked))]
    for rule in _RULES:
        found = rule(found, table)
    found += _by_content(found, table, asked)
    kept, doubled = _single(found)
    used = {column.at for column in kept} | {column.at for column in doubled}
    left = [*doubled, *(_unknown(table, used, asked))]
    return kept, [
        Left(table.sheet.name, column.title, 0, ANOTHER if column.key else NO_KEY)
        for column in left
    ]


def _column(table: Table, at: int, title: str, asked: Asked) -> Column | None:
    if plain(title) in asked:
        key = asked[plain(title)]
        return Column(at, title, Heading(key)) if key != IGNORED else None
    if all(line.cells[at] in ("", title) for line in table.body):
        return None  # a label beside the table, merged over header and rows
    known = heading(title)
    if _YEAR.match(title) and (known is None or known.key == "figure.value"):
        return Column(at, title, Heading("figure.value"))
    counted = unit_of(title) or _AMOUNT.search(title) or _has_units(table)
    if known is None and counted and plain(title) not in SERIAL and _counts(table, at):
        return Column(at, title, Heading("figure.value"))
    return Column(at, title, known) if known else None


def _has_units(table: Table) -> bool:
    keys = {known.key for title in table.titles if (known := heading(title))}
    return {"figure.indicator", "figure.unit"} <= keys


def _counts(table: Table, at: int) -> bool:
    cells = [line.cells[at] for line in table.body if line.cells[at]]
    return bool(cells) and all(number(cell) is not None for cell in cells)


def _unknown(table: Table, used: set[int], asked: Asked) -> Iterator[Column]:
    """Columns without a key that say something; those that only count rows say nothing."""
    for at, title in enumerate(table.titles):
        if at in used or plain(title) in asked or not title:
            continue
        filled = (line.cells for line in table.body if len(distinct(line.cells)) > 1)
        cells = [row[at] for row in filled if row[at]]
        counts = plain(title) in SERIAL and all(map(_COUNT.fullmatch, cells))
        alone = at == 0 or table.titles[at - 1] != title
        if set(cells) - {title} and not counts and alone:
            yield Column(at, title, Heading(""))


def _by_content(found: Sequence[Column], table: Table, asked: Asked) -> list[Column]:
    """What columns with other headings are by their cells, as far as no column says that yet."""
    guessed: list[Column] = []
    known = {column.at for column in found if column.key != "source.title"}
    for column in _unknown(table, known, asked):
        if plain(column.title) in BESIDE or plain(column.title) in SERIAL:
            continue
        cells = [line.cells[column.at] for line in table.body if line.cells[column.at]]
        key = next((key for key, fits in _CONTENTS if all(map(fits, cells))), "")
        if key and not _has((*found, *guessed), key, *_SAME.get(key, ())):
            guessed.append(column._replace(known=Heading(key, guessed=True)))
    return [*guessed, *_longest([*found, *guessed], table, asked)]


def _longest(found: Sequence[Column], table: Table, asked: Asked) -> Iterator[Column]:
    """Where policies have no wording, it is the column that says most, if one says much."""
    if not _has(found, "policy.title") or _has(found, *_WORDED):
        return
    best, most = None, float(_SENTENCE)
    for column in _unknown(table, {column.at for column in found}, asked):
        cells = [line.cells[column.at] for line in table.body if line.cells[column.at]]
        mean = sum(map(len, cells)) / len(cells)
        if mean >= most and plain(column.title) not in BESIDE and not _ASIDE.search(column.title):
            best, most = column, mean
    if best:
        yield best._replace(known=Heading("measure.text", guessed=True))


def _is_wording(cell: str) -> bool:
    return len(cell) >= _SENTENCE and cell.endswith(("。", "；"))


def _is_title(cell: str) -> bool:
    return len(cell) >= _SENTENCE and KIND_OF_PAPER.search(paper(cell)[0]) is not None


def _is_status(cell: str) -> bool:
    return len(cell) > 1 and not code("status", cell).check


_CONTENTS: tuple[tuple[str, Callable[[str], object]], ...] = (
    ("policy.doc_number", NUMBER.fullmatch),
    ("policy.title", _is_title),
    ("policy.status", _is_status),
    ("measure.text", _is_wording),
)
"""Keys whose values look like nothing else."""
_SAME = {"measure.text": ("measure.summary", "measure.title")}


def _has(found: Sequence[Column], *keys: str) -> bool:
    return any(column.key in keys for column in found)


def _become(found: Sequence[Column], old: str, new: str, rank: int = 0) -> list[Column]:
    known = Heading(new, rank, adds=rank >= ADDS)
    return [c._replace(known=known) if c.key == old else c for c in found]


def _named_by_basis(found: list[Column], table: Table) -> list[Column]:
    """Where only the basis of a task is named, that is its policy; a meeting is none."""
    basis = [column for column in found if column.key == "policy.documents"]
    cells = [line.cells[column.at] for column in basis for line in table.body]
    if _has(found, "policy.title") or not any(map(_is_cited, cells)):
        return found
    return _become(found, "policy.documents", "policy.title")


def _is_cited(cell: str) -> bool:
    return "《" in cell or NUMBER.search(cell) is not None or _is_title(cell)


def _named_first(found: list[Column], table: Table) -> list[Column]:
    """Where numbers or issuers of papers stand and no titles, the first column of names has them.

    It is the first that nothing is known of, and says something else in most rows.
    """
    has_papers = _has(found, "policy.doc_number") or (
        _has(found, "policy.issuers") and _has(found, "policy.date")
    )
    if not has_papers or _has(found, "policy.title", *_WORDED):
        return found
    taken = {column.at for column in found}
    for at, title in enumerate(table.titles):
        cells = {line.cells[at] for line in table.body if line.cells[at]}
        if at in taken or plain(title) in BESIDE or plain(title) in SERIAL or not cells:
            continue
        if min(map(len, cells)) >= _SENTENCE and 2 * len(cells) > len(table.body):
            return [*found, Column(at, title, Heading("policy.title", guessed=True))]
    return found


def _whose_unit(found: list[Column], table: Table) -> list[Column]:
    """单位 is a unit beside numbers, and else a body."""
    at = next((c.at for c in found if c.key == "figure.unit"), -1)
    cells = [line.cells[at] for line in table.body if at >= 0 and line.cells[at]]
    if at < 0 or any(re.fullmatch(UNIT, cell) for cell in cells):
        return found
    issues = _has(found, "policy.title") and not _has(found, "policy.issuers")
    return _become(found, "figure.unit", "policy.issuers" if issues else "measure.lead")


def _articles(found: list[Column], table: Table) -> list[Column]:
    """A column of nothing but 第八条 says where a wording stands."""
    numbers = [
        column
        for column in found
        if column.key == "measure.text"
        and all(is_number(line.cells[column.at]) for line in table.body if line.cells[column.at])
    ]
    return _instead(found, numbers, Heading("measure.locator"))


def _summarized(found: list[Column], _table: Table) -> list[Column]:
    """A summary beside the wording is one of the policy, where the table names policies."""
    texts = [column for column in found if column.key == "measure.text"]
    if not texts:
        return found
    if all(column.known.adds for column in texts):
        return _become(found, "measure.summary", "measure.text", 0)
    if _has(found, "policy.title") and not _has(found, "policy.summary"):
        return _become(found, "measure.summary", "policy.summary")
    return _become(found, "measure.summary", "measure.text", ADDS)


def _of_tasks(found: list[Column], _table: Table) -> list[Column]:
    """In a table that names no policies, a group is one of tasks, and a time a deadline."""
    if _has(found, "policy.title"):
        return found
    for old, new in _OF_MEASURES.items():
        found = _become(found, old, new)
    if not _has(found, "measure.deadline", "policy.issuers", "policy.doc_number"):
        found = _become(found, "policy.date", "measure.deadline")
    return found


def _named_wordings(found: list[Column], table: Table) -> list[Column]:
    """Of several wordings the left one names the measure, where it has nothing but names."""
    texts = _worded(found)
    if len(texts) < 2 or _has(found, "measure.title", "figure.indicator"):
        return found
    cells = [line.cells[texts[0].at] for line in table.body]
    if any(len(cell) > _LONGEST_NAME or cell.endswith("。") for cell in cells):
        return found
    return _instead(found, texts[:1], Heading("measure.title"))


def _levels_of_tasks(found: list[Column], _table: Table) -> list[Column]:
    """Of several columns of tasks each says more than those on its left, which are its groups.

    The one before the wording names the measure; the last one is the wording where there is no
    other; what stands behind a wording adds to it.
    """
    counted = [column for column in found if column.key == "figure.indicator"]
    found = _instead(found, counted[:-1], Heading("measure.themes"))
    titles = [column for column in found if column.key == "measure.title"]
    texts = _worded(found)
    if len(titles) > 1 and not texts:
        texts = [titles.pop()]
        found = _instead(found, texts, Heading("measure.text"))
    before = [column for column in titles if not texts or column.at < texts[0].at]
    found = _instead(found, before[:-1], Heading("measure.themes"))
    behind = [column for column in titles if column not in before] if before else titles[1:]
    return _instead(found, behind, Heading("measure.text", ADDS, adds=True))


def _worded(found: Sequence[Column]) -> list[Column]:
    """The columns of wordings, without those that only add to one."""
    return [column for column in found if column.key == "measure.text" and not column.known.adds]


def _instead(found: Sequence[Column], these: Sequence[Column], known: Heading) -> list[Column]:
    return [c._replace(known=known) if c in these else c for c in found]


def _second_lead(found: list[Column], _table: Table) -> list[Column]:
    """Of two columns of bodies responsible the surer one leads, the other takes part."""
    leads = sorted((c for c in found if c.key == "measure.lead"), key=lambda c: c.known.rank)
    more = [c for c in leads[1:] if c.title != leads[0].title]
    return _instead(found, more, Heading("measure.partners"))


def _some_lead(found: list[Column], table: Table) -> list[Column]:
    """Where nobody is said to lead, a column of bodies with another heading says who does it."""
    if _has(found, "measure.lead") or not _has(found, "measure.text", "measure.title"):
        return found
    taken = {column.at for column in found}
    for at, title in enumerate(table.titles):
        word = plain(title)
        if at not in taken and word not in BESIDE and _BODIES.fullmatch(word):
            return [*found, Column(at, title, Heading("measure.lead", guessed=True))]
    return found


_RULES: tuple[Callable[[list[Column], Table], list[Column]], ...] = (
    _named_by_basis,
    _named_first,
    _whose_unit,
    _articles,
    _summarized,
    _of_tasks,
    _named_wordings,
    _levels_of_tasks,
    _some_lead,
    _second_lead,
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
