"""Words of a query that narrow instead of being looked for.

``region:贵州 doc:实施意见 "一致性评价" -铜陵 台账`` asks for 台账 in Guizhou, where such a document
is named, with the quoted words as they stand, and without 铜陵. A colon, a quote or a hyphen
that does not make sense so is plain text.
"""

from policycli.errors import UsageError
from policycli.language import N_, _, both
from policycli.search.filters import Filters
from policycli.tuples import NamedTuple

__all__ = ["LONGEST", "Request", "check_query", "parse"]

LONGEST = 10_000  # characters of a query; a sentence has a hundred, a long paragraph a thousand

_QUOTES = {'"': '"', "“": "”"}
_COLONS = ":："
_DOCUMENT = "doc"


class Request(NamedTuple):
    """A query taken apart.

    Attributes:
        text: What is to be looked for.
        filters: From field words such as ``region:贵州``.
        documents: Titles, or parts of them, of documents that a record must name.
        phrases: What must stand in a record to the letter.
        without: What must not stand in it.
    """

    text: str
    filters: Filters
    documents: tuple[str, ...]
    phrases: tuple[str, ...]
    without: tuple[str, ...]


def parse(typed: str) -> Request:
    """Take field words, phrases and exclusions out of a query.

    A query of nothing else looks for the values themselves: ``region:贵州`` for 贵州 there.
    """
    fields: dict[str, list[str]] = {}
    phrases: list[str] = []
    without: list[str] = []
    rest: list[str] = []
    for word in _words(typed):
        name, value = _field(word)
        if value:
            fields.setdefault(name, []).append(value)
        elif (quoted := _unquoted(word)) != word:
            phrases.append(quoted)
        elif word.startswith("-") and any(map(str.isalpha, word)):
            without.append(_unquoted(word[1:]))
        else:
            rest.append(word)
    documents = fields.pop(_DOCUMENT, [])
    named = [value for values in fields.values() for value in values]
    text = " ".join(rest + phrases) or " ".join(documents + named)
    filters = Filters.of(**fields)
    return Request(text, filters, tuple(documents), tuple(phrases), tuple(without))


def check_query(typed: object) -> None:
    """See to it that what was typed, piped in or handed over is a query, and answered at once.

    Raises:
        UsageError: It is no text, or has more than ``LONGEST`` characters.
    """
    if not isinstance(typed, str):
        raise UsageError(_("a query is text, such as “成果转化”; None asks for nothing"))
    if len(typed) > LONGEST:
        sentence = _("a query has at most {n} characters: search for a title or a sentence")
        raise UsageError(sentence.format(n=LONGEST))


def _words(typed: str) -> list[str]:
    """Split at white space outside quotes; a quote that is never closed is an ordinary sign."""
    words: list[str] = []
    rest = typed.strip()
    while rest:
        end = _end(rest)
        words.append(rest[:end])
        rest = rest[end:].lstrip()
    return words


def _end(text: str) -> int:
    """Where the first word of ``text`` ends."""
    closing = ""
    for at, char in enumerate(text):
        if closing:
            closing = "" if char == closing else closing
        elif char.isspace():
            return at
        elif char in _QUOTES and _QUOTES[char] in text[at + 1 :] and _opens(text, at):
            closing = _QUOTES[char]
    return len(text)


def _opens(text: str, at: int) -> bool:
    """Whether a quote may begin here: first in a word, or after its field or hyphen."""
    return at == 0 or text[at - 1] in _COLONS or text[:at] == "-"


def _field(word: str) -> tuple[str, str]:
    """Name and value of a field word; no value where it is none."""
    for colon in _COLONS:
        name, found, value = word.partition(colon)
        if found and (field := _called(name.lower())):
            return field, _unquoted(value)
    return "", ""


def _called(name: str) -> str:
    """The field that a word in either language names; empty where it names none."""
    from policycli.search.values import filter_name

    return _DOCUMENT if name in (_DOCUMENT, *both(N_("document"))) else filter_name(name)


def _unquoted(word: str) -> str:
    closing = _QUOTES.get(word[:1])
    if closing and len(word) > 2 and word.endswith(closing):
        return word[1:-1]
    return word
