"""Bodies, their old names and their levels."""

from policycli.norms.bodies import bodies, levels, renamed, tiers


def test_old_names_are_the_new_bodies() -> None:
    """A department of before a reform is the one that does its work now."""
    assert renamed("工商行政管理部门") == "市场监督管理部门"
    assert bodies("卫生行政部门")[0].name == bodies("卫生健康部门")[0].name


def test_any_department_is_general() -> None:
    """有关部门 names nobody."""
    assert [body.general for body in bodies("由有关部门处理")] == [True]


def test_levels_from_which_on() -> None:
    """县级以上 and 市级以上 are two levels; a plain 县 is none."""
    assert levels("县级以上人民政府") == {"县级以上"}
    assert levels("设区的市级以上人民政府") == {"市级以上"}
    assert levels("县级以上地方各级人民政府") == {"县级以上"}
    assert levels("地方各级人民政府") == {"各级"}
    assert levels("县人民政府") == frozenset()


def test_tiers_of_government() -> None:
    """市、县（区）人民政府 are three tiers; the law's list of all provinces is the draft's own."""
    assert tiers("由省人民政府批准") == {"省"}
    assert tiers("市、县（区）人民政府负责") == {"市", "县", "区"}
    assert tiers("省、自治区、直辖市人民政府规定") == frozenset()
    assert tiers("县级以上人民政府负责") == frozenset()
