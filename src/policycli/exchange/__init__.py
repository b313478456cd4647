"""Files that are handed on and come back: who writes one and who reads it back are neighbours.

One module a format, each loaded when it is used. ``sheets`` says which columns a ledger (台账) has,
``notation`` how a value stands in a cell, ``ledger`` makes policies of its tables again;
``exported`` brings back what an export wrote, and ``intake`` is the way in for every document.
"""

from collections.abc import Sequence
from importlib import import_module

from policycli.errors import UsageError
from policycli.language import _
from policycli.records.model import Policy

__all__ = ["ENDINGS", "content"]

ENDINGS = (".xlsx", ".docx", ".html", ".md", ".csv", ".jsonl", ".toml")

_OFFICE = {"xlsxwriter": ".xlsx", "docx": ".docx"}


def content(ending: str, policies: Sequence[Policy], title: str) -> bytes:
    """The whole of a file.

    Args:
        ending: One of ``ENDINGS``.
        policies: With the measures that are to be in it.
        title: What the paper or page is called, where the format has a place for it.

    Raises:
        UsageError: The library for this format is not installed.
    """
    try:
        module = import_module(f"policycli.exchange.{ending[1:]}")
    except ModuleNotFoundError as error:
        if error.name not in _OFFICE:
            raise
        sentence = _("writing {ending} needs {name}: pip install 'policycli[office]'")
        name = "python-docx" if error.name == "docx" else error.name
        raise UsageError(sentence.format(ending=ending, name=name)) from error
    made: bytes = module.content(policies, title)
    return made
