"""The units that make a number a figure, and how surely they do."""

import re

from policycli.text.numbers import unit as known

__all__ = ["SCALES", "TIMES", "UNIT", "WEAK", "is_money", "is_share", "worth"]

SCALES = "万亿|千亿|百亿|十亿|千万|百万|十万|亿|万|千|百"


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


TIMES = _words("年 个月 个工作日 工作日 日 天 周 小时 分钟 个学期 个季度")
WEAK = _words("个 次 种 类 条 批 部 处 期 轮 组 班 起 单 道 本 段 片 章")
"""Counters that Chinese uses in set phrases too: 一个, 两次, 三种."""

_MONEY = _words("人民币 元 美元 欧元 港元 港币 日元 英镑")
_SHARES = _words("个百分点 百分点 % ％ ‰ 倍")
_AGES = _words("周岁 岁")
_MEASURED = _words(
    "吨标准煤 吨标煤 吨 公斤 千克 斤 克 毫克 微克 亩 公顷 平方公里 平方千米 平方米 立方米 "
    "公里 千米 海里 米 厘米 毫米 微米 纳米 千瓦时 兆瓦时 千瓦 兆瓦 吉瓦 度电 摄氏度 ℃ 分贝 "
    "微克/立方米 毫克/立方米 毫克/升 "
    "辆次 标准箱 标箱 千伏安 千伏 伏 升 毫升 字 学时 课时 机时 学分 人天 人月 人年"
)
_PER = _words(
    "平方米 平米 ㎡ m² m2 立方米 亩 吨 千瓦时 千瓦 度 套 户 人 人·月 年 月 天 台 辆 家 次"
)
"""What a price is for: 元/平方米."""

_LATIN = _words(
    "PFLOPS EFLOPS TFLOPS PB TB GB MB Gbps Mbps GWh MWh kWh GW MW kW km² km mm cm nm μm kg mg ml "
    "MPa GHz MHz kHz Hz kV TEU"
)
_COUNTED = _words(
    "人次 家次 项次 册次 批次 场次 班次 架次 航次 车次 艘次 件次 户次 人 名 位 户 家 个 项 "
    "条 件 种 类 套 台 辆 架 艘 座 所 处 篇 部 册 次 批 支 只 头 株 颗 枚 粒 棵 匹 羽 尾 例 宗 笔 "
    "份 间 栋 幢 幅 张 门 块 席 届 场 期 轮 组 班 单 起 道 本 段 片 章 床 发"
)
_GUARDED = {  # what must not follow, where a counter also begins a word
    "人": "民|大|社|才|均|工智",
    "家": "庭|属",
    "个": "人|体|性|税|位数",
    "分": "别|布|散|级|类|成|为|析|工|局|公司|院|中心|期|批",
    "单": "位|元|一|独|个|项|方|纯|体",
    "本": "科|级|市|省|县|区|年|月|地|人|办|部|身|项|法|规定|行|局|单位|通知|次",
    "起": "来|点|草|步|诉|到|用|始|飞|重|至|施行|实施|执行",
    "间": "隔|接|歇",
    "门": "类|户|槛|诊|口|头|店",
    "期": "限|间|满|末|初|货",
    "班": "子|级",
    "组": "织|成|建|长|合",
    "部": "门|分|署|委|级",
    "支": "持|撑|付|出|部|行|援",
    "条": "件|例|款",
    "处": "理|置|罚|级|长|分|以(?![上下内])",
    "批": "准|复|示|评",
    "次": "年|日|月|要|级",
    "位": "置|于|数",
    "章": "程",
    "道": "路|德",
    "字": "样|第",
    "米": "其林",
    "天": "然|津|气|线|文|使",
    "周": "边|期|转|围|末",
    "日": "起|常|本",
    "年": "级|报|鉴|检|代",
    "场": "地|所|馆|景",
    "台": "账|湾|风|阶",
    "户": "籍|口",
    "席": "位|卷",
    "届": "[一二三四五六七八九十]?[中全人政委会]",
    "度": "量|过|假",
    "升": "级|至|到|学|值",
    "片": "区|面",
    "段": "落",
    "块": "状",
    "头": "部|雁|条",
    "所": "有|在|属|需|得|列|称|示|述|以(?![上下内])",
    "类": "似|型|别",
    "只": "有|要|能|是|需|限",
    "张": "家|掖",
    "例": "如|外",
    "套": "餐|路",
    "种": "植|子|业|质|苗",
    "座": "谈",
    "床": "单",
    "发": "展|明|布|放|生|出|行|挥|现|改|电|文|病|动|言|票|证|达|掘|包|起|送|给",
    "份": "额",
    "轮": "流|换|岗|训",
    "克": "服",
    "伏": "天",
}


def _alternatives() -> str:
    """Every unit, the longest first, so that 吨 does not stand for 吨标准煤."""
    rates = (f"元/{per}" for per in _PER)
    names = (*_MONEY, *_SHARES, *_AGES, *_MEASURED, *_COUNTED, *TIMES, *rates)
    chinese = (
        re.escape(name) + (f"(?!{_GUARDED[name]})" if name in _GUARDED else "")
        for name in sorted(set(names), key=len, reverse=True)
    )
    latin = "|".join(sorted(_LATIN, key=len, reverse=True))
    return (
        f"(?:(?:(?:{SCALES})[余多]?)?(?:{'|'.join(chinese)})|(?:{SCALES})?(?:{latin})(?![A-Za-z]))"
    )


UNIT = _alternatives()
"""A pattern of a unit with the 万 or 亿 that belongs to it."""


def is_share(unit: str) -> bool:
    """Whether a unit is a share of something, or says how it changed."""
    return unit in _SHARES


def is_money(unit: str) -> bool:
    """Whether a unit is of a currency."""
    return unit.endswith(_MONEY)


def worth(value: float, unit: str) -> tuple[str, float]:
    """A value in the base unit, to compare the ends of a range: 2亿元 and 5000万元."""
    base = known(unit)
    return base.base, value * float(base.factor)
