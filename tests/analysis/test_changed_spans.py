"""Where two wordings differ."""

from policycli.analysis.wording import changed_spans


def test_spans_cut_the_changed_words_out_of_both() -> None:
    """A number is one word, and what was added has no place in the old text."""
    was, now = "应当在30日内报送情况", "应当在190日内报送有关情况"
    spans = changed_spans(was, now)

    assert [(was[a:b], now[c:d]) for a, b, c, d in spans] == [("30", "190"), ("", "有关")]


def test_the_same_words_have_no_spans() -> None:
    """Nothing is marked where nothing differs."""
    assert changed_spans("应当公开", "应当公开") == ()
