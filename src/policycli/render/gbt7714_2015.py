"""References after GB/T 7714—2015, for journals and schools that have not taken that of 2025 yet.

Without the numbers in front, which a list of references gets where it is pasted. What is not known
is left out and never guessed: bodies, as 8.1.3 allows in a list in the order of citing; place and
publisher, as 8.4.1 and 8.4.2 allow for what is read by network (of papers on paper they would have
出版地不详 and 出版者不详, which catalogues cannot say either); and years, which are not estimated.
"""

from collections.abc import Iterator
from typing import Any

from policycli.render.gbt7714 import bodies
from policycli.text.sanitize import folded
from policycli.views.citation import Citation, Kind
from policycli.views.model import View

__all__ = ["lines", "reference"]

_MARKS: dict[Kind, str] = {"standard": "S", "paper": "A", "page": "EB", "law": "Z", "other": "Z"}
"""Types of sources, annex B, table B.1.

A notice is ``A``, as 京政办发〔2005〕37号 is among the examples of 4.6.2. The table has no letter
of its own for laws, so they are other sources, ``Z``, as is what is no page of the web.
"""
_ONLINE = "/OL"  # carrier, annex B, table B.2


def lines(view: View[Any]) -> Iterator[str]:
    """A reference for every item that can be cited."""
    return (reference(citation) + "\n" for citation in view.citations)


def reference(citation: Citation) -> str:
    """One reference: 主要责任者. 题名: 其他题名信息[类型/载体]. 年: 页码(日期)[引用日期]. 路径.

    The order is that of monographs (4.1.2), or of electronic resources (4.6.2) where there is an
    address. Numbers of papers and standards are 其他题名信息, as in the examples of both.
    """
    title = ": ".join(filter(None, (citation.title, citation.number)))
    mark = _MARKS[citation.kind] + (_ONLINE if citation.url else "")
    parts = (bodies(citation.authors, ", "), f"{title}[{mark}]", _when(citation), citation.url)
    return folded(". ".join(part.removesuffix(".") for part in parts if part)) + "."


def _when(citation: Citation) -> str:
    """When it was issued, what of it is meant, and when it was read.

    On paper the date stands where the year of publication does. Of electronic resources the date
    stands in brackets, and the year before a place alone.
    """
    date, place = citation.date, citation.place
    if not citation.url:
        return ": ".join(filter(None, (date, place)))
    spot = ": ".join(filter(None, (date[:4], place))) if place else ""
    dated = f"({date})" if date else ""
    read = f"[{citation.retrieved}]" if citation.retrieved else ""
    return spot + dated + read
