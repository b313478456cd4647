"""What matched, told in the words of the record."""

from policycli.index.fields import FIELDS, Line, lines
from policycli.model import Measure, Policy
from policycli.search.answer import How, Match
from policycli.search.highlight import excerpt, unfold
from policycli.search.rank import Fit, Ranked
from policycli.text.alphabet import Alphabet

__all__ = ["matches"]

_ENGLISH = {"title_en", "summary_en", "policy.title_en"}
_OTHER_WORDS = {"keywords", "aliases", "policy.aliases"}


def matches(
    head: Policy, record: Policy | Measure, ranked: Ranked, alphabet: Alphabet
) -> tuple[Match, ...]:
    """Where a ranked candidate matched, one match a line of the record, best first."""
    every = list(lines(head, record))
    ends = _ends(every, alphabet)
    found: dict[int, list[tuple[Fit, tuple[int, int]]]] = {}
    for fit in filter(None, ranked.fits):
        for start, end in fit.spans:
            at = next(number for number, last in enumerate(ends) if start < last or end <= last)
            before = ends[at - 1] + 1 if at else 0
            found.setdefault(at, []).append((fit, (start - before, end - before)))
    told = [_match(every[at], fits, alphabet) for at, fits in found.items()]
    return tuple(sorted(told, key=lambda match: -match.score))


def _ends(every: list[Line], alphabet: Alphabet) -> list[int]:
    """Where each line ends in the text of a candidate (see ``fields.pack``)."""
    ends: list[int] = []
    for line in every:
        ends.append((ends[-1] + 1 if ends else 0) + len(alphabet.fold(line.text)))
    return ends


def _match(line: Line, fits: list[tuple[Fit, tuple[int, int]]], alphabet: Alphabet) -> Match:
    field = FIELDS[line.code].key
    best = max((fit for fit, _span in fits), key=lambda fit: fit.score)
    spans = unfold(line.text, sorted({span for _fit, span in fits}), alphabet)
    return Match(field, _how(best, field), *excerpt(line.text, spans), 100 * best.score)


def _how(fit: Fit, field: str) -> How:
    if fit.script == "initials":
        return "initials"
    if fit.script == "pinyin":
        return "phonetic"
    if field in _ENGLISH:
        return "translation"
    if fit.cost:
        return "phonetic" if fit.alike else "fuzzy"
    return "synonym" if field in _OTHER_WORDS else "exact"
