"""How Chinese denies, doubts and looks back: whether words of a sentence are meant.

Grammar, not rules: what is looked for stands in ``data/ethics.toml``. A denial reaches from its
word to the end of its clause, past 、 and 或, and over a comma where the next clause goes on with
以及 or 或; it ends where 但 or 而是 turns the sentence. 未经手术的患者 denies the operation, not
the patients: a loose denial is over after 的, a firm one (不涉及…的…) is not.
"""

import re
from typing import NamedTuple

from policycli.ethics.model import Standing

__all__ = ["Meant", "left_open", "meant"]

_DO = (
    "请|让|找|招收|涉及|涉|包含|包括|含有|含|开展|进行|做|采集|收集|采用|使用|利用|招募|需要|需|必|接触|获取|处理|"
    "纳入|设|接入|存储|保存|引入|释放|用|拟|直接|以|对|向|在|会|针对|另行|额外|发放|发布|提供|组织|"
    "安排|选用|饲养|留取|抽取|分析|研究|读取|调用|关联|记录|识别|植入|移植|导入|移入|建立|构建|产生|"
    "制作|生成|测试|测序|干预|改变|改动|改造|编辑|面向|用于|动用|触及|牵涉|有|是|属于|出境|发生|经(?![济常验])|共享|"
    "进(?!行)|入(?!组|院)|登记|统计|拍摄|录制|询问|访问|邀请|试用|试食|走访|回访|抓取|爬取|绑定|上传|调取|汇总|跟踪|追踪|打扰|惊扰|捕捉|解剖|注射|给药|暴露|采样|取样|留存|公开|接收|获得|取得|要求|依赖"
)
_PROJECT = (
    "涉及|涉|包含|包括|开展|进行|做|采集|收集|招募|接触|获取|处理|纳入|存储|保存|设|发放|组织|安排|"
    "饲养|留取|抽取|读取|关联|释放|属于|记录|触及|牵涉|需要|需|"
    "测量|测定|检测|登记|统计|拍摄|录制|询问|访问|邀请|试用|试食|走访|抓取|爬取|调取|捕捉|解剖|取样|留存"
)
_FIRM = re.compile(
    rf"(?:不再|不|未|没有|均未|从不|禁止|避免|杜绝|无需|无须|毋需|不得)(?:另行|直接|再|会|拟|予|对外|新|另|额外|以任何形式)?"
    rf"(?:{_PROJECT})|不含|不用|不以|不对|不向|不在|而非|并非|非以"
)
_LOOSE = re.compile(
    rf"(?:不再|不|未|没有|尚无|无需|无须|毋需|禁止|避免)(?:另行|直接|再|会|拟|曾)?(?:{_DO})|"
    r"没有|(?<![有虽皆独])无(?![人创线机菌纺障损症水氧铅偿花源氏定法效形锡卤性论锡界穷缝监害声序胸毛脾]|生殖细胞)|"
    r"缺乏|缺少|未经|不是|未(?=见)|(?:替代|取代|取消|代替|免去|省去|排除|规避(?!检测)|摆脱)"
)
_NO_DENIAL = re.compile(
    r"不(?:仅|但|只|论|同|断|少于|低于|超过|多于|大于|小于|良|足|孕|育|可|限于|得少于|易)|未成年|未来|未满|"
    r"未婚|无论|无一例外|不仅(?:涉及|包括|采用|使用|采集)|不局限于|"
    r"[无不未][^，,。的、]{1,4}(?:症|病|炎|瘤|综合征|心绞痛)|无精|无症状|无脑儿|不宁腿|不育"
)
_TURN = re.compile(
    r"但|而是|而(?=采用|使用|利用|以|由|改|从|在|将|通过)|改为|改用|改以|转而|仅|只(?!读)|以外|之外|除外"
)
_GOES_ON = re.compile(r"\s*(?:以及|或者|或|及|和|与|亦无|也无)")
_AFTER = re.compile(
    r"(?:[^，,。]{0,6}?)(?:均|都|皆|也|暂|一律|全部|完全)?(?:不|未|尚未|暂不)"
    r"(?:涉及|开展|进行|采集|收集|使用|做|纳入|在本项目|属于本|予|保存|采用|安排|包含|包括|出境|开放)"
    r"[^，,。的]{0,6}$|"
    r"(?:由|交)[^，,]{0,12}另行|另行(?:申报|申请|立项|开展|审查)|(?:不|非)(?:属于|在)本"
)
_DOUBT_BEFORE = re.compile(
    r"必要时|(?:后期|后续|今后|届时|将来)或(?!者)|视(?:情况|需要|结果|进展|条件|经费)|视[^，,力频觉角图网]{1,6}(?:开展|进行|决定|确定)|如(?:有必要|需|有需要|果需要|有条件)|具备条件|若(?:需|有必要|条件)|酌情|"
    r"(?:可能|或许|或将|也许|不排除)(?:将|会|需要|需|还|进一步|后续)?(?:开展|采集|使用|招募|涉及|进行|引入|接入|用到|邀请|收集|在|会|补充|增加)?$|"
    r"(?:可能|或将|不排除)(?:将|会|需要|需|还|进一步|后续)?(?:开展|采集|使用|招募|涉及|进行|引入|接入|用到|用于|应用|投入|进入|邀请|收集|补充|增加)|"
    r"是否$|是否(?:需要|需|邀请|组织|安排|发放|保存|留存|收集|开展|采集|使用|招募|涉及|进行|引入|纳入|直接|由|经|保留)|考虑(?:开展|采集|使用|招募|引入|增加)|择机(?!推|投|执|播|发)|适时|条件成熟|(?:如|若)?(?:条件|经费|资金|进度)允许|(?:如|若)(?:条件|经费|资金)"
)
_DOUBT_AFTER = re.compile(
    r"待定|(?:尚|暂)?未(?:最终)?(?:确定|明确)|尚不明确|另行确定|(?:均|也)?未(?:作)?(?:说明|写明|注明|交代|提及)|没有说明|(?:尚在|尚待|有待|待)(?:论证|商定|协商|评估)|视[^，]{0,8}而定|再定|与否|有待"
)
_CONDITION = re.compile(
    r"(?:如果?|若|倘若?|假如|一旦|待)[^，,。]{0,8}(?:效果|结果|指标|性能|经费|条件|进展|进度|样本|审批|许可|用户|甲方|合作)"
    r"[^，,。]{0,8}(?:理想|达标|满意|良好|较好|可行|允许|具备|显著|明显|成熟|充足|充裕|顺利|通过|要求|提出|同意|需要|不足)"
    r"[^，,。]{0,4}[，,]?"
)
"""A condition on which what follows it in the sentence depends."""
_OPEN = re.compile(
    r"还是|或者?由|(?<![不无毋])(?:尚|暂|仍|还)?(?:未|没有|待|需|须)[^，,。]{0,12}(?:确定|决定|明确|商定|论证|讨论|落实|约定|细化)|"
    r"(?:协商|商定|商议|调研|论证|讨论|沟通|评估|届时|另行|酌情|现场)[^，,。]{0,4}(?:后|再|另)?[^，,。]{0,4}(?:确定|决定|安排|明确|制定|商定)|"
    r"适当(?:补充|增加|开展|安排|征求)|(?:希望|计划|打算|设想)[^，,。]{0,6}(?:后续|今后|以后)|"
    r"由[^，,。]{1,10}(?:确定|决定|自行选择|自定)|有可能|可行性"
)
"""What leaves something of a sentence open, wherever it stands."""
_BACK = re.compile(
    r"曾(?!祖)|长期从事|经验(?!者|取样|模态|分布|公式|贝叶斯)|资质|资格|(?:具备|具有|拥有|配备|建有|建成|设有)[^，,]{0,30}(?:条件|平台|能力|基础|设施|中心|实验室)|"
    r"前期(?!数据)|既往(?:研究|工作)|以往|已有(?:研究|文献|报道|工作)|国内外|文献(?:报道|表明|显示)|研究(?:表明|显示|发现|证实|背景)|"
    r"报道|近年来|据统计|他人|前人|获得?(?:过|了)|荣获|奖|"
    r"(?:为|供(?![电水应热暖气给者体货销图餐])|服务于?|助力|支撑|指导|支持)[^，,]{0,40}(?:提供|奠定|打下|积累|铺路|创造)|"
    r"(?:为|供(?![电水应热暖气给者体货销图餐])|服务|服务于|惠及|造福|助力|用于指导|面向)[^，,]{0,30}(?:依据|参考|支撑|借鉴|奠基)|"
    r"有望|前景|惠及|造福|将来|未来|(?:预期|最终)(?:成果|为|服务|惠及)|广泛(?:应用|用于|存在)"
)
_DIRECTLY = re.compile(
    r"(?:不再|不会|不予|不|未|没有|无需|无须|从不|严禁|禁止)(?:另行|直接|再|拟|新)?"
    r"(?:[发办搞访邀招取抽测拍录存留养放触碰请找问设建]|(?<=不)[上入进])?$"
)
"""A denial right before words, or one verb before them."""
_UNDECIDED = re.compile(
    r"(?:何人|人数|多少|对象|来源|方式|样本|方案|种类|数量|是否|规模)[^，,。]{0,14}"
    r"(?:待定|未定|待[^，,]{0,8}(?:明确|确定)|(?:尚|暂)?未(?:最终)?(?:确定|明确|说明)|另行(?:约定|确定|商定))"
)
_CLAUSE_END = "，,（）()"


class Meant(NamedTuple):
    """How words are meant, and the words that say so."""

    standing: Standing
    because: str = ""


def meant(sentence: str, start: int, end: int) -> Meant:
    """How ``sentence[start:end]`` is meant there, as far as grammar says so."""
    before = sentence[_clause_start(sentence, start) : start]
    after = sentence[end : _clause_end(sentence, end)]
    denied = _denied(before, sentence[start:end]) or _matched(_AFTER, after)
    if denied:
        return Meant("negated", denied)
    doubt = (
        _last(_DOUBT_BEFORE, before)
        or _last(_DOUBT_AFTER, after)
        or _last(_UNDECIDED, sentence)
        or _last(_CONDITION, sentence[:start])
    )
    if doubt:
        return Meant("unclear", doubt)
    back = _last(_BACK, before + sentence[start:end] + after)
    return Meant("background", back) if back else Meant("counts")


def left_open(sentence: str) -> str:
    """The words of a sentence that leave open whether something in it is done, or how."""
    kinds = (_DOUBT_BEFORE, _DOUBT_AFTER, _UNDECIDED, _CONDITION, _OPEN)
    return next(filter(None, (_last(kind, sentence) for kind in kinds)), "")


def _clause_start(sentence: str, at: int) -> int:
    """Where the clause begins, with those before it that it goes on from."""
    start = max(sentence.rfind(mark, 0, at) for mark in _CLAUSE_END) + 1
    if start and sentence[start - 1] in "，," and _GOES_ON.match(sentence, start):
        return _clause_start(sentence, start - 1)
    return start


def _clause_end(sentence: str, at: int) -> int:
    ends = (sentence.find(mark, at) for mark in _CLAUSE_END)
    return min((end for end in ends if end >= 0), default=len(sentence))


def _denied(before: str, words: str) -> str:
    """The word that denies ``words``; nothing where none does."""
    directly = _DIRECTLY.search(before)
    if directly and not _NO_DENIAL.match(before + words, directly.start()):
        return directly[0]
    harmless = {at for match in _NO_DENIAL.finditer(before + words) for at in range(*match.span())}
    for kind in (_FIRM, _LOOSE):
        for match in kind.finditer(before):
            rest = before[match.end() :]
            if match.start() in harmless or _TURN.search(rest):
                continue
            if kind is _FIRM or "的" not in rest:
                return match[0]
    return ""


def _matched(pattern: re.Pattern[str], text: str) -> str:
    match = pattern.match(text)
    return match[0].strip() if match else ""


def _last(pattern: re.Pattern[str], text: str) -> str:
    found = [match[0] for match in pattern.finditer(text)]
    return found[-1] if found else ""
