"""What matched, in the words of the record."""

from policycli.index.fields import FIELDS, Line, lines
from policycli.records.model import Measure, Policy
from policycli.search.answer import How, Match
from policycli.search.highlight import excerpt, joined, unfold
from policycli.search.rank import Fit, Ranked
from policycli.text.alphabet import Alphabet

__all__ = ["matches"]

Span = tuple[int, int]

_ENGLISH = {"title_en", "summary_en", "policy.title_en"}
_OTHER_WORDS = {"keywords", "aliases", "policy.aliases"}


def matches(
    head: Policy, record: Policy | Measure, hit: Ranked, text: str, alphabet: Alphabet
) -> tuple[Match, ...]:
    """Where a candidate of this ``text`` matched, one match a line of the record, best first."""
    every = list(lines(head, record))
    found: dict[int, list[tuple[Fit, Span]]] = {}
    for fit in filter(None, hit.fits):
        for start, end in fit.spans:
            number = text.count("\n", 0, start)
            begin = text.rfind("\n", 0, start) + 1
            found.setdefault(number, []).append((fit, (start - begin, end - begin)))
    found_in = [_match(every[number], fits, alphabet) for number, fits in found.items()]
    return tuple(sorted(found_in, key=lambda match: -match.score))


def _match(line: Line, fits: list[tuple[Fit, Span]], alphabet: Alphabet) -> Match:
    field = FIELDS[line.code].key
    best = max((fit for fit, _span in fits), key=lambda fit: fit.score)
    spans = unfold(line.text, joined(span for _fit, span in fits), alphabet)
    text, inside = excerpt(line.text, spans)
    score, worth = 100 * best.score, FIELDS[line.code].weight
    how = _how(best, field)
    return Match(field, how, text, inside, score, best.wording, best.cost, best.size, worth)


def _how(fit: Fit, field: str) -> How:
    if fit.script == "initials":
        return "initials"
    if fit.script == "pinyin":
        return "phonetic"
    if fit.script == "synonym":
        return "synonym"
    if field in _ENGLISH:
        return "translation"
    if fit.cost:
        return "phonetic" if fit.alike else "fuzzy"
    return "synonym" if field in _OTHER_WORDS else "exact"
