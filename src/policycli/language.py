"""The language of the screen (gettext): as asked for, else that of the locale.

A locale that names no language (C, POSIX) leaves it to what was typed: Chinese where there is a
Chinese character in it, else English.

English is written in the source; Chinese comes from ``locale/zh``. A word is looked up there when
it is really translated, since to read all of them takes longer than a search. Until ``use`` is
called everything is English, so that the Python API says the same on every machine.
"""

import gettext as _gettext
import os
import sys
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cache

__all__ = ["LANGUAGES", "LOCALE", "N_", "_", "both", "chinese", "choose", "ngettext", "pick"]
__all__ += ["again", "reason", "use"]

LANGUAGES = ("zh", "en")
DOMAIN = "policycli"
FOLDER = os.path.join(os.path.dirname(__file__), "locale")

LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")
"""The variables that name a language, the strongest first."""

_NO_LANGUAGE = ("", "C", "POSIX")

_state = {"chinese": False}


def choose(args: Sequence[str], environ: Mapping[str, str], settled: str = "") -> str:
    """The language that a command line and its environment ask for: ``zh`` or ``en``.

    Looked for before parsing, since help and mistakes are worded before options are read.

    Args:
        args: The words after the program's name.
        environ: The environment.
        settled: What ``policy config`` has set, which counts more than the locale.
    """
    asked = _option(args) or environ.get("POLICY_LANG") or settled or _system(environ)
    if asked.partition(".")[0] in _NO_LANGUAGE:
        return "zh" if any(map(_is_chinese, args)) else "en"
    return "zh" if asked.lower().startswith(("zh", "chinese")) else "en"


def _is_chinese(word: str) -> bool:
    """Whether a word has a Chinese character, whatever the locale took its bytes for."""
    typed = os.fsencode(word).decode("utf-8", "replace")
    return any("\u3400" <= char <= "\u9fff" or char >= "\U00020000" for char in typed)


def _option(args: Sequence[str]) -> str:
    """The value of ``--lang``, as far as the words before ``--`` have one; the last one counts."""
    found = ""
    for word, following in zip(args, [*args[1:], ""], strict=False):
        if word == "--":
            break
        if word == "--lang":
            found = following
        elif word.startswith("--lang="):
            found = word.removeprefix("--lang=")
    return found


def _system(environ: Mapping[str, str]) -> str:
    for name in LOCALE:
        if environ.get(name):
            return environ[name]
    if sys.platform == "win32":
        import locale

        return locale.getlocale()[0] or ""
    return ""


def use(language: str) -> None:
    """Speak ``zh`` or ``en`` from now on, click's own words included."""
    _state["chinese"] = language == "zh"
    if _state["chinese"]:  # click asks gettext's default domain, which follows LANGUAGE
        os.environ["LANGUAGE"] = "zh"
        _gettext.bindtextdomain(DOMAIN, FOLDER)
        _gettext.textdomain(DOMAIN)


def chinese() -> bool:
    """Whether the screen is Chinese."""
    return _state["chinese"]


def pick(chinese_text: str, english_text: str) -> str:
    """Of a record's two wordings the one to show; Chinese where there is no English."""
    return chinese_text if _state["chinese"] else english_text or chinese_text


def _(message: str) -> str:
    """``message`` in the language of the screen."""
    if not message or not _state["chinese"]:
        return message
    return _in_chinese(message)


def ngettext(singular: str, plural: str, n: int) -> str:
    """``singular`` or ``plural``, as ``n`` needs, in the language of the screen."""
    if not _state["chinese"]:
        return singular if n == 1 else plural
    return _in_chinese(singular)


def reason(error: OSError) -> str:
    """What the system says is wrong, in the language of the screen."""
    said = error.strerror or str(error)
    return _(said)


def both(message: str) -> tuple[str, str]:
    """``message`` in English and in Chinese, whatever the language of the screen."""
    return message, _in_chinese(message)


def again(text: str) -> str:
    """A message that was written in either language, in the language of the screen."""
    return _in_chinese(text) if _state["chinese"] else _english().get(text, text)


def N_(message: str) -> str:  # noqa: N802 - gettext's own name for it
    """Mark ``message`` for translation at the place where it is shown."""
    return message


@cache
def _in_chinese(message: str) -> str:
    """The Chinese of a message; it has one form for all numbers."""
    wanted = message.encode()
    messages = range(_number(8))
    at = bisect_left(messages, wanted, key=_original)
    found = at < len(messages) and _original(at) == wanted
    return _text(_number(16), at).decode() if found else message


@cache
def _english() -> dict[str, str]:
    """The messages by their Chinese."""
    numbers = range(_number(8))
    return {_text(_number(16), at).decode(): _original(at).decode() for at in numbers}


def _original(at: int) -> bytes:
    """The message with this number, in English; the plural behind it is cut off."""
    return _text(_number(12), at).partition(b"\0")[0]


def _text(table: int, at: int) -> bytes:
    size, start = _number(table + 8 * at), _number(table + 8 * at + 4)
    return _compiled()[start : start + size]


def _number(at: int) -> int:
    return int.from_bytes(_compiled()[at : at + 4], "little")


@cache
def _compiled() -> bytes:
    """The compiled catalogue: the number of messages, and two tables of their sizes and places.

    Source: the GNU gettext manual, "The Format of GNU MO Files"; messages are sorted.
    """
    with open(os.path.join(FOLDER, "zh", "LC_MESSAGES", f"{DOMAIN}.mo"), "rb") as file:
        return file.read()
