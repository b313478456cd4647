"""What matched is shown in the words of the record, as they were written."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policycli.catalogue import Catalogue
from policycli.search.highlight import excerpt, unfold
from policycli.text.alphabet import Alphabet
from policycli.text.characters import compile_alphabet

ALPHABET = Alphabet(compile_alphabet())
Make = Callable[[list[dict[str, Any]]], Catalogue]


def marked(catalogue: Catalogue, query: str) -> list[tuple[str, str]]:
    """Field and highlighted words of everything that matched in the first hit."""
    hit = catalogue.search(query)[0]
    return [
        (match.field, "…".join(match.text[start:end] for start, end in match.spans))
        for match in hit.matched
    ]


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("成果转化", "成果轉化"),
        ("成果轉化", "成果轉化"),
        ("chengguozhuanhua", "成果轉化"),
        ("cgzh", "成果轉化"),
        ("成国转化", "成果轉化"),
        ("abc平台", "ＡＢＣ平臺"),
        ("关于科技", "關於《科技"),
        ("科技成果转化的ABC", "科技成果轉化》的ＡＢＣ"),
        ("m2", "㎡"),
    ],
)
def test_highlights_lie_on_the_original_text(make: Make, query: str, words: str) -> None:
    """Traditional, full-width and quoted text is marked where it stands, whatever was typed."""
    title = "關於《科技成果轉化》的ＡＢＣ平臺㎡"
    catalogue = make([{"id": "one", "title": title}, {"id": "two", "title": "别的事情"}])
    assert marked(catalogue, query) == [("title", words)]


def test_every_word_is_highlighted(bundled: Catalogue) -> None:
    """Several words of a query are marked, each in its field."""
    found = dict(marked(bundled, "台账 贵州"))
    assert "台账" in found.values()
    assert "贵州" in found.values()


def test_pieces_of_a_term_are_highlighted(bundled: Catalogue) -> None:
    """A term whose parts stand apart is marked at each of them."""
    hit = bundled.search("贵州台账")[0]
    assert hit.id == "guizhou.ledger"
    marks = {match.text[a:b] for match in hit.matched for a, b in match.spans}
    assert marks == {"贵州", "台账"}


def test_spans_are_in_order_and_do_not_overlap(bundled: Catalogue) -> None:
    """Whatever matched, spans can be printed from left to right."""
    for query in ("谁来处理科技伦理争议", "成果 转化 成果转化", "keji成果", "基金 基金"):
        for hit in bundled.search(query):
            for match in hit.matched:
                flat = [place for span in match.spans for place in span]
                assert flat == sorted(flat)
                assert all(start < end <= len(match.text) for start, end in match.spans)


@given(st.text(max_size=40), st.data())
def test_spans_of_folded_text_become_spans_of_the_text(text: str, data: st.DataObject) -> None:
    """What is marked in the text folds to what was found, or to a little more of one sign."""
    folded = ALPHABET.fold(text)
    start = data.draw(st.integers(0, len(folded)))
    end = data.draw(st.integers(start, len(folded)))
    spans = unfold(text, [(start, end)], ALPHABET)
    assert len(spans) == (start < end)
    for first, last in spans:
        assert 0 <= first < last <= len(text)
        assert folded[start:end] in ALPHABET.fold(text[first:last])


def test_long_texts_are_cut_around_the_match() -> None:
    """Of a long text the part around the first span is shown, and spans move with it."""
    text = "前" * 100 + "台账" + "后" * 200
    shown, spans = excerpt(text, ((100, 102), (250, 252)))
    assert shown.startswith("…")
    assert shown.endswith("…")
    assert [shown[start:end] for start, end in spans] == ["台账"]
    assert len(shown) < 120


@given(st.text(max_size=200), st.data())
def test_excerpts_keep_the_first_match_whole(text: str, data: st.DataObject) -> None:
    """What was found is in the excerpt, with the same words under its span."""
    if not text:
        assert excerpt(text, ()) == ("", ())
        return
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    shown, spans = excerpt(text, ((start, end),))
    ((first, last),) = spans
    assert shown[first:last] == text[start:end]
