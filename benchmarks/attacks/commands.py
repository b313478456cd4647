"""Every command that reads what others have written: given, interrupted, and with nowhere to write.

What it is given steers terminals, is no text, never ends, or is nothing at all.
"""

import signal
import time
from pathlib import Path
from random import Random

from benchmarks.attacks.programs import finished, has_begun, promises_broken, run, started

__all__ = ["given", "interrupted", "nowhere"]

_STEERING = "\x1b[31m", "\x9b31m", "\u202e", "\u2066", "\x07", "\x00"
_CATALOGUE = """\
[[policies]]
id = "own"
title = "关于\\u202e转化的\\u001b[31m办法"
date = "2024-01-02"
[[policies.measures]]
id = "one"
title = "第\\u009b31m一条"
summary = "为了\\u2066测试而写，涉及人体试验，安排资金3亿元。"
"""
_LETTER = (
    "标题：甲{0}乙\n来信人：丙{0}\n\n成果{0}作价入股不敢转，涉及人体{0}试验。应当安排3亿元。\n"
)
_COMMANDS = (
    *(("check", "-"), ("screen", "-"), ("search", "-"), ("import", "-"), ("problem", "add", "-")),
    *(("check", "-", "-o", "out.docx"), ("screen", "-", "-o", "out.docx")),
    *(("news",), ("news", "--since", "2020"), ("list", "--measures"), ("show", "own")),
    *(("problem", "list"), ("export", "--template", "out.xlsx"), ("export", "out.xlsx")),
    *(("export", "out.sqlite"), ("export", "out.parquet"), ("export", "out.csv", "--manifest")),
    *(("config", "set", "limit", "5"), ("config",), ("mcp",), ("problem", "export", "out.xlsx")),
    *(("matrix",), ("timeline",), ("figures",), ("documents",), ("validate", "own.toml")),
)
_WITHOUT_CATALOGUE = ("screen", "import", "config", "validate")
_WITHOUT_FORMAT = ("export", "mcp", "config", "-o")
_FORMATS = ("table", "plain", "csv", "tsv", "md", "json", "jsonl")
_NOWHERE = ("> /dev/full", "2> /dev/full", ">&-", "2>&-", "<&-", ">&- 2>&-", "> /dev/full 2>&1")


def _command(random: Random, home: Path) -> list[str]:
    """Any of the commands, in any format that it has, against a catalogue that steers."""
    (home / "own.toml").write_text(_CATALOGUE, "utf-8")
    words = list(random.choice(_COMMANDS))
    own = words[0] not in _WITHOUT_CATALOGUE and "--template" not in words
    words += ["--catalogue", "own.toml", "--no-bundled"] if own else []
    has_format = not set(words) & set(_WITHOUT_FORMAT) and words[:2] != ["search", "-"]
    return words + (["-f", random.choice(_FORMATS)] if has_format else [])


def _written(random: Random) -> bytes:
    match random.randrange(6):
        case 0:
            return bytes(random.randrange(256) for _ in range(random.randrange(3000)))
        case 1:
            return b"\0" * random.randrange(100)
        case 2:
            return b"a" * 200_000
        case 3:
            return "甲。\n\n".encode() * 5_000
        case 4:
            return random.choice((b"\xff\xfe", b"PK\x03\x04", b"%PDF-1.7\n", b"{\\rtf1"))
    return _LETTER.format(random.choice(_STEERING)).encode()


def given(random: Random, home: Path) -> str:
    """Give a command something on standard input; only JSON has what steers, as data."""
    words = _command(random, home)
    ended = run(words, home, _written(random))
    is_data = {"json", "jsonl", "mcp"} & set(words) or words[0] == "search"
    seen = ended.err if is_data else ended.out
    shown = (seen + ended.err).decode("utf-8", "replace")
    steers = [sign for sign in _STEERING if sign in shown]
    wrong = promises_broken(ended) or (f"shows {steers}" if steers else "")
    return f"{' '.join(words)}: {wrong}" if wrong else ""


def interrupted(random: Random, home: Path) -> str:
    """Press Ctrl-C at some moment."""
    words = _command(random, home)
    running = started(words, home)
    time.sleep(random.uniform(0.005, 0.2))
    running.send_signal(signal.SIGINT)
    ended = finished(running, _LETTER.format("").encode())
    wrong = promises_broken(ended) if has_begun(ended) else ""
    wrong = wrong or "; ".join(f"left behind: {path.name}" for path in home.glob(".policy-*"))
    return f"{' '.join(words)}: {wrong}" if wrong else ""


def nowhere(random: Random, home: Path) -> str:
    """Let a stream be full or closed."""
    words = _command(random, home)
    redirected = ["sh", "-c", f'exec "$@" {random.choice(_NOWHERE)}', "sh"]
    ended = finished(started(words, home, prefix=redirected), _LETTER.format("").encode())
    wrong = promises_broken(ended)
    return f"{' '.join(words)} {redirected[2]}: {wrong}" if wrong else ""
