"""CSL-JSON: an array of items, as Zotero, pandoc and other programs that cite read them.

Types and variables are those of CSL 1.0.2 (appendices III and IV of its specification).
"""

from collections.abc import Iterator
from typing import Any

from policycli.render.json import encode
from policycli.views.citation import Citation, Kind
from policycli.views.model import View

__all__ = ["lines"]

_TYPES: dict[Kind, str] = {
    "law": "legislation",
    "standard": "standard",
    "paper": "document",
    "page": "webpage",
    "other": "document",
}
_NUMBERED = "regulation"  # "administrative order from any level of government"


def lines(view: View[Any]) -> Iterator[str]:
    """The array, an item a line."""
    items = [encode(_item(citation)) for citation in view.citations]
    yield "[\n" + ",\n".join(items) + "\n]\n" if items else "[]\n"


def _item(citation: Citation) -> dict[str, Any]:
    numbered = citation.kind == "paper" and citation.number
    item = {
        "id": citation.key,
        "type": _NUMBERED if numbered else _TYPES[citation.kind],
        "title": citation.title,
        "author": [{"literal": name} for name in citation.authors],
        "issued": _date(citation.date),
        "number": citation.number,
        "section": citation.place,
        "URL": citation.url,
        "accessed": _date(citation.retrieved),
        "language": "zh-CN",
    }
    return {key: value for key, value in item.items() if value}


def _date(date: str) -> dict[str, Any]:
    """As exact as it is known."""
    return {"date-parts": [[int(part) for part in date.split("-")]]} if date else {}
