"""``policy show --web`` and ``--copy``: where a record was taken from, and how it is cited."""

import os
import subprocess
from base64 import b64decode
from pathlib import Path
from typing import Any

import pytest

CITED = "绿河省促进科技进步条例[Z]. 2021.\n"


@pytest.fixture
def browser(tmp_path: Path) -> tuple[str, Path]:
    """A program that opens addresses, and the file in which it writes them down."""
    log, program = tmp_path / "opened.txt", tmp_path / "browser"
    program.write_text(f'#!/bin/sh\nprintf %s "$1" > "{log}"\n', "utf-8")
    program.chmod(0o700)
    return str(program), log


def test_a_page_is_opened_and_named(process: Any, browser: tuple[str, Path]) -> None:
    """The address of the source, also of a measure; nothing is printed beside."""
    done = process("show", "qingshan.fund", "--web", BROWSER=browser[0])
    assert (done.code, done.out) == (0, "")
    assert done.err == "Opening https://example.org/qs\n"
    assert browser[1].read_text("utf-8") == "https://example.org/qs"


def test_an_imported_file_is_opened(policy: Any, tmp_path: Path) -> None:
    """It lies beside the catalogue that it was imported into, and opens in its own program."""
    log, opener = tmp_path / "opened.txt", tmp_path / "bin" / "xdg-open"
    opener.parent.mkdir()
    opener.write_text(f'#!/bin/sh\nprintf %s "$1" > "{log}"\n', "utf-8")
    opener.chmod(0o700)
    paper, mine = tmp_path / "notice.txt", tmp_path / "mine.toml"
    paper.write_text("关于开展试点的通知\n青政发〔2021〕5号\n\n一、总体要求。坚持创新。\n", "utf-8")
    assert policy("import", str(paper), "-o", str(mine)).code == 0
    found = policy("list", POLICY_CATALOGUE=str(mine)).out.split("\t")[0]
    path = os.pathsep.join([str(opener.parent), os.environ["PATH"]])
    done = policy("show", found, "--web", POLICY_CATALOGUE=str(mine), PATH=path)
    assert (done.code, done.err) == (0, f"Opening {paper}\n")


@pytest.mark.parametrize(
    "source",
    [
        'url = "javascript:alert(1)"',
        'url = "file:///bin/sh"',
        'locator = "run.desktop"',
        'locator = "missing.docx"',
        'title = "某书"',
    ],
)
def test_what_could_start_a_program_is_not_opened(
    policy: Any, browser: tuple[str, Path], tmp_path: Path, source: str
) -> None:
    """Catalogues are data: only pages, and documents that are here."""
    (tmp_path / "run.desktop").write_text("", "utf-8")
    mine = tmp_path / "mine.toml"
    text = f'[[policies]]\nid = "x"\ntitle = "题"\nsummary = "s"\nsource = {{ {source} }}\n'
    mine.write_text(text, "utf-8")
    done = policy("show", "x", "--web", POLICY_CATALOGUE=str(mine), BROWSER=browser[0])
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("x has no web address, and no file of its source is here: ")
    assert not browser[1].exists()


def test_filters_that_leave_nothing_open_nothing(policy: Any) -> None:
    """As of any other answer, and the exit is 1."""
    done = policy("show", "qingshan", "--web", "--region", "绿河")
    assert (done.code, done.out) == (1, "")
    assert done.err == "No record matches these filters.\n"


def test_what_nothing_opens_is_an_error(process: Any, tmp_path: Path) -> None:
    """The address is said, so that it can be opened elsewhere."""
    done = process("show", "qingshan", "--web", BROWSER="false", PATH=str(tmp_path))
    assert done.code == 2
    assert "nothing on this machine opens https://example.org/qs" in done.err


def test_only_one_is_opened(policy: Any) -> None:
    """A list from a pipe would open hundreds of windows."""
    wrong = policy("show", "qingshan", "lvhe-regulation", "--web")
    assert (wrong.code, wrong.out) == (2, "")
    assert "one record at a time" in wrong.err
    assert policy("show", "qingshan", "--web", "--copy").code == 2


@pytest.mark.parametrize(("form", "begins"), [("", CITED), ("bibtex", "@misc{lvhe-regulation,")])
def test_the_citation_is_handed_to_the_terminal(terminal: Any, form: str, begins: str) -> None:
    """As OSC 52 has it, and written out; in the style that was asked for."""
    style = ["-f", form] if form else []
    done = terminal("show", "lvhe-regulation", "--copy", *style)
    before, _osc, rest = done.out.partition("\x1b]52;c;")
    code, _bel, told = rest.partition("\x07")
    copied = b64decode(code).decode()
    assert (done.code, before) == (0, copied)
    assert copied.startswith(begins)
    assert "Copied, if the terminal allows it" in told


def test_without_a_terminal_nothing_is_copied(
    environment: dict[str, str], program: list[str]
) -> None:
    """The citation is written all the same, and the error says why it was not copied."""
    done = subprocess.run(
        [*program, "show", "--no-bundled", "lvhe-regulation", "--copy"],
        env=environment,
        capture_output=True,
        check=False,
        encoding="utf-8",
        start_new_session=True,
    )
    assert (done.returncode, done.stdout) == (2, CITED)
    assert "there is no terminal to copy through" in done.stderr
