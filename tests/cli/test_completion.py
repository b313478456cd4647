"""What TAB offers, asked as the shells ask."""

import shutil
import subprocess
from typing import Any

import pytest

from policycli.codes import ENDS, LEVELS


def offers(policy: Any, line: str, shell: str = "zsh", **environ: str) -> list[str]:
    """What is offered for the last word of a command line."""
    words = line.split(" ")
    count = words[-1] if shell == "fish" else str(len(words) - 1)
    asked = {"_POLICY_COMPLETE": f"{shell}_complete", "COMP_WORDS": line, "COMP_CWORD": count}
    out: list[str] = policy(**asked, **environ).out.splitlines()
    return out[1::3] if shell == "zsh" else out


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("policy s", ["screen", "search", "show"]),
        ("policy list --bod", ["--bodies"]),
        ("policy show --no-bundled lv", ["lvhe-regulation", "lvhe-regulation.article-1"]),
        ("policy show --no-bundled qingshan.l", ["qingshan.ledger"]),
        ("policy show --no-bundled 科技成果", ["qingshan.fund", "qingshan"]),
        ("policy show --no-bundled 咖啡", []),
        ("policy list --no-bundled --region 青", ["青山市"]),
        ("policy list --no-bundled --region lv", ["Lvhe"]),
        ("policy list --no-bundled --region 98", ["980000"]),
        ("policy search --end s", ["supply", "service"]),
        ("policy list --no-bundled --theme 科技", ["科技金融", "科技立法"]),
        ("policy list --instrument PI03", ["PI030", "PI031", "PI032", "PI033"]),
        ("policy list --instrument 股", ["股权融资"]),
        ("policy list --status in", ["in-force"]),
        ("policy list --status 现", ["现行有效"]),
        ("policy list --no-bundled --level prov", ["provincial"]),
        ("policy list --region Hub", ["Hubei"]),
        ("policy list --region 湖", ["湖北省"]),
        ("policy list --no-bundled --level 省", ["省级"]),
        ("policy list --no-bundled --year 20", ["2021", "2023"]),
        ("policy figures --no-bundled --unit 万", ["万元"]),
        ("policy figures --kind b", ["budget"]),
        ("policy matrix --rows in", ["instrument"]),
        ("policy timeline --no-bundled --due --body 青山市", ["青山市科技局", "青山市财政局"]),
        ("policy completion f", ["fish"]),
    ],
)
def test_words_complete(policy: Any, line: str, expected: list[str]) -> None:
    """Commands, options, ids by letters or title, and the values of filters complete."""
    assert sorted(offers(policy, line)) == sorted(expected)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("qingshan.fund en", [*(f"end={end}" for end in ENDS), "end="]),
        ("qingshan.fund lea", ["lead="]),
        ("qingshan.fund 牵", ["牵头="]),
        ("qingshan.fund end=su", ["end=supply"]),
        ("qingshan.fund 四端=供", ["四端=供给端"]),
        ("qingshan lead=甲 status=re", ["status=repealed"]),
        ("qingshan level=省", ["level=省级"]),
        ("qingshan themes=科技金", ["themes=科技金融"]),
        ("qingshan region=青", ["region=青山市"]),
        ("qingshan title=a", []),
        ("qingshan nothing=a", []),
        ("qingshan documents[0].role=is", ["documents[0].role=issued"]),
        ("nobody st", []),
        ("qingshan end", []),
        # Bash parts words at the sign.
        ("qingshan status = re", ["repealed"]),
        ("qingshan status =", ["in-force", "not-yet", "amended", "repealed", "unknown"]),
        ("qingshan status = repealed leve", ["level="] + [f"level={level}" for level in LEVELS]),
    ],
)
def test_changes_complete(policy: Any, words: str, expected: list[str]) -> None:
    """Keys of the record in either language, and the values of those that have a list."""
    assert sorted(offers(policy, f"policy edit --no-bundled {words}")) == sorted(expected)


def test_ends_complete_in_chinese(policy: Any) -> None:
    """On a Chinese screen the four ends complete by their Chinese names too."""
    assert offers(policy, "policy search --end 供", POLICY_LANG="zh") == ["供给端"]


def test_fish_gets_titles_for_chinese(policy: Any) -> None:
    """Fish drops candidates that do not resemble what is typed, so a title completes as itself."""
    assert "plain,科技成果转化基金\tqingshan.fund" in offers(
        policy, "policy show --no-bundled 科技成果", "fish"
    )


def test_a_damaged_catalogue_completes_nothing(policy: Any, tmp_path: Any) -> None:
    """TAB is not the moment for a list of faults."""
    path = tmp_path / "bad.toml"
    path.write_text("[[", "utf-8")
    assert offers(policy, "policy show --no-bundled q", POLICY_CATALOGUE=str(path)) == []


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_script_switches_completion_on(policy: Any, shell: str) -> None:
    """``completion`` prints a script that asks this program."""
    result = policy("completion", shell)
    assert result.code == 0
    assert f"_POLICY_COMPLETE={shell}_complete" in result.out


@pytest.mark.skipif(not shutil.which("bash"), reason="needs bash")
def test_bash_takes_the_script(
    policy: Any, environment: dict[str, str], program: list[str], tmp_path: Any
) -> None:
    """In a real bash, TAB after a Chinese prefix of a title gives its id."""
    script = tmp_path / "policy"
    python, option, code = program
    script.write_text(f"#!/bin/sh\nexec {python} {option} '{code}' \"$@\"\n", "utf-8")
    script.chmod(0o755)
    lines = [
        policy("completion", "bash").out,
        "COMP_WORDS=(policy show --no-bundled 成果转化政策台); COMP_CWORD=3",
        "_policy_completion policy; echo ${COMPREPLY[@]}",
    ]
    environ = {**environment, "PATH": f"{tmp_path}:{environment['PATH']}"}
    done = subprocess.run(
        ["bash", "--norc", "-c", "\n".join(lines)], env=environ, capture_output=True, check=False
    )
    assert done.stdout.decode().split() == ["qingshan.ledger"], done.stderr.decode()
