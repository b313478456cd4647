"""Ids of drafts: letters by which people know what it is, and come out the same every time."""

import re

from policycli.text.divisions import leading
from policycli.text.regions import short_name

__all__ = ["policy_id"]

_NOT_IN_SLUG = re.compile(r"[^a-z0-9]+")
_LONGEST = 16  # letters for a title


def policy_id(title: str, doc_number: str) -> str:
    """``guofa-2023-12`` for 国发〔2023〕12号; else place and initials of the title.

    Two papers may get the same one: whoever writes several makes them differ.
    """
    if doc_number:
        parts = re.split("[〔〕]|(?<=年)?第", doc_number.removesuffix("号"))
        return _slug(*("".join(_syllables(part.removesuffix("年"))) for part in parts))
    place = leading(title)
    name = short_name(place.name) if place else ""
    words = _without_place(title, name, place.name) if place else title
    initials = "".join(part if part.isdecimal() else part[:1] for part in _syllables(words))
    initials = _NOT_IN_SLUG.sub("", initials.lower())[:_LONGEST]
    return _slug("".join(_syllables(name)), initials) or "policy"


def _without_place(title: str, name: str, full: str) -> str:
    """What follows the place in a title."""
    behind = title.partition(name)[2].removeprefix(full.removeprefix(name))
    return re.sub(r"^[省市县区：:，\s]+", "", behind)


def _syllables(text: str) -> list[str]:
    """The syllable of every Chinese character; letters and digits as they are, no other signs."""
    from pypinyin import lazy_pinyin

    return [part for part in lazy_pinyin(text, errors=_letters) if part]


def _letters(others: str) -> str:
    return "".join(char for char in others if char.isascii() and char.isalnum())


def _slug(*parts: str) -> str:
    slugs = (_NOT_IN_SLUG.sub("-", part.lower()).strip("-") for part in parts)
    return "-".join(filter(None, slugs))
