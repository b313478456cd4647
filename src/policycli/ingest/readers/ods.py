"""OpenDocument workbooks → blocks: every sheet with its cells as text, as ``xlsx`` gives them.

LibreOffice, and WPS where it is asked to, save so. Comments are not read, no formula is computed
and no link followed. Source: OASIS OpenDocument 1.3, part 3, chapters 9 and 19.
"""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from policycli.errors import DocumentError
from policycli.ingest.readers.blocks import Block
from policycli.ingest.readers.cell_marks import Corner, Link, fill, is_web, share
from policycli.ingest.readers.numbering import attribute, child, local
from policycli.ingest.readers.zip import Archive
from policycli.language import _

__all__ = ["read"]

_GROUPS = ("table-header-rows", "table-rows", "table-row-group")
_CELLS = ("table-cell", "covered-table-cell")
_MOST = 1_000  # times that a row or a cell stands one after the other; more is empty paper
_SIGNS = {"tab": " ", "line-break": "\n", "s": " "}
_MIDNIGHT = "T00:00:00"


def read(raw: bytes) -> Iterator[Block]:
    """The sheets of an .ods, in their order.

    Raises:
        DocumentError: It is damaged, locked, dangerous, or is no workbook.
    """
    book = child(Archive(raw).xml("content.xml"), "body", "spreadsheet")
    if book is None:
        raise DocumentError(_("is no OpenDocument workbook inside; save it as .xlsx"))
    for sheet in book:
        if local(sheet) == "table":
            yield _Sheet(sheet).block(attribute(sheet, "name"))


class _Sheet:
    """A sheet while its rows are read."""

    def __init__(self, sheet: Element) -> None:
        self._rows: list[list[str]] = []
        self._links: list[Link] = []
        self._merged: list[tuple[Corner, Corner]] = []
        for row in _rows(sheet):
            self._row(row)

    def block(self, name: str) -> Block:
        """All of it, without the empty rows at its end."""
        while self._rows and not any(self._rows[-1]):
            self._rows.pop()
        wide = max(map(len, self._rows), default=0)
        cells = [row + [""] * (wide - len(row)) for row in self._rows]
        fill(cells, self._merged)
        rows = tuple(map(tuple, cells))
        return Block("sheet", name, rows=rows, links=tuple(self._links))

    def _row(self, row: Element) -> None:
        texts: list[str] = []
        for cell in row:
            if local(cell) in _CELLS:
                self._note(cell, (len(self._rows), len(texts)))
                texts += [_text(cell)] * _times(cell, "number-columns-repeated")
        while texts and not texts[-1]:
            texts.pop()
        times = _times(row, "number-rows-repeated")
        self._rows += [list(texts) for _time in range(times)]

    def _note(self, cell: Element, place: Corner) -> None:
        """Remember over which cells one reaches, and where its first link leads."""
        down, along = _times(cell, "number-rows-spanned"), _times(cell, "number-columns-spanned")
        if down > 1 or along > 1:
            self._merged.append((place, (place[0] + down - 1, place[1] + along - 1)))
        links = (attribute(each, "href") for each in cell.iter() if local(each) == "a")
        self._links += [(*place, link) for link in links if is_web(link)][:1]


def _rows(element: Element) -> Iterator[Element]:
    """The rows of a sheet, also those in groups."""
    for each in element:
        if local(each) == "table-row":
            yield each
        elif local(each) in _GROUPS:
            yield from _rows(each)


def _times(element: Element, name: str) -> int:
    times = attribute(element, name)
    return min(int(times), _MOST) if times.isdecimal() else 1


def _text(cell: Element) -> str:
    """What a cell shows: dates as in records, numbers that are whole without a point."""
    kind, value = attribute(cell, "value-type"), attribute(cell, "value")
    if kind == "date":
        return attribute(cell, "date-value").removesuffix(_MIDNIGHT).replace("T", " ")
    if kind == "percentage" and value:
        return share(value)
    if value and kind in ("float", "currency"):
        return value.removesuffix(".0")
    return "\n".join("".join(_words(each)) for each in cell if local(each) == "p")


def _words(element: Element) -> Iterator[str]:
    yield element.text or ""
    for each in element:
        if local(each) != "annotation":
            yield _SIGNS.get(local(each), "")
            yield from _words(each)
        yield each.tail or ""
