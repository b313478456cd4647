"""What matched, in the words of the record."""

from itertools import islice

from policycli.index.fields import FIELDS, Line, lines
from policycli.records.model import Policy, Record
from policycli.search.answer import Match, weakest
from policycli.search.fit import Fit
from policycli.search.highlight import excerpt, joined, unfold
from policycli.search.rank import Ranked
from policycli.text.alphabet import Alphabet

__all__ = ["matches"]

Span = tuple[int, int]


def matches(
    head: Policy, record: Record, hit: Ranked, text: str, alphabet: Alphabet
) -> tuple[Match, ...]:
    """Where a candidate of this ``text`` matched, one match a line of the record, best first."""
    found: dict[int, list[tuple[Fit, Span]]] = {}
    for fit in filter(None, hit.fits):
        for start, end in fit.spans:
            number = text.count("\n", 0, start)
            begin = text.rfind("\n", 0, start) + 1
            found.setdefault(number, []).append((fit, (start - begin, end - begin)))
    every = list(islice(lines(head, record), max(found) + 1))  # names of codes come late and cost
    found_in = [_match(every[number], fits, alphabet) for number, fits in found.items()]
    return tuple(sorted(found_in, key=lambda match: -match.score))


def _match(line: Line, fits: list[tuple[Fit, Span]], alphabet: Alphabet) -> Match:
    field = FIELDS[line.code].key
    best = max((fit for fit, _span in fits), key=lambda fit: fit.score)
    spans = unfold(line.text, joined(span for _fit, span in fits), alphabet)
    text, inside = excerpt(line.text, spans)
    score, worth = 100 * best.score, FIELDS[line.code].weight
    how = weakest(fit.how for fit, _span in fits)
    return Match(field, how, text, inside, score, best.wording, best.cost, best.size, worth)
