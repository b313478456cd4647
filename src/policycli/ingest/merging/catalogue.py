"""Drafts into a catalogue file, in one step."""

import os
from collections.abc import Sequence
from typing import NamedTuple

from policycli.errors import UsageError
from policycli.files.read import read
from policycli.files.write import write
from policycli.ingest.extract.draft import Draft
from policycli.ingest.merging.merge import Merged, merge
from policycli.language import _
from policycli.records.model import Policy

__all__ = ["Target", "opened", "save"]

_BOM = "\ufeff"


class Target(NamedTuple):
    """The catalogue that drafts go into, as it is now; empty where there is none yet."""

    path: str
    text: str = ""
    policies: tuple[Policy, ...] = ()


def opened(path: str) -> Target:
    """Read the catalogue before any document is, so that what is wrong with it is reported first.

    Args:
        path: A ``.toml`` file, there or not; empty for none.

    Raises:
        UsageError: The name ends otherwise, or is that of something else than a file.
        CatalogueError: It has faults: an import would make them worse.
        OSError: It cannot be read, or its folder is not there.
    """
    if not path:
        return Target("")
    if not path.lower().endswith(".toml"):
        what = _("{path}: drafts are written as TOML; name a file that ends in .toml")
        raise UsageError(what.format(path=path))
    if not os.path.exists(path):
        os.stat(os.path.dirname(os.path.realpath(path)))
        return Target(path)
    if not os.path.isfile(path):
        raise UsageError(_("{path} is no file").format(path=path))
    policies = tuple(read(path))
    with open(path, encoding="utf-8", newline="") as file:
        return Target(path, file.read(), policies)


def save(target: Target, drafts: Sequence[Draft], *, force: bool) -> Merged:
    """Merge the drafts with the catalogue, and write it where it changed.

    Args:
        target: As ``opened`` read it.
        drafts: Of all documents of the call.
        force: Whether the document wins where both it and the catalogue were changed.

    Raises:
        OSError: It cannot be written; it is as it was.
    """
    text = target.text.removeprefix(_BOM)
    windows = "\r\n" in text
    merged = merge(text.replace("\r\n", "\n"), target.policies, drafts, force=force)
    if not target.path:
        return merged
    new = merged.text.replace("\n", "\r\n") if windows else merged.text
    new = _BOM * target.text.startswith(_BOM) + new
    if new != target.text:
        write(target.path, new.encode(), force=bool(target.text))
    return merged
