"""Articles by their addresses, in ``show`` and ``search``."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest import mock

import pytest

from policycli.index import records, stored
from tests.cli.conftest import Result

Ask = Callable[..., Result]

FIVE = "数据处理者应当：\n（一）分类数据；\n（二）备份数据。\n违反前款规定的，责令改正。"


def law(name: str, title: str, date: str, *texts: str) -> str:
    """A line of a catalogue: a law with its articles."""
    marks = ["第一条", "第二条", "第三条", "第四条", "第五条", "第五条之一"]
    articles = [
        {"id": f"a{at}", "title": mark, "text": text}
        for at, (mark, text) in enumerate(zip(marks, texts, strict=False), 1)
    ]
    data = {"id": name, "title": title, "date": date, "measures": articles}
    return json.dumps(data, ensure_ascii=False) + "\n"


@pytest.fixture
def ask(policy: Any, tmp_path: Path) -> Ask:
    """Run a command line on three laws, one of which has two editions."""
    path = tmp_path / "laws.jsonl"
    texts = (
        "为了数据安全，制定本法。",
        "适用本法。",
        "本法所称数据。",
        "国家鼓励。",
        FIVE,
        "另行规定。",
    )
    path.write_text(
        law("old", "中华人民共和国数据共享法", "2015-03-01", *texts[:4])
        + law("new", "中华人民共和国数据共享法（2021修订）", "2021-06-10", *texts)
        + law("rules", "档案开放办法（试行）", "2020", *texts[:2]),
        "utf-8",
    )

    def run(*args: str) -> Result:
        return policy(*args, POLICY_CATALOGUE=str(path))  # type: ignore[no-any-return]

    return run


@pytest.mark.parametrize(
    "address",
    [
        "档案开放办法第二条",
        "档案开放办法第2条",
        "《档案开放办法》2条",
        "档案开放办法（试行）第二条",
        "档案开放办法 2",
        "檔案開放辦法第二條",
    ],
)
def test_an_article_has_an_address(ask: Ask, address: str) -> None:
    """By the usual short name of its law or the full one, in digits or Chinese; nothing is said."""
    shown, found = ask("show", address, "-f", "plain"), ask("search", address, "-f", "plain")
    assert shown.out.startswith("rules.a2\t")
    assert found.out.startswith("rules.a2\t")
    assert found.out.count("\n") == 1
    assert shown.err == found.err == ""


def test_the_newest_edition_is_taken_and_the_others_are_named(ask: Ask) -> None:
    """Of editions side by side the newest; a day or a year chooses another one."""
    result = ask("show", "数据共享法第四条", "-f", "plain")
    assert result.out.startswith("new.a4\t")
    assert result.err == "数据共享法第四条: taken as new.a4; other editions: old (2015-03-01)\n"
    then = ask("show", "数据共享法第四条", "--as-of", "2018", "-f", "plain")
    assert (then.out[:7], then.err) == ("old.a4\t", "")
    assert ask("show", "数据共享法2015", "-f", "plain").out.startswith("old\t")
    assert ask("show", "数据共享法（2021修订）", "-f", "plain").err == ""


def test_search_finds_the_article_in_every_edition(ask: Ask) -> None:
    """The newest comes first; filters hold."""
    found = json.loads(ask("search", "数据共享法第四条", "--json").out)
    assert [hit["id"] for hit in found["results"]] == ["new.a4", "old.a4"]
    assert found["results"][0]["matched"][0]["field"] == "title"
    assert ask("search", "数据共享法第四条", "--year", "2015", "-f", "plain").out.startswith(
        "old.a4"
    )


def test_editions_are_found_in_the_order_that_is_asked_for(policy: Any, tmp_path: Path) -> None:
    """What holds comes first, else the newest, which is not in force yet."""
    path = tmp_path / "editions.jsonl"
    path.write_text(
        law("now", "数据共享法", "2015-03-01", "甲。") + law("later", "数据共享法", "2999", "乙。"),
        "utf-8",
    )
    for sort, first in (("score", "now.a1"), ("date", "later.a1")):
        found = policy("search", "数据共享法第一条", "--sort", sort, POLICY_CATALOGUE=str(path))
        assert found.out.startswith(first)


def test_a_part_of_an_article_is_marked(ask: Ask) -> None:
    """The card has an arrow before the lines that were named, JSON has them."""
    card = ask("show", "数据共享法第五条第一款第（二）项", "-f", "table").out
    assert "→ （二）备份数据。" in card
    assert card.count("→") == 1
    (record,) = json.loads(ask("show", "数据共享法第五条第二款", "--json").out)["results"]
    assert record["cited"] == [{"address": "第五条第二款", "text": "违反前款规定的，责令改正。"}]
    assert record["text"] == FIVE
    assert "cited" not in ask("show", "数据共享法第五条", "--json").out


def test_an_address_without_a_law(ask: Ask) -> None:
    """It is that of the only article of this number; of several their laws are named."""
    assert ask("show", "第五条之一", "-f", "plain").out.startswith("new.a6\t")
    assert ask("show", "第五条第二款", "-f", "plain").out.startswith("new.a5\t")
    result = ask("show", "第二条第二款")
    assert result.code == 2
    assert "  rules.a2  第二条 (档案开放办法（试行）)\n" in result.err


@pytest.mark.parametrize(
    ("address", "said"),
    [
        (
            "数据共享法第九条",
            "中华人民共和国数据共享法（2021修订） has 6 articles; there is no 第九条",
        ),
        ("数据共享法第五条第三款", "第五条 has 2 paragraphs (款); there is no 第三款"),
        ("数据共享法第五条第（九）项", "第五条 has 2 paragraphs (款); there is no 第（九）项"),
        ("档案公开法第二条", "nothing is called 档案公开法第二条"),
    ],
)
def test_an_article_that_is_not_there(ask: Ask, address: str, said: str) -> None:
    """The sentence says how many there are; the exit is 2."""
    result = ask("show", address)
    assert (result.code, result.out) == (2, "")
    assert said in result.err


def test_search_says_what_is_not_there(ask: Ask) -> None:
    """As show does."""
    result = ask("search", "数据共享法第九条")
    assert result.code == 2
    assert "has 6 articles" in result.err


@pytest.mark.parametrize("command", ["show", "search"])
def test_an_article_is_read_once(ask: Ask, command: str) -> None:
    """Its law is read with it, and no record twice."""
    with mock.patch.object(records, "record_of", wraps=stored.record_of) as made:
        assert ask(command, "档案开放办法第二条").code == 0
    assert made.call_count == 3


def test_an_article_stands_for_its_law_in_a_comparison(ask: Ask) -> None:
    """Policies alone are compared: what an address was taken as is said, with other editions."""
    result = ask("compare", "档案开放办法第二条", "数据共享法第五条", "--json")
    assert result.code == 0
    assert result.err == (
        "档案开放办法第二条: taken as rules\n"
        "数据共享法第五条: taken as new; other editions: old (2015-03-01)\n"
    )
    assert json.loads(result.out)["query"] == ["rules", "new"]
    none = ask("compare", "档案开放办法第九条", "new")
    assert (none.code, none.out) == (2, "")
