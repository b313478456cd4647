"""What is true of every search, whatever is typed and whatever the catalogue holds."""

import contextlib
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from policycli.catalogue import Catalogue
from policycli.errors import UsageError
from policycli.records.model import Entry
from policycli.search.answer import Hit
from policycli.search.query import understand
from policycli.text.alphabet import Alphabet
from policycli.text.synonyms import BUNDLED

Make = Callable[[list[dict[str, Any]]], Catalogue]

SLOW = settings(
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
FEW = settings(SLOW, max_examples=25)  # each builds an index
COMMON = "科技成果转化政策台账伦理委员会创新中心基金人才项目贵州浙江关于加强实施意见年度"
SIGNS = "重大行长2023、（）ab "
TITLES = st.builds(
    "{}{}{}".format,
    st.text(COMMON + SIGNS, max_size=12),
    st.text(COMMON, min_size=2, max_size=4),
    st.text(COMMON + SIGNS, max_size=12),
)
QUERIES = ("台账", "成国转化", "cgzh", "lunli", "谁来处理科技伦理争议", "ethics", "基金 -铜陵")


def told(hits: Sequence[Hit]) -> list[tuple[str, float, Any]]:
    """Everything that a caller sees of hits."""
    return [(hit.id, hit.score, hit.matched) for hit in hits]


def score_of(catalogue: Catalogue, query: str, full_id: str) -> float:
    """The score of one record for a query; 0 where it is not found."""
    hits = catalogue.search(query, limit=None)
    return next((hit.score for hit in hits if hit.id == full_id), 0.0)


def entries(catalogue: Catalogue) -> list[Entry[Any]]:
    """Every record: policies, then measures."""
    return [*catalogue.policies(), *catalogue.measures()]


@cache
def titles(catalogue: Catalogue) -> list[tuple[str, str]]:
    """Id and title of every record."""
    return [(entry.id, entry.record.title) for entry in entries(catalogue)]


def test_every_bundled_title_is_first(bundled: Catalogue) -> None:
    """The exact title of a record finds it first, with 100, or another of the same title."""
    wrong = []
    named = titles(bundled)
    for full_id, title in named:
        first = bundled.search(title, limit=1)[0]
        if first.record.title != title or round(first.score, 6) != 100:
            wrong.append((full_id, title, first.id, first.score))
    assert wrong == []


def test_every_bundled_english_title_is_first(bundled: Catalogue) -> None:
    """The same with English titles, which are worth a little less."""
    wrong = []
    for entry in entries(bundled):
        title = entry.record.title_en
        first = bundled.search(title, limit=1)
        if title and (not first or first[0].record.title_en != title):
            wrong.append((entry.id, title, [hit.id for hit in first]))
    assert wrong == []


@FEW
@given(names=st.lists(TITLES, min_size=1, max_size=12))
def test_an_exact_title_is_always_first(make: Make, alphabet: Alphabet, names: list[str]) -> None:
    """In any catalogue the record whose title was typed comes before all others."""
    policies = [{"id": f"p{number}", "title": name.strip()} for number, name in enumerate(names)]
    catalogue = make(policies)
    for policy in policies:
        hits = catalogue.search(policy["title"], limit=3)
        assert hits, policy
        fits = alphabet.fold(hits[0].record.title) == alphabet.fold(policy["title"])
        assert fits, (policy["title"], [(hit.record.title, hit.score) for hit in hits])


FRAGMENTS = st.tuples(st.integers(0, 10**6), st.integers(0, 10**6), st.integers(3, 9))
MISTAKES = st.tuples(
    st.sampled_from(["other", "drop", "insert", "swap"]),
    st.integers(0, 10**6),
    st.sampled_from(COMMON + "的记枝国是未重"),
)


def fragment(catalogue: Catalogue, drawn: tuple[int, int, int]) -> tuple[str, str]:
    """A record's id and a part of its title."""
    which, where, length = drawn
    named = titles(catalogue)
    full_id, title = named[which % len(named)]
    length = min(length, len(title))
    start = where % (len(title) - length + 1)
    return full_id, title[start : start + length]


def mistaken(text: str, mistake: tuple[str, int, str]) -> str:
    """A text with one mistake."""
    kind, where, char = mistake
    at = where % (len(text) - 1)
    if kind == "other":
        return text[:at] + char + text[at + 1 :]
    if kind == "insert":
        return text[: at + 1] + char + text[at + 1 :]
    if kind == "drop":
        return text[:at] + text[at + 1 :]
    return text[:at] + text[at + 1] + text[at] + text[at + 2 :]


@SLOW
@given(drawn=FRAGMENTS, mistake=MISTAKES)
def test_a_mistake_never_raises_the_score(
    bundled: Catalogue, alphabet: Alphabet, drawn: tuple[int, int, int], mistake: Any
) -> None:
    """A record fits a part of its title at least as well as the same with a mistake in it.

    What happens to stand elsewhere in the record, or says something else, is no mistake there.
    """
    full_id, exact = fragment(bundled, drawn)
    wrong = mistaken(exact, mistake)
    entry = bundled.get(full_id)
    every = alphabet.fold(str(entry.record) + str(entry.head))
    assume(all(word and word not in every for word in alphabet.fold(wrong).split()))
    assume(alphabet.fold(exact).strip() in alphabet.fold(entry.record.title))
    # Of several words, one that is worth less counts less where it is shorter.
    assume(all(len(understand(text, alphabet).terms) == 1 for text in (exact, wrong)))
    assume(not BUNDLED.official_words(wrong))  # 知产, without the 识 of 知识产, means 知识产权
    right, less = (score_of(bundled, text, full_id) for text in (exact, wrong))
    assert less <= right, (exact, wrong)


@SLOW
@given(drawn=st.integers(0, 10**6), mistakes=st.lists(MISTAKES, min_size=1, max_size=3))
def test_no_mistaken_title_reaches_an_exact_one(
    bundled: Catalogue, alphabet: Alphabet, drawn: int, mistakes: list[Any]
) -> None:
    """100 is for an exact title alone."""
    named = titles(bundled)
    full_id, title = named[drawn % len(named)]
    wrong = title
    for mistake in mistakes:
        wrong = mistaken(wrong, mistake)
    letters = "".join(filter(str.isalnum, alphabet.fold(wrong)))
    assume(letters != "".join(filter(str.isalnum, alphabet.fold(title))))
    assert score_of(bundled, wrong, full_id) < 100


@pytest.mark.parametrize("query", QUERIES)
def test_search_is_deterministic(bundled: Catalogue, query: str) -> None:
    """The same query has the same answer, asked again or of the catalogue opened anew."""
    once = told(bundled.search(query, limit=None))
    bundled.search("别的")
    assert told(bundled.search(query, limit=None)) == once


def test_a_catalogue_made_again_answers_the_same(make: Make) -> None:
    """What was built from the same file in another order of changes answers the same."""
    policies = [
        {"id": f"p{number}", "title": f"{COMMON[number : number + 6]}办法"} for number in range(20)
    ]
    first = told(make(policies).search("科技成果办法", limit=None))
    make(policies[:3])
    assert told(make(policies).search("科技成果办法", limit=None)) == first


def test_limits_cut_and_change_nothing_else(bundled: Catalogue) -> None:
    """The first hits are the same, however many are asked for."""
    for query in QUERIES:
        many = told(bundled.search(query, limit=10))
        assert told(bundled.search(query, limit=3)) == many[:3]


def test_concurrent_searches_agree(bundled: Catalogue) -> None:
    """Many threads on one catalogue get what one alone gets."""
    alone = [told(bundled.search(query)) for query in QUERIES]
    start = threading.Barrier(8)

    def search(_number: int) -> list[Any]:
        start.wait()
        return [told(bundled.search(query)) for _ in range(5) for query in QUERIES]

    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(search, range(8)))
    assert answers == [alone * 5] * 8


def test_concurrent_first_searches_agree(make: Make) -> None:
    """So they do on a catalogue that nobody has asked before."""
    policies = [
        {
            "id": f"p{number}",
            "title": f"第{number}号政策",
            "measures": [{"id": "m", "title": f"科技成果台账{number}", "summary": "一句话。"}],
        }
        for number in range(30)
    ]
    alone = told(make(policies).search("成果台账"))
    fresh = make(policies)
    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(lambda _: told(fresh.search("成果台账")), range(16)))
    assert answers == [alone] * 16


ANY = st.text(max_size=60) | st.text('贵州台账重abcjishu:：“”"-《》%1 \t\n\0', max_size=30)


@SLOW
@given(text=ANY)
def test_any_text_is_answered(bundled: Catalogue, text: str) -> None:
    """No text raises, and every hit says where and how well it fits."""
    answer = bundled.lookup(text)
    assert len(answer.hits) <= min(10, answer.total)
    for hit in answer.hits:
        assert 0 < hit.score <= 100
        assert hit.matched
    scores = [hit.score for hit in answer.hits]
    assert scores == sorted(scores, reverse=True)


@SLOW
@given(name=st.sampled_from(["region", "end", "doc", "year", "theme"]), text=ANY)
def test_any_value_of_a_field_word_is_answered(bundled: Catalogue, name: str, text: str) -> None:
    """A field word narrows, or says that nothing has its value."""
    with contextlib.suppress(UsageError):
        assert bundled.lookup(f"台账 {name}:{text}").total >= 0


@pytest.mark.parametrize(
    "text", ["\ud800", "台\udc80账", "\0", "a" * 2000, "科技" * 300, "( " * 900]
)
def test_extreme_texts_are_answered(bundled: Catalogue, text: str) -> None:
    """Half characters, controls and very long texts are texts like any other."""
    assert bundled.lookup(text).total >= 0
