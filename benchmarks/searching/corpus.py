"""What is searched, what is asked, and what is right: the bench data, or a corpus made here."""

import gzip
import json
import re
import shutil
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.searching.mistakes import Sought, sought
from policycli.files.members import bundled
from policycli.files.read import read
from policycli.records.model import to_dict

__all__ = ["BUNDLED_QUERIES", "Article", "Corpus", "Question", "articles", "corpus", "plain"]

ROOT = Path(__file__).resolve().parents[2]
BENCH = ROOT.parent / "shared" / "bench"
BUNDLED_QUERIES = ROOT / "tests" / "data" / "bundled_queries.tsv"
_COPIES = 60  # of the bundled catalogue, where there are no laws
_EACH = 20  # queries of each kind that are made, where there are none


class Question(NamedTuple):
    """A question, and the ids of the records that answer it."""

    text: str
    right: frozenset[str]


class Article(NamedTuple):
    """A record of a bulk catalogue: its full id, and its words."""

    id: str
    text: str


class Corpus(NamedTuple):
    """Everything that is measured on.

    Attributes:
        origin: Where it comes from, for the heading.
        laws: A JSON Lines catalogue.
    """

    origin: str
    titles: list[str]
    queries: list[Sought]
    laws: Path
    questions: list[Question]


def corpus(folder: Path, scratch: Path) -> Corpus:
    """The bench data of ``folder``, or what can be made without it, with files in ``scratch``."""
    laws = scratch / "laws.jsonl"
    if not (folder / "titles.txt").exists():
        return _made(laws)
    with gzip.open(folder / "laws.jsonl.gz") as packed, laws.open("wb") as file:
        shutil.copyfileobj(packed, file)
    titles = [line for line in _lines(folder / "titles.txt") if line.strip()]
    queries = [Sought(*line.split("\t")) for line in _lines(folder / "queries_dev.tsv")]
    return Corpus("bench data", titles, queries, laws, _questions(folder / "questions_dev.tsv"))


def _lines(path: Path) -> list[str]:
    return path.read_text("utf-8").split("\n")[:-1]


def _questions(path: Path) -> list[Question]:
    """Questions, some of which have line breaks inside: a row goes on until a tab appears."""
    found, text = [], ""
    for line in _lines(path):
        text += line
        if "\t" in line:
            question, ids = text.rsplit("\t", 1)
            found.append(Question(question, frozenset(ids.split())))
            text = ""
    return found


def _made(laws: Path) -> Corpus:
    policies = [to_dict(policy) for policy in read(bundled())]
    titles = list(dict.fromkeys(_names(policies)))
    copies = (
        policy | {"id": f"{policy['id']}-{number}"}
        for number in range(_COPIES)
        for policy in policies
    )
    lines = (json.dumps(policy, ensure_ascii=False) + "\n" for policy in copies)
    laws.write_text("".join(lines), "utf-8")
    rows = (line.split("\t") for line in _lines(BUNDLED_QUERIES))
    questions = [Question(row[1], _with_copies(row[2])) for row in rows if row[0] == "question"]
    return Corpus("made from the bundled catalogue", titles, sought(titles, _EACH), laws, questions)


def _with_copies(ids: str) -> frozenset[str]:
    """The ids of all copies of records."""
    parts = [full_id.partition(".") for full_id in ids.split()]
    every = range(_COPIES)
    return frozenset(f"{head}-{n}{dot}{tail}" for head, dot, tail in parts for n in every)


def _names(policies: Iterable[dict[str, Any]]) -> Iterator[str]:
    """Titles, keywords and document titles."""
    for policy in policies:
        for record in (policy, *policy["measures"]):
            yield record["title"]
            yield from record.get("keywords", ())
            yield from (document["title"] for document in record.get("documents", ()))


def articles(catalogue: Path) -> Iterator[Article]:
    """The measures of a catalogue in JSON Lines."""
    with catalogue.open(encoding="utf-8") as file:
        for policy in map(json.loads, file):
            for measure in policy["measures"]:
                text = measure.get("text") or f"{measure['title']} {measure['summary']}"
                yield Article(f"{policy['id']}.{measure['id']}", text)


def plain(text: str) -> str:
    """A text as it is compared: NFKC, without white space."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))
