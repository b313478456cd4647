"""Web pages → blocks, with the parser of the standard library.

Nothing of a page is run, fetched or expanded: scripts, styles, frames and objects are passed
over, entities are single characters. Of a whole page only the paper is read (``article.py``).
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from html.parser import HTMLParser
from typing import NamedTuple

from policycli.errors import DocumentError
from policycli.ingest.readers import limits
from policycli.ingest.readers.article import Piece, Told, chosen
from policycli.ingest.readers.blocks import Block, clean, heading, paragraph, table
from policycli.ingest.readers.decode import decode
from policycli.language import _

__all__ = ["read"]


def _tags(names: str) -> frozenset[str]:
    return frozenset(names.split())


_SKIPPED = _tags(
    "script style noscript template iframe frame object embed applet svg math canvas audio video "
    "nav footer aside button select textarea head title"  # a form holds all of an ASP.NET page
)
_EMPTY = _tags("area base br col embed frame hr img input link meta param source track wbr")
_BREAKING = _tags(
    "address article blockquote body caption center dd div dl dt fieldset figcaption figure header "
    "hr li main ol p pre section table tbody td tfoot th thead tr ul"
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_ARTICLE = re.compile(
    r"\b(?:ucap-content|trs_editor|trs_ueditor|pages_content|article-?content|article_?con|"
    r"news_?content|zoom|xxgk_content|content_?body)\b",
    re.IGNORECASE,
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_CHARSET = re.compile(rb"""<meta[^>]{0,200}charset=["'\s]*([\w-]{2,20})""", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://\S{4,500}")
_SAVED = re.compile(rf"\s*saved from url=\(\d+\)(?P<address>{_ADDRESS.pattern})")
_MOST = 60  # columns, or rows, that a cell may take
_LONG_CELL = 400  # characters; longer cells belong to tables made for looks


def read(raw: bytes) -> Iterator[Block]:
    """The blocks of a page.

    Raises:
        DocumentError: Its text is in no known encoding, or its elements nest too deep.
    """
    declared = _CHARSET.search(raw[:4096])
    page = _Page()
    page.feed(decode(raw, declared[1].decode("ascii") if declared else ""))
    page.close()
    page.end_block()
    return chosen(page.pieces, Told(page.title, page.article, page.address))


class _Table:
    """A table while it is read: rows of cells, each with its own pieces."""

    def __init__(self) -> None:
        self.rows: list[list[list[Piece]]] = []
        self._spans: list[list[tuple[int, int]]] = []  # columns and rows that each cell takes

    def enter(self, tag: str, attrs: Mapping[str, str | None]) -> None:
        """Begin a row, or a cell of it."""
        if tag == "tr":
            self.rows.append([])
            self._spans.append([])
        elif self.rows:
            self.rows[-1].append([])
            self._spans[-1].append((_span(attrs.get("colspan")), _span(attrs.get("rowspan"))))

    def _texts(self) -> Iterator[list[str]]:
        """The texts of the cells, one a column; what goes on downwards stands in every row."""
        hanging: dict[int, tuple[int, str]] = {}  # by column: rows to go, and the text
        for row, spans in zip(self.rows, self._spans, strict=True):
            texts: list[str] = []
            for cell, (columns, rows) in zip(row, spans, strict=True):
                _fill(texts, hanging)
                own = [_joined(cell), *[""] * (columns - 1)]
                if rows > 1:
                    hanging |= {at: (rows, text) for at, text in enumerate(own, len(texts))}
                texts += own
            _fill(texts, hanging)
            hanging = {at: (left - 1, text) for at, (left, text) in hanging.items() if left > 1}
            yield texts

    def pieces(self) -> Iterable[Piece]:
        """The table as one block; one that is there for looks as the pieces in its cells."""
        wide = [row for row in self.rows if len(row) > 1]
        longest = max((len(_joined(cell)) for row in self.rows for cell in row), default=0)
        cells = [piece for row in self.rows for cell in row for piece in cell]
        if len(wide) < 2 or longest > _LONG_CELL:
            return cells
        linked = all(piece.linked for piece in cells)
        within = tuple(set.intersection(*(set(piece.inside) for piece in cells))) if cells else ()
        return [Piece(table(self._texts()), any(p.article for p in cells), linked, within)]


def _span(said: str | None) -> int:
    return max(1, min(int(said), _MOST)) if said and said.isascii() and said.isdecimal() else 1


def _fill(texts: list[str], hanging: Mapping[int, tuple[int, str]]) -> None:
    """Add the cells from above that stand where the row now is."""
    while len(texts) in hanging:
        texts.append(hanging[len(texts)][1])


def _joined(cell: Iterable[Piece]) -> str:
    return "".join(piece.block.text for piece in cell)


class _Element(NamedTuple):
    """An element that is open: whether skipped, whether the article, which one of the page."""

    tag: str
    skipped: bool
    article: bool
    order: int


_OUTSIDE = _Element("", False, False, 0)


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[Piece] = []
        self.title = ""
        self.article = ""
        self.address = ""
        self._open: list[_Element] = []
        self._count = 0  # elements so far
        self._tables: list[_Table] = []
        self._words: list[str] = []
        self._linked = 0
        self._level = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Enter an element."""
        if tag == "br":
            self._words.append("\n")
        elif tag in ("link", "meta"):
            self._take_told(dict(attrs))
        if tag in _EMPTY:
            return
        if len(self._open) >= limits.NESTING:
            raise DocumentError(_("its elements nest deeper than {n}").format(n=limits.NESTING))
        if tag in _BREAKING or tag in _HEADINGS:
            self.end_block()
            self._close_implied(tag)
            self._level = _HEADINGS.get(tag, 0)
        self._count += 1
        self._open.append(_Element(tag, *self._kind(tag, dict(attrs)), self._count))
        self._enter_table(tag, dict(attrs))

    def _take_told(self, attrs: Mapping[str, str | None]) -> None:
        """Take the address that a page gives of itself, and the title of its article.

        Sites of governments have to give that: 政府网站发展指引 (国办发〔2017〕47号), annex 1.
        """
        if (attrs.get("name") or "").lower() == "articletitle":
            self.article = attrs.get("content") or ""
        said = attrs.get("href") if attrs.get("rel") == "canonical" else None
        said = attrs.get("content") if attrs.get("property") == "og:url" else said
        if said and _ADDRESS.fullmatch(said):
            self.address = said

    def handle_comment(self, data: str) -> None:
        """Take the address that a browser notes in a page that it saves."""
        saved = _SAVED.match(data)
        if saved and not self.address:
            self.address = saved["address"]

    def _kind(self, tag: str, attrs: Mapping[str, str | None]) -> tuple[bool, bool]:
        """Whether an element is skipped, and whether it is in the article."""
        inside = self._inside()
        shown = tag in ("html", "body")  # by a script, when all of the page is there
        hidden = not shown and ("hidden" in attrs or _HIDDEN.search(attrs.get("style") or ""))
        names = f"{attrs.get('id') or ''} {attrs.get('class') or ''}"
        marked = tag in ("article", "main") or _ARTICLE.search(names)
        return (
            inside.skipped or tag in _SKIPPED or bool(hidden),
            inside.article or bool(marked),
        )

    def _inside(self) -> _Element:
        return self._open[-1] if self._open else _OUTSIDE

    def _close_implied(self, tag: str) -> None:
        """Paragraphs, items and cells end where the next begins, with or without a tag."""
        closing = {"p", "li", "dd", "dt"} if tag != "p" else {"p"}
        if tag in ("td", "th"):
            closing = {"p", "td", "th"}
        elif tag == "tr":
            closing = {"p", "td", "th", "tr"}
        while self._open and self._open[-1].tag in closing:
            self._open.pop()

    def _enter_table(self, tag: str, attrs: Mapping[str, str | None]) -> None:
        if tag == "table":
            self._tables.append(_Table())
        elif tag in ("tr", "td", "th") and self._tables:
            self._tables[-1].enter(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        """Leave an element, and those inside it that were left open."""
        if tag in _BREAKING or tag in _HEADINGS:
            self.end_block()
            self._level = 0
        at = next((n for n in range(len(self._open) - 1, -1, -1) if self._open[n].tag == tag), None)
        if at is not None:
            del self._open[at:]
        if tag == "table" and self._tables:
            self._add(self._tables.pop().pieces())

    def handle_data(self, data: str) -> None:
        """Take in text."""
        if self._inside().tag == "title" and not self.title:
            self.title = data
        if self._inside().skipped:
            return
        text = data.replace("\n", " ").replace("\t", " ")
        self._words.append(text)
        if any(element.tag == "a" for element in self._open):
            self._linked += len(text.strip())

    def end_block(self) -> None:
        """Make a block of the text read so far; at the end of the page, of open tables too."""
        text = clean("".join(self._words))
        linked, self._linked = self._linked, 0
        self._words.clear()
        if text:
            block = heading(text, self._level) if self._level else paragraph(text)
            menu = linked * 2 > len(text) and not self._level and text[-1] not in "。；："
            within = tuple(element.order for element in self._open)
            self._add([Piece(block, self._inside().article, menu, within)])

    def _add(self, pieces: Iterable[Piece]) -> None:
        if self._tables and self._tables[-1].rows and self._tables[-1].rows[-1]:
            self._tables[-1].rows[-1][-1].extend(pieces)
        else:
            self.pieces.extend(pieces)

    def close(self) -> None:
        """End what was left open."""
        super().close()
        self.end_block()
        while self._tables:
            self._add(self._tables.pop().pieces())
