"""Word documents that are one file of XML → blocks, read as .docx are.

Word 2003 has a language of its own, much like that of .docx (Office 2003 XML Reference Schemas);
later versions put all parts of a .docx into one file (Flat OPC, ECMA-376-2).
"""

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from policycli.errors import DocumentError
from policycli.ingest.readers.blocks import Block
from policycli.ingest.readers.docx import Reader
from policycli.ingest.readers.numbering import Numbering, attribute, child, children, local
from policycli.ingest.readers.zip import check_macros, parsed
from policycli.language import _

__all__ = ["read"]

_WORD = "/word/"


def read(raw: bytes) -> Iterator[Block]:
    """The blocks of a Word document in XML.

    Raises:
        DocumentError: It is damaged, has macros, is dangerous, or is no text document.
    """
    root = parsed([raw])
    if local(root) == "wordDocument":
        check_macros(["vbaProject"] * (attribute(root, "macrosPresent") == "yes"))
        yield from _blocks(_Reader2003(child(root, "styles")), root)
    elif local(root) == "package":
        yield from _of_package(root)
    else:
        raise DocumentError(_("is XML, but no Word document"))


def _of_package(root: Element) -> Iterator[Block]:
    parts = {attribute(each, "name"): each for each in children(root, "part")}
    kinds = (attribute(each, "contentType") for each in parts.values())
    check_macros([*parts, *kinds])
    numbering, styles, document = (
        child(parts.get(f"{_WORD}{name}.xml"), "xmlData", name)
        for name in ("numbering", "styles", "document")
    )
    if document is None:
        raise DocumentError(_("is XML, but no Word document"))
    yield from _blocks(Reader(Numbering(numbering), styles), document)


def _blocks(reader: Reader, document: Element) -> Iterator[Block]:
    for body in children(document, "body"):
        yield from reader.blocks(body)


class _Reader2003(Reader):
    """Reads Word 2003, which writes down the numbers that it shows."""

    def __init__(self, styles: Element | None) -> None:
        super().__init__(Numbering(None), styles)

    def number(self, properties: Iterable[Element]) -> str:
        """The automatic number of a paragraph."""
        shown = (attribute(child(each, "listPr", "t")) for each in properties)
        return next(filter(None, shown), "").strip()
