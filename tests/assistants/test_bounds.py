"""Answers that are cut to what an assistant has room for."""

from policycli.assistants.bounds import fitting, shortened
from policycli.render.json import encode


def size(value: object) -> int:
    """Characters of JSON."""
    return len(encode(value))


def test_results_are_kept_until_the_room_is_used_up() -> None:
    """The first ones that fit are kept whole, and none after the first that does not."""
    results = [{"id": "a", "text": "字" * 80}, {"id": "b", "text": "字" * 80}, {"id": "c"}]
    assert fitting(results, 150) == results[:1]
    assert fitting(results, 1000) == results


def test_a_policy_that_is_too_long_lists_its_measures() -> None:
    """Of a long policy the measures are listed by id and title, and counted."""
    measures = [{"id": f"a{at}", "title": f"第{at}条", "text": "字" * 300} for at in range(1, 300)]
    cut = shortened({"id": "law", "title": "某法", "measures": measures}, 2000)
    assert cut["measures"][0] == {"id": "a1", "title": "第1条"}
    assert cut["measures_total"] == 299
    assert cut["shortened"] == ["measures"]
    assert 20 < len(cut["measures"]) < 299
    assert size(cut) <= 2000


def test_a_text_that_is_too_long_says_that_it_was_cut() -> None:
    """The longest text loses its end, which a mark and a key say."""
    cut = shortened({"id": "law.a1", "title": "第一条", "text": "字" * 5000}, 1000)
    assert cut["text"].endswith("字…")
    assert cut["shortened"] == ["text"]
    assert cut["title"] == "第一条"
    assert size(cut) <= 1100


def test_what_fits_is_left_as_it_is() -> None:
    """A result with room enough is handed on unchanged."""
    result = {"id": "a", "measures": [{"id": "b", "text": "字"}]}
    assert shortened(result, 1000) is result
