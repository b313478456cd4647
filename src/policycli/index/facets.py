"""The values that filters narrow by, one term each, such as ``end:supply`` or ``region:42``."""

import re
from collections.abc import Iterator

from policycli.model import Document, Measure, Policy, Region
from policycli.text.alphabet import Alphabet
from policycli.text.regions import PROVINCES, short_name

__all__ = ["facets", "region_key"]

_YEAR = re.compile(r"\d{4}")


def facets(head: Policy, record: Policy | Measure, alphabet: Alphabet) -> set[str]:
    """All facets of a record; a measure has its policy's region, level and status as well."""
    found = {f"level:{head.level}", f"status:{record.status or head.status}"}
    found |= {f"theme:{theme}" for theme in record.themes}
    found |= {f"year:{year}" for year in _years(head, record)}
    if head.region:
        found |= {f"region:{name}" for name in _regions(head.region, alphabet)}
    if isinstance(record, Measure):
        found |= {f"end:{record.end}", f"instrument:{record.instrument}"}
    return {facet for facet in found if not facet.endswith(":")}


def _regions(region: Region, alphabet: Alphabet) -> Iterator[str]:
    """The codes of the region and of what it lies in, and the names of both."""
    yield from (region.code[:2], region.code[:4], region.code)
    names = (region.name, PROVINCES.get(region.code[:2], ""), region.name_en)
    yield from (region_key(name, alphabet) for name in names if name)


def region_key(name: str, alphabet: Alphabet) -> str:
    """A region's name as it is compared: 贵州 for 贵州省, ``innermongolia``."""
    return short_name(alphabet.fold(name).replace(" ", ""))


def _years(head: Policy, record: Policy | Measure) -> set[str]:
    documents: tuple[Document, ...] = record.documents
    dates = [head.date, *(document.date for document in documents)]
    if isinstance(record, Measure):
        dates += [record.deadline, *(figure.period for figure in record.figures)]
    return {year for date in dates for year in _YEAR.findall(date)}
