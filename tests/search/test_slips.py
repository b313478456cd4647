"""What is a slip in a name, and what makes another name."""

import pytest

from policycli.search.slips import Likeness, likeness, typed_as
from policycli.text.alphabet import Alphabet

SOUND, SLIP, INITIALS = Likeness.SOUND, Likeness.SLIP, Likeness.INITIALS
PART, IN_SOUND, IN_INITIALS = (
    Likeness.PART,
    Likeness.PART_IN_SOUND,
    Likeness.PART_IN_INITIALS,
)

CASES = [
    # one wrong character that sounds or looks like it, however short the name
    ("桂州", "贵州", SOUND),
    ("绍新", "绍兴", SOUND),
    ("申圳", "深圳", SOUND),
    ("教帅法", "教师法", SLIP),
    ("教师法", "律师法", None),
    ("南宁", "南京", None),
    # any one in longer names, but no number, and not where it makes another place
    ("数据安全保障条例", "数据安全保护条例", SLIP),
    ("第二十一条实施细则", "第二十二条实施细则", None),
    ("2022年重点任务清单", "2023年重点任务清单", None),
    ("陕西省数据条例", "山西省数据条例", None),
    ("河南省数据条例", "湖南省数据条例", None),
    # a word of the same sound
    ("科技伦里萎员会", "科技伦理委员会", SOUND),
    ("实验", "十堰", None),
    # one missing inside, one more inside or doubled, two swapped
    ("数据交流动", "数据跨境流动", None),
    ("数据境流动", "数据跨境流动", SLIP),
    ("数据跨跨境流动", "数据跨境流动", SLIP),
    ("数据跨境的流动", "数据跨境流动", SLIP),
    ("深圳圳", "深圳", SLIP),
    ("科技伦理学", "科技伦理", None),
    ("圳深", "深圳", SLIP),
    # a part of three characters
    ("跨境流动", "促进数据跨境流动", PART),
    ("流动", "促进数据跨境流动", None),
    # rules without their place are the nation's, and another paper
    ("城市绿化条例", "新乡市城市绿化条例", None),
    ("城市绿化条例", "新版城市绿化条例", PART),
    ("城市绿化中心", "新乡市城市绿化中心", PART),
    # the short name of a law
    ("民法点", "中华人民共和国民法典", SOUND),
    ("mfd", "中华人民共和国民法典", INITIALS),
    # pinyin, with a slip of one letter or of sounds that many do not tell apart
    ("shenzhen", "深圳", SOUND),
    ("chongqing", "重庆", SOUND),
    ("shenzheng", "深圳", SLIP),
    ("senzen", "深圳", SLIP),
    ("shenzehn", "深圳", SLIP),
    ("shanghai", "深圳", None),
    ("kuajingliudong", "促进数据跨境流动", IN_SOUND),
    ("liudong", "促进数据跨境流动", None),
    ("cjsjkjld", "促进数据跨境流动", INITIALS),
    ("sjkjld", "促进数据跨境流动", IN_INITIALS),
    ("kjld", "促进数据跨境流动", None),
    # English, by letters and by whole words
    ("cross-boder data", "cross-border data", SLIP),
    ("border data", "cross-border data rules", PART),
    ("order data", "cross-border data rules", None),
    ("for the", "rules for the market", None),
    ("rule", "rules for the market", None),
    ("fond", "fund", None),
    ("plan 2023", "plan 2024", None),
    ("border", "border-data", None),
    # nothing across scripts
    ("border", "边境", None),
    ("边境", "border", None),
]


@pytest.mark.parametrize(("typed", "name", "expected"), CASES)
def test_likeness(alphabet: Alphabet, typed: str, name: str, expected: Likeness | None) -> None:
    """One mistake is a slip; what makes another name, number or place is none."""
    assert likeness(typed_as(typed, alphabet), name) == expected
