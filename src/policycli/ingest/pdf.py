"""PDF → blocks, by way of pdfplumber, which keeps the clauses and tables of Chinese PDFs whole."""

from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from itertools import groupby
from typing import Any

from policycli.errors import DocumentError
from policycli.ingest import limits
from policycli.ingest.blocks import Block, table
from policycli.ingest.lines import Line, Setting, blocks, setting, without_margins
from policycli.language import _

__all__ = ["read"]

Place = tuple[int, float]  # page and distance from its top, in points
Found = tuple[Place, Block]
_GAP = 0.9  # times the size of a character; as far apart, a space was meant


def read(raw: bytes) -> Iterator[Block]:
    """The blocks of a PDF.

    Raises:
        DocumentError: pdfplumber is not installed, or the file is locked, too long, or only
            pictures of text.
    """
    pdf = _opened(raw)
    if len(pdf.pages) > limits.PAGES:
        raise DocumentError(_("has more than {n} pages; split it").format(n=limits.PAGES))
    lines: list[Line] = []
    tables: list[Found] = []
    blank: list[int] = []
    for at, page in enumerate(pdf.pages):
        found = _tables(page, at)
        text = _lines(_outside(page.chars, found), at, float(page.height))
        if page.images and not page.chars:
            blank.append(at + 1)
        lines += text
        tables += [(place, block) for place, block, _box in found]
        page.close()  # forgets what was parsed: a long file would fill the memory
    if not lines and not tables:
        what = _("is a scan, pictures without text; run text recognition (OCR) on it first")
        raise DocumentError(what if blank else _("holds no text"))
    yield from _in_order(without_margins(lines), tables)
    if blank:
        what = _("pages without text, perhaps scanned: {pages}")
        yield Block("missing", what.format(pages=", ".join(map(str, blank))))


def _opened(raw: bytes) -> Any:
    try:
        import pdfplumber
    except ImportError as error:
        what = _("is a PDF, and reading these needs pdfplumber: pip install 'policycli[pdf]'")
        raise DocumentError(what) from error
    try:
        return pdfplumber.open(BytesIO(raw))
    except Exception as error:
        locked = "Password" in repr(error) or "Encrypt" in repr(error)
        what = _("is locked with a password; unlock it first") if locked else _("is a damaged PDF")
        raise DocumentError(what) from error


def _tables(page: Any, at: int) -> list[tuple[Place, Block, tuple[float, ...]]]:
    """The tables of a page with their places and boxes; a frame around text is none."""
    signs = sum(len(page.objects.get(kind, ())) for kind in ("char", "line", "rect", "curve"))
    if signs > limits.PAGE_SIGNS:
        what = _("page {page} holds more than {n} characters and lines")
        raise DocumentError(what.format(page=at + 1, n=limits.PAGE_SIGNS))
    if not page.edges:
        return []
    found = []
    for each in page.find_tables():
        block = table([cell or "" for cell in row] for row in each.extract())
        if len(block.rows) > 1 and len(block.rows[0]) > 1:
            found.append(((at, each.bbox[1]), block, each.bbox))
    return found


def _outside(
    chars: Iterable[dict[str, Any]], tables: Sequence[tuple[Place, Block, tuple[float, ...]]]
) -> list[dict[str, Any]]:
    """The upright characters that are in no table; watermarks lie askew."""
    boxes = [box for _place, _block, box in tables]
    return [char for char in chars if char["upright"] and not any(_in(char, b) for b in boxes)]


def _in(char: dict[str, Any], box: tuple[float, ...]) -> bool:
    x, y = (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2
    return bool(box[0] <= x <= box[2] and box[1] <= y <= box[3])


def _lines(chars: Iterable[dict[str, Any]], page: int, height: float) -> Iterator[Line]:
    """Characters whose middles are about level make a line."""
    group: list[dict[str, Any]] = []
    for char in sorted(chars, key=_middle):
        if group and _middle(char) - _middle(group[-1]) > 0.4 * char["size"]:
            yield from _line(group, page, height)
            group = []
        group.append(char)
    yield from _line(group, page, height)


def _middle(char: dict[str, Any]) -> float:
    return float(char["top"] + char["bottom"]) / 2


def _line(chars: list[dict[str, Any]], page: int, height: float) -> Iterator[Line]:
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
    how = setting(lines)
    pieces: list[tuple[Place, Line | Block]] = [
        *(((line.page, line.top), line) for line in lines),
        *tables,
    ]
    ordered = [piece for _place, piece in sorted(pieces, key=lambda piece: piece[0])]
    yield from _merged(_blocks(ordered, how))


def _blocks(pieces: Iterable[Line | Block], how: Setting) -> Iterator[Block]:
    for are_lines, group in groupby(pieces, lambda piece: isinstance(piece, Line)):
        if are_lines:
            yield from blocks((piece for piece in group if isinstance(piece, Line)), how)
        else:
            yield from (piece for piece in group if isinstance(piece, Block))


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
