"""The view of any list of entries, by what they are."""

from collections.abc import Callable, Sequence
from typing import Any

from policycli.records.model import Document, Figure, Measure, Policy
from policycli.search.answer import Answer, Hit
from policycli.views import figures, hits, listing
from policycli.views.model import View

__all__ = ["view"]

_VIEWS: dict[type, Callable[[Any], View[Any]]] = {
    Policy: listing.policies,
    Measure: listing.measures,
    Figure: figures.view,
    Document: listing.documents,
}


def view(found: Sequence[Any]) -> View[Any]:
    """Hits as a search shows them, entries as ``list`` and ``figures`` do; all are of one kind."""
    if not found or isinstance(found[0], Hit):
        return hits.view(Answer(list(found), len(found), ()), "")
    return _VIEWS[type(found[0].record)](found)
