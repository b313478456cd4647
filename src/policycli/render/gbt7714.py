"""References after GB/T 7714—2025 (信息与文献 参考文献著录规则), one a line.

In force since 1 July 2026; the text is that reproduced in the LaTeX package biblatex-gb7714-2025
by 胡振震, who compared it with the standard. Without the numbers in front, which a list of
references gets where it is pasted. What is not known is left out and never guessed: bodies, as
7.1.3 allows in a list in the order of citing; place and publisher, as 7.5.2.3 and 7.5.3.3 allow for
what is read by network (catalogues hold neither); and years, which are not estimated.
"""

from collections.abc import Iterator
from typing import Any

from policycli.text.sanitize import folded
from policycli.views.citation import Citation
from policycli.views.model import View

__all__ = ["bodies", "lines", "reference"]

_NAMED = 3  # responsible bodies, 7.1.2


def lines(view: View[Any]) -> Iterator[str]:
    """A reference for every item that can be cited."""
    return (reference(citation) + "\n" for citation in view.citations)


def reference(citation: Citation) -> str:
    """One reference; ``：，（）`` are as wide as Chinese characters, other marks are not (6.2).

    A standard is its number and name (8.9.2). What is read by network, and is of none of the types
    that have a letter, is a page of the web (8.11.1), which a law or notice is there; such on paper
    are other sources, ``Z`` (annex A), in the order of books (8.2.2). Numbers of papers are
    其他题名信息, and so is an article of a page, for which the order of pages (8.11.3.2) has no
    place.
    """
    online = bool(citation.url)
    if citation.kind == "standard":
        title = " ".join(filter(None, (citation.number, citation.title)))
        parts: tuple[str, ...] = (f"{title}[{'S/OL' if online else 'S'}]",)
    elif online:
        title = "：".join(filter(None, (citation.title, citation.number, citation.place)))
        dates = (_within("（）", citation.date), _within("[]", citation.retrieved))
        parts = (_bodies(citation), f"{title}[EB/OL]", " ".join(filter(None, dates)))
    else:
        title = "：".join(filter(None, (citation.title, citation.number)))
        when = "：".join(filter(None, (citation.date, citation.place)))
        parts = (_bodies(citation), f"{title}[Z]", when)
    return folded(". ".join(p.removesuffix(".") for p in (*parts, citation.url) if p)) + "."


def bodies(names: tuple[str, ...], comma: str) -> str:
    """Up to three bodies; of more the first three and 等."""
    return comma.join((*names[:_NAMED], "等") if len(names) > _NAMED else names)


def _bodies(citation: Citation) -> str:
    return bodies(citation.authors, "，")


def _within(marks: str, day: str) -> str:
    return f"{marks[0]}{day}{marks[1]}" if day else ""
