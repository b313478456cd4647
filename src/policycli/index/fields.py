"""Which words of a record are searched, and how much each field of it counts."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from policycli.model import Figure, Measure, Policy, Step

__all__ = ["FIELDS", "Field", "Line", "figure_text", "lines", "pack"]


class Field(NamedTuple):
    """A searched field.

    Attributes:
        key: As in the record; ``policy.`` in front where a measure has it from its policy.
        weight: 0-1, what a perfect match in this field is worth beside one in the title.
        name: Whether it names the record (short, searched in every way) or describes it.
    """

    key: str
    weight: float
    name: bool


FIELDS = {
    "t": Field("title", 1.0, True),
    "i": Field("id", 0.99, True),
    "e": Field("title_en", 0.99, True),
    "a": Field("aliases", 0.98, True),
    "r": Field("region", 0.97, True),
    "n": Field("doc_number", 0.96, True),
    "d": Field("documents", 0.95, True),
    "k": Field("keywords", 0.94, True),
    "f": Field("figures", 0.93, False),
    "l": Field("lead", 0.92, True),
    "o": Field("issuers", 0.92, True),
    "p": Field("partners", 0.90, False),
    "h": Field("themes", 0.88, True),
    "g": Field("targets", 0.86, False),
    "c": Field("steps", 0.86, False),
    "s": Field("summary", 0.85, False),
    "x": Field("text", 0.85, False),
    "z": Field("summary_en", 0.84, False),
    "T": Field("policy.title", 0.90, False),
    "A": Field("policy.aliases", 0.89, False),
    "R": Field("policy.region", 0.89, False),
    "E": Field("policy.title_en", 0.88, False),
    "O": Field("policy.issuers", 0.84, False),
}


class Line(NamedTuple):
    """One searched text of a record: ``code`` is its key in ``FIELDS``."""

    code: str
    text: str


def lines(head: Policy, record: Policy | Measure) -> Iterator[Line]:
    """The searched texts of a record, the most telling ones first; none is empty."""
    every = _policy(record) if isinstance(record, Policy) else _measure(head, record)
    return (line for line in every if line.text)


def _policy(policy: Policy) -> Iterator[Line]:
    yield Line("t", policy.title)
    yield Line("i", policy.id)
    yield Line("e", policy.title_en)
    yield from _each("a", policy.aliases)
    yield from _region("r", policy)
    yield Line("n", policy.doc_number)
    yield from _each("d", (document.title for document in policy.documents))
    yield from _each("k", policy.keywords)
    yield from _each("o", policy.issuers)
    yield from _each("h", policy.themes)
    yield Line("s", policy.summary)
    yield Line("z", policy.summary_en)


def _measure(head: Policy, measure: Measure) -> Iterator[Line]:
    yield Line("t", measure.title)
    yield Line("i", measure.id)
    yield Line("e", measure.title_en)
    yield from _each("d", (document.title for document in measure.documents))
    yield from _each("k", measure.keywords)
    yield from _each("f", map(figure_text, measure.figures))
    yield Line("l", measure.lead)
    yield Line("T", head.title)
    yield from _each("A", head.aliases)
    yield from _region("R", head)
    yield from _each("p", measure.partners)
    yield from _each("h", measure.themes)
    yield from _each("g", measure.targets)
    yield from _each("c", map(_step_text, measure.steps))
    yield Line("s", measure.summary)
    yield Line("x", measure.text)
    yield Line("E", head.title_en)
    yield from _each("O", head.issuers)
    yield Line("z", measure.summary_en)


def _each(code: str, texts: Iterable[str]) -> Iterator[Line]:
    return (Line(code, text) for text in texts)


def _region(code: str, policy: Policy) -> Iterator[Line]:
    if policy.region:
        yield Line(code, policy.region.name)
        yield Line(code, policy.region.name_en)


def figure_text(figure: Figure) -> str:
    """A figure as people write and type it: ``3694万元 国家级科技资金``."""
    return f"{figure.value:g}{figure.unit} {figure.indicator}"


def _step_text(step: Step) -> str:
    return f"{step.actor} {step.action}".strip()


def pack(folded: list[Line]) -> str:
    """Lines as one text: their codes, then each on a line of its own."""
    codes = "".join(line.code for line in folded)
    return "\n".join((codes, *(line.text for line in folded)))
