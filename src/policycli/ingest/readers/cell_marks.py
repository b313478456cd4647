"""What cells of a workbook show beside their values: links, shares, and the cells merged to one.

Source for .xlsx: ECMA-376, part 1, chapter 18.
"""

import re
from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from policycli.ingest.readers.zip import Archive

__all__ = ["Corner", "Link", "fill", "hyperlinks", "is_web", "percentages", "share"]

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_CELL = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_WEB = ("http://", "https://")

Corner = tuple[int, int]
Link = tuple[int, int, str]


def is_web(address: str) -> bool:
    """Whether a link leads to a page, and not into the workbook, to a file or a mailbox."""
    return address.startswith(_WEB)


def share(number: str) -> str:
    """A number as a share: 15% for 0.15."""
    return f"{float(number) * 100:.10g}%"


def fill(rows: list[list[str]], merged: Iterable[tuple[Corner, Corner]]) -> None:
    """Let what several cells are merged to stand in each of them that is in use."""
    for (top, left), (bottom, right) in merged:
        text = rows[top][left] if top < len(rows) and left < len(rows[top]) else ""
        for row in rows[top : bottom + 1] if text else ():
            inside = row[left : right + 1]
            row[left : left + len(inside)] = [cell or text for cell in inside]


def hyperlinks(archive: Archive) -> dict[str, tuple[Link, ...]]:
    """By the name of the sheet, the links of its cells with row and column from 0.

    Links to places in the workbook, to files and to mailboxes are none.

    Raises:
        DocumentError: A part of the archive is damaged.
    """
    return {name: tuple(_of_sheet(archive, path)) for name, path in _sheets(archive)}


def percentages(archive: Archive) -> dict[str, set[tuple[int, int]]]:
    """By the name of the sheet, the cells that show their number as a share: 15% for 0.15.

    Raises:
        DocumentError: A part of the archive is damaged.
    """
    styles = _shares(archive)
    if not styles:
        return {}
    return {name: set(_styled(archive, path, styles)) for name, path in _sheets(archive)}


def _shares(archive: Archive) -> set[str]:
    """The numbers of the cell formats that show a share (18.8.30: 9, 10, or a % in the code)."""
    root = archive.xml("xl/styles.xml")
    if root is None:
        return set()
    own = {
        each.get("numFmtId")
        for each in root.iter(f"{_MAIN}numFmt")
        if "%" in each.get("formatCode", "")
    }
    formats = root.find(f"{_MAIN}cellXfs")
    every = enumerate(formats if formats is not None else ())
    return {str(at) for at, each in every if each.get("numFmtId") in {"9", "10", *own}}


def _styled(archive: Archive, path: str, styles: set[str]) -> Iterator[tuple[int, int]]:
    root = archive.xml(path)
    for cell in root.iter(f"{_MAIN}c") if root is not None else ():
        place = _CELL.match(cell.get("r", ""))
        if place and cell.get("s") in styles and cell.get("t", "n") == "n":
            yield int(place[2]) - 1, _column(place[1])


def _sheets(archive: Archive) -> Iterator[tuple[str, str]]:
    """The names of the sheets, and the parts that hold them."""
    book = archive.xml("xl/workbook.xml")
    targets = _targets(archive, "xl/_rels/workbook.xml.rels")
    for sheet in book.iter(f"{_MAIN}sheet") if book is not None else ():
        path = targets.get(sheet.get(_RELATION, ""), "").lstrip("/")
        yield sheet.get("name", ""), path if path.startswith("xl/") else f"xl/{path}"


def _of_sheet(archive: Archive, path: str) -> Iterator[Link]:
    folder, _slash, name = path.rpartition("/")
    targets = _targets(archive, f"{folder}/_rels/{name}.rels")
    root = archive.xml(path) if targets else None
    for link in root.iter(f"{_MAIN}hyperlink") if root is not None else ():
        address = targets.get(link.get(_RELATION, ""), "")
        cell = _CELL.match(link.get("ref", ""))
        if cell and is_web(address):
            yield int(cell[2]) - 1, _column(cell[1]), address


def _targets(archive: Archive, path: str) -> dict[str, str]:
    """What the ids of a part's relations lead to."""
    root = archive.xml(path)
    parts: list[Element] = list(root) if root is not None else []
    return {part.get("Id", ""): part.get("Target", "") for part in parts}


def _column(letters: str) -> int:
    """0 for ``A``, 26 for ``AA``."""
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - ord("A") + 1
    return number - 1
