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
        ("fair-8-2", "屠宰加工业务划归县肉联集团，今后不再公开选择经营者。"),
        ("fair-8-3", "印制票据一律到市财政局遴选的两家单位办理，其他单位印制的不予认可。"),
        ("fair-8-4", "社会资本不得参与本区殡仪馆建设项目投标，外资企业不列入合作名单。"),
        ("fair-8-5", "每个社区最多三家棋牌室，相邻两家的间距须在二百米以上。"),
        ("fair-9-6", "享受补助的护士五年内不得离开本市就业，人才一律留在本市。"),
        ("fair-10-3", "对签约企业，土地出让金由园区以扶持资金名义返还六成。"),
        ("fair-10-4", "入驻商户应当预交一万元诚意金。"),
        ("fair-11-1", "由县茶叶协会确定各茶厂的最低收购价，会员一律执行。"),
        ("fair-11-2", "民办学校食堂的餐费价格由管委会核定。"),
        ("fair-11-4", "平台企业须每月上报客户信息和进货价。"),
        ("permit", "从事导购的人员应当取得县商务局签发的准购证。"),
        ("fee", "摊主每日缴纳占道费五元。"),
        ("retroactive", "本办法公布前领取的补贴，超过新标准的部分应当退还。"),
        ("delegation", "乱停车的，由停车公司作出罚款决定。"),
    ],
)
def test_crosses(line: str, text: str) -> None:
    """Each line is recognised in a sentence of its kind."""
    assert line in _rules(text)


@pytest.mark.parametrize(
    "text",
    [
        "当事人对罚款决定不服的，可以申请行政复议。",
        "因检修需要停水停电的，供水供电单位应当提前公告。",
        "项目承担单位变更项目负责人的，应当报市科技局批准。",
        "对奶农减免所得税的，按照企业所得税法的规定执行。",
        "奖励不得与企业的纳税额挂钩。",
        "污染物排放实行总量控制，超过总量的企业限期治理。",
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


@pytest.mark.parametrize(
    "text",
    [
        "市级部门不得有下列行为：\n（一）要求投标人在本市缴纳社保；\n（二）外地企业须设立分公司。",
        "禁止下列做法：外地监理企业应当在本市设立分公司；按企业地方财力贡献的五成给予奖励。",
        "有下列行为之一的，由上级机关责令改正：（一）要求企业缴纳办证费五十元的；",
    ],
)
def test_items_of_a_list_are_forbidden_by_the_words_above_it(text: str) -> None:
    """What stands below 不得有下列行为, or is what somebody is liable for, crosses no line."""
    assert _rules(text) == set()


def test_items_of_another_list_cross_lines() -> None:
    """A list of conditions or duties excuses nothing, nor does a list of bans what follows it."""
    assert "fair-9-2" in _rules("申报单位应当具备下列条件：\n（一）外地企业须在本市设立分公司；")
    bans = "不得有下列行为：\n（一）弄虚作假。\n外地监理企业应当在本市设立分公司。"
    assert "fair-9-2" in _rules(bans)
    assert "penalty" in _rules("有下列行为之一的，处两千元罚款：\n（一）逾期不报的；")


def test_the_title_of_a_paper_crosses_nothing() -> None:
    """《…减免…税的公告》 is a name; the same words in the sentence itself lay something down."""
    assert _rules("申领对象见《关于减免车辆购置税的公告》所附目录。") == set()
    assert "fair-10-1" in _rules("对园区企业减免车辆购置税。")


def test_what_is_free_is_no_fee() -> None:
    """免交 and 减收 take nothing."""
    assert "fee" not in _rules("孵化企业免交评审费，减收场地使用费。")
    assert "fee" in _rules("孵化企业应当交纳评审费。")


def test_the_parts_of_an_act_stand_in_any_order_but_near_each_other() -> None:
    """A supplier at the end of a sentence is found; one that is far away belongs to other words."""
    near = "其他机构的报告不予认可，体检一律到仁和诊所进行。"
    far = near.replace("，体检", "，" + "同时说明有关情况和数据" * 6 + "，体检")

    assert "fair-8-3" in _rules(near)
    assert "fair-8-3" not in _rules(far)


def test_statutes_may_lay_down_permits() -> None:
    """A local statute (地方性法规) may, a 规范性文件 may not."""
    clause = Clause(1, "第一条", "开办托育点应当经街道办事处审核同意后方可营业。")
    statute = Draft("", None, "", "", Place("52", 5), (clause,))

    assert list(red_lines(statute)) == []


def test_a_guard_excuses_its_own_half_alone() -> None:
    """自愿 in the first half does not excuse the second."""
    assert "fair-8-3" in _rules("企业自愿选择培训单位，但仅市技工学院出具的证书可以作为补贴依据。")


def test_a_sentence_without_end_is_read_in_parts() -> None:
    """What crosses a line far into words that never stop is still found."""
    endless = "有关方面继续做好相关工作，" * 200
    assert "penalty" in _rules(f"{endless}逾期不报的，处两千元罚款，{endless}")
