"""The project and its peers, each behind the same two calls: build, and search."""

import json
import shutil
import sqlite3
import subprocess
import time
import unicodedata
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import tantivy
from rapidfuzz import fuzz, process

import policycli
from policycli.catalogue import Catalogue

__all__ = ["TEN", "Engine", "peers", "project"]

TEN = 10
Search = Callable[[str], list[int]]
Grams = Callable[[str], list[str]]


class Engine(NamedTuple):
    """A way to search, ready to be asked.

    Attributes:
        every: It answers only one query in so many, since each takes so long.
        search: The numbers of the first ten texts, best first.
        seconds: What building took.
        size: Bytes that it keeps, on disk or in memory.
    """

    name: str
    every: int
    search: Search
    seconds: float
    size: int


def normal(text: str) -> str:
    """What every peer is given: NFKC and lower case."""
    return unicodedata.normalize("NFKC", text).lower()


def project(catalogue: Path, numbers: dict[str, int], begun: float) -> tuple[Engine, Catalogue]:
    """The project over a catalogue.

    Args:
        catalogue: A JSON Lines file that has no index yet.
        numbers: The number of each record that counts as a text, by its full id.
        begun: When making it began.
    """
    opened = policycli.open_catalogue(catalogue, bundled=False)
    seconds = time.perf_counter() - begun

    def search(query: str) -> list[int]:
        return [numbers.get(hit.id, -1) for hit in opened.search(query, limit=TEN)]

    return Engine("policycli", 1, search, seconds, opened.info().size), opened


def peers(texts: Sequence[str], folder: Path, every: int) -> list[Engine]:
    """The peers over ``texts``; of many, those that look at each answer one query in ``every``."""
    folder.mkdir()
    every = every if len(texts) > _MANY else 1
    plain = [normal(text) for text in texts]
    makers = (_partial_ratio, _w_ratio, _trigrams, _bigrams, _tantivy)
    engines = []
    for maker in makers:
        begun = time.perf_counter()
        name, slow, search, size = maker(plain, folder)
        seconds = time.perf_counter() - begun
        engines.append(Engine(name, every if slow else 1, search, seconds, size))
    return engines + [_filter(name, plain, folder, every) for name in _FILTERS if _has(name)]


_MANY = 5_000
Made = tuple[str, bool, Search, int]


def _partial_ratio(texts: list[str], _folder: Path) -> Made:
    return _rapidfuzz("rapidfuzz partial_ratio", fuzz.partial_ratio, texts)


def _w_ratio(texts: list[str], _folder: Path) -> Made:
    return _rapidfuzz("rapidfuzz WRatio", fuzz.WRatio, texts)


_HALF = 60.0  # below it rapidfuzz is taken to have found nothing, as our own results are


def _rapidfuzz(name: str, scorer: Any, texts: list[str]) -> Made:
    def search(query: str) -> list[int]:
        found = process.extract(
            normal(query), texts, scorer=scorer, limit=TEN, score_cutoff=_HALF, processor=None
        )
        return [number for _text, _score, number in found]

    return name, True, search, sum(len(text.encode()) for text in texts)


def trigrams(text: str) -> list[str]:
    """Three characters each, without signs that FTS5 would take for its own."""
    return [text[at : at + 3] for at in range(len(text) - 2)]


def bigrams(text: str) -> list[str]:
    """Two letters or characters each."""
    return ["".join(pair) for pair in pairwise(text) if "".join(pair).isalnum()]


def _trigrams(texts: list[str], folder: Path) -> Made:
    return _fts5("SQLite FTS5 trigram", "trigram", str, trigrams, texts, folder)


def _bigrams(texts: list[str], folder: Path) -> Made:
    apart = " ".join
    return _fts5(
        "SQLite FTS5 bigrams", "unicode61", lambda t: apart(bigrams(t)), bigrams, texts, folder
    )


def _fts5(
    name: str, tokenizer: str, kept: Callable[[str], str], grams: Grams, texts: list[str], at: Path
) -> Made:
    path = at / f"{tokenizer}.db"
    base = sqlite3.connect(path)
    base.execute(f"CREATE VIRTUAL TABLE t USING fts5(x, tokenize='{tokenizer}')")
    rows = ((number, kept(text)) for number, text in enumerate(texts))
    base.executemany("INSERT INTO t(rowid, x) VALUES (?, ?)", rows)
    base.execute("INSERT INTO t(t) VALUES ('optimize')")
    base.commit()

    def search(query: str) -> list[int]:
        quoted = ('"' + gram.replace('"', '""') + '"' for gram in grams(normal(query)))
        wanted = " OR ".join(quoted)
        sql = f"SELECT rowid FROM t WHERE t MATCH ? ORDER BY rank LIMIT {TEN}"  # noqa: S608
        return [number for (number,) in base.execute(sql, (wanted,))] if wanted else []

    return name, False, search, path.stat().st_size


def plain_index(folder: Path) -> tantivy.Index:
    """An index of tantivy as its own examples have it, with pairs of characters as words."""
    builder = tantivy.SchemaBuilder()
    builder.add_integer_field("number", stored=True)
    builder.add_text_field("text", stored=True, tokenizer_name="pairs", index_option="freq")
    folder.mkdir()
    index = tantivy.Index(builder.build(), path=str(folder))
    pairs = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.ngram(2, 2, False)).build()
    index.register_tokenizer("pairs", pairs)
    return index


def fill(index: tantivy.Index, texts: Sequence[str]) -> None:
    """Add texts as documents, with the memory and threads that tantivy takes by itself."""
    writer = index.writer()
    for number, text in enumerate(texts):
        writer.add_document(tantivy.Document(number=number, text=text))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()


def _tantivy(texts: list[str], folder: Path) -> Made:
    index = plain_index(folder / "tantivy")
    fill(index, texts)
    searcher = index.searcher()

    def search(query: str) -> list[int]:
        should = tantivy.Occur.Should
        terms = [tantivy.Query.term_query(index.schema, "text", g) for g in bigrams(normal(query))]
        wanted = tantivy.Query.boolean_query([(should, term) for term in terms])
        hits = searcher.search(wanted, TEN, count=False).hits
        return [int(searcher.doc(address)["number"][0]) for _score, address in hits]

    return "tantivy bigrams", False, search, bytes_in(folder / "tantivy")


def bytes_in(folder: Path) -> int:
    """What the files of a folder take."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


_FILTERS = {"fzf": ["fzf", "--filter"], "rg": ["rg", "--fixed-strings", "--ignore-case", "--"]}


def _has(name: str) -> bool:
    return shutil.which(name) is not None


def _filter(name: str, texts: list[str], folder: Path, every: int) -> Engine:
    """A program that filters lines, started for each query; lines carry their numbers."""
    path = folder / f"{name}.txt"
    lines = (f"{text.replace(chr(10), ' ')}\t{number}\n" for number, text in enumerate(texts))
    path.write_text("".join(lines), "utf-8")

    def search(query: str) -> list[int]:
        with path.open("rb") as file:
            command = [*_FILTERS[name], normal(query)]
            found = subprocess.run(command, stdin=file, capture_output=True, check=False).stdout
        lines = found.decode().splitlines()[:TEN]
        return [int(line.rpartition("\t")[2]) for line in lines]

    full = {"fzf": "fzf --filter", "rg": "ripgrep"}[name]
    return Engine(full, every, search, 0.0, path.stat().st_size)


def write_titles(titles: Sequence[str], path: Path) -> dict[str, int]:
    """A catalogue of one policy a title; gives the number of each by its id."""
    numbers = {f"t{number}": number for number in range(len(titles))}
    lines = (
        json.dumps({"id": full_id, "title": titles[number]}, ensure_ascii=False) + "\n"
        for full_id, number in numbers.items()
    )
    path.write_text("".join(lines), "utf-8")
    return numbers
