"""How much longer reading takes when five hundred laws lie beside the bundled catalogue.

``python benchmarks/reading.py [ROUNDS] [LAWS]``, in an environment where the program is installed.
LAWS is ``laws.jsonl.gz`` of the bench data (by default in ``../shared/bench`` beside the
repository); where it is missing, nothing is measured. Every round runs every call once, so that
what else the machine does hits all of them alike; medians of whole processes are compared.
"""

import gzip
import os
import statistics
import sys
import tempfile
from itertools import islice
from pathlib import Path

LAWS = 500  # 22,808 articles
CALLS = ("list", "timeline")
FIRST = ("-n", "5")
BUDGET = 1.5  # times what the same number of results of the bundled catalogue takes
ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
from benchmarks.startup import ENTRY, seconds  # noqa: E402 - found by the line above


def main() -> int:
    """Print the table; the exit is 1 where the budget is overrun."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 25
    laws = Path(sys.argv[2]) if len(sys.argv) > 2 else ROOT.parent / "shared/bench/laws.jsonl.gz"
    if not laws.exists():
        print(f"{laws} is not there: nothing is measured")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        medians = measure(laws, Path(folder), rounds)
    alone = medians[False, "list"]
    print(f"{'policy …':24}{'ms':>8}{'ratio':>8}{'budget':>8}")
    for (beside, call), median in medians.items():
        name = f"{call} {' '.join(FIRST)}{', with laws' if beside else ''}"
        print(f"{name:24}{1000 * median:8.0f}{median / alone:8.2f}{BUDGET:8.2f}")
    return int(any(median > BUDGET * alone for median in medians.values()))


def measure(laws: Path, folder: Path, rounds: int) -> dict[tuple[bool, str], float]:
    """The median of every call in seconds, without and with the laws."""
    some = folder / "laws.jsonl"
    with gzip.open(laws, "rt", encoding="utf-8") as lines:
        some.write_text("".join(islice(lines, LAWS)), "utf-8")
    environ = {**os.environ, "XDG_CACHE_HOME": str(folder)}
    environ.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program is compiled
    calls = {
        (beside, call): [call, *FIRST, *(["--catalogue", str(some)] if beside else [])]
        for beside in (False, True)
        for call in CALLS
    }
    for args in calls.values():  # builds the indexes
        seconds(ENTRY, args, environ)
    times: dict[tuple[bool, str], list[float]] = {key: [] for key in calls}
    for _ in range(rounds):
        for key, args in calls.items():
            times[key].append(seconds(ENTRY, args, environ))
    return {key: statistics.median(values) for key, values in times.items()}


if __name__ == "__main__":
    sys.exit(main())
