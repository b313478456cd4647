"""What TAB offers, asked as the shells ask."""

import os
import select
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path
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
        ("policy show --no-bundled ledg", ["qingshan.ledger"]),
        ("policy show --no-bundled Transfer", ["qingshan", "qingshan.fund", "qingshan.ledger"]),
        ("policy show --no-bundled tr", []),
        ("policy check dra", ["dra"]),  # a file, which the shell completes
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
        ("policy validate --ignore no-", ["no-source", "no-date", "no-period"]),
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


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_a_script_switches_completion_on(policy: Any, shell: str) -> None:
    """``completion`` prints a script that asks this program."""
    result = policy("completion", shell)
    assert result.code == 0
    assert f"{shell}_complete" in result.out
    assert "_POLICY_COMPLETE" in result.out


class Shell:
    """A real shell on a terminal, typed at as people do."""

    def __init__(self, words: list[str], environ: dict[str, str], folder: Path) -> None:
        self._child, self._screen = os.forkpty()
        if not self._child:
            os.chdir(folder)
            os.execvpe(words[0], words, environ)  # noqa: S606 - on this terminal
        self._seen = ""

    def type(self, keys: str) -> None:
        """Type, and forget what was seen before."""
        self._seen = ""
        os.write(self._screen, keys.encode())

    def sees(self, words: str) -> bool:
        """Whether words come up on the screen before a shell that is slow would have shown them."""
        until = time.monotonic() + 60
        while words not in self._seen and time.monotonic() < until:
            if select.select([self._screen], [], [], 1)[0]:
                self._seen += os.read(self._screen, 65536).decode("utf-8", "replace")
        return words in self._seen

    def close(self) -> None:
        """Hang up."""
        os.kill(self._child, signal.SIGKILL)
        os.waitpid(self._child, 0)
        os.close(self._screen)


@pytest.fixture
def at_home(environment: dict[str, str], program: list[str], tmp_path: Path) -> dict[str, str]:
    """An environment in which ``policy`` is a command, in a folder with a draft and a ledger."""
    script = tmp_path / "bin" / "policy"
    script.parent.mkdir()
    python, option, code = program
    script.write_text(f"#!/bin/sh\nexec {python} {option} '{code}' \"$@\"\n", "utf-8")
    script.chmod(0o755)
    (tmp_path / "draft-of-june.docx").write_bytes(b"")
    path = f"{script.parent}:{environment['PATH']}"
    dumb = {"PS1": "$ ", "TERM": "dumb", "HOME": str(tmp_path), "LC_ALL": "C.UTF-8"}
    return environment | dumb | {"PATH": path}


@pytest.fixture
def shell(at_home: dict[str, str], tmp_path: Path) -> Iterator[Callable[[str], Shell]]:
    """Starts a shell with completion switched on; at the end it is closed."""
    opened: list[Shell] = []
    starts = {
        "bash": (["bash", "--norc", "--noprofile", "-i"], 'eval "$(policy completion bash)"'),
        "zsh": (
            ["zsh", "-f", "-i"],
            'autoload -U compinit; compinit -u; eval "$(policy completion zsh)"',
        ),
    }

    def start(name: str) -> Shell:
        if not shutil.which(name):
            pytest.skip(f"needs {name}")
        words, line = starts[name]
        opened.append(Shell(words, at_home, tmp_path))
        opened[-1].type(f"{line}; echo rea''dy\n")
        assert opened[-1].sees("ready")
        return opened[-1]

    yield start
    for each in opened:
        each.close()


@pytest.mark.parametrize("name", ["bash", "zsh"])
def test_tab_completes_in_a_real_shell(shell: Callable[[str], Shell], name: str) -> None:
    """Ids by a title in either language, files, and keys of a record."""
    real = shell(name)
    for typed, becomes in (
        ("show --no-bundled 成果转化政策台", "qingshan.ledger"),
        ("show --no-bundled ledg", "qingshan.ledger"),
        ("check dra", "draft-of-june.docx"),
        ("edit --no-bundled qingshan.fund dead", "deadline="),
    ):
        real.type(f"policy {typed}\t")
        assert real.sees(becomes), typed
        real.type("\x15")  # the line is empty again


@pytest.mark.skipif(not shutil.which("fish"), reason="needs fish")
def test_tab_completes_in_a_real_fish(at_home: dict[str, str], tmp_path: Path) -> None:
    """Fish says itself what it would offer."""
    asked = "policy completion fish | source; complete -C 'policy show --no-bundled qingshan.l'"
    asked += "; complete -C 'policy check draft'"
    done = subprocess.run(
        ["fish", "--no-config", "-c", asked],
        env=at_home,
        cwd=tmp_path,
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    offered = [line.split("\t")[0] for line in done.stdout.splitlines()]
    assert offered == ["qingshan.ledger", "draft-of-june.docx"], done.stderr
