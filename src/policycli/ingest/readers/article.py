"""Which pieces of a web page are the paper: without menus, under its title.

Where a page marks its article (as the sites of governments do), that is read; else the innermost
element that holds nearly all the prose. What stands above it is kept from the title on, and before
the title only what a site tells of a paper (文号：……).
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from policycli.ingest.readers.blocks import Block, clean, heading, paragraph

__all__ = ["Piece", "Told", "chosen"]

_SITE = re.compile(r"(?:\s*[_|]\s*[^_|]{2,20})+$|\s+[-—–]+\s+[^-—–]{2,20}$")
_TELLING = 8  # characters of a line that is in the title of its page
_HEAD = 80  # lines of a page in which its title stands
_PARTING = ("", *" \u3000_-|—–·>")  # between a title and the names of section and site
_NAME_OF_SITE = re.compile(
    r"[^《》“”]{0,20}(?:网|网站|网页|平台|首页|门户|局|厅|委|政府|公司|委员会|中心|信息公开|政务公开|"
    r"政策文件|政策法规|通知公告|公示公告|文件库|正文|全文|详情页?|详细|内容页?|页面|文档|Document|Untitled)",
    re.IGNORECASE,
)
_MARKUP = re.compile(r"<[^>]{0,80}>")
_FACT = re.compile(
    r"[^：:。]{2,10}[：:]|.{0,40}(?:号[）)]?|文\s*件|令)$"
)  # 文号：……, or a line of a head
_ENOUGH = 200  # characters; less is not the article of a page
_PROSE = 40  # characters of a line without a full stop that is more than one of a menu
_FEWEST = 3  # pieces of an article: title or signature, besides a paragraph
_NEARLY_ALL = 0.85  # of the prose of a page


class Piece(NamedTuple):
    """A block of a page.

    Attributes:
        article: Whether it stands in what the page marks as its article.
        linked: Whether most of it is links.
        inside: The elements it stands in, by their order in the page, from outside in.
    """

    block: Block
    article: bool
    linked: bool
    inside: tuple[int, ...] = ()


class Told(NamedTuple):
    """What a page says of itself: its title, that of its article in ``<meta>``, its address."""

    title: str = ""
    article: str = ""
    address: str = ""


def chosen(pieces: Iterable[Piece], told: Told) -> Iterator[Block]:
    """The paper that a page holds."""
    kept = [piece for piece in pieces if not piece.linked]
    title = _title(told, kept)
    paper = _from_title(kept, _article(kept), title)
    if title and not any(piece.block.level == 1 for piece in paper):
        yield heading(title, 1)
    if told.address:
        yield paragraph(f"原文链接：{told.address}")
    yield from _once([piece.block for piece in paper], title)


def _once(blocks: Sequence[Block], title: str) -> Iterator[Block]:
    """The blocks; what says the title again above the text is left out."""
    heads = [at for at, block in enumerate(blocks) if _flat(block.text) == _flat(title)]
    first = next((at for at, block in enumerate(blocks) if "。" in block.text), len(blocks))
    headed = any(block.level == 1 for block in blocks)
    again = {at for at in heads[1 if headed else 0 :] if at < first and blocks[at].level}
    yield from (block for at, block in enumerate(blocks) if at not in again)


def _title(told: Told, pieces: Sequence[Piece]) -> str:
    """The title that the page gives its article, else its own without the name of the site."""
    if article := clean(_MARKUP.sub("", told.article)).replace("\n", ""):
        return article
    title = _titled(clean(told.title), pieces)
    return "" if _NAME_OF_SITE.fullmatch(title) else title


def _titled(title: str, pieces: Iterable[Piece]) -> str:
    """The title of a page without the names of site and section: what of it the page says too."""
    texts = [line for piece in pieces for line in piece.block.text.split("\n")][:_HEAD]
    several = ("".join(texts[at : at + n]) for n in (1, 2, 3) for at in range(len(texts)))
    said = [text for text in several if len(text) >= _TELLING and _stands_alone(text, title)]
    return max(said, key=len, default=_SITE.sub("", title))


def _stands_alone(text: str, title: str) -> bool:
    """Whether what stands beside a text in a title is parted from it."""
    before, found, after = title.partition(text)
    return bool(found) and before[-1:] in _PARTING and after[:1] in _PARTING


def _article(pieces: Sequence[Piece]) -> list[int]:
    """Which pieces are the article."""
    marked = [at for at, piece in enumerate(pieces) if piece.article]
    if sum(len(pieces[at].block.text) for at in marked) >= _ENOUGH:
        return marked
    return _densest(pieces)


def _densest(pieces: Sequence[Piece]) -> list[int]:
    """The pieces in the innermost element that holds nearly all the prose of a page."""
    prose: Counter[int] = Counter()
    held: Counter[int] = Counter()
    for piece in pieces:
        held.update(piece.inside)
        if _is_prose(piece):
            prose.update(dict.fromkeys((0, *piece.inside), _size(piece)))
    holding = (n for n, size in prose.items() if size >= _NEARLY_ALL * prose[0])
    innermost = max((n for n in holding if held[n] >= _FEWEST), default=0)
    return [at for at, piece in enumerate(pieces) if innermost in (0, *piece.inside)]


def _from_title(pieces: Sequence[Piece], article: Sequence[int], title: str) -> list[Piece]:
    """The article with its title above it, and what the page tells of it above that."""
    first = next((at for at in article if _is_prose(pieces[at])), len(pieces))
    titled = [at for at in range(first) if _flat(pieces[at].block.text) == _flat(title)]
    start = titled[-1] if titled else 0
    kept = {*range(start, article[0] if titled else 0), *(at for at in article if at >= start)}
    return [
        piece
        for at, piece in enumerate(pieces)
        if at in kept or (at < first and _tells(piece, above=bool(titled)))
    ]


def _is_prose(piece: Piece) -> bool:
    return "。" in piece.block.text or _size(piece) >= _PROSE


def _size(piece: Piece) -> int:
    return len(piece.block.text) + sum(len(cell) for row in piece.block.rows for cell in row)


def _tells(piece: Piece, above: bool) -> bool:
    """Whether a piece outside the article tells something of the paper: its title, or a fact."""
    block = piece.block
    if block.level:
        return block.level == 1 and not above
    return bool(block.rows) or _FACT.match(block.text) is not None


def _flat(text: str) -> str:
    return "".join(text.split())
