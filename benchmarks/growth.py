"""How the time of an import grows with the text: 36 kinds made to take long, from 10 KB to 10 MB.

``python benchmarks/growth.py [--most BYTES] [KIND ...]`` prints, for each kind of
``benchmarks/attacks/texts.py``, the processor time of reading, drafting and merging at every size,
the most memory, and by how much a doubling multiplies the time at its worst (times below a tenth
of a second count as that). Each is measured in a process of its own with the limits of an import;
what they end is marked.
"""

import argparse
import json
import os
import resource
import sys
from collections.abc import Sequence
from itertools import pairwise
from math import log2
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.attacks import texts
from policycli.ingest.readers import limits

SIZES = (10_000, 80_000, 640_000, 5_000_000, 10_000_000)
"""Bytes."""

_LEAST = 0.1  # seconds that a doubling is measured against


class Taken(NamedTuple):
    """What one import took; ``ended`` says what ended it, if its limits did."""

    seconds: float
    megabytes: float
    ended: str = ""

    def __str__(self) -> str:
        return self.ended or f"{self.seconds:.2f}"


def main() -> None:
    """Measure, and print a row for every kind."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kinds", nargs="*", default=list(texts.KINDS))
    parser.add_argument("--most", type=int, default=SIZES[-1])
    asked = parser.parse_args()
    sizes = [size for size in SIZES if size <= asked.most]
    texts.seconds(texts.text("titles", 1000))  # loads the tables
    heads = [f"{size // 1000} KB" for size in sizes]
    print("|", " | ".join(("text", *heads, "MB", "worst doubling")), "|")
    print("|---" * (len(sizes) + 3) + "|")
    for kind in asked.kinds:
        taken = [_measured(kind, size) for size in sizes]
        most = max(one.megabytes for one in taken)
        print("|", " | ".join(map(str, (kind, *taken, f"{most:.0f}", _doubling(taken)))), "|")
        sys.stdout.flush()


def _doubling(taken: Sequence[Taken]) -> str:
    """The largest factor between two sizes, as that of twice the size."""
    whole = [(size, one) for size, one in zip(SIZES, taken, strict=False) if not one.ended]
    factors = [
        (max(_LEAST, many.seconds) / max(_LEAST, few.seconds)) ** (1 / log2(large / small))
        for (small, few), (large, many) in pairwise(whole)
    ]
    return f"{max(factors):.2f}"


def _measured(kind: str, size: int) -> Taken:
    """What an import of a text of ``size`` bytes takes, in a process of its own."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        _import(kind, size, writing)
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, encoding="ascii") as file:
        said = file.read()
    _pid, status, used = os.wait4(child, 0)
    megabytes = used.ru_maxrss / 1024
    if said:
        return Taken(json.loads(said), megabytes)
    late = os.waitstatus_to_exitcode(status) < 0
    return Taken(0, megabytes, "too long" if late else "too large")


def _import(kind: str, size: int, answer: int) -> None:
    written = texts.text(kind, 10_000)
    written = texts.text(kind, size * len(written) // len(written.encode()))
    resource.setrlimit(resource.RLIMIT_AS, (limits.MEMORY, limits.MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (limits.SECONDS, limits.SECONDS))
    try:
        spent = texts.seconds(written)
    except MemoryError:
        return
    with os.fdopen(answer, "w", encoding="ascii") as file:
        json.dump(spent, file)


if __name__ == "__main__":
    main()
