"""From a record to its document in the index."""

import re
from collections.abc import Iterable, Iterator
from zlib import crc32

import tantivy

from policycli.index import schema
from policycli.index.facets import cited_facets, facets, own_facets, title_facets
from policycli.index.fields import FIELDS, Line, inherited_lines, own_lines
from policycli.index.stored import Name, store
from policycli.records.ids import full_id
from policycli.records.model import Measure, Policy, Problem, Record
from policycli.text.alphabet import Alphabet
from policycli.text.amounts import keys
from policycli.text.dates import days
from policycli.tuples import NamedTuple

__all__ = ["documents", "problem_document"]

_LATIN = re.compile("[a-z]+")
_DESCRIPTIONS = "sxy"  # codes of summary and text
_ORIGINAL = "x"  # code of text: so much of it in a law that sounds go by its beginning
_HEAD = 30  # characters of one that say what it is about
_NATIONAL = "100000"  # GB/T 2260: the country as a whole
_LOCAL = 0.6  # a region's rules beside the nation's, where a question names no region
_GROWTH = 0.1  # a code with a thousand articles is asked about more than one with ten


class _Head(NamedTuple):
    """What the documents of a policy have in common."""

    policy: Policy
    lines: list[Line]
    facets: set[str]
    authority: float
    begins: int
    ends: int


def documents(
    policy: Policy, file: str, place: int, alphabet: Alphabet
) -> Iterator[tantivy.Document]:
    """The documents of a policy and of each of its measures.

    Args:
        policy: With its measures.
        file: The catalogue file, so that its documents can be replaced together.
        place: Number of the policy in its file; measures are numbered within their policy.
        alphabet: Folds and sounds the words.
    """
    bare = policy._replace(measures=())
    inherited = _folded(inherited_lines(policy), alphabet)
    head = _Head(
        bare,
        inherited,
        facets(policy),
        _authority(policy),
        _number(days(policy.in_force_from or policy.date).first),
        _number(days(policy.in_force_until).last),
    )
    date, spot = _number(policy.date), crc32(policy.id.encode()) << 20
    records: list[tuple[str, Policy | Measure]] = [(policy.id, bare)]
    records += [(full_id(policy.id, m.id), m) for m in policy.measures]
    for at, (full, record) in enumerate(records):
        name = Name(full, policy.id, type(record).__name__, file)
        document = _stored(name, record, alphabet, head.lines if at else ())
        document.add_integer("place", schema.place(place, at))
        document.add_integer("date", date)
        document.add_integer("begins", head.begins)
        document.add_integer("ends", head.ends)
        document.add_integer("spot", spot + at)
        document.add_float("authority", head.authority)
        cited = set[str]() if at else cited_facets(policy, alphabet)
        for facet in head.facets | own_facets(head.policy, record) | cited:
            document.add_text("facet", facet)
        yield document


def problem_document(
    problem: Problem, file: str, place: int, alphabet: Alphabet
) -> tantivy.Document:
    """The document of a problem; arguments as of ``documents``."""
    name = Name(problem.id, problem.id, Problem.__name__, file)
    document = _stored(name, problem, alphabet)
    document.add_integer("place", schema.place(place))
    document.add_integer("date", _number(problem.received))
    document.add_integer("begins", 0)
    document.add_integer("ends", _number(days("").last))
    document.add_integer("spot", crc32(problem.id.encode()) << 20)
    document.add_float("authority", _LOCAL)
    return document


def _stored(
    name: Name, record: Record, alphabet: Alphabet, inherited: Iterable[Line] = ()
) -> tantivy.Document:
    """A document with a record, and what it is called and searched by."""
    document = tantivy.Document()
    folded = _folded(own_lines(record), alphabet)
    store(document, name, record, [*folded, *inherited])
    for facet in title_facets(name.id, record, alphabet):
        document.add_text("facet", facet)
    _add_words(document, folded, inherited, alphabet)
    return document


def _folded(lines: Iterable[Line], alphabet: Alphabet) -> list[Line]:
    return [Line(code, alphabet.fold(text)) for code, text in lines]


def _add_words(
    document: tantivy.Document, folded: list[Line], inherited: Iterable[Line], alphabet: Alphabet
) -> None:
    """Add all that a record is searched by; the lines it has from its policy come last."""
    names = "\n".join(text for code, text in folded if FIELDS[code].kind == "name")
    start = next((text[:_HEAD] for code, text in folded if code in _DESCRIPTIONS), "")
    lines = [*folded, *inherited]
    every = "\n".join(text for _, text in lines)
    sounds = alphabet.sounds(names)
    document.add_text(schema.NAME.name, names)
    document.add_text(schema.NAME_SKIPS.name, schema.skips(names))
    document.add_text(schema.NAME_SOUNDS.name, sounds)
    document.add_text(schema.SOUND_SKIPS.name, schema.skips(sounds))
    document.add_text(schema.INITIALS.name, alphabet.starts(sounds))
    document.add_text(schema.BODY.name, every)
    heard = "\n".join(text[:_HEAD] if code == _ORIGINAL else text for code, text in lines)
    document.add_text(schema.BODY_SOUNDS.name, alphabet.sounds(heard))
    document.add_text(schema.HEAD.name, start)
    for key in keys(every):
        document.add_text("amount", key)
    document.add_text(schema.LETTERS.name, "\n".join(_LATIN.findall(every)))


def _number(date: str) -> int:
    """A date as a number that sorts: ``2023-03`` is 20230300, an unknown one 0."""
    return int(date.replace("-", "").ljust(8, "0") or 0)


def _authority(policy: Policy) -> float:
    """How much a policy's word counts beside others that fit as well, about 0.6 to 2."""
    national = policy.region is not None and policy.region.code == _NATIONAL
    size = float(max(1, len(policy.measures)) ** _GROWTH)
    return size if national else _LOCAL * size
