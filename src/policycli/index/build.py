"""Brings an index up to date with its catalogue files, one file at a time."""

import os
from collections.abc import Iterable, Iterator, Mapping

import tantivy

from policycli.errors import CatalogueError
from policycli.files.read import Ids, contents
from policycli.finding import Finding
from policycli.index.documents import documents, problem_document
from policycli.index.progress import Progress, Report
from policycli.index.stored import name_of
from policycli.records.model import Measure, Policy
from policycli.text.alphabet import Alphabet
from policycli.tuples import NamedTuple

__all__ = ["Counts", "update"]

_SMALL = 100_000_000  # bytes of memory for the writing thread: one segment, nothing to merge
_LARGE = 300_000_000  # no more work than with 400, as segments of that size are seldom merged
_KEYS = 60  # bytes
_BULK = 4_000_000  # bytes of catalogue from which more threads and memory pay


class Counts(NamedTuple):
    """What a catalogue file holds.

    Attributes:
        synonyms: Everyday words, folded, with those that stand in policies for them.
    """

    policies: int
    measures: int
    problems: int = 0
    synonyms: tuple[tuple[str, tuple[str, ...]], ...] = ()


def update(
    index: tantivy.Index,
    changed: list[str],
    dropped: Iterable[str],
    alphabet: Alphabet,
    report: Report,
) -> dict[str, Counts]:
    """Index the files ``changed`` anew and drop the others, in one step or not at all.

    Returns:
        What each changed file holds.

    Raises:
        CatalogueError: All faults of all files; the index stays as it was.
    """
    bulk = sum(map(os.path.getsize, changed)) > _BULK
    writer = index.writer(_LARGE if bulk else _SMALL, num_threads=2 if bulk else 1)
    for file in (*changed, *dropped):
        writer.delete_documents_by_term("file", file)
    run = _Run(writer, alphabet, _ids(index, {*changed, *dropped}), report)
    try:
        counts = run.add_all(changed)
    except BaseException:
        writer.rollback()
        raise
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    return counts


def _ids(index: tantivy.Index, leaving: set[str]) -> Ids:
    """The ids of the policies and problems that stay."""
    ids = Ids()
    searcher = index.searcher()
    query = tantivy.Query.term_set_query(index.schema, "kind", ["Policy", "Problem"])
    for _, address in searcher.search(query, max(1, searcher.num_docs), count=False).hits:
        name = name_of(searcher.doc(address))
        if name.file not in leaving:
            ids.add(name.file, name.id)
    return ids


class _Run:
    """One pass over the files that are to be indexed."""

    def __init__(
        self, writer: tantivy.IndexWriter, alphabet: Alphabet, ids: Ids, report: Report
    ) -> None:
        self._writer = writer
        self._alphabet = alphabet
        self._ids = ids
        self._report = report
        self._records = 0
        self._bytes = 0

    def add_all(self, files: list[str]) -> dict[str, Counts]:
        counts: dict[str, Counts] = {}
        faults: list[Finding] = []
        sizes = [os.path.getsize(file) for file in files]
        for number, file in enumerate(files):
            self._bytes = 0
            try:
                for so_far in self._add(file):
                    counts[file] = so_far
                    done = sum(sizes[:number]) + min(self._bytes, sizes[number])
                    share = done / max(1, sum(sizes))
                    self._report(Progress(number, len(files), self._records, share))
            except CatalogueError as error:
                faults += error.faults
        if faults or self._ids.faults:
            raise CatalogueError(faults + self._ids.faults)
        return counts

    def _add(self, file: str) -> Iterator[Counts]:
        """Add a file's records one by one, yielding what there is so far."""
        counts = Counts(0, 0)
        yield counts
        held = contents(file)
        for place, record in enumerate(held.records):
            self._ids.add(file, record.id)
            policies, measures, problems, _words = counts
            if isinstance(record, Policy):
                made = documents(record, file, place, self._alphabet)
                counts = Counts(policies + 1, measures + len(record.measures), problems)
                self._bytes += sum(map(_size, record.measures))
            else:
                made = iter([problem_document(record, file, place, self._alphabet)])
                counts = Counts(policies, measures, problems + 1)
            for document in made:
                self._writer.add_document(document)
                self._records += 1
            yield counts
        yield counts._replace(synonyms=tuple(self._folded(held.synonyms)))

    def _folded(
        self, synonyms: Mapping[str, tuple[str, ...]]
    ) -> Iterator[tuple[str, tuple[str, ...]]]:
        """The words of a file as they are compared; what is nothing but signs is left out."""
        fold = self._alphabet.fold
        for everyday, words in synonyms.items():
            folded = tuple(filter(None, (fold(word).strip() for word in words)))
            if folded and fold(everyday).strip():
                yield fold(everyday).strip(), folded


def _size(measure: Measure) -> int:
    """About how many bytes a measure takes in its file: three a character, and its keys."""
    return _KEYS + 3 * (len(measure.text) + len(measure.summary)) + len(measure.summary_en)
