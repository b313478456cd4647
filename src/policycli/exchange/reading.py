"""Many documents, read side by side and in their order; those that are as before are not read."""

import os
from collections import deque
from collections.abc import Callable, Generator, Mapping, Sequence
from importlib.util import find_spec
from typing import NamedTuple, TypeVar

from policycli import __version__
from policycli.errors import DocumentError
from policycli.exchange.intake import Taken, taken
from policycli.ingest.extract.draft import Packed, packed
from policycli.ingest.extract.ledgers.column import Asked
from policycli.ingest.merging.catalogue import Outcome
from policycli.ingest.readers import limits
from policycli.ingest.readers.read import STDIN
from policycli.language import reason
from policycli.views.imported import Failure

__all__ = ["Order", "Read", "read", "side_by_side"]

T = TypeVar("T")
_MOST = 4  # documents that are read at a time

_OCR = "rapidocr"
"""What reads pictures: where it comes or goes, they have to be read again."""


class Order(NamedTuple):
    """How documents are to be read.

    Attributes:
        written: The date of documents that do not state theirs.
        columns: The keys of columns of ledgers that somebody named.
        known: What was made of files before, by their fingerprints.
    """

    written: str
    columns: Asked
    known: Mapping[str, Sequence[Outcome]]


class Read(NamedTuple):
    """What a file was read to hold.

    Attributes:
        taken: Of the documents in it, each with its path, without its drafts.
        drafts: Of all these documents, each with the path of its own.
        failures: The documents that could not be read.
        unchanged: What was made of the file before, where it is the same and was not read.
    """

    file: str
    taken: Sequence[tuple[str, Taken]] = ()
    drafts: Sequence[tuple[str, Packed]] = ()
    failures: Sequence[Failure] = ()
    unchanged: Sequence[Outcome] = ()


def read(file: str, order: Order) -> Read:
    """Read a file, unless it is as it was when its policies came into the catalogue."""
    try:
        mark = _fingerprint(file, order)
        if mark in order.known:
            return Read(file, unchanged=order.known[mark])
        return _whole(file, order, mark)
    except OSError as error:
        return Read(file, failures=[Failure(file, f"{file}: {reason(error)}")])
    except DocumentError as error:
        return Read(file, failures=[Failure(file, str(error))])


def _whole(file: str, order: Order, mark: str) -> Read:
    found: list[tuple[str, Taken]] = []
    failures: list[Failure] = []
    for document, done in taken(file, order.written, order.columns):
        if document.error:
            how = "skipped" if document.skipped else "failed"
            failures.append(Failure(document.path, document.error, how))
        else:
            found.append((document.path, done))
    whole = "" if any(each.how == "failed" for each in failures) else mark
    drafts = [
        (path, packed(draft._replace(file=whole))) for path, done in found for draft in done.drafts
    ]
    return Read(file, [(path, done._replace(drafts=[])) for path, done in found], drafts, failures)


def _fingerprint(file: str, order: Order) -> str:
    """What tells a file and the way it is read from all others; empty where it is no file."""
    import hashlib

    if file == STDIN or not os.path.isfile(file):
        return ""
    how = (__version__, order.written, sorted(order.columns.items()), find_spec(_OCR) is not None)
    said = hashlib.sha256(repr(how).encode())
    with open(file, "rb") as content:
        said.update(content.read(limits.FILE + 1))
    return said.hexdigest()[:16]


def side_by_side(work: Callable[[str], T], files: Sequence[str]) -> Generator[T, None, None]:
    """What comes of each file, in their order, while the next ones are worked on."""
    from concurrent.futures import Future, ThreadPoolExecutor

    threads = min(_MOST, os.cpu_count() or 1, len(files))
    pool = ThreadPoolExecutor(threads)
    waiting: deque[Future[T]] = deque()
    try:
        for file in files:
            waiting.append(pool.submit(work, file))
            if len(waiting) > 2 * threads:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
