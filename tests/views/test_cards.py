"""Records in full."""

import pytest

from policycli import language
from policycli.analysis.documents import Paper
from policycli.analysis.links import Link
from policycli.records.model import Entry, Measure, Policy, Relation, Step
from policycli.views import cards
from policycli.views.cards import Record
from policycli.views.model import Card
from tests.views.making import EAST, FUND, FUND_ENTRY, RULES, WEST, plain, rows

PAPER = Entry[Record]("east", EAST, Paper(EAST, RULES, ("east", "east.fund")))


def card_of(entry: Entry[Record], *links: Link) -> Card:
    """The card of one record."""
    view = cards.view([entry], ["x"], links=lambda _policy: links)
    assert view.card
    return view.card(entry)


def facts_of(card: Card) -> dict[str, object]:
    """The facts of a card by their labels."""
    return {fact.label: plain(fact.value) for fact in card.facts}


def test_a_line_of_each_kind_of_record() -> None:
    """Policies, measures and documents have the same columns; what one has not is empty."""
    language.use("zh")
    entries: list[Entry[Record]] = [Entry("east", EAST, EAST), Entry(*FUND_ENTRY), PAPER]
    policy, measure, paper = rows(cards.view(entries, []))
    assert (policy["lead"], policy["end"]) == ("东河市科技局", "")
    assert (measure["title"], measure["end"]) == ("东河转化基金", "服务端")
    assert (paper["title"], paper["lead"], paper["summary"]) == (
        "《东河市转化办法》",
        "东河市政府",
        "",
    )


@pytest.mark.parametrize(
    ("lang", "title", "official", "policy"),
    [
        ("zh", "东河转化基金", "", "东河市成果转化行动"),
        (
            "en",
            "Donghe transfer fund",
            "东河转化基金",
            "Donghe's transfer drive\n东河市成果转化行动",
        ),
    ],
)
def test_a_measure_is_never_english_alone(
    lang: str, title: str, official: str, policy: str
) -> None:
    """Its own official title and its policy's stand with the English ones."""
    language.use(lang)
    card = card_of(Entry(*FUND_ENTRY))
    assert (card.id, card.title, card.official) == ("east.fund", title, official)
    label = "政策" if lang == "zh" else "policy"
    assert facts_of(card)[label] == policy


def test_a_measure_has_tables_of_what_it_has() -> None:
    """Steps are numbered; a table with nothing in it is left out."""
    measure = FUND._replace(steps=(Step("征集", "市科技局"), Step("公示")), documents=())
    card = card_of(Entry("east.fund", EAST, measure))
    assert [section.heading for section in card.sections] == ["Steps", "Figures"]
    assert [list(row.values()) for row in rows(card.sections[0])] == [
        [1, "市科技局", "征集"],
        [2, "", "公示"],
    ]
    assert card_of(Entry("west.m", WEST, Measure("m", "无"))).sections == ()


def test_a_policy_lists_its_measures_under_their_full_ids() -> None:
    """With the official title beside an English one."""
    policy = EAST._replace(measures=(FUND,))
    (section,) = card_of(Entry("east", EAST, policy)).sections
    assert rows(section) == [
        {
            "id": "east.fund",
            "title": "Donghe transfer fund",
            "end": "service",
            "official": "东河转化基金",
        }
    ]


def test_a_policy_says_who_ended_it_and_what_it_relates_to() -> None:
    """Repeals change what holds, so they are facts of their own; other relations are listed."""
    language.use("zh")
    policy = EAST._replace(
        relations=(Relation("based_on", "促进科技成果转化法"), Relation("cites", "west"))
    )
    facts = facts_of(
        card_of(
            Entry("east", EAST, policy),
            Link("repeals", WEST, EAST),
            Link("interprets", Policy("faq", "问答"), EAST),
            Link("cites", EAST, WEST),
        )
    )
    assert facts["废止它的"] == "西山市办法 (west)"
    assert facts["相关"] == "\n".join(
        ["解读见 问答 (faq)", "引用 西山市办法 (west)", "依据 促进科技成果转化法"]
    )


def test_a_document_has_a_card_too() -> None:
    """It names the policy and the records that name it."""
    card = card_of(PAPER)
    assert (card.id, card.title) == ("east", "《东河市转化办法》")
    assert facts_of(card)["policy"] == "Donghe's transfer drive\n东河市成果转化行动"
    assert [row["id"] for row in rows(card.sections[0])] == ["east", "east.fund"]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_data_says_where_a_measure_belongs(lang: str) -> None:
    """Codes and both titles, whatever the screen speaks."""
    language.use(lang)
    data = cards.data(FUND_ENTRY)
    assert (data["id"], data["policy"], data["end"]) == ("east.fund", "east", "service")
    assert (data["title"], data["title_en"]) == ("东河转化基金", "Donghe transfer fund")
    assert data["region"]["code"] == "990200"


def test_a_limit_leaves_the_total() -> None:
    """What is cut off is known."""
    view = cards.view([PAPER, PAPER], ["x", "y"], limit=1)
    assert (len(view.items), view.total, view.truncated) == (1, 2, True)
