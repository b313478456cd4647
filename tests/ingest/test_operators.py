"""How exact a number is: every way that papers have to say so, around every kind of number."""

import pytest

from policycli.ingest.extract.quantities import quantities
from policycli.records.model import Op

AT_LEAST = [
    *(
        "不低于",
        "不得低于",
        "不能低于",
        "不应低于",
        "不应当低于",
        "不宜低于",
        "不可低于",
        "没有低于",
    ),
    *("不少于", "不得少于", "不能少于", "不应少于", "未少于", "不得累计少于", "不小于", "不短于"),
    *("至少", "至少达到", "最低为", "下限为", "大于等于", "大于或等于", "≥", "达到或超过"),
]
AT_MOST = [
    *(
        "不超过",
        "不得超过",
        "不能超过",
        "不应超过",
        "不应当超过",
        "不宜超过",
        "不可超过",
        "不准超过",
    ),
    *("严禁超过", "未超过", "没有超过", "不会超过", "不高于", "不得高于", "不能高于", "不得多于"),
    *("最高", "最高可达", "最高给予", "最高奖励", "最高不超过", "最多", "至多", "上限为", "上限"),
    *("可达", "可达到", "可以达到"),
    *("封顶", "控制在", "小于等于", "小于或等于", "≤", "不大于", "不突破", "不得突破", "限额为"),
]
MORE_THAN = ["超过", "超", "突破", "力争突破", "高于", "大于", "多于", "逾", "已超", "＞"]
LESS_THAN = ["低于", "少于", "小于", "不足", "不满", "未满", "不到", "未达到", "达不到", "<"]
ABOUT = ["近", "接近", "约", "大约", "约为", "将近"]
EXACT = ["达到", "力争达到", "为", "共", "提高到", "增至", "累计", "安排", "新建", "签约", "节约"]

BEHIND: list[tuple[str, Op]] = [
    *((words, ">=") for words in ("以上", "及以上", "（含）以上", "以上（含）", "或以上")),
    *((words, "<=") for words in ("以下", "及以下", "（含）以下", "以内", "之内", "封顶", "为限")),
    *((words, ">") for words in ("（不含）以上", "以上（不含本数）")),
    *((words, "<") for words in ("（不含）以下",)),
    *((words, "~") for words in ("左右", "上下")),
]
NUMBERS = [
    *(
        "80%",
        "百分之八十",
        "3.5亿元",
        "3,000万元",
        "五十万元",
        "12家",
        "十二家",
        "２０项",
        "7个工作日",
    ),
    *("三个月", "100亩", "60岁", "3000吨标准煤", "5个百分点", "2倍", "30颗"),
]
_WORDS: dict[Op, list[str]] = {
    ">=": AT_LEAST,
    "<=": AT_MOST,
    ">": MORE_THAN,
    "<": LESS_THAN,
    "~": ABOUT,
    "=": EXACT,
}
BEFORE = [(word, op) for op, words in _WORDS.items() for word in words]


def ops(text: str) -> list[str]:
    """The operator of every figure of a text."""
    return [each.op for each in quantities(text)]


@pytest.mark.parametrize(("words", "op"), BEFORE)
def test_words_before_a_number_say_how_exact_it_is(words: str, op: Op) -> None:
    """Also negated ones, for every number and unit, alone and after another figure."""
    for number in NUMBERS:
        if words == "近" and number in ("三个月", "7个工作日"):
            continue  # a time that is past
        assert ops(f"该项指标{words}{number}。") == [op], words + number
        assert ops(f"扶持企业8家，该项指标{words}{number}，用地9亩。") == ["=", op, "="]


@pytest.mark.parametrize(("words", "op"), BEHIND)
def test_words_behind_a_number_say_how_exact_it_is(words: str, op: Op) -> None:
    """Whether 以上 and 以下 hold the number is said in brackets."""
    for number in NUMBERS:
        assert ops(f"该项指标为{number}{words}，用地9亩。") == [op, "="], number + words


@pytest.mark.parametrize(
    ("words", "op"),
    [
        ("不超过项目总投资的", "<="),
        ("不超过总投资", "<="),
        ("不得高于上一年度销售收入的", "<="),
        ("不低于上一年募集总额的", ">="),
        ("不得少于职工总数的", ">="),
        ("超过本单位职工总数的", ">"),
        ("超过资产总额", ">"),
        ("低于全省平均水平的", "<"),
        ("最高按照实际支出的", "<="),
        ("低于市场价格", "="),
    ],
)
def test_words_reach_over_a_noun_to_its_share(words: str, op: Op) -> None:
    """不超过总投资30% is at most; 低于市场价格20% tells by how much."""
    assert ops(f"补助{words}30%。") == [op]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("对不超过3人的企业给予10万元", ["<=", "="]),
        ("超过部分按5%收取", ["="]),
        ("最高人民法院审结案件3件", ["="]),
        ("研发投入不低于5%，企业10家", [">=", "="]),
        ("签约项目20个，附近工厂5家，超额完成3项", ["=", "=", "="]),
        ("不足1000元的，按1000元计算", ["<", "="]),
        ("上不封顶，奖励30万元", ["="]),
        ("每满一年支付5万元，期限届满前2个月", ["=", "="]),
    ],
)
def test_words_of_another_number_do_not_reach_over(text: str, expected: list[str]) -> None:
    """Nor do words that only look like those of a number."""
    assert ops(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("分别不低于5%、10%和15%", [">=", ">=", ">="]),
        ("最高500万元、300万元、100万元", ["<=", "<=", "<="]),
        ("体积不超过30厘米×40厘米×50厘米", ["<=", "<=", "<="]),
        ("不超过5家、10人", ["<=", "="]),
        ("5%以上、10%", [">=", "="]),
    ],
)
def test_words_before_a_list_are_of_all_of_it(text: str, expected: list[str]) -> None:
    """Of one unit; words behind a number are of that number."""
    assert ops(text) == expected


@pytest.mark.parametrize(
    ("low", "high"),
    [("5,000万元", "2亿元"), ("5%", "8%"), ("3年", "5年"), ("10", "15家"), ("一", "三倍")],
)
def test_a_range_has_both_ends(low: str, high: str) -> None:
    """Each in its own unit, and without the number where brackets say so."""
    for between in "至到-—–~～":
        assert ops(f"处{low}{between}{high}的部分") == [">=", "<="]
    if low[-1] not in "0一":
        assert ops(f"处{low}（不含）至{high}（含）的部分") == [">", "<="]
        assert ops(f"处{low}（含）至{high}（不含）的部分") == [">=", "<"]


def test_a_range_over_two_units_is_read_in_order() -> None:
    """5,000万元至2亿元 is no range upside down."""
    both = [(each.value, each.unit) for each in quantities("收入在5,000万元至2亿元的企业")]
    assert both == [(5000, "万元"), (2, "亿元")]


@pytest.mark.parametrize("words", ["不得在", "不能在", "不应在"])
def test_a_negated_bound_is_turned_round(words: str) -> None:
    """不得在十人以下 is at least ten, said with less and not."""
    assert [ops(f"人数{words}十人{behind}。") for behind in ("以下", "以上")] == [[">"], ["<"]]


@pytest.mark.parametrize(
    ("text", "op"),
    [
        ("超过5亿元（含5亿元）的", ">="),
        ("不足5亿元（含5亿元）的", "<="),
        ("不得低于5亿元（不含）的", ">"),
        ("超过5亿元（不含5亿元）的", ">"),
    ],
)
def test_brackets_behind_say_whether_the_number_is_held(text: str, op: str) -> None:
    """Also where they give it again; it is one figure then."""
    assert ops(text) == [op]


def test_words_before_a_share_are_of_its_alternative_too() -> None:
    """不得低于甲的70%或者乙的70% is at least both."""
    assert ops("不得低于上一年总收入的百分之七十或者前三年平均数额的百分之七十") == [">=", ">="]
