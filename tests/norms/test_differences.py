"""What two wordings of one matter say otherwise."""

import pytest

from policycli.norms.differences import Difference, Wordings

FLOOR = "企业研究开发费用占营业收入的比例不低于百分之五十的，市科技主管部门应当给予补助。"
REPORT = "项目承担单位应当在项目完成后六十日内提交科技报告。"
OTHER = "科技伦理委员会由七人以上组成，其中应当有法律专家。"


def differences(first: str, second: str) -> list[Difference]:
    """The differences of two wordings among some others."""
    return list(Wordings([first, second, REPORT, OTHER]).differences(first, second))


def test_the_same_words_differ_in_nothing() -> None:
    """Nor do norms that stand on both sides in another order."""
    assert differences(FLOOR, FLOOR) == []
    assert differences(f"{FLOOR}\n{REPORT}", f"{REPORT}\n{FLOOR}") == []


def test_a_figure_has_both_values_and_what_is_measured() -> None:
    """Whoever has the higher floor is the stricter one, on whichever side it stands."""
    lower = FLOOR.replace("五十", "三十")
    (found,) = differences(FLOOR, lower)
    assert (found.kind, found.unit, found.values) == ("figure", "%", (50, 30))
    assert found.said == ("百分之五十", "百分之三十")
    assert "研究开发费用" in found.measure
    assert found.stricter == "first"
    (turned,) = differences(lower, FLOOR)
    assert (turned.values, turned.stricter) == ((30, 50), "second")


def test_a_deadline_that_one_side_leaves_open_has_no_value_there() -> None:
    """Wherever it stands, it is told once."""
    open_ = REPORT.replace("在项目完成后六十日内", "按照规定")
    for pair, values in (((REPORT, open_), (60, None)), ((open_, REPORT), (None, 60))):
        found = [each for each in differences(*pair) if each.kind == "deadline"]
        assert [each.values for each in found] == [values]


@pytest.mark.parametrize(("first", "second", "stricter"), [("应当", "可以", "first")])
def test_the_stronger_modal_is_named(first: str, second: str, stricter: str) -> None:
    """A duty binds more than a choice."""
    (found,) = differences(FLOOR.replace("应当", first), FLOOR.replace("应当", second))
    assert (found.kind, found.said, found.stricter) == ("modality", (first, second), stricter)


def test_a_body_under_its_new_name_is_told() -> None:
    """A review passes over that; whoever asks what differs wants to know."""
    old = "申请材料由市工商行政管理部门审核。"
    found = differences(old, old.replace("工商行政管理", "市场监督管理"))
    assert [(each.kind, each.said) for each in found] == [
        ("body", ("工商行政管理", "市场监督管理"))
    ]


def test_another_body_is_told_by_its_whole_name() -> None:
    """教育行政部门 for 财政部门, not 教育行 for 财."""
    old = "申请材料由市财政部门在收到后审核，并向社会公布审核结果。"
    found = differences(old, old.replace("财政部门", "教育行政部门"))
    (body,) = found
    assert (body.kind, body.said) == ("body", ("市财政部门", "市教育行政部门"))


def test_other_words_alone_are_no_difference() -> None:
    """What is merely worded otherwise can be read where it stands."""
    assert differences(REPORT, REPORT.replace("提交", "报送")) == []


def test_wordings_as_long_as_books_are_not_compared_norm_by_norm() -> None:
    """What changed in them is told by the words alone; a few changes among many norms are told."""
    old = "\n".join(f"第{n}类单位应当在{n}日内提交{n}号报告。" for n in range(1, 200))
    assert differences(old, old.replace("应当", "可以")) == []
    (found,) = differences(old, old.replace("在77日内", "在78日内"))
    assert found.values == (77, 78)
