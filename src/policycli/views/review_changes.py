"""What a draft changes in the version that it takes the place of."""

from typing import Any

from policycli.analysis.wording import changed_spans
from policycli.language import N_, _, pick
from policycli.review.model import Review
from policycli.review.replaced import Change
from policycli.text.quotes import quoted
from policycli.views.model import Column, Section, Text

__all__ = ["COLUMNS", "data", "heading", "section"]

_KINDS = {"new": ("新增", "new"), "changed": ("修改", "changed"), "dropped": ("删去", "dropped")}


def _kind(change: Change) -> str:
    return pick(*_KINDS[change.kind])


def _about(change: Change) -> str:
    """The kind, and the clause: of the draft, or of the earlier version where it is gone."""
    where = change.clause or change.article
    return f"{where.title if where else ''} · {_kind(change)}"


def _now(change: Change) -> Text:
    return _wordings(change)[1]


def _before(change: Change) -> Text:
    return _wordings(change)[0]


def _wordings(change: Change) -> tuple[Text, Text]:
    """What was said before and what is said now, with what differs marked where both are there."""
    was = change.article.text if change.article else ""
    now = change.clause.text if change.clause else ""
    spans = changed_spans(was, now) if was and now else ()
    return (
        Text(was, tuple((a, b) for a, b, _c, _d in spans if a < b)),
        Text(now, tuple((c, d) for _a, _b, c, d in spans if c < d)),
    )


COLUMNS: tuple[Column[Change], ...] = (
    Column("about", N_("about"), _about, "group"),
    Column("draft_words", N_("draft"), _now, "side"),
    Column("replaced_words", N_("earlier version"), _before, "side"),
)


def heading(review: Review) -> str:
    """What was compared: the earlier version with its date."""
    head = review.replaces
    sentence = _("What changes against {title}")
    dated = quoted(head.title) + (f" ({head.date})" if head.date else "") if head else ""
    return sentence.format(title=dated)


def section(review: Review) -> tuple[Section[Change], ...]:
    """The changes as a table; none where nothing is replaced or nothing changed."""
    return (Section(heading(review), COLUMNS, review.changes),) if review.changes else ()


def data(change: Change) -> dict[str, Any]:
    """A change for programs."""
    clause, article = change.clause, change.article
    return {
        "kind": change.kind,
        "clause": clause.number if clause else None,
        "clause_title": clause.title if clause else "",
        "replaced": article.id if article else "",
        "replaced_title": article.title if article else "",
        "draft_words": clause.text if clause else "",
        "replaced_words": article.text if article else "",
    }
