"""Which files a catalogue is made of.

Runs on every start, so it keeps to ``os``: ``pathlib`` would cost 3 ms.
"""

import os
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from policycli.errors import CatalogueError
from policycli.files.formats import endings
from policycli.language import _, reason

if TYPE_CHECKING:
    from policycli.finding import Finding

__all__ = ["bundled", "catalogue_files"]


def bundled(name: str = "policies.toml") -> str:
    """The catalogue, or another file of data, that comes with the program.

    It lies inside the installed package; in a checkout (and so in an editable install) it is the
    repository's own ``data/policies.toml``.
    """
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    inside = os.path.join(package, "data", name)
    if os.path.exists(inside):
        return inside
    return os.path.join(os.path.dirname(os.path.dirname(package)), "data", name)


def catalogue_files(paths: Iterable[str | os.PathLike[str]]) -> list[str]:
    """The files that ``paths`` name, each once, folders replaced by the catalogues inside them.

    Folders are searched to the bottom, sorted by name, without hidden files and folders.

    Raises:
        CatalogueError: Paths that are missing, unreadable or not catalogues, all at once.
    """
    files: dict[str, str] = {}
    faults: list[Finding] = []
    for path in paths:
        try:
            for file in _expand(os.fspath(path)):
                files.setdefault(os.path.realpath(file), file)
        except CatalogueError as error:
            faults += error.faults
    if faults:
        raise CatalogueError(faults)
    return list(files.values())


def _expand(path: str) -> Iterator[str]:
    if os.path.isdir(path):
        yield from _inside(path)
    elif not os.path.exists(path):
        raise _fault("missing-file", path, _("no such file or folder"))
    elif not path.lower().endswith(endings()) or not os.path.isfile(path):
        what = _("not a catalogue: expected {endings} or a folder; “policy import” takes in papers")
        what = what.format(endings=", ".join(endings()))
        raise _fault("no-catalogue", path, what)
    else:
        yield path


def _inside(folder: str) -> Iterator[str]:
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError as error:
        what = _("cannot be read: {why}").format(why=reason(error))
        raise _fault("unreadable", folder, what) from error
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _inside(entry.path)
        elif entry.name.lower().endswith(endings()) and entry.is_file():
            yield entry.path


def _fault(rule: str, path: str, what: str) -> CatalogueError:
    from policycli.files.faults import RULES, fault  # only where something is wrong

    return fault(RULES[rule], path, what)
