"""An index at one moment, and the words of its records that were read lately."""

from functools import lru_cache

import tantivy

from policycli.index.store import Store
from policycli.index.stored import lines_of
from policycli.search.fit import Candidate

__all__ = ["Reader"]

_KEPT = 4096  # records whose words are kept: who types on asks for most of them again


class Reader:
    """Reads the words of records, each of them once as long as it is asked for.

    Args:
        store: The index and its alphabet.
        searcher: Of the index, at one moment.
    """

    def __init__(self, store: Store, searcher: tantivy.Searcher) -> None:
        self.searcher = searcher
        self.alphabet, self.schema = store.alphabet, store.tantivy.schema
        self.vocabulary = store.vocabulary()
        self._words = lru_cache(_KEPT)(self._read)

    def candidate(self, weight: float, address: tantivy.DocAddress) -> Candidate:
        """The record at an address, as a candidate of some weight.

        Raises:
            ValueError: Its words are not as they were stored.
        """
        return Candidate(*self._words(address.segment_ord, address.doc), weight)

    def _read(self, segment: int, number: int) -> tuple[str, str, str]:
        codes, text = lines_of(self.searcher.doc(tantivy.DocAddress(segment, number)))
        return codes, text, self.alphabet.sounds(text)
