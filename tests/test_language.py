"""Two languages: which one is spoken, and that nothing is left unsaid in the other."""

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
    ],
)
def test_the_language_is_chosen(args: list[str], environ: dict[str, str], chosen: str) -> None:
    """The option first, then POLICY_LANG, then the locale."""
    assert language.choose(args, environ) == chosen


def test_the_api_speaks_english_until_told_otherwise() -> None:
    """Nothing is translated before somebody chooses a language."""
    assert language._("Error: {message}") == "Error: {message}"
    language.use("zh")
    assert language._("Error: {message}") == "错误：{message}"
    assert language.ngettext("{total} in all", "{total} in all", 2) == "共 {total} 条"
