"""How often the first hit is right: titles with mistakes, questions, and the bundled catalogue."""

import os
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import policycli
from benchmarks.searching.corpus import BUNDLED_QUERIES, Corpus, articles, plain
from benchmarks.searching.engines import Engine, peers, project, write_titles
from benchmarks.searching.measure import Asked, Line, Right, ask, costs, markdown, share
from benchmarks.searching.mistakes import KINDS
from policycli.index.fields import lines
from policycli.records.model import Entry

__all__ = ["bundled", "questions", "titles"]

_SLOW_TITLES, _SLOW_ARTICLES = 2, 10  # peers that look at every text answer one query in so many
_NONE = "-"


def titles(corpus: Corpus, scratch: Path, every: int) -> str:
    """Titles with mistakes: first hit right by kind, overall, and among ten."""
    path = scratch / "titles.jsonl"
    numbers = write_titles(corpus.titles, path)
    own, _catalogue = project(path, numbers, time.perf_counter())
    engines = [own, *peers(corpus.titles, scratch / "titles", _SLOW_TITLES)]
    known = [plain(title) for title in corpus.titles]
    asked = _ask(
        engines, [(q.kind, q.query, _holds(known, q.truth)) for q in corpus.queries[::every]]
    )
    rows: list[Line] = [
        (kind, *(share(rank == 1 for rank in one.of(kind)) for one in asked)) for kind in KINDS
    ]
    rows += [_first(asked), _among_ten(asked), *costs(asked)]
    return markdown(("first hit right", *(one.engine.name for one in asked)), rows)


def _holds(known: Sequence[str], truth: str) -> Right:
    wanted = plain(truth)
    return lambda number: wanted in known[number]


def _ask(engines: Sequence[Engine], queries: Sequence[tuple[str, str, Right]]) -> list[Asked]:
    return [ask(engine, queries) for engine in engines]


def _first(asked: Sequence[Asked], name: str = "**all**") -> Line:
    return (name, *(share(rank == 1 for rank in one.ranks) for one in asked))


def _among_ten(asked: Sequence[Asked]) -> Line:
    return ("among ten", *(share(rank > 0 for rank in one.ranks) for one in asked))


def _reciprocal(asked: Sequence[Asked]) -> Line:
    means = (sum(1 / rank for rank in one.ranks if rank) / len(one.ranks) for one in asked)
    return ("MRR of ten", *(f"{mean:.3f}" for mean in means))


def questions(corpus: Corpus, scratch: Path, every: int) -> str:
    """Questions over articles: first, among ten, and the mean reciprocal rank."""
    every_article = list(articles(corpus.laws))
    ids = [article.id for article in every_article]
    numbers = {full_id: number for number, full_id in enumerate(ids)}
    own, _catalogue = project(corpus.laws, numbers, time.perf_counter())
    others = peers([article.text for article in every_article], scratch / "laws", _SLOW_ARTICLES)
    texts = [engine for engine in others if not engine.name.startswith(("fzf", "ripgrep"))]
    wanted = [("", q.text, _is_one(ids, q.right)) for q in corpus.questions[::every]]
    asked = _ask([own, *texts], wanted)
    rows = [_first(asked, "first"), _among_ten(asked), _reciprocal(asked), *costs(asked)]
    return markdown(("questions", *(one.engine.name for one in asked)), rows)


def _is_one(ids: Sequence[str], right: frozenset[str]) -> Right:
    return lambda number: number >= 0 and ids[number] in right


def bundled(_corpus: Corpus, scratch: Path, every: int) -> str:
    """The bundled catalogue: how people ask for its records, and for what it does not hold."""
    catalogue = policycli.open_catalogue()
    entries: list[Entry[Any]] = [*catalogue.policies(), *catalogue.measures()]
    ids = [entry.id for entry in entries]
    numbers = {full_id: number for number, full_id in enumerate(ids)}
    texts = ["\n".join(text for _, text in lines(e.head, e.record)) for e in entries]
    begun = time.perf_counter()
    with tempfile.TemporaryDirectory(dir=scratch) as cache:
        os.environ["XDG_CACHE_HOME"] = cache
        opened = policycli.open_catalogue()
        seconds = time.perf_counter() - begun

        def search(query: str) -> list[int]:
            return [numbers[hit.id] for hit in opened.search(query)]

        own = Engine("policycli", 1, search, seconds, opened.info().size)
        engines = [own, *peers(texts, scratch / "bundled", 1)]
        asked = _ask(engines, _typed(ids)[::every])
    rows = [
        ("first hit right", *(share(rank == 1 for rank in one.of("")) for one in asked)),
        ("nothing found for what is not there", *(_nothing(one) for one in asked)),
        *costs(asked),
    ]
    return markdown(("bundled catalogue", *(one.engine.name for one in asked)), rows)


def _nothing(asked: Asked) -> str:
    rows = zip(asked.found, asked.kinds, strict=True)
    return share(not found for found, kind in rows if kind == _NONE)


def _typed(ids: Sequence[str]) -> list[tuple[str, str, Right]]:
    """The queries; kind ``-`` for what is not there."""
    rows = (line.split("\t") for line in BUNDLED_QUERIES.read_text("utf-8").splitlines()[1:])
    return [
        (_NONE if right == _NONE else "", query, _is_one(ids, frozenset(right.split())))
        for _kind, query, right in rows
    ]
