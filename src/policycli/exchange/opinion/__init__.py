"""A review as a file to hand on: a paper to sign, a sheet to answer, a page to read."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from policycli.exchange import Format, loaded
from policycli.language import N_

if TYPE_CHECKING:
    from policycli.review.model import Review

__all__ = ["FORMATS", "Writer", "commenter", "writer"]

Writer = Callable[["Review", str, Sequence[str]], bytes]
"""Takes a review, the least severity that is listed, and names of what it was read against."""

_HERE = "policycli.exchange.opinion"

FORMATS = [
    Format(
        ".docx", f"{_HERE}.docx", N_("a paper to sign, laid out by GB/T 9704"),
        ("docx", "python-docx", "office"),
    ),
    Format(
        ".xlsx", f"{_HERE}.xlsx", N_("a row a finding, with a column for the drafter's answer"),
        ("xlsxwriter", "xlsxwriter", "office"),
    ),
    Format(".html", f"{_HERE}.html", N_("draft and basis side by side, with links")),
    Format(".md", f"{_HERE}.md", N_("the chapters of the paper, as Markdown")),
]  # fmt: skip
"""Each module has ``content(review, severity, catalogues) -> bytes``."""


def writer(ending: str) -> Writer:
    """What makes the whole of a file.

    Raises:
        UsageError: The library for this format is not installed.
    """
    form = next(form for form in FORMATS if form.ending == ending)
    return loaded(form, form.module).content  # type: ignore[no-any-return]


def commenter() -> Writer:
    """What makes the draft itself, a .docx, with the findings as comments.

    Raises:
        UsageError: The library for it is not installed.
    """
    form = next(form for form in FORMATS if form.ending == ".docx")
    return loaded(form, f"{_HERE}.comments").content  # type: ignore[no-any-return]
