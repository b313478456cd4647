"""The server, asked by the client of the protocol's own library."""

import asyncio
import json
import os
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from mcp import Client, StdioServerParameters
from mcp_types import CallToolResult, ListToolsResult

from policycli.assistants.server import server
from policycli.catalogue import open_catalogue

SMALL = Path(__file__).parents[1] / "data" / "small.toml"
LAW = {
    "id": "law",
    "title": "中华人民共和国数据法",
    "date": "2021-01-01",
    "measures": [
        {"id": f"a{at}", "title": mark, "text": text}
        for at, (mark, text) in enumerate(
            [("第一条", "为了数据安全，制定本法。"), ("第二条", "适用本法。\n境外的除外。")], 1
        )
    ],
}

Ask = Callable[..., CallToolResult]


@pytest.fixture
def laws(tmp_path: Path) -> Path:
    """A catalogue of one law of two articles."""
    path = tmp_path / "laws.jsonl"
    path.write_text(json.dumps(LAW, ensure_ascii=False) + "\n", "utf-8")
    return path


@pytest.fixture
def ask(laws: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Ask:
    """Ask one tool of a server of the small catalogue and the law."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))

    def call(tool: str, **asked: Any) -> CallToolResult:
        async def answered() -> CallToolResult:
            made = server(lambda: open_catalogue(SMALL, laws, bundled=False))
            async with Client(made) as client:
                return await client.call_tool(tool, asked)

        return asyncio.run(answered())

    return call


def data(result: CallToolResult) -> dict[str, Any]:
    """What a tool answered."""
    assert not result.is_error, result.content
    answered: dict[str, Any] = result.structured_content
    return answered


def test_a_real_process_serves_tools_that_only_read(laws: Path, tmp_path: Path) -> None:
    """Eight tools at most, described in 20 kB, and the same answer as text and as data."""
    coverage = {name: value for name, value in os.environ.items() if name.startswith("COVERAGE")}
    program = StdioServerParameters(
        command=sys.executable,
        args=["-c", "from policycli.cli.main import main; main()", "mcp", "--catalogue", str(laws)],
        env=coverage | {"PYTHONPATH": os.pathsep.join(sys.path), "XDG_CACHE_HOME": str(tmp_path)},
    )

    async def both() -> tuple[ListToolsResult, CallToolResult]:
        async with Client(program) as client:
            return await client.list_tools(), await client.call_tool("search", {"query": "数据法"})

    listed, found = asyncio.run(both())
    assert len(listed.tools) <= 8
    assert all(tool.annotations and tool.annotations.read_only_hint for tool in listed.tools)
    assert all(tool.description for tool in listed.tools)
    assert len(listed.model_dump_json(by_alias=True).encode()) <= 20_000
    assert data(found)["results"][0]["id"] == "law"
    assert json.loads(found.content[0].text) == data(found)  # type: ignore[union-attr]


def test_an_answer_says_what_it_stands_on(ask: Ask) -> None:
    """Which catalogues were searched, as of when, how many fit, and whether some are left out."""
    answer = data(ask("search", query="成果转化", limit=1))
    assert answer["searched"] == [
        {"catalogue": "small.toml", "policies": 2, "measures": 3},
        {"catalogue": "laws.jsonl", "policies": 1, "measures": 2},
    ]
    assert answer["as_of"] == date.today().isoformat()  # noqa: DTZ011 - a day here, as people mean it
    assert answer["total"] > 1
    assert answer["truncated"] is True
    assert len(answer["results"]) == 1


def test_a_day_of_the_past_is_said(ask: Ask) -> None:
    """``as_of`` leaves out what was not in force, and stands in the answer."""
    answer = data(ask("search", query="青山", as_of="2020-01-01"))
    assert (answer["as_of"], answer["total"]) == ("2020-01-01", 0)


def test_what_is_not_here_is_not_said_to_be_nowhere(ask: Ask) -> None:
    """Where nothing fits, the answer says that it speaks of these catalogues alone."""
    for answer in (data(ask("search", query="火星殖民")), data(ask("show", names=["火星"]))):
        assert answer["total"] == 0
        assert any("elsewhere" in note for note in answer["notes"])


def test_an_article_is_read_by_its_address(ask: Ask) -> None:
    """A part of a law is named as people cite it."""
    answer = data(ask("show", names=["数据法第二条第二款"]))
    assert answer["results"][0]["id"] == "law.a2"
    assert answer["results"][0]["cited"][0]["text"] == "境外的除外。"


def test_a_guess_is_said(ask: Ask) -> None:
    """A name that is only close says what it was taken as."""
    answer = data(ask("show", names=["qingshann"]))
    assert answer["results"][0]["id"] == "qingshan"
    assert "taken as qingshan" in answer["notes"]


def test_citations_are_checked(ask: Ask) -> None:
    """An article that a law does not have is found, and what is not here is counted as unknown."""
    answer = data(
        ask("check_citations", text="依照《中华人民共和国数据法》第九条和《某某条例》第一条办理。")
    )
    assert [found["kind"] for found in answer["results"]] == [
        "cites-wrong-article",
        "cites-not-found",
    ]
    assert answer["coverage"]["citations_unknown"] == 1
    alone = data(ask("check_citations", text="《中华人民共和国数据法》第九条"))
    assert [found["kind"] for found in alone["results"]] == ["cites-wrong-article"]


def test_a_text_is_never_taken_as_a_path(ask: Ask, laws: Path) -> None:
    """The name of a file that exists is a text like any other."""
    answer = data(ask("check", text=str(laws)))
    assert answer["coverage"]["clauses"] <= 1
    assert "数据安全" not in json.dumps(answer, ensure_ascii=False)


def test_a_policy_of_the_catalogue_is_reviewed(ask: Ask) -> None:
    """A policy is named instead of a text, and the answer says how much could be compared."""
    answer = data(ask("check", policy="青山"))
    assert answer["conclusion"] in ("consistent", "amend", "conflict", "unchecked")
    assert answer["coverage"]["clauses"] == 2


def test_policies_are_compared(ask: Ask) -> None:
    """Names are taken as in ``show``, and the regions stand beside the rows."""
    answer = data(ask("compare", policies=["青山", "law"]))
    assert [policy["id"] for policy in answer["policies"]] == ["qingshan", "law"]
    assert data(ask("compare", policies=["青山", "火星"]))["total"] == 0


def test_figures_keep_their_operator(ask: Ask) -> None:
    """A number comes with unit and operator, converted where that is asked for."""
    answer = data(ask("figures", query="基金", unit="亿元"))
    assert (answer["results"][0]["op"], answer["results"][0]["base_value"]) == ("=", 36_940_000)


def test_what_falls_due_is_listed(ask: Ask) -> None:
    """Deadlines come with the days that are left, and those without a day are counted."""
    answer = data(ask("due"))
    assert answer["results"][0]["left"] < 0
    assert answer["without_day"] == 0


def test_coverage_counts_what_is_there(ask: Ask) -> None:
    """Every policy is listed, with the regions there are."""
    answer = data(ask("coverage"))
    assert [policy["id"] for policy in answer["results"]] == ["qingshan", "lvhe-regulation", "law"]
    assert answer["regions"]["青山市"] == 1


def test_a_wrong_value_is_told_in_a_sentence(ask: Ask) -> None:
    """What is wrong with a question is said, with what would be right."""
    result = ask("search", query="基金", end="foo")
    assert result.is_error
    assert "supply" in result.content[0].text  # type: ignore[union-attr]
    empty = ask("check")
    assert empty.is_error
    assert "give a text, or the id" in empty.content[0].text  # type: ignore[union-attr]


def test_a_change_is_seen_by_the_next_question(ask: Ask, laws: Path) -> None:
    """A catalogue that changes while the server runs answers as it is by then."""
    assert data(ask("search", query="海洋法"))["total"] == 0
    other = LAW | {"id": "sea", "title": "海洋法"}
    with laws.open("a", encoding="utf-8") as file:
        file.write(json.dumps(other, ensure_ascii=False) + "\n")
    assert data(ask("search", query="海洋法"))["total"] > 0
