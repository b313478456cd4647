"""Catalogues as they stood in an earlier revision of a git repository, read with ``git`` itself.

Objects alone are read: no hook, filter or setting of the repository runs, and nothing is fetched.
"""

import os
import subprocess
from collections.abc import Sequence

from policycli.errors import CatalogueError, UsageError
from policycli.files.formats import endings
from policycli.files.members import catalogue_files
from policycli.files.read import read_all
from policycli.files.temporary import new_folder
from policycli.language import _
from policycli.records.model import Policy

__all__ = ["read_revision", "read_state"]

PREFIX = "git:"
_ENVIRON = {"GIT_ALLOW_PROTOCOL": "none", "GIT_NO_LAZY_FETCH": "1", "GIT_OPTIONAL_LOCKS": "0"}


def read_state(name: str, other: str) -> list[Policy]:
    """The policies of a file or folder, or of ``other`` as a revision ``git:REV`` has it.

    Raises:
        CatalogueError: Every fault of the files.
        UsageError: See ``read_revision``; or ``other`` is a revision too.
    """
    if not name.startswith(PREFIX):
        return read_all(catalogue_files([name]))
    if other.startswith(PREFIX):
        raise UsageError(_("one of the two has to be a file or folder, for git to look it up"))
    return read_revision(name.removeprefix(PREFIX), other)


def read_revision(revision: str, path: str) -> list[Policy]:
    """The policies that the file or folder ``path`` held in a revision.

    Args:
        revision: Anything that names a commit to git, such as ``HEAD~3`` or ``v1.0``.
        path: In a work tree of git; it need not be there any longer.

    Raises:
        CatalogueError: Every fault of the files as they were.
        UsageError: There is no git, no repository or no such revision, or it lacks the path.
    """
    if not revision or revision.startswith("-"):  # git would take it for an option
        raise UsageError(_("{revision} is not a revision").format(revision=repr(revision)))
    folder, name = _split(path)
    listed = _git(folder, "ls-tree", "-r", "-z", "--name-only", revision, "--", name)
    names = [os.fsdecode(found) for found in listed.split(b"\0") if found]
    kept = [found for found in names if _is_catalogue(os.path.relpath(found, name))]
    if not kept:
        sentence = _("{path} is not in the revision {revision}")
        raise UsageError(sentence.format(path=path, revision=revision))
    return _read(folder, revision, kept)


def _split(path: str) -> tuple[str, str]:
    """The folder for git to stand in, and the path from there."""
    whole = os.path.abspath(path)
    if os.path.isdir(whole):
        return whole, "."
    return os.path.dirname(whole), os.path.basename(whole)


def _is_catalogue(inside: str) -> bool:
    hidden = any(part.startswith(".") for part in inside.split(os.sep) if part != ".")
    return inside == "." or (inside.lower().endswith(endings()) and not hidden)


def _read(folder: str, revision: str, names: Sequence[str]) -> list[Policy]:
    with new_folder() as copy:
        files = [os.path.join(copy, str(n), os.path.basename(at)) for n, at in enumerate(names)]
        for file, name in zip(files, names, strict=True):
            os.mkdir(os.path.dirname(file))
            with open(file, "wb") as out:
                out.write(_git(folder, "cat-file", "blob", f"{revision}:./{name}"))
        shown = {file: f"{PREFIX}{revision}:{at}" for file, at in zip(files, names, strict=True)}
        try:
            return read_all(files)
        except CatalogueError as error:
            faults = [fault._replace(path=shown[fault.path]) for fault in error.faults]
            raise CatalogueError(faults) from error


def _git(folder: str, *args: str) -> bytes:
    """What git answers."""
    command = ["git", "-C", folder, *args]
    try:
        done = subprocess.run(  # noqa: S603 - no shell; revision and path are checked
            command, env={**os.environ, **_ENVIRON}, capture_output=True, check=False
        )
    except FileNotFoundError as error:
        raise UsageError(_("git is not installed, so revisions cannot be read")) from error
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().split("\n")[0]
        raise UsageError(_("git says: {said}").format(said=said))
    return done.stdout
