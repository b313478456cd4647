"""What somebody has seen of a catalogue: its records at the last look, in the user's state folder.

Each catalogue has a file of its own, so that registering another one changes nothing for it. The
records are kept as they were: digests would show that a figure changed, but not what it was.
"""

import hashlib
import json
import os
from collections.abc import Iterable
from typing import Any, NamedTuple

from policycli import paths
from policycli.errors import UsageError
from policycli.files.locking import changing
from policycli.files.validate import read_records
from policycli.language import _
from policycli.records.model import Policy, Problem, to_dict
from policycli.text.dates import iso

__all__ = ["Memory", "Seen"]

_VERSION = 1


class Seen(NamedTuple):
    """A catalogue as it was seen.

    Attributes:
        day: Of the look, ``2024-06-30``.
        problems: ``None`` where the look was of a version that remembered none.
    """

    day: str
    policies: tuple[Policy, ...]
    problems: tuple[Problem, ...] | None = None


class Memory:
    """What was seen of one catalogue at the last look.

    Args:
        catalogue: Its path, or what else it is known by.

    Raises:
        UsageError: There is no folder to remember in, or what is there cannot be read; it is left
            as it is then.
        OSError: The file cannot be read.
    """

    def __init__(self, catalogue: str) -> None:
        folder = paths.state_dir()
        if folder is None:
            sentence = _(
                "you have no home folder to remember the last look in: set XDG_STATE_HOME, or ask "
                "with --since DATE"
            )
            raise UsageError(sentence)
        self._catalogue = catalogue
        name = hashlib.sha256(os.fsencode(catalogue)).hexdigest()[:16]
        self._path = os.path.join(folder, "seen", f"{name}.json")
        self._raw = _content(self._path)
        self.seen = None if self._raw is None else self._read(self._raw)

    def _read(self, raw: bytes) -> Seen:
        try:
            data = json.loads(raw)
        except (ValueError, RecursionError) as error:
            raise self._unreadable(_("it is damaged")) from error
        if not isinstance(data, dict) or not isinstance(data.get("version"), int):
            raise self._unreadable(_("it is damaged"))
        if data["version"] > _VERSION:
            raise self._unreadable(_("a later version of policycli wrote it"))
        faults: list[Any] = []
        kept = {"policies": data.get("policies"), "problems": data.get("problems") or []}
        whole = read_records(kept, lambda *fault: faults.append(fault))
        policies = tuple(record for record in whole if isinstance(record, Policy))
        problems = tuple(record for record in whole if isinstance(record, Problem))
        day = str(data.get("day"))
        if faults or len(iso(day)) != len("2024-06-30"):
            raise self._unreadable(_("it is damaged"))
        return Seen(day, policies, problems if "problems" in data else None)

    def _unreadable(self, why: str) -> UsageError:
        sentence = _(
            "what was seen of {catalogue} cannot be read ({why}): ask with --since DATE, or move "
            "{path} away to begin anew"
        )
        return UsageError(sentence.format(catalogue=self._catalogue, why=why, path=self._path))

    def remember(
        self, day: str, policies: Iterable[Policy], problems: Iterable[Problem] = ()
    ) -> None:
        """Remember a look, unless somebody else's has come between.

        Raises:
            ConflictError: Somebody else holds the file.
            OSError: It cannot be written; the look before it is remembered still.
        """
        data = {
            "version": _VERSION,
            "catalogue": self._catalogue,
            "day": day,
            "policies": list(map(to_dict, policies)),
            "problems": list(map(to_dict, problems)),
        }
        text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
        os.makedirs(os.path.dirname(self._path), exist_ok=True)
        with changing(self._path) as file:
            if file.content == self._raw:
                file.replace(text.encode("utf-8", "surrogatepass"))  # paths may be any bytes


def _content(path: str) -> bytes | None:
    try:
        with open(path, "rb") as file:
            return file.read()
    except FileNotFoundError:
        return None
