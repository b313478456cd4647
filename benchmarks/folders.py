"""How long ``policy import`` takes, and how much memory: one paper, and a folder of thousands.

``python benchmarks/folders.py``, in an environment with the development tools. Whole processes are
measured, with what they start: wall clock and CPU time, and the most memory of all at a time.
Where the bench data is beside the checkout the folder holds all of its laws as Markdown, else a
tenth as many papers made of the bundled catalogue. Exits with 1 where more is needed than asked.
"""

import gzip
import json
import os
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from itertools import chain, islice
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from policycli.files.read import read as read_catalogue  # noqa: E402
from tests.ingest.making import MAKERS  # noqa: E402

LAWS = ROOT.parent / "shared" / "bench" / "laws.jsonl.gz"
FEW = 350  # papers, where there are no laws
PAGES, SIGNS = 20, 700  # of a paper, and characters on one of its pages
SECONDS, MEMORY = 60, 400  # for a folder of 3,500 laws, on two cores; in MB
PAPER = 1.0  # seconds for one paper
AGAIN = 1 / 3  # of the first time


class Used(NamedTuple):
    """What a process and those that it started took, in seconds and MB."""

    wall: float
    cpu: float
    memory: float

    def __str__(self) -> str:
        return f"{self.wall:6.2f} s, CPU {self.cpu:6.2f} s, {self.memory:4.0f} MB"


def imported(*names: str) -> Used:
    """Import files by the command line."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    begun, most = time.perf_counter(), 0.0
    command = [sys.executable, "-m", "policycli", "import", *names]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as run:
        while run.poll() is None:
            most = max(most, sum(map(_memory, _family(run.pid))))
            time.sleep(0.02)
    if run.returncode:
        raise SystemExit(f"{' '.join(command)} failed")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Used(time.perf_counter() - begun, cpu, most)


def _family(pid: int) -> Iterator[int]:
    """A process and those that it started, where the system says so (Linux)."""
    yield pid
    with suppress(OSError):
        for task in Path(f"/proc/{pid}/task").iterdir():
            yield from map(int, (task / "children").read_text().split())


def _memory(pid: int) -> float:
    with suppress(OSError, StopIteration):
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
        return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS"))
    return 0


def papers() -> Iterator[tuple[str, list[str]]]:
    """The titles of many papers, and their paragraphs."""
    if LAWS.exists():
        with gzip.open(LAWS, "rt", encoding="utf-8") as file:
            for law in map(json.loads, file):
                yield law["title"], [f"{m['title']}　{m['text']}" for m in law["measures"]]
        return
    texts = [text for _title, text in bundled()]
    for number in range(FEW):
        rolled = texts[number % len(texts) :] + texts[: number % len(texts)]
        articles = (f"第{n}条　{text}" for n, text in enumerate(rolled[:40], 1))
        yield f"青河市第{number + 1}号科技促进办法", list(articles)


def bundled() -> Iterator[tuple[str, str]]:
    """The measures of the bundled catalogue."""
    for policy in read_catalogue(str(ROOT / "data" / "policies.toml")):
        yield from ((measure.title, measure.summary) for measure in policy.measures)


def written(folder: Path) -> int:
    """Write the papers as Markdown, and say how many there are."""
    count = 0
    for count, (title, paragraphs) in enumerate(papers(), 1):
        name = re.sub(r"[/\\]", "", title)[:60]
        text = "\n\n".join([f"# {title}", *paragraphs]) + "\n"
        (folder / f"{count:05}-{name}.md").write_text(text, "utf-8")
    return count


def paper(path: Path) -> None:
    """Write one paper of twenty pages."""
    texts = chain.from_iterable([text for _title, text in bundled()] for _round in range(20))
    pieces: list[tuple[int, str]] = [(1, "青河市科技促进办法")]
    signs = 0
    for number, text in enumerate(islice(texts, 2_000), 1):
        pieces.append((0, f"第{number}条　{text}"))
        signs += len(text)
        if signs > PAGES * SIGNS:
            break
    path.write_bytes(MAKERS[".docx"](list(pieces)))


def main() -> int:
    """Measure everything and print it."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryDirectory() as name:
        folder, catalogue = Path(name) / "papers", Path(name) / "my.toml"
        folder.mkdir()
        paper(Path(name) / "paper.docx")
        one = min(imported(str(Path(name) / "paper.docx")) for _round in range(5))
        count = written(folder)
        first = imported(str(folder), "-o", str(catalogue))
        before = catalogue.read_bytes()
        again = imported(str(folder), "-o", str(catalogue))
        same = catalogue.read_bytes() == before
    print(f"{'a paper of 20 pages':32} {one}")
    print(f"{f'a folder of {count:,} papers':32} {first}")
    print(f"{'the same again':32} {again}, {again.cpu / first.cpu:.2f} of the CPU time")
    print(f"the catalogue ({len(before) / 10**6:.0f} MB) {'stayed' if same else 'CHANGED'}")
    good = same and one.wall <= PAPER and again.cpu <= AGAIN * first.cpu
    return int(not good or first.wall > SECONDS or max(first.memory, again.memory) > MEMORY)


if __name__ == "__main__":
    sys.exit(main())
