"""OFD, the national format for fixed pages (GB/T 33190-2016) → blocks.

A page holds words with their places, so its lines, columns and tables are found as those of a PDF
are. Seals, comments and what is turned (watermarks) are not read.
"""

import posixpath
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple
from unicodedata import east_asian_width
from xml.etree.ElementTree import Element

from policycli.errors import DocumentError
from policycli.ingest.readers import grid, limits
from policycli.ingest.readers.blocks import Block
from policycli.ingest.readers.columns import Piece
from policycli.ingest.readers.layout import Layout
from policycli.ingest.readers.numbering import attribute, child, children, local
from policycli.ingest.readers.zip import Archive
from policycli.language import _

__all__ = ["Page", "Picture", "read"]

_POINTS = 72 / 25.4  # of a millimetre
_STRAIGHT = 0.05  # of the size: how far a character may be turned
_THIN = 0.8  # millimetres; a filled box as thin is a line
_ASCENT = 0.88  # of the size is above the line that characters stand on
_A4 = [0.0, 0.0, 210.0, 297.0]
_PLAIN = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def read(
    raw: bytes, recognise: Callable[[Layout, Archive, "Page"], None] | None = None
) -> Iterator[Block]:
    """The blocks of an .ofd; the last names the pages that are pictures, if there are any.

    Args:
        raw: The file.
        recognise: Adds a page that is pictures to the layout; else such pages have no text.

    Raises:
        DocumentError: It is damaged, dangerous, too long, or holds nothing.
    """
    archive = Archive(raw)
    root = archive.xml("OFD.xml")
    if root is None:
        raise DocumentError(_("is a zip file, but no OFD document"))
    layout = Layout()
    blank: list[int] = []
    for at, page in enumerate(_pages(archive, root), 1):
        if at > limits.PAGES:
            raise DocumentError(_("has more than {n} pages; split it").format(n=limits.PAGES))
        if page.pictures and not page.chars:
            blank.append(at)
        if recognise and page.pictures and not page.chars:
            recognise(layout, archive, page)
        else:
            layout.add(page.chars, grid.tables(page.along, page.down, page.chars), page.height)
    if not (layout or blank):
        raise DocumentError(_("holds no text"))
    yield from layout.blocks()
    if blank:
        yield Block("pictures", ", ".join(map(str, blank)))


def _pages(archive: Archive, root: Element) -> Iterator["Page"]:
    """The pages of all documents in a file, in their order."""
    for body in children(root, "DocBody"):
        path = _joined("", _text(child(body, "DocRoot")))
        document = archive.xml(path)
        common = child(document, "CommonData")
        templates = {
            attribute(each, "ID"): _joined(path, attribute(each, "BaseLoc"))
            for each in children(common, "TemplatePage")
        }
        size = child(common, "PageArea", "PhysicalBox")
        files = dict(_files(archive, path, common))
        for each in children(child(document, "Pages"), "Page"):
            content = archive.xml(_joined(path, attribute(each, "BaseLoc")))
            page = Page(child(content, "Area", "PhysicalBox"), size, files=files)
            for used in children(content, "Template"):
                page.add(archive.xml(templates.get(attribute(used, "TemplateID"), "")))
            page.add(content)
            yield page


def _files(archive: Archive, path: str, common: Element | None) -> Iterator[tuple[str, str]]:
    """The ids of pictures with the parts that hold them (GB/T 33190, 7.9)."""
    for name in ("PublicRes", "DocumentRes"):
        for each in children(common, name):
            place = _joined(path, _text(each))
            root = archive.xml(place)
            base = posixpath.join(attribute(root, "BaseLoc"), "")
            for media in children(child(root, "MultiMedias"), "MultiMedia"):
                file = base + _text(child(media, "MediaFile"))
                yield attribute(media, "ID"), _joined(place, file)


def _joined(path: str, place: str) -> str:
    """A place in the archive, which is told from that of the part that names it."""
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(path), place)).lstrip("/")


def _text(element: Element | None) -> str:
    return ((element.text if element is not None else "") or "").strip()


class Picture(NamedTuple):
    """A picture on a page: the part that holds it, and its box, in points."""

    part: str
    left: float
    top: float
    width: float
    height: float


class Page:
    """What is on a page, in points from its upper left corner."""

    def __init__(self, *boxes: Element | None, files: Mapping[str, str]) -> None:
        sizes = [size for size in (_numbers(_text(box)) for box in boxes) if len(size) == 4]
        self.width, self.height = (side * _POINTS for side in [*sizes, _A4][0][2:])
        self._files = files
        self.chars: list[Piece] = []
        self.along: list[grid.Rule] = []
        self.down: list[grid.Rule] = []
        self.pictures: list[Picture] = []

    def add(self, element: Element | None) -> None:
        """Take in the content of a page, or of the template under it."""
        for layer in children(child(element, "Content"), "Layer"):
            self._objects(layer)

    def _objects(self, parent: Element) -> None:
        for each in parent:
            kind = local(each)
            if attribute(each, "Visible") == "false":
                continue
            if kind == "TextObject":
                self.chars += _chars(each)
                if len(self.chars) > limits.PAGE_SIGNS:
                    what = _("a page holds more than {n} characters")
                    raise DocumentError(what.format(n=limits.PAGE_SIGNS))
            elif kind == "PathObject":
                self._path(each)
            elif kind == "ImageObject":
                box = [side * _POINTS for side in _numbers(attribute(each, "Boundary"))]
                if len(box) == 4:
                    part = self._files.get(attribute(each, "ResourceID"), "")
                    self.pictures.append(Picture(part, *box))
            else:
                self._objects(each)

    def _path(self, element: Element) -> None:
        """Take in the straight parts of a path that lie along or down the page."""
        place = _Place(element)
        for (x0, y0), (x1, y1) in _strokes(_text(child(element, "AbbreviatedData")), place):
            if abs(y0 - y1) <= _THIN * _POINTS < abs(x0 - x1):
                self.along.append(grid.Rule((y0 + y1) / 2, min(x0, x1), max(x0, x1)))
            elif abs(x0 - x1) <= _THIN * _POINTS < abs(y0 - y1):
                self.down.append(grid.Rule((x0 + x1) / 2, min(y0, y1), max(y0, y1)))


class _Place:
    """Where an object is: its own coordinates → points of the page (GB/T 33190, 8.5)."""

    def __init__(self, element: Element) -> None:
        box = _numbers(attribute(element, "Boundary"))
        matrix = _numbers(attribute(element, "CTM"))
        self._left, self._top = [*box, 0.0, 0.0][:2]
        self.matrix = tuple(matrix) if len(matrix) == 6 else _PLAIN

    def __call__(self, x: float, y: float) -> tuple[float, float]:
        a, b, c, d, e, f = self.matrix
        return (
            (self._left + a * x + c * y + e) * _POINTS,
            (self._top + b * x + d * y + f) * _POINTS,
        )

    @property
    def upright(self) -> bool:
        """Whether what stands there is not turned."""
        a, b, c, d, _e, _f = self.matrix
        return a > 0 < d and abs(b) <= _STRAIGHT * a and abs(c) <= _STRAIGHT * d


def _numbers(text: str) -> list[float]:
    return [float(word) for word in text.split()]


def _chars(element: Element) -> Iterator[Piece]:
    """The characters of a piece of text."""
    place = _Place(element)
    size = float(attribute(element, "Size") or 0)
    height = size * abs(place.matrix[3]) * _POINTS
    x = y = 0.0
    for code in children(element, "TextCode"):
        x, y = float(attribute(code, "X") or x), float(attribute(code, "Y") or y)
        text = code.text or ""
        steps = _steps(attribute(code, "DeltaX"), len(text))
        downs = _steps(attribute(code, "DeltaY"), len(text))
        for at, char in enumerate(text):
            wide = size if east_asian_width(char) in "WFA" else size / 2
            left, base = place(x, y)
            right, _base = place(x + wide, y)
            yield {
                "text": char,
                "x0": left,
                "x1": right,
                "top": base - _ASCENT * height,
                "bottom": base + (1 - _ASCENT) * height,
                "size": height,
                "upright": place.upright,
            }
            x += steps[at] if at < len(steps) else 0.0 if downs else wide
            y += downs[at] if at < len(downs) else 0.0


def _steps(text: str, most: int) -> list[float]:
    """Distances between characters; ``g 3 2.5`` stands for three times 2.5."""
    steps: list[float] = []
    words = iter(text.split())
    for word in words:
        if word != "g":
            steps.append(float(word))
            continue
        times = min(int(next(words, "0")), most)
        steps += [float(next(words, "0"))] * times
    return steps


def _strokes(text: str, place: _Place) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    """The straight strokes of a path, from point to point."""
    words = text.split()
    begin = last = (0.0, 0.0)
    at = 0
    while at < len(words):
        kind, count = words[at], _OPERANDS.get(words[at], 0)
        operands = [float(word) for word in words[at + 1 : at + 1 + count]]
        at += 1 + count
        if kind == "C":
            yield last, begin
        elif len(operands) >= 2:
            point = place(*operands[-2:])
            if kind == "L":
                yield last, point
            else:
                begin = point if kind in "SM" else begin
            last = point


_OPERANDS = {"S": 2, "M": 2, "L": 2, "Q": 4, "B": 6, "A": 7, "C": 0}
"""The commands of a path, and how many numbers follow each (GB/T 33190, table 37)."""
