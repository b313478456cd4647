"""Ledgers and task tables as offices keep them → drafts."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from policycli.ingest.extract.doc_numbers import doc_number
from policycli.ingest.extract.draft import Check, Draft
from policycli.ingest.extract.drafting import measure_of, policy_documents, proposed
from policycli.ingest.extract.ledgers import cells
from policycli.ingest.extract.ledgers.book import Item, Of
from policycli.ingest.extract.outline import DERIVED, Part, title_of
from policycli.ingest.extract.papers import papers
from policycli.ingest.extract.place import place_of
from policycli.ingest.extract.policy_ids import policy_id
from policycli.language import N_, _
from policycli.records.model import Document, Figure, Measure, Policy, Region, Source
from policycli.text.divisions import Division, find, leading

__all__ = ["draft"]

NO_REGION = N_("no division is called {text}")
REGIONS = N_("the ledger names several: {text}")
BY_SHEET = N_("from the name of the sheet")

Noted = dict[str, str]


class _Made(NamedTuple):
    """A measure, and what is uncertain about it."""

    measure: Measure
    checks: tuple[Check, ...]
    derived: bool


def draft(policy: Of, file: str, several: bool) -> Draft:
    """The draft of a policy whose rows are read.

    Args:
        policy: All that the ledger says of it.
        file: The name of the ledger's file.
        several: Whether the ledger has several sheets, so that the source names the one.
    """
    noted: Noted = {}
    said = policy.values
    _part_validity(said)
    issuers = cells.joint(said.get("policy.issuers", ""))
    number = doc_number([said.get("policy.doc_number", "")])[0] or said.get("policy.doc_number", "")
    day = _date(said, "policy.date", noted)
    made = [_measure(at, each, policy, day) for at, each in enumerate(policy.items, 1)]
    measures = [each.measure for each in made]
    region, level = _place(policy, issuers, noted)
    record = Policy(
        policy_id(policy.title, number),
        policy.title,
        aliases=tuple(cells.listed(said.get("policy.aliases", ""))),
        region=region,
        level=level,
        issuers=tuple(issuers),
        doc_number=number,
        date=day,
        in_force_from=_date(said, "policy.in_force_from", noted),
        in_force_until=_date(said, "policy.in_force_until", noted),
        status=_code(said, "policy.status", noted),
        themes=tuple(cells.listed(said.get("policy.themes", ""))),
        summary=said.get("policy.summary", ""),
        keywords=tuple(cells.listed(said.get("policy.keywords", ""))),
        documents=_documents(policy, measures),
        source=_source(policy, file, several),
        measures=tuple(measures),
    )
    return Draft(record, tuple(_checks(policy, noted, made)), rows=True)


def _checks(policy: Of, noted: Noted, made: Sequence[_Made]) -> Iterator[Check]:
    if any(each.derived for each in made):
        yield Check("", "measures", -1, DERIVED)
    yield from (Check("", key, -1, what) for key, what in noted.items())
    yield from policy.checks
    for each in made:
        yield from each.checks


def _part_validity(said: dict[str, str]) -> None:
    """Make two dates of a time of validity, in whichever column it stands."""
    first, last = "policy.in_force_from", "policy.in_force_until"
    for key in (first, last):
        if both := cells.between(said.get(key, "")):
            said[key] = both[key == last]
            said.setdefault(last if key == first else first, both[key != last])


def _date(said: Mapping[str, str], key: str, noted: Noted) -> str:
    """A date that the ledger gives."""
    text = said.get(key, "")
    if not text:
        return ""
    found = cells.date(text)
    if found.check and key.endswith("until"):
        end = cells.deadline(text)
        found = end if end.value[:4].isdecimal() and len(end.value) <= 10 else found
    if found.check:
        noted[key.rpartition(".")[2]] = found.check
    return found.value


def _code(said: Mapping[str, str], key: str, noted: Noted) -> Any:
    """A code; one of these that a key takes, or none."""
    text = said.get(key, "")
    found = cells.code(key.rpartition(".")[2], text) if text else cells.Said()
    if found.check:
        noted[key.rpartition(".")[2]] = found.check
    return found.value


def _place(policy: Of, issuers: Sequence[str], noted: Noted) -> tuple[Region | None, str]:
    """Region and level: as the ledger says, else as the issuers have them."""
    found: Noted = {}
    region, level = place_of(policy.title, issuers, found)
    named = policy.values.get("policy.region") or policy.values.get("region.name", "")
    if named:
        region = _named_region(named, found) or region
    elif region is None and level != "国家级":
        place = leading(policy.sheet)
        if place and policy.sheet in (place.name, *_short(place.name)):
            region, found["region"] = Region(place.code, place.name), BY_SHEET
    noted.update(found)
    own = _code(policy.values, "policy.level", noted)
    return region, own or level


def _named_region(named: str, found: Noted) -> Region | None:
    """The region that the ledger names, the narrowest of it; of several that which holds them."""
    found.pop("region", None)
    lines = named.split("\n")
    single = [line for line in lines if len(cells.bodies(line)) < 2]
    place = _narrowest("".join(single))
    if len(single) < len(lines):
        found["region"] = _(REGIONS).format(text="、".join(lines))
    elif not place:
        found["region"] = _(NO_REGION).format(text=named)
    return Region(place.code, place.name) if place else None


def _narrowest(named: str) -> Division | None:
    """The division that a cell names, or several side by side: 湖州市 of 浙江省 and 湖州市."""
    whole = "".join(named.split())
    return next(iter(find(whole)), None) or leading(whole)


def _short(name: str) -> Iterator[str]:
    from policycli.text.regions import short_name

    yield short_name(name)


def _documents(policy: Of, measures: Sequence[Measure]) -> tuple[Document, ...]:
    """The papers that title and measures name, and those that the ledger calls its basis."""
    named = policy_documents(policy.title, (), measures)
    return _with_basis(named, policy.values.get("policy.documents", ""))


def _with_basis(named: tuple[Document, ...], text: str) -> tuple[Document, ...]:
    """Papers, and those behind them that a cell calls the basis."""
    basis = [each.document._replace(role="basis") for each in papers(text)]
    if text and not basis:
        basis = [Document(each, role="basis") for each in text.split("\n")]
    own = [each for each in basis if each.title not in {known.title for known in named}]
    return (*named, *own)


def _source(policy: Of, file: str, several: bool) -> Source:
    place = f"{file} {policy.sheet}" if several and file else file
    address = policy.values.get("source.url", "")
    found = re.search(r"https?://\S+", address)
    url = found[0] if found else policy.values.get("link", "")
    return Source(policy.values.get("source.title", ""), place, url)


def _measure(number: int, item: Item, policy: Of, day: str) -> _Made:
    id = f"item-{number}"
    said = item.values
    text = item.text or item.title
    whole = "\n".join([text, *item.more])
    title, derived = (item.title, False) if item.text and item.title else _title(text)
    part = Part(id, title, whole, said.get("locator", ""), "\n".join([item.title, whole]))
    measure, checks = measure_of(part, day[:4])
    noted: Noted = {}
    if said.get("lead") or said.get("partners"):
        measure, checks = _responsible(measure, said, noted), [c for c in checks if c.key != "lead"]
    if said.get("deadline"):
        until = cells.deadline(said["deadline"], policy.year)
        measure = measure._replace(deadline=until.value)
        noted |= {"deadline": until.check} if until.check else {}
    if item.figures:
        measure, checks = _counted(measure, item.figures, checks)
    if said.get("how") == "summary":
        measure = measure._replace(summary=measure.text, text="")
    measure = measure._replace(
        end=_code(said, "end", noted),
        instrument=_code(said, "instrument", noted),
        themes=tuple(cells.listed(said.get("themes", ""))),
        keywords=tuple(cells.listed(said.get("keywords", ""))),
        targets=tuple(cells.listed(said.get("targets", ""))),
        documents=_with_basis(measure.documents, said.get("documents", "")),
    )
    marks = [*checks, *(Check(id, key, -1, what) for key, what in noted.items())]
    measure, marks = proposed(measure, marks)
    return _Made(measure, tuple(marks), derived)


def _title(text: str) -> tuple[str, bool]:
    title, whole = title_of(text)
    return title.rstrip("；，、"), not whole


def _responsible(measure: Measure, said: Mapping[str, str], noted: Noted) -> Measure:
    named = cells.responsible(said.get("lead", ""))
    lead, partners, doubt = cells.led(named, measure.lead)
    partners += cells.issuers(said.get("partners", ""))
    if doubt and not said.get("partners"):
        noted["lead"] = doubt
    return measure._replace(
        lead=lead, partners=tuple(name for name in dict.fromkeys(partners) if name != lead)
    )


def _counted(
    measure: Measure, figures: tuple[Figure, ...], checks: Iterable[Check]
) -> tuple[Measure, list[Check]]:
    """The figures of columns of numbers instead of those that their words give."""
    known = {(figure.value, figure.unit) for figure in figures}
    others = [f for f in measure.figures if (f.value, f.unit) not in known]
    kept = [check for check in checks if check.key != "figures"]
    return measure._replace(figures=(*figures, *others)), kept
