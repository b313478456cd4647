"""The values that filters narrow by, one term each, such as ``end:supply`` or ``region:42``."""

import re
from collections.abc import Iterator
from functools import lru_cache

from policycli.records.model import Measure, Policy, Problem, Record, Region, relations
from policycli.text.alphabet import Alphabet
from policycli.text.dates import mentions
from policycli.text.divisions import division, plain
from policycli.text.titles import bare, short

__all__ = ["cited_facets", "facets", "own_facets", "title_facets"]

_NONE = {"end:", "instrument:"}
_QUOTED = re.compile("《([^《》]+)》")


def facets(head: Policy) -> set[str]:
    """The facets that a policy and all of its measures have."""
    found = {f"level:{head.level}"} if head.level else set()
    if head.region:
        found |= {f"region:{name}" for name in _regions(head.region)}
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


def title_facets(full: str, record: Record, alphabet: Alphabet) -> set[str]:
    """What a record is called, in full and in short, a measure's own id, and papers it names.

    A paper that the answer to a problem rests on is looked up where a policy names it.
    """
    called = [full, record.title, record.title_en]
    if isinstance(record, Policy):
        called += [*record.aliases, record.doc_number]
    named = () if isinstance(record, Problem) else record.documents
    papers = [document.title for document in named]
    keys = [("title", name) for name in called] + [("paper", title) for title in papers]
    keys += [("slug", record.id)]
    return {f"{what}:{key}" for what, name in keys if name for key in _compared(name, alphabet)}


@lru_cache(maxsize=1024)  # 第一条 is what an article of every law is called
def _compared(name: str, alphabet: Alphabet) -> tuple[str, str]:
    """A name as names are compared, in full and in short."""
    folded = alphabet.fold(name)
    return bare(folded), short(folded)


def cited_facets(policy: Policy, alphabet: Alphabet) -> set[str]:
    """The papers that a policy names somewhere in its text, by their usual short names."""
    texts = [measure.text or measure.summary for measure in policy.measures]
    cited = {title for text in (policy.summary, *texts) for title in _QUOTED.findall(text)}
    names = {short(alphabet.fold(title)) for title in cited}
    return {f"cites:{name}" for name in names - {short(alphabet.fold(policy.title))}}


def _contents(record: Policy | Measure) -> Iterator[str]:
    """What is read of a record by itself, so that those without it need not be read."""
    if record.documents:
        yield "documents"
    if isinstance(record, Policy):
        return
    if record.figures:
        yield "figures"
    told = record.date or record.deadline or (record.summary and any(mentions(record.summary)))
    if told or any(f.period for f in record.figures):
        yield "dates"


def _links(policy: Policy) -> set[str]:
    """What the policy names as changed, repealed and so on; by these its links are found."""
    named = list(relations(policy))
    repeals = {"links:repeals"} if any(kind == "repeals" for kind, _name in named) else set()
    return {f"names:{name}" for _kind, name in named} | repeals


def _regions(region: Region) -> Iterator[str]:
    """The codes of the region and of what it lies in, as short as filters have them.

    One that is no more has those of what took its place too; one without a code of GB/T 2260 goes
    by its names.
    """
    found = division(region.code)
    for code in (region.code, found.now if found else ""):
        if code:
            yield from (code[:2], code[:4], code)
    if not found:
        yield from (plain(name) for name in (region.name, region.name_en) if name)


def _dates(head: Policy, record: Policy | Measure) -> Iterator[str]:
    yield head.date
    yield from (document.date for document in record.documents)
    if isinstance(record, Measure):
        yield from (record.date, record.deadline)
        yield from (figure.period for figure in record.figures)
