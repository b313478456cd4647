"""What the user has settled once and for all: a line ``key = value`` each, in the config folder.

Every command looks here, so it is a file that takes no parser; where there is none, this is not
even loaded. What is wrong in it is left out, and told by ``faults``.
"""

import os
from collections.abc import Iterator

from policycli import paths
from policycli.errors import UsageError
from policycli.language import LANGUAGES, _

__all__ = ["KEYS", "checked", "count", "faults", "put", "setting"]

KEYS = ("lang", "limit", "region", "pager")
"""The language of the screen, results on a screen, the region looked at, the pager."""

_DIGITS = 18  # of a limit; more of them say no more, and Python reads no number of thousands


def setting(key: str) -> str:
    """What is settled under a key; empty where nothing is."""
    found = (value for name, value, fault in _lines(_content()) if name == key and not fault)
    return next(found, "")


def faults() -> list[str]:
    """A sentence for every line that cannot be heeded, with its place."""
    told = ((number, each[2]) for number, each in enumerate(_lines(_content()), 1))
    return [f"{paths.settings_file()}:{number}: {fault}" for number, fault in told if fault]


def count(value: str) -> int:
    """How many results are wanted; 0 for what is no number from 1 on."""
    return int(value.lstrip("0")[:_DIGITS] or 0) if value.isdecimal() else 0


def checked(key: str, value: str) -> str:
    """A value as the file has it.

    Raises:
        UsageError: There is no such key, or the key takes no such value.
    """
    value = " ".join(value.split())
    _check_key(key)
    if not value:
        raise UsageError(_("{key} needs a value").format(key=key))
    if key == "lang" and value not in LANGUAGES:
        raise UsageError(_("lang is zh or en, not {value}").format(value=repr(value)))
    if key == "limit" and not count(value):
        sentence = _("limit is a number from 1 on, not {value}")
        raise UsageError(sentence.format(value=repr(value)))
    return value


def _check_key(key: str) -> None:
    if key not in KEYS:
        sentence = _("there is no setting {name}; settings are {allowed}")
        raise UsageError(sentence.format(name=key, allowed=", ".join(KEYS)))


def put(key: str, value: str) -> str:
    """Settle a key, or leave it open again where the value is empty; other lines stay.

    Returns:
        The path of the file.

    Raises:
        UsageError: See ``checked``; or there is no folder for the file.
        ConflictError: Somebody else holds the file.
        OSError: It cannot be written; it is as it was then.
    """
    from policycli.files.locking import changing

    _check_key(key)
    line = f"{key} = {checked(key, value)}" if value else ""
    file = paths.settings_file()
    if file is None:
        raise UsageError(_("you have no home folder to keep settings in: set XDG_CONFIG_HOME"))
    os.makedirs(os.path.dirname(file), exist_ok=True)
    with changing(file) as held:
        before = (held.content or b"").decode("utf-8", "replace").splitlines()
        kept = [old for old in before if old.partition("=")[0].strip() != key]
        after = [*kept, line] if line else kept
        if after != before:
            held.replace("".join(f"{each}\n" for each in after).encode())
    return file


def _content() -> str:
    file = paths.settings_file()
    try:
        with open(file or "", encoding="utf-8", errors="replace") as opened:
            return opened.read()
    except OSError:
        return ""


def _lines(text: str) -> Iterator[tuple[str, str, str]]:
    """Key, value and fault of every line."""
    for line in text.splitlines():
        name, equals, value = (part.strip() for part in line.partition("="))
        if line.strip().startswith("#") or not line.strip():
            yield "", "", ""
        elif not equals:
            yield "", "", _("not key = value, and passed over")
        else:
            yield name, value, _fault(name, value)


def _fault(key: str, value: str) -> str:
    try:
        checked(key, value)
    except UsageError as error:
        return str(error)
    return ""
