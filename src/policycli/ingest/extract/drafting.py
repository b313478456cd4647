"""Blocks → draft records, with a note on everything that is uncertain in them."""

import os
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any

from policycli.ingest.extract.dates import known_day, title_year
from policycli.ingest.extract.draft import Check, Draft
from policycli.ingest.extract.figures import Found as Figured
from policycli.ingest.extract.figures import figures
from policycli.ingest.extract.front import Front, front
from policycli.ingest.extract.head import Head, head
from policycli.ingest.extract.ledgers.cells import THIS_YEAR
from policycli.ingest.extract.ledgers.context import policy_title
from policycli.ingest.extract.outline import DERIVED, Part, outline
from policycli.ingest.extract.papers import mask, papers
from policycli.ingest.extract.policy_ids import policy_id
from policycli.ingest.extract.proposals import proposals
from policycli.ingest.extract.responsible import FIRST_OF_SEVERAL, SEVERAL, responsible
from policycli.ingest.extract.split import split
from policycli.ingest.extract.tables import table_figures
from policycli.ingest.readers.blocks import Block, clean
from policycli.ingest.readers.read import STDIN
from policycli.language import N_, _
from policycli.records.model import Document, Measure, Policy, Relation, RelationType, Source
from policycli.text.part_marks import is_number

__all__ = ["drafts", "measure_of", "name_of", "policy_documents", "proposed"]

_RELATIONS: dict[str, RelationType] = {
    "basis": "based_on",
    "amended": "amends",
    "repealed": "repeals",
}
_BEFORE, _BEHIND = 12, 16  # characters around a figure that tell where it was read
_KEPT = ("issued", "amended", "repealed")

SPLIT = N_("the document was parted at its headings of level 1")
NO_MEASURES = N_("none were found")
PROPOSED = N_("proposed by these words")


def drafts(blocks: Sequence[Block], path: str, written: str = "") -> list[Draft]:
    """The policies of a document.

    Args:
        blocks: All of it.
        path: Of the file, whose name goes into ``source``.
        written: The date of the document, where it gives none itself.
    """
    around = front(blocks)
    parts = split(around.blocks)
    if len(parts) > 1:
        around = Front({}, ())
    found = [_draft(around._replace(blocks=tuple(part)), path, written) for part in parts]
    if len(found) > 1:
        note = Check("", "id", -1, SPLIT)
        found = [each._replace(checks=(note, *each.checks)) for each in found]
    return found


def _draft(around: Front, path: str, written: str) -> Draft:
    name = name_of(path)
    top = head(around, os.path.splitext(name)[0] or _("untitled"), written)
    year = title_year(top.title, top.date[:4])
    parts = outline(top.body, year)
    if parts and top.title.startswith("《") and all(part.who for part in parts):
        top = top._replace(title=policy_title(top.title)[0])  # 《某方案》任务分解表
    made = [proposed(*measure_of(part, top.date[:4], year)) for part in parts]
    measures = [measure for measure, _checks in made]
    noticed = tuple(each.document for each in papers(top.notice))
    documents = policy_documents(top.title, noticed, measures)
    url, retrieved = around.facts.get("url", ""), known_day(around.facts.get("retrieved", ""))
    policy = Policy(
        policy_id(top.title, top.doc_number),
        top.title,
        region=top.region,
        level=top.level,
        issuers=top.issuers,
        doc_number=top.doc_number,
        date=top.date,
        in_force_from=top.in_force_from,
        in_force_until=top.in_force_until,
        documents=documents,
        relations=tuple(_relations(top.title, noticed, parts, measures)),
        source=Source(top.title, name, url, retrieved),
        measures=tuple(measures),
    )
    checks = (*_head_checks(top, around.blocks, parts), *chain.from_iterable(c for _m, c in made))
    return Draft(policy, checks)


def name_of(path: str) -> str:
    """The name of a file as text, also where its bytes are none; empty for standard input."""
    name = "" if path == STDIN else os.path.basename(path)
    return clean(name.encode("utf-8", "surrogateescape").decode("utf-8", "replace"))


def _head_checks(top: Head, blocks: Sequence[Block], parts: Sequence[Part]) -> Iterator[Check]:
    for key, what in top.checks.items():
        yield Check("", key, -1, what, str(getattr(top, key, None) or ""))
    for block in blocks:
        if block.kind == "missing":
            yield Check("", "measures", -1, block.text)
    if not parts:
        yield Check("", "measures", -1, NO_MEASURES)
    if any(part.derived for part in parts):
        yield Check("", "measures", -1, DERIVED)


def measure_of(part: Part, written: str, year: str = "") -> tuple[Measure, list[Check]]:
    """A part of a paper of the year ``written`` as a measure, and what is uncertain about it.

    Its deadlines are in ``year`` where they name none.
    """
    text = mask(part.prose)
    numbers = [*figures(text, written)]
    for table in part.tables:
        numbers += table_figures(table, written)
    numbers = list({each.figure: each for each in reversed(numbers)}.values())[::-1]
    named = papers(part.text)
    who = part.who or responsible(part.text, year)
    checks = [
        Check(part.id, "figures", at, what, _words(part, each))
        for at, each in enumerate(numbers)
        for what in each.checks
    ]
    checks += [
        Check(part.id, "documents", at, each.check, each.document.title)
        for at, each in enumerate(named)
        if each.check
    ]
    doubt = FIRST_OF_SEVERAL if part.who is None else SEVERAL
    checks += [Check(part.id, "lead", -1, doubt, who.lead)] if who.doubtful else []
    checks += [Check(part.id, "deadline", -1, THIS_YEAR, who.deadline)] if who.year_of_paper else []
    measure = Measure(
        part.id,
        part.title,
        text=part.text,
        locator=part.locator,
        lead=who.lead,
        partners=who.partners,
        figures=tuple(each.figure for each in numbers),
        documents=tuple(each.document for each in named),
        deadline=who.deadline,
    )
    return measure, checks


def proposed(measure: Measure, checks: list[Check]) -> tuple[Measure, list[Check]]:
    """A measure with the end, instrument and themes that its words propose, each with a mark.

    What is known of it already stays.
    """
    if measure.id.startswith("preamble") or is_number(measure.title):
        return measure, checks
    for key, values, words in proposals(measure.title, measure.text or measure.summary):
        if getattr(measure, key):
            continue
        value: dict[str, Any] = {key: values if key == "themes" else values[0]}
        measure = measure._replace(**value)
        checks = [*checks, Check(measure.id, key, -1, PROPOSED, "、".join(words))]
    return measure, checks


def _words(part: Part, found: Figured) -> str:
    """The words that a figure was read from; of a table, what it counts."""
    near = part.prose[max(found.at - _BEFORE, 0) : found.at + _BEHIND] if found.at else ""
    return near.replace("\n", " ") or found.figure.indicator


def policy_documents(
    title: str, noticed: Sequence[Document], measures: Sequence[Measure]
) -> tuple[Document, ...]:
    """Papers that the policy issued, changed or rests on, and those that its title names."""
    opening = (*noticed, *(measures[0].documents if measures else ()))
    own = (d for measure in measures for d in measure.documents)
    changed = (d for d in chain(noticed, own) if d.role in _KEPT)
    basis = (d for d in opening if d.role == "basis")
    best: dict[str, Document] = {}
    for document in chain((each.document for each in papers(title)), changed, basis):
        known = best.get(document.title)
        if not known or (known.role == document.role and document.date and not known.date):
            best[document.title] = document
    return tuple(best.values())


def _relations(
    title: str, noticed: Sequence[Document], parts: Sequence[Part], measures: Sequence[Measure]
) -> Iterator[Relation]:
    """What the paper as a whole does to others: its basis stands in its first article."""
    found: dict[Relation, None] = {}
    in_title = papers(title)
    for each in in_title:
        if "解读" in title[each.at :]:
            found[Relation("interprets", each.document.title)] = None
        elif "转发" in title[: each.at]:
            found[Relation("forwards", each.document.title)] = None
    for document in noticed:
        if kind := _RELATIONS.get(document.role):
            found[Relation(kind, document.title)] = None
    articles = any(part.id.startswith("article-") for part in parts)
    for at, measure in enumerate(measures):
        first = not articles or at == 0 or parts[at].id in ("preamble", "article-1")
        for document in measure.documents:
            kind = _RELATIONS.get(document.role)
            if kind and (first or kind != "based_on"):
                found[Relation(kind, document.title)] = None
    yield from found
