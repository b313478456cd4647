"""What a draft says otherwise than the law above it."""

import pytest

from policycli.finding import Finding
from policycli.norms.articles import Article, Counterpart
from policycli.records.model import Policy
from policycli.review.model import Review
from policycli.review.topic import carried_out
from tests.review.conftest import Reviewed

METER = "取水单位应当自建成之日起三十日内安装计量设施，并向水行政主管部门报送安装情况。"
REWARD = "节水改造奖励从节水收益中提取，不低于百分之三十。获得奖励的单位不得重复申报同一改造项目。"


def _of(review: Review, *kinds: str) -> list[Finding]:
    return [finding for finding in review.findings if finding.kind in kinds]


def test_what_repeats_the_law_is_consistent(reviewed: Reviewed) -> None:
    """The same words, and equal terms, give no finding about the norm."""
    review = reviewed(METER.replace("应当", "须"), REWARD)

    assert _of(review, "figure", "deadline", "modality", "missing-duty") == []
    assert review.counterparts[1][0].article.id == "water-law.a2"


def test_a_lowered_floor_is_an_error(reviewed: Reviewed) -> None:
    """Where the law says at least thirty in a hundred, twenty is less than allowed."""
    (finding,) = _of(reviewed(METER, REWARD.replace("三十", "二十")), "figure")

    assert (finding.severity, finding.direction) == ("error", "laxer")
    assert (finding.value, finding.basis_value, finding.unit) == (20, 30, "%")
    assert finding.basis
    assert finding.basis.id == "water-law.a3"
    assert finding.clause == 2
    assert "二十" in finding.words


def test_a_raised_floor_is_a_note(reviewed: Reviewed) -> None:
    """Giving more than the least the law wants contradicts nothing."""
    (finding,) = _of(reviewed(REWARD.replace("三十", "五十")), "figure")

    assert (finding.severity, finding.direction) == ("note", "stricter")


def test_a_longer_deadline_is_an_error(reviewed: Reviewed) -> None:
    """The deadline of the law cannot be put off."""
    (finding,) = _of(reviewed(METER.replace("三十日", "六十日")), "deadline")

    assert (finding.severity, finding.direction) == ("error", "laxer")


@pytest.mark.parametrize(
    ("was", "now", "direction"),
    [("应当自建成", "可以自建成", "laxer"), ("可以向工业", "应当向工业", "stricter")],
)
def test_a_modal_that_changed(reviewed: Reviewed, was: str, now: str, direction: str) -> None:
    """A duty that became a choice, and a choice that became a duty, are found."""
    supply = "经省级水行政主管部门批准，再生水企业可以向工业园区供应再生水。"
    (finding,) = _of(reviewed(METER.replace(was, now), supply.replace(was, now)), "modality")

    assert finding.direction == direction


def test_a_prohibition_left_out_is_missing(reviewed: Reviewed) -> None:
    """A prohibition of the article on the same matter that no clause has is named."""
    missing = _of(reviewed(REWARD.partition("。")[0] + "。"), "missing-duty")

    assert ["不得重复申报" in (f.basis.words if f.basis else "") for f in missing] == [True]


def test_a_duty_that_another_clause_has_is_not_missing(reviewed: Reviewed) -> None:
    """The whole draft is looked through."""
    first, _sign, second = REWARD.partition("。")

    assert not _of(reviewed(first + "。", second), "missing-duty")


def test_a_condition_left_out(reviewed: Reviewed) -> None:
    """Who drops the approval that the law wants is told so."""
    (finding,) = _of(
        reviewed("再生水企业可以向工业园区供应再生水。"), "condition-dropped", "scope", "body"
    )

    assert finding.basis
    assert "批准" in finding.basis.words


def test_an_older_version_is_no_basis(reviewed: Reviewed) -> None:
    """Of two versions of a law the newer one binds."""
    review = reviewed(METER)

    assert {paper.id for paper in review.bases} & {"water-law", "water-law-old"} == {"water-law"}


def test_the_replaced_version_is_no_basis(reviewed: Reviewed) -> None:
    """What the draft takes the place of does not bind it."""
    review = reviewed(METER, replaces="water-law")

    assert "water-law" not in {paper.id for paper in review.bases}


def test_sister_provinces_are_no_basis_unless_asked_for(reviewed: Reviewed) -> None:
    """A rule of another province comes in a list of its own, when asked for."""
    clause = "工业园区应当建设再生水管网，再生水利用率不低于百分之二十。"
    title = "贵州省节约用水若干规定"

    assert "zhejiang-water" not in {p.id for p in reviewed(clause, title=title).bases}
    (paper,) = [
        p for p in reviewed(clause, title=title, bases="all").bases if p.id == "zhejiang-water"
    ]
    assert paper.relation == "sister"


def test_the_province_binds_its_cities(reviewed: Reviewed) -> None:
    """A rule of the province is higher for a draft of its city."""
    review = reviewed("工业园区应当建设再生水管网，再生水利用率不低于百分之二十。")

    assert review.counterparts[1][0].relation == "higher"


def test_only_and_ignore_choose_kinds(reviewed: Reviewed) -> None:
    """What is not wanted is left out."""
    draft = (METER.replace("应当", "可以"), REWARD.replace("三十", "二十"))

    assert {f.kind for f in reviewed(*draft, only=("figure",)).findings} == {"figure"}
    assert "figure" not in {f.kind for f in reviewed(*draft, ignore=("figure",)).findings}


def test_a_law_may_punish(reviewed: Reviewed) -> None:
    """A penalty is a red line for a 规范性文件, not for a law of a region's congress."""
    rule = reviewed("擅自占用节水设施的，处三千元罚款。")
    law = reviewed("擅自占用节水设施的，处三千元罚款。", title="杭州市节约用水条例")

    assert [f.rule for f in _of(rule, "red-line")] == ["penalty"]
    assert not _of(law, "red-line")


def test_a_figure_that_the_law_leaves_open(reviewed: Reviewed) -> None:
    """Who lays down a deadline where the law has none is told so, as no error."""
    draft = METER.replace("并向水行政主管部门", "并在十个工作日内向水行政主管部门")
    found = [f for f in reviewed(draft).findings if f.rule == "deadline-specified"]

    assert [(f.unit, f.value, f.severity) for f in found] == [("工作日", 10, "note")]


def test_what_an_article_has_is_missed_once(reviewed: Reviewed) -> None:
    """Two clauses on one article do not both miss what it has."""
    first = REWARD.partition("。")[0] + "。"
    review = reviewed(first, first.replace("收益中提取", "收益中依法提取"))

    assert len(_of(review, "missing-duty")) == 1


def test_a_changed_figure_is_reported_once(reviewed: Reviewed) -> None:
    """What is a figure is no other term besides, and what it measures is said whole."""
    (finding,) = reviewed(REWARD.replace("三十", "五十")).findings

    assert (finding.kind, finding.measure) == ("figure", "节水改造奖励从节水收益中")


def test_a_scale_of_fines_is_one_figure(reviewed: Reviewed) -> None:
    """A scale that goes above that of the law is one finding with both scales."""
    fine = "违反本规定，未安装计量设施的，由水行政主管部门责令安装，处一万元以上九万元以下罚款。"
    (finding,) = _of(reviewed(METER, fine, title="浙江省计量条例"), "figure")

    assert finding.basis
    assert ("九万元" in finding.words, "五万元" in finding.basis.words) == (True, True)
    assert finding.direction == "different"


def test_the_same_of_the_draft_s_own_place_is_no_difference(reviewed: Reviewed) -> None:
    """A local draft may say 本规定 where the law says 本法, and no more is made of it."""
    fine = "违反本规定，未安装计量设施的，由水行政主管部门责令安装，处一万元以上五万元以下罚款。"

    assert not _of(reviewed(METER, fine, title="浙江省计量条例"), "term", "scope", "definition")


def test_a_limit_to_a_right_is_laxer(reviewed: Reviewed) -> None:
    """A figure where the law gives a right without one narrows the right."""
    draft = "居民家庭因抢险救灾增加的用水，三个月内免交水资源费。"
    (finding,) = reviewed(draft, title="杭州市用水条例").findings

    assert (finding.kind, finding.direction, finding.severity) == ("deadline", "laxer", "warning")


def test_other_words_for_a_duty_are_no_missing_duty(reviewed: Reviewed) -> None:
    """The norm of the clause that is most like a duty says it, if in quite other words."""
    draft = "取水单位应当在设施建成后三十日内安装计量设施，将安装情况告知水行政主管部门。"

    assert not _of(reviewed(draft), "missing-duty")


def test_another_level_of_government_is_another_body(reviewed: Reviewed) -> None:
    """市级以上 is found where the article only knows 县级以上, also in quite other words."""
    law = "县级以上人民政府应当将节水改造奖励纳入预算，按照节水量给予单位奖励。"
    review = reviewed(
        "节水改造有成效的，市级以上人民政府应当在本级预算中安排奖励。", against=("reward-law",)
    )

    (finding,) = _of(review, "body")
    assert finding.basis
    assert finding.basis.words in law
    assert ("县级以上" in finding.message, "市级以上" in finding.message) == (True, True)


def test_a_paper_of_another_matter_is_not_compared(reviewed: Reviewed) -> None:
    """What the draft does not carry out, and what is not its topic, makes no finding."""
    review = reviewed(METER, REWARD, "物业服务人应当公示收费标准。")

    assert not [f for f in review.findings if f.clause == 3 and f.kind != "red-line"]


def test_a_share_that_no_clause_has_is_missing(reviewed: Reviewed) -> None:
    """What a law lays down in figures is asked for where the draft follows that law."""
    title = "浙江省实施《中华人民共和国节水促进法》办法"
    supply = "经省级水行政主管部门批准，再生水企业可以向工业园区供应再生水。"
    missing = _of(reviewed(METER, supply, title=title), "missing-duty")

    assert [f.rule for f in missing if f.basis and "百分之三十" in f.basis.words] == [
        "missing-duty-of-basis"
    ]


def test_a_burden_that_the_law_does_not_know(reviewed: Reviewed) -> None:
    """A deposit that no article which governs the clause asks for is named; its absence is not."""
    deposit = METER.replace("并向水", "缴纳装置保证金，并向水")
    title = "杭州市取水条例"
    burdens = [f for f in reviewed(deposit, title=title).findings if f.rule == "burden-added"]

    assert [(f.kind, f.severity, f.direction) for f in burdens] == [
        ("condition-added", "warning", "stricter")
    ]
    assert "保证金" in burdens[0].message
    assert not [f for f in reviewed(METER, title=title).findings if f.rule == "burden-added"]


def test_short_norms_are_compared_sign_by_sign(reviewed: Reviewed) -> None:
    """In a norm of few words one other word leaves little alike, and is found all the same."""
    draft = REWARD.replace("不得重复申报同一改造项目", "不得重复获取同一改造项目")
    (finding,) = reviewed(draft).findings

    assert finding.kind == "term"
    assert ("获取" in finding.words, finding.severity) == (True, "note")


def test_fines_for_other_violations_are_not_compared(reviewed: Reviewed) -> None:
    """Scales of fines look alike; only those of articles much like the clause are held together."""
    fine = "在再生水管网上私自开口取水的，由水行政主管部门责令改正，处二万元以上九万元以下罚款。"
    same = "未安装计量设施的，由水行政主管部门责令安装，处二万元以上九万元以下罚款。"
    title = "杭州市用水条例"

    assert not _of(reviewed(fine, title=title), "figure")
    assert [f.value for f in _of(reviewed(same, title=title), "figure")] == [20_000]


def test_a_penalty_for_acts_that_the_draft_leaves_alone_is_not_missing(reviewed: Reviewed) -> None:
    """What a law punishes need not be punished again in a draft that carries the law out."""
    title = "浙江省实施《中华人民共和国节水促进法》办法"
    fine = "未安装计量设施的，由水行政主管部门责令安装，处一万元以上五万元以下罚款。"

    assert not [
        f
        for f in _of(reviewed(METER, REWARD, title=title), "missing-duty")
        if f.basis and "罚款" in f.basis.words
    ]
    assert not _of(reviewed(METER, REWARD, fine, title=title), "missing-duty")


def test_a_duty_that_a_clause_hands_on_is_not_missing(reviewed: Reviewed) -> None:
    """A clause that has all done as the law says leaves nothing out."""
    title = "浙江省实施《中华人民共和国节水促进法》办法"
    reward = "节水改造奖励依照《中华人民共和国节水促进法》的规定执行。"

    assert [f.basis.clause for f in _of(reviewed(METER, reward, title=title), "missing-duty")
            if f.basis and f.clause == 2] == []  # fmt: skip


def test_a_rule_of_the_same_rank_is_no_more_than_a_hint(reviewed: Reviewed) -> None:
    """What a neighbour by rank has otherwise contradicts nothing, unless it is the same article."""
    clause = "新建的工业园区要建设雨水管网，雨水和再生水的利用率合计不低于百分之十五。"
    found = _of(reviewed(clause, title="浙江省工业园区条例", bases="all"), "figure")

    assert {f.severity for f in found} <= {"note"}


def test_sanctions_keep_to_the_kinds_of_the_law(reviewed: Reviewed) -> None:
    """For the same acts another kind of penalty is more than the law has, a lacking one is less."""
    title = "浙江省实施《中华人民共和国节水促进法》办法"
    acts = "未安装计量设施的，由水行政主管部门责令安装，"
    more = acts + "处二万元罚款，可以吊销取水许可证。"
    (added,) = _ruled(reviewed(more, title=title), "sanction")
    (lacking,) = _ruled(reviewed(acts + "给予警告。", title=title), "sanction-left")

    assert (added.rule, added.severity) == ("sanction-added", "warning")
    assert added.differs == ("吊销", "")
    assert (lacking.severity, lacking.differs) == ("note", ("", "罚款"))


def test_sanctions_of_another_paper_are_not_left_out(reviewed: Reviewed) -> None:
    """A clause that hands the sanction on to the law leaves none of its kinds out."""
    title = "浙江省实施《中华人民共和国节水促进法》办法"
    clause = "未安装计量设施的，责令安装，依照《中华人民共和国节水促进法》的规定处罚。"

    assert _ruled(reviewed(clause, title=title), "sanction") == []


def test_room_that_only_one_side_leaves(reviewed: Reviewed) -> None:
    """原则上不得 allows what 不得 does not; the same word on both sides is no difference."""
    title = "浙江省实施《中华人民共和国节水促进法》办法"
    clause = REWARD.replace("不得重复", "原则上不得重复")
    (finding,) = _ruled(reviewed(clause, title=title), "room")

    assert (finding.direction, finding.severity) == ("laxer", "warning")
    assert finding.differs == ("原则上", "不得")
    assert _ruled(reviewed(REWARD, title=title), "room") == []


def test_a_part_of_a_duty_is_missing(reviewed: Reviewed) -> None:
    """Of a duty to do two things a clause that has only the first lacks the second."""
    title = "浙江省实施《中华人民共和国节水促进法》办法"
    clause = "取水单位应当自建成之日起三十日内安装计量设施。"
    (finding,) = _ruled(reviewed(clause, title=title), "missing-part")

    assert finding.basis
    assert finding.basis.words == "并向水行政主管部门报送安装情况"
    assert _ruled(reviewed(METER, title=title), "missing-part") == []


def _ruled(review: Review, rule: str) -> list[Finding]:
    return [finding for finding in review.findings if finding.rule.startswith(rule)]


def test_a_title_says_which_of_its_laws_a_draft_is_of() -> None:
    """Of the laws that a draft rests on those named in its title count, where it names any."""
    titles = {"farm": "中华人民共和国农产品质量安全法", "food": "中华人民共和国食品安全法"}
    found = {
        1: tuple(
            Counterpart(Article(f"{name}.a1", Policy(name, title), "", ""), "higher", 1.0, 1.0)
            for name, title in titles.items()
        )
    }
    both = frozenset(titles)

    assert carried_out("浙江省农产品质量安全规定", found, both) == {"farm"}
    assert carried_out("浙江省城市公园管理办法", found, both) == both


def test_the_same_figure_in_other_words_is_no_missing_duty(reviewed: Reviewed) -> None:
    """比例不低于百分之三十 is said by 至少提取百分之三十."""
    title = "浙江省实施《中华人民共和国节水促进法》办法"
    clause = (
        "单位从节水收益中至少提取百分之三十作为改造奖励。获得奖励的单位不得重复申报同一改造项目。"
    )

    assert not [
        f
        for f in _of(reviewed(clause, title=title), "missing-duty")
        if f.basis and "百分之三十" in f.basis.words
    ]
