"""The way in: a paper, a policy or its id, read and reviewed."""

import os
from typing import Any

from policycli.catalogue import Catalogue
from policycli.errors import UsageError
from policycli.index.again import answered
from policycli.language import _
from policycli.records.model import Policy, Region
from policycli.review.bases import named_bases
from policycli.review.check import review
from policycli.review.clauses import Draft, draft_of
from policycli.review.counterparts import Wanted
from policycli.review.known import Known
from policycli.review.model import Review
from policycli.review.options import BASES, Options

__all__ = ["check", "read_draft"]


def check(draft: str | os.PathLike[str] | Policy, catalogue: Catalogue, **options: Any) -> Review:
    """Review a draft against everything a catalogue holds.

    Args:
        draft: A paper (.docx, .pdf, .html, .txt, .md; ``-`` for standard input), the id of a
            policy of the catalogue, or a policy.
        catalogue: What it is read against.
        **options: Those of ``review.options.Options``.

    Raises:
        DocumentError: The paper cannot be read.
        NotFoundError: ``against`` or ``replaces`` is no id of the catalogue.
        UsageError: An option has a value that it cannot have.
    """
    return answered(lambda: _check(draft, catalogue, Options(**options)))


def _check(draft: str | os.PathLike[str] | Policy, catalogue: Catalogue, asked: Options) -> Review:
    if asked.bases not in ("", *BASES):
        raise UsageError(_("bases are {known}").format(known=", ".join(BASES)))
    known = Known(catalogue.store)
    paper = _placed(read_draft(draft, catalogue), asked)
    replaced = _paper(asked.replaces, catalogue)
    without = frozenset(filter(None, (paper.id, replaced)))
    wanted = Wanted(
        asked.relations,  # type: ignore[arg-type]
        without,
        frozenset(_paper(name, catalogue) for name in asked.against),
        frozenset(named_bases(paper, known)) - without,
        replaced,
    )
    return review(paper, known, wanted, asked)


def _paper(name: str, catalogue: Catalogue) -> str:
    """The id of the paper that a name means; empty for none.

    Raises:
        NotFoundError: There is none.
    """
    return catalogue.get(name).policy if name else ""


def read_draft(draft: str | os.PathLike[str] | Policy, catalogue: Catalogue) -> Draft:
    """The draft that a path, an id or a policy stands for.

    Raises:
        DocumentError: The paper cannot be read.
    """
    if isinstance(draft, Policy):
        return draft_of(draft)
    name = os.fspath(draft)
    if not os.path.exists(name) and name != "-":
        entry = catalogue.resolve(name) if not os.path.splitext(name)[1] else None
        if entry is not None:
            whole = catalogue.get(entry.policy).record
            assert isinstance(whole, Policy)  # noqa: S101 - the id of a policy
            return draft_of(whole)
    return draft_of(_read(name), name)


def _read(path: str) -> Policy:
    """The paper in a file; where several are parted at its headings, the first with all clauses."""
    from policycli.ingest.extract.apart import drafts
    from policycli.ingest.readers.read import read

    first, *others = (draft.policy for draft in drafts(read(path), path))
    measures = (*first.measures, *(m for policy in others for m in policy.measures))
    return first._replace(id="", measures=measures)


def _placed(draft: Draft, asked: Options) -> Draft:
    """The draft with region, level and date as they were given."""
    if not (asked.region or asked.level or asked.date):
        return draft
    from policycli.text.divisions import leading

    region = draft.region
    if asked.region:
        place = leading(asked.region)
        region = Region(place.code, place.name) if place else Region(asked.region, asked.region)
    policy = Policy(draft.id, draft.title, region=region, level=asked.level or draft.level)
    placed = draft_of(policy)
    return draft._replace(
        region=region, level=policy.level, place=placed.place, date=asked.date or draft.date
    )
