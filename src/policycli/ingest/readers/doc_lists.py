"""The lists of a .doc, as the elements in which Word writes them today (``numbering``).

Source: [MS-DOC] 2.9.131 (LFO), 2.9.147 (LSTF), 2.9.150 (LVLF); [MS-OSHARED] 2.2.1.3 (forms).
"""

import struct
from xml.etree.ElementTree import Element, SubElement

__all__ = ["lists"]

_LIST, _LEVEL, _USE = 28, 28, 16  # bytes of each
_MOST = 4096  # lists of a document; Word allows 2,047
_STARTS, _LOOKS = 0x10, 0x20  # what a use changes: the first number, or all of a level
_FORMS = {
    1: "upperRoman",
    2: "lowerRoman",
    3: "upperLetter",
    4: "lowerLetter",
    18: "decimalEnclosedCircle",
    23: "bullet",
    28: "decimalEnclosedCircleChinese",
    255: "none",
} | dict.fromkeys((10, 11, 16, 17, 33, 34, 35, 36, 37, 38, 39), "chineseCounting")


def lists(table: bytes, kinds: tuple[int, int], uses: tuple[int, int]) -> Element:
    """The root of a numbering, as of ``word/numbering.xml``.

    Args:
        table: The stream with the tables.
        kinds: Where the lists begin, and how long that is; their levels stand behind it.
        uses: Where those begin that paragraphs name, and how long that is.
    """
    root = Element("numbering")
    (count,) = struct.unpack_from("<H", table, kinds[0])
    at = kinds[0] + kinds[1]
    for number in range(min(count, _MOST)):
        start = kinds[0] + 2 + _LIST * number
        (name,) = struct.unpack_from("<i", table, start)
        found = SubElement(root, "abstractNum", abstractNumId=str(name))
        simple = table[start + 26] & 1
        for depth in range(1 if simple else 9):
            at = _level(found, depth, table, at)
    _uses(root, table, uses[0])
    return root


def _level(parent: Element, depth: int, table: bytes, at: int) -> int:
    """Add a level to a list; where the next one begins."""
    first, form = struct.unpack_from("<iB", table, at)
    start = at + _LEVEL + table[at + 24] + table[at + 25]
    end: int = start + 2 + 2 * struct.unpack_from("<H", table, start)[0]
    text = table[start + 2 : end].decode("utf-16-le", "replace")
    shown = "".join(f"%{ord(c) + 1}" if ord(c) < 9 else c for c in text)  # a low one is a number
    level = SubElement(parent, "lvl", ilvl=str(depth))
    SubElement(level, "start", val=str(max(first, 0)))
    SubElement(level, "numFmt", val=_FORMS.get(form, "decimal"))
    SubElement(level, "lvlText", val=shown)
    return end


def _uses(root: Element, table: bytes, at: int) -> None:
    """Add what paragraphs name: each a list, perhaps with a number to begin with."""
    (count,) = struct.unpack_from("<I", table, at)
    count = min(count, _MOST)
    behind = at + 4 + _USE * count
    for number in range(count):
        name, changes = struct.unpack_from("<i8xB", table, at + 4 + _USE * number)
        use = SubElement(root, "num", numId=str(number + 1))
        SubElement(use, "abstractNumId", val=str(name))
        behind += 4
        for _change in range(changes):
            start, flags = struct.unpack_from("<iI", table, behind)
            behind += 8
            if flags & _STARTS:
                change = SubElement(use, "lvlOverride", ilvl=str(flags & 0xF))
                SubElement(change, "startOverride", val=str(max(start, 0)))
            if flags & _LOOKS:
                behind = _level(Element("unused"), 0, table, behind)
