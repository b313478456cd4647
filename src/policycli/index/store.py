"""An index as it is kept in a folder, if it is whole and still true to its catalogue files."""

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

import tantivy

from policycli.index import seal
from policycli.index.schema import open_index
from policycli.index.seal import File, Source
from policycli.index.trust import is_damage, trust
from policycli.text.alphabet import Alphabet
from policycli.text.synonyms import Vocabulary
from policycli.tuples import NamedTuple

if TYPE_CHECKING:
    from policycli.index.reading_through import ReadingThrough

__all__ = ["ALPHABET", "Info", "Source", "Store", "open_sealed", "read_alphabet"]

ALPHABET = "alphabet.txt"


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
        reading: Where it is large, what reads it through meanwhile.
    """

    tantivy: tantivy.Index
    alphabet: Alphabet
    sources: tuple[Source, ...]
    folder: str | None
    built: bool
    reading: "ReadingThrough | None" = None

    def settle(self) -> None:
        """Wait until it is known to be whole; what was found in it before may be wrong.

        Raises:
            Exception: It is damaged.
        """
        if self.reading:
            self.reading.settle()

    def vocabulary(self) -> Vocabulary:
        """Everyday words, also those of the catalogue files."""
        return Vocabulary(words for source in self.sources for words in source.synonyms)

    def info(self) -> Info:
        """Which files are in use, and where and how the index is."""
        size = sum(entry.stat().st_size for entry in os.scandir(self.folder)) if self.folder else 0
        return Info(self.sources, self.folder, self.built, size)


def open_sealed(folder: str, current: Sequence[Source], *, copied: bool = False) -> Store | None:
    """The index in ``folder`` if it is whole and was made from ``current``, else ``None``.

    Args:
        folder: Where it is kept.
        current: The catalogue files as they are.
        copied: Whether it may be a copy (see ``seal.read``).
    """
    try:
        sources, _files, mark, unread = seal.read(folder, copied=copied)
        pairs = zip(sources, current, strict=True)
        if not all(old.is_now(now, copied=copied) for old, now in pairs):
            return None
        alphabet, reading = read_alphabet(folder), _reading(folder, unread, mark)
        store = Store(open_index(folder), alphabet, sources, folder, built=False, reading=reading)
    except BaseException as error:
        if is_damage(error):  # not there, or not what was written: to be made anew
            return None
        raise
    trust(folder)
    return store


def _reading(folder: str, unread: Sequence[File], mark: bytes) -> "ReadingThrough | None":
    if not unread:
        return None
    from policycli.index.reading_through import ReadingThrough

    return ReadingThrough(folder, unread, mark)


def read_alphabet(folder: str) -> Alphabet:
    """The alphabet beside an index.

    Raises:
        OSError: It is not there.
        ValueError: It is not whole.
    """
    with open(os.path.join(folder, ALPHABET), "rb") as file:  # decoding at once takes a fifth
        return Alphabet(file.read().decode())
