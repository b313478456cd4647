"""OpenDocument texts → blocks: paragraphs, headings, automatic numbers, tables, in their order.

LibreOffice, and WPS where it is asked to, save so. Deleted and hidden text, notes and comments are
not read. Source: OASIS OpenDocument 1.3, part 3.
"""

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from policycli.errors import DocumentError
from policycli.ingest.readers.blocks import Block, heading, paragraph, table
from policycli.ingest.readers.numbering import FORMS, attribute, child, local
from policycli.ingest.readers.zip import Archive
from policycli.language import _

__all__ = ["read"]

_NOTES = (
    "tracked-changes note annotation annotation-end ruby-text hidden-text hidden-paragraph "
    "bookmark reference-mark desc title forms sequence-decls"
)
_UNREAD = frozenset(_NOTES.split())
_BOXES = frozenset(("frame", "text-box", "custom-shape", "rect", "g"))
_SIGNS = {"tab": " ", "line-break": "\n"}
_FORMATS = {
    "1": "decimal",
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
    "一, 二, 三, ...": "chineseCounting",
    "①, ②, ③, ...": "decimalEnclosedCircle",
}
_WIDEST = 200  # columns; what repeats more often is room that nothing stands in
_DEEPEST = 10


def read(raw: bytes) -> Iterator[Block]:
    """The blocks of an .odt.

    Raises:
        DocumentError: It is damaged, locked, dangerous, or is no text document.
    """
    archive = Archive(raw)
    root = archive.xml("content.xml")
    text = child(root, "body", "text")
    if root is None or text is None:
        raise DocumentError(_("is no OpenDocument text inside; save it as .docx"))
    return _Reader([part for part in (archive.xml("styles.xml"), root) if part is not None]).blocks(
        text
    )


class _Levels:
    """The levels of one list style, and how far each is counted."""

    def __init__(self, style: Element | None) -> None:
        self._levels = {
            int(attribute(each, "level")): each
            for each in (() if style is None else style)
            if attribute(each, "level").isdecimal()
        }
        self._counts = [0] * (_DEEPEST + 1)

    def restart(self) -> None:
        """Count from the beginning again."""
        self._counts = [0] * (_DEEPEST + 1)

    def next(self, depth: int, start: str = "") -> str:
        """The number of the next paragraph at a level, from 1; empty where it has none."""
        level = self._levels.get(depth)
        if level is None or depth > _DEEPEST:
            return ""
        counted = self._counts[depth] + 1 if self._counts[depth] else self._first(depth)
        self._counts[depth] = int(start) if start.isdecimal() else counted
        self._counts[depth + 1 :] = [0] * (_DEEPEST - depth)
        form = attribute(level, "num-format")
        if not form or "bullet" in local(level):
            return ""
        return self._shown(level, depth)

    def _shown(self, level: Element, depth: int) -> str:
        pattern = attribute(level, "num-list-format")
        if not pattern:
            shown = attribute(level, "display-levels")
            first = depth + 1 - (int(shown) if shown.isdecimal() else 1)
            marks = ".".join(f"%{at}%" for at in range(max(first, 1), depth + 1))
            pattern = attribute(level, "num-prefix") + marks + attribute(level, "num-suffix")
        for at in range(1, depth + 1):
            pattern = pattern.replace(f"%{at}%", self._number(at))
        return pattern

    def _first(self, depth: int) -> int:
        start = attribute(self._levels.get(depth), "start-value")
        return int(start) if start.isdecimal() else 1

    def _number(self, depth: int) -> str:
        form = attribute(self._levels.get(depth), "num-format")
        value = self._counts[depth] or self._first(depth)
        return FORMS.get(_FORMATS.get(form, _form(form)), str)(value)


def _form(name: str) -> str:
    """Other forms are named by their first members: those in Chinese are 壹, 贰 and the like."""
    return "" if name.isascii() else "chineseCounting"


class _Reader:
    """Reads the body; ``parts`` have the styles, those of the document after the common ones."""

    def __init__(self, parts: Iterable[Element]) -> None:
        self._styles: dict[str, Element] = {}
        self._lists: dict[str, _Levels] = {}
        self._outline = _Levels(None)
        for part in parts:
            for group in part:
                for style in group:
                    self._add(style)

    def _add(self, style: Element) -> None:
        kind, name = local(style), attribute(style, "name")
        if kind == "style":
            self._styles[name] = style
        elif kind == "list-style":
            self._lists[name] = _Levels(style)
        elif kind == "outline-style":
            self._outline = _Levels(style)

    def blocks(self, parent: Element) -> Iterator[Block]:
        """The blocks inside an element."""
        for element in parent:
            kind = local(element)
            if kind in ("p", "h"):
                yield from self._paragraph(element, self._outline_number(element))
            elif kind == "list":
                yield from self._list(element, 1, None)
            elif kind == "table":
                yield from self._table(element)
            elif kind not in _UNREAD:
                yield from self.blocks(element)

    def _outline_number(self, element: Element) -> str:
        """The number of a heading that is in no list."""
        level = attribute(element, "outline-level")
        unnumbered = local(element) != "h" or attribute(element, "is-list-header") == "true"
        return "" if unnumbered or not level.isdecimal() else self._outline.next(int(level))

    def _paragraph(self, element: Element, number: str = "") -> Iterator[Block]:
        text = "".join(self._text(element))
        if number and text.strip():
            text = f"{number} {text}"
        level = self._level(element)
        yield paragraph(text) if level is None else heading(text, level)
        for box in _boxes(element):
            yield from self.blocks(box)

    def _level(self, element: Element) -> int | None:
        """The level of a heading, 0 for the title of the document; ``None`` for text."""
        for style in self._chain(attribute(element, "style-name")):
            if attribute(style, "name") == "Title":
                return 0
        level = attribute(element, "outline-level")
        return min(max(int(level), 1), 6) if local(element) == "h" and level.isdecimal() else None

    def _chain(self, name: str) -> Iterator[Element]:
        """A style and those it is based on."""
        seen: set[str] = set()
        while name in self._styles and name not in seen:
            seen.add(name)
            yield self._styles[name]
            name = attribute(self._styles[name], "parent-style-name")

    def _hidden(self, element: Element) -> bool:
        properties = (
            child(style, "text-properties")
            for style in self._chain(attribute(element, "style-name"))
        )
        return any(attribute(each, "display") == "none" for each in properties)

    def _text(self, element: Element) -> Iterator[str]:
        if self._hidden(element):
            return
        yield element.text or ""
        for each in element:
            kind = local(each)
            if kind == "s":
                yield " "
            elif kind in _SIGNS:
                yield _SIGNS[kind]
            elif kind not in _UNREAD and kind not in _BOXES:
                yield from self._text(each)
            yield each.tail or ""

    def _list(self, element: Element, depth: int, levels: _Levels | None) -> Iterator[Block]:
        """The paragraphs of a list, the first of every item with its number."""
        own = self._lists.get(attribute(element, "style-name"))
        levels = own or levels or self._list_of_paragraph(element)
        if depth == 1:
            self._begin(element, levels)
        for item in element:
            numbered = local(item) == "list-item"
            for at, each in enumerate(item):
                if local(each) == "list":
                    yield from self._list(each, depth + 1, levels)
                elif local(each) in ("p", "h"):
                    first = numbered and at == 0
                    number = levels.next(depth, attribute(item, "start-value")) if first else ""
                    yield from self._paragraph(each, number)
                else:
                    yield from self.blocks([each])  # type: ignore[arg-type]

    def _begin(self, element: Element, levels: _Levels) -> None:
        """A list begins to count anew, if it does not say that it goes on with another."""
        goes_on = attribute(element, "continue-numbering") == "true"
        if not goes_on and not attribute(element, "continue-list"):
            levels.restart()

    def _list_of_paragraph(self, element: Element) -> _Levels:
        """The list that the style of the first paragraph names."""
        for each in element.iter():
            for style in self._chain(attribute(each, "style-name")):
                if attribute(style, "list-style-name") in self._lists:
                    return self._lists[attribute(style, "list-style-name")]
        return _Levels(None)

    def _table(self, element: Element) -> Iterator[Block]:
        """A table, or what is in it where it has one cell only: that is a box."""
        rows = [[cell for cell in row if _is_cell(cell)] for row in _rows(element)]
        if sum(map(len, rows)) == 1:
            yield from self.blocks(rows[0][0])
            return
        yield table([text for cell in row for text in self._cell(cell)] for row in rows)

    def _cell(self, cell: Element) -> list[str]:
        """The text of a cell, as often as it is repeated; of a table inside it the cells."""
        texts = [
            block.text or " ".join(" ".join(row) for row in block.rows)
            for block in self.blocks(cell)
        ]
        times = attribute(cell, "number-columns-repeated")
        return ["\n".join(texts)] * (min(int(times), _WIDEST) if times.isdecimal() else 1)


def _rows(element: Element) -> Iterator[Element]:
    """The rows of a table, also those in groups."""
    for each in element:
        if local(each) == "table-row":
            yield each
        elif local(each) in ("table-header-rows", "table-rows", "table-row-group"):
            yield from _rows(each)


def _is_cell(element: Element) -> bool:
    return local(element) in ("table-cell", "covered-table-cell")


def _boxes(element: Element) -> Iterator[Element]:
    """The text boxes anchored in a paragraph."""
    for each in element:
        if local(each) == "text-box":
            yield each
        elif local(each) not in _UNREAD:
            yield from _boxes(each)
