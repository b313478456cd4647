"""What a value that was typed for a filter means, among those that the catalogue has."""

from collections.abc import Iterable, Sequence

from rapidfuzz import process
from rapidfuzz.fuzz import WRatio

from policycli import labels
from policycli.codes import CODES, chosen, wordings
from policycli.errors import UsageError
from policycli.language import N_, _, both
from policycli.text.alphabet import Alphabet

__all__ = ["NAMES", "filter_name", "meant"]

NAMES = {
    "region": N_("region"),
    "end": N_("end"),
    "theme": N_("theme"),
    "instrument": N_("instrument"),
    "level": N_("level"),
    "status": N_("status"),
    "year": N_("year"),
}
"""The filters, and what they are called."""

_FEW = 6  # so many values are all named to whoever typed another one
_NEAR = 3  # of more the nearest ones


def filter_name(word: str) -> str:
    """The filter with a name in either language; empty where there is none."""
    if word in NAMES:
        return word
    return next((name for name, label in NAMES.items() if word in both(label)), "")


def meant(name: str, value: str, known: Sequence[str], alphabet: Alphabet) -> list[str]:
    """The catalogue's own values that a typed one means: the same, else those that hold it.

    Args:
        name: Of the filter.
        value: A code, or a name in either language.
        known: The values there are.
        alphabet: Folds what was typed.

    Raises:
        UsageError: There is none; the sentence names those there are.
    """
    if name == "year":
        value = _year(value)
    if value in known:
        return [value]
    find = _regions if name == "region" else _named
    if found := find(name, value, known, alphabet):
        return found
    sentence = _("nothing has the {name} {value}; try one of: {hint}")
    hint = labels.join(_hints(name, value, known)) or "-"
    raise UsageError(sentence.format(name=_(NAMES[name]), value=value, hint=hint))


def _year(value: str) -> str:
    """The year of a date.

    Raises:
        UsageError: It is none.
    """
    from policycli.text.dates import iso

    found = iso(value)[:4]
    if not found:
        raise UsageError(_("{value} is not a year: write 2023").format(value=value))
    return found


def _named(name: str, value: str, known: Iterable[str], alphabet: Alphabet) -> list[str]:
    key = alphabet.fold(value).strip()
    names = {own: {alphabet.fold(word) for word in wordings(name, own)} for own in known}
    same = [own for own, words in names.items() if key in words]
    return same or [own for own, words in names.items() if _holds(words, key)]


def _regions(_name: str, value: str, known: Iterable[str], alphabet: Alphabet) -> list[str]:
    """The facets of a region; of several with one name those that rank highest."""
    from policycli.text.divisions import called, plain, prefix
    from policycli.text.regions import short_name

    if value.isdecimal():
        return [own for own in known if own == prefix(value)]
    folded = alphabet.fold(value)
    full, short = plain(folded), plain(short_name(folded))
    names = {own: called(own) for own in known}
    found = (
        [own for own, (whole, _others) in names.items() if full in whole]
        or [own for own, (_whole, others) in names.items() if full in others]
        or [own for own, (_whole, others) in names.items() if short in others | {own}]
        or [own for own, (_whole, others) in names.items() if _holds((*others, own), short)]
    )
    return [own for own in found if len(own) == min(map(len, found))]


def _holds(words: Iterable[str], part: str) -> bool:
    return bool(part) and any(part in word for word in words)


def _hints(name: str, value: str, known: Sequence[str]) -> list[str]:
    """The values there are, or the nearest of many, in the language of the screen."""
    if name == "region":
        known = [own for own in known if _is_whole(own)]
    codes = list(CODES.get(name, ()))
    if len(codes) <= _FEW and not any(value in wordings(name, code) for code in codes):
        known = list({*known, *codes})
    known = sorted(known, key=lambda own: codes.index(own) if own in codes else len(codes))
    if len(known) > _FEW:
        words = {word: own for own in known for word in wordings(name, own)}
        near = process.extract(value, list(words), scorer=WRatio, limit=_NEAR * 3)
        known = list(dict.fromkeys(words[word] for word, _score, _at in near))[:_NEAR]
    return [chosen(name, own) for own in known]


def _is_whole(own: str) -> bool:
    """Whether a facet of a region is the shortest that it has."""
    from policycli.text.divisions import division, prefix

    return not own.isdecimal() or (own == prefix(own) and division(own.ljust(6, "0")) is not None)
