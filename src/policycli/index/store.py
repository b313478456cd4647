"""Opens the index of a set of catalogue files where it is kept, if it is still true to them.

An index is as good as its seal: a small file, written last, that names the catalogue files the
index was made from and the files it consists of, as they were. What does not fit its seal is
made anew; so nothing is ever answered from a build that was cut off, or from a damaged file.
"""

import json
import os
import zlib
from collections.abc import Sequence
from typing import Any, NamedTuple

import tantivy

from policycli import __version__, paths
from policycli.index.progress import Report
from policycli.index.schema import FORMAT, open_index
from policycli.text.alphabet import Alphabet

__all__ = ["ALPHABET", "INDEX_VERSION", "SEAL", "Info", "Seal", "Source", "Store"]
__all__ += ["open_sealed", "open_store", "read_alphabet", "read_seal", "stamp"]

SEAL = "seal.json"
ALPHABET = "alphabet.txt"
INDEX_VERSION = f"{__version__}+{FORMAT}"


class Source(NamedTuple):
    """A catalogue file as it was indexed; a change shows in ``size`` or ``time``."""

    path: str
    size: int
    time: int
    policies: int = 0
    measures: int = 0


class Seal(NamedTuple):
    """What an index was made from, and the files it consists of as ``[name, size, time]``."""

    version: str
    sources: tuple[Source, ...]
    files: list[list[Any]]


class Info(NamedTuple):
    """What a catalogue stands on.

    Attributes:
        sources: The files in use and what they hold.
        folder: Of the index; ``None`` where it lives in memory.
        built: Whether opening the catalogue made or changed the index.
        size: Bytes of the index on disk.
    """

    sources: tuple[Source, ...]
    folder: str | None
    built: bool
    size: int


class Store(NamedTuple):
    """An index ready to be searched.

    Attributes:
        sources: The catalogue files, in the order they were named.
        folder: ``None`` where the index is in memory, since no folder could be written.
        built: Whether this call made or changed it.
    """

    tantivy: tantivy.Index
    alphabet: Alphabet
    sources: tuple[Source, ...]
    folder: str | None
    built: bool

    def info(self) -> Info:
        """Which files are in use, and where and how the index is."""
        size = sum(entry.stat().st_size for entry in os.scandir(self.folder)) if self.folder else 0
        return Info(self.sources, self.folder, self.built, size)


def open_store(files: Sequence[str], report: Report) -> Store:
    """The index of ``files``, made or brought up to date where it is not.

    Raises:
        CatalogueError: Files have faults; an index that was there stays as it was.
    """
    folder = _folder(files)
    current = tuple(Source(file, *stamp(file)) for file in map(os.path.abspath, files))
    store = open_sealed(folder, current) if folder else None
    if store:
        return store
    from policycli.index.renew import renew  # what only a build needs stays out of a search

    return renew(folder, current, report)


def _folder(files: Sequence[str]) -> str | None:
    """Each set of catalogue files has a folder of its own."""
    cache = paths.cache_dir()
    if cache is None:
        return None
    names = "\0".join(map(os.path.realpath, files)).encode("utf-8", "surrogateescape")
    return os.path.join(cache, f"index-{zlib.crc32(names):08x}")


def stamp(path: str) -> tuple[int, int]:
    """Size in bytes and time of change in nanoseconds: equal while a file is the same."""
    state = os.stat(path)
    return state.st_size, state.st_mtime_ns


def open_sealed(folder: str, current: Sequence[Source]) -> Store | None:
    """The index in ``folder`` if it is whole and was made from ``current``, else ``None``."""
    try:
        seal = read_seal(folder)
        if [source[:3] for source in seal.sources] != [source[:3] for source in current]:
            return None
        alphabet = read_alphabet(folder)
        return Store(open_index(folder), alphabet, seal.sources, folder, built=False)
    except (OSError, ValueError):  # not there, or not what was written: to be made anew
        return None


def read_alphabet(folder: str) -> Alphabet:
    """The alphabet beside an index.

    Raises:
        OSError: It is not there.
        ValueError: It is not whole.
    """
    with open(os.path.join(folder, ALPHABET), "rb") as file:  # decoding at once takes a fifth
        return Alphabet(file.read().decode())


def read_seal(folder: str) -> Seal:
    """The seal of an index whose files are all as they were sealed.

    Raises:
        OSError: There is no index, or files of it are missing.
        ValueError: It is cut off, damaged or of another version.
    """
    with open(os.path.join(folder, SEAL), encoding="utf-8") as file:
        seal = Seal(**json.load(file))
    if seal.version != INDEX_VERSION:
        raise ValueError("of another version")
    if any([*stamp(os.path.join(folder, name))] != state for name, *state in seal.files):
        raise ValueError("not as it was sealed")
    return seal._replace(sources=tuple(Source(*source) for source in seal.sources))
