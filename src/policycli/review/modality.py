"""What a norm does: it binds, forbids, allows, encourages, or just says how things are."""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

__all__ = ["Modal", "Modality", "direction", "modals"]

Modality = Literal["must", "not", "may", "encouraged", "plain"]

_MODALS = re.compile(
    r"(?P<not>不得|不准|严禁|禁止|不应当?|不允许|不可以|不能)"
    r"|(?P<free>不需要|无需|不必|无须)"
    r"|(?P<must>应当|必须|(?<![相对供适反响因理])应(?![急用邀对付变收届聘税力诉试征援激答])|(?<!无)须(?!知))"
    r"|(?P<may>可以|有权|允许|(?<!许)(?<!认)可(?=[自按依由根参优给凭]))"
    r"|(?P<encouraged>鼓励(?:和支持)?|支持(?:和鼓励)?|提倡|倡导|引导(?=[^和、]))"
)
_NOUN_AFTER = re.compile(r"[，。；、的]|作用|下|力度|政策|措施|资金|体系|$")
_NOUN_BEFORE = re.compile(
    r"(?:给予|予以|提供|加强|加大|获得|技术|资金|政策|重点|财政|的|金融|和|、|与|大力)$"
)


class Modal(NamedTuple):
    """A word that says what a norm does, and where it stands."""

    kind: Modality
    words: str
    start: int
    end: int


def modals(text: str) -> Iterator[Modal]:
    """The modal words of a text; 支持 as a noun (给予支持) is none."""
    for found in _MODALS.finditer(text):
        kind = found.lastgroup or "plain"
        if kind == "encouraged":
            before, after = text[: found.start()], text[found.end() :]
            if _NOUN_AFTER.match(after) or _NOUN_BEFORE.search(before):
                continue
        kind = "may" if kind == "free" else kind
        yield Modal(kind, found[0], *found.span())  # type: ignore[arg-type]


Direction = Literal["stricter", "laxer", "different"]

_ORDER = {"may": 0, "encouraged": 1, "plain": 2, "must": 3}


def direction(basis: Modality, draft: Modality) -> Direction:
    """Whether the draft binds more or less than the basis; from forbidding to allowing is less."""
    if basis == draft:
        return "different"
    if "not" in (basis, draft):
        return "laxer" if basis == "not" else "stricter" if draft == "not" else "different"
    return "stricter" if _ORDER[draft] > _ORDER[basis] else "laxer"
