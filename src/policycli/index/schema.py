"""What the index holds: one document a record, and how its words are cut into terms.

Terms are n-grams, since Chinese has no word borders and people's mistakes respect none. Names
(titles, keywords, document titles …) are short and indexed in every way that they are mistyped;
descriptions by characters and sounds only.
"""

import tantivy

from policycli.tuples import NamedTuple

__all__ = [
    "BODY",
    "BODY_SOUNDS",
    "FORMAT",
    "GRAMS",
    "HEAD",
    "INITIALS",
    "LETTERS",
    "NAME",
    "NAME_SKIPS",
    "NAME_SOUNDS",
    "SOUND_SKIPS",
    "Terms",
    "open_index",
    "place",
    "policy_of",
    "skips",
]

FORMAT = 10  # raise whenever what a document holds, or how, becomes another


class Terms(NamedTuple):
    """An n-gram field: terms of ``least`` to ``most`` characters."""

    name: str
    least: int
    most: int

    @property
    def tokenizer(self) -> str:
        """The name under which its tokenizer is registered."""
        return f"grams{self.least}{self.most}"


NAME = Terms("name", 1, 2)
NAME_SKIPS = Terms("name_skips", 2, 2)  # pairs with one character left out between them
NAME_SOUNDS = Terms("name_sounds", 2, 2)  # pairs of syllables
SOUND_SKIPS = Terms("sound_skips", 2, 2)
INITIALS = Terms("initials", 3, 4)  # first letters of syllables
BODY = Terms("body", 1, 2)
BODY_SOUNDS = Terms("body_sounds", 2, 2)
HEAD = Terms("head", 1, 2)  # how the description begins: what it is about
LETTERS = Terms("letters", 3, 3)  # of Latin words
GRAMS = (
    NAME,
    NAME_SKIPS,
    NAME_SOUNDS,
    SOUND_SKIPS,
    INITIALS,
    BODY,
    BODY_SOUNDS,
    HEAD,
    LETTERS,
)

_TERMS = ("id", "policy", "kind", "file", "facet", "amount")  # indexed whole
_MEASURES = 20  # bits for the number of a measure in its policy
_STORED = ("known", "record", "lines")  # see ``stored``


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    for field in GRAMS:
        builder.add_text_field(field.name, tokenizer_name=field.tokenizer, index_option="freq")
    for name in _TERMS:
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    for name in _STORED:
        builder.add_bytes_field(name, stored=True)
    builder.add_integer_field("place", fast=True)  # order in the file, see place()
    builder.add_integer_field("date", fast=True)  # YYYYMMDD, 0 where unknown
    builder.add_integer_field("begins", fast=True)  # the first day in force, 0 where unknown
    builder.add_integer_field("ends", fast=True)  # the last one, 99991231 where there is none
    builder.add_integer_field("spot", fast=True)  # measures next to each other have near ones
    builder.add_float_field("authority", fast=True)
    return builder.build()


def open_index(folder: str | None) -> tantivy.Index:
    """The index in ``folder``, made if there is none; in memory where ``folder`` is ``None``.

    Raises:
        ValueError: The index in the folder is damaged or of another schema.
    """
    index = tantivy.Index(_schema(), path=folder)
    for field in GRAMS:
        tokenizer = tantivy.Tokenizer.ngram(field.least, field.most, False)
        index.register_tokenizer(field.tokenizer, tantivy.TextAnalyzerBuilder(tokenizer).build())
    return index


def place(policy: int, measure: int = 0) -> int:
    """Where a record stands in its file: by the number of its policy, then of the measure.

    Args:
        policy: From 0.
        measure: From 1; 0 is the policy itself.
    """
    return policy << _MEASURES | measure


def policy_of(place: int) -> int:
    """The number of the policy that has something at a place."""
    return place >> _MEASURES


def skips(text: str) -> str:
    """``text`` so that its pairs are those of ``text`` with one character left out between."""
    return f"{text[0::2]}\n{text[1::2]}"
