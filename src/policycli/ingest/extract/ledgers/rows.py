"""The rows of a table → policies and measures; what a row is follows from where its cells are."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from policycli.ingest.extract.draft import Check
from policycli.ingest.extract.ledgers import values
from policycli.ingest.extract.ledgers.book import Book, Item, Of
from policycli.ingest.extract.ledgers.cells import (
    apart,
    code,
    group,
    items,
    paper,
    placed,
    ranked,
    several,
)
from policycli.ingest.extract.ledgers.column import Column
from policycli.ingest.extract.ledgers.columns import NO_MEASURE, Left
from policycli.ingest.extract.ledgers.context import Context, first_leads, is_note, policy_title
from policycli.ingest.extract.ledgers.grid import Line, Table, distinct
from policycli.ingest.extract.split import KIND_OF_PAPER
from policycli.language import N_

__all__ = ["Reader"]

_SUM = re.compile(r"(?:合\s*计|总\s*计|小\s*计)(?:[（(：:].*)?")
_SAME = re.compile(r"同上|同前|[〃″]|\"")
_NOTHING = re.compile(r"[-—–―/\\]+|无|暂无|N/?A", re.IGNORECASE)
_AIM = re.compile(r"目标|指标|成果|成效")
_SENTENCE = re.compile(r"[。；]")
_LONGEST_GROUP = 40  # characters
_DIGIT = re.compile(r"\d")
_NAME = 20  # characters of what names a task; what is longer says what is done
_SHORTEST_TITLE = 8  # characters of a paper's title
_MAIN = ("measure.text", "measure.summary")

NOTE = N_("a note, not a row")
SUM = N_("a sum")
NO_POLICY = N_("no policy is named for it")
TITLE = N_("the title of the table")


class Row(NamedTuple):
    """A row by the columns that are known: every text with its column, in their order."""

    line: Line
    cells: Mapping[str, Sequence[tuple[Column, str]]]

    def text(self, key: str) -> str:
        """What the row says under a key; several columns a line each."""
        return "\n".join(text for _column, text in self.cells.get(key, ()))


def _is_paper(title: str) -> bool:
    """Whether a text is called as papers are; 保障措施 and the like are too short for that."""
    return len(title) >= _SHORTEST_TITLE and KIND_OF_PAPER.search(title) is not None


class Reader:
    """Reads the rows of one table into a book.

    Attributes:
        left: The rows that are none of the table.
    """

    def __init__(
        self, book: Book, table: Table, found: Sequence[Column], around: Context, policy: Of | None
    ) -> None:
        self.left: list[Left] = []
        self.policy = policy
        self._book, self._table, self._around = book, table, around
        self._columns = found
        self._group: tuple[str, str] = ("", "")
        self._above: dict[int, str] = {}
        self._names = any(column.key == "policy.title" for column in found)
        self._is_titled = policy_title(around.title)[1]
        self._first_leads = first_leads(table)

    def read(self) -> None:
        """Take in every row, from the top."""
        for line in self._table.body:
            inside = distinct(line.cells)
            if _SUM.fullmatch(inside[0]) or (len(inside) > 1 and _SUM.fullmatch(inside[1])):
                self._leave(line, SUM)
            elif len(inside) == 1 and not self._is_row(line):
                self._alone(line, inside[0])
            elif not _counts_columns(inside):
                self._row(Row(line, self._by_key(line)))

    def _leave(self, line: Line, reason: str) -> None:
        sheet = self._table.sheet.name
        inside = distinct(line.cells)
        said = next((cell for cell in inside if not cell.isdigit()), inside[0])
        self.left.append(Left(sheet, "", line.number + 1, reason, said))

    def _is_row(self, line: Line) -> bool:
        """Whether the only text of a row says what its own column is for."""
        at = [n for n, cell in enumerate(line.cells) if cell]
        column = next((c for c in self._columns if c.at == at[0]), None)
        text = line.cells[at[0]]
        if len(at) > 1 or column is None or is_note(text):
            return False
        if column.key == "policy.title":
            return bool(KIND_OF_PAPER.search(paper(text)[0]))
        wording = column.key in _MAIN or column.key == "measure.title"
        return wording and (at[0] > 0 or _SENTENCE.search(text) is not None)

    def _alone(self, line: Line, text: str) -> None:
        """A row with one text for all of it: a note, a policy, or the name of a group."""
        if is_note(text) or len(text) > _LONGEST_GROUP or text.endswith("。"):
            self._leave(line, NOTE)
            return
        name = group(text)
        level = code("level", name.removesuffix("政策").removesuffix("文件"))
        title, number = paper(text)
        names = number or "《" in text or (not self._is_titled and _is_paper(title))
        if not level.check:
            self._group = ("level", level.value)
        elif names and not self._names:
            self.policy = self._book.policy(policy_title(title)[0], number, self._table.sheet.name)
        else:
            self._group = ("themes", name)

    def _by_key(self, line: Line) -> Mapping[str, Sequence[tuple[Column, str]]]:
        found: dict[str, list[tuple[Column, str]]] = {}
        for column in self._columns:
            text = self._meant(line, column)
            if column.key == "policy.title":
                text, place = placed(text)
                if place:
                    found.setdefault("measure.locator", []).append((column, place))
            for key in column.known.also:
                text, part = apart(text, key)
                if part:
                    found.setdefault(key, []).append((column, part))
            if text:
                found.setdefault(column.key, []).append((column, text))
        return found

    def _meant(self, line: Line, column: Column) -> str:
        """What a cell says: nothing by a dash, and by 同上 what the one above it says."""
        said = line.cells[column.at]
        if _SAME.fullmatch(said):
            return self._above.get(column.at, "")
        self._above[column.at] = said
        return "" if _NOTHING.fullmatch(said) else said

    def _row(self, row: Row) -> None:
        self._choose(row)
        if self.policy is None:
            self._leave(row.line, NO_POLICY)
            return
        for key in row.cells:
            if key.startswith(("policy.", "source.", "region.")) and key != "policy.title":
                text = row.text(key)
                number = paper(text)[1] if key == "policy.doc_number" else ""
                self.policy.say(key, number or text)
        self._link(row, self.policy)
        found = list(self._items(row))
        for item in found:
            self.policy.add(item)
        if not found and any(key.startswith("measure.") for key in row.cells):
            self._leave(row.line, NO_MEASURE)

    def _choose(self, row: Row) -> None:
        """The policy that a row is about: the one it names, or that of the row above."""
        named = row.text("policy.title")
        if named:
            first, *others = several(named)
            title, number = paper(first)
            if not others:
                number = paper(row.text("policy.doc_number"))[1] or number
            before = self.policy
            self.policy = self._book.policy(title, number, self._table.sheet.name)
            self.policy.named = True
            if self.policy is not before:
                self._grouped(self.policy)
            for title, number in map(paper, others):
                also = self._book.policy(title, number, self._table.sheet.name)
                also.beside(self.policy)
        elif self.policy is None and not self._names:
            self.policy = self._titled()
        if self.policy and not self.policy.year:
            self.policy.year = "".join(re.findall(r"(20\d{2})年", self._around.title)[:1])

    def _grouped(self, policy: Of) -> None:
        key, name = self._group
        if name:
            policy.values.setdefault(f"policy.{key}", name)

    def _titled(self) -> Of | None:
        """The policy that the title of the table names, or at least the table itself."""
        title, sure = policy_title(self._around.title)
        name = self._table.sheet.name
        if not title and _is_paper(name):
            title, sure = name, True
        if labelled := self._around.values.get("policy.title"):
            title, sure = labelled, True
        if not title:
            return None
        policy = self._book.policy(paper(title)[0], self._around.number, self._table.sheet.name)
        if not sure and not policy.items:
            policy.checks.append(Check("", "title", -1, TITLE))
        for key, text in self._around.values.items():
            if key.startswith(("policy.", "source.", "region.")) and key != "policy.title":
                policy.values.setdefault(key, text)
        return policy

    def _link(self, row: Row, policy: Of) -> None:
        """The address behind the title of a policy, or behind another cell of its row."""
        links = self._table.sheet.links
        title = [column.at for column, _text in row.cells.get("policy.title", ())]
        for at in (*title, *range(len(row.line.cells))):
            if address := links.get((row.line.number, at), ""):
                policy.values.setdefault("link", address)
                return

    def _items(self, row: Row) -> Iterator[Item]:
        title, main, more = _wording(row)
        said = self._said(row)
        if main and main == row.text("measure.summary"):
            said["how"] = "summary"
        name = title or row.text("figure.indicator")
        wordings = items(main) if main else [""]
        single = len(wordings) == 1
        alone = bool(main) and single
        figures, words = values.read(row.cells, name, self._around.values, worded=alone)
        if not main and not name:
            return
        for at, wording in enumerate(wordings):
            added = (*more, *words) if at == 0 else more  # numbers of the row are of no one item
            yield Item(name, wording, said, figures if single else (), added)

    def _said(self, row: Row) -> dict[str, str]:
        """What a row says of its measure besides the wording."""
        said = {
            key.removeprefix("measure."): row.text(key)
            for key in row.cells
            if key.startswith("measure.") and key not in ("measure.title", *_MAIN)
        }
        if not self._names and self._group[0] == "themes":
            said.setdefault("themes", self._group[1])
        if self._first_leads and said.get("lead"):
            said["lead"] = ranked(said["lead"])
        return said


def _wording(row: Row) -> tuple[str, str, tuple[str, ...]]:
    """The title of a measure, its wording, and what other columns add to that."""
    columns = row.cells.get("measure.text", ())
    texts = [(c, text) for c, text in columns if not c.known.adds]
    adding = [(c, text) for c, text in columns if c.known.adds]
    texts.sort(key=lambda pair: (pair[0].known.guessed, pair[0].known.rank))
    main = texts[0][1] if texts else row.text("measure.summary")
    title = row.text("measure.title")
    names = not title or (len(title) <= _NAME and not _DIGIT.search(title))
    worded = [each for each in adding if names or not _AIM.search(each[0].title)]
    if not main and worded:
        first = min(worded, key=lambda pair: pair[0].known.rank)
        main, adding = first[1], [each for each in adding if each is not first]
    return title, main, tuple(f"{c.title}：{text}" for c, text in (*texts[1:], *adding))


def _counts_columns(inside: Sequence[str]) -> bool:
    """Whether a row only numbers the columns: 1, 2, 3 or 甲, 1, 2."""
    counted = [cell for cell in inside if cell.strip("（()）栏").isdigit()]
    return len(counted) > 2 and [int(c.strip("（()）栏")) for c in counted] == list(
        range(1, len(counted) + 1)
    )
