"""Opens what a record was taken from: its page in the browser, or its file in its program."""

import os
from collections.abc import Iterable

import click

from policycli.cli.notes import say
from policycli.errors import UsageError
from policycli.language import _
from policycli.records.model import Source
from policycli.text.sanitize import is_page

__all__ = ["open_source"]


def open_source(name: str, source: Source | None, folders: Iterable[str]) -> int:
    """Open the source of a record, and say what is opened; 1 where it has none that is here.

    Args:
        name: The id of the record.
        source: Its address is opened; else the file that its locator names.
        folders: Where that file may lie.

    Raises:
        UsageError: Nothing on this machine opens it.
    """
    found = source or Source()
    if is_page(found.url):
        return _open(found.url)
    file = _file(found.locator, folders)
    if file:
        return _open(file)
    said = " ".join(filter(None, (found.title, found.url or found.locator)))
    sentence = _("{id} has no web address, and no file of its source is here: {source}")
    say(sentence.format(id=name, source=said or "-"))
    return 1


def _file(name: str, folders: Iterable[str]) -> str:
    """The document that a locator names, if it is one and lies in one of the folders."""
    from policycli.ingest.readers.kinds import Reader, by_ending

    if not isinstance(by_ending(name), Reader):
        return ""
    paths = (os.path.join(folder, name) for folder in folders)
    return next((path for path in paths if os.path.isfile(path)), "")


def _open(what: str) -> int:
    say(_("Opening {what}").format(what=what))
    if is_page(what):
        import webbrowser

        opened = webbrowser.open(what)
    else:
        opened = click.launch(what) == 0
    if not opened:
        raise UsageError(_("nothing on this machine opens {what}").format(what=what))
    return 0
