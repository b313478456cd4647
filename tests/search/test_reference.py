"""``docs/search.md`` gives the numbers that the code has."""

from collections.abc import Iterable
from itertools import groupby
from pathlib import Path

import pytest

from policycli.index.fields import FIELDS
from policycli.search import align, answer, candidates, find, fit, query, rank, sentences, units

PAGE = " ".join((Path(__file__).parents[2] / "docs" / "search.md").read_text("utf-8").split())
LIKENESS = fit.MIN_LIKENESS
WORD_OF = {10: "ten"}
FACTS = [
    f"{query.INITIALS.start} to {query.INITIALS.stop - 1} letters; of {fit.MIN_SPLIT_INITIALS} and",
    f"or when {query.SENTENCE} and more Chinese characters stand in a row",
    f"first {query.LONGEST} characters are read",
    (
        f"The {find.MIN_CANDIDATES} records with the highest BM25 score, "
        f"or {find.CANDIDATES_PER_RESULT} times the results wanted"
    ),
    (
        f"of a term of more than {candidates.FEW} characters it asks for no single one that stands "
        f"in more than {candidates.USUAL:,} records"
    ),
    f"the lines of the {rank.ALIGNED} likeliest candidates",
    f"| another character of the same sound | {units.SAME_SOUND} |",
    f"| one of a sound that many do not tell apart (zh/z, ch/c, sh/s, -ng/-n) | {units.NEAR} |",
    (
        f"| one that looks alike: three of four corners the same, two "
        f"| {units.SHAPE[3]}, {units.SHAPE[2]} |"
    ),
    f"| any other character | {units.WRONG:g} |",
    (
        f"| a character left out; a letter or syllable "
        f"| {align.CHARACTERS.left_out}; {align.LETTERS.left_out} |"
    ),
    f"| one too many; a letter or syllable | {align.CHARACTERS.extra}; {align.LETTERS.extra} |",
    f"| two neighbours swapped | {align.SWAPPED} |",
    (
        f"At least {LIKENESS['written']} of it must be right as written "
        f"(Latin words {fit.MIN_LIKENESS_LATIN}), {LIKENESS['pinyin']} as pinyin, "
        f"{LIKENESS['initials']} as initials or synonym"
    ),
    f"of {fit.PAIR} characters beside other terms {fit.PAIR_MIN}, and of {fit.SHORT_TERM} units",
    f"and fewer {fit.SHORT_TERM_MIN}, if it stands anywhere as typed",
    f"fits in pieces, {fit.PIECE_PENALTY} less for each piece after the first",
    f"an English word costs {fit.CUT_WORD_PENALTY}",
    f"with a score of its own of {rank.MIN_SCORE} and more",
    f"| {rank.MIN_SCORE} and more | fits with mistakes",
    (
        f"step back by {100 * rank.REPEAT_PENALTY:g} points for each that stands before them, "
        f"at most {100 * rank.REPEAT_PENALTY * rank.MAX_REPEATS:g}"
    ),
    f"bring the official ones with them, at {candidates.ADDED} of their weight",
    f"the best such record has {sentences.MAX_SCORE:g} where nothing fits better",
    f"the {sentences.CONSIDERED} records with the highest score are weighed",
    f"the {sentences.NAMED} with the highest score, since a long name is a sentence too",
    (
        f"{candidates.MOST:.0%} of the records is not asked for, "
        f"nor one in more than {candidates.MANY:,} and {candidates.MOST_OF_MANY:.0%} of them"
    ),
    f"only where a quick look gives {rank.SENTENCE_GUESS:g} of 100 and more",
    f"cites it, 《》 and all, adds {sentences.CITED}",
    f"within {WORD_OF[sentences.NEIGHBOURS]} articles",
]


@pytest.mark.parametrize("fact", FACTS)
def test_numbers_are_those_of_the_code(fact: str) -> None:
    """Every constant that the page explains stands there as it is."""
    assert fact in PAGE


def table() -> Iterable[str]:
    """The rows that say what fields are worth."""
    ordered = sorted(FIELDS.values(), key=lambda field: -field.weight)
    for weight, fields in groupby(ordered, lambda field: field.weight):
        keys = dict.fromkeys(f"`{field.key}`" for field in fields)  # texts of two kinds have one
        yield f"| {weight:.2f} | {', '.join(keys)} |"


def test_fields_are_worth_what_they_are_said_to_be() -> None:
    """The table names every field with its weight."""
    assert " ".join(table()) in PAGE


def test_every_label_is_explained() -> None:
    """The page says of each ``how`` what it means, in the order from exact to close."""
    labels = PAGE.partition("## What a label means")[2]
    places = [labels.find(f"| `{how}` |") for how in answer.HOWS]
    assert places == sorted(places)
    assert min(places) > 0
