"""How words of a sentence are meant: counted, denied, in doubt, or looked back at."""

import pytest

from policycli.ethics.polarity import left_open, meant


def standing(sentence: str, words: str) -> str:
    """How ``words`` are meant in a sentence."""
    start = sentence.index(words)
    return meant(sentence, start, start + len(words)).standing


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("本课题不涉及人体试验和动物实验", "动物实验"),
        ("不采集血样、尿样或唾液", "唾液"),
        ("不包括可识别个人身份的数据", "数据"),
        ("不涉及志愿者，以及动物实验", "动物实验"),
        ("无需招募受试者", "受试者"),
        ("以类器官替代动物实验", "动物实验"),
        ("动物实验暂不开展", "动物实验"),
        ("人脸图像一律不保存", "人脸图像"),
        ("受试者招募由合作医院另行申报", "受试者招募"),
        ("后期不统计学生成绩", "统计学生成绩"),
        ("不访谈、不发问卷", "问卷"),
    ],
)
def test_a_denial_reaches_what_it_governs(sentence: str, words: str) -> None:
    """What a denial governs is denied, before and behind it, along a list, and inside 的."""
    assert standing(sentence, words) == "negated"


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("纳入未接受过化疗的患者六十例", "患者"),
        ("取代人工读片的志愿者测试", "志愿者"),
        ("向无胸腺小鼠皮下注射", "小鼠"),
        ("不使用动物而采用志愿者受试", "志愿者"),
        ("不涉及动物实验，招募志愿者", "志愿者"),
        ("受试者不少于三十名", "受试者"),
        ("观察药物不良反应与受试者血压", "受试者"),
        ("面向未成年人发放问卷", "问卷"),
        ("不仅采集血样还采集尿样", "尿样"),
        ("无线传感器由受试者佩戴", "受试者"),
    ],
)
def test_a_denial_ends_where_its_scope_does(sentence: str, words: str) -> None:
    """After 的, a turn or a comma nothing is denied, and 不少于 or 未成年 deny nothing."""
    assert standing(sentence, words) == "counts"


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("必要时开展动物实验", "动物实验"),
        ("视情况邀请老年人试用", "老年人"),
        ("可能采集居民血样", "血样"),
        ("动物实验是否开展待定", "动物实验"),
        ("样机由用户试用，人数尚未确定", "试用"),
    ],
)
def test_what_is_undecided_is_unclear(sentence: str, words: str) -> None:
    """Plans that hang on something are in doubt."""
    assert standing(sentence, words) == "unclear"


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("申请人曾主持多中心临床试验", "临床试验"),
        ("为后续临床试验提供依据", "临床试验"),
        ("单位具备动物实验平台和设施", "动物实验"),
        ("文献报道小鼠缺失该基因后不育", "小鼠"),
    ],
)
def test_what_others_did_or_comes_after_is_background(sentence: str, words: str) -> None:
    """Experience, facilities, literature and prospects are no part of the project."""
    assert standing(sentence, words) == "background"


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("若体外结果理想，则开展动物实验", "动物实验"),
        ("如经费允许，将招募志愿者", "志愿者"),
        ("具备条件后进行动物实验", "动物实验"),
    ],
)
def test_what_hangs_on_a_condition_is_in_doubt(sentence: str, words: str) -> None:
    """A condition leaves what follows it in doubt, past its comma."""
    assert standing(sentence, words) == "unclear"


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("若温度超限则报警，由志愿者记录", "志愿者"),
        ("无精子症患者的血样", "血样"),
        ("有驾驶经验者三十人佩戴", "三十人"),
        ("智能体择机推送新闻", "新闻"),
    ],
)
def test_what_only_looks_like_a_doubt_or_a_denial(sentence: str, words: str) -> None:
    """Conditions of a device, names of illnesses and people with experience are none."""
    assert standing(sentence, words) == "counts"


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("采用自动还是人工方式", "还是"),
        ("时间和地点届时确定", "届时确定"),
        ("招募三十名志愿者", ""),
    ],
)
def test_what_leaves_a_sentence_open(sentence: str, words: str) -> None:
    """What is undecided anywhere in a sentence leaves it open; a plain one is not."""
    assert left_open(sentence) == words
