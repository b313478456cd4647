"""``policy check`` as people and scripts use it."""

import csv
import io
import json
import re
from pathlib import Path

import pytest

from policycli.render.wrap import width
from tests.cli.conftest import Run
from tests.review.conftest import LAWS

KEYS = [
    "schema",
    "command",
    "query",
    "total",
    "truncated",
    "draft",
    "conclusion",
    "bases",
    "clauses",
]
KEYS += ["coverage", "counts", "replaces", "changes", "results"]
FINDING = ["id", "rule", "kind", "severity", "clause", "clause_title", "basis", "basis_title"]
FINDING += ["basis_clause", "basis_level", "basis_date", "relation", "draft_words", "draft_span"]
FINDING += [
    "basis_words",
    "basis_span",
    "draft_value",
    "basis_value",
    "unit",
    "measure",
    "direction",
]
FINDING += ["confidence", "message", "suggestion"]

GOOD = "第一条　取水单位应当自建成之日起三十日内安装计量设施，并向水行政主管部门报送安装情况。"
TITLE = "杭州市节约用水若干规定\n\n"


@pytest.fixture
def laws(tmp_path: Path) -> str:
    """A catalogue of laws."""
    path = tmp_path / "laws.toml"
    path.write_text(LAWS, "utf-8")
    return str(path)


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """A draft that puts a deadline off."""
    path = tmp_path / "draft.txt"
    path.write_text(TITLE + GOOD.replace("三十日", "九十日"), "utf-8")
    return path


def _check(policy: Run, draft: object, laws: str, *more: str) -> tuple[int, str, str]:
    code, out, err = policy("check", str(draft), "--catalogue", laws, "--no-bundled", *more)
    return code, out, err


def test_json_has_the_keys_that_scripts_lean_on(policy: Run, draft: Path, laws: str) -> None:
    """The keys are frozen, and spans cut the quoted words out of the clause."""
    code, out, _err = _check(policy, draft, laws, "--json")
    answer = json.loads(out)
    finding = next(f for f in answer["results"] if f["kind"] == "deadline")

    assert code == 1
    assert list(answer) == KEYS
    assert list(finding) == FINDING
    assert (finding["basis"], finding["severity"]) == ("water-law.a2", "error")
    assert answer["conclusion"] == "conflict"
    assert answer["clauses"][0]["counterparts"][0]["id"] == "water-law.a2"


def test_nothing_found_is_exit_0(policy: Run, tmp_path: Path, laws: str) -> None:
    """A draft that repeats the law is consistent."""
    path = tmp_path / "good.txt"
    path.write_text(TITLE + GOOD, "utf-8")
    code, out, err = _check(policy, path, laws)

    assert (code, out) == (0, "")
    assert "consistent" in err


def test_citations_of_any_text(process: Run, laws: str, tmp_path: Path) -> None:
    """A text that is no paper can be checked for what it cites."""
    path = tmp_path / "answer.md"
    path.write_text("依照《中华人民共和国节水促进法》第三十条，应当处罚。", "utf-8")
    code, out, err = _check(process, path, laws, "--only", "cites", "--json")

    assert code == 1
    assert "could be compared" not in err  # nobody asked for that
    assert [f["kind"] for f in json.loads(out)["results"]] == ["cites-wrong-article"]


def test_notes_are_counted_until_they_are_asked_for(policy: Run, tmp_path: Path, laws: str) -> None:
    """By default errors and warnings are listed."""
    path = tmp_path / "draft.txt"
    path.write_text(TITLE + GOOD + "\n第二条　依照《海水淡化发展规定》办理。", "utf-8")

    assert _check(policy, path, laws, "--only", "cites")[0] == 0
    assert _check(policy, path, laws, "--only", "cites", "--severity", "note")[0] == 1


def test_a_policy_of_the_catalogue_is_a_draft_too(policy: Run, laws: str) -> None:
    """An id stands for the policy, which is then no basis of its own."""
    code, out, _err = _check(policy, "zhejiang-water", laws, "--json")
    answer = json.loads(out)

    assert code in (0, 1)
    assert answer["draft"]["title"] == "浙江省节水促进条例"
    assert "zhejiang-water" not in {paper["id"] for paper in answer["bases"]}


def test_bad_input_is_exit_2(policy: Run, draft: Path, laws: str) -> None:
    """A paper that is not there, and a version that is not known, are said."""
    assert _check(policy, "nowhere.docx", laws)[0] == 2
    code, _out, err = _check(policy, draft, laws, "--replaces", "nothing-of-the-kind")
    assert code == 2 or "nothing-of-the-kind" in err


def test_a_terminal_shows_both_wordings(process: Run, draft: Path, laws: str) -> None:
    """Eighty columns are enough; what differs stands out, and kinds have names, not codes."""
    answer = _check(process, draft, laws, "-f", "table", "--lang", "zh", "--color", "always")
    _code, out, err = answer
    marked = re.findall("\x1b\\[1;31m(.*?)\x1b", out)

    assert marked == ["九", "三"]
    assert "第二条 · 期限" not in out  # the draft has one clause
    assert "第一条 · 期限" in out
    assert "deadline" not in out
    assert "《中华人民共和国节水促进法》第二条 · 法律 · 2020-05-01" in out
    assert all(width(re.sub("\x1b.*?m", "", line)) <= 80 for line in out.splitlines())
    assert err.startswith("结论：与现行规定抵触")


def test_that_nothing_was_compared_is_said(policy: Run, tmp_path: Path, laws: str) -> None:
    """A draft on a matter that no law is about is not called consistent without a word."""
    path = tmp_path / "other.txt"
    path.write_text("海岛灯塔看护办法\n\n第一条　灯塔由志愿者轮流看护。", "utf-8")
    _code, _out, err = _check(policy, path, laws)

    assert "No clause could be compared" in err
    assert "not judged" in err
    _code, out, _err = _check(policy, path, laws, "--json")
    assert json.loads(out)["conclusion"] == "unchecked"


def test_explain_says_what_was_paired(policy: Run, draft: Path, laws: str) -> None:
    """Both norms, their values, the counterpart with its likeness, and the others."""
    _code, out, _err = _check(policy, draft, laws, "--explain", "--json")
    finding = next(f for f in json.loads(out)["results"] if f["kind"] == "deadline")
    why = finding["explain"]

    assert list(finding) == [*FINDING, "explain"]
    assert (why["draft_norm"]["subject"], why["basis_norm"]["modal_words"]) == ("取水单位", "应当")
    assert [q["words"] for q in why["basis_norm"]["quantities"]] == ["三十日"]
    assert (why["counterpart"]["id"], why["place"]) == ("water-law.a2", 1)
    assert "water-law.a2" not in {each["id"] for each in why["considered"]}

    _code, out, _err = _check(policy, draft, laws, "--explain", "-f", "table", "--lang", "zh")
    assert "规则 deadline-laxer" in out
    assert "90 日 与 30 日" in out


def test_what_changes_against_the_version_that_is_replaced(
    policy: Run, tmp_path: Path, laws: str
) -> None:
    """Clauses that are new, changed or dropped are shown; one that only moved is not."""
    path = tmp_path / "draft.txt"
    clauses = (
        "第一条　海水淡化厂由县级人民政府统一规划。",
        "第二条　取水单位应当自建成之日起九十日内安装计量设施，并向水行政主管部门报送安装情况。",
        "第三条　节水改造奖励从节水收益中提取，不低于百分之四十。",
    )
    path.write_text(TITLE + "\n".join(clauses), "utf-8")
    _code, out, _err = _check(policy, path, laws, "--replaces", "water-law-old", "--json")
    answer = json.loads(out)

    assert answer["replaces"] == "water-law-old"
    assert [(c["kind"], c["clause_title"]) for c in answer["changes"]] == [
        ("new", "第一条"),
        ("new", "第三条"),
    ]
    _code, out, _err = _check(policy, path, laws, "--replaces", "water-law", "--json")
    changes = json.loads(out)["changes"]
    assert [(c["kind"], c["clause_title"], c["replaced_title"]) for c in changes] == [
        ("dropped", "", "第一条"),
        ("new", "第一条", ""),
        ("changed", "第二条", "第二条"),
        ("changed", "第三条", "第三条"),
        ("dropped", "", "第四条"),
        ("dropped", "", "第五条"),
    ]
    _code, out, _err = _check(
        policy, path, laws, "--replaces", "water-law-old", "-f", "table", "--lang", "zh"
    )
    assert "与《中华人民共和国节水促进法》 (2008-05-01)相比的改动" in out
    assert "第一条 · 新增" in out


def test_a_file_that_cannot_be_written_is_said_before_the_review(
    policy: Run, tmp_path: Path, laws: str
) -> None:
    """The ending, the file and its folder are looked at before the draft is even read."""
    (tmp_path / "there.docx").write_text("", "utf-8")
    for name, said in (("a.pdf", ".docx"), ("there.docx", "--force"), ("no/a.docx", "no")):
        code, out, err = _check(policy, "nowhere.txt", laws, "-o", str(tmp_path / name))
        assert (code, out) == (2, "")
        assert said in err
        assert "nowhere" not in err


def test_codes_stay_for_scripts(policy: Run, draft: Path, laws: str) -> None:
    """Plain output and CSV have the kind as a code in its place, in any language."""
    _code, out, _err = _check(policy, draft, laws, "-f", "plain", "--lang", "zh")
    _code, table, _err = _check(policy, draft, laws, "-f", "csv", "--lang", "zh")

    assert out.split("\t")[:4] == ["f001", "错误", "第一条", "deadline"]
    row = next(csv.DictReader(io.StringIO(table)))
    assert (row["kind"], row["clause"], row["basis_id"]) == ("deadline", "第一条", "water-law.a2")
