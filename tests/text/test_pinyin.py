"""Letters are split into syllables as people mean them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policycli.text.alphabet import Alphabet
from policycli.text.pinyin import split_syllables, splits

SOME = frozenset(("a", "e", "ke", "ji", "cheng", "fang", "fan", "gan", "an", "xi", "xian", "li"))


@pytest.mark.parametrize(
    ("letters", "syllables"),
    [
        ("keji", "ke ji"),
        ("kejichengguozhuanhua", "ke ji cheng guo zhuan hua"),
        ("chongqing", "chong qing"),
        ("nvxing", "nv xing"),
        ("xian", "xian"),
        ("fangan", "fan gan"),
        ("zhejsheng", "zhe j sheng"),
        ("xqw", "x q w"),
        ("", ""),
    ],
)
def test_letters_are_split_into_syllables(alphabet: Alphabet, letters: str, syllables: str) -> None:
    """As few syllables as can be; what fits none stays a single letter, an initial."""
    assert split_syllables(letters, alphabet.syllables) == tuple(syllables.split())


@pytest.mark.parametrize(
    ("letters", "ways"),
    [
        ("fangan", ["fan gan", "fang an"]),  # 反感, 方案
        ("liangan", ["lian gan", "liang an"]),  # 联干, 两岸
        ("keji", ["ke ji"]),
        ("xian", ["xian"]),  # xi an is longer
        ("", [""]),
    ],
)
def test_letters_are_split_in_every_way_that_is_as_short(
    alphabet: Alphabet, letters: str, ways: list[str]
) -> None:
    """Where a letter can end one syllable or begin the next, both are likely."""
    assert splits(letters, alphabet.syllables) == [tuple(way.split()) for way in ways]


@given(st.text("abcdefghijklmnopqrstuvwxyz", max_size=40))
def test_no_letter_is_lost(letters: str) -> None:
    """The parts put together are what was typed, and each is a syllable or one letter."""
    parts = split_syllables(letters, SOME)
    assert "".join(parts) == letters
    assert all(part in SOME or len(part) == 1 for part in parts)


@given(st.lists(st.sampled_from(sorted(SOME)), min_size=1, max_size=8))
def test_whole_syllables_need_no_more_parts_than_were_typed(typed: list[str]) -> None:
    """What consists of syllables is split into syllables, never more than were put together."""
    parts = split_syllables("".join(typed), SOME)
    assert len(parts) <= len(typed)
