"""Answers that are longer than the screen go to the pager, and only those, and only there."""

import re
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture
def pager(tmp_path: Path) -> tuple[str, Path]:
    """A pager that keeps what it was given, and the file it is in."""
    log, program = tmp_path / "paged.txt", tmp_path / "a pager"
    program.write_text(f'#!/bin/sh\ncat > "{log}"; echo "$LESS $LESSCHARSET" >> "{log}"\n', "utf-8")
    program.chmod(0o700)
    return f"'{program}' -x", log


@pytest.fixture
def long(policy: Any, tmp_path: Path) -> dict[str, str]:
    """A catalogue that no screen holds, with its index."""
    path = tmp_path / "long.toml"
    record = '[[policies]]\nid = "p{n}"\ntitle = "政策{n}"\nsummary = "甲"\n'
    path.write_text("".join(record.format(n=n) for n in range(30)), "utf-8")
    assert policy("list", POLICY_CATALOGUE=str(path)).code == 0
    return {"POLICY_CATALOGUE": str(path), "TERM": "xterm"}


def test_what_is_longer_than_the_screen_is_paged(
    terminal: Any, pager: tuple[str, Path], long: dict[str, str]
) -> None:
    """As a terminal gets it, in colour; less is told to leave short texts on the screen."""
    done = terminal("list", PAGER=pager[0], **long)
    given = pager[1].read_text("utf-8")
    assert (done.code, done.out) == (0, "")
    assert "30 in all" in given
    assert "\x1b[36mp29\x1b[0m" in given
    assert given.endswith("FRX utf-8\n")


@pytest.mark.parametrize(
    ("words", "environ"),
    [
        (("list", "--no-pager"), {}),
        (("--no-pager", "list", "--no-bundled"), {}),
        (("list", "-n", "5"), {}),
        (("list",), {"POLICY_PAGER": "never"}),
        (("list",), {"POLICY_PAGER": "cat"}),
        (("list",), {"POLICY_PAGER": "/nowhere/pager"}),
        (("list",), {"POLICY_PAGER": "'"}),
    ],
)
def test_what_is_not_paged_is_printed(
    terminal: Any,
    pager: tuple[str, Path],
    long: dict[str, str],
    words: tuple[str, ...],
    environ: dict[str, str],
) -> None:
    """Where it is short, nobody wants a pager, or there is none."""
    done = terminal(*words, PAGER=pager[0], **long, **environ)
    assert done.code == 0
    assert re.search(r"\d+ (in all|of 30)", done.out)
    assert not pager[1].exists()


def test_a_pipe_has_no_pager(process: Any, pager: tuple[str, Path], long: dict[str, str]) -> None:
    """However long the answer is."""
    assert process("list", "-f", "table", PAGER=pager[0], **long).out.count("\n") > 30
    assert not pager[1].exists()


def test_a_pager_may_end_early(terminal: Any, long: dict[str, str]) -> None:
    """Whoever has seen enough gets no error."""
    done = terminal("list", PAGER="true", **long)
    assert (done.code, done.out) == (0, "")


def test_addresses_are_links_where_colours_are(policy: Any) -> None:
    """OSC 8 around the address, wherever its line is broken; none in a text without colour."""
    link = re.compile(r"\x1b\]8;id=[^;]*;https://example.org/qs\x1b\\(.*?)\x1b\]8;;\x1b\\")
    shown = policy("show", "qingshan", "-f", "table", "--color", "always").out
    assert link.findall(shown) == ["https://example.org/qs"]
    narrow = policy("show", "qingshan", "-f", "table", "--color", "always", COLUMNS="20").out
    assert "".join(link.findall(narrow)) == "https://example.org/qs"
    assert "\x1b" not in policy("show", "qingshan", "-f", "table").out
