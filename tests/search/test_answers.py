"""The command's side of search: explain, sort, all, and queries from standard input."""

import json
from typing import Any

import pytest

from policycli.catalogue import Catalogue

# The keys that scripts lean on: they may grow, none may leave.
HIT = ["id", "policy", "title", "title_en", "summary", "text", "region", "end", "score", "matched"]
HIT += ["how", "missing", "type", "state"]
EXPLAINED = ["field", "wording", "score", "worth", "mistakes", "size"]
ANSWERED = ["query", "total", "truncated", "results"]


def answer(policy: Any, *args: str) -> Any:
    """The JSON answer to a search."""
    return json.loads(policy("search", *args, "--json").stdout)


def ids(found: Any) -> list[str]:
    """The ids of an answer's results."""
    return [hit["id"] for hit in found["results"]]


def test_explain_has_the_agreed_keys(policy: Any) -> None:
    """``--explain`` adds to every hit, for each match, how its score came about."""
    found = answer(policy, "伦里", "--explain")
    for hit in found["results"]:
        assert list(hit) == [*HIT, "explain"]
        assert [list(why) for why in hit["explain"]] == [EXPLAINED] * len(hit["matched"])
        for why in hit["explain"]:
            assert 0 < why["score"] <= 100 * why["worth"] <= 100
            assert why["mistakes"] > 0
            assert why["size"] == 2


def test_explain_tells_the_score(policy: Any) -> None:
    """What is said of a match adds up: worth, less mistakes by size, less what is not the name."""
    (why, *_others) = answer(policy, "台账", "--explain")["results"][0]["explain"]
    assert why["wording"] == "台账"
    assert why["mistakes"] == 0
    assert why["score"] == pytest.approx(100 * why["worth"])
    shown = policy("search", "台账", "--explain", "-f", "table").stdout
    assert "0.0 wrong of 2" in " ".join(shown.split())


def test_all_shows_every_result(policy: Any) -> None:
    """``--all`` is as many as there are, ``-n`` the first of them in the same order."""
    every = answer(policy, "成果转化", "--all")
    few = answer(policy, "成果转化", "-n", "3")
    assert len(every["results"]) == every["total"] > 10
    assert ids(few) == ids(every)[:3]
    assert few["total"] == every["total"]


def test_sorting_keeps_the_records_and_changes_their_order(policy: Any) -> None:
    """By score or by the code of the region, the same records come."""
    by_score = answer(policy, "基金", "--all", "--sort", "score")["results"]
    by_region = answer(policy, "基金", "--all", "--sort", "region")["results"]
    scores = [hit["score"] for hit in by_score]
    codes = [hit["region"]["code"] for hit in by_region]
    assert scores == sorted(scores, reverse=True)
    assert codes == sorted(codes)
    assert sorted(hit["id"] for hit in by_score) == sorted(hit["id"] for hit in by_region)


def test_sorting_by_date_puts_the_newest_first(bundled: Catalogue) -> None:
    """Dates go down; of one date, the better fit comes first."""
    hits = bundled.lookup("成果转化", limit=None, sort="date").hits
    keys = [(hit.head.date, hit.score) for hit in hits]
    assert keys == sorted(keys, reverse=True)
    assert len(hits) > 10


def test_queries_from_standard_input_have_the_agreed_keys(policy: Any) -> None:
    """One JSON line a query, in their order; what is wrong with one does not stop the others."""
    done = policy("search", "-", typed="台账\n\nzxqvkj\n基金 region:火星\n 台帐 \n")
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert [line["query"] for line in lines] == ["台账", "zxqvkj", "基金 region:火星", "台帐"]
    found, nothing, wrong, homophone = lines
    assert list(found) == list(nothing) == ANSWERED
    assert list(wrong) == [*ANSWERED, "error"]
    assert list(found["results"][0]) == HIT
    assert nothing == {"query": "zxqvkj", "total": 0, "truncated": False, "results": []}
    assert ids(found)[0] == ids(homophone)[0] == "guizhou.ledger"
    assert done.returncode == 0
    assert done.stderr == ""


def test_standard_input_takes_the_options_of_a_search(policy: Any) -> None:
    """Filters, limits and ``--explain`` hold for every query."""
    done = policy("search", "-", "--region", "湖北", "-n", "1", "--explain", typed="基金\n人才\n")
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert [len(line["results"]) for line in lines] == [1, 1]
    assert all(list(line["results"][0]) == [*HIT, "explain"] for line in lines)
    assert {line["results"][0]["policy"] for line in lines} <= {"qianjiang", "shiyan"}


@pytest.mark.parametrize("typed", ["", "\n\n", "zxqvkj\n"])
def test_standard_input_without_answers_exits_1(policy: Any, typed: str) -> None:
    """No query, or none that finds anything, is the exit of nothing found."""
    assert policy("search", "-", typed=typed).returncode == 1


@pytest.mark.parametrize("query", [":", '"', "“", "-", "台账:", "''", "a\tb", "…", "%"])
def test_signs_are_never_errors(policy: Any, query: str) -> None:
    """A query of signs finds something or nothing, and says no more than that."""
    done = policy("search", "--json", "--", query, typed="")
    assert done.returncode in (0, 1)
    assert "Traceback" not in done.stderr
