"""Files of rules: the bundled ``ethics.toml`` and those of one's own, with every fault named."""

from collections.abc import Iterator, Mapping
from functools import cache, partial
from typing import Any, cast

from policycli.ethics.evidence import Matcher
from policycli.ethics.model import Besides, Otherwise, Procedure, Route, Rulebook, Sign
from policycli.ethics.words import Unknown, Words
from policycli.files.faults import UNKNOWN_VALUE, UNREADABLE, Key, Note, fault, shown
from policycli.files.members import bundled
from policycli.files.toml import read_whole
from policycli.files.validate import read_record
from policycli.finding import Rule
from policycli.index.seal import Stamp, stamp
from policycli.language import _, reason

__all__ = ["Rules", "rules"]

Worded = Sign | Otherwise | Procedure | Route | Besides


class Rules:
    """A rulebook, and what finds its words."""

    def __init__(self, book: Rulebook) -> None:
        self.book = book
        self.matcher = Matcher(book)


def rules(*paths: str) -> Rules:
    """The bundled rules, with those of files after them; read anew where a file has changed.

    Raises:
        CatalogueError: Every fault of a file.
    """
    return _read(*((path, _state(path)) for path in (bundled("ethics.toml"), *paths)))


def _state(path: str) -> Stamp | None:
    """By what a change of a file is known; ``None`` where it is not there."""
    try:
        return stamp(path)
    except OSError:
        return None


@cache
def _read(*files: tuple[str, Stamp | None]) -> Rules:
    book = Rulebook()
    for path, _known in files:
        try:
            book = read_whole(path, partial(_joined, book))
        except OSError as error:
            what = _("cannot be read: {why}").format(why=reason(error))
            raise fault(UNREADABLE, path, what) from error
    return Rules(book)


def _joined(book: Rulebook, data: Mapping[str, object], note: Note) -> Rulebook:
    """The rulebook with what a file adds to it; see that names of lists and rules are known."""
    noted: list[Key] = []

    def heard(key: Key, what: str, rule: Rule) -> None:
        noted.append(key)
        note(key, what, rule)

    own = read_record(Rulebook, data, heard)
    if own is None or noted:
        return book
    tables = (cast("Any", before) + added for before, added in zip(book, own, strict=True))
    whole = Rulebook(*tables)
    for key, what in _unknown(whole, own):
        note(key, what, UNKNOWN_VALUE)
    return whole


def _unknown(whole: Rulebook, own: Rulebook) -> Iterator[tuple[Key, str]]:
    """What a file names that there is not: lists inside words, and rules."""
    words = Words({each.name: each.words for each in whole.lists})
    known = {rule.id for rule in whole.rules}
    groups: tuple[tuple[str, tuple[Worded, ...]], ...] = (
        ("signs", own.signs),
        ("otherwise", own.otherwise),
        ("procedures", own.procedures),
        ("routes", own.routes),
        ("besides", own.besides),
    )
    for table, records in groups:
        for n, record in enumerate(records):
            for name in _named(record):
                if name not in known:
                    key = "rule" if isinstance(record, Sign) else "rules"
                    yield (table, n, key), _("{name} is no rule").format(name=shown(name))
            try:
                words.spelt(_all_words(record))
            except Unknown as error:
                what = _("{name} is no list, or holds itself")
                yield (table, n, "words"), what.format(name=shown(str(error)))


def _named(record: Worded) -> tuple[str, ...]:
    """Ids of the rules that a record names."""
    if isinstance(record, Sign):
        return (record.rule,)
    return () if isinstance(record, Procedure | Besides) else record.rules


def _all_words(record: Worded) -> tuple[str, ...]:
    words = record.words
    if isinstance(record, Sign | Otherwise):
        words += record.unless
    if isinstance(record, Sign):
        words += tuple(word for group in record.near for word in group)
    return words
