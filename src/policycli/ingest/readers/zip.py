"""Parts of a zip file and their XML, opened only where that is harmless.

Nothing is ever unpacked to disk, so names inside the archive lead nowhere. XML with a document
type is refused: without one there are no entities to expand and none to fetch.
"""

import zipfile
import zlib
from collections.abc import Iterable, Iterator
from io import BytesIO
from xml.etree.ElementTree import Element, ParseError, TreeBuilder, XMLParser

from policycli.errors import DocumentError
from policycli.ingest.readers import limits
from policycli.language import _

__all__ = ["Archive", "check_kind", "check_macros", "parsed"]

# What zipfile raises for damaged data, for passwords (RuntimeError), and for methods of packing
# that it does not know (a RuntimeError too).
_BROKEN = (zipfile.BadZipFile, zlib.error, ParseError, RuntimeError, EOFError, OSError, ValueError)


class Archive:
    """The parts of an Office document.

    Args:
        raw: The bytes of the file.

    Raises:
        DocumentError: It is damaged, encrypted, or would unpack to more than ``limits`` allow.
    """

    def __init__(self, raw: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(BytesIO(raw))
        except _BROKEN as error:
            raise _damaged() from error
        _check_sizes(self._zip.infolist(), len(raw))
        self.infos = self._zip.infolist()
        self.names = frozenset(self._zip.namelist())

    def content(self, info: zipfile.ZipInfo) -> bytes:
        """The bytes of a part.

        Raises:
            DocumentError: It is damaged.
        """
        try:
            return self._zip.read(info)
        except _BROKEN as error:
            raise _damaged() from error

    def xml(self, name: str) -> Element | None:
        """The root element of a part; ``None`` where there is no such part.

        Raises:
            DocumentError: It is damaged, holds a document type, or nests too deep.
        """
        if name not in self.names:
            return None
        try:
            with self._zip.open(name) as part:
                return parsed(iter(lambda: part.read(2**16), b""))
        except _BROKEN as error:
            raise _damaged() from error


def parsed(chunks: Iterable[bytes]) -> Element:
    """XML, as its root.

    Raises:
        DocumentError: It is damaged, or declares entities.
    """
    parser = XMLParser(target=_Builder())  # noqa: S314 - refuses what could harm
    try:
        for chunk in chunks:
            parser.feed(chunk)
        root: Element = parser.close()
    except _BROKEN as error:
        raise _damaged() from error
    return root


def check_kind(archive: Archive) -> None:
    """See that an archive is an Office document, and one without macros.

    Raises:
        DocumentError: It is not.
    """
    types = archive.xml("[Content_Types].xml")
    if types is None:
        raise DocumentError(_("is a zip file, but no Office document"))
    check_macros([*archive.names, *_kinds(archive, types)])


def check_macros(kinds: Iterable[str]) -> None:
    """See that none of the names and kinds of a document's parts is one of macros.

    Raises:
        DocumentError: One is.
    """
    if any(map(_is_of_macros, kinds)):
        raise DocumentError(_("has macros, which are not accepted; save it without them"))


def _kinds(archive: Archive, types: Element) -> Iterator[str]:
    """What the parts of a document are, and how they belong to each other: names are free."""
    yield from (part.get("ContentType", "") for part in types)
    for name in archive.names:
        if name.lower().endswith(".rels"):
            relations = archive.xml(name)
            yield from (each.get("Type", "") for each in (() if relations is None else relations))


def _is_of_macros(kind: str) -> bool:
    return any(word in kind.lower() for word in ("macroenabled", "vbaproject", "vbadata"))


def _check_sizes(parts: list[zipfile.ZipInfo], packed: int) -> None:
    if len(parts) > limits.PARTS:
        raise DocumentError(_("holds more than {n} parts").format(n=limits.PARTS))
    unpacked = sum(part.file_size for part in parts)
    if unpacked > limits.UNPACKED:
        what = _("would unpack to more than {n} MB")
        raise DocumentError(what.format(n=limits.megabytes(limits.UNPACKED)))
    if unpacked > limits.RATIO * packed + 2**20:
        what = _("would unpack to more than {n} times its size, as no real document does")
        raise DocumentError(what.format(n=limits.RATIO))


def _damaged() -> DocumentError:
    return DocumentError(_("is damaged, or locked with a password"))


class _Builder(TreeBuilder):
    """Builds a tree that is not too deep, of XML without a document type."""

    def __init__(self) -> None:
        super().__init__()
        self._depth = 0

    def doctype(self, *_declaration: object) -> None:
        """Called by the parser before anything of a document type is taken in."""
        what = _("declares XML entities, which can harm; open it in Word and save it anew")
        raise DocumentError(what)

    def start(self, tag: str, attrs: dict[str, str], /) -> Element:
        """Begin an element."""
        self._depth += 1
        if self._depth > limits.NESTING:
            raise DocumentError(_("its elements nest deeper than {n}").format(n=limits.NESTING))
        return super().start(tag, attrs)

    def end(self, tag: str, /) -> Element:
        """End an element."""
        self._depth -= 1
        return super().end(tag)
