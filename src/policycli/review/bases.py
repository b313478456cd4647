"""Which papers a draft names as its basis: in its title, and where its first clauses say so."""

import re
from collections.abc import Iterator

from policycli.review.clauses import Draft
from policycli.review.known import Known

__all__ = ["named_bases"]

_TITLE = re.compile(r"《([^《》]*(?:《[^《》]*》|〈[^〈〉]*〉)?[^《》]*)》")
_CARRIES_OUT = re.compile(
    r"(?:关于)?(?:贯彻落实|贯彻执行|贯彻|落实|实施|执行)(?P<title>.{2,60}?)(?:的.{0,12})?(?:若干规定|若干意见|实施细则|实施办法|规定|办法|意见|细则|通知|方案)?(?:[（(].*)?$"
)
_OPENING = 2  # clauses that say what a draft rests on


def named_bases(draft: Draft, known: Known) -> tuple[str, ...]:
    """Ids of the known papers that the draft names as its basis, the newest version of each."""
    found: dict[str, None] = {}
    for title in _named(draft):
        heads = [head for head in known.called(title) if head.id != draft.id]
        if heads:
            found.setdefault(heads[0].id)
    return tuple(found)


def _named(draft: Draft) -> Iterator[str]:
    yield from _TITLE.findall(draft.title)
    carried = _CARRIES_OUT.search(draft.title)
    if carried:
        yield carried["title"]
    for clause in draft.clauses[:_OPENING]:
        yield from _TITLE.findall(clause.text)
