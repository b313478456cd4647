"""What size costs: building, memory, a whole call of the program, and one file of a hundred."""

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import policycli
from benchmarks.searching.corpus import Corpus, Question, articles
from benchmarks.searching.engines import bytes_in, fill, normal, plain_index
from benchmarks.searching.measure import Line, markdown, percentile
from policycli.index.progress import Progress

__all__ = ["copied", "scale"]

_ROUNDS = 25
_FILES = 100
_QUERY = "成果转化"

# What a process of its own runs; the last thing it writes to stderr is its memory at the highest.
# VmHWM begins anew with a program, the system's "maximum resident set" does not.
_MEMORY = """
import resource, sys
def highest():
    try:
        with open("/proc/self/status") as status:
            return next(int(line.split()[1]) for line in status if line.startswith("VmHWM"))
    except OSError:
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return most // 1024 if sys.platform == "darwin" else most
"""
# Pages of the index that the system maps and can drop at any moment are no memory that a build
# takes; what is its own ("anonymous") has no highest mark, so it is looked at as it goes.
_BUILD = f"""{_MEMORY}
import threading, time, policycli
def anonymous():
    try:
        with open("/proc/self/status") as status:
            return next(int(line.split()[1]) for line in status if line.startswith("RssAnon"))
    except (OSError, StopIteration):
        return highest()
most = 0
def watch():
    global most
    while True:
        most = max(most, anonymous())
        time.sleep(0.2)
threading.Thread(target=watch, daemon=True).start()
begun, worked = time.perf_counter(), time.process_time()
opened = policycli.open_catalogue(sys.argv[1])
seconds, work = time.perf_counter() - begun, time.process_time() - worked
info = opened.info()
records = sum(source.policies + source.measures for source in info.sources)
print(seconds, work, info.size, records, highest(), max(most, anonymous()))
"""
_CALL = f"""{_MEMORY}
from policycli.cli.main import run
code = run(sys.argv[1:])
print(highest(), file=sys.stderr)
"""
_ENTRY = "from policycli.cli.main import main; main()"  # what the installed script does


class Built(NamedTuple):
    """A build in a process of its own.

    Attributes:
        seconds: By the clock.
        work: Seconds of processor time, of all threads.
        size: Bytes on disk.
        memory: Kilobytes at most, with mapped files.
        own: The same without them.
    """

    seconds: float
    work: float
    size: int
    records: int
    memory: int
    own: int


def scale(corpus: Corpus, scratch: Path, _every: int) -> str:
    """Build, memory, whole calls and renewal over the laws."""
    cache = _cache(scratch / "scale")
    built = _build(corpus.laws, cache)
    begun = time.perf_counter()
    fill(
        plain_index(scratch / "plain"), [normal(article.text) for article in articles(corpus.laws)]
    )
    plain = time.perf_counter() - begun
    rows: list[Line] = [
        ("records", f"{built.records:,}"),
        ("build", f"{built.seconds:.1f} s"),
        ("plain tantivy, bigrams of the same articles", f"{plain:.1f} s"),
        ("ratio", f"{built.seconds / plain:.2f}"),
        ("memory while building", f"{built.memory / 1024:.0f} MB"),
        ("index", f"{built.size / 1e6:.0f} MB"),
        ("plain tantivy's index", f"{bytes_in(scratch / 'plain') / 1e6:.0f} MB"),
        *_calls(corpus.laws, cache),
        *_touched(corpus.laws, scratch / "hundred"),
    ]
    return markdown(("scale", "measured"), rows)


def _cache(folder: Path) -> dict[str, str]:
    """An environment with an empty cache, and with nothing of the user's."""
    environ = {key: value for key, value in os.environ.items() if not key.startswith("POLICY_")}
    environ.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program is compiled
    return environ | {"XDG_CACHE_HOME": str(folder), "PYTHONPATH": os.pathsep.join(sys.path)}


def _build(catalogue: Path, environ: dict[str, str]) -> Built:
    command = [sys.executable, "-c", _BUILD, str(catalogue)]
    done = subprocess.run(command, env=environ, capture_output=True, check=True, text=True)
    seconds, work, *counts = done.stdout.split()
    return Built(float(seconds), float(work), *map(int, counts))


def _calls(laws: Path, environ: dict[str, str]) -> list[Line]:
    """A whole ``policy search --json``, by turns over the bundled catalogue and with the laws."""
    small = ["search", _QUERY, "--json"]
    large = [*small, "--catalogue", str(laws)]
    for args in (small, large):  # builds what is not there yet: the laws are
        _seconds(_ENTRY, args, environ)
    times: dict[bool, list[float]] = {False: [], True: []}
    for _ in range(_ROUNDS):
        for big, args in ((False, small), (True, large)):
            times[big].append(_seconds(_ENTRY, args, environ))
    alone, beside = (1000 * statistics.median(times[big]) for big in (False, True))
    memory = [_memory(args, environ) for args in (small, large)]
    return [
        ("`policy search … --json`, bundled catalogue alone", f"{alone:.0f} ms, {memory[0]} MB"),
        ("the same with the laws beside it", f"{beside:.0f} ms, {memory[1]} MB"),
        ("ratio", f"{beside / alone:.2f}"),
    ]


def _seconds(code: str, args: Sequence[str], environ: dict[str, str]) -> float:
    begun = time.perf_counter()
    command = [sys.executable, "-c", code, *args]
    subprocess.run(command, env=environ, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - begun


def _memory(args: Sequence[str], environ: dict[str, str]) -> int:
    """Megabytes of a call at the highest."""
    command = [sys.executable, "-c", _CALL, *args]
    done = subprocess.run(command, env=environ, capture_output=True, check=True, text=True)
    return int(done.stderr.split()[-1]) // 1024


def _touched(laws: Path, folder: Path) -> list[Line]:
    """One file of a hundred is changed: what is read again, and how long it takes."""
    folder.mkdir()
    lines = laws.read_text("utf-8").splitlines(keepends=True)
    for number in range(_FILES):
        part = folder / f"{number:02}.jsonl"
        part.write_text("".join(lines[number::_FILES]), "utf-8")
    os.environ["XDG_CACHE_HOME"] = str(folder.with_name("hundred-cache"))
    policycli.open_catalogue(folder, bundled=False)
    changed = folder / "42.jsonl"
    changed.write_text(changed.read_text("utf-8") + " \n", "utf-8")
    seen: list[Progress] = []
    begun = time.perf_counter()
    policycli.open_catalogue(folder, bundled=False, report=seen.append)
    seconds = time.perf_counter() - begun
    told = f"{seen[-1].of} file read again, {seen[-1].records} records, {seconds:.2f} s"
    return [(f"one file of {_FILES} touched", told)]


def copied(corpus: Corpus, scratch: Path, copies: int) -> str:
    """The laws ``copies`` times under different ids: time, memory, size, latency."""
    many = scratch / "copies.jsonl"
    with many.open("w", encoding="utf-8") as file:
        for number in range(copies):
            for policy in map(json.loads, corpus.laws.open(encoding="utf-8")):
                policy["id"] = f"c{number}-{policy['id']}"
                file.write(json.dumps(policy, ensure_ascii=False) + "\n")
    environ = _cache(scratch / "copies")
    built = _build(many, environ)
    os.environ["XDG_CACHE_HOME"] = environ["XDG_CACHE_HOME"]
    rows: list[Line] = [
        ("records", f"{built.records:,}"),
        ("catalogue", f"{many.stat().st_size / 1e6:.0f} MB"),
        ("build", f"{built.seconds:.0f} s"),
        ("work of building", f"{built.work:.0f} s"),
        ("memory while building", f"{built.memory / 1024:.0f} MB"),
        ("of that its own", f"{built.own / 1024:.0f} MB"),
        ("index", f"{built.size / 1e6:.0f} MB"),
        *_latency(many, corpus.questions),
        *_calls(many, environ),
    ]
    return markdown((f"{copies} copies", "measured"), rows)


def _latency(catalogue: Path, questions: Sequence[Question]) -> list[Line]:
    opened = policycli.open_catalogue(catalogue)
    words = ("劳动合同", "合同无效", "laodonghetong", "ldht", "老动合同", "民间借贷利率")
    rows: list[Line] = []
    for name, queries in (("words", words * 5), ("questions", [q.text for q in questions[:100]])):
        times = []
        for query in queries:
            begun = time.process_time()
            opened.search(query)
            times.append(time.process_time() - begun)
        median, most = 1000 * statistics.median(times), 1000 * percentile(times)
        rows.append((f"{name}: median, p99 of work", f"{median:.1f} ms, {most:.0f} ms"))
    return rows
