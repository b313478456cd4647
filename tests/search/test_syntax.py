"""Words of a query that narrow, and the signs that are plain text where they do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policycli.errors import UsageError
from policycli.search.filters import Filters
from policycli.search.syntax import check_query, parse

SIGNS = st.text('region: end：doc"“”-《》 贵州台账42', max_size=30)


def test_a_query_is_taken_apart() -> None:
    """Field words, a document, a phrase and an exclusion leave the rest to be looked for."""
    request = parse('region:贵州 doc:实施意见 "一致性评价" -铜陵 台账')
    assert request.filters == Filters(region=("贵州",))
    assert request.documents == ("实施意见",)
    assert request.phrases == ("一致性评价",)
    assert request.without == ("铜陵",)
    assert request.text == "台账 一致性评价"


@pytest.mark.parametrize(
    ("typed", "filters"),
    [
        ("基金 REGION:湖北", Filters(region=("湖北",))),
        ("基金 region：湖北", Filters(region=("湖北",))),
        ("基金 region:湖北 region:贵州", Filters(region=("湖北", "贵州"))),
        ('基金 region:"湖北 省"', Filters(region=("湖北 省",))),
        ("基金 end:供给端 year:2023", Filters(end=("供给端",), year=("2023",))),
        ("基金 theme:人才 instrument:PI013", Filters(theme=("人才",), instrument=("PI013",))),
        ("基金 level:省级 status:in-force", Filters(level=("省级",), status=("in-force",))),
    ],
)
def test_field_words_are_filters(typed: str, filters: Filters) -> None:
    """Every filter has a field word, in any case, with either colon, several times."""
    assert parse(typed).filters == filters
    assert parse(typed).text == "基金"


@pytest.mark.parametrize(
    "typed",
    [
        ":",
        "：",
        '"',
        "“",
        "-",
        "--",
        "台账:",
        ":台账",
        "region:",
        "doc:",
        "名为:值",
        '"台账',
        "台账”",
    ],
)
def test_signs_without_sense_are_plain_text(typed: str) -> None:
    """A bare colon, quote or hyphen, an empty or unknown field: looked for as it stands."""
    request = parse(typed)
    assert request.text == typed
    assert request == (typed, Filters(), (), (), ())


@pytest.mark.parametrize(
    "typed", ["2023-2025", "“十四五”规划", "-5", "-2.5%", "AI-2 平台", "5G+工业"]
)
def test_signs_inside_words_are_plain_text(typed: str) -> None:
    """Hyphens and quotes inside a word, and negative numbers, mean themselves."""
    assert parse(typed).text == typed
    assert parse(typed).without == ()


def test_full_width_quotes_make_phrases() -> None:
    """Either kind of quotes will do, with white space inside."""
    assert parse("“科技 伦理” 审查").phrases == ("科技 伦理",)
    assert parse('-"科技 伦理" 审查').without == ("科技 伦理",)


def test_narrowing_words_alone_are_looked_for() -> None:
    """A query of field words only looks for their values."""
    assert parse("region:贵州").text == "贵州"
    assert parse("doc:实施意见").text == "实施意见"
    assert parse("-铜陵").text == ""


@given(st.text() | SIGNS)
def test_no_query_is_an_error(typed: str) -> None:
    """Whatever is typed is taken apart somehow, and words without signs are all kept."""
    request = parse(typed)
    if not set(typed) & set(':："“-'):
        assert request.text == " ".join(typed.split())
        assert request == (request.text, Filters(), (), (), ())


@pytest.mark.parametrize(("typed", "phrases"), [("“台”", ("台",)), ('""', ()), ("“”", ())])
def test_a_phrase_has_something_in_it(typed: str, phrases: tuple[str, ...]) -> None:
    """One character is enough; quotes around nothing are plain signs."""
    request = parse(typed)
    assert request.phrases == phrases
    assert request.text == (phrases[0] if phrases else typed)


def test_a_query_has_ten_thousand_characters_at_most() -> None:
    """What is longer, or no text at all, is refused with a sentence."""
    check_query("策" * 10_000)
    check_query("")
    with pytest.raises(UsageError, match="at most 10000 characters"):
        check_query("策" * 10_001)
    with pytest.raises(UsageError, match="a query is text"):
        check_query(None)
