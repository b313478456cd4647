"""Asking engines, and telling what came of it."""

import statistics
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from benchmarks.searching.engines import TEN, Engine

__all__ = ["Asked", "Line", "ask", "costs", "markdown", "share"]

Right = Callable[[int], bool]
Line = tuple[str, ...]


class Asked(NamedTuple):
    """What came of asking one engine.

    Attributes:
        ranks: For each query the rank of the first right text, from 1; 0 for none among ten.
        found: For each query whether anything was found at all.
        kinds: For each query what kind it is.
        times: Seconds by the clock.
        work: Seconds of processor time, of the programs started too; what else the machine does
            hardly changes them.
    """

    engine: Engine
    ranks: list[int]
    found: list[bool]
    kinds: list[str]
    times: list[float]
    work: list[float]

    def of(self, kind: str) -> list[int]:
        """The ranks for the queries of a kind."""
        return [rank for rank, own in zip(self.ranks, self.kinds, strict=True) if own == kind]


def ask(engine: Engine, queries: Sequence[tuple[str, str, Right]]) -> Asked:
    """Ask for each ``(kind, query, what is right)``; a slow engine for one in so many."""
    asked = Asked(engine, [], [], [], [], [])
    engine.search(queries[0][1])  # what is loaded once is no part of a query
    for kind, query, right in queries[:: engine.every]:
        begun, worked = time.perf_counter(), _work()
        found = engine.search(query)
        asked.times.append(time.perf_counter() - begun)
        asked.work.append(_work() - worked)
        ranks = (rank for rank, number in enumerate(found[:TEN], 1) if right(number))
        asked.ranks.append(next(ranks, 0))
        asked.found.append(bool(found))
        asked.kinds.append(kind)
    return asked


def _work() -> float:
    """Seconds of processor time so far, of this process and of those it has started."""
    if sys.platform == "win32":
        return time.process_time()
    import resource

    both = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(used.ru_utime + used.ru_stime for used in both)


def share(true: Iterable[bool]) -> str:
    """A share as it stands in a table."""
    values = list(true)
    return f"{statistics.fmean(values):.3f}" if values else "–"


def costs(every: Sequence[Asked]) -> list[Line]:
    """The rows that tell what quality costs."""
    engines = [asked.engine for asked in every]
    counted = ["" if engine.every == 1 else f"1 in {engine.every}" for engine in engines]
    return [
        ("median ms", *(f"{1000 * statistics.median(asked.times):.2f}" for asked in every)),
        ("median ms of work", *(f"{1000 * statistics.median(one.work):.2f}" for one in every)),
        ("p99 ms", *(f"{1000 * percentile(asked.times):.1f}" for asked in every)),
        ("build s", *(f"{engine.seconds:.1f}" for engine in engines)),
        ("size MB", *(f"{engine.size / 1e6:.1f}" for engine in engines)),
        ("queries", *(text or "all" for text in counted)),
    ]


def percentile(times: Sequence[float]) -> float:
    """What all but one in a hundred stay below."""
    return sorted(times)[min(len(times) - 1, int(0.99 * len(times)))]


def markdown(head: Sequence[str], lines: Iterable[Line]) -> str:
    """A Markdown table; numbers to the right."""
    rule = ["---", *["--:"] * (len(head) - 1)]
    rows = (head, rule, *lines)
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)
