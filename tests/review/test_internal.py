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
