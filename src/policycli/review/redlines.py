"""Red lines: what no draft may say, and what a 规范性文件 may not lay down.

Each line is a row of ``data/review.toml``: patterns over one sentence. What forbids the same thing,
treats all alike, rests on a law or reports a fact crosses none; such a guard has to stand in the
part of the sentence that it guards, so that 自愿 in one half does not excuse the other.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from policycli.finding import Basis, Finding
from policycli.language import N_, _
from policycli.norms.modality import modals
from policycli.norms.tables import tables
from policycli.norms.wording import folded
from policycli.review.clauses import Clause, Draft
from policycli.review.ranks import NORMATIVE

__all__ = ["red_lines"]

_SENTENCE = re.compile(r"[^。；;\n]{1,800}[。；;]?")  # longer ones are none, and take time
_ITEM = re.compile(r"\s*(?:[（(][一二三四五六七八九十百\d]+[)）]|\d+[.．、])")
_WORD = re.compile(r"\{([A-Z]+)\}")
_COMMA = re.compile(r"(?<!\d),")
_PART = "，：:"
_WIDE = 60  # characters within which the parts of an act stand
_RESTED = ("permit", "penalty", "coercion", "fee")  # good where the sentence rests on a law
_PARTLY = ("fair-10-1", "fair-10-3", "fair-10-4", "fair-8-1", "fair-8-2", "fair-11-2")
"""Those that are good where the part around the act rests on a law."""

_ALLOWS = (
    "fair-9-3", "fair-9-4", "fair-10-1", "fair-10-2", "fair-10-3", "fair-10-4", "fair-11-1",
    "fair-11-2", "fair-11-4", "penalty", "coercion", "fee", "retroactive", "interpret",
)  # fmt: skip
"""Lines that are crossed by doing something; a prohibition in the words themselves crosses none."""

_POWERS = ("penalty", "coercion")
"""Lines that a condition does not cross: 当事人对罚款不服的，可以申诉 lays down no fine."""

CROSSED = N_("this may cross a line: {title} ({source})")


class _Act(NamedTuple):
    """What crosses a line wherever it stands in a sentence, in any order.

    Attributes:
        parts: What has to be said, the act itself first: that is what guards look at.
        unless: What makes it another matter, anywhere in the sentence.
    """

    parts: tuple[str, ...]
    unless: str


class _Line(NamedTuple):
    code: str
    source: str
    title: str
    rank: int
    patterns: tuple[re.Pattern[str], ...]
    acts: tuple[_Act, ...]
    unless: str


class _Hit(NamedTuple):
    """Words that cross a line.

    Attributes:
        act: Where the act stands.
        span: Where all that is quoted stands.
    """

    line: _Line
    act: tuple[int, int]
    span: tuple[int, int]

    @property
    def length(self) -> int:
        return self.span[1] - self.span[0]


@cache
def _lines() -> tuple[_Line, ...]:
    return tuple(
        _Line(
            row["code"],
            row["source"],
            row["title"],
            row.get("rank", 9),
            tuple(map(_compiled, row.get("any", ()))),
            tuple(map(_act, row.get("acts", ()))),
            row.get("unless", ""),
        )
        for row in tables().lines
    )


def _act(row: dict[str, Any]) -> _Act:
    return _Act(tuple(row["all"]), row.get("unless", ""))


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """A pattern with its classes of words written out; a class may name others."""
    words = tables().raw["words"]
    while _WORD.search(pattern):
        pattern = _WORD.sub(lambda found: f"(?:{words[found[1]]})", pattern)
    return re.compile(pattern)


@cache
def _guards() -> dict[str, re.Pattern[str]]:
    return {name: re.compile(pattern) for name, pattern in tables().raw["guards"].items()}


def red_lines(draft: Draft) -> Iterator[Finding]:
    """The sentences of a draft that cross a line; lines of a rank bind drafts up to it."""
    for clause in draft.clauses:
        for sentence, offset in _norms(clause.text):
            yield from _crossed(sentence, offset, clause, draft.place.rank)


def _norms(text: str) -> Iterator[tuple[str, int]]:
    """The sentences of a clause with where they stand, without items that say what is forbidden.

    What stands in a list below 不得有下列行为 is forbidden; below 有下列行为之一的，责令改正 it is
    what somebody is liable for. Of both only the words above the list are looked at.
    """
    listed = goes_on = False
    for found in _SENTENCE.finditer(text):
        above = _guards()["list"].search(_plain(found[0]))
        listed = above is not None or (listed and (goes_on or bool(_ITEM.match(found[0]))))
        goes_on = found[0].endswith(("；", ";"))
        if above or not listed:
            yield found[0][: above.end() if above else None], found.start()


def _plain(sentence: str) -> str:
    """A sentence as patterns have it: narrow signs, but for commas."""
    return _COMMA.sub("，", folded(sentence))


def _crossed(sentence: str, offset: int, clause: Clause, rank: int) -> Iterator[Finding]:
    """The lines that a sentence crosses, each once, the one with the longest words first."""
    plain = _plain(sentence)
    if _excused(plain):
        return
    hits: list[_Hit] = []
    for line in _lines():
        if rank <= line.rank:
            good = [hit for hit in _hits(plain, line) if not _guarded(plain, hit)]
            hits += [max(good, key=lambda hit: hit.length)] if good else []
    for hit in sorted(hits, key=lambda hit: -hit.length):
        yield _finding(hit, sentence, offset, clause)


def _hits(sentence: str, line: _Line) -> Iterator[_Hit]:
    """Where a sentence has the words of a line, in their order or as an act with its parts."""
    if _another(line.unless, sentence):
        return
    for pattern in line.patterns:
        for match in pattern.finditer(sentence):
            if match[0]:
                yield _Hit(line, match.span(), match.span())
    for act in line.acts:
        yield from _done(sentence, line, act)


def _another(unless: str, sentence: str) -> bool:
    """Whether a sentence has words that make it another matter."""
    return bool(unless) and _compiled(unless).search(sentence) is not None


def _done(sentence: str, line: _Line, act: _Act) -> Iterator[_Hit]:
    """Where an act stands in a sentence that has its other parts too, the nearest of each."""
    first, *others = act.parts
    for match in _compiled(first).finditer(sentence):
        if _another(act.unless, sentence):
            return
        spans = [match.span()]
        for part in others:
            found = [each.span() for each in _compiled(part).finditer(sentence)]
            if not found:
                return
            spans.append(min(found, key=lambda span: _apart(span, match.span())))
        whole = min(start for start, _end in spans), max(end for _start, end in spans)
        if whole[1] - whole[0] <= _WIDE:
            yield _Hit(line, match.span(), whole)


def _apart(one: tuple[int, int], other: tuple[int, int]) -> int:
    return max(other[0] - one[1], one[0] - other[1], 0)


def _excused(sentence: str) -> bool:
    """Facts, and the exceptions of 公平竞争审查条例 12, which have an end."""
    guards = _guards()
    if guards["exception"].search(sentence) and guards["limited"].search(sentence):
        return True
    fact = guards["fact"].search(sentence)
    said = guards["command"].search(sentence) or next(modals(sentence), None)
    return fact is not None and said is None


def _guarded(sentence: str, hit: _Hit) -> bool:
    """Whether the part of the sentence around an act says that it crosses nothing."""
    guards = _guards()
    code, (first, last) = hit.line.code, hit.act
    start, end = _part(sentence, first, last)
    part = sentence[start:end]
    return bool(
        _in_title(sentence, first)
        or guards["before"].search(sentence[start:first])
        or (code in _ALLOWS and guards["bans"].search(part))
        or guards["gone"].search(sentence[first:])
        or guards["after"].search(sentence[last:end])
        or guards["equal"].search(part)
        or (code in _POWERS and part.endswith("的") and end < len(sentence))
        or (code.startswith("fair-") and guards["liability"].search(sentence))
        or _rests(sentence, code, start, end)
    )


def _in_title(sentence: str, at: int) -> bool:
    """Whether a place is in the title of a paper, which says nothing of this one."""
    return sentence.rfind("《", 0, at) > sentence.rfind("》", 0, at)


def _rests(sentence: str, code: str, start: int, end: int) -> bool:
    """Whether a part, or what goes before or follows it, names the law that an act rests on."""
    guards = _guards()
    follows = guards["rests"].match(sentence, end)
    upto = follows.end() if follows else end
    if code in _RESTED:
        return bool(guards["basis"].search(sentence[:upto]))
    if code not in _PARTLY:
        return False
    before = guards["resting"].search(sentence[:start])
    return bool(before or guards["basis"].search(sentence[start:upto]))


def _part(sentence: str, first: int, last: int) -> tuple[int, int]:
    """From the sign before a place to the one behind it."""
    start = max(sentence.rfind(sign, 0, first) for sign in _PART) + 1
    ends = [at for sign in _PART if (at := sentence.find(sign, last)) >= 0]
    return start, min(ends, default=len(sentence))


def _finding(hit: _Hit, sentence: str, offset: int, clause: Clause) -> Finding:
    line, (start, end) = hit.line, hit.span
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
