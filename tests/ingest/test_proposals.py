"""End, instrument and themes that the words of a measure propose."""

import pytest

import policycli
from policycli.exchange.intake import drafts
from policycli.ingest.extract.proposals import proposals
from policycli.ingest.readers.text import parse

_RIGHT = 0.9


def proposed(title: str, text: str = "") -> dict[str, tuple[str, ...]]:
    """The values that are proposed, by key."""
    return {each.key: each.values for each in proposals(title, text)}


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        (
            "建设科技企业孵化器",
            {"end": ("supply",), "instrument": ("PI022",), "themes": ("企业培育", "创新平台")},
        ),
        (
            "设立产业发展基金",
            {"end": ("service",), "instrument": ("PI013",), "themes": ("科技金融",)},
        ),
        ("开展其他工作", {}),
    ],
)
def test_words_of_a_title_propose(title: str, expected: dict[str, tuple[str, ...]]) -> None:
    """What they say clearly; nothing where they say nothing."""
    assert proposed(title) == expected


def test_what_is_not_clear_is_not_proposed() -> None:
    """Words of two ends in a title, or words in the text alone, decide nothing."""
    assert "end" not in proposed("建设孵化器和技术市场")
    assert "end" not in proposed("开展其他工作", "建设孵化器。")
    assert "end" not in proposed("建设孵化器", "服务于技术市场、技术交易和中试基地。")


def test_proposals_for_the_bundled_measures_are_right() -> None:
    """At least nine of ten, and for more than half of them there is one."""
    selected = policycli.open_catalogue().select().measures
    records = [entry.record for entry in selected]
    for key in ("end", "instrument"):
        found = [(proposed(r.title, r.summary).get(key), getattr(r, key)) for r in records]
        pairs = [(values[0], code) for values, code in found if values]
        right = sum(value == code for value, code in pairs)
        assert right >= _RIGHT * len(pairs)
        assert len(pairs) > len(records) / 2


def test_a_draft_marks_what_is_proposed() -> None:
    """With the words; preambles and articles without a name get no proposal."""
    (draft,) = drafts(
        list(parse("某意见\n为建设孵化器。\n一、建设孵化器。新建。\n二、其他。办。\n")), "a.txt"
    )
    marks = [(c.measure, c.key, c.words) for c in draft.checks if c.measure]
    assert marks == [
        ("item-1", "end", "孵化器"),
        ("item-1", "instrument", "孵化器"),
        ("item-1", "themes", "孵化器"),
    ]
    (law,) = drafts(list(parse("某法\n第一条　建设孵化器。\n第二条　办。\n")), "a.txt")
    assert not [check for check in law.checks if check.measure]


def test_words_come_in_one_order() -> None:
    """That of their signs, so that the same papers give the same catalogue in every process."""
    (themes,) = (
        each for each in proposals("建设基金、信贷、贴息和保险", "") if each.key == "themes"
    )
    assert themes.words == ("保险", "信贷", "基金", "贴息")
