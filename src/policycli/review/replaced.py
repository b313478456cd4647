"""What a draft changes against the version that it takes the place of."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from policycli.norms.alignment import aligned
from policycli.norms.articles import Article
from policycli.norms.wording import Topical
from policycli.review.clauses import Clause

__all__ = ["Change", "changed_clauses"]

Kind = Literal["new", "changed", "dropped"]


class Change(NamedTuple):
    """A clause that is new, says something else, or is gone.

    Attributes:
        clause: Of the draft; ``None`` where an article is gone.
        article: Of the earlier version; ``None`` where a clause is new.
    """

    kind: Kind
    clause: Clause | None
    article: Article | None


def changed_clauses(
    clauses: Sequence[Clause], before: Sequence[Article], weights: Topical
) -> tuple[Change, ...]:
    """What changed, in the order of the draft; a dropped article follows the one before it.

    A clause that only moved or got another number has not changed.

    Args:
        clauses: Of the draft.
        before: The articles of the earlier version, in its order.
        weights: Of pairs of characters.
    """
    pairs = aligned([article.text for article in before], [c.text for c in clauses], weights)
    places = {article: clause for clause, article in pairs.items()}
    gone = [at for at in range(len(before)) if at not in places]
    found: list[tuple[tuple[int, int], Change]] = []
    for at, clause in enumerate(clauses):
        if at not in pairs:
            found.append(((at, -1), Change("new", clause, None)))
        elif _bare(clause) != _bare(before[pairs[at]]):
            found.append(((at, -1), Change("changed", clause, before[pairs[at]])))
    for at in gone:
        after = max((places[each] for each in places if each < at), default=-1)
        found.append(((after, at), Change("dropped", None, before[at])))
    return tuple(change for _place, change in sorted(found, key=lambda each: each[0]))


def _bare(part: Clause | Article) -> str:
    """A wording without blanks and without the number of its article."""
    return "".join(part.text.split()).removeprefix("".join(part.title.split()))
