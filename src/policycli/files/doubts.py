"""What is doubtful in a catalogue without faults: one check a rule, each with its name.

A check takes the policies of all files one after the other, and yields the key in the policy and a
clause for each doubt. One that has to remember what came before is a class.
"""

from collections.abc import Iterator

from policycli.files.faults import RULES, Key, shown
from policycli.files.rules import INSTRUMENTS
from policycli.language import N_, _
from policycli.records.model import Policy
from policycli.text.titles import Titles, bare

__all__ = ["Doubt"]

Doubt = tuple[Key, str]
"""Where in a policy, and what is doubtful there."""


@RULES.finding("no-source", "warning", N_("A policy does not say where it is taken from."))
def no_source(policy: Policy) -> Iterator[Doubt]:
    """Policies without source."""
    if policy.source is None:
        yield (), _("no source: nobody can check it")


@RULES.finding("no-date", "warning", N_("A policy has no date."))
def no_date(policy: Policy) -> Iterator[Doubt]:
    """Policies without date."""
    if not policy.date:
        yield (), _("no date: nobody can tell how old it is")


@RULES.finding("unnamed-instrument", "warning", N_("The program has no name for an instrument."))
def unnamed_instrument(policy: Policy) -> Iterator[Doubt]:
    """Measures with a code of the STIP Compass that has no name here."""
    for at, measure in enumerate(policy.measures):
        if measure.instrument and measure.instrument not in INSTRUMENTS:
            what = _("{code} is not an instrument that the program can name")
            yield ("measures", at, "instrument"), what.format(code=shown(measure.instrument))


@RULES.finding("no-period", "warning", N_("A figure does not say which time it is about."))
def no_period(policy: Policy) -> Iterator[Doubt]:
    """Figures without period."""
    for at, measure in enumerate(policy.measures):
        for n, figure in enumerate(measure.figures):
            if not figure.period:
                what = _("the figure {indicator} has no period")
                key: Key = ("measures", at, "figures", n)
                yield key, what.format(indicator=shown(figure.indicator))


@RULES.finding("one-number", "warning", N_("Two policies have the same number (发文字号)."))
class OneNumber:
    """Policies with the number of one before, unless one says how it follows the other."""

    def __init__(self) -> None:
        self._numbered: dict[str, Policy] = {}

    def __call__(self, policy: Policy) -> Iterator[Doubt]:
        number = bare(policy.doc_number)
        first = self._numbered.setdefault(number, policy) if number else policy
        if first is not policy and not (_names(first, policy) or _names(policy, first)):
            what = _("{number} is the number of {id} too: are they one paper?")
            yield ("doc_number",), what.format(number=policy.doc_number, id=first.id)


def _names(one: Policy, other: Policy) -> bool:
    return any(relation.target in (other.id, other.title) for relation in one.relations)


@RULES.finding(
    "two-titles",
    "warning",
    N_(
        "A document goes by two titles: the same but for 中华人民共和国 in front, （试行） behind, "
        "quotes, spaces or brackets, and within one policy also without its region in front or "
        "with a slip of one character."
    ),
)
class TwoTitles:
    """Documents that seem to have been named by another title before."""

    def __init__(self) -> None:
        self._titles = Titles()

    def __call__(self, policy: Policy) -> Iterator[Doubt]:
        for key, title in _documents(policy):
            other = self._titles.other(title, policy.id)
            if other:
                what = _("《{title}》 seems to be what is elsewhere called 《{other}》")
                yield key, what.format(title=title, other=other)


def _documents(policy: Policy) -> Iterator[tuple[Key, str]]:
    for n, document in enumerate(policy.documents):
        yield ("documents", n), document.title
    for at, measure in enumerate(policy.measures):
        for n, document in enumerate(measure.documents):
            yield ("measures", at, "documents", n), document.title
