"""What can be wrong with a catalogue file, and gathering it with the key at which it stands."""

from collections.abc import Callable, Iterable

from policycli.errors import CatalogueError
from policycli.finding import Finding, Rule, Rules
from policycli.language import N_, ngettext
from policycli.text.brief import brief

__all__ = ["RULES", "SHOWN", "Faults", "Key", "Note", "fault", "shown", "spell"]

RULES = Rules()
"""What can be found in catalogues: here what comes up while a file is read."""

MISSING_FILE = RULES.add("missing-file", "error", N_("A file or folder is not there."))
UNREADABLE = RULES.add("unreadable", "error", N_("The system refuses to read a file or folder."))
NO_CATALOGUE = RULES.add("no-catalogue", "error", N_("A file is in no format of catalogues."))
NOT_UTF8 = RULES.add("not-utf-8", "error", N_("A catalogue is written in another encoding."))
NOT_TOML = RULES.add("not-toml", "error", N_("A .toml file is not written as TOML is."))
NOT_JSON = RULES.add("not-json", "error", N_("A line of a .jsonl file is not written as JSON is."))
UNKNOWN_KEY = RULES.add("unknown-key", "error", N_("A record has a key that is not known."))
MISSING_KEY = RULES.add("missing-key", "error", N_("A record lacks a key that it must have."))
WRONG_TYPE = RULES.add("wrong-type", "error", N_("A value is of another type than its key takes."))
EMPTY = RULES.add("empty", "error", N_("A key that a record must have says nothing."))
UNKNOWN_VALUE = RULES.add("unknown-value", "error", N_("A value is none of those its key takes."))
BAD_TEXT = RULES.add("bad-text", "error", N_("A text holds half a character."))
BAD_NUMBER = RULES.add("bad-number", "error", N_("A number is not finite, or has over 15 digits."))
BAD_ID = RULES.add("bad-id", "error", N_("An id has other signs than a-z, 0-9 and hyphens."))
BAD_DATE = RULES.add("bad-date", "error", N_("A date is not written as 2023-05-31, or is none."))
BAD_PERIOD = RULES.add("bad-period", "error", N_("A period is not written as 2022-05/2023."))
BAD_CODE = RULES.add("bad-code", "error", N_("The code of a region or instrument is malformed."))
DUPLICATE_ID = RULES.add("duplicate-id", "error", N_("Two records have one id."))
WORDING = RULES.add("wording", "error", N_("A measure has neither summary nor text, or both."))
BAD_SCORE = RULES.add("bad-score", "error", N_("A rating is no whole number from 1 to 5."))
STATE = RULES.add("state", "error", N_("A problem is not in the state of its last event."))
MORE_FAULTS = RULES.add("more-faults", "error", N_("Of a file only the first hundred are listed."))

SHOWN = 100
"""Faults of one file that are reported word for word; the others are only counted."""

_LONG = 45

Key = tuple[str | int, ...]
"""Way to a value: ``("policies", 2, "id")``."""

Note = Callable[[Key, str, Rule], None]
"""Called with every fault found: where, what is wrong there, and by which rule."""


class Faults:
    """The faults of one file."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.count = 0
        self._kept: list[Finding] = []

    def add(self, key: Key, what: str, rule: Rule, line: int = 0) -> None:
        """Take in one fault; ``line`` is 0 where it is not known."""
        self.count += 1
        if self.count <= SHOWN:
            self._kept.append(Finding(rule.name, what, self.path, line, spell(key)))

    def error(self) -> CatalogueError:
        """All of them, or the first hundred and how many more there are."""
        faults = sorted(self._kept, key=lambda fault: fault.line)
        if self.count > SHOWN:
            more = self.count - SHOWN
            what = ngettext("{n} more fault is not shown", "{n} more faults are not shown", more)
            faults.append(Finding(MORE_FAULTS.name, what.format(n=more), self.path))
        return CatalogueError(faults)


def fault(rule: Rule, path: str, what: str) -> CatalogueError:
    """The error for a file with which one thing is wrong as a whole."""
    return CatalogueError([Finding(rule.name, what, path)])


def spell(key: Iterable[str | int]) -> str:
    """A key as people read it: ``policies[2].measures[0].title``."""
    parts = (f"[{part}]" if isinstance(part, int) else f".{_name(part)}" for part in key)
    return "".join(parts).removeprefix(".")


def _name(part: str) -> str:
    return part if part.isidentifier() and len(part) < _LONG else shown(part)


def shown(value: str) -> str:
    """A text as it may stand in a message: quoted, without control characters, and short."""
    return brief(repr(value[:_LONG]), _LONG)
