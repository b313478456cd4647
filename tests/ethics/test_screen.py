"""Screening of descriptions."""

import json
from pathlib import Path

import pytest

import policycli
from policycli.errors import DocumentError
from policycli.ethics.rules import rules
from policycli.ethics.screen import screened

PROJECTS = Path(__file__).parents[1] / "data" / "projects.jsonl"


def codes(text: str) -> list[str]:
    """The codes of the rules that apply to a description, or are in question."""
    return [each.rule.id for each in screened(text, rules()).triggers]


@pytest.mark.parametrize(
    "text",
    [
        "用遗传算法和细胞自动机优化疏散路线，界面为常规人机界面。",
        "在RAW264.7小鼠巨噬细胞系上考察材料的吞噬，细胞购自细胞库。",
        "利用TCGA公开数据库中的患者测序数据建立预后模型。",
        "猪舍通风与粪污资源化，在合作社推广。",
        "检测胎牛血清中的杂质，建立质控方法。",
    ],
)
def test_words_in_another_sense_are_no_evidence(text: str) -> None:
    """Computing, cell lines, public data, farming and reagents need no review."""
    assert codes(text) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("邀请三十名飞行员在模拟舱内操作并记录心率。", "human-participants"),
        ("留取患者术后引流液做蛋白组分析。", "human-samples"),
        ("调取三年的电子病历训练模型。", "personal-info"),
        ("雪貂鼻腔接种后观察体温。", "animals"),
        ("在P4实验室培养活病毒并做气溶胶稳定性实验。", "risk-health"),
        ("把转基因鲑鱼放养到近海网箱。", "risk-ecology"),
        ("研发一键换脸软件并开源。", "risk-order"),
        ("平流层气溶胶注入的外场试验。", "risk-sustain"),
        ("采集苗族大家系成员的血样做全基因组测序。", "hgr"),
    ],
)
def test_each_rule_of_article_2_is_found(text: str, code: str) -> None:
    """A plain case of every rule triggers it."""
    assert code in codes(text)
    assert screened(text, rules()).verdict == "review"


def test_the_list_of_expert_reviews_takes_the_whole_of_a_text() -> None:
    """Stem cells, embryos and gestation may stand in different sentences."""
    text = "将人诱导多能干细胞注入羊囊胚。经培养的胚胎移入代孕母羊。妊娠中期取胎分析。"
    found = screened(text, rules())
    assert found.verdict == "expert-review"
    assert "expert-2" in codes(text)
    assert [each.id for each in found.procedures] == ["expert", "general"]


def test_what_is_denied_is_no_part_of_a_combination() -> None:
    """Without gestation the list does not apply; the review of cells and animals stays."""
    text = "将人诱导多能干细胞注入小鼠囊胚，仅体外培养三天，不移入子宫，不代孕。"
    assert "expert-2" not in codes(text)
    assert screened(text, rules()).verdict == "review"


def test_a_doubt_is_a_question() -> None:
    """Where only a doubt is left, the verdict is conditional, and says what to clarify."""
    found = screened("完成敷料配方筛选，必要时开展动物实验。", rules())
    assert found.verdict == "conditional"
    assert [each.rule.id for each in found.questions] == ["animals"]
    assert found.questions[0].rule.question


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("展板文字由馆方制定，是否邀请游客由馆方决定。", "human-participants"),
        ("菌种为改造的工程菌，若小试结果理想，将用于河道原位修复。", "risk-ecology"),
        ("控制柜可由系统自动关闭燃气阀，采用哪种方式待与燃气公司商定。", "expert-7"),
    ],
)
def test_a_hint_asks_where_the_sentence_leaves_something_open(text: str, code: str) -> None:
    """Words too weak for evidence become a question where something is left open."""
    found = screened(text, rules())
    assert found.verdict == "conditional"
    assert code in [each.rule.id for each in found.questions]


def test_a_hint_says_nothing_where_all_is_settled() -> None:
    """The same words raise no question in a sentence that leaves nothing open."""
    assert codes("展板文字由馆方制定，游客中心负责张贴。") == []


def test_words_near_a_sign_that_are_in_doubt_leave_it_in_doubt() -> None:
    """A combination of words is no surer than the least sure of them."""
    assert screened("转基因藻株拟在近海投放。", rules()).verdict == "review"
    assert screened("构建转基因藻株。视结果决定是否在近海投放。", rules()).verdict == "conditional"


def test_part_of_another_word_takes_nothing_back() -> None:
    """羊膜 is no sheep, and the samples of a donor stay samples."""
    assert "human-samples" in codes("取供体角膜组织分离干细胞，在羊膜上培养。")


def test_part_of_another_word_is_no_sign_and_leads_to_none() -> None:
    """鱼骨形 is no fish, 马尔可夫 no horse, and 优化处方 no prescription, wherever in a match."""
    assert codes("鱼骨形沟槽捕获悬浮颗粒，隐马尔可夫模型预测磨损。") == []
    assert codes("按优化处方压制缓释骨架片，测体外释放。") == []


def test_a_denial_ends_at_a_full_stop_of_ascii() -> None:
    """Papers write ``.`` where 。 is meant; in figures it ends nothing."""
    assert codes("不采集血样.招募志愿者三十名.") == ["human-participants"]
    assert codes("不采集3.5毫升以上的血样.") == []


def test_what_counts_is_not_in_doubt_as_well() -> None:
    """Words that count for a rule are not shown once more as a question of it."""
    found = screened("把人多能干细胞注入羊胚胎，移入母羊子宫，足月分娩。", rules())
    doubts = [e for e in found.evidence if (e.rule, e.standing) == ("expert-2", "unclear")]
    assert "expert-2" in codes(found.text)
    assert doubts == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("分段合成并删减基因组，改造后的菌株作何用途待定。", "expert-1"),
        ("考察人源细胞在兔囊胚里的去向。", "expert-2"),
        ("供者捐赠的卵母细胞经去核和重构后观察。", "expert-3"),
        ("植入式神经电极加工完成，后续研制方案再议。", "expert-4"),
        ("座舱自动调节灯光以安抚乘坐者。", "expert-5"),
        ("资讯平台按热度自动编排并推送话题的系统。", "expert-6"),
        ("煤矿井下机器人的自主程度和接管方式另行商定。", "expert-7"),
    ],
)
def test_what_touches_the_list_of_expert_reviews_is_asked_about(text: str, code: str) -> None:
    """Half of what an item says is a question, never silence."""
    found = screened(text, rules())
    assert found.verdict != "none"
    assert code in {each.rule.id for each in found.questions} | set(codes(text))


@pytest.mark.parametrize(
    "text",
    [
        "客户端按时政新闻热度调整推荐次序，以算法提升读者对主流价值的认同。",
        "闸门由模型自行启闭，不经值班人员审批，用于水库泄洪。",
        "把人造血干细胞注入胎羊腹腔，母羊分娩后检测羔羊体内的人细胞。",
        "夫妇捐赠的卵子经细胞质替换后受精，检测核基因修饰。",
        "枕叶植入电极阵列，使失明患者获得光感，入组三名。",
        "耳夹以微电流和语音暗示自动改变佩戴者情绪，产品供日常佩戴。",
        "用古基因组改写大象细胞，借人工子宫使猛犸重现并形成种群。",
    ],
)
def test_the_list_of_expert_reviews_in_other_words(text: str) -> None:
    """Every item of the list is found where it is described without the words of the list."""
    assert screened(text, rules()).verdict == "expert-review"


def test_what_another_sentence_leaves_open_is_in_question() -> None:
    """A system that acts by itself is in question where it is open whether anybody confirms."""
    text = "高速公路L4级自动驾驶货车，系统自行决策。{}"
    assert screened(text.format("无安全员。"), rules()).verdict == "expert-review"
    assert screened(text.format("是否由安全员接管待论证。"), rules()).verdict == "conditional"


def test_only_questionnaires_may_be_simplified() -> None:
    """The simplified procedure is named first where the risk is usually minimal."""
    found = screened("面向高校发放网络问卷，了解阅读习惯。", rules())
    assert [each.id for each in found.procedures] == ["simplified", "general"]


def test_an_emergency_is_named() -> None:
    """A public emergency in the text names the emergency procedure besides."""
    found = screened("针对突发公共卫生事件，招募志愿者测试新型口罩。", rules())
    assert "emergency" in [each.id for each in found.procedures]


def test_evidence_is_verbatim_and_in_its_place() -> None:
    """Spans cut the very words out of the text, full-width letters and all."""
    text = "背景略。\n本项目使用ＳＤ大鼠三十只；不涉及人体试验。"
    found = screened(text, rules())
    assert found.evidence
    assert all(text[slice(*each.span)] == each.words for each in found.evidence)
    assert {each.standing for each in found.evidence} == {"counts", "negated"}


def test_other_rules_are_named_by_full_width_letters_too() -> None:
    """ＡＩ is AI to whatever is looked for in a text."""
    plain, wide = (
        screened(f"招募志愿者试用{name}辅助诊断系统，采集血样。", rules())
        for name in ("AI", "ＡＩ")
    )
    assert plain.besides
    assert wide.besides == plain.besides


def test_other_languages_are_not_guessed() -> None:
    """A text without Chinese has no verdict."""
    with pytest.raises(DocumentError, match="hardly any Chinese"):
        policycli.screen("We recruit thirty volunteers.")


def test_a_path_is_read(tmp_path: Path) -> None:
    """The API takes a text or the path of one."""
    path = tmp_path / "项目.txt"
    path.write_text("项目名称\n招募志愿者三十名。", "utf-8")
    found = policycli.screen(path)
    assert (found.source, found.title) == (str(path), "项目名称")
    assert found.verdict == policycli.screen(str(path)).verdict == "review"


def measured(path: Path) -> tuple[float, int, float, float]:
    """Share of right verdicts, expert reviews called none, recall and precision of triggers."""
    right = hushed = hits = missed = wrong = 0
    lines = path.read_text("utf-8").splitlines()[::2]  # every other one, for the time it takes
    for line in lines:
        wanted = json.loads(line)
        found = screened(wanted["text"], rules())
        must, got = set(wanted["triggers"]), {each.rule.id for each in found.triggers}
        right += found.verdict == wanted["verdict"]
        hushed += wanted["verdict"] == "expert-review" and found.verdict == "none"
        hits, missed = hits + len(must & got), missed + len(must - got)
        wrong += len(got - must - set(wanted["optional"]))
    return right / len(lines), hushed, hits / (hits + missed), hits / (hits + wrong)


def test_labelled_descriptions_are_screened_right() -> None:
    """On descriptions of many fields, which its words were tuned on, it is nearly always right."""
    verdicts, hushed, recall, precision = measured(PROJECTS)
    assert hushed == 0
    assert min(verdicts, recall, precision) >= 0.95
