"""What is wrong with catalogue files, and what is merely doubtful.

A file with faults gives no records, so doubts about it come up only once the faults are mended.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from policycli.errors import CatalogueError
from policycli.files import doubts
from policycli.files.faults import RULES
from policycli.files.formats import format_of
from policycli.files.places import Locate
from policycli.files.read import Ids, records
from policycli.finding import Finding, Rule, Rules
from policycli.records.model import Policy

__all__ = ["Checked", "check", "rules"]

Check = Callable[[Policy], Iterable[doubts.Doubt]]


class Checked(NamedTuple):
    """What a look through catalogue files found.

    Attributes:
        findings: Errors first, then the others, each in the order of the files.
        policies: How many policies the files without faults hold; the others likewise.
    """

    findings: tuple[Finding, ...]
    policies: int
    measures: int
    problems: int


def rules() -> Rules:
    """Every rule for catalogues by its name: this module imports all that register some."""
    return RULES


def check(files: Iterable[str]) -> Checked:
    """Read ``files`` (see ``catalogue_files``) and gather all that is wrong or doubtful."""
    found: list[Finding] = []
    doubtful: list[Finding] = []
    ids, checks = Ids(), _checks()
    counts: Counter[str] = Counter()
    for file in files:
        try:
            whole = list(records(file))
        except CatalogueError as error:
            found += error.faults
            continue
        policies = {n: record for n, record in enumerate(whole) if isinstance(record, Policy)}
        for record in whole:
            ids.add(file, record.id)
        counts["policies"] += len(policies)
        counts["measures"] += sum(len(policy.measures) for policy in policies.values())
        counts["problems"] += len(whole) - len(policies)
        doubtful += _doubts(file, policies, checks)
    numbers = counts["policies"], counts["measures"], counts["problems"]
    return Checked((*found, *ids.faults, *doubtful), *numbers)


def _checks() -> list[tuple[Rule, Check]]:
    """The checks of all rules, those that remember something as new."""
    registered = [(rule, rule.check) for rule in RULES.values() if rule.check]
    return [(rule, made() if isinstance(made, type) else made) for rule, made in registered]


def _doubts(
    file: str, policies: Mapping[int, Policy], checks: Iterable[tuple[Rule, Check]]
) -> Iterator[Finding]:
    """What is doubtful of policies, by their numbers in the file."""
    locate: Locate | None = None
    for number, policy in policies.items():
        for rule, look in checks:
            for key, what in look(policy):
                locate = locate or _locator(file)
                yield Finding(rule.name, what, file, *locate(number, key), rule.severity)


def _locator(file: str) -> Locate:
    with open(file, "rb") as opened:
        locate: Locate = format_of(file).load_reader().locate(opened.read())
    return locate
