"""Which bodies a line names: 财政部 税务总局, also spaced out or with nothing between."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

__all__ = ["NATION", "bodies", "of_office", "parted", "plain_name", "sealed"]

NATION = re.compile(r"^中华人民共和国(?!主席)")
_BODY = re.compile(
    r"(?:中央|政府|办公厅|办公室|委员会|委|厅|局|部|院|会|司|署|行|中心|集团|公司|大学|学院|银行|法院|检察院|"
    r"(?<![之用何此别到查惩论判调好长短难益])处|组|工商联|妇联|残联|科协|海关|总队|支队|协会|联合会|总社|管委会|指挥部|"
    r"人大|(?:交易|研究|检验|检测|监督)所)$"
)
_SPACED = re.compile(r".+?(?:委员会|办公室|办公厅|总局|[部委局厅署办会院行](?!员|公|党))")
_ASIDE = re.compile(r"(?:[（(][^（()）]{1,30}[）)])+$")  # another name of a body, who sealed for it
_ENDS = "局厅委部院行会室府署心队所"
_CENTRAL = re.compile(
    "外交部|国防部|国家发展和?改革委(?:员会)?|教育部|科学技术部|科技部|工业和信息化部|公安部|民政部|司法部|财政部|"
    "人力资源和?社会保障部|自然资源部|国土资源部|生态环境部|环境保护部|住房和?城乡建设部|交通运输部|水利部|农业农村部|"
    "农业部|商务部|文化和旅游部|文化部|(?:国家)?卫生健康委(?:员会)?|退役军人(?:事务)?部|应急管理部|(?:中国)?人民银行|"
    "审计署|国资委|海关总署|(?:国家)?税务总局|(?:国家)?市场监管总局|(?:国家)?市场监督管理总局|(?:国家)?体育总局|"
    "国家统计局|(?:国家)?医保局|国家医疗保障局|国家知识产权局|国家能源局|国家林草局|中科院|中国科学院|自然科学基金委|"
    "全国工商联|全国总工会|共青团中央|全国妇联|中国残联|中国科协|"
    "(?:中国)?银?保?监会|(?:中国)?证监会|金融监管总局|国家外汇(?:管理)?局|外汇局|国家药监局|中央宣传部|中央组织部"
)
_EVERYWHERE = re.compile(  # what has branches in every place: 某市公安局国家税务总局某市税务局
    "(?:国家(?:税务总局|统计局|外汇管理局|金融监督管理总局)|中国(?:人民银行|银保监会|银行保险监督管理委员会))"
)
_OTHERS = re.compile("等[0-9一二三四五六七八九十]+个?(?:部门|单位|委办局)$")
_TERM = re.compile(r"第[0-9〇一二三四五六七八九十百]+届")
_NO_BODY = re.compile(
    r"[《》“”，。；：？！0-9]|关于|印发|通知|全[部会]|本|公布|发布|发行|施行|通过|"
    r"工作(?!办公室|委员会|领导小组|机制|专班|组|站|中心|协调|联席|局|部)"
)
_OFFICE = re.compile(
    r"(?P<body>.{0,20}?)(?:总理|主席|省长|市长|州长|县长|区长|部长|主任|局长|署长|行长|厅长|院长|检察长|会长|校长)"
    r"(?:[：:]?[\u4e00-\u9fff·]{2,12})?"
)
_PLAIN = 26  # characters of a person with the office held


def bodies(text: str) -> list[str]:
    """The bodies that a line or the beginning of a title names, where it names nothing else."""
    tokens = [
        token for token in re.split(r"[\s\u3000、，]+", _ASIDE.sub("", text.strip())) if token
    ]
    names = [plain_name(part) for name in _unspaced(tokens) for part in parted(name)]
    known = (_BODY.search(name) and not _NO_BODY.search(name) for name in names)
    return names if names and all(known) else []


def parted(name: str) -> list[str]:
    """Bodies that nothing stands between: of one place (某市科技局某市财政局), or central ones."""
    if _CENTRAL.match(name) and "".join(central := _CENTRAL.findall(name)) == name:
        return central
    ends = {found.end() for found in _EVERYWHERE.finditer(name)}
    branches = {found.start() for found in _EVERYWHERE.finditer(name)}
    places = {at for at in _again(name) if at not in ends}
    cuts = [0, *sorted(at for at in places | branches if at and name[at - 1] in _ENDS), len(name)]
    return [name[start:end] for start, end in pairwise(cuts)]


def _again(name: str) -> Iterator[int]:
    """Where in a name its first two characters stand again."""
    at = name.find(name[:2], 1)
    while at > 0:
        yield at
        at = name.find(name[:2], at + 1)


def plain_name(name: str) -> str:
    """A body without 中华人民共和国, the term of a congress, and how many others there are."""
    return _OTHERS.sub("", NATION.sub("", _TERM.sub("", name)))


def _unspaced(tokens: Sequence[str]) -> list[str]:
    """The names, those whole that were spaced out: 财　政　部."""
    names: list[str] = []
    run = ""
    for token in (*tokens, ""):
        if len(token) == 1:
            run += token
            continue
        names += [*(_SPACED.findall(run) or [run]), token]
        run = ""
    return [name for name in names if name]


def of_office(line: str) -> list[str] | None:
    """The body whose head a line names (某局局长：某人); ``None`` where it names no person."""
    joined = "".join(line.split())
    found = _OFFICE.fullmatch(joined) if len(joined) < _PLAIN else None
    return bodies(found["body"]) if found else None


def sealed(line: str) -> bool:
    """Whether a line only says who sealed for another: （某局代章）."""
    return "章" in line and _ASIDE.fullmatch("".join(line.split())) is not None
