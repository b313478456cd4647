"""Words that differ between norms of one matter: bodies, conditions, scope, terms.

Norms that are nearly the same are compared word by word; those that only are of one matter by
who they are for, which bodies they name and under which conditions they hold.
"""

import re
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import Indel

from policycli.finding import Basis, Finding, Severity
from policycli.language import N_
from policycli.norms.articles import Counterpart
from policycli.norms.bodies import EVERY, Body, bodies, levels, renamed, tiers
from policycli.norms.frames import Frame
from policycli.norms.modality import modals
from policycli.norms.pairing import Pair, Side, likeness, paired
from policycli.norms.quantities import quantities
from policycli.norms.wording import Topical, folded, grams, held, same_words
from policycli.tuples import NamedTuple

__all__ = ["differing_words"]

_NEAR = 0.74  # likeness from which norms are compared word by word
_SAME_SIGNS = 0.66  # the same, by the signs that both have in the same order
_LOOSE = 0.4  # from which who and when are compared
_LACKING = 0.45  # from which words that the draft leaves out are told
_CLOSE = 0.5  # from which words that it has in their place are told
_CLOSE_ENOUGH = 0.65  # from which what a draft adds is told: adding is what it is for
_HAS = 0.5  # share of a condition's words from which a norm has it
_CONDITION = re.compile(
    r"^(?:经|未经|除|符合|逾期|情节|无正当理由|具有|利用|使用|在.{2,}(?:期间|范围)|国家设立|造成|构成).*|.*(?:的|时|同意|批准)$"
)
_DROPPED = re.compile('[，,、；;。：:\\s（）()“”"《》的了和与及或者并且且也以等]+')
_PLACE = re.compile(
    "(?:国家|依法|全国|中央|国务院|地方|各级|本级|同级|上级|本行政区域|全[省市县区州]|本[省市县区州]|我[省市县区州]|自治[区州县旗]|直辖市"
    "|设区的市|有条件的|[省市县区州盟旗乡镇、（）()]|级|以上|人民政府|政府|各地|各|该|其|对|将|所称?|项|本?(?:法|条例|办法|规定|规则|细则))*"
)
_SIGNS = "，,、；;：:。 "
_FRAMEWORK = re.compile("制定本|起施行|同时废止|适用本")  # no norm: purpose, entry into force
_OF_PAPER = re.compile("违反本(?:法|条例|办法|规定)(?:第[^，]{1,12}条)?的?(?:规定)?[，,]?")
_OPENING = re.compile(
    "县级以上|(?:地方)?(?:各级)?人民政府|国家|应当|^但是?$"
)  # with these norms begin
_STANDS_BEFORE = 0.6  # share of what a norm lacks from which its clause says it elsewhere
_FAVOURS = ("鼓励", "支持", "引导", "扶持", "提倡")
_LISTS = re.compile("下列|以下")
_LOCAL = re.compile("当地|所在地|本级|本行政区域")
_SHORTEST = 2
_TELLING = 12.0  # weight of words that make a difference between norms of one matter

BODY = N_("the draft names {draft} where {title} {article} names {basis}")
SCOPE = N_("the draft is about {draft} where {title} {article} is about {basis}")
GAINED = N_("the draft adds what {title} {article} has not: {draft}")
LOST = N_("the draft leaves out what {title} {article} has: {basis}")
TERM = N_("the draft says {draft} where {title} {article} says {basis}")


def differing_words(
    draft: Sequence[Side], basis: Sequence[Side], weights: Topical
) -> Iterator[tuple[Finding, Counterpart]]:
    """What the norms of a clause say otherwise than the most like norms of its counterparts."""
    done: set[tuple[int, int]] = set()
    whole = frozenset().union(*(side.sentence for side in draft))
    for pair in paired(draft, basis, weights):
        if _FRAMEWORK.search(pair.draft.words) or pair.draft.hands_on:
            continue
        near = pair.likeness >= _NEAR or _alike(pair)
        difference = _near(pair, weights) if near else _loose(pair, weights)
        if difference:
            found = _finding(*difference, pair, weights)
            if held(grams(difference[1].basis), whole, weights) >= _STANDS_BEFORE:
                found = found._replace(severity="note")
            yield found, pair.counterpart
        if near or (difference and difference[0] == "body"):
            done.add(pair.draft.span)
    rest = [side for side in draft if side.frame.span not in done]
    for pair in _other_levels(rest, basis, weights):
        change = _Change(min(levels(pair.basis.words)), min(levels(pair.draft.words)))
        yield _finding("body", change, pair, weights), pair.counterpart


def _alike(pair: Pair) -> bool:
    """Whether two norms are so much the same, sign by sign, that single words are compared."""
    words = (same_words(renamed(side.words)) for side in (pair.basis, pair.draft))
    return Indel.normalized_similarity(*words) >= _SAME_SIGNS


def _other_levels(draft: Sequence[Side], basis: Sequence[Side], weights: Topical) -> Iterator[Pair]:
    """Norms that name governments from a level on which the article of the basis nowhere has."""
    first = next((side.counterpart for side in basis), None)
    named = [side for side in basis if side.counterpart is first and levels(side.frame.words)]
    known = frozenset().union(*(levels(side.frame.words) for side in named))
    if first is None:
        return
    for side in draft if known - {EVERY} else ():
        mine = levels(side.frame.words)
        if mine - {EVERY} and not mine & known:
            other = max(named, key=lambda each: likeness(side, each, weights))
            yield Pair(side.frame, other.frame, first, likeness(side, other, weights))


class _Change(NamedTuple):
    """Words of the basis, and what the draft has in their place; either may be empty."""

    basis: str
    draft: str


_Difference = tuple[str, _Change]
"""A kind of finding, and the words that make it."""


def _near(pair: Pair, weights: Topical) -> _Difference | None:
    """The weightiest change of a norm that is otherwise the same."""
    if change := _other_level(pair):
        return "body", change
    return _weightiest(pair, weights)


def _weightiest(pair: Pair, weights: Topical) -> _Difference | None:
    """The change that tells most; what a draft merely adds has to tell something."""
    adds = pair.likeness >= _CLOSE_ENOUGH
    changes = [
        (kind, c)
        for c in _changes(pair)
        if (_tells(c) or (adds and _weight(c, weights) >= _TELLING)) and (kind := _kind(c, pair))
    ]
    return max(changes, key=lambda each: _weight(each[1], weights), default=None)


def _tells(change: _Change) -> bool:
    """Whether the basis has more than an opening, for which a draft only says who acts."""
    return bool(_OPENING.sub("", _plain(change.basis)))


def _changes(pair: Pair) -> Iterator[_Change]:
    """What is replaced, added or gone, widened to whole words as far as that is known."""
    basis, draft = pair.basis.words, pair.draft.words
    one, other = folded(basis), folded(draft)
    for tag, a, b, c, d in _joined(Indel.opcodes(one, other)):
        if tag == "equal" or _measured(basis, a, b) or _measured(draft, c, d):
            continue
        was, now = (_plain(words) for words in (basis[a:b], draft[c:d]))
        if was == now or _equal(one, a, b, other, c, d):
            continue
        yield _Change(basis[a:b], draft[c:d])


def _plain(words: str) -> str:
    """Words without signs, and without what only says which paper a norm stands in."""
    return _DROPPED.sub("", _OF_PAPER.sub("", words))


def _measured(text: str, start: int, end: int) -> bool:
    """Whether what changed is a quantity: figures look after those."""
    return any(q.span[0] < end and start < q.span[1] for q in quantities(text))


def _joined(codes: object) -> list[tuple[str, int, int, int, int]]:
    """Edits with fewer than two equal characters between them are one."""
    found: list[tuple[str, int, int, int, int]] = []
    for code in codes:  # type: ignore[attr-defined]
        tag, a, b, c, d = code.tag, code.src_start, code.src_end, code.dest_start, code.dest_end
        if tag == "equal" and b - a >= _SHORTEST:
            found.append((tag, a, b, c, d))
        elif found and found[-1][0] != "equal":
            _tag, a0, _b, c0, _d = found.pop()
            found.append(("replace", a0, b, c0, d))
        elif tag == "equal":
            found.append((tag, a, b, c, d))
        else:
            found.append(("replace", a, b, c, d))
    return found


def _equal(one: str, a: int, b: int, other: str, c: int, d: int) -> bool:
    """Whether the words around an edit are equal terms, or the same bodies under new names."""
    for margin in (0, 2, 4, 6):
        left = one[max(0, a - margin) : b + margin]
        right = other[max(0, c - margin) : d + margin]
        if _DROPPED.sub("", same_words(renamed(left))) == _DROPPED.sub(
            "", same_words(renamed(right))
        ):
            return True
    return False


def _kind(change: _Change, pair: Pair) -> str:
    """Which kind of difference a change is; empty for one that is none or another rule's."""
    was, now = (_DROPPED.sub("", words) for words in change)
    if max(len(was), len(now)) < _SHORTEST or _local(was, now) or _modal(was, now):
        return ""
    if _bodies_differ(pair) and _in_body(pair, was, now):
        return "body"
    if was and now:
        return "definition" if "是指" in pair.basis.words else "term"
    condition = _CONDITION.match((change.basis or change.draft).strip("，, "))
    if not condition:
        return "scope"
    return "condition-dropped" if was else "condition-added"


def _local(was: str, now: str) -> bool:
    """Whether a change only says of a place what the basis says of the nation: 全省 for 国家."""
    return bool(_PLACE.fullmatch(was) and _PLACE.fullmatch(now))


def _modal(was: str, now: str) -> bool:
    if was in _FAVOURS and now in _FAVOURS:
        return True
    short = len(was) <= 4 and len(now) <= 4
    return short and any(next(modals(words), None) for words in (was, now))


def _in_body(pair: Pair, was: str, now: str) -> bool:
    around = [body.words for side in (pair.basis, pair.draft) for body in bodies(side.words)]
    return any((was and was in body) or (now and now in body) for body in around)


def _bodies_differ(pair: Pair) -> bool:
    return [b[:2] for b in bodies(pair.basis.words)] != [b[:2] for b in bodies(pair.draft.words)]


def _loose(pair: Pair, weights: Topical) -> _Difference | None:
    """What differs in norms that only are of one matter: who acts, when, for whom."""
    if change := _other_level(pair) or _other_body(pair):
        return "body", change
    for kind, one, other in (
        ("condition-dropped", pair.basis, pair.draft),
        ("condition-added", pair.draft, pair.basis),
    ):
        if pair.likeness >= _CLOSE_ENOUGH and (lacking := next(_lacking(one, other, weights), "")):
            dropped = kind == "condition-dropped"
            return kind, _Change(lacking, "") if dropped else _Change("", lacking)
    if pair.likeness >= _LOOSE and _subject_differs(pair, weights):
        return "scope", _Change(pair.basis.subject, pair.draft.subject)
    best = _weightiest(pair, weights)
    if best is None or _weight(best[1], weights) < _TELLING:
        return None
    return best if pair.likeness >= (_CLOSE if best[1].draft else _LACKING) else None


def _weight(change: _Change, weights: Topical) -> float:
    """How much the words of a change tell."""
    return weights.sum(grams(change.basis)) + weights.sum(grams(change.draft))


def _lacking(one: Frame, other: Frame, weights: Topical) -> Iterator[str]:
    """The conditions of a norm that the other's sentence has no words for."""
    whole = grams(other.lead + other.sentence)
    for condition in one.conditions:
        if _CONDITION.match(condition) and held(grams(condition), whole, weights) < _HAS:
            yield condition


def _other_level(pair: Pair) -> _Change | None:
    """Another level of government: 市级以上 for 县级以上, or 市人民政府 for 省人民政府."""
    one, other = levels(pair.basis.words), levels(pair.draft.words)
    if one and other and not one & other:
        return _Change(min(one), min(other))
    one, other = tiers(pair.basis.words), tiers(pair.draft.words)
    local = {bool(_LOCAL.search(side.words)) for side in (pair.basis, pair.draft)}
    if pair.likeness >= _NEAR and len(local) == 1 and one and other and one != other:
        return _Change(
            *(f"{min(each)}人民政府" for each in (one - other or one, other - one or other))
        )
    return None


def _other_body(pair: Pair) -> _Change | None:
    """A body that one side has for another of the other side; of norms hardly alike, who acts."""
    one, other = pair.basis.words, pair.draft.words
    if pair.likeness < _LOOSE:
        one, other = pair.basis.subject, pair.draft.subject
    basis = _own(bodies(one), bodies(other))
    draft = _own(bodies(other), bodies(one))
    return _Change(basis[0].words, draft[0].words) if basis and draft else None


def _own(mine: Sequence[Body], theirs: Sequence[Body]) -> list[Body]:
    names = "".join(body.name for body in theirs)
    return [body for body in mine if body.name not in names and not body.general]


def _subject_differs(pair: Pair, weights: Topical) -> bool:
    one, other = pair.basis.subject, pair.draft.subject
    if min(len(one), len(other)) < 4 or bodies(one) or bodies(other):
        return False
    return held(grams(one), grams(pair.draft.lead + pair.draft.sentence), weights) < 0.45


def _severity(kind: str, change: _Change, pair: Pair, weights: Topical) -> Severity:
    """A warning where nearly the same norm lacks words that tell something, else a note.

    What a draft adds, and what differs in norms that only are of one matter, may be as meant.
    """
    lost = weights.plain.sum(grams(_OPENING.sub("", _plain(change.basis))))
    near = pair.likeness >= _NEAR
    lists = _LISTS.search(change.draft) or _LISTS.search(change.basis)  # what is in their items
    return "warning" if near and not lists and (kind == "body" or lost >= _TELLING) else "note"


def _finding(kind: str, change: _Change, pair: Pair, weights: Topical) -> Finding:
    message = {
        "body": BODY, "scope": SCOPE, "condition-added": GAINED, "condition-dropped": LOST,
        "term": TERM, "definition": TERM,
    }[kind]  # fmt: skip
    if not change.draft and kind != "condition-dropped":
        message = LOST
    if not change.basis:
        message = GAINED
    return Finding(
        rule=kind,
        kind=kind,
        severity=_severity(kind, change, pair, weights),
        message=message,
        words=pair.draft.words,
        span=pair.draft.span,
        basis=Basis("", words=pair.basis.words, span=pair.basis.span),
        differs=(change.draft.strip(_SIGNS), change.basis.strip(_SIGNS)),
        direction={"condition-dropped": "laxer", "condition-added": "stricter"}.get(
            kind, "different"
        ),
        confidence=round(min(1.0, pair.likeness), 2),
    )
