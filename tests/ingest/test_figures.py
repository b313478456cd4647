"""Figures: what is one, what it counts, how exact it is and for when."""

import pytest

from policycli.ingest.extract.figures import figures
from policycli.ingest.extract.tables import table_figures

Row = tuple[str, float, str, str, str]


def found(text: str, written: str = "2023") -> list[Row]:
    """Indicator, value, unit, op and period of every figure."""
    return [(f.indicator, f.value, f.unit, f.op, f.period) for f, _at, _c in figures(text, written)]


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("集聚了102 家成员单位。", ("成员单位", 102, "家", "=", "")),
        ("建有众创空间 4家，", ("众创空间", 4, "家", "=", "")),
        ("贷款余额达到3,694.5万元。", ("贷款余额", 3694.5, "万元", "=", "")),
        ("投入１２亿元专项资金", ("专项资金", 12, "亿元", "=", "")),
        ("超过 5000人的创新队伍", ("创新队伍", 5000, "人", ">", "")),
        ("征集3000余条成果信息", ("成果信息", 3000, "条", ">", "")),
        ("培育企业20多家。", ("企业", 20, "家", ">", "")),
        ("研发投入占比不低于百分之三点五。", ("研发投入占比", 3.5, "%", ">=", "")),
        ("罚款不超过五十万元。", ("罚款", 50, "万元", "<=", "")),
        ("安排资金一亿二千万元。", ("资金", 1.2, "亿元", "=", "")),
        ("总额1亿2000万元。", ("总额", 1.2, "亿元", "=", "")),
        ("重点实验室20家左右。", ("重点实验室", 20, "家", "~", "")),
        ("总金额近亿元。", ("总金额", 1, "亿元", "~", "")),
        ("千亿级产业集群。", ("产业集群", 1000, "亿元", "~", "")),
        ("形成千亿级产业集群。", ("产业集群", 1000, "亿元", "~", "")),
        ("实施六大工程。", ("工程", 6, "项", "=", "")),
        ("应当在三十日内答复。", ("答复", 30, "日", "<=", "")),
        ("2022年全市贷款 26亿元", ("全市贷款", 26, "亿元", "=", "2022")),
        ("2022年以来，争取资金 3694 万元", ("资金", 3694, "万元", "=", "2022/")),
        ("今年，推荐194家企业", ("企业", 194, "家", "=", "2023")),
        ("去年新增16家企业", ("企业", 16, "家", "=", "2022")),
        ("1 至 8 月，入库企业265家", ("入库企业", 265, "家", "=", "2023-01/2023-08")),
        ("2021—2025年安排资金12亿元", ("资金", 12, "亿元", "=", "2021/2025")),
        ("“十四五”期间建设平台10个", ("平台", 10, "个", "=", "2021/2025")),
        ("到2027年，企业达到500家", ("企业", 500, "家", "=", "2027")),
        ("扣除标准为每月1500元", ("扣除标准（每月）", 1500, "元", "=", "")),
        ("对企业每家给予30万元奖励", ("奖励（每家）", 30, "万元", "=", "")),
        ("扣除期限不能超过48个月", ("扣除期限", 48, "个月", "<=", "")),
        ("奖酬比例不低于净收入的70%", ("奖酬比例", 70, "%", ">=", "")),
        ("产量保持在1.3万亿斤以上", ("产量", 1.3, "万亿斤", ">=", "")),
        ("年发射卫星超过100颗", ("年发射卫星", 100, "颗", ">", "")),
        ("节约能源3万吨标准煤", ("节约能源", 3, "万吨标准煤", "=", "")),
        ("资料应当留存五年。", ("资料应当留存", 5, "年", "=", "")),
        ("近三个会计年度盈利", ("会计年度盈利", 3, "个", "=", "")),
        ("引进人才1.5万余人次", ("引进人才", 1.5, "万人次", ">", "")),
        ("气温零下20℃以下", ("气温", -20, "℃", "<=", "")),
        ("注册资本不低于人民币五千万元。", ("注册资本", 5000, "万元", ">=", "")),
        ("间接费用比例提高到30%", ("间接费用比例", 30, "%", "=", "")),
        ("上半年签约30项合同", ("合同", 30, "项", "=", "2023-01/2023-06")),
    ],
)
def test_a_figure_is_read(text: str, figure: Row) -> None:
    """Value, unit, indicator, op and period, as papers write them."""
    assert found(text) == [figure]


@pytest.mark.parametrize(
    "text",
    [
        "2022 年 12 月 31日印发",
        "第三十五条第2项规定",
        "国发〔2023〕12号文件",
        "选育“虾稻 1 号”品种",
        "坚决做到两个维护，增强四个意识",
        "培育一批企业，出台一系列政策",
        "打通最先一公里",
        "将于2023年底前投入使用",
        "发展5G和3D打印",
        "党的二十大精神",
        "从三个方面着手",
        "从3个方面推进",
        "党的二十届三中全会",
        "近三年，全市",
        "最多跑一次",
        "得奖者为前3名",
        "每3年评估一次",
    ],
)
def test_what_is_no_figure_is_left(text: str) -> None:
    """Dates, ordinals, names and set phrases."""
    assert found(text) == []


def test_a_range_is_two_figures() -> None:
    """The lower bound and the upper one."""
    bounds = [("一次性奖励", 10, "万元", ">=", ""), ("一次性奖励", 20, "万元", "<=", "")]
    assert found("给予10万元至20万元的一次性奖励") == bounds
    assert [row[1:4] for row in found("占比为5%-8%。")] == [(5, "%", ">="), (8, "%", "<=")]


def test_bounds_of_a_fine_have_its_name() -> None:
    """The upper bound between the lower one and what both are of is passed over."""
    bounds = [("罚款", 1, "万元", ">=", ""), ("罚款", 5, "万元", "<=", "")]
    assert found("处一万元以上五万元以下罚款。") == bounds


def test_numbers_beside_each_other_count_the_same() -> None:
    """Those of a list what its last counts, the ends of a range what the lower one does."""
    assert {row[0] for row in found("给予50万元、30万元、20万元奖励。")} == {"奖励"}
    assert {row[0] for row in found("资助额度20～50万元/项。")} == {"资助额度"}


def test_growth_is_of_what_stood_before() -> None:
    """同比增长 alone says nothing."""
    (_first, second) = [figure for figure, _at, _c in figures("企业贷款26亿元，同比增长18.1%。")]
    assert (second.indicator, second.kind) == ("企业贷款同比增长", "growth")


def test_a_period_ends_at_a_semicolon() -> None:
    """Unless the sentence begins with it."""
    assert [row[4] for row in found("将在2021年完成；投入3亿元。")] == [""]
    assert [row[4] for row in found("2021年，建平台2个；投入3亿元。")] == ["2021", "2021"]


def test_a_year_that_is_not_stated_is_not_guessed() -> None:
    """今年 of a paper without a date is marked."""
    ((figure, _at, checks),) = figures("今年投入3亿元资金。")
    assert (figure.period, checks) == ("", ("the year is not stated",))


def test_tables_give_figures() -> None:
    """The row names it, column or row give the unit, the header the year."""
    rows = [
        ["序号", "指标", "单位", "2025年目标"],
        ["1", "高新技术企业", "家", "1200"],
        ["2", "占比", "%", "≥30%"],
    ]
    read = [each.figure for each in table_figures(rows, "")]
    assert [(f.indicator, f.value, f.unit, f.period, f.kind) for f in read] == [
        ("高新技术企业", 1200, "家", "2025", "target"),
        ("占比", 30, "%", "2025", "target"),
    ]
    money = [["项目", "金额（万元）"], ["中试基地", "300"]]
    assert [
        (f.figure.indicator, f.figure.value, f.figure.unit) for f in table_figures(money, "")
    ] == [("中试基地 金额", 300, "万元")]


@pytest.mark.parametrize(
    ("text", "indicator", "count"),
    [
        ("将奖补资金规模由每年2亿元提升到5亿元。", "奖补资金规模（每年）", 2),
        ("基金资本金已从100亿元增加到184亿元。", "基金资本金", 2),
        ("事故起数分别下降43%、36%和57%。", "事故起数分别下降", 3),
        ("支持红十字会开展工作。", "", 0),
        ("开启第一个五年。", "", 0),
    ],
)
def test_what_rises_or_is_listed_is_one_thing(text: str, indicator: str, count: int) -> None:
    """Both ends of a rise and all of a list are called alike; 红十字 counts nothing."""
    assert [name for name, *_rest in found(text)] == [indicator] * count


def test_a_table_whose_rows_all_became_measures_has_no_figures() -> None:
    """What is left of it is empty."""
    assert [*table_figures((), "2023")] == []


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        ("对技术合同成交额超过1亿元的企业，给予最高50万元奖励。", ["技术合同成交额", "奖励"]),
        ("上年度研发投入达到500万元的单位可以申报。", ["上年度研发投入"]),
        ("支持注册满3年的200家企业。", ["企业"]),
    ],
)
def test_a_condition_is_named_by_what_it_measures(text: str, indicators: list[str]) -> None:
    """What stands before a figure names it where it is measured, not who meets the condition."""
    assert [name for name, *_rest in found(text)][-len(indicators) :] == indicators
