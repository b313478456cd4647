"""Drafts into a catalogue file, in one step."""

import os
from collections.abc import Sequence
from typing import NamedTuple

from policycli.errors import UsageError
from policycli.files.locking import changing
from policycli.files.read import read
from policycli.ingest.extract.draft import Draft
from policycli.ingest.merging.merge import Merged, merge
from policycli.language import _
from policycli.records.model import Policy

__all__ = ["Target", "opened", "save"]

_BOM = "\ufeff"


class Target(NamedTuple):
    """The catalogue that drafts go into, as it was read; empty where there is none yet."""

    path: str
    content: bytes | None = None
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
        raise UsageError(_("{path} is not a file").format(path=path))
    with open(path, "rb") as file:
        content = file.read()
    return Target(path, content, tuple(read(path)))


def save(target: Target, drafts: Sequence[Draft], *, force: bool) -> Merged:
    """Merge the drafts with the catalogue, and write it where it changed.

    Args:
        target: As ``opened`` read it; where somebody has changed it since, it is read again.
        drafts: Of all documents of the call.
        force: Whether the document wins where both it and the catalogue were changed.

    Raises:
        CatalogueError: It has got faults meanwhile.
        ConflictError: Somebody else holds it, or it is read-only.
        OSError: It cannot be written; it is as it was.
    """
    if not target.path:
        return _merged(target, drafts, force=force)[0]
    with changing(target.path) as file:
        if file.content != target.content:
            target = opened(target.path)
        merged, new = _merged(target, drafts, force=force)
        if new != (target.content or b""):
            file.replace(new)
    return merged


def _merged(target: Target, drafts: Sequence[Draft], *, force: bool) -> tuple[Merged, bytes]:
    """What became of the drafts, and the file with them, its ends of lines and mark as before."""
    old = (target.content or b"").decode()
    text = old.removeprefix(_BOM)
    merged = merge(text.replace("\r\n", "\n"), target.policies, drafts, force=force)
    new = merged.text.replace("\n", "\r\n") if "\r\n" in text else merged.text
    return merged, (_BOM * old.startswith(_BOM) + new).encode()
