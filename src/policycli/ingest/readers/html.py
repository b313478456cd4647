"""Web pages → blocks, with the parser of the standard library.

Nothing of a page is run, fetched or expanded: scripts, styles, frames and objects are passed
over, entities are single characters. Menus and lists of links are no part of a paper, and where
a page marks its article (as the sites of governments do), only that is read.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from html.parser import HTMLParser
from typing import NamedTuple

from policycli.errors import DocumentError
from policycli.ingest.readers import limits
from policycli.ingest.readers.blocks import Block, clean, heading, paragraph, table
from policycli.ingest.readers.decode import decode
from policycli.language import _

__all__ = ["read"]


def _tags(names: str) -> frozenset[str]:
    return frozenset(names.split())


_SKIPPED = _tags(
    "script style noscript template iframe frame object embed applet svg math canvas audio video "
    "nav footer aside form button select textarea head title"
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
_SITE = re.compile(r"(?:\s*[_|]\s*[^_|]{2,20})+$|\s+[-—–]+\s+[^-—–]{2,20}$")
_TELLING = 8  # characters of a line that is in the title of its page
_HEAD = 80  # lines of a page in which its title stands
_PARTING = ("", *" _-|—–·>")  # between a title and the names of section and site
_ADDRESS = re.compile(r"https?://\S{4,500}")
_SAVED = re.compile(rf"\s*saved from url=\(\d+\)(?P<address>{_ADDRESS.pattern})")
_NAME_OF_SITE = re.compile(
    r"[^《》“”]{0,20}(?:网|网站|网页|平台|首页|门户|局|厅|委|政府|公司|委员会|中心|信息公开|政务公开|"
    r"政策文件|政策法规|通知公告|公示公告|文件库|正文|全文|详情页?|详细|内容页?|页面|文档|Document|Untitled)",
    re.IGNORECASE,
)
_ENOUGH = 200  # characters; less is not the article of a page
_MOST = 60  # columns, or rows, that a cell may take
_LONG_CELL = 400  # characters; longer cells belong to tables made for looks


class _Piece(NamedTuple):
    block: Block
    article: bool  # whether it stands in what the page marks as its article
    linked: bool  # whether most of it is links


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
    return _chosen(page)


def _chosen(page: "_Page") -> Iterator[Block]:
    """The article where there is one, without menus, under the title of the page."""
    kept = [piece for piece in page.pieces if not piece.linked]
    inside = [piece for piece in kept if piece.article]
    if sum(len(piece.block.text) for piece in inside) >= _ENOUGH:
        kept = [piece for piece in kept if piece.article or piece.block.level == 1]
    if page.title and not any(piece.block.level == 1 for piece in kept):
        title = _titled(clean(page.title), kept)
        yield from () if _NAME_OF_SITE.fullmatch(title) else (heading(title, 1),)
    if page.address:
        yield paragraph(f"原文链接：{page.address}")
    yield from (piece.block for piece in kept)


def _titled(title: str, pieces: Iterable[_Piece]) -> str:
    """The title of a page without the names of site and section: what of it the page says too."""
    texts = [line for piece in pieces for line in piece.block.text.split("\n")][:_HEAD]
    several = ("".join(texts[at : at + n]) for n in (1, 2, 3) for at in range(len(texts)))
    said = [text for text in several if len(text) >= _TELLING and _stands_alone(text, title)]
    return max(said, key=len, default=_SITE.sub("", title))


def _stands_alone(text: str, title: str) -> bool:
    """Whether what stands beside a text in a title is parted from it."""
    before, found, after = title.partition(text)
    return bool(found) and before[-1:] in _PARTING and after[:1] in _PARTING


class _Table:
    """A table while it is read: rows of cells, each with its own pieces."""

    def __init__(self) -> None:
        self.rows: list[list[list[_Piece]]] = []
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

    def pieces(self) -> Iterable[_Piece]:
        """The table as one block; one that is there for looks as the pieces in its cells."""
        wide = [row for row in self.rows if len(row) > 1]
        longest = max((len(_joined(cell)) for row in self.rows for cell in row), default=0)
        cells = [piece for row in self.rows for cell in row for piece in cell]
        if len(wide) < 2 or longest > _LONG_CELL:
            return cells
        linked = all(piece.linked for piece in cells)
        return [_Piece(table(self._texts()), any(piece.article for piece in cells), linked)]


def _span(said: str | None) -> int:
    return max(1, min(int(said), _MOST)) if said and said.isascii() and said.isdecimal() else 1


def _fill(texts: list[str], hanging: Mapping[int, tuple[int, str]]) -> None:
    """Add the cells from above that stand where the row now is."""
    while len(texts) in hanging:
        texts.append(hanging[len(texts)][1])


def _joined(cell: Iterable[_Piece]) -> str:
    return "".join(piece.block.text for piece in cell)


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[_Piece] = []
        self.title = ""
        self.address = ""
        self._open: list[tuple[str, bool, bool]] = []  # name, whether skipped, whether the article
        self._tables: list[_Table] = []
        self._words: list[str] = []
        self._linked = 0
        self._level = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Enter an element."""
        if tag == "br":
            self._words.append("\n")
        elif tag in ("link", "meta"):
            self._take_address(dict(attrs))
        if tag in _EMPTY:
            return
        if len(self._open) >= limits.NESTING:
            raise DocumentError(_("its elements nest deeper than {n}").format(n=limits.NESTING))
        if tag in _BREAKING or tag in _HEADINGS:
            self.end_block()
            self._close_implied(tag)
            self._level = _HEADINGS.get(tag, 0)
        self._open.append((tag, *self._kind(tag, dict(attrs))))
        self._enter_table(tag, dict(attrs))

    def _take_address(self, attrs: Mapping[str, str | None]) -> None:
        """Take the address that a page gives of itself."""
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
        skipped, article = self._inside()
        hidden = "hidden" in attrs or _HIDDEN.search(attrs.get("style") or "")
        names = f"{attrs.get('id') or ''} {attrs.get('class') or ''}"
        marked = tag in ("article", "main") or _ARTICLE.search(names)
        return skipped or tag in _SKIPPED or bool(hidden), article or bool(marked)

    def _inside(self) -> tuple[bool, bool]:
        return self._open[-1][1:] if self._open else (False, False)

    def _close_implied(self, tag: str) -> None:
        """Paragraphs, items and cells end where the next begins, with or without a tag."""
        closing = {"p", "li", "dd", "dt"} if tag != "p" else {"p"}
        if tag in ("td", "th"):
            closing = {"p", "td", "th"}
        elif tag == "tr":
            closing = {"p", "td", "th", "tr"}
        while self._open and self._open[-1][0] in closing:
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
        at = next((n for n in range(len(self._open) - 1, -1, -1) if self._open[n][0] == tag), None)
        if at is not None:
            del self._open[at:]
        if tag == "table" and self._tables:
            self._add(self._tables.pop().pieces())

    def handle_data(self, data: str) -> None:
        """Take in text."""
        if self._open and self._open[-1][0] == "title" and not self.title:
            self.title = data
        if self._inside()[0]:
            return
        text = data.replace("\n", " ").replace("\t", " ")
        self._words.append(text)
        if any(tag == "a" for tag, *_kinds in self._open):
            self._linked += len(text.strip())

    def end_block(self) -> None:
        """Make a block of the text read so far; at the end of the page, of open tables too."""
        text = clean("".join(self._words))
        linked, self._linked = self._linked, 0
        self._words.clear()
        if text:
            block = heading(text, self._level) if self._level else paragraph(text)
            menu = linked * 2 > len(text) and not self._level and not text.endswith("。")
            self._add([_Piece(block, self._inside()[1], menu)])

    def _add(self, pieces: Iterable[_Piece]) -> None:
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
