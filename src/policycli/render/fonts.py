"""Fonts of this machine that have Chinese characters."""

import os
from collections.abc import Iterable, Iterator

__all__ = ["FAMILIES", "chinese", "folders"]

FAMILIES = {
    "notosanscjk": "Noto Sans CJK SC",
    "notosanssc": "Noto Sans SC",
    "notosanshans": "Noto Sans Hans",
    "sourcehansans": "Source Han Sans SC",
    "pingfang": "PingFang SC",
    "msyh": "Microsoft YaHei",
    "wqy-microhei": "WenQuanYi Micro Hei",
    "wqy-zenhei": "WenQuanYi Zen Hei",
    "simhei": "SimHei",
    "stheiti": "STHeiti",
    "hiragino sans gb": "Hiragino Sans GB",
    "droidsansfallback": "Droid Sans Fallback",
    "notoserifcjk": "Noto Serif CJK SC",
    "simsun": "SimSun",
}
"""Beginnings of their files' names, and what pictures call them; the best to read first."""


def folders() -> tuple[str, ...]:
    """Where systems keep fonts."""
    home = os.path.expanduser("~")
    windows = os.environ.get("WINDIR", r"C:\Windows")
    return (
        "/usr/share/fonts",
        "/usr/local/share/fonts",
        f"{home}/.fonts",
        f"{home}/.local/share/fonts",
        "/System/Library/Fonts",
        "/System/Library/AssetsV2",
        "/Library/Fonts",
        f"{home}/Library/Fonts",
        os.path.join(windows, "Fonts"),
    )


def chinese(places: Iterable[str]) -> str | None:
    """The family of the best Chinese font in these folders; ``None`` where there is none."""
    names = {name.lower() for name in _files(places)}
    found = (
        family
        for start, family in FAMILIES.items()
        if any(name.startswith(start) for name in names)
    )
    return next(found, None)


def _files(places: Iterable[str]) -> Iterator[str]:
    for place in places:
        for _folder, _folders, names in os.walk(place):
            yield from names
