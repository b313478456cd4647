"""Where in a text somebody's words stand, and what their mistakes cost, worked out by hand."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policycli.search.align import CHARACTERS, LETTERS, Alignment, Pattern, Steps, fitted, sellers
from policycli.search.units import Character, Initial, Letter, Syllable, Unit
from policycli.text.alphabet import Alphabet
from policycli.text.characters import compile_alphabet

ALPHABET = Alphabet(compile_alphabet())
TEXT = "推进科技成果转化工作"


def pattern(typed: str) -> Pattern:
    """What is typed as written."""
    return Pattern([_unit(char) for char in typed], most=len(typed))


def _unit(char: str) -> Unit:
    return Character(char, ALPHABET) if ALPHABET.syllable(char) else Letter(char, ALPHABET)


def best(sought: Pattern, text: str) -> Alignment:
    """The best alignment of a pattern with a folded text."""
    return min(sought.align(text, sought.mark(ALPHABET.sounds(text))), key=lambda fit: fit.cost)


@pytest.mark.parametrize(
    ("typed", "cost", "found"),
    [
        ("科技成果", 0.0, "科技成果"),  # as typed
        ("科技成国", 0.25, "科技成果"),  # 国 sounds like 果
        ("科记成国", 0.5, "科技成果"),  # two that sound alike
        ("科开成果", 1.0, "科技成果"),  # 开 is nothing like 技
        ("开技成果", 0.9, "技成果"),  # nor like 科, and at an end it is one too many
        ("科枝成果", 0.75, "科技成果"),  # 枝 shares two corners with 技
        ("科成果转", 0.3, "科技成果转"),  # 技 left out
        ("科果转化", 0.6, "科技成果转化"),  # 技 and 成 left out
        ("科技大成果", 0.9, "科技成果"),  # 大 too many
        ("技科成果", 0.35, "科技成果"),  # two neighbours swapped
        ("科技果成转化", 0.35, "科技成果转化"),  # the same in the middle
        ("科成国转", 0.55, "科技成果转"),  # one left out, one that sounds alike
    ],
)
def test_costs_of_mistakes(typed: str, cost: float, found: str) -> None:
    """Each mistake costs what it is worth, and the place is found in spite of it."""
    fit = best(pattern(typed), TEXT)
    assert fit.cost == pytest.approx(cost)
    assert TEXT[fit.start : fit.end] == found


@pytest.mark.parametrize(
    ("typed", "stands", "cost"),
    [
        ("账", "账", 0.0),
        ("帐", "账", 0.25),
        ("星", "心", 0.5),  # -ng is not told from -n
        ("是", "四", 0.5),  # nor sh from s
        ("末", "未", 0.55),  # three corners are the same
        ("科", "国", 1.0),
        ("重", "虫", 0.25),  # both are read chong, one of them rarely
        ("科", "a", 1.0),
    ],
)
def test_costs_of_characters(typed: str, stands: str, cost: float) -> None:
    """Another character costs less, the more it sounds or looks like the one typed."""
    assert Character(typed, ALPHABET).costs[stands] == cost


@pytest.mark.parametrize(
    ("syllable", "stands", "cost"),
    [("chong", "重", 0.0), ("zhong", "重", 0.0), ("zong", "重", 0.5), ("ke", "技", 1.0)],
)
def test_costs_of_syllables(syllable: str, stands: str, cost: float) -> None:
    """A syllable means every character that can be read so."""
    assert Syllable(syllable, ALPHABET).costs[stands] == cost


@pytest.mark.parametrize(
    ("letter", "stands", "cost"),
    [("c", "重", 0.0), ("z", "重", 0.0), ("k", "科", 0.0), ("j", "科", 1.0), ("k", "k", 0.0)],
)
def test_costs_of_initials(letter: str, stands: str, cost: float) -> None:
    """A first letter means every character with a reading that begins so."""
    assert Initial(letter, ALPHABET).costs[stands] == cost


def test_syllables_find_characters_with_several_readings() -> None:
    """Typed as chongqing and yinhang, 重庆 and 银行 are found without a mistake."""
    for syllables, text in (("chong qing", "在重庆市"), ("yin hang", "各银行贷款")):
        sought = Pattern([Syllable(one, ALPHABET) for one in syllables.split()], most=1)
        fit = best(sought, text)
        assert (fit.cost, text[fit.start : fit.end]) == (0.0, text[1:3])


def test_initials_find_the_characters_they_begin() -> None:
    """First letters stand for a run of characters."""
    sought = Pattern([Initial(one, ALPHABET) for one in "kjcg"], most=0)
    fit = best(sought, TEXT)
    assert (fit.cost, TEXT[fit.start : fit.end]) == (0.0, "科技成果")


def test_nothing_reaches_over_the_end_of_a_line() -> None:
    """Two fields side by side are not one text."""
    whole = best(pattern("科技成果"), "科技成果").cost
    parted = [fit.cost for fit in pattern("科技成果").align("科技\n成果", _marked("科技\n成果"))]
    assert whole == 0.0
    assert all(cost >= 1.8 for cost in parted)


def _marked(text: str) -> str:
    return pattern("科技成果").mark(ALPHABET.sounds(text))


def test_all_places_as_typed_are_found() -> None:
    """Where it stands more than once, each place is told, so that the best field can be taken."""
    text = "台账\n更新台账"
    sought = pattern("台账")
    fits = list(sought.align(text, sought.mark(ALPHABET.sounds(text))))
    assert fits == [Alignment(0.0, 0, 2), Alignment(0.0, 5, 7)]


CHARS = st.text("科技成果转化国记枝大工作a1 \n", max_size=24)


@given(typed=CHARS.filter(lambda text: bool(text.strip())), text=CHARS)
def test_alignments_lie_in_the_text_and_cost_what_they_can(typed: str, text: str) -> None:
    """Places are places of one line; nothing is the cost where the wording is the one typed."""
    sought = pattern("".join(typed.split()))
    for fit in sought.align(text, sought.mark(ALPHABET.sounds(text))):
        assert 0 <= fit.start <= fit.end <= len(text)
        assert 0 <= fit.cost <= 1.1 * sought.size
        assert "\n" not in text[fit.start : fit.end]
        assert (fit.cost == 0) == (text[fit.start : fit.end] == "".join(typed.split()))


@given(before=CHARS, typed=st.text("科技成果转化国a1", min_size=1, max_size=8), after=CHARS)
def test_what_stands_there_is_found(before: str, typed: str, after: str) -> None:
    """A text that holds what was typed is aligned at no cost."""
    assert best(pattern(typed), before + typed + after).cost == 0


def test_cover_finds_the_pieces_of_a_term() -> None:
    """The longest runs of two and more, from left to right, each with its place."""
    sought = pattern("贵州政策台账")
    text = "贵州省科技成果转化政策台账"
    assert sought.cover(sought.mark(ALPHABET.sounds(text))) == [(0, 2, 0), (2, 4, 9)]
    assert pattern("甲乙").cover("") == []


def test_pages_are_looked_for_by_their_first_lines() -> None:
    """A long pattern is seen anywhere, and aligned as a whole where it is narrowed down."""
    typed = "".join(Random(13).choices("科技成果转化国家工作", k=600))
    sought, text = pattern(typed), "化" * 3000 + typed[:500] + "记" + typed[501:] + "科" * 3000
    assert sought.guesses([sought.mark(ALPHABET.sounds(text))]) == [100]
    assert sought.guesses([sought.mark(ALPHABET.sounds("化" * 6000))])[0] < 60
    found = best(sought, text)
    assert (found.start, found.end) == (3000, 3600)


COLUMNS = st.integers(1, 5).flatmap(
    lambda size: st.lists(
        st.lists(st.sampled_from((0.0, 0.25, 0.5, 0.75, 1.0)), min_size=size, max_size=size),
        min_size=1,
        max_size=8,
    )
)


@given(columns=COLUMNS, steps=st.sampled_from((CHARACTERS, LETTERS)))
def test_what_needs_no_table_is_what_the_table_says(
    columns: list[list[float]], steps: Steps
) -> None:
    """The short ways to an alignment give the one of the whole table, or none as it is too dear."""
    whole = sellers(columns, steps)
    assert fitted(columns, 9, steps) == whole
    assert fitted(columns, whole.cost, steps) == whole
    dear = fitted(columns, whole.cost - 0.01, steps)
    assert dear is None or dear == whole
