"""Two processes that change one file at one moment: every change is there, or refused aloud."""

import tomllib
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import NamedTuple

from benchmarks.attacks.programs import Ended, finished, promises_broken, started

__all__ = ["PAIRS", "pair"]

_PAPER = "# {place}人民政府关于加快转化的意见\n\n一、加大投入。安排资金3亿元。\n二、建设平台。\n"
_CATALOGUE = """\
[[policies]]
id = "own"
title = "自己的政策"
[[policies.measures]]
id = "one"
title = "第一条"
summary = "为了测试而写。"
[[policies.measures]]
id = "two"
title = "第二条"
summary = "也为了测试。"
"""


class Writer(NamedTuple):
    """A command line, and what is true of the files once it has ended with 0."""

    words: tuple[str, ...]
    is_done: Callable[[Path], bool]


def _imports(name: str, place: str) -> Writer:
    def is_done(home: Path) -> bool:
        policies = tomllib.loads((home / "own.toml").read_text("utf-8"))["policies"]
        return any(place in policy["title"] for policy in policies)

    return Writer(("import", name, "-o", "own.toml"), is_done)


def _edits(measure: int, id: str, key: str) -> Writer:
    def is_done(home: Path) -> bool:
        policies = tomllib.loads((home / "own.toml").read_text("utf-8"))["policies"]
        return bool(policies[0]["measures"][measure].get(key) == "改过")

    words = ("edit", f"own.{id}", f"{key}=改过", "--catalogue", "own.toml", "--no-bundled")
    return Writer(words, is_done)


def _adds(name: str) -> Writer:
    def is_done(home: Path) -> bool:
        listed = (home / "config" / "policycli" / "catalogues.txt").read_text("utf-8")
        return str(home / name) in listed.splitlines()

    return Writer(("catalogue", "add", name), is_done)


def _exports(query: str) -> Writer:
    def is_done(home: Path) -> bool:
        return query in (home / "out.md").read_text("utf-8")

    words = ("export", "out.md", query, "--catalogue", "own.toml", "--no-bundled")
    return Writer(words, is_done)


def _problems(title: str) -> Writer:
    def is_done(home: Path) -> bool:
        problems = tomllib.loads((home / "own.toml").read_text("utf-8"))["problems"]
        return title in [problem["title"] for problem in problems]

    words = ("problem", "add", title, "--catalogue", "own.toml", "--no-bundled")
    return Writer(words, is_done)


PAIRS = {
    "import and import": (_imports("a.md", "铜陵市"), _imports("b.md", "贵阳市")),
    "import and edit": (_imports("a.md", "铜陵市"), _edits(0, "one", "lead")),
    "edit and edit": (_edits(0, "one", "lead"), _edits(1, "two", "lead")),
    "add and add": (_adds("own.toml"), _adds("other.toml")),
    "export and export": (_exports("第一条"), _exports("第二条")),
    "problem and problem": (_problems("成果转化难"), _problems("资金到位慢")),
    "problem and edit": (_problems("成果转化难"), _edits(1, "two", "lead")),
}


def pair(name: str, random: Random, home: Path) -> str:
    """Let two writers loose on the same file, in either order."""
    _lay_out(home)
    writers = list(PAIRS[name])
    random.shuffle(writers)
    running = [started(writer.words, home) for writer in writers]
    ends = [finished(process) for process in running]
    wrongs = [_wrong(w, end, home) for w, end in zip(writers, ends, strict=True)]
    if all(end.code == 2 for end in ends):
        wrongs.append("both refused")
    wrongs += [f"left behind: {path.name}" for path in home.glob(".policy-*")]
    return "; ".join(filter(None, wrongs))


def _lay_out(home: Path) -> None:
    (home / "a.md").write_text(_PAPER.format(place="铜陵市"), "utf-8")
    (home / "b.md").write_text(_PAPER.format(place="贵阳市"), "utf-8")
    (home / "own.toml").write_text(_CATALOGUE, "utf-8")
    (home / "other.toml").write_text(_CATALOGUE.replace("own", "other"), "utf-8")


def _wrong(writer: Writer, end: Ended, home: Path) -> str:
    if end.code == 0:
        return "" if writer.is_done(home) else f"lost, exit 0: {' '.join(writer.words)}"
    if end.code == 2 and end.err.strip():
        return ""
    return promises_broken(end) or f"exit {end.code}: {' '.join(writer.words)}"
