"""What a norm does: it binds, forbids, allows, encourages, or just says how things are."""

import re
from collections.abc import Iterator
from typing import Literal

from policycli.tuples import NamedTuple

__all__ = ["Modal", "Modality", "direction", "modals", "ruling"]

Modality = Literal["must", "not", "may", "encouraged", "plain"]

_FAVOUR = r"(?:鼓励|支持|引导|扶持|提倡|倡导)"
_FAVOURS = rf"{_FAVOUR}(?:[、和与并]{_FAVOUR})*"
_MODALS = re.compile(
    r"(?P<not>不得(?![已不])|不准|严禁|禁止(?!性)|不应当?|不允许|不可以|不能(?![^，。；]{1,20}的))"
    r"|(?P<free>不需要|无需|不必|无须)"
    rf"|(?P<favouring>(?:应当|必须|应)(?:积极|依法|大力|采取措施[，,]?|优先)*{_FAVOURS}(?:[、和]帮助)?(?!下|力度|政策))"
    r"|(?P<must>(?<![没所享])(?:负有|有)(?=[^，。；]{1,20}义务)|应当|必须|务必|(?<![相对供适反响因理])应(?![急用邀对付变收届聘税力诉试征援激答价])|(?<!无)须(?!知))"
    r"|(?P<may>(?<![没所])享?有(?=[^，。；]{2,24}的权利)|可以(?!说)|有权(?!机关|部门|机构|单位|处理)|(?<!或者)(?<![、和])(?:允许|准许)|(?<!许)(?<!认)可(?=[自按依由根参优给凭]))"
    rf"|(?P<encouraged>{_FAVOURS})"
)
_NOUN_AFTER = re.compile(r"[，。；、的]|作用|下|力度|政策|措施|资金|基金|体系|$")
_NOUN_BEFORE = re.compile(
    r"(?:给予|予以|提供|加强|加大|获得|技术|资金|政策|重点|财政|的|金融|和|、|与|大力)$"
)


_SAME = {"free": "may", "favouring": "encouraged"}
"""无需 leaves a choice; 应当鼓励 encourages as 国家鼓励 does."""


class Modal(NamedTuple):
    """A word that says what a norm does, and where it stands."""

    kind: Modality
    words: str
    start: int
    end: int


def modals(text: str) -> Iterator[Modal]:
    """The modal words of a text; 支持 as a noun (给予支持) is none."""
    for found in _MODALS.finditer(text):
        kind, words = found.lastgroup or "plain", found[0]
        noun = _NOUN_AFTER.match(text, found.end())
        if kind == "encouraged" and (noun or _NOUN_BEFORE.search(text[: found.start()])):
            continue
        if kind == "favouring" and noun:  # 应当支持，……: what is done is to support
            kind, words = "must", words[: 1 + words.startswith(("应当", "必须"))]
        start = found.start()
        yield Modal(_SAME.get(kind, kind), words, start, start + len(words))  # type: ignore[arg-type]


_GOVERNS = re.compile(
    "(?:[对将把由凡属为是]|规定|明令|划定|公布|列入|需要|具有|发现|明知|应知|依法|按照|依照|从事|经营|销售|使用|收购|运输|处置|清除|其他|或者|、)$"
)
_NOUN_PHRASE = re.compile("[^的]{1,16}的[^的]{1,10}")
_SIGNS = "，,。；;：:"


def ruling(segment: str) -> Modal | None:
    """The modal that says what the norm of a segment does.

    One in words before 的 rules nothing (应当归档的材料, 可以公开的, 不能住院的孕妇应当……). Where
    two readings are possible, there is none.
    """
    plain = segment.rstrip(_SIGNS)
    if plain.endswith("的"):
        return None
    found = list(modals(segment))
    for at, modal in enumerate(found):
        later = found[at + 1].start if at + 1 < len(found) else 0
        governed = _GOVERNS.search(plain[: modal.start])
        if later and "的" in plain[modal.end : later]:
            continue
        if not (governed and _NOUN_PHRASE.fullmatch(plain, modal.end)):
            return modal
    return None


Direction = Literal["stricter", "laxer", "different"]

_ORDER = {"may": 0, "encouraged": 1, "plain": 2, "must": 3}


def direction(basis: Modality, draft: Modality) -> Direction:
    """Whether the draft binds more or less than the basis; from forbidding to allowing is less."""
    if basis == draft:
        return "different"
    if "not" in (basis, draft):
        return "laxer" if basis == "not" else "stricter" if draft == "not" else "different"
    return "stricter" if _ORDER[draft] > _ORDER[basis] else "laxer"
