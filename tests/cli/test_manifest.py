"""``--manifest``: what stands beside a file about how it came about."""

import hashlib
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.cli.conftest import SMALL

SCHEMA = json.loads((Path(__file__).parents[2] / "docs/schemas/manifest.json").read_text("utf-8"))


def sha256(path: Path) -> str:
    """The digest of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def manifest(path: Path) -> dict[str, Any]:
    """The manifest of a file, which fits its schema."""
    said: dict[str, Any] = json.loads(
        path.with_name(f"{path.name}.manifest.json").read_text("utf-8")
    )
    jsonschema.Draft202012Validator(SCHEMA).validate(said)
    assert said.keys() == SCHEMA["properties"].keys()
    return said


def test_it_says_what_was_asked_of_what(policy: Any, tmp_path: Path) -> None:
    """The query, the command line, the catalogue as it was read, the day, and how much there is."""
    file = tmp_path / "转化.csv"
    words = ("search", "转化", "-n", "2", "--as-of", "2024", "-o", str(file), "--manifest")
    done = policy(*words)
    assert (done.code, done.out) == (0, "")
    assert f"Wrote {file}.manifest.json." in done.err
    said = manifest(file)
    assert (said["file"], said["sha256"]) == ("转化.csv", sha256(file))
    assert said["arguments"] == ["search", "--no-bundled", *words[1:]]
    assert (said["query"], said["as_of"], said["total"], said["written"]) == ("转化", "2024", 3, 2)
    assert said["catalogues"] == [
        {"path": str(SMALL), "sha256": sha256(SMALL), "policies": 2, "measures": 3}
    ]
    assert said["fingerprint"] == hashlib.sha256(f"{sha256(SMALL)}\n".encode()).hexdigest()


def test_the_fingerprint_is_that_of_the_content(policy: Any, tmp_path: Path) -> None:
    """A copy has the same, a changed file another one."""
    found = []
    for number, text in enumerate((SMALL.read_text("utf-8"),) * 2 + ("# changed\n",)):
        own, file = tmp_path / f"{number}.toml", tmp_path / f"{number}.json"
        own.write_text(SMALL.read_text("utf-8") + text * (number == 2), "utf-8")
        policy("list", "-o", str(file), "--manifest", POLICY_CATALOGUE=str(own))
        found.append(manifest(file)["fingerprint"])
    assert found[0] == found[1] != found[2]


@pytest.mark.parametrize(
    ("words", "name", "query"),
    [
        (("export", "{file}", "转化"), "台账.toml", "转化"),
        (("export", "{file}", "--region", "青山"), "台账.md", None),
        (("figures", "-o", "{file}"), "a.tsv", None),
        (("timeline", "--due", "-o", "{file}"), "due.ics", None),
        (("show", "qingshan", "--ids", "-o", "{file}"), "ids.list", ["qingshan"]),
        (("compare", "qingshan", "lvhe-regulation", "-o", "{file}"), "a.md", None),
    ],
)
def test_every_command_that_writes_a_file_of_a_catalogue_has_it(
    policy: Any, tmp_path: Path, words: tuple[str, ...], name: str, query: Any
) -> None:
    """Whatever is written, and whoever writes it."""
    file = tmp_path / name
    asked = [word.format(file=file) for word in words]
    assert policy(*asked, "--manifest").code in (0, 1)
    said = manifest(file)
    assert said["sha256"] == sha256(file)
    assert said["query"] == query or words[0] == "compare"
    assert said["total"] == said["written"] > 0


def test_nothing_is_overwritten(policy: Any, tmp_path: Path) -> None:
    """Neither is the file written where the manifest may not be; ``--force`` does both."""
    file = tmp_path / "a.json"
    beside = tmp_path / "a.json.manifest.json"
    beside.write_text("mine", "utf-8")
    for words in (("list", "-o", str(file)), ("export", str(file))):
        wrong = policy(*words, "--manifest")
        assert (wrong.code, file.exists(), beside.read_text("utf-8")) == (2, False, "mine")
    assert policy("list", "-o", str(file), "--manifest", "--force").code == 0
    assert manifest(file)["file"] == "a.json"
    wrong = policy("list", "--manifest")
    assert (wrong.code, "--manifest needs --output" in wrong.err) == (2, True)


def test_a_catalogue_that_changes_meanwhile_is_told(
    policy: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A fingerprint of another state would be worse than none."""
    own = tmp_path / "own.toml"
    own.write_text(SMALL.read_text("utf-8"), "utf-8")
    from policycli.cli import output

    whole = output.Output._text

    def late(*args: Any) -> str:
        own.write_text(SMALL.read_text("utf-8") + "# later\n", "utf-8")
        return whole(*args)

    monkeypatch.setattr(output.Output, "_text", late)
    done = policy("list", "-o", str(tmp_path / "a.csv"), "--manifest", POLICY_CATALOGUE=str(own))
    assert done.code == 2
    assert f"{own} has changed while it was answered from; run this again" in done.err
    assert not (tmp_path / "a.csv.manifest.json").exists()
