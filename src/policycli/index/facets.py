"""The values that filters narrow by, one term each, such as ``end:supply`` or ``region:42``."""

import re
from collections.abc import Iterator

from policycli.records.model import Measure, Policy, Region, relations
from policycli.text.alphabet import Alphabet
from policycli.text.dates import mentions
from policycli.text.regions import PROVINCES, short_name

__all__ = ["facets", "own_facets", "region_key"]

_NONE = {"end:", "instrument:"}


def facets(head: Policy, alphabet: Alphabet) -> set[str]:
    """The facets that a policy and all of its measures have."""
    found = {f"level:{head.level}"} if head.level else set()
    if head.region:
        found |= {f"region:{name}" for name in _regions(head.region, alphabet)}
    return found


def own_facets(head: Policy, record: Policy | Measure) -> set[str]:
    """The facets of one record; a measure has its policy's status where it has none itself."""
    found = {f"theme:{theme}" for theme in record.themes}
    years = (re.findall(r"\d{4}", date) for date in _dates(head, record))
    found.update(f"year:{year}" for each in years for year in each)
    if record.status or head.status:
        found.add(f"status:{record.status or head.status}")
    found.update(f"has:{what}" for what in _contents(record))
    if isinstance(record, Measure):
        return found | {f"end:{record.end}", f"instrument:{record.instrument}"} - _NONE
    return found | {f"called:{name}" for name in (record.id, record.title)} | _links(record)


def _contents(record: Policy | Measure) -> Iterator[str]:
    """What is read of a record by itself, so that those without it need not be read."""
    if record.documents:
        yield "documents"
    if isinstance(record, Policy):
        return
    if record.figures:
        yield "figures"
    if record.deadline or any(f.period for f in record.figures) or any(mentions(record.summary)):
        yield "dates"


def _links(policy: Policy) -> set[str]:
    """What the policy names as changed, repealed and so on; by these its links are found."""
    named = list(relations(policy))
    repeals = {"links:repeals"} if any(kind == "repeals" for kind, _name in named) else set()
    return {f"names:{name}" for _kind, name in named} | repeals


def _regions(region: Region, alphabet: Alphabet) -> Iterator[str]:
    """The codes of the region and of what it lies in, and the names of both."""
    yield from (region.code[:2], region.code[:4], region.code)
    names = (region.name, PROVINCES.get(region.code[:2], ""), region.name_en)
    yield from (region_key(name, alphabet) for name in names if name)


def region_key(name: str, alphabet: Alphabet) -> str:
    """A region's name as it is compared: 贵州 for 贵州省, ``innermongolia``."""
    return short_name(alphabet.fold(name).replace(" ", ""))


def _dates(head: Policy, record: Policy | Measure) -> Iterator[str]:
    yield head.date
    yield from (document.date for document in record.documents)
    if isinstance(record, Measure):
        yield record.deadline
        yield from (figure.period for figure in record.figures)
