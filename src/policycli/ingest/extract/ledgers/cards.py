"""Registration cards: labels with their values beside them, one policy below the other."""

import re
from collections.abc import Iterator, Sequence

from policycli.ingest.extract.ledgers.book import Book, Item
from policycli.ingest.extract.ledgers.cells import items as parted
from policycli.ingest.extract.ledgers.cells import paper
from policycli.ingest.extract.ledgers.column import Asked
from policycli.ingest.extract.ledgers.columns import NO_KEY, NO_MEASURE, Left
from policycli.ingest.extract.ledgers.contents import is_title
from policycli.ingest.extract.ledgers.context import pairs
from policycli.ingest.extract.ledgers.grid import Line, Sheet, Table, distinct, is_label
from policycli.ingest.extract.ledgers.headings import heading, plain

__all__ = ["cards", "turned"]

_LEAST = 3  # labels of a card
_TITLE = "政策名称"
_COMPARED = ("政策要点", "主要内容")
_OF_CARD = re.compile(r"(?:的?(?:政策)?(?:登记|明白|信息|解读)?(?:卡片?|表))?$")
_ADDED = "added"
"""The key of what only adds to a wording: 兑现方式."""

Said = tuple[int, str, str, str]  # row, key, label, value


def turned(table: Table) -> Sheet | None:
    """A table whose columns are policies, turned so that its rows are; ``None`` for any other.

    Above titles of papers 项目 or 类别 may stand, or nothing.
    """
    rows = [list(line.cells) for line in table.above]
    rows = [row for row in rows if is_label(row[0]) or _are_titles(row[1:])]
    named = [row for row in rows if _names(row)]
    if not named or len(rows) < _LEAST or len({cell for cell in named[0][1:] if cell}) < 2:
        return None
    if any(is_label(cell) for row in rows for cell in row[1:] if cell):
        return None
    named[0][0] = _TITLE
    known = [row for row in rows if is_label(row[0]) and not _compares(row, rows)]
    other = [list(line.cells) for line in table.above if not is_label(line.cells[0])]
    compared = [row for row in other if row not in rows and _is_filled(row)]
    if not compared or any(_says(row[0]) for row in known):
        return Sheet(table.sheet.name, list(zip(*rows, strict=True)))
    return Sheet(table.sheet.name, list(_by_matter(known, compared)))


def _compares(row: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    """Whether a row is the header of what is compared: 对比项目, and a city a column."""
    known = heading(row[0])
    return row is rows[0] and known is not None and known.guessed


def _is_filled(row: Sequence[str]) -> bool:
    """Whether a row says something of a policy, and is no line over all of them."""
    return bool(row[0]) and any(cell not in ("", row[0]) for cell in row[1:])


def _says(label: str) -> bool:
    known = heading(label)
    return known is not None and known.key in ("measure.text", "measure.title")


def _by_matter(known: Sequence[list[str]], compared: Sequence[list[str]]) -> Iterator[list[str]]:
    """A row for every policy and matter in which policies are compared: 安家补贴, 租房补贴."""
    yield [*(row[0] for row in known), *_COMPARED]
    for at in range(1, len(known[0])):
        for row in compared:
            if row[at]:
                yield [*(each[at] for each in known), row[0], row[at]]


def _names(row: Sequence[str]) -> bool:
    known = heading(row[0])
    return _are_titles(row[1:]) or (known is not None and known.key == "policy.title")


def _are_titles(cells: Sequence[str]) -> bool:
    filled = [cell for cell in cells if cell]
    return bool(filled) and all(map(is_title, filled))


def cards(table: Table, book: Book, asked: Asked) -> list[Left] | None:
    """Take in the cards of a sheet; what is left of it, or ``None`` where it holds none."""
    said = list(_said(table.above, asked))
    if not any(key == "policy.title" for _r, key, _l, _v in said):
        said = sorted([*said, *_headed(table.above)])
    starts = [at for at, (_r, key, _l, _v) in enumerate(said) if key == "policy.title"]
    if not starts or len(said) < _LEAST:
        return None
    left: list[Left] = []
    for start, end in zip([0, *starts[1:]], [*starts[1:], len(said)], strict=True):
        left += _card(table.sheet, said[start:end], book)
    return left


def _said(lines: Sequence[Line], asked: Asked) -> Iterator[Said]:
    """Every label with its value; a label alone has it in the row below."""
    above = ""
    for line in lines:
        inside = distinct(line.cells)
        if above and len(inside) == 1 and not is_label(inside[0]):
            found = [(above, inside[0])]
        else:
            found = [(label, value) for label, value in pairs(line) if label and value]
        above = inside[0] if len(inside) == 1 and heading(inside[0]) else ""
        for label, value in found:
            known = heading(label)
            key = asked.get(plain(label), known.key if known else "")
            adds = known is not None and known.adds and plain(label) not in asked
            yield (
                line.number,
                _ADDED if adds else key,
                label,
                f"{label}：{value}" if adds else value,
            )


def _headed(lines: Sequence[Line]) -> Iterator[Said]:
    """Titles of papers that stand above cards without a label."""
    for line in lines:
        inside = distinct(line.cells)
        if len(inside) == 1 and is_title(title := _OF_CARD.sub("", inside[0])):
            yield line.number, "policy.title", "", title


def _card(sheet: Sheet, said: Sequence[Said], book: Book) -> Iterator[Left]:
    title, number = paper(next(v for _r, key, _l, v in said if key == "policy.title"))
    number = paper("".join(v for _r, k, _l, v in said if k == "policy.doc_number"))[1] or number
    policy = book.policy(title, number, sheet.name)
    values: dict[str, list[str]] = {}
    for row, key, label, value in said:
        if key:
            values.setdefault(key, []).append(value)
        else:
            yield Left(sheet.name, label, row + 1, NO_KEY, value)
        if key == "policy.title" and (address := _link(sheet, row)):
            policy.values.setdefault("link", address)
    for key, texts in values.items():
        if key.startswith(("policy.", "source.", "region.")) and key != "policy.title":
            policy.say(key, "\n".join(dict.fromkeys(texts)))
    items = list(_items(values))
    for item in items:
        policy.add(item)
    for row, key, label, value in said if not items else ():
        if key.startswith("measure."):
            yield Left(sheet.name, label, row + 1, NO_MEASURE, value)


def _link(sheet: Sheet, row: int) -> str:
    return next((link for (at, _c), link in sheet.links.items() if at == row), "")


def _items(values: dict[str, list[str]]) -> Iterator[Item]:
    """The measures of a card; bodies and deadlines count for each."""
    single = {
        key.removeprefix("measure."): "\n".join(dict.fromkeys(texts))
        for key, texts in values.items()
        if key.startswith("measure.") and key not in ("measure.title", "measure.text")
    }
    texts, more = values.get("measure.text", []), values.get(_ADDED, [])
    if not texts and "summary" in single:
        texts, single["how"] = [single.pop("summary")], "summary"
    wordings = [item for text in texts for item in parted(text)]
    titles = values.get("measure.title", [])
    if not wordings:
        wordings, titles = [item for text in titles for item in parted(text)], []
    if not wordings:
        added = (each.partition("：")[2] for each in more)
        wordings, more = [item for text in added for item in parted(text)], []
    for at, wording in enumerate(wordings):
        title = titles[at] if len(titles) == len(wordings) else ""
        yield Item(title, wording, single, more=tuple(more))
