"""The notation of words."""

import pytest

from policycli.ethics.words import Unknown, Words

LISTS = {"fruit": ("梨", "苹果"), "food": ("{fruit}", "米"), "ring": ("{ring}",)}


def found(word: str, text: str) -> list[str]:
    """What one word finds in a text."""
    return [match[0] for match in Words(LISTS).pattern((word,)).finditer(text)]


def test_a_gap_stays_inside_a_clause() -> None:
    """``…`` takes up to twelve characters and no comma."""
    assert found("采…梨", "采了三个梨，采完就走，梨熟了") == ["采了三个梨"]
    assert found("采…梨", "采" + "很" * 13 + "梨") == []


def test_a_list_stands_for_its_words_and_lists_in_it() -> None:
    """``{name}`` is any of its words, also through another list."""
    assert found("买{food}", "买苹果，买米，买车") == ["买苹果", "买米"]


def test_words_that_share_a_list_find_what_each_finds() -> None:
    """A list at the end, or at the start, of several words is spelt once, and means the same."""
    together = Words(LISTS).pattern(("买…{fruit}", "采…{fruit}", "{fruit}…熟", "{fruit}…落", "米"))
    text = "买三个梨，采些苹果，苹果快熟，梨已落，米，采米"
    assert [m[0] for m in together.finditer(text)] == [
        "买三个梨", "采些苹果", "苹果快熟", "梨已落", "米", "米",
    ]  # fmt: skip


def test_numbers_are_figures_or_chinese() -> None:
    """``#`` takes 1,200 and 三十余 alike."""
    assert found("#名", "1,200名学生，三十余名教师，姓名") == ["1,200名", "三十余名"]


def test_a_star_is_a_few_characters() -> None:
    """``*`` takes one to three characters of Chinese, the fewest that do."""
    assert found("转*基因", "转抗虫基因，转基因，转一二三四基因") == ["转抗虫基因"]


def test_latin_words_are_whole_and_without_case() -> None:
    """AI is not in RAIL, and is ai."""
    assert found("AI", "RAIL与ai模型") == ["ai"]
    assert found("P3", "P38激酶与P3实验室") == ["P3"]


@pytest.mark.parametrize("word", ["{nothing}", "{ring}"])
def test_a_list_that_is_not_there_is_named(word: str) -> None:
    """A list that is missing or holds itself raises with its name."""
    with pytest.raises(Unknown, match=word.strip("{}")):
        Words(LISTS).pattern((word,))
