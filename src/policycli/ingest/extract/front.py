"""What stands around a paper and is none of its text: metadata, menus, tables of contents.

Sites and crawlers put what they know of a paper in lines (发布日期：…) or a table above it. That is
taken as facts, and the rest of a page is left out. The words are data.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from policycli.ingest.extract.bodies import bodies
from policycli.ingest.readers.blocks import Block, paragraph
from policycli.ingest.readers.text import inline
from policycli.text.part_marks import mark

__all__ = ["Front", "front"]

_KEYS: dict[str, str] = {
    "title": "文件名称 文件标题 信息名称 公文名称 政策名称 名称 标题 title",
    "number": "发文字号 发文文号 公文文号 文件编号 文件文号 文号 发文号 doc_number",
    "date": (
        "成文日期 成文时间 印发日期 印发时间 发文日期 发文时间 制发日期 签发日期 "
        "签署日期 署名日期 落款日期"
    ),
    "published": "发布日期 发布时间 公布日期 公开日期 公开时间 颁布日期 生成日期 发布于 date",
    "issuers": (
        "发文机关 发文单位 发文机构 制定机关 制发机关 印发机关 颁布单位 颁发部门 联合发文单位 "
        "issuer"
    ),
    "publisher": "发布机构 发布机关 发布单位 公开机构 公开主体 发布部门 信息公开单位",
    "source": "信息来源 文章来源 来源 稿源 source",
    "url": "原文链接 来源链接 原文地址 网页地址 页面链接 文章链接 "
    "链接地址 原文网址 原文 链接 网址 url",
    "retrieved": "检索时间 抓取时间 采集时间 爬取时间 下载时间",
    "since": "生效日期 施行日期 实施日期 生效时间 实施时间",
    "until": "失效日期 失效时间 废止日期",
    "": (
        "索引号 信息索引 统一编号 登记号 统一登记号 备案号 备案登记号 规范性文件编号 信息有效期 "
        "主题分类 主题词 分类 类别 公文种类 文种 体裁分类 "
        "体裁 组配分类 公开类别 公开形式 公开方式 公开时限 公开范围 公开属性 有效性 是否有效 "
        "时效性 公文时效 时效 有效期 时效状态 效力级别 效力状态 检索关键词 关键词 浏览次数 "
        "文档 文档名称 文件名 "
        "访问次数 点击次数 点击数 点击量 阅读次数 阅读量 阅读 浏览量 作者 编辑 责任编辑 审核 "
        "校对 文档类型 政策类型 更新时间 更新日期 修改时间 字体 字号 服务热线 客服热线 "
        "网站标识码 tags categories author layout lang slug description keywords draft"
    ),
}
_KIND = {name: kind for kind, names in _KEYS.items() for name in names.split()}
_KEY = "|".join(r"[ \u3000]*".join(map(re.escape, name)) for name in sorted(_KIND, key=len)[::-1])
_FACT = re.compile(rf"(?:^|(?<=[\s|｜;；】：:]))[【\[（(*\s]*(?P<key>{_KEY})[】\]）)*\s]*[：:]")
_SURE = "|".join(name for name in _KIND if len(name) > 3 and not name.isascii())
_STATUS = re.compile(r"^(?:现行|全文)?(?:有效|失效|废止)\s+(?=\S{2,8}[：:])")
_GLUED = re.compile(rf"(?<=\S)(?=(?:{_SURE})[：:])")  # a key right behind the value of another
_DAY = r"(?:19|20)\d{2}\s*[-/.年]\s*\d{1,2}(?:\s*[-/.月]\s*\d{1,2})?\s*[日月]?"
_MOMENT = re.compile(
    rf"\s*(?P<day>{_DAY})(?P<clock>[\sT]*\d{{1,2}}[:：时]\d{{1,2}}(?:[:：分]\d{{1,2}}秒?)?)?\s*"
)
_DATES = ("date", "published", "retrieved", "since", "until")
_UNIT = re.compile("[厅局委院处办机本]")  # 厅办公室: a part of whose site it is
_BUTTONS = re.compile(r"\s+[【\[（(]")  # 【打印】 and the like behind a value
_OF_SITE = re.compile(r"(?:政府|门户|官方)*(?:网站?|官网)$")
_ADDRESS = re.compile(r"https?://\S+")
_OTHER_FACT = re.compile(r"(?!联系|咨询|附)[\u4e00-\u9fff \u3000]{2,10}[：:]\s*[^。；：:，]{1,40}")
_RUN = 2  # facts in a row, below which a line of the same shape is one too
_OF_HEAD = re.compile(r"[。，：；]|(?:通知|意见|办法|方案|规划|决定|令|文件)$")  # no value of a key
_NONE = ("无", "—", "-", "--", "/", "暂无")
_NOISE = re.compile(
    r"(?:您好|你好)[，,！!\s]*欢迎.*|欢迎(?:来到|访问|光临|您).*|(?:您|你)?(?:当前|现在|目前)?(?:的|所在的?|所处的?)?位置.*|"
    r"首页\s*[>＞»›/|\-].*|首页\s.*[上下]一页.*|[上下]一[篇条页则].*|(?:设为首页|加入收藏|联系我们|网站地图|返回顶部|返回首页|返回列表|"
    r"在线留言|无障碍浏览|关怀版|手机版|English|登录|注册|\s|[|｜])+|"
    r"[【\[（(]?(?:打印|关闭|收藏|分享|纠错|原文下载|附件下载|下载原文|打印本页|关闭窗口|我要打印|"
    r"大|中|小|字体|字号|收藏|分享|订阅|语音播报|朗读|热门关键词|热门搜索|搜索方式|[\s:：|】【\]\[])+[】\])）]?|分享到.*|扫一扫.*|版权所有.*|"
    r".*(?:ICP备|公网安备|网站标识码|Copyright|All Rights Reserved).*|"
    r"(?:相关|附件|延伸)(?:链接|文章|新闻|阅读|推荐|稿件|文档|信息|下载|解读)[：:]?|"
    r"\d{4}-\d{1,2}-\d{1,2}\s+\d{1,2}:\d{2}(?::\d{2})?|"
    r"新华社\S{2,8}\d{1,2}月\d{1,2}日电|抄送[：:].*|"
    r"往期(?:推荐|回顾|精彩)\S{0,6}|点击(?:上方|下方|蓝字|阅读原文).{0,20}|阅读原文|收录于合集.*|"
    r"(?:编辑|责编|排版|监制|初审|复审|终审|一审|二审|三审)\s*[|｜丨/:：].*|"
    r"\S{2,80}\.(?:pdf|docx?|wps|ofd|xlsx?|zip|rar)(?:下载|\s*[（(]\w+[）)])?|附件[：:]?|"
    r"(?:绝密|机密|秘密|内部|特急|加急|平急|特提)[★☆\s0-9一二三四五六七八九十长年期]*|"
    r"签发人[：:].{0,12}|(?:19|20)\d{2}|0\d{5}|[A-Z]{2,6}\d*(?:[-—]?\d{2,})+|"
    r"[a-z_]\w*:\s*(?:true|false|null|[-\d.]+|\[.*\])|"  # other settings of front matter
    r"(?:国家|行业|团体|地方|企业)标准|[-—=*_·.。\s─━═▬★☆◆]+",
    re.IGNORECASE,
)
_LABELS = re.compile(
    r"(?:基本信息|政策(?:全文|原文|内容|正文|文件)|文件(?:正文|内容|全文|原文|信息)|正文(?:内容)?|全文|原文|公文信息)[：:]?"
)
_FOLLOWS = re.compile(
    r"(?:[^。]{0,60}，)?(?:以下|下面|附)?(?:[为是]|就是)?[^。，；]{0,20}(?:(?:全文|原文)(?:如下)?|全文公布如下)[：:]"
)
_PAGE = re.compile(r"[\s.．…·—\-]*\d{0,4}\s*$")
_ENTITY = re.compile("&[A-Za-z]{2,6};")
_MARKDOWN = re.compile(r"#{1,6}\s|\*\*\S.*\*\*")
_EMPTY = paragraph("")
_HEAD = 40  # blocks above a paper
_TAIL = 12  # blocks below it
_SHORT = 80  # characters of a line of a page around a paper
_VALUE = 200  # characters of a fact


class Front(NamedTuple):
    """What was known around a paper, and the blocks of the paper itself.

    Attributes:
        facts: By kind: title, number, date, published, issuers, publisher, url, retrieved, since,
            until, and the news that the paper follows.
        moment: Whether the date of publication has a time of day, as sites give it.
    """

    facts: Mapping[str, str]
    blocks: tuple[Block, ...]
    moment: bool = False


def front(blocks: Sequence[Block]) -> Front:
    """Part a paper from what stands around it."""
    above, lines = _below_news(list(_rejoined(_lines(blocks))))
    facts: dict[str, str] = {"news": "\n".join(b.text for b in above)} if above else {}
    start = _body(lines)
    end = max(start, len(lines) - _TAIL)
    head = _without_facts(lines[:start], facts)
    tail = _without_facts(lines[end:], facts)
    kept = [b for b in (*head, *lines[start:end], *tail) if b != _EMPTY and not _is_noise(b)]
    moment = facts.pop("moment", "")
    return Front(facts, tuple(_without_contents(_below_title(kept))), bool(moment))


def _below_news(lines: list[Block]) -> tuple[list[Block], list[Block]]:
    """News down to the line that says that the paper follows, and the lines below it."""
    said = (at for at, b in enumerate(lines[:_HEAD]) if _FOLLOWS.fullmatch(b.text))
    start = next(said, -1) + 1
    return lines[:start], lines[start:]


def _body(blocks: Sequence[Block]) -> int:
    """Where the text begins: at its first mark or long sentence."""
    for at, block in enumerate(blocks[:_HEAD]):
        text = block.text
        if mark(text) or (len(text) > _SHORT and "。" in text and not _FACT.match(text)):
            return at
    return min(len(blocks), _HEAD)


def _lines(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, a paragraph for every line, with the Markdown that was pasted into them read."""
    marked = sum(bool(_MARKDOWN.match(b.text)) for b in blocks if b.kind == "paragraph") > 1
    for block in blocks:
        if block.kind != "paragraph":
            yield block
            continue
        for line in _ENTITY.sub(" ", block.text).split("\n"):
            yield inline(line) if marked else paragraph(line)


def _rejoined(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks, where a name in 《》 was parted over two lines as one."""
    held: Block | None = None
    for block in blocks:
        if held:
            whole = held.text + block.text
            if block.kind == "paragraph" and _unclosed(whole) <= 0:
                yield held._replace(text=whole)
                held = None
                continue
            yield held
            held = None
        if block.kind == "paragraph" and len(block.text) < _VALUE and _unclosed(block.text) > 0:
            held = block
        else:
            yield block
    if held:
        yield held


def _unclosed(text: str) -> int:
    return sum(map(text.count, "《〈")) - sum(map(text.count, "》〉"))


def _without_facts(blocks: Sequence[Block], facts: dict[str, str]) -> list[Block]:
    """The blocks that are no facts, which are taken."""
    kept: list[Block] = []
    asked = ""  # the key whose value stands on the next line
    run = 0  # facts in a row
    for block in blocks:
        if block.rows:
            kept += [] if _take_table(block.rows, facts) else [block]
            asked = ""
            continue
        if asked and _answers(asked, block):
            _take(_KIND[asked], block.text, facts)
            asked = ""
            continue
        rest, asked = _take_line(block.text, facts)
        if rest == block.text and run >= _RUN and _OTHER_FACT.fullmatch(rest):
            continue
        run = 0 if rest == block.text else run + 1
        if rest:
            kept.append(block._replace(text=rest))
    return kept


def _take_line(text: str, facts: dict[str, str]) -> tuple[str, str]:
    """What is left of a line without its facts, and the last key where it has no value."""
    text = _STATUS.sub("", text)
    if len(text) > 2 * _VALUE or not _FACT.match(text):
        return text, ""
    text = _GLUED.sub(" ", text)
    found = list(_FACT.finditer(text))
    ends = [*(match.start() for match in found[1:]), len(text)]
    key, value, rest = "", "", ""
    for match, end in zip(found, ends, strict=True):
        key = "".join(match["key"].split())
        value, rest = _value(_KIND[key], text[match.end() : end].strip(" \u3000|｜;；*"))
        if len(value) > _VALUE or "。" in value:
            return text, ""
        _take(_KIND[key], value, facts)
    return rest, "" if value or rest else key


def _value(kind: str, text: str) -> tuple[str, str]:
    """A value, and what follows it where it can be told where that is a date."""
    moment = _MOMENT.match(text) if kind in _DATES else None
    if not moment:
        return text, ""
    rest = text[moment.end() :].strip()
    return moment[0].strip(), rest if moment[0][-1].isspace() else ""


def _take(kind: str, value: str, facts: dict[str, str]) -> None:
    value = value.strip(" \u3000*<>").strip("\"'")
    if kind == "source":  # an address, or the site of the body that published it
        address = _ADDRESS.fullmatch(value)
        value = value if address else _OF_SITE.sub("", _BUTTONS.split(value)[0])
        own = bodies(value) and not _UNIT.match(value)
        kind = "url" if address else "publisher" if own else ""
    if not kind or not value or value in _NONE or kind in facts:
        return
    if kind in _DATES:
        moment = _MOMENT.match(value)
        if not moment:
            return
        if kind == "published" and moment["clock"]:
            facts["moment"] = moment["clock"]
        value = moment["day"]
    facts[kind] = value


def _answers(key: str, block: Block) -> bool:
    """Whether a block can be the value of a key that stands on the line above."""
    text, kind = block.text, _KIND[key]
    if block.kind != "paragraph" or len(text) > _SHORT or _FACT.match(text) or mark(text):
        return False
    if kind in _DATES:
        return _MOMENT.fullmatch(text) is not None
    return len(text) <= 30 and not _OF_HEAD.search(text)


def _take_table(rows: Sequence[Sequence[str]], facts: dict[str, str]) -> bool:
    """Take the facts of a table of them; tell whether it was one."""
    found: list[tuple[str, str]] = []
    for row in rows:
        cells = iter(row)
        for cell in cells:
            key, _colon, value = re.sub(
                r"[\s\u3000]+(?=\S{0,3}[：:]?$)|[【】]", "", cell
            ).partition("：")
            if key.strip("：: ") in _KIND:
                found.append((_KIND[key.strip("：: ")], value or next(cells, "")))
    if len(found) < 2 or len(found) * 3 < sum(map(bool, (c for row in rows for c in row))):
        return False
    for kind, value in found:
        _take(kind, value, facts)
    return True


def _is_noise(block: Block) -> bool:
    if block.rows or len(block.text) > _SHORT:
        return False
    return bool(_NOISE.fullmatch(block.text) or _LABELS.fullmatch(block.text))


def _below_title(blocks: list[Block]) -> list[Block]:
    """The blocks from the title on, where it is a heading with the words of a site above."""
    first = next((n for n, b in enumerate(blocks[:12]) if b.kind == "heading" and b.level < 2), 0)
    above = blocks[:first]
    plain = all(b.kind == "paragraph" and not mark(b.text) for b in above)
    addressed = any(b.text.startswith("各") and b.text.endswith(("：", ":")) for b in above)
    if addressed or not plain or sum(len(b.text) for b in above) > 3 * _SHORT:
        return blocks
    return [b for b in above if re.search(r"[〔\[]|号$|文件$|令$", b.text)] + blocks[first:]


def _without_contents(blocks: list[Block]) -> list[Block]:
    """The blocks without a table of contents, whose lines come again as headings."""
    start = next((n for n, b in enumerate(blocks) if "".join(b.text.split()) == "目录"), None)
    if start is None:
        return blocks
    times = Counter(_flat(block.text) for block in blocks[start + 1 :])
    seen: set[str] = set()
    end = start + 1
    while end < len(blocks) and times[line := _flat(blocks[end].text)] > 1 and line not in seen:
        seen.add(line)
        end += 1
    return blocks[:start] + blocks[end:]


def _flat(text: str) -> str:
    return "".join(_PAGE.sub("", text).split())
