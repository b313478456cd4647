"""Red lines: what no draft may say, and what a 规范性文件 may not lay down.

Each line is a row of ``data/review.toml``: patterns over one sentence. What forbids the same thing,
treats all alike, rests on a law or reports a fact crosses none; such a guard has to stand in the
part of the sentence that it guards, so that 自愿 in one half does not excuse the other.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from policycli.finding import Basis, Finding
from policycli.language import N_, _
from policycli.review.clauses import Clause, Draft
from policycli.review.modality import modals
from policycli.review.ranks import NORMATIVE
from policycli.review.tables import tables
from policycli.review.wording import folded

__all__ = ["red_lines"]

_SENTENCE = re.compile(r"[^。；;\n]+[。；;]?")
_PART = "，,：:"
_RESTED = ("permit", "penalty", "coercion", "fee")  # good where the sentence rests on a law
_PARTLY = ("fair-10-1", "fair-10-3", "fair-8-1", "fair-11-2")  # where the part of it does
_ALLOWS = (
    "fair-9-3", "fair-9-4", "fair-10-1", "fair-10-2", "fair-10-3", "fair-10-4", "fair-11-1",
    "fair-11-2", "fair-11-4", "penalty", "coercion", "fee", "retroactive", "interpret",
)  # fmt: skip
"""Lines that are crossed by doing something; a prohibition in the words themselves crosses none."""

CROSSED = N_("this may cross a line: {title} ({source})")


class _Line(NamedTuple):
    code: str
    source: str
    title: str
    rank: int
    patterns: tuple[re.Pattern[str], ...]


@cache
def _lines() -> tuple[_Line, ...]:
    words = tables().raw["words"]

    def compiled(pattern: str) -> re.Pattern[str]:
        return re.compile(re.sub(r"\{([A-Z]+)\}", lambda found: f"(?:{words[found[1]]})", pattern))

    return tuple(
        _Line(
            row["code"],
            row["source"],
            row["title"],
            row.get("rank", 9),
            tuple(map(compiled, row["any"])),
        )
        for row in tables().lines
    )


@cache
def _guards() -> dict[str, re.Pattern[str]]:
    return {name: re.compile(pattern) for name, pattern in tables().raw["guards"].items()}


def red_lines(draft: Draft) -> Iterator[Finding]:
    """The sentences of a draft that cross a line; lines of a rank bind drafts up to it."""
    for clause in draft.clauses:
        for found in _SENTENCE.finditer(clause.text):
            yield from _crossed(found[0], found.start(), clause, draft.place.rank)


def _crossed(sentence: str, offset: int, clause: Clause, rank: int) -> Iterator[Finding]:
    """The lines that a sentence crosses, each once, the one with the longest words first."""
    plain = folded(sentence)
    if _excused(plain):
        return
    hits: list[tuple[int, re.Match[str], _Line]] = []
    for line in _lines():
        if rank > line.rank:
            continue
        matches = (m for pattern in line.patterns for m in pattern.finditer(plain))
        good = [m for m in matches if m[0] and not _guarded(plain, m, line)]
        if good:
            best = max(good, key=lambda m: len(m[0]))
            hits.append((len(best[0]), best, line))
    for _length, match, line in sorted(hits, key=lambda hit: -hit[0]):
        yield _finding(line, sentence, match, offset, clause)


def _excused(sentence: str) -> bool:
    """Facts, and the exceptions of 公平竞争审查条例 12, which have an end."""
    guards = _guards()
    if guards["exception"].search(sentence) and guards["limited"].search(sentence):
        return True
    fact = guards["fact"].search(sentence)
    return bool(fact) and next(modals(sentence), None) is None


def _guarded(sentence: str, match: re.Match[str], line: _Line) -> bool:
    """Whether the part of the sentence around a match says that it crosses nothing."""
    guards = _guards()
    start = max(sentence.rfind(sign, 0, match.start()) for sign in _PART) + 1
    ends = [at for sign in _PART if (at := sentence.find(sign, match.end())) >= 0]
    end = min(ends, default=len(sentence))
    part = sentence[start:end]
    upto = match.end() if line.code in _ALLOWS else match.start()
    if guards["before"].search(sentence[start:upto]):
        return True
    if guards["gone"].search(sentence[match.start() :]):
        return True
    if guards["after"].search(part[match.start() - start :]) or guards["equal"].search(part):
        return True
    if line.code in _RESTED:
        return bool(guards["basis"].search(sentence[:end]))
    return line.code in _PARTLY and bool(guards["basis"].search(part))


def _finding(
    line: _Line, sentence: str, match: re.Match[str], offset: int, clause: Clause
) -> Finding:
    start, end = match.span()
    return Finding(
        rule=line.code,
        kind="red-line",
        severity="warning",
        message=_(CROSSED).format(title=line.title, source=line.source),
        clause=clause.number,
        clause_title=clause.title,
        words=sentence[start:end],
        span=(offset + start, offset + end),
        basis=Basis("", title=line.source, relation="line"),
        confidence=0.8 if line.rank <= NORMATIVE else 0.7,
    )
