r"""Rich Text Format → blocks: paragraphs, headings, automatic numbers and tables, in their order.

Word writes the automatic number of a paragraph beside it (``\listtext``), so lists need no table
of their own. Text in bytes is in the code page of its font; GBK where the document says so. Deleted
and hidden text, headers, footnotes and comments are not read. Source: RTF Specification 1.9.1.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from policycli.errors import DocumentError
from policycli.ingest.readers import limits
from policycli.ingest.readers.blocks import Block
from policycli.ingest.readers.flow import Flow
from policycli.language import _

__all__ = ["read"]

_TOKEN = (
    rb"\\([a-zA-Z]{1,40})(-?[0-9]{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z'])|([{}])|[\r\n\0]+|("
)
_PLAIN = re.compile(_TOKEN + rb"[^\\{}\r\n\0]+)|.", re.DOTALL)
_PAIRS = re.compile(_TOKEN + rb"(?:[\x81-\xfe][\x40-\xfe]|[^\\{}\r\n\0])+)|.", re.DOTALL)
"""Where code pages have characters of two bytes, the second may look like a backslash or brace."""
_CODE_PAGE = re.compile(rb"\\ansicpg([0-9]{1,5})")
_TWO_BYTES = {932: "cp932", 936: "gb18030", 949: "cp949", 950: "cp950", 54936: "gb18030"}
_CHARSETS = {128: "cp932", 129: "cp949", 134: "gb18030", 136: "cp950"}
_HEADING = re.compile(r"(?:heading|标题)\s*([1-9])", re.IGNORECASE)
_TITLES = ("title", "标题")

_NOWHERE = "nowhere"
_UNREAD = (
    "colortbl info pict header headerl headerr headerf footer footerl footerr footerf footnote "
    "filetbl revtbl xe tc rxe txe nonesttables objdata fldinst shpinst"
)
_DESTINATIONS = {"fonttbl": "fonts", "stylesheet": "styles", "shptxt": ""}
_DESTINATIONS |= dict.fromkeys(_UNREAD.split(), _NOWHERE)
_STARRED = {"nesttableprops", "shptxt"}  # \* says that readers may pass a group over; these count
_SIGNS = {
    "tab": "\t",
    "line": "\n",
    "lbr": "\n",
    "page": "\n",
    "column": "\n",
    "emdash": "—",
    "endash": "–",
    "emspace": " ",
    "enspace": " ",
    "qmspace": " ",
    "bullet": "•",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "~": " ",
    "_": "-",
    "{": "{",
    "}": "}",
    "\\": "\\",
    "\n": "\n",
    "\r": "\n",
}


class _State(NamedTuple):
    r"""What is in force inside a group, and is as before when it ends.

    Attributes:
        place: Where text goes: ``""`` is the document.
        skip: How many characters stand behind a ``\u`` for readers that know no Unicode.
        font: Its number; gives the code page.
        level: Of the outline, from 0; 9 is text.
    """

    place: str = ""
    skip: int = 1
    font: int = -1
    hidden: bool = False
    deleted: bool = False
    in_table: bool = False
    style: int = 0
    level: int | None = None


def read(raw: bytes) -> Iterator[Block]:
    """The blocks of a .rtf.

    Raises:
        DocumentError: Its groups nest too deep.
    """
    return _Reader(raw).blocks()


class _Reader:
    def __init__(self, raw: bytes) -> None:
        self._raw = raw
        said = _CODE_PAGE.search(raw, 0, 4096)
        page = int(said[1]) if said else 1252
        self._default = _TWO_BYTES.get(page, "cp1252")
        self._tokens = _PAIRS if page in _TWO_BYTES else _PLAIN
        self._state = _State()
        self._stack: list[_State] = []
        self._starred = False
        self._skipping = 0
        self._bytes = bytearray()
        self._text: list[str] = []
        self._name: list[str] = []
        self._fonts: dict[int, str] = {}
        self._levels: dict[int, int] = {}
        self._flow = Flow()

    def blocks(self) -> Iterator[Block]:
        """All blocks; what follows the outermost group is none of the document."""
        at, begun = 0, False
        while at < len(self._raw) and not (begun and not self._stack):
            found = self._tokens.match(self._raw, at)
            if found is None:
                break
            at = found.end()
            word, number, code, sign, brace, text = found.groups()
            if code or text:
                self._take(bytes.fromhex(code.decode()) if code else text)
                continue
            self._decode()
            if brace:
                begun = True
                self._brace(brace)
            elif word == b"bin":
                at += max(int(number or 0), 0)
            elif word or sign:
                self._control((word or sign).decode("latin-1"), number)
            yield from self._flow.taken()
        self._decode()
        self._end_paragraph()
        yield from self._flow.end()

    def _brace(self, brace: bytes) -> None:
        self._skipping = 0
        if brace == b"{":
            if len(self._stack) >= limits.NESTING:
                raise DocumentError(_("its groups nest deeper than {n}").format(n=limits.NESTING))
            self._stack.append(self._state)
        elif self._stack:
            self._end_entry()
            self._state = self._stack.pop()
        self._starred = False

    def _take(self, raw: bytes) -> None:
        r"""Take in bytes of text, without those that stand in for what ``\u`` gave."""
        skipped = min(self._skipping, len(raw))
        self._skipping -= skipped
        self._bytes += raw[skipped:]

    def _decode(self) -> None:
        """Make text of the bytes read so far; they end where anything else begins."""
        if self._bytes:
            self._write(_decoded(bytes(self._bytes), self._encoding()))
            self._bytes.clear()

    def _encoding(self) -> str:
        return self._fonts.get(self._state.font, "") or self._default

    def _write(self, text: str) -> None:
        state = self._state
        if state.place == "" and not (state.hidden or state.deleted):
            self._text.append(text)
        elif state.place in ("fonts", "styles"):
            self._name.append(text)

    def _control(self, word: str, number: bytes | None) -> None:
        self._skipping = 0
        value = None if number is None else int(number)
        starred, self._starred = self._starred, word == "*"
        if self._state.place == _NOWHERE and word != "shptxt":
            return
        if word in _DESTINATIONS and (not starred or word in _STARRED or word == "shpinst"):
            self._state = self._state._replace(place=_DESTINATIONS[word])
        elif starred and word not in _STARRED and self._state.place != "styles":
            self._state = self._state._replace(place=_NOWHERE)
        elif word in _SIGNS:
            self._write(_SIGNS[word])
        elif word in _WORDS:
            _WORDS[word](self, 1 if value is None else value)

    def _unicode(self, value: int) -> None:
        self._write(chr(value % 0x10000))
        self._skipping = self._state.skip

    def _charset(self, value: int) -> None:
        if self._state.place == "fonts":
            self._fonts[self._state.font] = _CHARSETS.get(value, "")

    def _outline(self, value: int) -> None:
        self._state = self._state._replace(level=value)

    def _end_entry(self) -> None:
        """End an entry of the table of styles, whose name may say that it is one of headings."""
        state, name = self._state, "".join(self._name).strip(" ;")
        self._name.clear()
        if state.place != "styles" or not name:
            return
        heading = _HEADING.fullmatch(name)
        if name.lower() in _TITLES:
            self._levels[state.style] = -1
        elif heading:
            self._levels[state.style] = int(heading[1]) - 1
        elif state.level is not None:
            self._levels[state.style] = state.level

    def _end_paragraph(self, *_value: int) -> None:
        if self._state.place != "":
            return
        text = (
            "".join(self._text).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")
        )
        self._text.clear()
        level = self._state.level
        level = self._levels.get(self._state.style, 9) if level is None else level
        self._flow.paragraph(text, None if level > 8 else level + 1, inside=self._state.in_table)

    def _end_cell(self, _value: int) -> None:
        self._state = self._state._replace(in_table=True)
        self._end_paragraph()
        self._flow.end_cell()

    def _end_row(self, _value: int) -> None:
        self._flow.end_row()

    def _plain(self, _value: int) -> None:
        self._state = self._state._replace(hidden=False, deleted=False)

    def _paragraph(self, _value: int) -> None:
        self._state = self._state._replace(in_table=False, style=0, level=None)


def _set(name: str, make: Callable[[int], Any] = bool) -> Callable[[_Reader, int], None]:
    """A control word that sets one thing of the state."""

    def change(reader: _Reader, value: int) -> None:
        reader._state = reader._state._replace(**{name: make(value)})

    return change


_WORDS: dict[str, Callable[[_Reader, int], None]] = {
    "par": _Reader._end_paragraph,
    "sect": _Reader._end_paragraph,
    "cell": _Reader._end_cell,
    "nestcell": _Reader._end_paragraph,
    "row": _Reader._end_row,
    "pard": _Reader._paragraph,
    "plain": _Reader._plain,
    "u": _Reader._unicode,
    "fcharset": _Reader._charset,
    "outlinelevel": _Reader._outline,
    "intbl": _set("in_table"),
    "v": _set("hidden"),
    "deleted": _set("deleted"),
    "uc": _set("skip", lambda value: min(max(value, 0), 9)),
    "f": _set("font", int),
    "s": _set("style", int),
}


def _decoded(raw: bytes, encoding: str) -> str:
    """Text of a code page; bytes that are none of it are of the Western one."""
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")
