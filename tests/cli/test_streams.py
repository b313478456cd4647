"""Real processes: pipes, encodings, signals and terminals."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

LOCALES = [
    {"LANG": "C"},
    {"LC_ALL": "C"},
    {"LC_ALL": "POSIX", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
    {"LANG": "zh_CN.GBK"},
]
on_unix = pytest.mark.skipif(sys.platform == "win32", reason="signals and terminals of Unix")


@pytest.mark.parametrize("environ", LOCALES)
def test_a_pipe_gets_utf8_in_any_locale(process: Any, environ: dict[str, str]) -> None:
    """Chinese goes in and comes out as UTF-8, whatever the locale says."""
    result = process("search", "科技成果转化基金", "--json", **environ)
    assert (result.code, result.err) == (0, "")
    answer = json.loads(result.out)
    assert (answer["query"], answer["results"][0]["id"]) == ("科技成果转化基金", "qingshan.fund")


@pytest.fixture(scope="session")
def run(environment: dict[str, str], program: list[str]) -> Any:
    """Run the program and look at its bytes; keywords go to ``subprocess.run``."""

    def finish(*args: str | bytes, env: dict[str, str] | None = None, **how: Any) -> Any:
        streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | how
        everything = environment | (env or {})
        return subprocess.run([*program, *args], env=everything, check=False, **streams)

    return finish


def test_an_encoding_asked_for_is_used(run: Any) -> None:
    """PYTHONIOENCODING rules; what it cannot say becomes a question mark."""
    show = ("show", "qingshan.fund", "--no-bundled", "--lang", "zh")
    gbk, latin = (run(*show, env={"PYTHONIOENCODING": name}) for name in ("gbk", "latin-1"))
    assert (gbk.returncode, gbk.stderr, latin.returncode, latin.stderr) == (0, b"", 0, b"")
    assert "科技成果转化基金" in gbk.stdout.decode("gbk")
    assert b"????????" in latin.stdout


def test_bytes_that_are_no_text_do_no_harm(run: Any) -> None:
    """Arguments in another encoding are searched for as far as they can be read."""
    done = run("search", "--no-bundled", "基金".encode("gbk"), "--json")
    assert done.returncode in (0, 1)
    assert "\ufffd" in json.loads(done.stdout)["query"]


@on_unix
@pytest.mark.parametrize("form", ["json", "plain", "table"])
def test_a_closed_pipe_is_no_mistake(run: Any, form: str) -> None:
    """Whoever has read enough ends the program quietly, with 0, also where rich writes."""
    reading, writing = os.pipe()
    os.close(reading)
    done = run("list", "--measures", "-f", form, stdout=writing)
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


@on_unix
def test_no_output_at_all_is_no_mistake(environment: dict[str, str], program: list[str]) -> None:
    """Standard output may be closed from the beginning."""
    closed = ["sh", "-c", 'exec "$@" >&-', "sh", *program, "list"]
    done = subprocess.run(closed, env=environment, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


@on_unix
def test_a_full_disk_is_said(run: Any) -> None:
    """Output that cannot be written is an error with a sentence."""
    with Path("/dev/full").open("wb") as full:
        done = run("list", stdout=full)
    assert (done.returncode, done.stderr) == (2, b"Error: No space left on device\n")


@pytest.fixture
def _heeded() -> Iterator[None]:
    """A job in the background ignores interrupts, and so would what it starts."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@on_unix
@pytest.mark.usefixtures("_heeded")
def test_an_interrupt_exits_with_130(environment: dict[str, str], program: list[str]) -> None:
    """Ctrl-C ends the program at once and without a word."""
    unmeasured = {name: x for name, x in environment.items() if not name.startswith("COVERAGE")}
    with subprocess.Popen(
        [*program, "list", "--measures", "--json"],
        env=unmeasured,  # an interrupt within the measuring of coverage holds its lock for ever
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as running:
        assert running.stdout
        running.stdout.read(1)  # it has begun to write, and waits for us to read the rest
        running.send_signal(signal.SIGINT)
        _, err = running.communicate()
    assert (running.returncode, err) == (130, b"")


@on_unix
def test_a_terminal_gets_a_table(environment: dict[str, str], program: list[str]) -> None:
    """On a terminal the default is a table, in colour; NO_COLOR and dumb terminals are heeded."""
    listing = [*program, "list", "--no-bundled"]
    assert "\x1b[36mqingshan" in _on_terminal(listing, environment)
    for plain in ({"NO_COLOR": "1"}, {"TERM": "dumb"}):
        text = _on_terminal(listing, environment | plain)
        assert text.startswith("id ")
        assert "\x1b" not in text


def _on_terminal(command: list[str], environ: dict[str, str]) -> str:
    """What ``command`` writes to a terminal."""
    ours, theirs = os.openpty()
    with subprocess.Popen(command, env={"TERM": "xterm", **environ}, stdout=theirs) as running:
        os.close(theirs)
        written = b"".join(iter(lambda: _read(ours), b""))
    os.close(ours)
    assert running.returncode == 0
    return written.decode()


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 4096)
    except OSError:  # the other side has closed
        return b""


@pytest.mark.parametrize(
    ("args", "environ", "colored"),
    [
        ([], {}, False),
        ([], {"CLICOLOR_FORCE": "1"}, True),
        ([], {"CLICOLOR_FORCE": "0"}, False),
        (["--color", "always"], {"NO_COLOR": "1"}, True),
        (["--color", "never"], {"CLICOLOR_FORCE": "1"}, False),
    ],
)
def test_color_is_for_those_who_ask(
    policy: Any, args: list[str], environ: dict[str, str], colored: bool
) -> None:
    """A pipe has colour only on demand; the option is stronger than the environment."""
    assert ("\x1b" in policy("list", "-f", "table", *args, **environ).out) is colored


def test_options_of_the_screen_may_come_first(policy: Any) -> None:
    """``--color`` and ``--lang`` work before the command as well as after it."""
    before = policy("--color", "always", "--lang", "zh", "info", "-f", "table")
    assert "\x1b" in before.out
    assert "版本" in before.out


@pytest.mark.parametrize(
    ("environ", "word"),
    [
        ({"LANG": "zh_CN.UTF-8"}, "版本"),
        ({"LC_ALL": "zh_TW.UTF-8", "LANG": "en_US.UTF-8"}, "版本"),
        ({"LANG": "de_DE.UTF-8"}, "version"),
        ({"LANG": "zh_CN.UTF-8", "POLICY_LANG": "en"}, "version"),
        ({"LANG": "en_US.UTF-8", "POLICY_LANG": "zh"}, "版本"),
    ],
)
def test_the_locale_chooses_the_language(policy: Any, environ: dict[str, str], word: str) -> None:
    """Chinese where the locale is Chinese, English otherwise; POLICY_LANG is stronger."""
    assert word in policy("info", "-f", "table", **environ).out
