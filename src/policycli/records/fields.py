"""What is known about every key of a record, one row a key.

Labels of the screen, searched fields and their weights, columns of a ledger, facts on cards,
papers and pages, and the tables of ``docs/records.md`` are all made from these rows. Rows stand in
the order in which readers see them.
"""

from collections.abc import Iterator
from typing import Any

from policycli.language import N_
from policycli.records.field import Field, Kind, Search, Shown
from policycli.records.model import (
    Asker,
    Copy,
    Document,
    Event,
    Figure,
    Measure,
    Policy,
    Problem,
    Rating,
    Region,
    Relation,
    Source,
    Step,
)

__all__ = ["FIELDS", "Field", "Kind", "Search", "Shown", "named", "rows"]

# Laid out by hand: a row a key reads best as a table.
# fmt: off
_TITLE_EN = Field("title_en", "English title", "英文标题", "text", N_("Its name in English"),
    "title", Search("e", 0.99, "name"), Search("E", 0.88, "inherited"),
    example='"Ledger of technology transfer policies"')
_SUMMARY_EN = Field("summary_en", "English summary", "英文摘要", "text",
    N_("The summary in English"), "prose", Search("z", 0.84, "text"))
_STATUS = Field("status", "status", "效力", "code",
    N_("Whether it holds now; of a measure or document, where that is not as of its policy"),
    search=Search("u", 0.78, "text"), example='"in-force"')
_THEMES = Field("themes", "themes", "主题", "list",
    N_("What it is about, a few words shared among policies"), search=Search("h", 0.88, "name"),
    example='["成果转化"]')
_KEYWORDS = Field("keywords", "keywords", "关键词", "list",
    N_("Words that people type and the text does not hold"), search=Search("k", 0.94, "name"),
    example='["技术转移"]')
_DOCUMENTS = Field("documents", "documents", "文件", "documents",
    N_("Papers it issued, changed or rests on"), "table", Search("d", 0.95, "name"))
_LOCATOR = Field("locator", "place in the source", "出处位置", "text", N_("Place in the source"),
    example='"第2段至第5段"')

_POLICY = (
    Field("id", "id", "编号", "id",
        N_("Its name for commands and links, unique among all catalogues in use"), "title",
        Search("i", 0.99, "name"), example='"guizhou"'),
    Field("title", "title", "标题", "text", N_("Its name in Chinese"), "title",
        Search("t", 1.0, "name"), Search("T", 0.9, "inherited"), heading=("policy", "政策"),
        example='"贵州省推动科技成果转化政策协调机制"',
        also="政策名称 政策文件名称 文件名称 文件名 政策名 政策标题 文件标题 文件题名 标题 题名 "
             "名称 政策文件 政策全称 文件全称 政策法规名称 法规名称 制度名称 规范性文件名称 "
             "文档名称 办法名称 细则名称 规定名称 政策题目 政策条目 规划名称 方案名称 政策性文件 "
             "规章名称 法律名称 公文名称 通知名称 所属政策 政策法规 法规文件 政策 文件 法规 题目 "
             "来文标题 policy_name policy_title doc_title document_title file_name name subject"),
    _TITLE_EN,
    Field("aliases", "other names", "别名", "list", N_("Other names that people type"),
        search=Search("a", 0.98, "name"), inherited=Search("A", 0.89, "inherited"),
        example='["贵州", "黔"]'),
    Field("region", "region", "地区", "region", N_("Where it holds"),
        search=Search("r", 0.97, "name"), inherited=Search("R", 0.89, "inherited"),
        example='{ code = "520000", name = "贵州省" }',
        also="所属地区 地区 区域 地域 省份 省市 城市 所在地 行政区划 适用地区 发文地区 "
             "县（市、区） 县市区 区县 市州 地市 县区 市县"),
    Field("level", "level", "级别", "code", N_("Rank of the policy"),
        search=Search("v", 0.8, "text"), written="text", example='"省级"`, `"地方性法规"',
        also="政策级别 政策层级 文件层级 文件级别 行政层级 效力级别 政策层次 文件层次 级别 层级 "
             "层次 政策层面 级次"),
    Field("issuers", "issuers", "发布机构", "list", N_("Bodies that issued it"),
        search=Search("o", 0.92, "name"), inherited=Search("O", 0.84, "inherited"),
        example='["贵州省科技厅"]',
        also="发文* 印发* 制定* 发布* 颁布* 颁发* 出台* 制发* 公布* 签发* 联合发文* 下发* 行文* "
             "制文* 来文* 发文单位名称 issuer issuing_org issuing_body issuing_agency issue_org "
             "publisher pub_org puborg agency organization authority"),
    Field("doc_number", "document number", "发文字号", "text", N_("发文字号"),
        search=Search("n", 0.96, "name"), example='"国发〔2016〕16号"',
        also="发文字号 文号 文件编号 文件号 发文文号 发文号 文件文号 公文字号 政策文号 字号 令号 "
             "公告号 发文号码 发文编号 文件号码 doc_no doc_num document_no rule_no file_no pcode "
             "doc_code reference_no"),
    Field("date", "date", "日期", "date", N_("成文日期"), example='"2023-03"',
        also="成文* 通过* 发文* 印发* 发布* 颁布* 出台* 公布* 制定* 下发* 签发* 制发* 颁发* 文件* "
             "发表* 落款* 年份 年度 时间 publish_date published_date pub_date issue_date "
             "issued_date release_date date_issued published_at"),
    Field("in_force_from", "in force from", "施行日期", "date", N_("First day on which it holds"),
        example='"2023-05-01"', also="施行* 生效* 实施* 执行* 开始* 起止* 有效期起 起始* "
             "effective_date effective_from valid_from implement_date"),
    Field("in_force_until", "in force until", "失效日期", "date", N_("Last day on which it holds"),
        example='"2027-12-31"',
        also="有效期至 有效期限 有效期止 有效期 失效* 废止* 到期* 终止* 执行期限 实施期限 施行期限 "
             "有效* 有效期截止* 执行截止* 政策截止* 有效截止* expiry_date expire_date valid_until "
             "valid_to"),
    _STATUS._replace(also=
        "效力状态 时效性 时效 有效性 是否有效 是否现行有效 效力 政策状态 文件状态 有效状态 "
        "执行状态 政策时效 时效状态 现行效力 文件效力 实施状态 是否仍有效 是否继续有效 目前状态 "
        "当前状态 清理结果 清理意见 清理结论 处理意见 处理结果 评估结论 状态 current_status "
        "policy_status"),
    _THEMES._replace(also=
        "主题分类 政策类别 政策分类 政策类型 文件类别 文件类型 所属领域 领域 类别 分类 类型 板块 "
        "大类 专题 模块 category topic theme"),
    Field("summary", "summary", "摘要", "text", N_("What it is, in the catalogue's own words"),
        "prose", Search("s", 0.85, "text"), also="政策摘要 政策概述 政策概要 政策简介"),
    _SUMMARY_EN, _KEYWORDS._replace(also="关键字 标签 主题词"),
    _DOCUMENTS._replace(also="政策依据 制定依据 文件依据 上位依据 依据文件 来源文件 任务来源 "
             "任务出处 任务出处文件 政策出处 文件出处 文件来源 政策来源 设定依据 工作依据 依据"),
    Field("relations", "related", "相关", "relations", N_("Links to other policies and documents")),
    Field("source", "source", "出处", "source", N_("Where the record was taken from")),
    Field("measures", "measures", "要点数", "measures", N_("What it does or lays down"), "table"),
)
_MEASURE = (
    Field("id", "id", "编号", "id", N_("Unique in its policy"), "title", Search("i", 0.99, "name"),
        example='"ledger"'),
    Field("title", "title", "标题", "text", N_("What it is, in a few words"), "title",
        Search("t", 1.0, "name"), heading=("measure", "政策要点"), example='"科技成果转化政策台账"',
        also="政策要点 重点任务 工作任务 主要任务 任务名称 任务事项 重点工作 重点事项 工作事项 "
             "事项名称 重点举措名称 举措名称 措施名称 条款名称 项目名称 工作项目 改革事项 目标任务 "
             "任务分解 任务清单 工作重点 任务标题 事项标题 措施标题 条款标题 任务名 任务项 "
             "工作名称 一级任务 二级任务 三级任务 任务分类 任务类别 事项 任务 项目 问题 提问 "
             "咨询问题 案由 议题"),
    _TITLE_EN._replace(inherited=None),
    Field("summary", "summary", "摘要", "text",
        N_("What is done, in the catalogue's own words (or `text`)"), "prose",
        Search("s", 0.85, "text"),
        also="内容摘要 内容概要 内容概述 内容简介 要点摘要 摘要 概要 简介"),
    _SUMMARY_EN,
    Field("text", "wording", "原文", "text", N_("The original wording, for laws (or `summary`)"),
        "prose", Search("x", 0.85, "text"),
        also="主要内容 政策内容 具体举措 具体措施 主要举措 主要措施 政策条款 条款内容 核心条款 "
             "条款原文 任务内容 具体任务 任务举措 工作内容 工作举措 工作措施 推进措施 重点举措 "
             "重点措施 重点内容 核心内容 具体内容 政策举措 政策措施 支持内容 扶持内容 支持政策 "
             "扶持政策 优惠政策 奖补政策 补贴政策 奖励政策 政策点 政策干货 描述 摘录 简述 主要规定 "
             "政策规定 支持方向 支持重点 重点方向 亮点 做法 主要工作 建设内容 改革举措 落实措施 "
             "分解任务 内容 举措 措施 条款 条文 要点 具体工作 工作要求 任务要求 解答 回答 "
             "答复 答复内容 解答内容 拟办意见 办理意见 批示内容 交办内容 content text full_text "
             "clause_text description | 支持标准 "
             "奖补标准 补助标准 扶持标准 奖励标准 兑现标准 资助标准 力度 支持额度 奖补额度 "
             "补助额度 奖补金额 奖励金额 补贴金额 补助金额 支持措施 考核指标 目标要求 工作目标 "
             "年度目标 阶段目标 预期目标 预期成效 预期成果 成果 成效 成果形式 标准 支持方式 "
             "扶持方式 兑现方式 奖补方式 资助方式 申报条件 支持条件 兑现条件 条件"),
    Field("end", "end", "四端", "code", N_("Which of the four ends (四端) it works on, mainly"),
        search=Search("m", 0.8, "text"), example='"service"'),
    Field("instrument", "instrument", "政策工具", "code",
        N_("Its kind, as a code of the OECD STIP Compass"),
        search=Search("q", 0.82, "text"), written="PI and 3 digits", example='"PI023"',
        also="政策工具 政策工具类型 工具类型"),
    Field("lead", "lead", "牵头", "text", N_("Body responsible"), search=Search("l", 0.92, "name"),
        example='"贵州省科技厅"',
        also="牵头* 牵头责任* 牵头负责* 主责* 主办* 责任* 责任分工 职责分工 任务分工 "
             "责任落实* 负责* 落实* 承办* 实施* 组织实施* 执行* 主管* 归口* 归口管理* 兑现* 受理* "
             "推进* 主抓* 经办* 办理* 承担* 第一责任* 责任县区 责任区县 责任街镇 责任乡镇 "
             "department dept lead_dept responsible_dept responsible_department owner"),
    Field("partners", "partners", "参与", "list", N_("Bodies that take part"),
        search=Search("p", 0.9, "text"), example='["省财政厅"]',
        also="配合* 协办* 协同* 协助* 参与* 参加* 会办* 配合责任* 责任配合* 协作* 会同* 联合* "
             "其他责任* 共同责任* 其他* 其它* 成员*"),
    Field("targets", "aims", "目标", "lines", N_("Whom it is for, and what it is to reach"),
        search=Search("g", 0.86, "text"), example='["高新技术企业"]',
        also="适用* 享受* 支持* 扶持* 服务* 受益* 政策对象 申报* 奖补* 补贴* 补助* 资助* 惠及* "
             "面向* 适用企业 受众 实施对象 对象"),
    Field("steps", "steps", "步骤", "steps", N_("A procedure, in order"), "table",
        Search("c", 0.86, "text")),
    Field("figures", "figures", "指标", "figures", N_("Its numbers"), "table",
        Search("f", 0.93, "text")),
    _DOCUMENTS, _THEMES, _KEYWORDS,
    Field("date", "date", "日期", "date", N_("When it was founded, granted or begun"),
        example='"2023-05"'),
    Field("deadline", "deadline", "期限", "date", N_("By when it is to be done"),
        written="date or words", example='"2027"`, `"2027年底"',
        also="完成时限 完成* 办结* 截止* 时限 限时 限定* 限期* 截至* 目标时间 落实时间 工作节点 "
             "时限要求 完成期限 时间节点 完成节点 时间要求 时间安排 进度安排 时间进度 进度要求 "
             "节点要求 推进* 兑现* 计划完成* 结束* 办理时限 落实时限"),
    Field("done", "done on", "办结日期", "date", N_("When it was done, which had a deadline"),
        example='"2027-05-01"', also="实际完成* 实际办结* 销号*"),
    _STATUS,
    _LOCATOR._replace(also="条款号 条款序号 条目 条文号 对应条款 所在条款 条款位置 所在位置 "
             "条款出处 原文位置 章节 clause article clause_no"),
)
_REGION = (
    Field("name", "name", "名称", "text", N_("Official name"), heading=("region", "地区"),
        example='"潜江市"'),
    Field("name_en", "English name", "英文名", "text", N_("Name in English"),
        heading=("region in English", "地区英文名"), example='"Qianjiang"'),
    Field("code", "code", "代码", "text",
        N_("Code of GB/T 2260; the first two digits are the province"),
        heading=("region code", "行政区划代码"), written="six digits", example='"429005"'),
)
_SOURCE = (
    Field("title", "title", "标题", "text", N_("Title of the paper or page"),
        heading=("source", "出处"), also="来源 信息来源 数据来源 来源渠道 来源网站",
        example='"贵州省建立推动科技成果转化政策协调机制"'),
    _LOCATOR._replace(meaning=N_("Place in it")),
    Field("url", "web address", "网址", "text", N_("Its address"), example='"https://www.gov.cn/"',
        also="原文链接 网页链接 链接地址 文件链接 政策链接 发布链接 来源链接 公开链接 公开网址 "
             "来源网址 原文网址 原文地址 网页地址 链接 网址 URL link source_url page_url"),
    Field("retrieved", "retrieved", "获取日期", "date", N_("When it was read"),
        example='"2024-01-15"'),
)
_STEP = (
    Field("actor", "who", "主体", "text", N_("Who does it"), example='"贵州省科技厅"'),
    Field("action", "action", "行动", "text", N_("What is done"), example='"组织专家论证"'),
)
_FIGURE = (
    Field("indicator", "indicator", "指标", "text", N_("What is counted"),
        example='"技术合同成交额"',
        also="指标名称 主要指标 核心指标 指标内容 评价指标 统计指标 监测指标 目标名称 一级指标 "
             "二级指标 三级指标 指标"),
    Field("indicator_en", "English indicator", "指标英文名", "text", N_("The same in English"),
        example='"turnover of technology contracts"'),
    Field("op", "how exact", "比较", "code", N_("How exact it is; `=` where left out"), "part",
        example='">="'),
    Field("value", "value", "数值", "amount", N_("How much, in `unit`"), example="3694",
        also="目标值 指标值 数值 数量 目标 当前值 现状值 完成值 完成数 目标数 任务数 计划数 基期值 "
             "基数"),
    Field("unit", "unit", "单位", "text", N_("As people write it"), "part",
        example='"万元"`, `"家"`, `"%"', also="计量单位 指标单位 数量单位 单位"),
    Field("period", "period", "时间", "date", N_("When"), written="period",
        example='"2023-01/2023-08"'),
    Field("kind", "kind", "类别", "code", N_("What sort of number"), example='"target"'),
)
_DOCUMENT = (
    Field("title", "title", "标题", "paper", N_("Its name without 《》"),
        heading=("document", "文件"), example='"中华人民共和国促进科技成果转化法"'),
    Field("role", "role", "关系", "code", N_("What the policy has to do with it"),
        example='"issued"'),
    Field("date", "date", "日期", "date", N_("When it was issued"), example='"2015-08-29"'),
    Field("issuer", "issuer", "发布机构", "text", N_("Who issued it"),
        example='"全国人民代表大会常务委员会"'),
    _STATUS,
)
_RELATION = (
    Field("type", "relation", "关系", "code", N_("In which way they are linked"),
        written="relation type", example='"based_on"'),
    Field("target", "to", "对象", "text", N_("Id of a policy, or title of a document"),
        example='"guizhou"'),
)
_PROBLEM = (
    Field("id", "id", "编号", "id",
        "Unique among the policies and problems of all catalogues in use", "title",
        Search("i", 0.99, "name"), example='"p2026-001"'),
    Field("title", "title", "标题", "text", "What the matter is, in a few words", "title",
        Search("t", 1.0, "name"), example='"成果作价入股不敢转"'),
    Field("state", "state", "办理状态", "code", "How far its handling is", example='"assigned"'),
    Field("asker", "asked by", "反映人", "asker", "Who met it"),
    Field("received", "received", "收到日期", "date", "Day on which it came in",
        example='"2026-07-01"'),
    Field("due", "due", "办理期限", "date", "Day by which it is to be answered",
        example='"2026-07-31"'),
    Field("lead", "lead", "牵头", "text", "Body that answers for it",
        search=Search("l", 0.92, "name"), example='"省科技厅"'),
    Field("bodies", "bodies", "办理部门", "list", "Bodies that settle it",
        search=Search("b", 0.9, "text"), example='["省科技厅", "省财政厅"]'),
    Field("about", "about", "涉及政策", "list",
        "Ids of the measures and policies it is about, or titles of documents",
        example='["guizhou.ledger"]'),
    Field("text", "wording", "问题内容", "text", "The problem in the words of who met it", "prose",
        Search("y", 0.85, "text")),
    Field("answer", "answer", "办理结果", "text", "How it was settled", "prose",
        Search("w", 0.85, "text")),
    _DOCUMENTS._replace(meaning="Papers that the answer rests on"),
    Field("rating", "rating", "服务评价", "rating", "What those served say of the handling"),
    Field("copied_to", "copied to", "抄报", "copies",
        "Supervisory bodies that have the solution on file"),
    Field("events", "history", "办理经过", "events", "What was done, step by step", "table"),
)
_ASKER = (
    Field("name", "name", "名称", "text", "What they are called", heading=("asked by", "反映人"),
        example='"贵州大学"'),
    Field("kind", "kind", "类别", "code", "What sort of asker",
        heading=("kind of asker", "反映人类别"), example='"university"', codes="asker"),
)
_EVENT = (
    Field("date", "date", "日期", "date", "Day on which it was done", example='"2026-07-03"'),
    Field("state", "state", "办理状态", "code", "State of the problem after it",
        example='"assigned"'),
    Field("by", "by", "经办", "text", "Who did it", example='"省科技厅政策法规处"'),
    Field("note", "note", "说明", "text", "What is to be known of it",
        example='"会同省财政厅研究"'),
)
_RATING = (
    Field("score", "score", "评分", "number", "From 1 (bad) to 5 (good)", example="5"),
    Field("note", "note", "说明", "text", "Why", heading=("why rated so", "评价说明"),
        example='"答复及时"'),
    Field("date", "date", "日期", "date", "When it was given", heading=("rated on", "评价日期"),
        example='"2026-07-20"'),
)
_COPY = (
    Field("body", "body", "部门", "text", "Supervisory body", example='"省纪委监委"'),
    Field("date", "date", "日期", "date", "When it got the solution", example='"2026-07-25"'),
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
    Problem: _PROBLEM,
    Asker: _ASKER,
    Event: _EVENT,
    Rating: _RATING,
    Copy: _COPY,
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
