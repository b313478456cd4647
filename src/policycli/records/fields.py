"""What is known about every key of a record, one row a key.

Labels of the screen, searched fields and their weights, columns of a ledger, facts on cards,
papers and pages, and the tables of ``docs/records.md`` are all made from these rows. Rows stand in
the order in which readers see them.
"""

from collections.abc import Iterator
from typing import Any, Literal, NamedTuple

from policycli.records.model import (
    Document,
    Figure,
    Measure,
    Policy,
    Region,
    Relation,
    Source,
    Step,
)

__all__ = ["FIELDS", "Field", "Kind", "Search", "Shown", "named", "rows"]

Kind = Literal[
    "id",
    "text",
    "date",
    "code",  # one of a closed list, or of a list with names
    "number",
    "amount",  # a number with its operator before it and its unit behind
    "paper",  # a title that stands in 《》
    "list",  # texts in one line
    "lines",  # texts that stand on a line each
    "region",
    "source",
    "steps",
    "figures",
    "documents",
    "relations",
    "measures",
]
Shown = Literal["title", "fact", "prose", "table", "part"]


class Search(NamedTuple):
    """How a field is searched.

    Attributes:
        code: The letter by which the index calls it; unlike all others.
        weight: 0-1, what a perfect match in this field is worth beside one in the title.
        kind: Whether it names the record (short, indexed in every way), names the policy that
            the record belongs to, or describes it.
    """

    code: str
    weight: float
    kind: Literal["name", "inherited", "text"]


class Field(NamedTuple):
    """A key of a record.

    Attributes:
        key: As catalogues and JSON have it.
        en: Its name on an English screen.
        zh: Its name on a Chinese one.
        kind: What its value is, which says how it is written.
        meaning: In ``docs/records.md``.
        shown: Where readers find it: ``title``; among the labelled ``fact``s; as ``prose``; as a
            ``table`` of its own, where the format has those; or as ``part`` of another key.
        search: ``None`` where it is not searched.
        inherited: How the measures of a policy are found by it too.
        heading: Of its column in a ledger, English and Chinese, where that is not its name.
        written: How it is written, where the kind does not say it.
        example: In ``docs/records.md``, as TOML.
    """

    key: str
    en: str
    zh: str
    kind: Kind
    meaning: str
    shown: Shown = "fact"
    search: Search | None = None
    inherited: Search | None = None
    heading: tuple[str, str] | None = None
    written: str = ""
    example: str = ""

    @property
    def translates(self) -> str:
        """The key whose English wording this is; empty for all that is no translation."""
        return self.key.removesuffix("_en") if self.key.endswith("_en") else ""


# Laid out by hand: a row a key reads best as a table.
# fmt: off
_TITLE_EN = Field("title_en", "English title", "英文标题", "text", "Its name in English", "title",
    Search("e", 0.99, "name"), Search("E", 0.88, "inherited"),
    example='"Ledger of technology transfer policies"')
_SUMMARY_EN = Field("summary_en", "English summary", "英文摘要", "text", "The summary in English",
    "prose", Search("z", 0.84, "text"))
_STATUS = Field("status", "status", "效力", "code",
    "Whether it holds now; of a measure or document, where that is not as of its policy",
    search=Search("u", 0.78, "text"), example='"in-force"')
_THEMES = Field("themes", "themes", "主题", "list",
    "What it is about, a few words shared among policies", search=Search("h", 0.88, "name"),
    example='["成果转化"]')
_KEYWORDS = Field("keywords", "keywords", "关键词", "list",
    "Words that people type and the text does not hold", search=Search("k", 0.94, "name"),
    example='["技术转移"]')
_DOCUMENTS = Field("documents", "documents", "文件", "documents",
    "Papers it issued, changed or rests on", "table", Search("d", 0.95, "name"))
_LOCATOR = Field("locator", "place in the source", "出处位置", "text", "Place in the source",
    example='"第2段至第5段"')

_POLICY = (
    Field("id", "id", "编号", "id",
        "Its name for commands and links, unique among all catalogues in use", "title",
        Search("i", 0.99, "name"), example='"guizhou"'),
    Field("title", "title", "标题", "text", "Its name in Chinese", "title",
        Search("t", 1.0, "name"), Search("T", 0.9, "inherited"), heading=("policy", "政策"),
        example='"贵州省推动科技成果转化政策协调机制"'),
    _TITLE_EN,
    Field("aliases", "other names", "别名", "list", "Other names that people type",
        search=Search("a", 0.98, "name"), inherited=Search("A", 0.89, "inherited"),
        example='["贵州", "黔"]'),
    Field("region", "region", "地区", "region", "Where it holds",
        search=Search("r", 0.97, "name"), inherited=Search("R", 0.89, "inherited"),
        example='{ code = "520000", name = "贵州省" }'),
    Field("level", "level", "级别", "code", "Rank of the policy",
        search=Search("v", 0.8, "text"), written="text",
        example='"省级"`, `"地方性法规"'),
    Field("issuers", "issuers", "发布机构", "list", "Bodies that issued it",
        search=Search("o", 0.92, "name"), inherited=Search("O", 0.84, "inherited"),
        example='["贵州省科技厅"]'),
    Field("doc_number", "document number", "发文字号", "text", "发文字号",
        search=Search("n", 0.96, "name"), example='"国发〔2016〕16号"'),
    Field("date", "date", "日期", "date", "成文日期", example='"2023-03"'),
    Field("in_force_from", "in force from", "施行日期", "date", "First day on which it holds",
        example='"2023-05-01"'),
    Field("in_force_until", "in force until", "失效日期", "date", "Last day on which it holds",
        example='"2027-12-31"'),
    _STATUS,
    _THEMES,
    Field("summary", "summary", "摘要", "text", "What it is, in the catalogue's own words",
        "prose", Search("s", 0.85, "text")),
    _SUMMARY_EN,
    _KEYWORDS,
    _DOCUMENTS,
    Field("relations", "related", "相关", "relations", "Links to other policies and documents"),
    Field("source", "source", "出处", "source", "Where the record was taken from"),
    Field("measures", "measures", "要点数", "measures", "What it does or lays down", "table"),
)
_MEASURE = (
    Field("id", "id", "编号", "id", "Unique in its policy", "title", Search("i", 0.99, "name"),
        example='"ledger"'),
    Field("title", "title", "标题", "text", "What it is, in a few words", "title",
        Search("t", 1.0, "name"), heading=("measure", "政策要点"),
        example='"科技成果转化政策台账"'),
    _TITLE_EN._replace(inherited=None),
    Field("summary", "summary", "摘要", "text",
        "What is done, in the catalogue's own words (or `text`)", "prose",
        Search("s", 0.85, "text")),
    _SUMMARY_EN,
    Field("text", "wording", "原文", "text", "The original wording, for laws (or `summary`)",
        "prose", Search("x", 0.85, "text")),
    Field("end", "end", "四端", "code", "Which of the four ends (四端) it works on, mainly",
        search=Search("m", 0.8, "text"),
        example='"service"'),
    Field("instrument", "instrument", "政策工具", "code",
        "Its kind, as a code of the OECD STIP Compass",
        search=Search("q", 0.82, "text"), written="PI and 3 digits",
        example='"PI023"'),
    Field("lead", "lead", "牵头", "text", "Body responsible", search=Search("l", 0.92, "name"),
        example='"贵州省科技厅"'),
    Field("partners", "partners", "参与", "list", "Bodies that take part",
        search=Search("p", 0.9, "text"), example='["省财政厅"]'),
    Field("targets", "aims", "目标", "lines", "Whom it is for, and what it is to reach",
        search=Search("g", 0.86, "text"), example='["高新技术企业"]'),
    Field("steps", "steps", "步骤", "steps", "A procedure, in order", "table",
        Search("c", 0.86, "text")),
    Field("figures", "figures", "指标", "figures", "Its numbers", "table",
        Search("f", 0.93, "text")),
    _DOCUMENTS,
    _THEMES,
    _KEYWORDS,
    Field("date", "date", "日期", "date", "When it was founded, granted or begun",
        example='"2023-05"'),
    Field("deadline", "deadline", "期限", "date", "By when it is to be done",
        written="date or words", example='"2027"`, `"2027年底"'),
    _STATUS,
    _LOCATOR,
)
_REGION = (
    Field("name", "name", "名称", "text", "Official name", heading=("region", "地区"),
        example='"潜江市"'),
    Field("name_en", "English name", "英文名", "text", "Name in English",
        heading=("region in English", "地区英文名"), example='"Qianjiang"'),
    Field("code", "code", "代码", "text",
        "Code of GB/T 2260; the first two digits are the province",
        heading=("region code", "行政区划代码"), written="six digits", example='"429005"'),
)
_SOURCE = (
    Field("title", "title", "标题", "text", "Title of the paper or page",
        heading=("source", "出处"), example='"贵州省建立推动科技成果转化政策协调机制"'),
    _LOCATOR._replace(meaning="Place in it"),
    Field("url", "web address", "网址", "text", "Its address", example='"https://www.gov.cn/"'),
    Field("retrieved", "retrieved", "获取日期", "date", "When it was read",
        example='"2024-01-15"'),
)
_STEP = (
    Field("actor", "who", "主体", "text", "Who does it", example='"贵州省科技厅"'),
    Field("action", "action", "行动", "text", "What is done", example='"组织专家论证"'),
)
_FIGURE = (
    Field("indicator", "indicator", "指标", "text", "What is counted", example='"技术合同成交额"'),
    Field("indicator_en", "English indicator", "指标英文名", "text", "The same in English",
        example='"turnover of technology contracts"'),
    Field("op", "how exact", "比较", "code", "How exact it is; `=` where left out", "part",
        example='">="'),
    Field("value", "value", "数值", "amount", "How much, in `unit`", example="3694"),
    Field("unit", "unit", "单位", "text", "As people write it", "part",
        example='"万元"`, `"家"`, `"%"'),
    Field("period", "period", "时间", "date", "When", written="period",
        example='"2023-01/2023-08"'),
    Field("kind", "kind", "类别", "code", "What sort of number", example='"target"'),
)
_DOCUMENT = (
    Field("title", "title", "标题", "paper", "Its name without 《》",
        heading=("document", "文件"), example='"中华人民共和国促进科技成果转化法"'),
    Field("role", "role", "关系", "code", "What the policy has to do with it", example='"issued"'),
    Field("date", "date", "日期", "date", "When it was issued", example='"2015-08-29"'),
    Field("issuer", "issuer", "发布机构", "text", "Who issued it",
        example='"全国人民代表大会常务委员会"'),
    _STATUS,
)
_RELATION = (
    Field("type", "relation", "关系", "code", "In which way they are linked",
        written="relation type", example='"based_on"'),
    Field("target", "to", "对象", "text", "Id of a policy, or title of a document",
        example='"guizhou"'),
)
# fmt: on

FIELDS: dict[type[Any], tuple[Field, ...]] = {
    Policy: _POLICY,
    Measure: _MEASURE,
    Region: _REGION,
    Source: _SOURCE,
    Step: _STEP,
    Figure: _FIGURE,
    Document: _DOCUMENT,
    Relation: _RELATION,
}
"""The rows of every record, in the order in which readers see them."""


def rows(record: Any) -> tuple[Field, ...]:
    """The rows of a record."""
    return FIELDS[type(record)]


def named() -> Iterator[tuple[str, Field]]:
    """Every key with its row; where several records have one, that of the first."""
    found: dict[str, Field] = {}
    for table in FIELDS.values():
        for field in table:
            found.setdefault(field.key, field)
    return iter(found.items())
