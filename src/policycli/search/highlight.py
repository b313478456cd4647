"""From places in folded lines back to the words of the record."""

from collections.abc import Iterable

from policycli.text.alphabet import Alphabet

__all__ = ["excerpt", "joined", "unfold"]

_AROUND = 18  # characters kept on either side of what matched in a long text


def joined(spans: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Spans in order and without overlaps: those that touch are one."""
    whole: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if whole and start <= whole[-1][1]:
            whole[-1] = (whole[-1][0], max(end, whole[-1][1]))
        else:
            whole.append((start, end))
    return tuple(whole)


def unfold(
    text: str, spans: Iterable[tuple[int, int]], alphabet: Alphabet
) -> tuple[tuple[int, int], ...]:
    """Spans of ``alphabet.fold(text)`` as spans of ``text``."""
    places, spans = alphabet.places(text), [span for span in spans if span[0] < span[1]]
    if isinstance(places, range):
        return tuple(spans)
    return tuple((places[start], places[end - 1] + 1) for start, end in spans)


def excerpt(
    text: str, spans: tuple[tuple[int, int], ...]
) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The part of a long text around its first span, and the spans that lie in it."""
    first = spans[0][0] if spans else 0
    low = first - _AROUND if first > 2 * _AROUND else 0
    high = max(first + 4 * _AROUND, spans[0][1] if spans else 0)
    before, after = "…" if low else "", "…" if high < len(text) else ""
    shift = len(before) - low
    inside = tuple((a + shift, b + shift) for a, b in spans if low <= a and b <= high)
    return before + text[low:high] + after, inside
