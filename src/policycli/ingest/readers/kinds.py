"""The kinds of documents: by which names and first bytes each is known, and what reads it.

A new kind is one module with ``read(raw)``, which yields blocks, and one row in ``READERS``. Help,
messages, the search of folders and the table in ``docs/import.md`` are made from the rows.
"""

import os
from collections.abc import Callable
from typing import NamedTuple

from policycli.ingest.readers import signs
from policycli.language import N_

__all__ = [
    "READERS",
    "REFUSED",
    "TEXT",
    "Reader",
    "Refused",
    "by_content",
    "by_ending",
    "endings",
    "of_scans",
]

_HERE = "policycli.ingest.readers"


class Reader(NamedTuple):
    """A kind of document that is taken in.

    Attributes:
        endings: Of names, in small letters; the first is what the kind is called.
        sniff: Whether a file is of this kind, whatever its name; must be quick and open nothing.
        module: Has ``read(raw: bytes) -> Iterator[Block]`` and is run in the sandbox. A library
            that it needs and that is missing is reported with the line that installs ``extra``.
        reads: What is taken from such a file, for help and docs.
        extra: The extra of this package that brings its library.
        textual: Whether such a file is text and may begin with anything, as a web page does.
        paper: Whether folders are searched for it; a ledger has to be named.
        holds: Whether papers are inside it; its module has ``parts(raw) -> Iterator[Part]``.
        slow: Whether it recognises text in pictures, which takes more time and memory.
        scans: The module that reads it again with the text of pages that are pictures.
    """

    endings: tuple[str, ...]
    sniff: Callable[[bytes], bool]
    module: str
    reads: str
    extra: str = ""
    textual: bool = False
    paper: bool = True
    holds: bool = False
    slow: bool = False
    scans: str = ""


class Refused(NamedTuple):
    """A kind of document that is known and not taken in, and the sentence that says why."""

    endings: tuple[str, ...]
    sniff: Callable[[bytes], bool]
    why: str


TEXT = Reader(
    (".txt", ".md", ".markdown"),
    signs.is_text,
    f"{_HERE}.text",
    N_(
        "UTF-8, GBK (GB18030) and UTF-16, with or without BOM; # makes a heading, so does a short "
        "line with two empty lines above, or one with a line of = or - under it"
    ),
    textual=True,
)

READERS = [
    Reader(
        (".docx",),
        signs.zip_with(b"[Content_Types].xml", b"word/document"),
        f"{_HERE}.docx",
        N_(
            "headings, automatic numbers (第一条 that Word puts in), tables, text boxes, "
            "insertions; not what is deleted or hidden"
        ),
    ),
    Reader(
        (".doc", ".wps"),
        signs.ole_with("WordDocument"),
        f"{_HERE}.doc",
        N_(
            "Word 97 to 2003, and WPS: as .docx, text boxes last; macros are other parts of the "
            "file, which are not opened"
        ),
        extra="papers",
    ),
    Reader(
        (".rtf",),
        signs.is_rtf,
        f"{_HERE}.rtf",
        N_("as .docx; text in Unicode or in the code page of its font, GBK too"),
    ),
    Reader(
        (".odt",),
        signs.open_document("text"),
        f"{_HERE}.odt",
        N_("OpenDocument texts, as LibreOffice saves them: as .docx"),
    ),
    Reader(
        (".xml",),
        signs.is_word_xml,
        f"{_HERE}.wordxml",
        N_("Word 2003 XML, and a .docx in one file of XML: as .docx"),
        textual=True,
    ),
    Reader(
        (".xlsx", ".xls", ".et"),
        signs.any_of(
            signs.zip_with(b"[Content_Types].xml", b"xl/workbook"),
            signs.ole_with("Workbook"),
            signs.ole_with("Book"),
        ),
        f"{_HERE}.xlsx",
        N_(
            "a ledger: one that was exported comes back under the ids of its records, one that "
            "an office keeps is drafted"
        ),
        extra="office",
        paper=False,
    ),
    Reader(
        (".ods",),
        signs.open_document("spreadsheet"),
        f"{_HERE}.ods",
        N_("OpenDocument workbooks, as LibreOffice saves them: as .xlsx"),
        paper=False,
    ),
    Reader(
        (".csv",),
        lambda _raw: False,  # any text may have commas
        f"{_HERE}.csv",
        N_("as .xlsx, in UTF-8, GBK or UTF-16, with commas, tabs or semicolons between cells"),
        textual=True,
        paper=False,
    ),
    Reader(
        (".pdf",),
        signs.is_pdf,
        f"{_HERE}.pdf",
        N_(
            "lines joined to paragraphs across pages, tables kept, also over several pages, two "
            "columns one after the other; page numbers and running heads are left out; pages that "
            "are pictures as .png"
        ),
        extra="pdf",
        scans=f"{_HERE}.scans",
    ),
    Reader(
        (".ofd",),
        signs.zip_with(b"OFD.xml"),
        f"{_HERE}.ofd",
        N_("the national format (GB/T 33190): as .pdf; seals and comments are left out"),
        scans=f"{_HERE}.ofd_scans",
    ),
    Reader(
        (".html", ".htm"),
        signs.is_html,
        f"{_HERE}.html",
        N_("the article of the page, without menus, scripts and frames"),
        textual=True,
    ),
    Reader(
        (".mht", ".mhtml"),
        signs.is_web_archive,
        f"{_HERE}.mhtml",
        N_("a page that was saved in one file: as .html"),
    ),
    Reader(
        (".eml",),
        signs.is_mail,
        f"{_HERE}.mail",
        N_("the papers attached to a letter; without any, the letter"),
        holds=True,
    ),
    Reader(
        (".zip",),
        signs.is_zip,
        f"{_HERE}.archive",
        N_("the papers in it, as those of a folder"),
        holds=True,
    ),
    Reader(
        (".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp"),
        signs.starts_with(b"\x89PNG", b"\xff\xd8\xff", b"II*\0", b"MM\0*", b"BM"),
        f"{_HERE}.picture",
        N_(
            "scans and photographs: their text is recognised (OCR; about ten seconds a page), also "
            "in columns and tables, and marked to be compared"
        ),
        extra="ocr",
        slow=True,
    ),
    TEXT,
]
"""In the order in which contents are tried: text is what nothing else is."""

REFUSED = [
    Refused(
        (".docm", ".dotm", ".xlsm", ".pptm"),
        lambda _raw: False,  # inside it looks like the same without macros, whose reader finds them
        N_("can have macros, which are not accepted; save it without them"),
    ),
    Refused(
        (".ppt", ".pptx", ".dps"),
        signs.ole_with("PowerPoint Document"),
        N_("is of a kind that cannot be read; save it as .docx or .pdf"),
    ),
    Refused(
        (".rar", ".7z", ".gz", ".tar"),
        signs.starts_with(b"Rar!", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b"),
        N_("is an archive of a kind that cannot be read; unpack it, and import the folder"),
    ),
    Refused(
        (),
        signs.ole_with("EncryptedPackage"),
        N_("is locked with a password; unlock it first"),
    ),
]


def of_scans(reader: Reader) -> Reader:
    """What reads a document again of which pages are pictures."""
    return reader._replace(module=reader.scans, extra="ocr", slow=True)


def by_ending(path: str) -> Reader | Refused | None:
    """The kind that the name of a file says."""
    ending = os.path.splitext(path)[1].lower()
    return next((kind for kind in _kinds() if ending in kind.endings), None)


def by_content(raw: bytes) -> Reader | Refused | None:
    """The kind that the content of a file says."""
    return next((kind for kind in _kinds() if kind.sniff(raw)), None)


def _kinds() -> list[Reader | Refused]:
    return [*READERS, *REFUSED]


def endings(*, papers: bool = False) -> tuple[str, ...]:
    """The endings of all that is taken in, or only of what folders are searched for."""
    return tuple(
        ending for reader in READERS if reader.paper or not papers for ending in reader.endings
    )
