"""PDF → blocks, by way of pdfplumber, which keeps the clauses and tables of Chinese PDFs whole."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import BytesIO
from itertools import groupby
from typing import Any

from policycli.errors import DocumentError
from policycli.ingest.readers import limits
from policycli.ingest.readers.blocks import Block, table
from policycli.ingest.readers.columns import Gutter, Piece, Region, gutter_of, middle, regions
from policycli.ingest.readers.lines import Line, Setting, blocks, setting, without_margins
from policycli.language import _

__all__ = ["read"]

Place = tuple[int, float]  # number of the region, and distance from the top, in points
Found = tuple[Place, Block]
_BOX = ("x0", "top", "x1", "bottom")
_HANGING = 10  # the share of lines of a column that may be longer than it is wide
_GAP = 0.9  # times the size of a character; as far apart, a space was meant


def read(raw: bytes) -> Iterator[Block]:
    """The blocks of a PDF.

    Raises:
        DocumentError: The file is locked, too long, or only pictures of text.
    """
    pdf = _opened(raw)
    if len(pdf.pages) > limits.PAGES:
        raise DocumentError(_("has more than {n} pages; split it").format(n=limits.PAGES))
    lines: list[Line] = []
    tables: list[Found] = []
    blank: list[int] = []
    before: Gutter | None = None
    number = 0
    for at, page in enumerate(pdf.pages, 1):
        found = _tables(page, at)
        if page.images and not page.chars:
            blank.append(at)
        text = _outside(page.chars, found)
        gutter = gutter_of(text, before)
        before = gutter or before
        for region in regions(text, found, gutter):
            chars = [piece for piece in region.pieces if "block" not in piece]
            boxes = [piece for piece in region.pieces if "block" in piece]
            lines += _lines(region._replace(pieces=chars), number, float(page.height))
            tables += [((number, box["top"]), box["block"]) for box in boxes]
            number += 1
        page.close()  # forgets what was parsed: a long file would fill the memory
    if not lines and not tables:
        what = _("is a scan, pictures without text; run text recognition (OCR) on it first")
        raise DocumentError(what if blank else _("holds no text"))
    yield from _in_order(without_margins(lines), tables)
    if blank:
        what = _("pages without text, perhaps scanned: {pages}")
        yield Block("missing", what.format(pages=", ".join(map(str, blank))))


def _opened(raw: bytes) -> Any:
    import pdfplumber

    try:
        return pdfplumber.open(BytesIO(raw))
    except Exception as error:
        locked = "Password" in repr(error) or "Encrypt" in repr(error)
        what = _("is locked with a password; unlock it first") if locked else _("is a damaged PDF")
        raise DocumentError(what) from error


def _tables(page: Any, at: int) -> list[Piece]:
    """The tables of a page as boxes with a block; a frame around text is none."""
    signs = sum(len(page.objects.get(kind, ())) for kind in ("char", "line", "rect", "curve"))
    if signs > limits.PAGE_SIGNS:
        what = _("page {page} holds more than {n} characters and lines")
        raise DocumentError(what.format(page=at, n=limits.PAGE_SIGNS))
    if not page.edges:
        return []
    found: list[Piece] = []
    for each in page.find_tables():
        block = table([cell or "" for cell in row] for row in each.extract())
        if len(block.rows) > 1 and len(block.rows[0]) > 1:
            found.append(dict(zip(_BOX, each.bbox, strict=True), block=block))
    return found


def _outside(chars: Iterable[Piece], tables: Sequence[Piece]) -> list[Piece]:
    """The upright characters that are in no table; watermarks lie askew."""
    return [char for char in chars if char["upright"] and not any(_in(char, b) for b in tables)]


def _in(char: Piece, box: Piece) -> bool:
    x, y = (char["x0"] + char["x1"]) / 2, middle(char)
    return bool(box["x0"] <= x <= box["x1"] and box["top"] <= y <= box["bottom"])


def _lines(region: Region, page: int, height: float) -> Iterator[Line]:
    """Characters whose middles are about level make a line."""
    group: list[Piece] = []
    lines: list[list[Piece]] = []
    for char in sorted(region.pieces, key=middle):
        if group and middle(char) - middle(group[-1]) > 0.4 * char["size"]:
            lines.append(group)
            group = []
        group.append(char)
    for line in (line for chars in [*lines, group] for line in _line(chars, page, height)):
        x0, x1 = line.x0 - region.shift, line.x1 - region.shift
        yield line._replace(x0=x0, x1=x1, narrow=region.narrow)


def _line(chars: list[Piece], page: int, height: float) -> Iterator[Line]:
    chars = sorted(chars, key=lambda char: char["x0"])
    while chars and chars[-1]["text"].isspace():
        chars.pop()
    text, end = "", 0.0
    for char in chars:
        gap = char["x0"] - end > _GAP * char["size"]
        text += (" " if text and gap else "") + char["text"]
        end = char["x1"]
    words = [char for char in chars if not char["text"].isspace()]
    if words:
        sizes = sorted(round(char["size"] * 2) / 2 for char in words)
        top = min(char["top"] for char in words)
        start = words[0]["x0"]
        yield Line(text.strip(), page, start, end, top, sizes[len(sizes) // 2], height)


def _in_order(lines: Sequence[Line], tables: Sequence[Found]) -> Iterator[Block]:
    """Text and tables from top to bottom; a table that goes on on the next page is one."""
    if not lines:
        yield from _merged(block for _place, block in tables)
        return
    how = _settings(lines)
    pieces: list[tuple[Place, Line | Block]] = [
        *(((line.page, line.top), line) for line in lines),
        *tables,
    ]
    ordered = [piece for _place, piece in sorted(pieces, key=lambda piece: piece[0])]
    yield from _merged(_blocks(ordered, how))


def _settings(lines: Sequence[Line]) -> dict[bool, Setting]:
    """How lines in columns are set, and how others are; headings are of the same sizes in both."""
    whole = setting(lines)
    wide = [line for line in lines if not line.narrow]
    narrow = [line for line in lines if line.narrow]
    settings = {False: setting(wide)} if wide else {}
    if narrow:
        ends = sorted(line.x1 for line in narrow)
        edge = ends[-1 - len(ends) // _HANGING]  # most lines of a column reach it, some hang over
        settings[True] = setting(narrow)._replace(right=edge)
    return {
        columns: how._replace(size=whole.size, sizes=whole.sizes)
        for columns, how in settings.items()
    }


def _blocks(pieces: Iterable[Line | Block], how: Mapping[bool, Setting]) -> Iterator[Block]:
    for narrow, group in groupby(pieces, lambda p: p.narrow if isinstance(p, Line) else None):
        if narrow is None:
            yield from (piece for piece in group if isinstance(piece, Block))
        else:
            yield from blocks((piece for piece in group if isinstance(piece, Line)), how[narrow])


def _merged(pieces: Iterable[Block]) -> Iterator[Block]:
    held: Block | None = None
    for block in pieces:
        if held and block.rows and len(block.rows[0]) == len(held.rows[0]):
            again = block.rows[0] == held.rows[0]
            held = held._replace(rows=held.rows + block.rows[int(again) :])
            continue
        if held:
            yield held
        held = block if block.rows else None
        if not block.rows:
            yield block
    if held:
        yield held
