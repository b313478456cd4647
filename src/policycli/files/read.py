"""The one way in: a catalogue file, whatever its format, to policies and problems."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from policycli.errors import CatalogueError
from policycli.files.faults import DUPLICATE_ID, SHOWN, UNREADABLE, fault, shown
from policycli.files.formats import Contents, format_of
from policycli.finding import Finding
from policycli.language import _, reason
from policycli.records.model import Policy, Problem

__all__ = ["Ids", "contents", "read", "read_all", "read_whole", "records"]


def read(path: str) -> Iterator[Policy]:
    """The policies of one file, in its order; see ``records``."""
    return (record for record in records(path) if isinstance(record, Policy))


def records(path: str) -> Iterator[Policy | Problem]:
    """The policies and problems of one file, in its order; see ``contents``."""
    yield from contents(path).records


def contents(path: str) -> Contents:
    """What one file holds.

    A big file is not held in memory: its records come while it is read, and where a fault
    ends them, those that came before are not to be used either.

    Args:
        path: A catalogue file (see ``catalogue_files``).

    Raises:
        CatalogueError: Every fault of the file, or that it cannot be read; also while the
            records come.
    """
    with _opening(path):
        found: Contents = format_of(path).load_reader().read(path)
    return found._replace(records=_coming(path, found.records))


def _coming(path: str, found: Iterable[Policy | Problem]) -> Iterator[Policy | Problem]:
    with _opening(path):
        yield from found


@contextmanager
def _opening(path: str) -> Iterator[None]:
    """Make a fault of what the system says of a file."""
    try:
        yield
    except OSError as error:
        what = _("cannot be read: {why}").format(why=reason(error))
        raise fault(UNREADABLE, path, what) from error


class Ids:
    """Sees to it that no two files hold a policy or problem of the same id."""

    def __init__(self) -> None:
        self.faults: list[Finding] = []
        self._files: dict[str, str] = {}

    def add(self, path: str, id: str) -> None:
        """Take in one record of the file ``path``; a fault is kept in ``faults``."""
        first = self._files.setdefault(id, path)
        if first != path and len(self.faults) < SHOWN:
            what = _("the id {id} is already in {first}").format(id=shown(id), first=first)
            self.faults.append(Finding(DUPLICATE_ID.name, what, path))


def read_all(files: Iterable[str]) -> list[Policy]:
    """The policies of several files, in their order; see ``read_whole``."""
    return [record for record in read_whole(files) if isinstance(record, Policy)]


def read_whole(files: Iterable[str]) -> list[Policy | Problem]:
    """The policies and problems of several files, in their order.

    Raises:
        CatalogueError: Every fault of every file, and every id that two of them have.
    """
    found: list[Policy | Problem] = []
    faults: list[Finding] = []
    ids = Ids()
    for file in files:
        try:
            for record in records(file):
                ids.add(file, record.id)
                found.append(record)
        except CatalogueError as error:
            faults += error.faults
    if faults or ids.faults:
        raise CatalogueError(faults + ids.faults)
    return found
