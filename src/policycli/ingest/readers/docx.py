"""Word documents → blocks: paragraphs, headings, automatic numbers and tables, in their order.

Read with the standard library alone, since what matters here (numbers that Word puts in, text in
boxes, insertions) python-docx leaves out. Deleted and hidden text is not read.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from xml.etree.ElementTree import Element

from policycli.errors import DocumentError
from policycli.ingest.readers.blocks import Block, heading, paragraph, table
from policycli.ingest.readers.numbering import Numbering, attribute, child, children, local
from policycli.ingest.readers.zip import Archive, check_kind
from policycli.language import _

__all__ = ["RECORDS", "Reader", "read"]

RECORDS = "urn:policycli:records:1"
"""The namespace of the part with the records that a paper was made of."""

_CONTAINERS = frozenset(("body", "sdt", "sdtContent", "ins", "moveTo", "smartTag", "customXml"))
_CONTAINERS |= {"sect", "sub-section", "annotation", "content"}  # of Word 2003
_UNREAD = frozenset(("del", "moveFrom", "Fallback", "pPr", "rPr", "instrText", "delText", "rt"))
_UNREAD |= {"txbxContent", "footnoteReference"}
_COMMENT = "Word.Comment"
_MERGED = ("vMerge", "vmerge")  # the second in Word 2003
_SPAN = 60  # columns that a cell may take
_TITLES = ("title", "标题")


def read(raw: bytes) -> Iterator[Block]:
    """The blocks of a .docx.

    Raises:
        DocumentError: It is damaged, has macros, is dangerous, or is no text document.
    """
    archive = Archive(raw)
    check_kind(archive)
    root = archive.xml("word/document.xml")
    if root is None:
        raise DocumentError(_("is no Word document inside; save it as .docx"))
    yield from _records(archive)
    numbering, styles = archive.xml("word/numbering.xml"), archive.xml("word/styles.xml")
    reader = Reader(Numbering(numbering), styles, _chunks(archive))
    for body in children(root, "body"):
        yield from reader.blocks(body)


def _chunks(archive: Archive) -> dict[str, bytes]:
    """The pages that stand for a part of the text (altChunk), by their ids."""
    relations = archive.xml("word/_rels/document.xml.rels")
    targets = {
        f"word/{each.get('Target', '').removeprefix('/word/')}": each.get("Id", "")
        for each in (relations if relations is not None else ())
        if each.get("Type", "").endswith("/aFChunk")
    }
    return {targets[i.filename]: archive.content(i) for i in archive.infos if i.filename in targets}


def _page(raw: bytes) -> Iterator[Block]:
    """The blocks of such a page, which may be one with its pictures (.mht)."""
    from policycli.ingest.readers import html, mhtml, signs

    return mhtml.read(raw) if signs.is_web_archive(raw) else html.read(raw)


def _records(archive: Archive) -> Iterator[Block]:
    """What an export put in; Word numbers such parts anew."""
    for name in sorted(archive.names):
        if re.fullmatch(r"customXml/item[0-9]+\.xml", name):
            part = archive.xml(name)
            if part is not None and part.tag == f"{{{RECORDS}}}records":
                yield Block("records", part.text or "")
                return


class _Style:
    """What a paragraph style lays down, with what it takes over from the one it is based on."""

    def __init__(self, element: Element) -> None:
        self.name = attribute(child(element, "name")).lower()
        self.base = attribute(child(element, "basedOn"))
        self.properties = child(element, "pPr")


class Reader:
    """Reads the body of a document.

    Args:
        numbering: Its lists.
        styles: Its styles; ``None`` where it has none.
        chunks: Pages that stand for a part of it, by their ids.
    """

    def __init__(
        self,
        numbering: Numbering,
        styles: Element | None,
        chunks: Mapping[str, bytes] = MappingProxyType({}),
    ) -> None:
        self._numbering = numbering
        self._chunks = chunks
        self._styles = {attribute(e, "styleId"): _Style(e) for e in children(styles, "style")}

    def blocks(self, parent: Element) -> Iterator[Block]:
        """The blocks inside an element."""
        for element in parent:
            kind = local(element)
            if kind == "p":
                yield self._paragraph(element)
                for box in _boxes(element):
                    yield from self.blocks(box)
            elif kind == "tbl":
                yield from self._table(element)
            elif kind == "altChunk" and attribute(element, "id") in self._chunks:
                yield from _page(self._chunks[attribute(element, "id")])
            elif kind in _CONTAINERS:
                yield from self.blocks(element)

    def _paragraph(self, element: Element) -> Block:
        text = "".join(_text(element))
        chain = self._chain(attribute(child(element, "pPr", "pStyle")))
        own = child(element, "pPr")
        properties = [p for p in (own, *(s.properties for s in chain)) if p is not None]
        number = self.number(properties)
        if number and text.strip():
            text = f"{number} {text}"
        level = _level(properties, chain)
        return paragraph(text) if level is None else heading(text, level)

    def _chain(self, style_id: str) -> list[_Style]:
        """A style and those it is based on."""
        chain: list[_Style] = []
        while style_id in self._styles and self._styles[style_id] not in chain:
            chain.append(self._styles[style_id])
            style_id = chain[-1].base
        return chain

    def number(self, properties: Iterable[Element]) -> str:
        """The automatic number: of the list that the paragraph names, or else its style."""
        for each in properties:
            list_id = attribute(child(each, "numPr", "numId"))
            if list_id:
                depth = attribute(child(each, "numPr", "ilvl"))
                return self._numbering.next(list_id, int(depth) if depth.isdecimal() else 0)
        return ""

    def _table(self, element: Element) -> Iterator[Block]:
        """A table, or what is in it where it has one cell only: that is a box."""
        rows = [list(children(row, "tc")) for row in _descend(element, "tr")]
        if sum(map(len, rows)) == 1:
            yield from self.blocks(rows[0][0])
            return
        yield table(self._rows(rows))

    def _rows(self, rows: list[list[Element]]) -> Iterator[list[str]]:
        """The texts of the cells, one a column; a cell that goes on downwards has that above."""
        above: list[str] = []
        for row in rows:
            texts: list[str] = []
            for cell in row:
                marks = (child(cell, "tcPr", name) for name in _MERGED)
                goes_on = any(attribute(m) != "restart" for m in marks if m is not None)
                same = above[len(texts)] if goes_on and len(texts) < len(above) else ""
                span = attribute(child(cell, "tcPr", "gridSpan"))
                texts += [same or self._cell(cell)]
                texts += [""] * (min(int(span), _SPAN) - 1 if span.isdecimal() else 0)
            above = texts
            yield texts

    def _cell(self, cell: Element) -> str:
        """The text of a cell; a table inside it comes as its cells."""
        texts = (
            block.text or " ".join(" ".join(row) for row in block.rows)
            for block in self.blocks(cell)
        )
        return "\n".join(texts)


def _descend(element: Element, name: str) -> Iterator[Element]:
    """The children of this name, also inside content controls."""
    for each in element:
        if local(each) == name:
            yield each
        elif local(each) in _CONTAINERS:
            yield from _descend(each, name)


def _text(element: Element) -> Iterator[str]:
    for each in element:
        kind = local(each)
        if kind == "t":
            yield each.text or ""
        elif kind in ("tab", "ptab"):
            yield " "
        elif kind in ("br", "cr"):
            yield "\n"
        elif kind == "noBreakHyphen":
            yield "-"
        elif kind not in _UNREAD and not _hidden(each):
            yield from _text(each)


def _hidden(element: Element) -> bool:
    """Whether it is a run that is not shown, or a comment as Word 2003 has them."""
    vanish = child(element, "rPr", "vanish") if local(element) == "r" else None
    hidden = vanish is not None and attribute(vanish) not in ("0", "false", "off")
    return hidden or (local(element) == "annotation" and attribute(element, "type") == _COMMENT)


def _boxes(element: Element) -> Iterator[Element]:
    """The text boxes anchored in a paragraph; their copies for old versions of Word are not."""
    for each in element:
        if local(each) == "txbxContent":
            yield each
        elif local(each) not in ("Fallback", "del", "moveFrom"):
            yield from _boxes(each)


def _level(properties: list[Element], chain: list[_Style]) -> int | None:
    """The level of a heading; ``None`` for text."""
    if any(style.name in _TITLES for style in chain[:1]):
        return 0
    for each in properties:
        outline = attribute(child(each, "outlineLvl"))
        if outline.isdecimal():
            return min(int(outline) + 1, 6) if int(outline) < 9 else None
    for style in chain:
        kind, _space, number = style.name.partition(" ")
        if kind in ("heading", "标题") and number.isdecimal():
            return min(max(int(number), 1), 6)
    return None
