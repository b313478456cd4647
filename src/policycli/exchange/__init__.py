"""Files that are handed on and come back: who writes one and who reads it back are neighbours.

A new format is a module with ``content(policies, title)`` and a row in ``FORMATS``, of which help
and messages are made. ``sheets`` says which columns a ledger (台账) has, ``notation`` how a value
stands in a cell, ``ledger`` makes policies of its tables again; ``exported`` brings back what an
export wrote, and ``intake`` is the way in for every document.
"""

from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Any, NamedTuple

from policycli.extras import missing
from policycli.language import N_, _
from policycli.records.model import Policy

__all__ = ["FORMATS", "Format", "by_ending", "content", "empty_ledger", "loaded"]

_HERE = "policycli.exchange"
EMPTY: Mapping[str, Sequence[str]] = {}
"""No notes."""


class Format(NamedTuple):
    """A kind of file to hand on.

    Attributes:
        ending: Of its name.
        module: Has ``content(policies: Sequence[Policy], title: str) -> bytes``; it is loaded when
            the format is used.
        use: What such a file is, for help and docs.
        needs: The module that it cannot do without, the package that brings it, and the extra
            that brings that.
    """

    ending: str
    module: str
    use: str
    needs: tuple[str, str, str] | None = None


FORMATS = [
    Format(
        ".xlsx",
        f"{_HERE}.xlsx",
        N_("a ledger with sheets of measures, policies, figures and documents"),
        ("xlsxwriter", "xlsxwriter", "office"),
    ),
    Format(
        ".docx",
        f"{_HERE}.docx",
        N_("a paper, laid out by GB/T 9704"),
        ("docx", "python-docx", "office"),
    ),
    Format(".html", f"{_HERE}.html", N_("a page with search and filters that needs no network")),
    Format(".md", f"{_HERE}.md", N_("cards of all records, as Markdown")),
    Format(".csv", f"{_HERE}.csv", N_("the ledger of measures, as Excel opens it")),
    Format(".sqlite", f"{_HERE}.sqlite", N_("a database with full-text search, for Datasette")),
    Format(
        ".parquet",
        f"{_HERE}.parquet",
        N_("a table of measures with typed columns, for pandas"),
        ("pyarrow", "pyarrow", "data"),
    ),
    Format(".json", f"{_HERE}.json", N_("all records in one object, for programs")),
    Format(".jsonl", f"{_HERE}.jsonl", N_("a catalogue, one policy a line")),
    Format(".toml", f"{_HERE}.toml", N_("a catalogue, as people write one")),
]
"""In the order of help."""


def by_ending() -> dict[str, Format]:
    """The formats by the endings of their files."""
    return {form.ending: form for form in FORMATS}


def content(
    ending: str, policies: Sequence[Policy], title: str, notes: Mapping[str, Sequence[str]] = EMPTY
) -> bytes:
    """The whole of a file.

    Args:
        ending: Of one of ``FORMATS``.
        policies: With the measures that are to be in it.
        title: What the paper or page is called, where the format has a place for it.
        notes: Lines under the headings of records, by full ids; .docx and .html have them.

    Raises:
        UsageError: The library for this format is not installed.
    """
    form = by_ending()[ending]
    module = loaded(form, form.module)
    made: bytes = (
        module.content(policies, title, notes) if notes else module.content(policies, title)
    )
    return made


def empty_ledger() -> bytes:
    """An empty ledger to fill in, as a .xlsx file.

    Raises:
        UsageError: The library for it is not installed.
    """
    made: bytes = loaded(by_ending()[".xlsx"], f"{_HERE}.template").content()
    return made


def loaded(form: Format, module: str) -> Any:
    """A module that writes a format.

    Raises:
        UsageError: Its library is missing.
    """
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        absent = (error.name or "").partition(".")[0]  # the library, or a part of it
        if form.needs is None or absent != form.needs[0]:
            raise
        _module, library, extra = form.needs
        sentence = _("to write {ending}, install {library}: {command}")
        raise missing(sentence, extra, ending=form.ending, library=library) from error
