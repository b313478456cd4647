"""Two languages: which one is spoken, and that nothing is left unsaid in the other."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from policycli import language

ROOT = Path(__file__).parents[1]


def test_every_message_is_translated() -> None:
    """No message lacks Chinese, and the compiled translations are those of the source."""
    done = subprocess.run(
        [sys.executable, ROOT / "scripts" / "translations.py", "--check"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, ""), done.stderr


@pytest.mark.parametrize(
    ("args", "environ", "chosen"),
    [
        ([], {}, "en"),
        ([], {"LANG": "zh_CN.UTF-8"}, "zh"),
        ([], {"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}, "en"),
        (["search", "--lang", "zh"], {}, "zh"),
        (["search", "--lang=zh", "--lang=en"], {}, "en"),
        (["search", "--", "--lang", "zh"], {}, "en"),
        (["search", "--lang"], {"POLICY_LANG": "zh"}, "zh"),
        ([], {"POLICY_LANG": "fr", "LANG": "zh_CN"}, "en"),
        (["search", "台账"], {}, "zh"),
        (["search", "台账"], {"LANG": "C.UTF-8"}, "zh"),
        (["search", "台账"], {"LANG": "POSIX"}, "zh"),
        (["search", "台账"], {"LC_ALL": "C", "LANG": "en_US.UTF-8"}, "zh"),
        (["search", "-r", "--", "𠮷"], {"LC_ALL": "C"}, "zh"),
        (["search", "taizhang"], {"LANG": "C.UTF-8"}, "en"),
        (["search", "台账"], {"LANG": "en_US.UTF-8"}, "en"),
        (["search", "台账"], {"LANG": "de_DE"}, "en"),
        (["search", "taizhang"], {"LANG": "zh_CN.UTF-8"}, "zh"),
        (["search", "台账", "--lang", "en"], {"LANG": "C"}, "en"),
        (["search", "台账"], {"POLICY_LANG": "en", "LANG": "C"}, "en"),
    ],
)
def test_the_language_is_chosen(args: list[str], environ: dict[str, str], chosen: str) -> None:
    """The option first, then POLICY_LANG, a locale that names one, and what was typed."""
    assert language.choose(args, environ) == chosen


def test_the_api_speaks_english_until_told_otherwise() -> None:
    """Nothing is translated before somebody chooses a language."""
    assert language._("Error: {message}") == "Error: {message}"
    language.use("zh")
    assert language._("Error: {message}") == "错误：{message}"
    assert language.ngettext("{total} in all", "{total} in all", 2) == "共 {total} 条"


@pytest.mark.parametrize(
    ("number", "english", "chinese"),
    [
        (errno.ENOENT, "No such file or directory", "没有这个文件或文件夹"),
        (errno.EACCES, "Permission denied", "没有权限"),
        (errno.ENOSPC, "No space left on device", "磁盘空间不足"),
        (errno.EISDIR, "Is a directory", "是一个文件夹"),
        (errno.ENOTDIR, "Not a directory", "不是文件夹"),
        (errno.EROFS, "Read-only file system", "文件系统只读"),
    ],
)
def test_the_system_speaks_the_language_of_the_screen(
    number: int, english: str, chinese: str
) -> None:
    """Which of its own words Python leaves in English in any locale."""
    error = OSError(number, os.strerror(number))
    assert language.reason(error) == english
    language.use("zh")
    assert language.reason(error) == chinese


def test_other_errors_of_the_system_are_told_as_they_are() -> None:
    """Those without a number, or with one that no file has."""
    language.use("zh")
    assert language.reason(OSError("half a file")) == "half a file"
    assert language.reason(OSError(errno.EDOM, "out of domain")) == "out of domain"


@pytest.mark.parametrize(
    ("locale", "word", "said"),
    [
        ("C.UTF-8", "没有的", "错误"),
        ("C", "没有的", "错误"),
        ("C.UTF-8", "--colour", "Error"),
        ("en_US.UTF-8", "没有的", "Error"),
        ("zh_CN.UTF-8", "--colour", "错误"),
    ],
)
def test_a_locale_without_a_language_leaves_it_to_what_was_typed(
    locale: str, word: str, said: str
) -> None:
    """In a process of its own, where a locale decides how words are decoded."""
    done = subprocess.run(
        [sys.executable, "-m", "policycli", "list", "--region", "x", word],
        env={"PATH": os.environ["PATH"], "LC_ALL": locale, "PYTHONUTF8": "0"},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr.decode("utf-8").startswith(said)
