"""Heads of papers of towns, as crawled: with a state, a number in front, or no title at all."""

import pytest

from policycli.exchange.intake import drafts
from policycli.ingest.extract.bodies import bodies
from policycli.ingest.readers.text import parse
from policycli.records.model import Policy

TEXT = "为支持青年安居，现通知如下：\n一、提高补贴。\n二、简化手续。\n"


def policy(text: str) -> Policy:
    """The only policy of a text."""
    (found,) = drafts(list(parse(text)), "paper.txt")
    return found.policy


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (
            "关于发放购房补贴的通知\n（征求意见稿）\n",
            "关于发放购房补贴的通知（征求意见稿）",
        ),
        (
            "\n关于调整提取政策的通知\n\n(征求意见稿)\n\n各缴存单位：\n",
            "关于调整提取政策的通知(征求意见稿)",
        ),
        (
            "青河中心〔2024〕5号 青河市房管局关于促进安居有关工作的通知\n",
            "青河市房管局关于促进安居有关工作的通知",
        ),
        ("\n青年家庭购买住房\n\n公 告\n\n", "青年家庭购买住房公 告"),
        (
            "青河市房管局\n发布通知\n关于优化安居办理的通知\n各办事处：\n",
            "关于优化安居办理的通知",
        ),
    ],
)
def test_a_title_is_whole(head: str, title: str) -> None:
    """With its state and what kind of paper it is; what only says that there is news is none."""
    assert policy(head + TEXT).title == title


def test_a_text_broken_over_lines_is_no_title() -> None:
    """It opens as a text does; then the name of the file stands for it, which is marked."""
    text = "为深入贯彻落实《国务院关于支持青年\n安居的决定》（青发〔2021〕30号），\n" + TEXT
    (found,) = drafts(list(parse(text)), "paper.txt")
    assert (found.policy.title, found.policy.issuers) == ("paper", ())
    assert any(check.key == "title" for check in found.checks)


def test_a_title_set_off_line_by_line_is_one_and_its_annex_no_other_policy() -> None:
    """Each line has empty lines around it; the notice says what it sends."""
    text = (
        "青河市人民政府办公室关于印发青河市促进\n\n青年安居工作方案的通知\n\n青政办〔2025〕14号\n\n"
        "各县人民政府：\n\n现将《青河市促进青年安居工作方案》印发给你们。\n\n青河市人民政府办公室\n\n"
        "2025年6月6日\n\n（本文有删减）\n\n青河市促进青年\n\n安居工作方案\n\n为支持青年，制定本方案。\n\n"
        "一、建房\n\n新建住房100套。\n\n二、补贴\n\n发放补贴。\n"
    )
    found = policy(text)
    assert found.title == "青河市人民政府办公室关于印发青河市促进青年安居工作方案的通知"
    assert (found.doc_number, found.date) == ("青政办〔2025〕14号", "2025-06-06")


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("青河市公安局中国人民银行青河市分行", ["青河市公安局", "中国人民银行青河市分行"]),
        (
            "青河市财政局国家税务总局青河市税务局青河市民政局",
            ["青河市财政局", "国家税务总局青河市税务局", "青河市民政局"],
        ),
        ("证监会国资委全国工商联", ["证监会", "国资委", "全国工商联"]),
    ],
)
def test_bodies_with_branches_stand_beside_those_of_the_place(line: str, names: list[str]) -> None:
    """The name of the place inside that of a branch begins no other body."""
    assert bodies(line) == names


def test_what_a_title_sends_without_marks_is_a_paper() -> None:
    """关于印发…工作要点的通知."""
    found = policy("青河市房管局关于印发2025年青河市安居工作要点的通知\n各县：\n" + TEXT)
    assert [(d.title, d.role) for d in found.documents] == [("2025年青河市安居工作要点", "issued")]


@pytest.mark.parametrize("line", ["政策背景\n", "12月17日，\n"])
def test_a_line_that_names_no_paper_is_marked(line: str) -> None:
    """A section, a menu or a day: open rather than wrong."""
    (found,) = drafts(list(parse(line + TEXT)), "paper.txt")
    assert any(check.key == "title" for check in found.checks)
