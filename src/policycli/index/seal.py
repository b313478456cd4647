"""The seal of an index: a small file, written last, that names what it was made from and is of.

What does not fit its seal is made anew; so nothing is ever answered from a build that was cut
off, or from a damaged file. A program of another version never reads further than the version.
"""

import json
import os
import time
import zlib
from collections.abc import Sequence

from policycli import __version__
from policycli.index.checksums import block, blocks, checksum
from policycli.index.schema import FORMAT
from policycli.tuples import NamedTuple

__all__ = ["INDEX_VERSION", "SEAL", "File", "Seal", "Source", "Stamp", "read", "stamp", "write"]

SEAL = "seal.json"
INDEX_VERSION = f"{__version__}+{FORMAT}"
_LOOSE = (SEAL, f"{SEAL}.new", ".managed.json", ".tantivy-meta.lock", ".tantivy-writer.lock")
_CHECKED = 4_000_000  # bytes that are read through at every opening: about three milliseconds


class Stamp(NamedTuple):
    """What the system knows of a file: equal while it is the same.

    Attributes:
        size: In bytes.
        time: Of the last change, in nanoseconds; programs can set it back.
        inode: Another one where another file has taken its place.
        changed: When the system last saw a change, in nanoseconds; nobody can set it back.
    """

    size: int
    time: int
    inode: int
    changed: int


class Source(NamedTuple):
    """A catalogue file as it was indexed."""

    path: str
    stamp: Stamp
    checksum: int = 0
    policies: int = 0
    measures: int = 0
    problems: int = 0

    @property
    def records(self) -> int:
        """How many documents of the index it has."""
        return self.policies + self.measures + self.problems

    def is_now(self, other: "Source", *, copied: bool = False) -> bool:
        """Whether a file is still what it was.

        Args:
            other: The same file now.
            copied: Whether it may be a copy, which has another inode; then it is read.
        """
        if self.path != other.path:
            return False
        return self.stamp == other.stamp or (
            copied and self.stamp.size == other.stamp.size and self.checksum == checksum(other.path)
        )


class File(NamedTuple):
    """A file of an index, with the checksum of each of its blocks."""

    name: str
    stamp: Stamp
    blocks: tuple[int, ...]


class Seal(NamedTuple):
    """What an index was made from, and its files, those first whose damage shows least."""

    sources: tuple[Source, ...]
    files: tuple[File, ...]


def stamp(path: str) -> Stamp:
    """The stamp of a file.

    Raises:
        OSError: It is not there.
    """
    state = os.stat(path)
    return Stamp(state.st_size, state.st_mtime_ns, state.st_ino, state.st_ctime_ns)


def write(folder: str, sources: Sequence[Source]) -> None:
    """Seal the index in a folder.

    Raises:
        OSError: It cannot be written.
    """
    names = (name for name in os.listdir(folder) if name not in _LOOSE)
    paths = [(name, os.path.join(folder, name)) for name in names]
    files = [File(name, stamp(path), tuple(blocks(path))) for name, path in paths]
    files.sort(key=_order)
    said = json.dumps({"version": INDEX_VERSION, "sources": sources, "files": files})
    whole = os.path.join(folder, SEAL)
    with open(f"{whole}.new", "w", encoding="ascii") as file:
        file.write(f"{said}\n{zlib.crc32(said.encode()):08x}\n")
    os.replace(f"{whole}.new", whole)


def _order(file: File) -> tuple[bool, bool, int]:
    """Numbers by which records are sorted and weighed first, records last: they have checksums."""
    return not file.name.endswith(".fast"), file.name.endswith(".store"), file.stamp.size


def read(folder: str, *, copied: bool = False) -> Seal:
    """The seal of an index whose files are all as they were sealed.

    Args:
        folder: Of the index.
        copied: Whether it may be a copy, which has other inodes; then what has is read through.

    Raises:
        OSError: There is no index, or files of it are missing.
        Exception: It is cut off, damaged or of another version.
    """
    with open(os.path.join(folder, SEAL), "rb") as file:
        said, _, mark = file.read().partition(b"\n")
    plain = json.loads(said)
    if plain["version"] != INDEX_VERSION:
        raise ValueError("of another version")
    if int(mark, 16) != zlib.crc32(said):
        raise ValueError("the seal is damaged")
    sources = tuple(Source(path, Stamp(*at), *rest) for path, at, *rest in plain["sources"])
    files = tuple(File(name, Stamp(*at), tuple(sums)) for name, at, sums in plain["files"])
    _check(folder, files, copied=copied)
    return Seal(sources, files)


def _check(folder: str, files: Sequence[File], *, copied: bool) -> None:
    """Hold files against the seal: what the system knows of each, and as many bytes as pay.

    Of what is not read through, each opening reads one block, another one every time.
    """
    left = _CHECKED
    unread: list[tuple[File, int]] = []
    for file in files:
        path = os.path.join(folder, file.name)
        left -= file.stamp.size
        is_same = stamp(path) == file.stamp
        if not (is_same or copied):
            raise ValueError(f"{file.name} is not as it was sealed")
        if left < 0 and is_same:
            unread += [(file, number) for number in range(len(file.blocks))]
        elif tuple(blocks(path)) != file.blocks:
            raise ValueError(f"{file.name} is damaged")
    if unread:
        file, number = unread[time.time_ns() // 1000 % len(unread)]
        if block(os.path.join(folder, file.name), number) != file.blocks[number]:
            raise ValueError(f"{file.name} is damaged")
