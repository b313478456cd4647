"""What is wrong with catalogue files, and what is merely doubtful: faults and warnings apart.

A file with faults gives no records, so its warnings can be told only once the faults are mended.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from policycli.errors import CatalogueError, Fault
from policycli.files.encoding import decode
from policycli.files.faults import Faults, Key, shown, spell
from policycli.files.places import nearest, places
from policycli.files.read import Ids, read
from policycli.files.rules import INSTRUMENTS
from policycli.language import _
from policycli.records.model import Policy
from policycli.text.titles import Titles

__all__ = ["Review", "review"]

Locate = Callable[[int, Key], tuple[int, str]]
"""From the number of a policy in its file, and a key in it, to the line and the key in words."""


class Review(NamedTuple):
    """What a look through catalogue files found, in the order of the files.

    Attributes:
        policies: How many policies the files without faults hold; ``measures`` likewise.
    """

    faults: tuple[Fault, ...]
    warnings: tuple[Fault, ...]
    policies: int
    measures: int


def review(files: Iterable[str]) -> Review:
    """Read ``files`` (see ``catalogue_files``) and gather all that is wrong or doubtful."""
    faults: list[Fault] = []
    warnings: list[Fault] = []
    ids, titles = Ids(), Titles()
    counts = [0, 0]
    for file in files:
        try:
            policies = list(read(file))
        except CatalogueError as error:
            faults += error.faults
            continue
        for policy in policies:
            ids.add(file, policy.id)
        counts = [counts[0] + len(policies), counts[1] + sum(len(p.measures) for p in policies)]
        warnings += _warnings(file, policies, titles)
    return Review((*faults, *ids.faults), tuple(warnings), counts[0], counts[1])


def _warnings(file: str, policies: Iterable[Policy], titles: Titles) -> Iterator[Fault]:
    locate: Locate | None = None
    for number, policy in enumerate(policies):
        for key, what in (*_doubts(policy), *_titles(policy, titles)):
            locate = locate or _locator(file)
            yield Fault(file, *locate(number, key), what)


def _doubts(policy: Policy) -> Iterator[tuple[Key, str]]:
    if policy.source is None:
        yield (), _("no source: nobody can check it")
    if not policy.date:
        yield (), _("no date: nobody can tell how old it is")
    for at, measure in enumerate(policy.measures):
        place: Key = ("measures", at)
        if measure.instrument and measure.instrument not in INSTRUMENTS:
            what = _("{code} is not an instrument that the program can name")
            yield (*place, "instrument"), what.format(code=shown(measure.instrument))
        for n, figure in enumerate(measure.figures):
            if not figure.period:
                what = _("the figure {indicator} has no period")
                yield (*place, "figures", n), what.format(indicator=shown(figure.indicator))


def _titles(policy: Policy, titles: Titles) -> Iterator[tuple[Key, str]]:
    """Documents that seem to have been named by another title before."""
    for key, title in _documents(policy):
        other = titles.other(title, policy.id)
        if other:
            what = _("《{title}》 seems to be what is elsewhere called 《{other}》")
            yield key, what.format(title=title, other=other)


def _documents(policy: Policy) -> Iterator[tuple[Key, str]]:
    for n, document in enumerate(policy.documents):
        yield ("documents", n), document.title
    for at, measure in enumerate(policy.measures):
        for n, document in enumerate(measure.documents):
            yield ("measures", at, "documents", n), document.title


def _locator(file: str) -> Locate:
    with open(file, "rb") as opened:
        raw = opened.read()
    if file.lower().endswith(".jsonl"):
        numbers = [n for n, line in enumerate(raw.split(b"\n"), 1) if line.strip()]
        return lambda number, key: (numbers[number], spell(key))
    lines = places(decode(raw, 1, Faults(file)))

    def in_toml(number: int, key: Key) -> tuple[int, str]:
        whole = ("policies", number, *key)
        return nearest(lines, whole), spell(whole)

    return in_toml
