"""Norms of a draft that cannot both hold: one matter with two figures, modals or bodies.

Two norms are of one matter where they are the same words but for those that bind (应当, 可以),
bound a figure (不超过, 以上) or only join (的, 在, 之日起). One word more, such as 重点 before
企业, makes another matter.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import combinations

from policycli.finding import Basis, Finding
from policycli.language import N_, _
from policycli.norms.frames import Frame, frames
from policycli.norms.quantities import Measured, masked
from policycli.norms.wording import same_words
from policycli.review.clauses import Clause, Draft

__all__ = ["contradictions"]

Norm = tuple[Clause, Frame]

_TELLING = 5  # characters of two norms that may contradict each other
_BOUNDS = re.compile(
    "不?(?:得|应|能)?(?:超过|少于|低于|高于|多于)|以[上下内]|至少|至多|最[高低多少]|之内"
)
_JOINING = re.compile(
    r"[^\w#&]|无需|无须|不需要|[的自在由于对向其该为是将后内前应须起一般均]|之日|期限|每次|每个?|单个?|原则上|应当|可以"
)
_LISTED = re.compile("下列|之一")
_PENALTY = re.compile("罚款|处分|吊销|没收|拘留")
_SAYS_LITTLE = re.compile("的$|下列|以下|^(?:按照|依照|根据|依据)[^，]*(?:规定|要求)$")
"""What follows a modal and is no act: a condition, a list, a set phrase."""
_OPPOSED = ({"must", "may"}, {"not", "may"}, {"must", "not"}, {"must", "encouraged"})
_SIGN = re.compile("[，。；：\n]")
_BODY = re.compile(
    r"由(?P<body>[\u4e00-\u9fff]{2,14}?(?:局|委员会|厅|委|办公室|部门|中心|人民政府))"
    r"(?=负责|组织|审批|审核|受理|办理|实施|批准|核定|认定|管理|监督)"
)
_N = r"[〇零一二三四五六七八九十\d]+"
_IN_FORCE = re.compile(rf"自(?P<value>{_N}年[^，。；]{{1,12}}日)起(?:施行|实施)")
_VALID = re.compile(rf"(?:本[\u4e00-\u9fff]{{2}}|施行，)有效期限?为?(?P<value>{_N}年)")

CONTRADICTS = N_("clause {other} says the same with {theirs} where this one says {mine}")


def contradictions(draft: Draft) -> Iterator[Finding]:
    """Each later norm that contradicts an earlier one in another clause."""
    norms = [(clause, frame) for clause in draft.clauses for frame in frames(clause.text)]
    for key, said in ((_matter, _figures), (_act, _modals), (_work, _bodies)):
        for one, other in _alike(norms, partial(key, title=draft.title)):
            differ = said(one[1], other[1])
            if differ:
                yield _found(one[0], one[1].span, other[0], other[1].span, differ)
    for pattern in (_IN_FORCE, _VALID):
        yield from _stated_twice(draft.clauses, pattern)


def _alike(norms: Iterable[Norm], key: Callable[[Norm], str]) -> Iterator[tuple[Norm, Norm]]:
    """Pairs of norms of different clauses with the same key, which has to be long enough."""
    groups: dict[str, list[Norm]] = {}
    for norm in norms:
        words = key(norm)
        if len(words) >= _TELLING:
            groups.setdefault(words, []).append(norm)
    for each in groups.values():
        yield from ((a, b) for a, b in combinations(each, 2) if a[0].number != b[0].number)


def _matter(norm: Norm, title: str) -> str:
    """The words of a norm that say what it is about, and all that its clause says before it."""
    clause, frame = norm
    words, before = frame.lead + _unbound(frame), clause.text[: frame.span[0]]
    if _PENALTY.search(frame.words) and _LISTED.search(clause.text):
        before = clause.text  # a scale is that of the violations that follow it
    return _reduced(before) + _reduced(words, title)


def _act(norm: Norm, title: str) -> str:
    """The words around the modal of a norm, up to the next signs."""
    clause, frame = norm
    start, end = frame.modal_span
    if start == end or _PENALTY.search(frame.words):
        return ""
    after = _SIGN.split(clause.text[end : frame.span[1]])[0]
    if _SAYS_LITTLE.search(after):
        return ""
    return _reduced(_before(frame)[-1] + after, title)


def _before(frame: Frame) -> list[str]:
    """The words of a norm before its modal, parted by signs: conditions, and then who."""
    return _SIGN.split(frame.words[: max(0, frame.modal_span[0] - frame.span[0])])


def _work(norm: Norm, title: str) -> str:
    """The words of a norm without the body that it gives its work to."""
    body = _BODY.search(norm[1].words)
    return _reduced(_unbound(norm[1]).replace(body["body"], "&"), title) if body else ""


def _unbound(frame: Frame) -> str:
    """The words of a norm without its modal."""
    start, end = (max(0, at - frame.span[0]) for at in frame.modal_span)
    return frame.words[:start] + frame.words[end:]


def _reduced(words: str, title: str = "") -> str:
    """Words without what only binds, bounds or joins, and without what the title says anyway."""
    plain = _JOINING.sub("", _BOUNDS.sub("", same_words(masked(words))))
    known = next((n for n in range(6, 1, -1) if plain[:n] in title), 0)
    return plain[known:] if len(plain) - known >= _TELLING else plain


def _figures(one: Frame, other: Frame) -> tuple[str, str] | None:
    """Figures of two norms of one matter that cannot both hold."""
    if len(one.quantities) == len(other.quantities):
        for mine, theirs in zip(one.quantities, other.quantities, strict=True):
            if mine.unit == theirs.unit and _clash(mine, theirs):
                return mine.words, theirs.words
    return None


def _modals(one: Frame, other: Frame) -> tuple[str, str] | None:
    """Their modals, where they cannot both hold; under conditions of their own they may."""
    absolute = any(len(_before(frame)) == 1 and not frame.lead for frame in (one, other))
    opposed = absolute and {one.modal, other.modal} in _OPPOSED
    return (one.modal_words, other.modal_words) if opposed else None


def _bodies(one: Frame, other: Frame) -> tuple[str, str] | None:
    """The bodies that they give the same work to, where neither is part of the other."""
    mine, theirs = (_BODY.search(frame.words) for frame in (one, other))
    if not mine or not theirs or mine["body"] in theirs["body"] or theirs["body"] in mine["body"]:
        return None
    return mine["body"], theirs["body"]


def _clash(one: Measured, other: Measured) -> bool:
    """Whether no value satisfies both quantities as they are bounded."""
    if one.bound == other.bound:
        return (one.low, one.high) != (other.low, other.high)
    if "exact" in (one.bound, other.bound):
        exact, bound = (one, other) if one.bound == "exact" else (other, one)
        return exact.low < bound.low if bound.bound == "floor" else exact.high > bound.high
    floor, ceiling = (one, other) if one.bound == "floor" else (other, one)
    return floor.low > ceiling.high


def _stated_twice(clauses: Sequence[Clause], pattern: re.Pattern[str]) -> Iterator[Finding]:
    """What a paper says once of itself, such as the day from which it holds."""
    found = [(clause, match) for clause in clauses for match in pattern.finditer(clause.text)]
    for (one, mine), (other, theirs) in combinations(found, 2):
        if mine["value"] != theirs["value"]:
            spans = mine.span(), theirs.span()
            yield _found(one, spans[0], other, spans[1], (mine["value"], theirs["value"]))


def _found(
    clause: Clause,
    span: tuple[int, int],
    other: Clause,
    place: tuple[int, int],
    said: Sequence[str],
) -> Finding:
    """The finding at the later of two clauses, resting on the earlier one."""
    return Finding(
        rule="internal-contradiction",
        kind="internal",
        severity="error",
        message=_(CONTRADICTS).format(other=clause.title, theirs=said[0], mine=said[1]),
        clause=other.number,
        clause_title=other.title,
        words=other.text[slice(*place)],
        span=place,
        basis=Basis(
            f"#{clause.number}",
            clause=clause.title,
            relation="self",
            words=clause.text[slice(*span)],
            span=span,
        ),
        confidence=0.9,
    )
