"""Red lines: sentences that cross one, and such that only look like it."""

import pytest

from policycli.review.clauses import Clause, Draft
from policycli.review.ranks import NORMATIVE, Place
from policycli.review.redlines import red_lines


def _rules(text: str) -> set[str]:
    draft = Draft("", None, "", "", Place("52", NORMATIVE), (Clause(1, "第一条", text),))
    return {finding.rule for finding in red_lines(draft)}


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("fair-8-1", "开办托育点应当经街道办事处审核同意后方可营业。"),
        ("fair-8-3", "会议须统一安排在市接待中心召开。"),
        ("fair-9-1", "享受补助的企业十年内不得迁离本县。"),
        ("fair-9-2", "外地监理企业应当在本市设立分公司。"),
        ("fair-9-3", "评标时在本市缴纳社保的投标人加3分。"),
        ("fair-10-1", "对入驻企业免征房产税三年。"),
        ("fair-10-2", "按企业地方财力贡献的五成给予奖励。"),
        ("fair-11-3", "洗车收费不得高于二十元。"),
        ("penalty", "逾期不报的，处两千元罚款。"),
        ("coercion", "拒不清退的，可以扣押其工具。"),
        ("rights", "对决定不服的，不得申请行政复议。"),
        ("interpret", "本细则由市粮油行业协会负责解释。"),
    ],
)
def test_crosses(line: str, text: str) -> None:
    """Each line is recognised in a sentence of its kind."""
    assert line in _rules(text)


@pytest.mark.parametrize(
    "text",
    [
        "招标文件不得要求投标人在本市缴纳社保。",
        "外地企业与本市企业同等享受补助。",
        "逾期不报的，依照《中华人民共和国统计法》处以罚款。",
        "全市累计查处案件三十起，罚款二百万元。",
        "过去要求外地企业在本市设立分公司的规定，现予废止。",
        "因防汛应急需要，汛期期间对砂石车辆实行临时管制，汛期结束即行终止，不得收取费用。",
    ],
)
def test_only_looks_like_it(text: str) -> None:
    """What forbids, treats alike, rests on a law or reports crosses nothing."""
    assert _rules(text) == set()


def test_a_guard_excuses_its_own_half_alone() -> None:
    """自愿 in the first half does not excuse the second."""
    assert "fair-8-3" in _rules("企业自愿选择培训单位，但仅市技工学院出具的证书可以作为补贴依据。")
