"""What comes out, format by format: goldens that were read by hand, and keys that never change."""

import csv
import json
import re
from typing import Any

import pytest

SHOWN = ("qingshan", "qingshan.fund", "qingshan.ledger", "lvhe-regulation.article-1")
SORTS = ("policies", "measures", "themes", "documents", "bodies")

# The keys that scripts lean on. They may grow; a key that leaves or changes its meaning breaks
# somebody's script.
ENVELOPE = ["schema", "command", "query", "total", "truncated", "results"]
HIT = ["id", "policy", "title", "title_en", "summary", "text", "region", "end", "score", "matched"]
HIT += ["how", "missing", "type", "state"]
MATCH = ["field", "how", "text"]
MEASURE = [
    *("id", "title", "summary", "title_en", "summary_en", "locator", "end", "instrument"),
    *("themes", "keywords", "lead", "partners", "targets", "figures", "documents", "deadline"),
    *("status", "policy", "region"),
]
POLICY = [
    *("id", "title", "title_en", "aliases", "region", "level", "issuers", "doc_number", "date"),
    *("in_force_from", "in_force_until", "status", "themes", "summary", "summary_en", "documents"),
    *("relations", "source", "measures"),
]
LISTED = {
    "policies": POLICY,
    "measures": MEASURE,
    "themes": ["theme", "policies", "measures"],
    "documents": ["title", "date", "issuer", "role", "status", "ids"],
    "bodies": ["name", "issues", "leads", "partners", "documents"],
}
INFO = ["version", "catalogues", "index"]


def sort_option(sort: str) -> list[str]:
    """The option that lists ``sort``; policies need none."""
    return [] if sort == "policies" else [f"--{sort}"]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("form", ["table", "plain", "csv", "tsv", "md"])
def test_cards_look_as_approved(policy: Any, golden: Any, form: str, lang: str) -> None:
    """``show`` prints the cards that were read and approved."""
    result = policy("show", *SHOWN, "-f", form, "--lang", lang)
    golden(f"show.{lang}.{form}", result.out)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("form", ["table", "plain", "csv", "md"])
def test_lists_look_as_approved(policy: Any, golden: Any, form: str, lang: str) -> None:
    """``list`` prints the tables that were read and approved, for every sort of thing."""
    runs = [policy("list", *sort_option(sort), "-f", form, "--lang", lang) for sort in SORTS]
    golden(f"list.{lang}.{form}", "\n".join(result.out for result in runs))


def test_colors_look_as_approved(policy: Any, golden: Any) -> None:
    """Colours are few: ids, labels and headings."""
    shown = policy("show", "qingshan.fund", "-f", "table", "--color", "always").out
    golden("show.color", re.sub(r"(?<=\x1b]8;id=)\d+", "1", shown))  # links are numbered by chance


def test_json_of_a_search_has_the_agreed_keys(policy: Any) -> None:
    """Every hit has every key, also where its value is empty."""
    answer = json.loads(policy("search", "基金", "--json").out)
    assert list(answer) == ENVELOPE
    assert [answer["schema"], answer["command"], answer["query"]] == [1, "search", "基金"]
    assert answer["total"] >= len(answer["results"]) > 0
    for hit in answer["results"]:
        assert list(hit) == HIT
        assert [list(match) for match in hit["matched"]] == [MATCH] * len(hit["matched"])
        assert list(hit["region"]) == ["code", "name", "name_en"]
        assert 0 < hit["score"] <= 100


@pytest.mark.parametrize("sort", SORTS)
def test_json_of_a_list_has_the_agreed_keys(policy: Any, sort: str) -> None:
    """Lists of records have the keys of the catalogue, other lists keys of their own."""
    answer = json.loads(policy("list", *sort_option(sort), "--json").out)
    assert list(answer) == ENVELOPE
    assert answer["query"] == sort
    assert answer["total"] == len(answer["results"])
    assert list(answer["results"][0]) == LISTED[sort]


def test_json_of_a_record_is_the_record(policy: Any) -> None:
    """``show`` gives a record as its catalogue has it, a measure with its policy and region."""
    policy_, measure = json.loads(policy("show", "qingshan", "qingshan.fund", "--json").out)[
        "results"
    ]
    assert list(policy_) == POLICY
    assert list(measure) == MEASURE
    assert (measure["id"], measure["policy"]) == ("qingshan.fund", "qingshan")
    assert measure["figures"][2] == {
        "indicator": "支持企业",
        "value": 50,
        "unit": "家",
        "op": ">",
        "kind": "target",
    }


def test_json_of_info_has_the_agreed_keys(policy: Any) -> None:
    """``info`` names the version, every catalogue with its counts, and the index."""
    (info,) = json.loads(policy("info", "--json").out)["results"]
    assert list(info) == INFO
    (source,) = info["catalogues"]
    assert list(source) == ["path", "policies", "measures", "problems", "synonyms", "state"]
    assert (source["policies"], source["measures"]) == (2, 3)
    assert list(info["index"]) == ["folder", "state", "size"]


def test_json_is_unescaped_utf8(policy: Any) -> None:
    """Chinese stays Chinese in JSON, so that ``grep`` finds it."""
    assert "科技成果转化基金" in policy("show", "qingshan.fund", "--json").out


def test_jsonl_is_one_result_a_line(policy: Any) -> None:
    """Each line of JSON Lines is what one result of JSON is."""
    lines = policy("list", "--measures", "-f", "jsonl").out.splitlines()
    results = json.loads(policy("list", "--measures", "--json").out)["results"]
    assert [json.loads(line) for line in lines] == results


def test_jsonl_of_policies_is_a_catalogue(policy: Any, tmp_path: Any) -> None:
    """What ``list -f jsonl`` writes, ``--catalogue`` reads."""
    path = tmp_path / "copy.jsonl"
    path.write_text(policy("list", "-f", "jsonl").out, "utf-8")
    copied = policy("list", "--measures", "--json", POLICY_CATALOGUE=str(path))
    assert json.loads(copied.out) == json.loads(policy("list", "--measures", "--json").out)


def test_csv_has_the_keys_of_its_columns_for_a_header(policy: Any) -> None:
    """What scripts read stands under the same keys in both languages, numbers as numbers."""
    for lang in ("zh", "en"):
        text = policy("list", "--themes", "-f", "csv", "--lang", lang).out
        rows = list(csv.DictReader(text.splitlines()))
        read = {key: rows[0][key] for key in ("theme", "policies", "measures")}
        assert read == {"theme": "成果转化", "policies": "1", "measures": "1"}


def test_a_pipe_gets_plain_lines(policy: Any) -> None:
    """Without ``-f`` a pipe gets tab-separated lines, id first, without header or decoration."""
    first = policy("list").out.splitlines()[0]
    assert first.split("\t")[0] == "qingshan"
    assert policy("list").out == policy("list", "-f", "plain").out


def test_filters_narrow_what_is_shown(policy: Any) -> None:
    """A policy is shown with the measures that pass, a measure that does not pass is left out."""
    result = policy("show", "qingshan", "qingshan.ledger", "--end", "service", "--json")
    (shown,) = json.loads(result.out)["results"]
    assert [measure["id"] for measure in shown["measures"]] == ["fund"]
    assert policy("show", "qingshan.ledger", "--end", "service").code == 1


def test_a_limit_leaves_the_total(policy: Any) -> None:
    """``-n`` cuts the results of every command, and JSON still says how many there are."""
    for args in (
        ["list", "--measures"],
        ["show", "qingshan", "lvhe-regulation"],
        ["search", "成果"],
    ):
        answer = json.loads(policy(*args, "-n", "1", "--json").out)
        assert (len(answer["results"]), answer["total"] > 1) == (1, True)
