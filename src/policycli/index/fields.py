"""Which words of a record are searched, and how much each field of it counts."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Literal, NamedTuple

from policycli.records.model import Document, Figure, Measure, Policy, Region, Step

__all__ = ["FIELDS", "Field", "Line", "figure_text", "inherited_lines", "lines"]
__all__ += ["own_lines", "pack"]


class Field(NamedTuple):
    """A searched field.

    Attributes:
        key: As in the record; ``policy.`` in front where a measure has it from its policy.
        weight: 0-1, what a perfect match in this field is worth beside one in the title.
        kind: Whether it names the record (short, indexed in every way), names its policy, or
            describes it.
    """

    key: str
    weight: float
    kind: Literal["name", "inherited", "text"]


FIELDS = {
    "t": Field("title", 1.0, "name"),
    "i": Field("id", 0.99, "name"),
    "e": Field("title_en", 0.99, "name"),
    "a": Field("aliases", 0.98, "name"),
    "r": Field("region", 0.97, "name"),
    "n": Field("doc_number", 0.96, "name"),
    "d": Field("documents", 0.95, "name"),
    "k": Field("keywords", 0.94, "name"),
    "f": Field("figures", 0.93, "text"),
    "l": Field("lead", 0.92, "name"),
    "o": Field("issuers", 0.92, "name"),
    "p": Field("partners", 0.90, "text"),
    "h": Field("themes", 0.88, "name"),
    "g": Field("targets", 0.86, "text"),
    "c": Field("steps", 0.86, "text"),
    "s": Field("summary", 0.85, "text"),
    "x": Field("text", 0.85, "text"),
    "z": Field("summary_en", 0.84, "text"),
    "T": Field("policy.title", 0.90, "inherited"),
    "A": Field("policy.aliases", 0.89, "inherited"),
    "R": Field("policy.region", 0.89, "inherited"),
    "E": Field("policy.title_en", 0.88, "inherited"),
    "O": Field("policy.issuers", 0.84, "inherited"),
}


class Line(NamedTuple):
    """One searched text of a record: ``code`` is its key in ``FIELDS``."""

    code: str
    text: str


def lines(head: Policy, record: Policy | Measure) -> Iterator[Line]:
    """The searched texts of a record, the most telling ones first; none is empty."""
    yield from own_lines(record)
    if isinstance(record, Measure):
        yield from inherited_lines(head)


def own_lines(record: Policy | Measure) -> Iterator[Line]:
    """The searched texts of a record itself."""
    for code, name, texts in _POLICY if isinstance(record, Policy) else _MEASURE:
        value = getattr(record, name)
        if value:  # most are empty in a law, and a million articles are many
            yield from [Line(code, text) for text in texts(value) if text]


def inherited_lines(head: Policy) -> Iterator[Line]:
    """The texts of a policy by which its measures are found too."""
    every = (
        ("T", [head.title]),
        ("E", [head.title_en]),
        ("A", head.aliases),
        ("R", _region_names(head.region) if head.region else ()),
        ("O", head.issuers),
    )
    return (Line(code, text) for code, texts in every for text in texts if text)


def _region_names(region: Region) -> tuple[str, str]:
    return region.name, region.name_en


def _titles(documents: Iterable[Document]) -> list[str]:
    return [document.title for document in documents]


def figure_text(figure: Figure) -> str:
    """A figure as people write and type it: ``3694万元 国家级科技资金``."""
    return f"{figure.value:g}{figure.unit} {figure.indicator}"


def _step_text(step: Step) -> str:
    return f"{step.actor} {step.action}".strip()


def _alone(text: str) -> tuple[str]:
    return (text,)


def _as_they_are(texts: tuple[str, ...]) -> tuple[str, ...]:
    return texts


_Texts = Callable[[Any], Iterable[str]]
_POLICY: tuple[tuple[str, str, _Texts], ...] = (
    ("t", "title", _alone),
    ("i", "id", _alone),
    ("e", "title_en", _alone),
    ("a", "aliases", _as_they_are),
    ("r", "region", _region_names),
    ("n", "doc_number", _alone),
    ("d", "documents", _titles),
    ("k", "keywords", _as_they_are),
    ("o", "issuers", _as_they_are),
    ("h", "themes", _as_they_are),
    ("s", "summary", _alone),
    ("z", "summary_en", _alone),
)
_MEASURE: tuple[tuple[str, str, _Texts], ...] = (
    ("t", "title", _alone),
    ("i", "id", _alone),
    ("e", "title_en", _alone),
    ("d", "documents", _titles),
    ("k", "keywords", _as_they_are),
    ("f", "figures", lambda figures: map(figure_text, figures)),
    ("l", "lead", _alone),
    ("p", "partners", _as_they_are),
    ("h", "themes", _as_they_are),
    ("g", "targets", _as_they_are),
    ("c", "steps", lambda steps: map(_step_text, steps)),
    ("s", "summary", _alone),
    ("x", "text", _alone),
    ("z", "summary_en", _alone),
)


def pack(folded: list[Line]) -> str:
    """Lines as one text: their codes, then each on a line of its own."""
    codes = "".join(line.code for line in folded)
    return "\n".join((codes, *(line.text for line in folded)))
