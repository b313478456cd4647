"""The web addresses behind the cells of a workbook (ECMA-376, part 1, 18.3.1.47)."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from policycli.ingest.readers.zip import Archive

__all__ = ["Link", "hyperlinks"]

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_CELL = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_WEB = ("http://", "https://")

Link = tuple[int, int, str]


def hyperlinks(archive: Archive) -> dict[str, tuple[Link, ...]]:
    """By the name of the sheet, the links of its cells with row and column from 0.

    Links to places in the workbook, to files and to mailboxes are none.

    Raises:
        DocumentError: A part of the archive is damaged.
    """
    book = archive.xml("xl/workbook.xml")
    targets = _targets(archive, "xl/_rels/workbook.xml.rels")
    found = {}
    for sheet in book.iter(f"{_MAIN}sheet") if book is not None else ():
        path = targets.get(sheet.get(_RELATION, ""), "").lstrip("/")
        path = path if path.startswith("xl/") else f"xl/{path}"
        found[sheet.get("name", "")] = tuple(_of_sheet(archive, path))
    return found


def _of_sheet(archive: Archive, path: str) -> Iterator[Link]:
    folder, _slash, name = path.rpartition("/")
    targets = _targets(archive, f"{folder}/_rels/{name}.rels")
    root = archive.xml(path) if targets else None
    for link in root.iter(f"{_MAIN}hyperlink") if root is not None else ():
        address = targets.get(link.get(_RELATION, ""), "")
        cell = _CELL.match(link.get("ref", ""))
        if cell and address.startswith(_WEB):
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
