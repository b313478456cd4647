"""Real answers of every command fit the schemas in ``docs/schemas`` and have no other key."""

import json
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from policycli.files.members import bundled
from tests.cli.conftest import TWINS
from tests.review.conftest import LAWS

ROOT = Path(__file__).parents[2]
SCHEMAS = {path.stem: json.loads(path.read_text("utf-8")) for path in ROOT.glob("docs/schemas/*")}
Answers = list[tuple[str, str]]

PLAIN = [
    "search 成果转化",
    "search 转化 --explain --as-of 2024",
    "search zzzz",
    "show qingshan lvhe-regulation.article-1",
    "show 绿河省促进科技进步条例第一条第二款",
    "show 《青山市成果转化办法》 qingshan.fund --as-of 2024",
    "list",
    "list --measures --as-of 2024",
    "list --themes",
    "list --documents",
    "list --bodies",
    "figures",
    "matrix",
    "timeline",
    "timeline --due",
    "documents",
    "info",
    "config",
    "validate --rules",
    "catalogue list",
    "news --since 2020",
]
BUNDLED = [
    "compare 铜陵 潜江 --explain",
    "matrix --gaps",
    "list --measures",
    "show zhejiang",
    "info",
]
DRAFT = "青山市节水规定\n\n第一条　取水单位应当自建成之日起九十日内安装计量设施。\n"
FAULTY = '[[policies]]\nid = "mine"\ntitle = "行动"\ndate = "2023-13"\n'


def closed(schema: Any) -> Any:
    """The same schema, in which no object has a key that is not in it."""
    if isinstance(schema, list):
        return list(map(closed, schema))
    if not isinstance(schema, dict):
        return schema
    inner = {key: closed(value) for key, value in schema.items()}
    return {"additionalProperties": False, **inner} if "properties" in schema else inner


@cache
def validator(command: str) -> jsonschema.Draft202012Validator:
    """What holds answers of a command against its schema, closed, which is one."""
    jsonschema.Draft202012Validator.check_schema(SCHEMAS[command])
    return jsonschema.Draft202012Validator(closed(SCHEMAS[command]))


@pytest.fixture(scope="module")
def answers(policy: Any, tmp_path_factory: pytest.TempPathFactory) -> Answers:
    """Command lines of every command, each with its answer in JSON."""
    folder = tmp_path_factory.mktemp("schemas")
    given: Answers = []

    def ask(line: str, **environ: str) -> None:
        home = {"XDG_CONFIG_HOME": str(folder), "XDG_STATE_HOME": str(folder)}
        done = policy(*line.format(d=folder).split(), "--json", **home, **environ)
        assert done.out, f"{line}: {done.err}"
        given.append((line, done.out))

    (folder / "laws.toml").write_text(LAWS, "utf-8")
    (folder / "draft.txt").write_text(DRAFT, "utf-8")
    (folder / "new.toml").write_text(TWINS.read_text("utf-8").replace("基金", "资金"), "utf-8")
    (folder / "faulty.toml").write_text(FAULTY, "utf-8")
    for line in PLAIN:
        ask(line)
    for line in BUNDLED:
        ask(line, POLICY_CATALOGUE=bundled())
    ask(f"diff {TWINS} {{d}}/new.toml")
    ask("validate {d}/faulty.toml")
    ask("check {d}/draft.txt --catalogue {d}/laws.toml --explain")
    (folder / "project.txt").write_text("招募三十名志愿者佩戴手环，比较两种算法。", "utf-8")
    ask("screen {d}/project.txt {d}/missing.txt")
    ask("import {d}/draft.txt {d}/new.toml -o {d}/drafts.toml")
    ask("catalogue add {d}/laws.toml")
    ask("catalogue list")
    ask("catalogue remove {d}/laws.toml")
    for line in _problems():
        own = folder / "problems.toml"
        ask(line, POLICY_CATALOGUE=str(own) if own.exists() else "")
    ask("edit p1 title=台账查不到了", POLICY_CATALOGUE=str(folder / "problems.toml"))
    first = policy("list", POLICY_CATALOGUE=str(TWINS)).out.split("\t")[0]
    (folder / "twins.toml").write_text(TWINS.read_text("utf-8"), "utf-8")
    ask(f"edit {first} status=repealed", POLICY_CATALOGUE=str(folder / "twins.toml"))
    return given


def _problems() -> Iterator[str]:
    yield "problem add 台账查不到 --id p1 --to {d}/problems.toml --received 2026-07-01"
    yield "problem list"
    yield "problem assign p1 --body 省科技厅 --due 2026-07-31"
    yield "problem answer p1 见台账"
    yield "problem rate p1 5"
    yield "problem copy p1 省纪委监委"
    yield "problem close p1"
    yield "problem reopen p1"
    yield "problem report"


def test_schemas_are_up_to_date() -> None:
    """``python scripts/output_schemas.py`` brings them there."""
    script = [sys.executable, str(ROOT / "scripts" / "output_schemas.py"), "--check"]
    assert subprocess.run(script, check=False).returncode == 0


def test_real_answers_fit(answers: Answers) -> None:
    """Every result and all that stands beside is described; nothing is there that is not."""
    for line, text in answers:
        answer = json.loads(text)
        errors = validator(answer["command"].replace(" ", "-")).iter_errors(answer)
        problems = [f"{error.json_path}: {error.message[:300]}" for error in errors]
        assert not problems, f"{line}: {problems[:3]}"


def test_every_command_was_asked(answers: Answers) -> None:
    """No schema is untried here, but that of a table of problems, which is the list's."""
    asked = {json.loads(text)["command"].replace(" ", "-") for _line, text in answers}
    assert asked == SCHEMAS.keys() - {"problem-import", "manifest"}
    assert SCHEMAS["problem-import"]["$defs"] == SCHEMAS["problem-list"]["$defs"]


def test_a_line_of_json_lines_is_a_result(policy: Any) -> None:
    """``#/$defs/result`` is for those who read one result at a time."""
    schema = SCHEMAS["search"]
    for line in policy("search", "转化", "-f", "jsonl").out.splitlines():
        jsonschema.validate(json.loads(line), {"$ref": "#/$defs/result", "$defs": schema["$defs"]})


@pytest.mark.parametrize(
    ("command", "change"),
    [("search", {"score": "high"}), ("search", {"how": "guessed"}), ("list", {"title": None})],
)
def test_what_is_no_answer_does_not_fit(policy: Any, command: str, change: Any) -> None:
    """A schema that takes anything would be none."""
    args = ("search", "转化") if command == "search" else ("list",)
    answer = json.loads(policy(*args, "--json").out)
    answer["results"][0] |= change
    assert not jsonschema.Draft202012Validator(SCHEMAS[command]).is_valid(answer)
