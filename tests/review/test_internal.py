"""What does not fit within a draft."""

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
