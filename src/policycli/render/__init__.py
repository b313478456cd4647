"""From view models to text: one module a format; ``terminal`` alone knows rich."""

from collections.abc import Iterable
from typing import Any, TextIO

from policycli.views.model import View

__all__ = ["FORMATS", "write"]

FORMATS = ("table", "plain", "json", "jsonl", "csv", "tsv", "md")


def write(view: View[Any], form: str, stream: TextIO, *, color: bool = False) -> None:
    """Write ``view`` to ``stream`` in one of ``FORMATS``; only ``table`` knows colour."""
    if form == "table":
        from policycli.render import terminal

        terminal.write(view, stream, color=color)
    else:
        stream.writelines(_lines(view, form))


def _lines(view: View[Any], form: str) -> Iterable[str]:
    """The lines of a text format, each with its end; a format is loaded when it is used."""
    if form in ("json", "jsonl"):
        from policycli.render import json

        return json.document(view) if form == "json" else json.lines(view)
    if form in ("csv", "tsv"):
        from policycli.render import delimited

        return delimited.lines(view, "," if form == "csv" else "\t")
    if form == "md":
        from policycli.render import markdown

        return markdown.lines(view)
    from policycli.render import plain

    return plain.lines(view)
