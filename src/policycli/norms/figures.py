"""Figures and deadlines that differ: paired by what they measure, judged by floor and ceiling."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache, partial

from policycli.finding import Basis, Finding, Severity
from policycli.language import N_
from policycli.norms.articles import Counterpart
from policycli.norms.pairing import Side, likeness, likest_first, same_violation
from policycli.norms.quantities import TIME, Measured, masked, quantities
from policycli.norms.wording import Weighing, covered, grams
from policycli.tuples import NamedTuple

__all__ = ["differing_figures"]

_BEFORE, _AFTER = 16, 12  # characters around a number that say what it measures
_LEAST = 0.42  # likeness from which two numbers measure the same
_CLEAR = 0.7  # likeness from which a difference is no slip of the pairing
_SURE = 0.88  # likeness from which the context is the same word by word
_CLOSE = 0.08  # two numbers so near in likeness may both be meant
_SPECIFIED = 0.36  # likeness from which a norm without the figure is of the same matter
_OPEN_RIGHT = 0.08  # the same for a right that the figure narrows
_OPEN = 0.12  # the same, where the whole article has no figure in that unit
_NEAR_MATTER = 0.2  # likeness of article and clause for that
_RIGHT = re.compile("免交|免缴|免费|免收|免除|减免|享受|享有|有权|优先|补助|补贴|救助")
_SIGNS = "，。；：\n,;:"
_OF_ONE_THING = ("岁", "毫升")  # units in which a paper measures one thing alone
_LAID_DOWN = (*TIME, "%", "元", "倍", "岁", "毫升")
_SAME_MATTER = 0.35  # likeness of article and clause from which a difference can be an error
_SAME_VIOLATION = 0.7  # the same for penalties
_VAGUE = re.compile(
    r"一定(?:期限|时间|比例|数额)|规定的?(?:期限|时间|时限)|按照规定|适当(?:的)?比例|及时|定期|处以罚款|罚款|一般"
)
_OFFICE = re.compile(r"(?:部门|机关|政府|机构|法院|检察院|委员会|局|厅)")
_PENALTY = re.compile("罚款|滞纳金|违法所得")

HIGHER = N_("{measure}: the draft has {draft}, {title} {article} has {basis}")
SPECIFIED = N_("the draft says {draft} where {title} {article} leaves it open ({basis})")
DROPPED = N_("{title} {article} has {basis}, the draft has no figure here")


class _Number(NamedTuple):
    """A quantity with the norm that it stands in."""

    quantity: Measured
    side: Side
    context: frozenset[str]
    text: str


def differing_figures(
    draft: Sequence[tuple[Side, str]], basis: Sequence[Side], weights: Weighing
) -> Iterator[tuple[Finding, Counterpart]]:
    """Figures of a clause that its counterparts have otherwise.

    Args:
        draft: The norms of the clause, each with the text of the clause.
        basis: The norms of its counterparts.
        weights: Of pairs of characters.
    """
    known = list(_numbers((side, _text(side)) for side in basis))
    told: set[tuple[int, int]] = set()  # norms whose figures the basis leaves open
    for number in _numbers(draft):
        like = partial(_same_measure, number, weights=weights)
        scored = likest_first((n for n in known if _comparable(number, n, weights)), like)
        near = [(score, other) for score, other in scored if score >= _LEAST]
        if near:
            best = near[0][0]
            close = _CLOSE if best < _SURE else _CLOSE / 4
            if any(_equal(number, other) for score, other in near if score >= best - close):
                continue
            yield _differs(number, near[0][1], best)
        elif other := _by_unit(number, known, weights):
            yield _differs(number, other, _LEAST)
        elif number.quantity.unit in _LAID_DOWN and number.side.frame.span not in told:
            for pair in _specified(number, basis, weights):
                told.add(number.side.frame.span)
                yield pair


def _by_unit(number: _Number, known: Sequence[_Number], weights: Weighing) -> _Number | None:
    """The nearest figure of the article that governs the clause, where the unit says of what."""
    first = next((n.side.counterpart for n in known), None)
    if number.quantity.unit not in _OF_ONE_THING or first is None or first.likeness < _NEAR_MATTER:
        return None
    same = [n for n in known if n.side.counterpart is first and _comparable(number, n, weights)]
    if any(_equal(number, other) for other in same):
        return None
    return min(same, key=lambda n: abs(n.quantity.low - number.quantity.low), default=None)


def _specified(
    number: _Number, basis: Sequence[Side], weights: Weighing
) -> Iterator[tuple[Finding, Counterpart]]:
    """A figure where the norm of the basis on the same matter has none: 二年 for 一定期限."""
    unit = number.quantity.unit
    like = partial(likeness, number.side, weights=weights)
    scored = likest_first((s for s in basis if same_violation(number.side, s, weights)), like)
    score, side = scored[0] if scored else (0.0, number.side)
    counterpart = side.counterpart
    if counterpart is None:
        return
    limits = bool(_RIGHT.search(side.frame.words)) and unit != "元"
    least = _least(unit, counterpart, limits)
    open_here = all(q.unit != unit for q in side.frame.quantities)
    if score < least or not open_here or side.frame.hands_on:
        return
    kind = "deadline" if number.quantity.unit in TIME else "figure"
    finding = Finding(
        rule=f"{kind}-specified",
        kind=kind,
        severity="warning" if limits or _VAGUE.search(side.frame.words) else "note",
        message=SPECIFIED,
        words=_segment(number.text, number.quantity.span),
        span=number.quantity.span,
        basis=Basis("", words=side.frame.words, span=side.frame.span),
        differs=(number.quantity.words, side.frame.words),
        value=number.quantity.low,
        unit=number.quantity.unit,
        measure=measured(number.text, number.quantity.span),
        direction="laxer" if limits else "stricter",
        confidence=round(min(1.0, score), 2),
    )
    yield finding, counterpart


def _least(unit: str, counterpart: Counterpart, limits: bool) -> float:
    """Likeness of norms from which a figure is told that the basis leaves open."""
    nowhere = all(q.unit != unit for q in quantities(counterpart.article.text))
    if not nowhere or counterpart.likeness < _NEAR_MATTER:
        return _SPECIFIED
    return _OPEN_RIGHT if limits else _OPEN


def _text(side: Side) -> str:
    """The text of the article that a norm stands in."""
    return side.counterpart.article.text if side.counterpart else ""


def _numbers(sides: Iterable[tuple[Side, str]]) -> Iterator[_Number]:
    for side, text in sides:
        for quantity in side.frame.quantities:
            yield _Number(quantity, side, _context(text, quantity.span, side.frame.span), text)


@lru_cache(16384)
def _context(text: str, span: tuple[int, int], frame: tuple[int, int]) -> frozenset[str]:
    start, end = max(frame[0], span[0] - _BEFORE), min(frame[1], span[1] + _AFTER)
    return grams(masked(text[start : span[0]]) + "#" + masked(text[span[1] : end]))


def _comparable(one: _Number, other: _Number, weights: Weighing) -> bool:
    """Whether two numbers can mean the same: of one unit, and no penalties for other acts."""
    same_unit = one.quantity.unit == other.quantity.unit
    return same_unit and same_violation(one.side, other.side, weights)


def _same_measure(one: _Number, other: _Number, weights: Weighing) -> float:
    near = covered(one.context, other.context, weights)
    return 0.55 * near + 0.45 * likeness(one.side, other.side, weights) if near else 0.0


def _equal(one: _Number, other: _Number) -> bool:
    a, b = one.quantity, other.quantity
    return abs(a.low - b.low) < 1e-6 * max(1, a.low) and abs(a.high - b.high) < 1e-6 * max(
        1, a.high
    )


def _differs(number: _Number, other: _Number, score: float) -> tuple[Finding, Counterpart]:
    mine, theirs = number.quantity, other.quantity
    way, severity = _judged(number, other, score)
    counterpart = other.side.counterpart
    assert counterpart is not None  # noqa: S101 - only norms of counterparts are compared
    kind = "deadline" if theirs.unit in TIME else "figure"
    finding = Finding(
        rule=f"{kind}-{way}",
        kind=kind,
        severity=severity,
        message=HIGHER,
        words=_segment(number.text, mine.span),
        span=mine.span,
        basis=Basis("", words=_segment(other.text, theirs.span), span=theirs.span),
        differs=(mine.words, theirs.words),
        value=mine.low,
        basis_value=theirs.low,
        unit=mine.unit,
        measure=measured(number.text, mine.span),
        direction=way,
        confidence=round(min(1.0, score), 2),
    )
    return finding, counterpart


def _judged(number: _Number, other: _Number, score: float) -> tuple[str, Severity]:
    """Stricter or laxer than the basis, and how bad that is.

    A floor may be raised and a ceiling lowered by whoever stands below; the other way round is
    an error. Penalties have to stay between the ends of the basis.
    """
    mine, theirs = number.quantity, other.quantity
    bound = theirs.bound if theirs.bound != "exact" else mine.bound
    clear = score >= _CLEAR and _same_article(other)
    if _PENALTY.search(other.side.frame.words):  # scales of other violations look alike
        clear = clear and _same_article(other, _SAME_VIOLATION) and _same_offender(number, other)
    if bound == "floor":
        lower = mine.low < theirs.low
        return ("laxer", _error(clear)) if lower else ("stricter", "note")
    if bound == "ceiling":
        above = mine.high > theirs.high
        if not above and mine.unit in TIME and not _OFFICE.search(number.side.frame.subject):
            return "different", "warning"
        return ("laxer", _error(clear)) if above else ("stricter", "note")
    if theirs.low <= mine.low and mine.high <= theirs.high:
        return "stricter", "note"
    return "different", _error(clear and score >= 0.85)


def _same_article(number: _Number, least: float = _SAME_MATTER) -> bool:
    """Whether the article of the basis as a whole is that much like the clause."""
    counterpart = number.side.counterpart
    return counterpart is not None and counterpart.likeness >= least


def _same_offender(one: _Number, other: _Number) -> bool:
    """Whether both penalties are for persons, or both for bodies; the law tells them apart."""
    return ("个人" in one.text) == ("个人" in other.text.partition("\n")[0])


def _error(clear: bool) -> Severity:
    return "error" if clear else "warning"


def _segment(text: str, span: tuple[int, int]) -> str:
    """The words between the signs around a number."""
    return text[slice(*_bounds(text, span))].strip()


def _bounds(text: str, span: tuple[int, int]) -> tuple[int, int]:
    """Where the words between the signs around a number stand."""
    start = max(text.rfind(sign, 0, span[0]) for sign in _SIGNS) + 1
    ends = [at for sign in _SIGNS if (at := text.find(sign, span[1])) >= 0]
    return start, min(ends, default=len(text))


_MEASURE = re.compile(
    r"(?:不(?:得|应)?(?:低于|超过|少于|高于)|至少|最[高低多少]|为|是|提取|应当|可以|在|于|并?处以?)+$"
)
_LEAD = re.compile("^(?:并且?|但是?|应当|可以|不得|从|按照|自)+(?=.{2})")


def measured(text: str, span: tuple[int, int]) -> str:
    """What a number measures: the words before it, else those behind, else the part before."""
    start, end = _bounds(text, span)
    before = _measure(text[start : span[0]])
    behind = text[span[1] : end].strip().lstrip("的内")
    if len(before) > 1 or len(behind) > 1 or not start:
        return before if len(before) > 1 else behind
    return _measure(_segment(text, (start - 1, start - 1)))


def _measure(words: str) -> str:
    """``words`` without what leads to them and to the number: 应当从, 不低于."""
    return _LEAD.sub("", _MEASURE.sub("", words.strip()))
