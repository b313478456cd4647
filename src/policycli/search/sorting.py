"""The order of what was found: best first, or as readers ask for it."""

from collections.abc import Callable, Sequence
from typing import Literal, TypeVar

from policycli.records.model import Policy

__all__ = ["SORTS", "Sort", "in_order"]

T = TypeVar("T")

Sort = Literal["score", "date", "region"]
SORTS: tuple[Sort, ...] = ("score", "date", "region")

_KEYS: dict[str, Callable[[Policy], str]] = {
    "date": lambda head: head.date,
    "region": lambda head: head.region.code if head.region else "",
}


def in_order(found: Sequence[T], sort: Sort, head: Callable[[T], Policy]) -> Sequence[T]:
    """What was found best first, or the newest first, or by the region's code.

    Args:
        found: Best first.
        sort: What comes first.
        head: Gives the policy that one of them belongs to.
    """
    if sort == "score":
        return found
    return sorted(found, key=lambda each: _KEYS[sort](head(each)), reverse=sort == "date")
