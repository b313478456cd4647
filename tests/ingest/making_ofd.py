"""Papers in OFD (GB/T 33190), set as official papers are: 28 characters a line, 22 lines a page."""

import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from io import BytesIO

from tests.ingest.making_office import Piece

_LEFT, _TOP, _SIZE, _STEP, _WIDTH = 28.0, 37.0, 5.6, 10.0, 28 * 5.6  # millimetres
_BOTTOM = 260.0
NO_PICTURES: Mapping[str, bytes] = {}
_NS = 'xmlns:ofd="http://www.ofdspec.org/2016"'


class _Pages:
    """Lays pieces out, and begins a new page where one is full."""

    def __init__(self) -> None:
        self.pages: list[list[str]] = [[]]
        self.at = _TOP

    def room(self, height: float) -> None:
        """Begin a page where there is no room for this height."""
        if self.at + height > _BOTTOM:
            self.pages.append([])
            self.at = _TOP

    def line(self, x: float, words: str, size: float, *, move: bool = True) -> None:
        """Put a line down, and go below it."""
        self.room(size)
        self.pages[-1].append(text(x, self.at, words, size))
        self.at += _STEP if move else 0


def text(x: float, y: float, words: str, size: float = _SIZE, more: str = "") -> str:
    """Words at a place; letters and digits are half as wide as characters of Chinese."""
    steps = " ".join(str(size if ord(c) > 255 else size / 2) for c in words[:-1])
    return (
        f'<ofd:TextObject ID="1" Boundary="{x} {y} {len(words) * size} {size}" '
        f'Size="{size}" {more}>'
        f'<ofd:TextCode X="0" Y="{size * 0.88}" DeltaX="{steps}">{escape(words)}</ofd:TextCode>'
        "</ofd:TextObject>"
    )


def rule(x: float, y: float, width: float, height: float) -> str:
    """A thin box, as which word processors draw the lines of tables."""
    box = f"M 0 0 L {width} 0 L {width} {height} L 0 {height} C"
    return (
        f'<ofd:PathObject ID="2" Boundary="{x} {y} {width} {height}" Fill="true" Stroke="false">'
        f"<ofd:AbbreviatedData>{box}</ofd:AbbreviatedData></ofd:PathObject>"
    )


def ofd(pieces: Iterable[Piece]) -> bytes:
    """A paper of several pages with page numbers."""
    paper = _Pages()
    for piece in pieces:
        if isinstance(piece, list):
            _table(paper, piece)
        elif piece[0]:
            size = _SIZE + 4 - piece[0]
            for words in _wrapped(piece[1], int(_WIDTH / size)):
                paper.line(_LEFT + (_WIDTH - _long(words) * size) / 2, words, size)
        else:
            for words in _wrapped("\u3000\u3000" + piece[1], 28):
                paper.line(_LEFT, words, _SIZE)
    numbers = (text(100, 280, f"— {n} —", 4) for n in range(1, len(paper.pages) + 1))
    return archive(
        ["".join([*page, number]) for page, number in zip(paper.pages, numbers, strict=True)]
    )


def _table(paper: _Pages, rows: Sequence[Sequence[str]]) -> None:
    width = _WIDTH / len(rows[0])
    fit = int(width / 4.2)
    for row in rows:
        cells = [list(_wrapped(cell, fit)) for cell in row]
        height = max(map(len, cells)) * 6 + 2
        paper.room(height)
        page, top = paper.pages[-1], paper.at
        page += [rule(_LEFT, top, _WIDTH, 0.3), rule(_LEFT, top + height, _WIDTH, 0.3)]
        page += [rule(_LEFT + n * width, top, 0.3, height) for n in range(len(row) + 1)]
        for n, lines in enumerate(cells):
            places = ((_LEFT + n * width + 1, top + 2 + 6 * at) for at in range(len(lines)))
            page += [text(x, y, words, 4) for (x, y), words in zip(places, lines, strict=True)]
        paper.at += height
    paper.at += 4


def _wrapped(words: str, most: int) -> Iterator[str]:
    """Lines of at most so many characters of Chinese."""
    line = ""
    for char in words:
        if _long(line + char) > most:
            yield line
            line = ""
        line += char
    yield line


def _long(words: str) -> float:
    return sum(1 if ord(char) > 255 else 0.5 for char in words)


def archive(
    pages: Sequence[str], template: str = "", pictures: Mapping[str, bytes] = NO_PICTURES
) -> bytes:
    """The file of pages, each the XML of its objects, over the objects of a template.

    Pictures are called by the names of their files.
    """
    places = "".join(
        f'<ofd:Page ID="{n}" BaseLoc="Pages/Page_{n}/Content.xml"/>' for n in range(len(pages))
    )
    under = '<ofd:TemplatePage ID="9" BaseLoc="/Doc_0/Tpls/Content.xml"/>'
    parts = {
        "OFD.xml": f"<ofd:OFD {_NS}><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot>"
        "</ofd:DocBody></ofd:OFD>",
        "Doc_0/Document.xml": f"<ofd:Document {_NS}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>"
        f"0 0 210 297</ofd:PhysicalBox></ofd:PageArea>{under}"
        "<ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes></ofd:CommonData>"
        f"<ofd:Pages>{places}</ofd:Pages></ofd:Document>",
        "Doc_0/Tpls/Content.xml": _content(template),
        "Doc_0/DocumentRes.xml": _resources(pictures),
    } | {f"Doc_0/Pages/Page_{n}/Content.xml": _content(page) for n, page in enumerate(pages)}
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
        for name, raw in pictures.items():
            packed.writestr(f"Doc_0/Res/{name}", raw)
    return file.getvalue()


def _resources(names: Iterable[str]) -> str:
    medias = "".join(
        f'<ofd:MultiMedia ID="{name}" Type="Image"><ofd:MediaFile>{name}</ofd:MediaFile>'
        "</ofd:MultiMedia>"
        for name in names
    )
    return f'<ofd:Res {_NS} BaseLoc="Res"><ofd:MultiMedias>{medias}</ofd:MultiMedias></ofd:Res>'


def _content(objects: str) -> str:
    return (
        f'<ofd:Page {_NS}><ofd:Template TemplateID="9"/><ofd:Content><ofd:Layer>{objects}'
        "</ofd:Layer></ofd:Content></ofd:Page>"
    )
