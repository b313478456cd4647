"""A review as a file to hand on: a paper to sign, a sheet to answer, a page to read."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from policycli.exchange import Format, loaded
from policycli.language import N_

if TYPE_CHECKING:
    from policycli.review.model import Review

__all__ = ["FORMATS", "commented", "content"]

_HERE = "policycli.exchange.opinion"

FORMATS = [
    Format(
        ".docx", f"{_HERE}.docx", N_("a paper to sign, laid out by GB/T 9704"),
        ("docx", "python-docx"),
    ),
    Format(
        ".xlsx", f"{_HERE}.xlsx", N_("a row a finding, with a column for the drafter's answer"),
        ("xlsxwriter", "xlsxwriter"),
    ),
    Format(".html", f"{_HERE}.html", N_("draft and basis side by side, with links")),
]  # fmt: skip
"""Each module has ``content(review, severity, catalogues) -> bytes``."""


def content(ending: str, review: "Review", severity: str, catalogues: Sequence[str]) -> bytes:
    """The whole of a file.

    Args:
        ending: Of one of ``FORMATS``.
        review: What was found.
        severity: The least that is listed.
        catalogues: Names of those that the draft was read against.

    Raises:
        UsageError: The library for this format is not installed.
    """
    form = next(form for form in FORMATS if form.ending == ending)
    made: bytes = loaded(form, form.module).content(review, severity, catalogues)
    return made


def commented(review: "Review", severity: str) -> bytes:
    """The draft itself, a .docx, with the findings as comments.

    Raises:
        UsageError: The library for it is not installed.
    """
    form = next(form for form in FORMATS if form.ending == ".docx")
    made: bytes = loaded(form, f"{_HERE}.comments").content(review, severity)
    return made
