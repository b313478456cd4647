"""What ``--as-of`` adds to a view."""

import pytest

from policycli import language
from policycli.records.model import Entry
from policycli.views import cards, listing
from policycli.views.in_force import mark
from tests.views.making import EAST, WEST, rows

ENTRIES = [Entry("east", EAST, EAST), Entry("west", WEST, WEST)]


def answer(entry: Entry[object]) -> str:
    """What is known of the two."""
    return "yes" if entry.id == "east" else "unknown"


@pytest.mark.parametrize(("lang", "words"), [("zh", ["是", "不详"]), ("en", ["yes", "unknown"])])
def test_a_column_and_a_key_say_whether_it_was_in_force(lang: str, words: list[str]) -> None:
    """The column is in words, the key a code."""
    language.use(lang)
    view = mark(listing.policies(ENTRIES), "2022", answer)
    assert [row["in_force"] for row in rows(view)] == words
    assert [view.data(item)["in_force"] for item in view.items] == ["yes", "unknown"]
    assert ("as_of", "2022") in view.extra


def test_a_card_says_it_last() -> None:
    """As a fact that names the day."""
    view = mark(cards.view([Entry("east", EAST, EAST)], ["east"]), "2022-06", answer)
    assert view.card
    assert view.card(view.items[0]).facts[-1] == ("in force on 2022-06", "yes")


def test_without_a_day_the_view_is_as_it_was() -> None:
    """Nothing is added that was not asked for."""
    view = listing.policies(ENTRIES)
    assert mark(view, "", answer) is view
