"""Drafts into a catalogue file, in one step."""

import os
from collections.abc import Sequence
from typing import Any, NamedTuple

import tomli

from policycli.errors import DocumentError, UsageError
from policycli.files.locking import changing
from policycli.files.read import read
from policycli.files.validate import read_catalogue
from policycli.ingest.extract.draft import Draft, from_plain, to_plain
from policycli.ingest.merging.merge import Merged, Outcome, merge
from policycli.ingest.readers import sandbox
from policycli.ingest.readers.sandbox import Task
from policycli.language import _

__all__ = ["Target", "make", "opened", "save"]

_BOM = "\ufeff"


class Target(NamedTuple):
    """The catalogue that drafts go into, as it was read; empty where there is none yet."""

    path: str
    content: bytes | None = None


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
    for _policy in read(path):
        pass  # its faults come while it is read
    return Target(path, content)


def save(target: Target, drafts: Sequence[Draft], *, force: bool) -> Merged:
    """Merge the drafts with the catalogue, and write it where it changed.

    Args:
        target: As ``opened`` read it; where somebody has changed it since, it is read again.
        drafts: Of all documents of the call.
        force: Whether the document wins where both it and the catalogue were changed.

    Raises:
        CatalogueError: It has got faults meanwhile.
        ConflictError: Somebody else holds it, or it is read-only.
        DocumentError: Merging takes more than its limits of time and memory.
        OSError: It cannot be written; it is as it was.
    """
    if not (target.path and drafts):
        return _merged(target, drafts, force=force)
    with changing(target.path) as file:
        if file.content != target.content:
            target = opened(target.path)
        merged = _merged(target, drafts, force=force)
        new = merged.text.encode()
        if new != (target.content or b""):
            file.replace(new)
    return merged


def _merged(target: Target, drafts: Sequence[Draft], *, force: bool) -> Merged:
    """What becomes of the drafts and of the file, worked out where documents are read.

    Drafts hold what others have written, so that merging has limits as reading has.
    """
    if not drafts:
        return Merged("", [])
    given = [(target.content or b"").decode(), list(map(to_plain, drafts))]
    try:
        text, outcomes = sandbox.made(Task(__name__, {"force": force}), given)
    except DocumentError as error:
        what = _("{path}: the drafts cannot be taken in: {why}")
        raise DocumentError(what.format(path=target.path or "-", why=error)) from error
    pairs = zip(outcomes, drafts, strict=True)
    return Merged(
        text,
        [
            Outcome(id, how, draft, added, tuple(conflicts))
            for (id, how, added, conflicts), draft in pairs
        ],
    )


def make(given: Any, *, force: bool) -> Any:
    """The new text of a file and what became of each draft, as plain data; the sandbox runs this.

    The ends of its lines and its mark stay as they were.
    """
    old, drafts = given
    text = old.removeprefix(_BOM)
    plain = text.replace("\r\n", "\n")
    policies = read_catalogue(tomli.loads(plain), _ignore)
    merged = merge(plain, policies, list(map(from_plain, drafts)), force=force)
    new = merged.text.replace("\n", "\r\n") if "\r\n" in text else merged.text
    outcomes = [(each.id, each.how, each.added, each.conflicts) for each in merged.outcomes]
    return [_BOM * old.startswith(_BOM) + new, outcomes]


def _ignore(_key: object, _what: object, _rule: object) -> None:
    """Faults were reported when the file was opened."""
