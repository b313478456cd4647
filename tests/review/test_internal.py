"""What does not fit within a draft."""

import pytest

from tests.review.conftest import Reviewed


def test_two_clauses_that_contradict_each_other(reviewed: Reviewed) -> None:
    """The same norm with two figures is a contradiction, shown at the later clause."""
    first = "社区应当每年组织三次以上节水宣传活动并公布结果。"
    review = reviewed(
        first, "其他事项另行通知。", first.replace("三次", "六次"), only=("internal",)
    )

    (finding,) = review.findings
    assert (finding.clause, finding.severity) == (3, "error")
    assert finding.basis
    assert finding.basis.id == "#1"


def test_scales_of_different_violations_are_no_contradiction(reviewed: Reviewed) -> None:
    """Penalties belong to the violation before them."""
    review = reviewed(
        "擅自停用计量设施的，责令改正；拒不改正的，由主管部门处一万元以下罚款。",
        "擅自取用地下水的，责令改正；拒不改正的，由主管部门处三万元以下罚款。",
        only=("internal",),
    )

    assert review.findings == ()


def test_a_reference_to_a_clause_that_is_not_there(reviewed: Reviewed) -> None:
    """A draft of two clauses has no ninth."""
    review = reviewed(
        "违反本规定第九条的，责令改正。", "本规定自公布之日起施行。", only=("internal",)
    )

    assert [f.rule for f in review.findings] == ["internal-reference"]


def test_a_remark_behind_the_title_changes_nothing(reviewed: Reviewed) -> None:
    """（征求意见稿） is no part of what sort of paper a draft is."""
    review = reviewed(
        "违反本规定第九条的，责令改正。",
        title="杭州市节约用水若干规定（征求意见稿）",
        only=("internal",),
    )

    assert [f.rule for f in review.findings] == ["internal-reference"]


def test_scales_whose_violations_follow_in_a_list(reviewed: Reviewed) -> None:
    """The violations may stand below the penalty."""
    head = "违反本规定，有下列行为之一的，由主管部门责令改正；逾期不改正的，处{}万元以下罚款：\n"
    review = reviewed(
        head.format("一") + "（一）擅自停用计量设施的；\n（二）拒绝检查的。",
        head.format("三") + "（一）擅自取用地下水的；\n（二）伪造用水数据的。",
        only=("internal",),
    )

    assert review.findings == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("违反本规定第十二条的，责令改正。", "第十二条"),
        ("本规定第一条至第四条适用于企业。", "第三条"),
        ("违反本规定第二条第三款的，责令改正。", "第三款"),
        ("前款规定的期限为十日。", "前款"),
        ("登记应当及时。\n前两款规定的期限为十日。", "前两款"),
        ("本条第二款规定的期限不计入。", "第二款"),
    ],
)
def test_parts_that_are_not_there(reviewed: Reviewed, text: str, said: str) -> None:
    """One finding for a reference, with what is not there."""
    other = "取水单位应当安装计量设施。\n安装情况应当公开。"
    (finding,) = reviewed(text, other, only=("internal",)).findings

    assert finding.rule == "internal-reference"
    assert said in finding.message


def test_parts_that_are_there(reviewed: Reviewed) -> None:
    """Paragraphs above, of another clause and of this one, and another paper's 本法."""
    text = (
        "登记应当及时。\n前款规定的期限为十日，本规定第二条第二款和本条第一款除外；"
        "本法第九条另有规定。"
    )
    other = "取水单位应当安装计量设施。\n安装情况应当公开。"

    assert reviewed(text, other, only=("internal",)).findings == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("用户应当自停用之日起十日内报告。", "用户应在停用之日起二十日内报告。"),
        ("节水器具补贴最高不超过三千元。", "单个节水器具的补贴不超过五千元。"),
        ("计量数据保存不少于三年。", "计量数据的保存期限为两年。"),
        ("节约的水量可以转让他人。", "节约的水量不得转让他人。"),
        ("新建管网无需经区节水办公室批准。", "新建管网应当经区节水办公室批准。"),
        ("审核由市水务局负责组织。", "审核由市城市管理局负责组织。"),
        ("本规定有效期五年。", "本规定自公布之日起施行，有效期三年。"),
        ("本规定自2025年1月1日起施行。", "本规定自2025年3月1日起实施。"),
    ],
)
def test_norms_that_cannot_both_hold(reviewed: Reviewed, one: str, other: str) -> None:
    """Figures, modals, bodies and days of one matter, in words that join otherwise."""
    review = reviewed(one, "其他事项另行通知。", other, only=("internal",))
    (finding,) = review.findings

    assert (finding.rule, finding.clause) == ("internal-contradiction", 3)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("居民用户补贴不超过三千元。", "单位用户补贴不超过五千元。"),
        ("重点用户每年检查两次。", "用户每年检查一次。"),
        ("评审专家不少于五人。", "评审专家不超过九人。"),
        ("取水审批由市水务局负责审核。", "排水审批由市城市管理局负责审核。"),
        ("节约的水量不得转让他人。", "节约的水量可以有偿使用。"),
        ("发生干旱的，可以限制取水。", "发生洪水的，不得限制取水。"),
        ("用户应当按照有关规定，安装计量设施。", "用户可以按照有关规定，购买保险。"),
    ],
)
def test_norms_of_different_matters(reviewed: Reviewed, one: str, other: str) -> None:
    """Another subject, another act, a range, or conditions of their own."""
    assert reviewed(one, "其他事项另行通知。", other, only=("internal",)).findings == ()


def test_items_are_counted_and_numbered(reviewed: Reviewed) -> None:
    """Three are announced and four follow; the second is left out of another list."""
    four = "申请应当提交下列三种材料：\n（一）申请表；\n（二）证明；\n（三）方案；\n（四）承诺书。"
    gap = "有下列情形之一的，不予受理：\n（一）材料不全的；\n（三）逾期的。"
    right = "有下列两种情形的，不予受理：\n（一）材料不全的；\n（二）逾期的。"
    review = reviewed(four, gap, right, only=("internal",))

    assert [(f.rule, f.clause) for f in review.findings] == [
        ("internal-numbering", 1),
        ("internal-numbering", 2),
    ]


def test_terms_that_are_defined_twice(reviewed: Reviewed) -> None:
    """The later definition is shown beside the first; the same words again are none."""
    first = "本规定所称取水单位，是指取用地表水的单位。"
    review = reviewed(first, first, first.replace("地表水", "地下水"), only=("internal",))
    (finding,) = review.findings

    assert (finding.rule, finding.clause, finding.severity) == ("internal-term", 3, "warning")
    assert finding.basis
    assert finding.basis.id == "#1"


def test_a_body_that_has_a_short_name(reviewed: Reviewed) -> None:
    """Who is called 市水务办 has no longer name later on."""
    review = reviewed(
        "杭州市水务管理办公室（以下简称市水务办）主管本规定的实施。",
        "市水务办受理申请。",
        "杭州市水务管理办公室公示结果。",
        only=("internal",),
    )
    (finding,) = review.findings

    assert (finding.rule, finding.clause, finding.severity) == ("internal-term", 3, "note")
