"""What is wrong with catalogue files, and what is merely doubtful.

A file with faults gives no records, so doubts about it come up only once the faults are mended.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from policycli.errors import CatalogueError
from policycli.files import doubts
from policycli.files.faults import RULES
from policycli.files.formats import format_of
from policycli.files.places import Locate
from policycli.files.read import Ids, read
from policycli.finding import Finding, Rule, Rules
from policycli.records.model import Policy

__all__ = ["Checked", "check", "rules"]

Check = Callable[[Policy], Iterable[doubts.Doubt]]


class Checked(NamedTuple):
    """What a look through catalogue files found.

    Attributes:
        findings: Errors first, then the others, each in the order of the files.
        policies: How many policies the files without faults hold; ``measures`` likewise.
    """

    findings: tuple[Finding, ...]
    policies: int
    measures: int


def rules() -> Rules:
    """Every rule for catalogues by its name: this module imports all that register some."""
    return RULES


def check(files: Iterable[str]) -> Checked:
    """Read ``files`` (see ``catalogue_files``) and gather all that is wrong or doubtful."""
    found: list[Finding] = []
    doubtful: list[Finding] = []
    ids, checks = Ids(), _checks()
    counts = [0, 0]
    for file in files:
        try:
            policies = list(read(file))
        except CatalogueError as error:
            found += error.faults
            continue
        for policy in policies:
            ids.add(file, policy.id)
        counts = [counts[0] + len(policies), counts[1] + sum(len(p.measures) for p in policies)]
        doubtful += _doubts(file, policies, checks)
    return Checked((*found, *ids.faults, *doubtful), counts[0], counts[1])


def _checks() -> list[tuple[Rule, Check]]:
    """The checks of all rules, those that remember something as new."""
    registered = [(rule, rule.check) for rule in RULES.values() if rule.check]
    return [(rule, made() if isinstance(made, type) else made) for rule, made in registered]


def _doubts(
    file: str, policies: Iterable[Policy], checks: Iterable[tuple[Rule, Check]]
) -> Iterator[Finding]:
    locate: Locate | None = None
    for number, policy in enumerate(policies):
        for rule, look in checks:
            for key, what in look(policy):
                locate = locate or _locator(file)
                yield Finding(rule.name, what, file, *locate(number, key), rule.severity)


def _locator(file: str) -> Locate:
    with open(file, "rb") as opened:
        locate: Locate = format_of(file).load_reader().locate(opened.read())
    return locate
