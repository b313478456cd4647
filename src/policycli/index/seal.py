"""The seal of an index: a small file, written last, that names what it was made from and is of.

What does not fit its seal is made anew; so nothing is ever answered from a build that was cut
off, or from a damaged file. A program of another version never reads further than the version.
"""

import json
import os
import zlib
from collections.abc import Iterable, Sequence

from policycli import __version__
from policycli.index.checksums import checksum
from policycli.index.read_lately import NAMES, is_read
from policycli.index.schema import FORMAT
from policycli.tuples import NamedTuple

__all__ = ["INDEX_VERSION", "SEAL", "File", "Seal", "Source", "Stamp"]
__all__ += ["check", "read", "stamp", "write"]

SEAL = "seal.json"
INDEX_VERSION = f"{__version__}+{FORMAT}"
_OF_TANTIVY = (".managed.json", ".tantivy-meta.lock", ".tantivy-writer.lock")
_LOOSE = (SEAL, f"{SEAL}.new", *NAMES, *_OF_TANTIVY)
_AT_ONCE = 4_000_000  # bytes of an index that is read through as it is opened: three milliseconds


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
    """A catalogue file as it was indexed; what it holds is as in ``build.Counts``."""

    path: str
    stamp: Stamp
    checksum: int = 0
    policies: int = 0
    measures: int = 0
    problems: int = 0
    synonyms: Sequence[tuple[str, Sequence[str]]] = ()

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
    """A file of an index."""

    name: str
    stamp: Stamp
    checksum: int


class Seal(NamedTuple):
    """What an index was made from, and its files.

    Attributes:
        mark: Its checksum, by which it is told from others.
        unread: Files that were not read through lately, since there is much to read.
    """

    sources: tuple[Source, ...]
    files: tuple[File, ...]
    mark: bytes
    unread: tuple[File, ...] = ()


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
    files = [File(name, stamp(path), checksum(path)) for name, path in paths]
    said = json.dumps({"version": INDEX_VERSION, "sources": sources, "files": files})
    whole = os.path.join(folder, SEAL)
    with open(f"{whole}.new", "w", encoding="ascii") as file:
        file.write(f"{said}\n{zlib.crc32(said.encode()):08x}\n")
    os.replace(f"{whole}.new", whole)


def read(folder: str, *, copied: bool = False) -> Seal:
    """The seal of an index whose files are all as they were sealed.

    Args:
        folder: Of the index.
        copied: Whether it may be a copy, which has other inodes; then all of it is read through.

    Raises:
        OSError: There is no index, or files of it are missing.
        Exception: It is cut off, damaged or of another version.
    """
    with open(os.path.join(folder, SEAL), "rb") as file:
        said, _, mark = file.read().rstrip().partition(b"\n")
    plain = json.loads(said)
    if plain["version"] != INDEX_VERSION:
        raise ValueError("of another version")
    if int(mark, 16) != zlib.crc32(said):
        raise ValueError("the seal is damaged")
    sources = tuple(Source(path, Stamp(*at), *rest) for path, at, *rest in plain["sources"])
    files = tuple(File(name, Stamp(*at), found) for name, at, found in plain["files"])
    if not (copied or all(stamp(os.path.join(folder, each.name)) == each.stamp for each in files)):
        raise ValueError("it is not as it was sealed")
    if not copied and sum(file.stamp.size for file in files) > _AT_ONCE:
        return Seal(sources, files, mark, () if is_read(folder, mark) else files)
    check(folder, files)
    return Seal(sources, files, mark)


def check(folder: str, files: Iterable[File]) -> None:
    """Read files of an index through.

    Raises:
        OSError: One cannot be read.
        ValueError: One is not what was sealed.
    """
    for file in files:
        if checksum(os.path.join(folder, file.name)) != file.checksum:
            raise ValueError(f"{file.name} is damaged")
