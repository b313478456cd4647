"""Registered catalogues."""

import pytest

from policycli import language
from policycli.views.registered import Registered, view
from tests.views.making import rows


@pytest.mark.parametrize(
    ("lang", "words"), [("zh", ["就绪", "已不在"]), ("en", ["ready", "missing"])]
)
def test_a_path_says_how_it_stands(lang: str, words: list[str]) -> None:
    """The state is in words for readers and a code for programs."""
    language.use(lang)
    items = [Registered("/a", "ready", 2), Registered("/b", "missing", 0)]
    shown = view("/a", items)
    assert [row["state"] for row in rows(shown)] == words
    assert [row["files"] for row in rows(shown)] == [2, 0]
    assert [shown.data(item)["state"] for item in items] == ["ready", "missing"]
