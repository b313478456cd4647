"""How long a call takes, as a share of what its libraries alone take to load.

``python benchmarks/startup.py [ROUNDS]``, in an environment where the program is installed. Every
round runs every command line once, so that what else the machine does hits all of them alike;
medians are compared. The first run, which builds the index, is timed by itself.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from typing import NamedTuple


class Case(NamedTuple):
    """A call of the program, what it is measured against, and the budget."""

    name: str
    args: Sequence[str]
    libraries: str
    budget: float


PLAIN = "click, rapidfuzz.fuzz, tantivy"
DRAWN = f"{PLAIN}, rich.console"
READING = (
    (("search", "成果转化"), 1.2),
    (("figures",), 1.25),
    (("compare", "guizhou", "tongling"), 1.25),
    (("matrix",), 1.25),
    (("timeline",), 1.25),
    (("documents",), 1.25),
)
CASES = (
    Case("search --json", ("search", "成果转化", "--json"), PLAIN, 1.3),
    *(
        Case(f"{args[0]} -f table", (*args, "-f", "table", "--color", "always"), DRAWN, budget)
        for args, budget in READING
    ),
    Case("--version", ("--version",), "click", 1.0),
)
FIRST_RUN = 2.0  # seconds, index build included
ENTRY = "from policycli.cli.main import main; main()"  # what the installed script does


def seconds(code: str, args: Sequence[str], environ: Mapping[str, str]) -> float:
    """One run of ``python -c code args``, from start to end."""
    begin = time.perf_counter()
    subprocess.run(
        [sys.executable, "-c", code, *args], env=environ, stdout=subprocess.DEVNULL, check=True
    )
    return time.perf_counter() - begin


def measure(rounds: int, environ: Mapping[str, str]) -> dict[str, float]:
    """The median of every call and of every import, in seconds."""
    calls = {case.name: (ENTRY, case.args) for case in CASES}
    imports = {case.libraries: (f"import {case.libraries}", ()) for case in CASES}
    times: dict[str, list[float]] = {}
    for _ in range(rounds):
        for name, (code, args) in {**calls, **imports}.items():
            times.setdefault(name, []).append(seconds(code, args, environ))
    return {name: statistics.median(values) for name, values in times.items()}


def main() -> int:
    """Print the table; the exit is 1 where a budget is overrun."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    with tempfile.TemporaryDirectory() as cache:
        environ = {**os.environ, "XDG_CACHE_HOME": cache}
        environ.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program is compiled
        seconds(ENTRY, ["--version"], environ)
        first = seconds(ENTRY, CASES[0].args, environ)
        medians = measure(rounds, environ)
    ratios = {case.name: medians[case.name] / medians[case.libraries] for case in CASES}
    print(f"{'policy …':18}{'ms':>8}{'imports':>10}{'ratio':>8}{'budget':>9}")
    for case in CASES:
        ours, theirs = medians[case.name] * 1000, medians[case.libraries] * 1000
        print(f"{case.name:18}{ours:8.1f}{theirs:10.1f}{ratios[case.name]:8.2f}{case.budget:9.2f}")
    print(f"{'first run':18}{first * 1000:8.0f}{'':18}{FIRST_RUN * 1000:9.0f}")
    return int(first > FIRST_RUN or any(ratios[case.name] > case.budget for case in CASES))


if __name__ == "__main__":
    sys.exit(main())
