"""Zip files → the papers in them, unpacked in memory and never to disk."""

from collections.abc import Iterator
from zipfile import ZipInfo

from policycli.errors import DocumentError
from policycli.ingest.readers import limits
from policycli.ingest.readers.parts import Part, is_hidden, named
from policycli.ingest.readers.zip import Archive
from policycli.language import _

__all__ = ["parts"]

_LOCKED, _UNICODE = 0x1, 0x800  # flags of a part: encrypted; its name is UTF-8


def parts(raw: bytes) -> Iterator[Part]:
    """The files inside, sorted by name, those that are no papers only named.

    Raises:
        DocumentError: It is damaged, locked, or would unpack to more than ``limits`` allow.
    """
    archive = Archive(raw)
    files = {_name(info): info for info in archive.infos if not info.is_dir()}
    if files and all(info.flag_bits & _LOCKED for info in files.values()):
        raise DocumentError(_("is locked with a password; unlock it first"))
    for name, info in sorted(files.items()):
        if not is_hidden(name):
            yield _part(archive, named(name), info)


def _part(archive: Archive, part: Part, info: ZipInfo) -> Part:
    if part.error:
        return part
    if info.flag_bits & _LOCKED:
        return part._replace(error=_("is locked with a password; unlock it first"))
    if info.file_size > limits.FILE:
        what = _("is larger than {n} MB; split it").format(n=limits.megabytes(limits.FILE))
        return part._replace(error=what)
    try:
        return part._replace(raw=archive.content(info))
    except DocumentError as error:
        return part._replace(error=str(error))


def _name(info: ZipInfo) -> str:
    """The name of a part; Windows writes it in the code page of the system, GBK in China."""
    name = info.filename
    if not info.flag_bits & _UNICODE:
        raw = name.encode("cp437", "replace")  # what zipfile took it for
        for encoding in ("utf-8", "gb18030"):
            try:
                name = raw.decode(encoding)
            except UnicodeDecodeError:
                continue
            break
    return name.replace("\\", "/")
