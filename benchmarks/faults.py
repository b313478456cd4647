"""Attacks the program for some minutes, and prints one table: tried, failed, worst time and memory.

``python benchmarks/faults.py [--seed N] [--minutes M] [--only NAME ...]``, in an environment where
the program and its tests' tools are installed. The attacks are in ``benchmarks/attacks``; each gets
a share of the time. Exits with 1 where anything failed; the first failures are printed with the
seed that repeats them.
"""

import argparse
import json
import os
import resource
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from random import Random
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.attacks import indexes, questions, texts, writers

Attack = Callable[[Random, Path], str]

ATTACKS: dict[str, tuple[float, int, Attack]] = {
    "queries in process": (1, 1, questions.query),
    "queries on standard input": (0.5, questions.QUERIES, questions.piped),
    "mutated catalogues": (1.5, 1, questions.catalogue),
    "mutated documents": (3, 1, texts.mutated),
    "hostile texts": (1.5, 1, texts.hostile),
    "traced imports: connections, programs": (0.5, 1, texts.traced),
    "damaged indexes": (2.5, 1, indexes.damaged),
    "odd seals": (0.3, 1, indexes.odd_seal),
    "full disks": (1, 1, indexes.disk_full),
    "failing system calls of a build": (2, 1, indexes.build_injected),
    "killed builds": (2, 1, indexes.build_killed),
    "stopped builds": (1, 1, indexes.build_stopped),
    "20 processes at the first run": (0.7, 1, indexes.first_run),
    "readers during a rebuild": (0.7, 1, indexes.rebuilt_under_readers),
    **{f"writers: {name}": (0.7, 1, partial(writers.pair, name)) for name in writers.PAIRS},
}
"""The share of the time, the cases of one try, and the attack."""

_SHOWN = 5  # failures of an attack


class Outcome(NamedTuple):
    """What came of one attack: times in seconds, memory in MB of the largest process."""

    tried: int
    failed: int
    worst: float
    memory: float
    failures: list[str]


def main() -> int:
    """Attack, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=13)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--only", nargs="*", choices=ATTACKS, default=list(ATTACKS))
    asked = parser.parse_args()
    chosen = {name: ATTACKS[name] for name in asked.only if _is_possible(name)}
    whole = sum(share for share, _cases, _attack in chosen.values())
    print("| attack | tried | failed | worst s | worst MB |\n|---|---|---|---|---|")
    outcomes = [
        _reported(name, cases, _apart(attack, asked.seed, asked.minutes * 60 * share / whole))
        for name, (share, cases, attack) in chosen.items()
    ]
    for failure in (text for outcome in outcomes for text in outcome.failures):
        print(failure, file=sys.stderr)
    return int(any(outcome.failed for outcome in outcomes))


def _is_possible(name: str) -> bool:
    return not {"system", "traced"} & set(name.split()) or bool(shutil.which("strace"))


def _reported(name: str, cases: int, outcome: Outcome) -> Outcome:
    tried, failed, worst, memory, _failures = outcome
    print(f"| {name} | {tried * cases} | {failed} | {worst:.1f} | {memory:.0f} |", flush=True)
    return outcome


def _apart(attack: Attack, seed: int, seconds: float) -> Outcome:
    """Attack in a process of its own, whose children alone are counted."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        outcome = _attacked(attack, seed, seconds)
        with os.fdopen(writing, "w") as file:
            json.dump(outcome, file)
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as file:
        found = Outcome(*json.load(file))
    os.waitpid(child, 0)
    return found


def _attacked(attack: Attack, seed: int, seconds: float) -> Outcome:
    end, tried, worst, failures = time.monotonic() + seconds, 0, 0.0, []
    while time.monotonic() < end:
        home = Path(tempfile.mkdtemp(prefix="policy-faults-"))
        begin = time.monotonic()
        wrong = _wrong(attack, f"{seed}:{tried}", home)
        worst = max(worst, time.monotonic() - begin)
        if wrong:
            failures.append(f"seed {seed}:{tried}: {wrong}")
        shutil.rmtree(home, ignore_errors=True)
        tried += 1
    used = (
        resource.getrusage(who).ru_maxrss
        for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    return Outcome(tried, len(failures), worst, max(used) / 1024, failures[:_SHOWN])


def _wrong(attack: Attack, seed: str, home: Path) -> str:
    try:
        return attack(Random(seed), home)
    except Exception as error:  # noqa: BLE001 - that is a failure like any other
        return f"{type(error).__name__}: {error}"


if __name__ == "__main__":
    sys.exit(main())
