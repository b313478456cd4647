"""From view models to text: one module and one row a format; ``terminal`` alone knows rich.

A new format is a module with ``lines(view)`` and a row in ``FORMATS``. ``-f``, ``-o``, help,
completion, messages and the table in ``docs/cli.md`` are made from the rows.
"""

from collections.abc import Iterator
from importlib import import_module
from typing import Any, TextIO

from policycli.tuples import NamedTuple
from policycli.views.model import View

__all__ = ["CITATIONS", "FORMATS", "Format", "by_ending", "by_name", "known", "write"]

_HERE = "policycli.render"


class Format(NamedTuple):
    """A way to write a view.

    Attributes:
        name: What ``-f`` calls it, in small letters.
        module: Has ``lines(view: View[Any]) -> Iterator[str]``, each with its end; it is loaded
            when the format is used. ``table`` alone has ``write``, since it is as wide and as
            colourful as the screen is.
        use: What it is for, and what is in it, for docs.
        ending: Of the files that ``-o`` writes in it; none where it is for the screen alone.
        encoding: Of these files.
    """

    name: str
    module: str
    use: str
    ending: str = ""
    encoding: str = "utf-8"


FORMATS = [
    Format(
        "table",
        f"{_HERE}.terminal",
        "reading on a terminal: tables, and cards for `show` and `info`",
    ),
    Format(
        "plain",
        f"{_HERE}.plain",
        "`cut`, `grep`, `while read`: no header; columns may be added at the end of a line",
        ".txt",
    ),
    Format("json", f"{_HERE}.json", "programs: one object, described below", ".json"),
    Format(
        "jsonl",
        f"{_HERE}.jsonl",
        "programs: one result a line; `policy list -f jsonl` is a catalogue that `--catalogue` "
        "reads",
        ".jsonl",
    ),
    Format(
        "csv",
        f"{_HERE}.csv",
        "spreadsheets: a header of column keys; text that would run as a formula begins with `'`",
        ".csv",
        "utf-8-sig",  # the mark by which Excel knows UTF-8
    ),
    Format("tsv", f"{_HERE}.tsv", "spreadsheets: the same, with tabs and no quotes", ".tsv"),
    Format(
        "md", f"{_HERE}.markdown", "documents: Markdown tables, and cards under headings", ".md"
    ),
]
"""Every answer can be written in these; in the order of help."""

CITATIONS = [
    Format(
        "gbt7714",
        f"{_HERE}.gbt7714",
        "lists of references: what is cited for each record, after GB/T 7714—2025",
    ),
    Format("gbt7714-2015", f"{_HERE}.gbt7714_2015", "the same after the edition before, of 2015"),
    Format(
        "csl-json",
        f"{_HERE}.csl_json",
        "Zotero, pandoc and other programs that cite; `-o` needs the `-f` beside it",
    ),
    Format("bibtex", f"{_HERE}.bibtex", "LaTeX: BibTeX, in UTF-8", ".bib"),
]
"""What records are cited by; for answers whose items can be cited."""


def known(*, citable: bool = False) -> list[Format]:
    """The formats of an answer, in the order of help."""
    return [*FORMATS, *CITATIONS] if citable else FORMATS


def by_name(name: str) -> Format:
    """The format that ``-f`` calls so."""
    return next(form for form in known(citable=True) if form.name == name)


def by_ending(*, citable: bool = False) -> dict[str, Format]:
    """The formats that files of an answer can have, by the endings of their names."""
    return {form.ending: form for form in known(citable=citable) if form.ending}


def write(view: View[Any], form: str, stream: TextIO, *, color: bool = False) -> None:
    """Write ``view`` to ``stream`` in the format called ``form``; only ``table`` knows colour."""
    if form == "table":
        from policycli.render import terminal

        terminal.write(view, stream, color=color)
    elif form in ("json", "jsonl", "csl-json"):
        from policycli.render.json import shown

        stream.writelines(shown(_lines(view, by_name(form)), stream))
    else:
        stream.writelines(_lines(view, by_name(form)))


def _lines(view: View[Any], form: Format) -> Iterator[str]:
    lines: Iterator[str] = import_module(form.module).lines(view)
    return lines
