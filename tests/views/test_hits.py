"""What a search shows."""

import pytest

from policycli import language
from policycli.records.model import Measure, Policy, Region
from policycli.search.answer import Answer, Hit, Match
from policycli.views import hits
from policycli.views.model import Text

REGION = Region("520000", "贵州省", "Guizhou")
HEAD = Policy("guizhou", "贵州机制", "Guizhou's mechanism", region=REGION)
LEDGER = Measure("ledger", "政策台账", "梳理政策", title_en="Policy ledger", end="environment")
TITLE = Match("title", "exact", "政策台账", ((2, 4),), 90.0)
TEXT = Match("policy.keywords", "phonetic", "台账、清单", ((0, 2),), 80.0)


def cells(*matched: Match) -> dict[str, object]:
    """The cells of one hit, by the keys of their columns."""
    answer = Answer([Hit("guizhou.ledger", HEAD, LEDGER, 91.26, matched)], 1, ())
    view = hits.view(answer, "台账")
    (hit,) = view.items
    return {column.key: column.cell(hit) for column in view.columns}


def test_a_match_in_the_title_is_marked_there() -> None:
    """A title that matched needs no note under it; the label is that of the weakest match."""
    language.use("zh")
    row = cells(TITLE, TEXT)
    assert row["title"] == Text("政策台账", ((2, 4),))
    assert (row["matched"], row["how"], row["end"], row["region"]) == ("", "读音", "环境端", "贵州")


def test_a_match_elsewhere_is_quoted() -> None:
    """The note names the field, and its marks are true to its text."""
    language.use("zh")
    note = cells(TEXT)["matched"]
    assert isinstance(note, Text)
    assert note.text == "政策关键词：台账、清单"
    assert [note.text[start:end] for start, end in note.marks] == ["台账"]


def test_a_chinese_match_is_marked_under_an_english_title() -> None:
    """In English the official title stands under the English one, with what matched marked."""
    row = cells(TITLE)
    assert row["title"] == Text("Policy ledger", ())
    assert row["official"] == Text("政策台账", ((2, 4),))
    assert row["matched"] == ""
    language.use("zh")
    assert "official" not in cells(TITLE)


def test_the_score_is_rounded() -> None:
    """Scores have one decimal."""
    assert cells(TITLE)["score"] == 91.3


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_data_is_the_same_in_every_language(lang: str) -> None:
    """Scripts get codes and both titles, whatever the screen speaks."""
    language.use(lang)
    view = hits.view(Answer([Hit("guizhou", HEAD, HEAD, 100.0, (TITLE,))], 1, ()), "贵州")
    assert view.data(view.items[0]) == {
        "id": "guizhou",
        "policy": "guizhou",
        "title": "贵州机制",
        "title_en": "Guizhou's mechanism",
        "summary": "",
        "text": "",
        "region": {"code": "520000", "name": "贵州省", "name_en": "Guizhou"},
        "end": "",
        "score": 100.0,
        "matched": [{"field": "title", "how": "exact", "text": "政策台账"}],
        "how": "exact",
        "missing": [],
        "type": "policy",
        "state": "",
    }
