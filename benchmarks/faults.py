"""Attacks the program for some minutes, and prints one table: tried, failed, worst time and memory.

``python benchmarks/faults.py [--seed N] [--minutes M] [--only NAME ...] [--results FILE]``, in an
environment where the program and its tests' tools are installed. The attacks are in
``benchmarks/attacks``; each gets a share of the time. With a file of results every run adds to it
with a seed of its own, leaves out what has been tried as often as asked, and prints the table of
all runs. Exits with 1 where anything failed; the first failures are printed with the seed that
repeats them.
"""

import argparse
import json
import os
import resource
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from random import Random
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.attacks import commands, indexes, programs, questions, texts, writers
from benchmarks.attacks.forked import count_descendants, reap


class Attack(NamedTuple):
    """A row of the table.

    Attributes:
        once: Tries it, with a ``Random`` in an empty folder, and says what went wrong.
        share: Of the time.
        cases: Of one try.
        asked: Cases that have to be tried in all.
        traced: Whether it needs strace.
    """

    once: Callable[[Random, Path], str]
    share: float
    asked: int
    cases: int = 1
    traced: bool = False


ATTACKS = {
    "queries in process": Attack(questions.query, 6, 60_000),
    "queries of what repeats itself": Attack(questions.repeated, 1, 1_000),
    "queries on standard input": Attack(questions.piped, 4, 40_000, questions.QUERIES),
    "mutated catalogues": Attack(questions.catalogue, 4, 10_000),
    **{
        f"mutated documents: {ending}": Attack(partial(texts.mutated, ending), 0.6, 500)
        for ending in texts.ENDINGS
    },
    "commands given what others write": Attack(commands.given, 1, 500),
    "commands interrupted": Attack(commands.interrupted, 1, 500),
    "commands with nowhere to write": Attack(commands.nowhere, 1, 200),
    "hostile texts": Attack(texts.hostile, 1, 500),
    "traced imports: connections, programs": Attack(texts.traced, 0.3, 50, traced=True),
    "damaged indexes": Attack(indexes.damaged, 3, 1_000),
    "odd seals": Attack(indexes.odd_seal, 0.3, 100),
    "full disks": Attack(indexes.disk_full, 0.5, 200),
    "failing system calls of a build": Attack(indexes.build_injected, 1, 200, traced=True),
    "killed builds": Attack(indexes.build_killed, 8, 1_000),
    "stopped builds": Attack(indexes.build_stopped, 0.5, 20),
    "20 processes at the first run": Attack(indexes.first_run, 0.7, 50),
    "readers during a rebuild": Attack(indexes.rebuilt_under_readers, 0.5, 200),
    **{f"writers: {name}": Attack(partial(writers.pair, name), 0.5, 200) for name in writers.PAIRS},
}

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
    parser.add_argument("--results", type=Path)
    asked = parser.parse_args()
    before = _read(asked.results)
    seed = max((asked.seed, *(seed + 1 for seed, _name, _outcome in before)))
    known = {name: _sum(of for _, own, of in before if own == name) for name in ATTACKS}
    left = [name for name in asked.only if _is_possible(name) and _is_left(name, known)]
    whole = sum(ATTACKS[name].share for name in left)
    outcomes = {}
    programs.fork_from_here()
    texts.documents()
    print("| attack | tried | of | failed | worst s | worst MB |\n|---|---|---|---|---|---|")
    for name in asked.only if before else left:
        if name in left:
            seconds = asked.minutes * 60 * ATTACKS[name].share / whole
            wanted = _tries(ATTACKS[name]) - known[name].tried if asked.results else sys.maxsize
            outcomes[name] = _apart(ATTACKS[name], seed, seconds, wanted)
            _write(asked.results, seed, name, outcomes[name])
        _report(name, _sum([known[name], outcomes.get(name, _NONE)]))
    for failure in (text for outcome in outcomes.values() for text in outcome.failures):
        print(failure, file=sys.stderr)
    return int(any(outcome.failed for outcome in outcomes.values()))


_NONE = Outcome(0, 0, 0.0, 0.0, [])


def _sum(outcomes: Iterable[Outcome]) -> Outcome:
    of = list(outcomes)
    return Outcome(
        sum(each.tried for each in of),
        sum(each.failed for each in of),
        max((each.worst for each in of), default=0.0),
        max((each.memory for each in of), default=0.0),
        [],
    )


def _read(path: Path | None) -> list[tuple[int, str, Outcome]]:
    """The seeds, attacks and outcomes of earlier runs."""
    if path is None or not path.exists():
        return []
    lines = map(json.loads, path.read_text("utf-8").splitlines())
    return [(seed, name, Outcome(*outcome)) for seed, name, outcome in lines]


def _write(path: Path | None, seed: int, name: str, outcome: Outcome) -> None:
    if path is not None:
        with path.open("a", encoding="utf-8") as file:
            file.write(json.dumps([seed, name, outcome], ensure_ascii=False) + "\n")


def _is_possible(name: str) -> bool:
    return not ATTACKS[name].traced or bool(shutil.which("strace"))


def _is_left(name: str, known: dict[str, Outcome]) -> bool:
    return known[name].tried < _tries(ATTACKS[name])


def _tries(attack: Attack) -> int:
    return attack.asked // attack.cases


def _report(name: str, outcome: Outcome) -> None:
    tried, failed, worst, memory, _failures = outcome
    attack = ATTACKS[name]
    cells = tried * attack.cases, attack.asked, failed, f"{worst:.1f}", f"{memory:.0f}"
    print("|", " | ".join(map(str, (name, *cells))), "|", flush=True)


def _apart(attack: Attack, seed: int, seconds: float, wanted: int) -> Outcome:
    """Attack in a process of its own, whose descendants alone are counted."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        count_descendants()
        outcome = _attacked(attack, seed, seconds, wanted)
        with os.fdopen(writing, "w") as file:
            json.dump(outcome, file)
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as file:
        found = Outcome(*json.load(file))
    os.waitpid(child, 0)
    return found


def _attacked(attack: Attack, seed: int, seconds: float, wanted: int) -> Outcome:
    end, tried, worst, failures = time.monotonic() + seconds, 0, 0.0, []
    while time.monotonic() < end and tried < wanted:
        home = Path(tempfile.mkdtemp(prefix="policy-faults-"))
        begin = time.monotonic()
        wrong = _wrong(attack, f"{seed}:{tried}", home)
        worst = max(worst, time.monotonic() - begin)
        if wrong:
            failures.append(f"seed {seed}:{tried}: {wrong}")
        reap()
        shutil.rmtree(home, ignore_errors=True)
        tried += 1
    used = (
        resource.getrusage(who).ru_maxrss
        for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    return Outcome(tried, len(failures), worst, max(used) / 1024, failures[:_SHOWN])


def _wrong(attack: Attack, seed: str, home: Path) -> str:
    try:
        return attack.once(Random(seed), home)
    except Exception as error:  # noqa: BLE001 - that is a failure like any other
        return f"{type(error).__name__}: {error}"


if __name__ == "__main__":
    sys.exit(main())
