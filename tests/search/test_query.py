"""What was typed is understood: its terms, and the ways in which each can be read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policycli.search.query import Query, Term, understand
from policycli.search.units import Character, Initial, Letter, Syllable
from policycli.text.alphabet import Alphabet
from policycli.text.characters import compile_alphabet

ALPHABET = Alphabet(compile_alphabet())


def words(query: Query) -> list[str]:
    """The terms as texts."""
    return [term.text for term in query.terms]


def scripts(term: Term) -> list[str]:
    """The ways in which a term can be read."""
    return [reading.script for reading in term.readings]


@pytest.mark.parametrize(
    ("typed", "terms"),
    [
        ("成果转化 台账", ["成果转化", "台账"]),
        ("专业性、区域性审查", ["专业性", "区域性审查"]),
        ("ke ji lun li", ["kejilunli"]),
        ("ke ji 伦理", ["keji", "伦理"]),
        ("3694 万元", ["3694万元"]),
        ("92.6 %", ["92.6%"]),
        ("2023 基金", ["2023", "基金"]),
        ("50 12", ["50", "12"]),
        ("the ethics of committees", ["ethics", "committees"]),
        ("of", ["of"]),
        ("《實施意見》", ["实施意见"]),
        ("？！、…", []),
        (". . %", []),
        ("", []),
    ],
)
def test_queries_are_taken_apart_into_terms(typed: str, terms: list[str]) -> None:
    """White space and signs part terms; syllables, and numbers with their units, stay together."""
    assert words(understand(typed, ALPHABET)) == terms


@pytest.mark.parametrize(
    ("typed", "readings", "size"),
    [
        ("台账", ["written"], 2),
        ("高企", ["written", "synonym"], 2),
        ("lunli", ["written", "pinyin", "initials"], 2),
        ("科技lunli", ["written", "pinyin"], 4),
        ("xq", ["written"], 2),
        ("fangan", ["written", "pinyin", "pinyin", "initials"], 2),
        ("方anfangan", ["written", "pinyin", "pinyin"], 4),
        ("cgzh", ["written", "initials"], 4),
        ("92.6%", ["written"], 5),
    ],
)
def test_terms_are_read_in_every_way_they_can_be_meant(
    typed: str, readings: list[str], size: int
) -> None:
    """As written, as what officials say for it, as pinyin, as initials of three and more."""
    (term,) = understand(typed, ALPHABET).terms
    assert scripts(term) == readings
    assert term.size == size


def test_units_of_readings() -> None:
    """Characters, letters, syllables, and initials for letters that make no syllable."""
    (term,) = understand("科jish1", ALPHABET).terms
    written, pinyin = (reading.units for reading in term.readings)
    assert [type(unit) for unit in written] == [Character, *[Letter] * 5]
    assert [type(unit) for unit in pinyin] == [Character, Syllable, Initial, Initial, Letter]


@pytest.mark.parametrize(
    ("typed", "prose"),
    [
        ("谁来处理科技伦理争议", True),
        ("技术经纪人有多少", True),
        ("企业之间的合同无效以后已经支付的价款应当返还", True),
        ("科技成果转化政策台账", False),
        ("ethics committee", False),
    ],
)
def test_sentences_are_told_from_names(typed: str, prose: bool) -> None:
    """A word that asks, or very many characters in a row, make a sentence."""
    assert understand(typed, ALPHABET).prose is prose


def test_a_question_mark_asks_in_chinese() -> None:
    """Chinese with one behind it is a sentence; English is looked for as words are."""
    assert understand("保管合同和仓储合同的区别？", ALPHABET).prose
    assert not understand("保管合同和仓储合同的区别", ALPHABET).prose
    assert not understand("what is r&d?", ALPHABET).prose


def test_sentences_get_official_words() -> None:
    """The everyday words of a sentence bring those of the law with them; names do not."""
    assert "配偶" in understand("老公能不能分一半", ALPHABET).added
    assert understand("老公", ALPHABET).added == {}


@given(st.text(max_size=60))
def test_everything_is_understood(typed: str) -> None:
    """No text raises, and every term can be read in some way."""
    for term in understand(typed, ALPHABET).terms:
        assert term.size > 0
        assert all(reading.units for reading in term.readings)
