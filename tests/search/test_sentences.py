"""Sentences: what their records are weighed by."""

from collections.abc import Callable
from typing import Any

from policycli.catalogue import Catalogue

Make = Callable[[list[dict[str, Any]]], Catalogue]

NATION = {"code": "100000", "name": "全国"}
CITY = {"code": "340700", "name": "铜陵"}


def law(key: str, title: str, region: dict[str, str], *articles: str) -> dict[str, Any]:
    """A law of so many articles."""
    measures = [
        {"id": f"{number}", "title": f"第{number}条", "text": text}
        for number, text in enumerate(articles, 1)
    ]
    return {"id": key, "title": title, "region": region, "measures": measures}


def test_of_equals_the_law_that_others_cite_comes_first(make: Make) -> None:
    """Papers in a text count for what they name, by its short name; naming oneself does not."""
    says = "饲养动物的人应当给动物打疫苗，并向社区登记。"
    laws = [
        law("a", "甲类条例（试行）", NATION, says, "依照《甲类条例》处理。"),
        law("b", "乙类条例（试行）", NATION, says, "依照《丙类条例》处理。"),
        law("c", "集市办法", CITY, "按照《乙类条例》办理。"),
        law("d", "屠宰办法", CITY, "依据《中华人民共和国乙类条例》办理。"),
    ]
    hits = make(laws).search("给动物打疫苗以后要不要登记？")
    assert [hit.id for hit in hits[:2]] == ["b.1", "a.1"]


def test_a_long_local_name_with_a_slip_is_found_among_national_articles(make: Make) -> None:
    """However much more the nation's laws weigh, what shares most with a long name is looked at."""
    articles = [f"铜陵市的人民政府，科学技术奖励的实施办法，{number}。" for number in range(60)]
    articles += ["另有规定的，从其规定。"] * 300
    laws = [
        law("nation", "科学技术奖励法", NATION, *articles),
        law("city", "铜陵市人民政府科学技术奖励实施办法", CITY, "本市设立奖项。"),
    ]
    (best, *_) = make(laws).search("铜陵市人民政府科学技木奖励实施办法")
    assert best.id == "city"


def test_words_that_ask_count_half(make: Make) -> None:
    """A record that answers goes before one that asks the same of something else."""
    laws = [
        law("asks", "问答", NATION, "是否能否可否，由谁怎么处理，本章说明。"),
        law("answers", "租赁条例", NATION, "押金由出租人退还承租人。"),
    ]
    hits = make(laws).search("押金是否退还，由谁怎么退还？")
    assert hits[0].id == "answers.1"
