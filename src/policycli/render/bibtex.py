"""BibTeX: an entry ``@misc`` for every record, which every style knows; in UTF-8."""

from collections.abc import Iterator
from typing import Any

from policycli.text.sanitize import folded
from policycli.views.citation import Citation
from policycli.views.model import View

__all__ = ["lines"]

_TEXT = str.maketrans(
    {char: f"\\{char}" for char in "{}%&#$_"}
    | {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
)
_ADDRESS = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C"})  # as RFC 3986 has them


def lines(view: View[Any]) -> Iterator[str]:
    """An entry for every item that can be cited."""
    return map(_entry, view.citations)


def _entry(citation: Citation) -> str:
    fields = "".join(f"  {name} = {{{value}}},\n" for name, value in _fields(citation) if value)
    return f"@misc{{{citation.key},\n{fields}}}\n"


def _fields(citation: Citation) -> Iterator[tuple[str, str]]:
    """Names in two pairs of braces are taken as they stand, not as of persons or in small."""
    year, month, day, *_rest = (*citation.date.split("-"), "", "")
    yield "author", " and ".join(f"{{{_text(name)}}}" for name in citation.authors)
    yield "title", f"{{{_text(citation.title)}}}"
    yield "year", year
    yield "month", month.lstrip("0")
    yield "day", day.lstrip("0")
    yield "note", _text(", ".join(filter(None, (citation.number, citation.place))))
    yield "url", folded(citation.url).translate(_ADDRESS)
    yield "urldate", citation.retrieved


def _text(words: str) -> str:
    return folded(words).translate(_TEXT)
