"""Which words of a record are searched, and how much each field of it counts."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Literal

from policycli.codes import CODES
from policycli.records.fields import FIELDS as ROWS
from policycli.records.model import (
    Document,
    Figure,
    Measure,
    Policy,
    Problem,
    Record,
    Region,
    Step,
)
from policycli.tuples import NamedTuple

__all__ = ["FIELDS", "Field", "Line", "figure_text", "inherited_lines", "lines"]
__all__ += ["own_lines", "pack"]

_Texts = Callable[[Any], Iterable[str]]


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


class Line(NamedTuple):
    """One searched text of a record: ``code`` is its key in ``FIELDS``."""

    code: str
    text: str


class _Searched(NamedTuple):
    """A searched key: its code, its name in the record, and the texts that its value holds."""

    code: str
    key: str
    texts: _Texts


def _region_names(region: Region) -> tuple[str, str, str]:
    return region.name, region.name_en, region.code


def _titles(documents: Iterable[Document]) -> list[str]:
    return [document.title for document in documents]


def figure_text(figure: Figure) -> str:
    """A figure as people write and type it: ``3694万元 国家级科技资金``."""
    return f"{figure.value:g}{figure.unit} {figure.indicator}"


def _step_text(step: Step) -> str:
    return f"{step.actor} {step.action}".strip()


def _names(key: str, code: str) -> Iterable[str]:
    """A code of a closed list, or a theme, with its names in English and Chinese."""
    return dict.fromkeys((code, *CODES[key].get(code, ())))


def _alone(text: str) -> tuple[str]:
    return (text,)


def _as_they_are(texts: tuple[str, ...]) -> tuple[str, ...]:
    return texts


_TEXTS: dict[str, _Texts] = {
    "list": _as_they_are,
    "lines": _as_they_are,
    "region": _region_names,
    "documents": _titles,
    "figures": lambda figures: map(figure_text, figures),
    "steps": lambda steps: map(_step_text, steps),
}
_CODES: dict[str, _Texts] = {
    "level": lambda code: _names("level", code),
    "status": lambda code: _names("status", code),
    "end": lambda code: _names("end", code),
    "instrument": lambda code: _names("instrument", code),
    "themes": lambda themes: [name for theme in themes for name in _names("theme", theme)],
}
"""What has names beside what the record says, in both languages."""

_KINDS = (Policy, Measure, Problem)
_SEARCHED = [
    (kind, row.key, search, _CODES.get(row.key) or _TEXTS.get(row.kind, _alone))
    for kind in _KINDS
    for row in ROWS[kind]
    for search in (row.search, row.inherited)
    if search
]
_SEARCHED.sort(key=lambda searched: -searched[2].weight)

FIELDS = {
    search.code: Field("policy." * (search.kind == "inherited") + key, search.weight, search.kind)
    for _kind, key, search, _texts in _SEARCHED
}
"""The searched fields by the letters that the index knows them by, weightiest first."""

_OWN = {
    kind: [
        _Searched(search.code, key, texts)
        for of, key, search, texts in _SEARCHED
        if of is kind and search.kind != "inherited"
    ]
    for kind in _KINDS
}
_INHERITED = [
    _Searched(search.code, key, texts)
    for _kind, key, search, texts in _SEARCHED
    if search.kind == "inherited"
]


def lines(head: Policy, record: Record) -> Iterator[Line]:
    """The searched texts of a record, the most telling ones first; none is empty."""
    yield from own_lines(record)
    if isinstance(record, Measure):
        yield from inherited_lines(head)


def own_lines(record: Record) -> Iterator[Line]:
    """The searched texts of a record itself."""
    return _lines(record, _OWN[type(record)])


def inherited_lines(head: Policy) -> Iterator[Line]:
    """The texts of a policy by which its measures are found too."""
    return _lines(head, _INHERITED)


def _lines(record: Record, searched: Iterable[_Searched]) -> Iterator[Line]:
    for code, key, texts in searched:
        value = getattr(record, key)
        if value:  # most are empty in a law, and a million articles are many
            yield from [Line(code, text) for text in texts(value) if text]


def pack(folded: list[Line]) -> str:
    """Lines as one text: their codes, then each on a line of its own."""
    codes = "".join(line.code for line in folded)
    return "\n".join((codes, *(line.text for line in folded)))
