"""What was typed in pinyin is found, however many records have pieces of it."""

from collections.abc import Callable
from typing import Any

from policycli.catalogue import Catalogue

Make = Callable[[list[dict[str, Any]]], Catalogue]

PIECES = ["关停广玉局", "停关局关于停", "局玉关于停广", "听观聚雨局观", "于听关局关于关"]


def test_pinyin_finds_what_is_read_so_behind_many_with_pieces_of_it(make: Make) -> None:
    """The record with all its syllables in order comes first, however long it is."""
    title = "全省科学技术普及工作联席会议办公室科技厅关于举办第十一届科普讲解大赛决赛有关事项的通知"
    others = [{"id": f"other-{n}", "title": piece} for n, piece in enumerate(PIECES * 12)]
    found = make([*others, {"id": "sought", "title": title}])
    assert found.search("tingguanyuju")[0].id == "sought"
    assert found.search("tingguanyuju 通知")[0].id == "sought"


def test_pinyin_is_split_as_the_record_has_it(make: Make) -> None:
    """A letter that can end one syllable or begin the next is read in both ways."""
    found = make([{"id": "plan", "title": "实施方案"}, {"id": "dislike", "title": "不反感"}])
    assert [hit.id for hit in found.search("shifangan")] == ["plan"]
    assert [hit.id for hit in found.search("bufangan")] == ["dislike"]
