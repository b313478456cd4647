"""The bundled catalogue says what the six bulletins say: figures, names, papers, procedures.

The expected values below were written by hand from the bulletins, not copied from the catalogue.
"""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import tomli

ROOT = Path(__file__).resolve().parent.parent
CATALOGUE = ROOT / "data" / "policies.toml"
QUERIES = ROOT / "tests" / "data" / "bundled_queries.tsv"
BULLETINS = ROOT.parent / "shared" / "bulletins.md"

Record = dict[str, Any]
POLICIES: list[Record] = tomli.loads(CATALOGUE.read_text(encoding="utf-8"))["policies"]
BY_ID: dict[str, Record] = {policy["id"]: policy for policy in POLICIES}
MEASURES: dict[str, Record] = {
    f"{policy['id']}.{measure['id']}": measure
    for policy in POLICIES
    for measure in policy["measures"]
}

REGIONS = {
    "neimenggu": ("150000", "内蒙古自治区", "Inner Mongolia", "省级"),
    "zhejiang": ("330000", "浙江省", "Zhejiang", "省级"),
    "guizhou": ("520000", "贵州省", "Guizhou", "省级"),
    "tongling": ("340700", "铜陵市", "Tongling", "市级"),
    "qianjiang": ("429005", "潜江市", "Qianjiang", "市级"),
    "shiyan": ("420300", "十堰市", "Shiyan", "市级"),
}

# Ids never change once released: this list grows and never shrinks.
RELEASED_IDS = {
    "neimenggu": "innovation-centre special-funding key-technology-projects open-topics "
    "ip-and-standards-services headquarters-platforms youth-fund talent-fund innovation-network "
    "results-in-use operating-guidance",
    "zhejiang": "governance-opinions task-list ethics-committee shared-responsibility "
    "institutional-review self-discipline innovation-highlands field-norms emerging-fields "
    "review-centres digital-platform goals-2027",
    "guizhou": "coordination-mechanism cross-department-work ledger consistency-review "
    "problem-handling early-supervision",
    "tongling": "two-strong-one-increase-institute graphene-institute postdoctoral-workstation "
    "incubator key-laboratory copper-chain-institute industrialisation-base pilot-base "
    "tongguan-institute equity-fund research-institution-subfund results-push high-tech-firms "
    "technology-smes needs-collection incubation-fund-rules industrial-talent-8 "
    "technology-brokers",
    "qianjiang": "zones-and-clusters innovative-county leading-group planning talent-attraction "
    "innovation-measures technology-loans industry-funds fiscal-spending six-projects "
    "regional-innovation-centre technology-market university-institutes high-tech-firms "
    "technology-smes new-species-firms crayfish-breeding crayfish-processing crayfish-technology "
    "optoelectronics-base",
    "shiyan": "platform-upgrade national-platforms provincial-platforms talent-training "
    "national-funds talent-and-business-climate",
}

# measure: value, unit, op, period and a word of the indicator
FIGURES: list[tuple[str, float, str, str, str, str]] = [
    ("neimenggu.innovation-centre", 5, "项", "=", "", "五大任务"),
    ("neimenggu.special-funding", 4, "亿元", "=", "2023", "专项资金"),
    ("neimenggu.key-technology-projects", 26, "项", "=", "2023", "关键技术攻关"),
    ("neimenggu.open-topics", 28, "项", "=", "2023", "开放性课题"),
    ("neimenggu.youth-fund", 10, "项", "=", "2023", "青年科技基金"),
    ("neimenggu.innovation-network", 102, "家", "=", "", "成员单位"),
    ("neimenggu.innovation-network", 113, "名", "=", "", "高级行业专家"),
    ("neimenggu.innovation-network", 27, "位", "=", "", "海外专家"),
    ("neimenggu.innovation-network", 5000, "人", ">", "", "创新队伍"),
    ("neimenggu.innovation-network", 142, "项", "=", "", "科研项目"),
    ("zhejiang.governance-opinions", 4, "个", "=", "", "体系"),
    ("zhejiang.governance-opinions", 15, "条", "=", "", "治理措施"),
    ("zhejiang.innovation-highlands", 3, "个", "=", "", "科创高地"),
    ("guizhou.coordination-mechanism", 19, "家", "=", "", "省直部门"),
    ("tongling.copper-chain-institute", 1000, "万元", "=", "2023/", "首批支持资金"),
    ("tongling.equity-fund", 20, "亿元", "=", "", "基金总额"),
    ("tongling.equity-fund", 8, "家", "=", "", "科创企业"),
    ("tongling.equity-fund", 1, "亿元", "~", "", "股权投资"),
    ("tongling.results-push", 16, "家", "=", "2023", "高校院所"),
    ("tongling.results-push", 3000, "条", ">", "2023", "项目信息"),
    ("tongling.high-tech-firms", 194, "家", "=", "2023", "高新技术企业"),
    ("tongling.technology-smes", 648, "家", "=", "2023", "科技型中小企业"),
    ("tongling.technology-smes", 92.6, "%", "=", "2023", "占全年目标任务"),
    ("tongling.industrial-talent-8", 8, "条", "=", "", "产业人才"),
    ("qianjiang.technology-loans", 26, "亿元", "=", "2022", "科技型企业贷款"),
    ("qianjiang.technology-loans", 18.1, "%", "=", "2022", "同比增长"),
    ("qianjiang.industry-funds", 10, "亿元", "=", "", "湖北长江（潜江）产业发展基金"),
    ("qianjiang.industry-funds", 1, "亿元", "=", "", "润泽产业发展基金"),
    ("qianjiang.industry-funds", 2.65, "亿元", "=", "", "投资额"),
    ("qianjiang.industry-funds", 23.2, "亿元", "=", "", "企业投资"),
    ("qianjiang.fiscal-spending", 20, "%", "=", "", "财政科技投入"),
    ("qianjiang.six-projects", 6, "项", "=", "", "六大工程"),
    ("qianjiang.high-tech-firms", 90, "家", "=", "2023-01/2023-08", "后备企业库"),
    ("qianjiang.high-tech-firms", 72, "家", "=", "2023-01/2023-08", "注册"),
    ("qianjiang.high-tech-firms", 55, "家", "=", "2023-01/2023-08", "高企认定"),
    ("qianjiang.technology-smes", 265, "家", "=", "2023-01/2023-08", "科技型中小企业"),
    ("qianjiang.technology-smes", 30.54, "%", "=", "2023-01/2023-08", "同比增长"),
    ("qianjiang.new-species-firms", 16, "家", "=", "2023-01/2023-08", "新增"),
    ("qianjiang.new-species-firms", 23, "家", "=", "2023-08", "总数"),
    ("qianjiang.crayfish-processing", 1000, "亿元", "~", "", "千亿级"),
    ("qianjiang.crayfish-processing", 50, "万吨", "=", "", "精深加工聚集区"),
    ("qianjiang.crayfish-processing", 70, "万吨", "=", "", "冷链物流"),
    ("shiyan.national-platforms", 3, "家", "=", "", "国家级企业技术中心"),
    ("shiyan.national-platforms", 2, "家", "=", "", "国家级科技企业孵化器"),
    ("shiyan.national-platforms", 4, "家", "=", "", "众创空间"),
    ("shiyan.national-platforms", 6, "家", "=", "", "星创天地"),
    ("shiyan.provincial-platforms", 61, "家", "=", "", "省级企业技术中心"),
    ("shiyan.provincial-platforms", 2, "家", "=", "", "产业技术研究院"),
    ("shiyan.provincial-platforms", 1, "家", "=", "", "产业技术创新联合体"),
    ("shiyan.provincial-platforms", 34, "家", "=", "", "企校联合创新中心"),
    ("shiyan.talent-training", 102, "名", "=", "", "科技领军人才"),
    ("shiyan.talent-training", 92, "个", "=", "", "双创战略团队"),
    ("shiyan.talent-training", 194, "个", "=", "", "科技项目攻关"),
    ("shiyan.national-funds", 3694, "万元", "=", "2022/", "国家级科技资金"),
]

# policy: title, date and role of every paper that its bulletin names
DOCUMENTS: list[tuple[str, str, str, str]] = [
    ("neimenggu", "自治区政府工作报告", "2023", "basis"),
    ("neimenggu", "2023年度国家乳业技术创新中心建设科技支撑方案", "2023", "basis"),
    ("neimenggu", "国家乳业技术创新中心建设工作指引", "", "basis"),
    ("zhejiang", "关于加强科技伦理治理的实施意见", "2022-12-31", "issued"),
    ("zhejiang", "2023年加强科技伦理治理重点工作任务清单", "2023", "issued"),
    ("tongling", "铜陵市企事业技术需求征集工作指引（试行）", "", "issued"),
    ("tongling", "铜陵市企事业技术需求评比管理办法（试行）", "", "issued"),
    ("tongling", "铜陵市科技孵化资金管理办法", "", "amended"),
    ("tongling", "产业人才8条", "", "cited"),
    ("qianjiang", "潜江市国家创新型县（市）建设实施方案", "", "issued"),
    ("qianjiang", "潜江市关于加强招才引智的若干意见", "", "issued"),
    ("qianjiang", "潜江市关于进一步促进科技创新的若干措施", "", "issued"),
    (
        "qianjiang",
        "关于深入学习宣传贯彻党的二十大精神加快建设四化同步发展示范区的决定",
        "",
        "cited",
    ),
    ("qianjiang", "“十四五”规划", "", "cited"),
    ("qianjiang", "流域综合治理和统筹发展规划", "", "cited"),
]

# bodies, companies, platforms, funds, programmes, products and slogans, parted by spaces
NAMES = {
    "neimenggu": "自治区科技厅 乳业国创中心 国家乳业技术创新中心 五大任务 奶业振兴 "
    "科技投入要再加大 创新平台要再加码 青贮玉米 饲料转化率 益生菌 母乳化 国际标准 知识产权 "
    "特色稀有乳蛋白原料 乳酸菌筛选及工艺开发 新型杀菌系统 乳业全产业链低碳化数字化协同管理平台 "
    "人才基金 青年科技基金 体外胚胎 牛奶原生DHA 减糖方案数字化平台 乳品可持续包装 碳减排",
    "zhejiang": "浙江省科技厅 浙江省科技伦理委员会 科技伦理（审查）委员会 三大科创高地 互联网+ "
    "生命健康 新材料 人工智能 纳米材料 生物医用材料 脑科学 脑机融合 生物育种 创新策源地 "
    "高能级战略科创平台 科技领军企业 科技伦理数字化治理平台 系统集成 精密智控 精密智治 科技向善 "
    "学会 协会 研究会 医疗卫生机构",
    "guizhou": "贵州省科技厅 省委组织部 省发展改革委 贵州省教育厅 贵州省财政厅 不敢转 不想转 "
    "不会转 细绳子 台账 一致性评价 立、改、废、释 纪检监察 巡视 审计 政府采购",
    "tongling": "“两强一增”研究院（铜陵） 中国航发北京石墨烯技术研究院 铜陵石墨烯产业研究院 "
    "铜陵精达特种电磁线股份有限公司 国家级博士后科研工作站 铜官数谷 国家科技企业孵化器 "
    "铜峰电子股份有限公司 高储能电容器及高性能介质薄膜材料安徽省重点实验室 铜陵有色 "
    "铜产业链绿色发展安徽省产业创新研究院 狮子山高新区 新一代信息技术 皖江中心 "
    "行业智能检测技术与装备 安徽铜冠产业技术研究院 铜陵科创股权投资基金 "
    "安徽省新型研发机构基金铜陵子基金 技术经纪人 产业人才8条 最先一公里 最后一公里 试验场 大市场 "
    "供给端 服务端 需求端 环境端",
    "qianjiang": "国家高新区 国家火炬微电子材料特色产业基地 省创新型产业集群 省战略性新兴产业集群 "
    "建设国家创新型县市工作领导小组 市长 政银集合贷 助保贷 助企贷 湖北长江（潜江）产业发展基金 "
    "润泽产业发展基金 六大工程 锻新板 固底板 潜江区域性科创中心 高质量发展研究院 双创集聚区 "
    "湖北技术交易大市场 湖北大学 武汉工程大学 光电子信息 绿色化工 高企申报网 新物种 中科院水生所 "
    "湖北省农科院 虾稻1号 现代农业科技示范园 潜江龙虾精深加工聚集区 产品集散交易中心 "
    "光芯屏端网 科技支撑产业发展 四化同步发展示范区 全国样板 强磁场 石油化工 新能源新材料 绿色食品 "
    "生物医药 智能制造 现代服务业 加速键 全生命周期",
    "shiyan": "十堰市科技局 筑巢引凤 固巢养凤 助凤展翅 引育留 强磁场 提能升级 一主四优多支撑 "
    "星创天地 众创空间 企校联合创新中心 产业技术创新联合体 双创战略团队 营商环境 人才强市",
}

# measure: a word of each step, in the order of the bulletin
STEPS = {
    "guizhou.ledger": ["梳理", "动态更新", "参阅", "公开"],
    "guizhou.consistency-review": ["征求意见", "一致", "专家研究论证"],
    "guizhou.problem-handling": ["征集问题", "协调处理", "服务评价", "通报", "审计等部门备案"],
    "guizhou.early-supervision": ["抄报", "提前介入"],
    "zhejiang.ethics-committee": ["统筹", "咨询建议", "争议"],
    "zhejiang.institutional-review": ["（审查）委员会", "伦理审查"],
    "zhejiang.review-centres": ["设立审查中心", "伦理审查"],
    "zhejiang.digital-platform": ["监测、收集", "研判和处置", "审查、监管和查处", "教育培训"],
    "qianjiang.leading-group": ["任组长", "任副组长", "成员"],
}

POLICY_KEYS = (
    "id title title_en aliases region level issuers doc_number date in_force_from in_force_until "
    "status themes summary summary_en keywords documents relations source measures"
)
MEASURE_KEYS = (
    "id title title_en summary text summary_en locator end instrument themes keywords lead "
    "partners targets steps figures documents date deadline status"
)
PART_KEYS = {
    "figures": {"indicator", "indicator_en", "value", "unit", "op", "period", "kind"},
    "documents": {"title", "date", "issuer", "role", "status"},
    "steps": {"actor", "action"},
    "relations": {"type", "target"},
}
ENDS = {"supply", "service", "demand", "environment"}
INSTRUMENTS = {
    f"PI{number:03}"
    for number in (6, 7, 8, 9, 11, 12, 13, 17, 18, 21, 22, 23, 24, 26, 27, 29, 30, 31, 32, 33)
}
SLUG = re.compile(r"[a-z0-9][a-z0-9-]*")
DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
PERIOD = re.compile(r"\d{4}(-\d{2})?(/(\d{4}(-\d{2})?)?)?")
# How the bulletins write the numbers that they do not write in digits.
SPELLED = {
    ("neimenggu", 5): "五大任务",
    ("zhejiang", 4): "四大体系",
    ("zhejiang", 3): "三大科创高地",
    ("tongling", 1): "近亿元",
    ("qianjiang", 6): "六大工程",
    ("qianjiang", 1000): "千亿级",
}


def texts(value: object) -> Iterator[str]:
    """Every string within a record, keys left out."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from texts(part)
    elif isinstance(value, list):
        for part in value:
            yield from texts(part)


def squeeze(text: str) -> str:
    """The text without white space, which the bulletins set between digits and characters."""
    return re.sub(r"\s+", "", text)


def records() -> Iterator[tuple[str, Record]]:
    """Every policy and every measure with its full id."""
    yield from BY_ID.items()
    yield from MEASURES.items()


@pytest.fixture(scope="module")
def bulletins() -> dict[str, list[str]]:
    """The paragraphs of each bulletin by policy id; skips where the bulletins are not at hand."""
    if not BULLETINS.exists():
        pytest.skip(f"{BULLETINS} is not here")
    sections: dict[str, list[str]] = {}
    for section in re.split(r"^# ", BULLETINS.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        heading, *lines = section.splitlines()
        sections[squeeze(heading)] = [squeeze(line) for line in lines if line.strip()]
    return {pid: sections[squeeze(policy["source"]["title"])] for pid, policy in BY_ID.items()}


@pytest.mark.parametrize("pid", REGIONS)
def test_policy_has_its_region_and_level(pid: str) -> None:
    """Each of the six policies is there with its region's code, both names and its level."""
    region, policy = BY_ID[pid]["region"], BY_ID[pid]
    found = (region["code"], region["name"], region["name_en"], policy["level"])
    assert found == REGIONS[pid]


def test_there_are_six_policies_with_a_full_set_of_measures() -> None:
    """The catalogue holds exactly the six policies and at least the measures once released."""
    assert [policy["id"] for policy in POLICIES] == list(REGIONS)
    released = {f"{pid}.{slug}" for pid, slugs in RELEASED_IDS.items() for slug in slugs.split()}
    assert released <= set(MEASURES)


def test_ids_are_unique_slugs() -> None:
    """No id is used twice in one policy, and every id is a lower-case slug."""
    for policy in POLICIES:
        ids = [measure["id"] for measure in policy["measures"]]
        assert [slug for slug, times in Counter(ids).items() if times > 1] == []
        assert [slug for slug in [policy["id"], *ids] if not SLUG.fullmatch(slug)] == []


def test_only_keys_of_the_contract_occur() -> None:
    """No record, figure, paper, step or relation has a key outside the contract."""
    for rid, record in records():
        allowed_here = MEASURE_KEYS if "." in rid else POLICY_KEYS
        assert not set(record) - set(allowed_here.split()), rid
        for key, allowed in PART_KEYS.items():
            assert [part for part in record.get(key, []) if set(part) - allowed] == [], rid
    for policy in POLICIES:
        assert set(policy["region"]) == {"code", "name", "name_en"}
        assert set(policy["source"]) == {"title", "locator"}


def test_every_record_is_bilingual_and_can_be_checked() -> None:
    """Every record has title and summary in Chinese and English, themes, keywords and a place."""
    for rid, record in records():
        for key in ("title", "title_en", "summary", "summary_en"):
            assert record[key].strip(), (rid, key)
        assert re.search(r"[\u4e00-\u9fff]", record["title"]), rid
        assert not re.search(r"[\u4e00-\u9fff]", record["title_en"] + record["summary_en"]), rid
        assert record["themes"], rid
        locator = record["locator"] if "." in rid else record["source"]["locator"]
        assert re.match(r"第\d段", locator), rid


def test_every_figure_says_in_english_what_it_counts() -> None:
    """In words of its own, without a Chinese character."""
    for rid, record in records():
        for figure in record.get("figures", []):
            assert figure["indicator_en"].strip(), rid
            assert not re.search(r"[\u4e00-\u9fff]", figure["indicator_en"]), rid


def test_every_measure_has_an_end_an_instrument_and_search_words() -> None:
    """Ends and instruments are codes of the contract, and each measure has 4 to 10 keywords."""
    for mid, measure in MEASURES.items():
        assert measure["end"] in ENDS, mid
        assert measure["instrument"] in INSTRUMENTS, mid
        assert 4 <= len(measure["keywords"]) <= 10, mid
        assert len(set(measure["keywords"])) == len(measure["keywords"]), mid


def test_all_four_ends_occur() -> None:
    """The four ends, the lens over every measure, are all in use."""
    assert {measure["end"] for measure in MEASURES.values()} == ENDS


def test_empty_values_are_left_out() -> None:
    """An optional key with nothing in it does not occur."""
    for rid, record in records():
        assert [key for key, value in record.items() if value in ("", [], {})] == [], rid


def test_themes_are_a_small_shared_vocabulary() -> None:
    """At most 18 theme words serve all records, and none serves one measure alone."""
    used = Counter(theme for measure in MEASURES.values() for theme in measure["themes"])
    assert len(used) <= 18
    assert min(used.values()) > 1
    assert {theme for policy in POLICIES for theme in policy["themes"]} <= set(used)


def test_tongling_is_found_as_the_four_ends() -> None:
    """Tongling's policy carries the name 四端 / four ends in titles and aliases."""
    tongling = BY_ID["tongling"]
    assert "四端" in tongling["title"]
    assert "four ends" in tongling["title_en"]
    assert {"四端", "four ends"} <= set(tongling["aliases"])


@pytest.mark.parametrize("expected", FIGURES)
def test_figure_is_recorded(expected: tuple[str, float, str, str, str, str]) -> None:
    """Each figure of the bulletins is a record with its value, unit, operator and period."""
    mid, value, unit, op, period, word = expected
    found = [
        (figure["value"], figure["unit"], figure.get("op", "="), figure.get("period", ""))
        for figure in MEASURES[mid]["figures"]
        if word in figure["indicator"]
    ]
    assert (value, unit, op, period) in found


def test_no_figure_is_recorded_that_the_bulletins_do_not_give() -> None:
    """The catalogue's figures are those of the table above, no more, and all are numbers."""
    written = Counter((mid, value, unit) for mid, value, unit, *_ in FIGURES)
    recorded = Counter(
        (mid, figure["value"], figure["unit"])
        for mid, measure in MEASURES.items()
        for figure in measure.get("figures", [])
    )
    assert recorded == written


def test_figures_use_the_words_of_the_contract() -> None:
    """Operators, kinds and periods are of the contract's forms, and "=" is left unsaid."""
    for mid, measure in MEASURES.items():
        for figure in measure.get("figures", []):
            assert figure.get("op", ">") in {">", ">=", "<", "<=", "~"}, mid
            assert figure.get("kind", "count") in {"budget", "target", "actual", "growth", "count"}
            assert PERIOD.fullmatch(figure.get("period", "2023")), mid


def test_documents_are_those_of_the_bulletins() -> None:
    """Every paper is recorded once on its policy with the date and role that the bulletin gives."""
    recorded = [
        (pid, paper["title"], paper.get("date", ""), paper["role"])
        for pid, policy in BY_ID.items()
        for paper in policy.get("documents", [])
    ]
    assert sorted(recorded) == sorted(DOCUMENTS)
    assert all(DATE.fullmatch(date) for _, _, date, _ in recorded if date)


def test_a_measure_and_its_policy_agree_on_documents() -> None:
    """A paper has the same entry on its policy and its measure, and each is on some measure."""
    for pid, policy in BY_ID.items():
        of_policy = policy.get("documents", [])
        of_measures = [paper for part in policy["measures"] for paper in part.get("documents", [])]
        assert [paper for paper in of_measures if paper not in of_policy] == [], pid
        assert [paper for paper in of_policy if paper not in of_measures] == [], pid


def test_relations_point_to_known_papers_or_policies() -> None:
    """A relation's target is a policy of the catalogue or a paper of the same policy."""
    for policy in POLICIES:
        known = {paper["title"] for paper in policy.get("documents", [])} | set(BY_ID)
        assert {link["target"] for link in policy.get("relations", [])} <= known


@pytest.mark.parametrize("pid", NAMES)
def test_every_name_occurs(pid: str) -> None:
    """Every body, company, platform, fund, product and slogan is named in its policy's records."""
    everything = squeeze("\n".join(texts(BY_ID[pid])))
    assert [name for name in NAMES[pid].split() if name not in everything] == []


@pytest.mark.parametrize("mid", STEPS)
def test_procedure_runs_in_the_order_of_the_bulletin(mid: str) -> None:
    """Each procedure is recorded as steps with an actor, in the bulletin's order."""
    steps = MEASURES[mid]["steps"]
    assert len(steps) == len(STEPS[mid])
    for step, word in zip(steps, STEPS[mid], strict=True):
        assert word in step["action"]
        assert step["actor"]


def test_goals_without_a_number_are_targets_with_their_year() -> None:
    """Zhejiang's four goals of 2027 and Tongling's opening by the end of 2023 keep their year."""
    zhejiang = MEASURES["zhejiang.goals-2027"]
    assert (len(zhejiang["targets"]), zhejiang["deadline"]) == (4, "2027")
    assert MEASURES["tongling.tongguan-institute"]["deadline"] == "2023"


def test_dates_told_in_words_are_in_the_summaries() -> None:
    """Events without a named paper keep their month in the summary of the measure."""
    assert "2023年3月" in MEASURES["zhejiang.ethics-committee"]["summary"]
    assert "2023年5月" in MEASURES["qianjiang.innovative-county"]["summary"]
    assert "2023年8月" in MEASURES["neimenggu.headquarters-platforms"]["summary"]


def test_guizhou_lead_and_partners_are_named() -> None:
    """The coordination mechanism is led by the science department with the four named partners."""
    mechanism = MEASURES["guizhou.coordination-mechanism"]
    assert mechanism["lead"] == "贵州省科技厅"
    assert [name[-4:] for name in mechanism["partners"]] == [
        "委组织部",
        "展改革委",
        "省教育厅",
        "省财政厅",
    ]


def test_query_set_names_records_that_exist() -> None:
    """The query set has 170 rows or more, none twice, 20 finding nothing, the rest known ids."""
    lines = QUERIES.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("# ")]
    assert len(rows) >= 170
    assert len({query for _, query, _ in rows}) == len(rows)
    assert sum(expected == "-" for *_, expected in rows) >= 20
    wanted = {rid for *_, expected in rows if expected != "-" for rid in expected.split()}
    assert wanted <= {rid for rid, _ in records()}


def test_summaries_are_in_our_own_words(bulletins: dict[str, list[str]]) -> None:
    """No Chinese summary shares a run of more than 24 characters with its bulletin."""
    for rid, record in records():
        source, summary = "".join(bulletins[rid.split(".")[0]]), squeeze(record["summary"])
        runs = {summary[start : start + 25] for start in range(len(summary) - 24)}
        assert [run for run in runs if run in source] == [], rid


def test_every_figure_stands_where_its_locator_says(bulletins: dict[str, list[str]]) -> None:
    """A reader who goes to the paragraphs of a measure's locator finds all of its numbers there."""
    for mid, measure in MEASURES.items():
        pid = mid.split(".")[0]
        places = [int(number) - 1 for number in re.findall(r"第(\d+)段", measure["locator"])]
        source = "\n".join(bulletins[pid][place] for place in places)
        for figure in measure.get("figures", []):
            digits = rf"(?<![\d.]){re.escape(format(figure['value'], 'g'))}(?![\d.])"
            spelled = SPELLED.get((pid, figure["value"]), "\0")
            assert re.search(digits, source) or spelled in source, (mid, figure["indicator"])


def test_documents_stand_in_their_bulletin(bulletins: dict[str, list[str]]) -> None:
    """Every title of a paper occurs in the bulletin of its policy, letter for letter."""
    for pid, title, *_ in DOCUMENTS:
        assert squeeze(title) in "".join(bulletins[pid]), title
