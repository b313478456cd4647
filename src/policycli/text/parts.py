"""How the parts of a paper are numbered."""

import re

__all__ = ["is_number"]

_COUNT = r"[零〇一二三四五六七八九十百千\d]+"


def is_number(title: str) -> bool:
    """Whether a title is nothing but the number of a part: 第三条, 第十二条之一, 第4章."""
    return re.fullmatch(rf"第{_COUNT}[编篇章节条款项](之{_COUNT})?", title.strip()) is not None
