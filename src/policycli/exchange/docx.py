"""Word: an excerpt laid out as an official paper, which an import takes whole again."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any
from xml.sax.saxutils import escape

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.part import Part as PackagePart

from policycli import labels
from policycli.exchange import EMPTY
from policycli.exchange.exported import kept
from policycli.exchange.official import WIDTH, begun, grid, heading, paragraph, saved
from policycli.ingest.readers.docx import RECORDS, read
from policycli.language import _, chinese
from policycli.records.ids import full_id
from policycli.records.model import Figure, Measure, Policy
from policycli.render.cells import string
from policycli.text.numerals import numeral
from policycli.views.facts import facts, prose, table

__all__ = ["content"]

_NARROW = 22  # millimetres: a column without sentences


def content(
    policies: Sequence[Policy], title: str, notes: Mapping[str, Sequence[str]] = EMPTY
) -> bytes:
    """Title, a section a policy with its measures numbered, and a table of all figures.

    Args:
        policies: With the measures that are to be in it.
        title: Of the paper.
        notes: Lines under the headings of records, by full ids.
    """
    paper = begun(title)
    paragraph(paper, "")
    for number, policy in enumerate(policies, 1):
        _policy(paper, number, policy, notes)
    _figures(paper, policies)
    _keep(paper, kept(policies, read(saved(paper))))
    return saved(paper)


def _keep(paper: Any, records: str) -> None:
    """Put the records in, so that an import has them whole; no reader of the paper sees them."""
    package = paper.part.package
    name = package.next_partname("/customXml/item%d.xml")
    xml = f'<records xmlns="{RECORDS}">{escape(records)}</records>'
    part = PackagePart(name, CT.XML, xml.encode(), package)
    paper.part.relate_to(part, RT.CUSTOM_XML)


def _policy(paper: Any, number: int, policy: Policy, notes: Mapping[str, Sequence[str]]) -> None:
    title = labels.called(policy, policy)
    heading(paper, 1, f"{numeral(number)}、{title}" if chinese() else f"{number}. {title}")
    for line in (*notes.get(policy.id, ()), *_facts(policy, "measures"), *prose(policy)):
        paragraph(paper, line)
    for at, measure in enumerate(policy.measures, 1):
        name = labels.called(measure, policy)
        heading(paper, 2, f"（{numeral(at)}）{name}" if chinese() else f"({at}) {name}")
        said = notes.get(full_id(policy.id, measure.id), ())
        for line in (*said, *prose(measure), *_facts(measure, "figures")):
            paragraph(paper, line)


def _facts(record: Policy | Measure, apart: str) -> Iterator[str]:
    """What the record says key by key: a value a line, several below their label."""
    for label, value in facts(record, (apart,)):
        first, *more = value.splitlines()
        yield _("{label}: {value}").format(label=label, value="" if more else first).rstrip()
        yield from ([first, *more] if more else ())


def _figures(paper: Any, policies: Iterable[Policy]) -> None:
    """All figures in one table, whose header is repeated on every page."""
    columns = table(Figure)
    rows = [
        [labels.called(m, policy), *(string(column.cell(figure)) for column in columns)]
        for policy in policies
        for m in policy.measures
        for figure in m.figures
    ]
    if not rows:
        return
    heading(paper, 1, _("Table of figures"))
    heads = [_("measure"), *(column.title for column in columns)]
    grid(paper, [heads, *rows], _widths(["text", *(column.kind for column in columns)]))


def _widths(kinds: Sequence[str]) -> list[float]:
    """Millimetres of columns: numbers, dates and codes need few, texts share the rest."""
    texts = kinds.count("text")
    rest = (WIDTH - _NARROW * (len(kinds) - texts)) / texts
    return [rest if kind == "text" else _NARROW for kind in kinds]
