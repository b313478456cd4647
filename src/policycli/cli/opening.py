"""Opens the catalogues in use; registered ones with faults are answered from their last good state.

What was named on the command line was meant, so there a fault stays an error.
"""

import os
import time
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from policycli.errors import CatalogueError
from policycli.files.formats import endings
from policycli.files.members import catalogue_files
from policycli.language import _
from policycli.tuples import NamedTuple

if TYPE_CHECKING:
    from policycli.catalogue import Catalogue
    from policycli.finding import Finding
    from policycli.index.progress import Report

__all__ = ["Opened", "Stale", "keep_states", "opened"]


class Stale(NamedTuple):
    """A registered file or folder that cannot be used as it is.

    Attributes:
        path: As it is registered, or the file inside a registered folder.
        fault: The first thing that is wrong with it.
        copies: Its last good state: the file of each copy that answers for it, by the copy.
    """

    path: str
    fault: "Finding"
    copies: dict[str, str]

    def __str__(self) -> str:
        when = max((os.stat(copy).st_mtime for copy in self.copies), default=0.0)
        day = time.strftime("%Y-%m-%d %H:%M", time.localtime(when))
        return self._what().format(fault=self.fault, when=day, path=self.path)

    def _what(self) -> str:
        from policycli.files.faults import MISSING_FILE

        if not self.copies:
            return _("{fault}; it is left out until that is mended")
        if self.fault.rule == MISSING_FILE.name:
            return _(
                "{fault}; its last good state, of {when}, answers until it is back "
                "(“policy catalogue remove {path}” takes it off your list)"
            )
        return _(
            "{fault}; its last good state, of {when}, answers until that is mended "
            "(“policy validate {path}” lists every fault)"
        )


class Opened(NamedTuple):
    """The catalogues in use.

    Attributes:
        stale: What had to be answered from a copy, or left out.
        empty: Folders that were named, and hold no catalogue.
    """

    catalogue: "Catalogue"
    stale: tuple[Stale, ...]
    empty: tuple[str, ...]

    @property
    def notes(self) -> list[str]:
        """A sentence for everything that is not answered as it is."""
        sentence = _("{path}: this folder holds no catalogue ({endings}); name one that does")
        known = ", ".join(endings())
        empty = (sentence.format(path=path, endings=known) for path in self.empty)
        return [*map(str, self.stale), *empty]

    @property
    def copies(self) -> dict[str, str]:
        """The files that copies answer for, by the copies."""
        return {copy: file for each in self.stale for copy, file in each.copies.items()}

    @property
    def own(self) -> list[str]:
        """The files in use without the bundled one, even where it was named; not their copies."""
        from policycli.files.members import bundled

        theirs, copies = os.path.realpath(bundled()), self.copies
        files = [copies.get(source.path, source.path) for source in self.catalogue.info().sources]
        return [file for file in files if os.path.realpath(file) != theirs]

    @property
    def left_out(self) -> list[str]:
        """What nothing answers for."""
        return [each.path for each in self.stale if not each.copies]


def opened(
    registered: Sequence[str], named: Sequence[str], *, bundled: bool, report: "Report"
) -> Opened:
    """Open all of them, and keep the state of those registered that are good.

    Args:
        registered: Paths that were registered: absolute, and perhaps no longer there.
        named: Paths that were named for this call.
        bundled: Whether the catalogue that comes with the program is in it too.
        report: Called while a build goes on.

    Raises:
        CatalogueError: Of those that were named.
    """
    from policycli.catalogue import open_catalogue

    strict = _named(named)
    empty = tuple(path for path in named if os.path.isdir(path) and not catalogue_files([path]))
    own, stale = _members(registered)
    while True:
        try:
            catalogue = open_catalogue(*own, *strict, bundled=bundled, report=report)
        except CatalogueError as error:
            _give_way(error, own, strict, stale)
        else:
            if registered and catalogue.info().built:
                keep_states(registered, own, catalogue)
            return Opened(catalogue, tuple(stale.values()), empty)


def _named(paths: Sequence[str]) -> list[str]:
    """The files of paths that were named.

    Raises:
        CatalogueError: Some are no catalogues; of those that are missing it says what to do.
    """
    try:
        return catalogue_files(paths)
    except CatalogueError as error:
        from policycli.files.faults import MISSING_FILE

        what = _(
            "no such file or folder; correct the path after --catalogue or in POLICY_CATALOGUE, "
            "or leave it out"
        )
        raise CatalogueError(
            [
                fault._replace(message=what) if fault.rule == MISSING_FILE.name else fault
                for fault in error.faults
            ]
        ) from error


def _members(registered: Sequence[str]) -> tuple[dict[str, str], dict[str, Stale]]:
    """What to open of the registered ones, each with the file it stands for; and what is stale."""
    own: dict[str, str] = {}
    stale: dict[str, Stale] = {}
    for path in registered:
        try:
            own |= {file: file for file in catalogue_files([path])}
        except CatalogueError as error:
            from policycli.files.kept import kept_inside

            copies = {copy: file for file, copy in kept_inside(path).items()}
            own |= copies
            stale[path] = Stale(path, error.faults[0], copies)
    return own, stale


def _give_way(
    error: CatalogueError, own: dict[str, str], strict: Sequence[str], stale: dict[str, Stale]
) -> None:
    """Replace the files with faults by their copies, and copies that have some by nothing.

    Raises:
        CatalogueError: Others have faults too.
    """
    from policycli.files.kept import kept

    faults: dict[str, Finding] = {}
    for fault in error.faults:
        faults.setdefault(fault.path, fault)
    if not faults.keys() <= own.keys() - set(map(os.path.abspath, strict)):
        raise error
    for path, fault in faults.items():
        file = own.pop(path)
        copy = kept(file) if file == path else None
        if copy:
            own[copy] = file
        stale[file] = Stale(file, stale[file].fault if file in stale else fault, {})
        if copy:
            stale[file].copies[copy] = file


def keep_states(registered: Sequence[str], own: Mapping[str, str], catalogue: "Catalogue") -> None:
    """Keep copies of the files that are good, and drop those of files that are gone.

    Args:
        registered: Paths that are registered.
        own: The file of each path that was opened for them.
        catalogue: What they were opened as.
    """
    from policycli.files.kept import forget, keep

    for source in catalogue.info().sources:
        if own.get(source.path) == source.path:
            keep(source.path, source.stamp[:2])
    for path in registered:
        if os.path.isdir(path):
            forget(path, but=own.values())
