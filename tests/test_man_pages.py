"""The pages of the manual, which ``scripts/man_pages.py`` makes from the commands.

That they are up to date is held where ``docs/cli.md`` is, which is made with them.
"""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from policycli.cli.group import COMMANDS

MANUAL = Path(__file__).parents[1] / "docs" / "man"
PAGES = sorted(MANUAL.rglob("*.1"))
REQUEST = re.compile(r"\.(TH|SH|SS|PP|TP|B|BR|nh|ad)\b")


def test_every_command_has_a_page_in_both_languages() -> None:
    """``man policy`` and ``man policy-search``."""
    names = {"policy.1", *(f"policy-{name}.1" for name in COMMANDS)}
    for folder in (MANUAL / "man1", MANUAL / "zh_CN" / "man1"):
        assert {path.name for path in folder.iterdir()} == names


@pytest.mark.parametrize("path", PAGES, ids=lambda path: f"{path.parts[-3]}-{path.name}")
def test_no_word_is_taken_for_a_request(path: Path) -> None:
    """Whatever a line begins with, and whatever follows a backslash."""
    for line in path.read_text("utf-8").splitlines():
        assert not line.startswith("'")
        assert REQUEST.match(line) or not line.startswith("."), line
        assert not re.search(r"\\(?![-e&])", line), line


@pytest.mark.skipif(not shutil.which("groff"), reason="needs groff")
def test_groff_takes_a_page_as_it_is_meant() -> None:
    """Without a warning, with the hyphens and escapes that people copy."""
    page = MANUAL / "man1" / "policy-list.1"
    done = subprocess.run(
        ["groff", "-man", "-Tutf8", "-Kutf8", "-ww", "-P-cbou", page],
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "policy-list - List policies" in done.stdout
    assert "'{id}\\t{title}'" in done.stdout
    assert "--as-of DATE" in done.stdout
    assert "policy list --measures --region 湖北" in done.stdout
