"""Named papers, and what was done with them."""

import pytest

from policycli.ingest.extract.papers import mask, papers, tidy


def found(text: str) -> list[tuple[str, str]]:
    """Title and role of every paper."""
    return [(each.document.title, each.document.role) for each in papers(text)]


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("出台《甲办法》《乙办法》，修订完善《丙办法》", ["issued", "issued", "amended"]),
        ("根据《甲法》和《乙条例》，制定本办法", ["basis", "basis"]),
        ("根据《甲法》，制定《乙办法》", ["basis", "issued"]),
        ("《甲办法》（某政发〔2016〕8号）同时废止", ["repealed"]),
        ("《甲办法》《乙办法》予以废止", ["repealed", "repealed"]),
        ("对《甲办法》作如下修改：", ["amended"]),
        ("《甲办法》已经审议通过，现印发给你们", ["issued"]),
        ("列入《甲决定》", ["cited"]),
        ("如《甲》所述", ["cited"]),
        ("根据某部发布的《甲办法》，制定本细则", ["basis"]),
        ("某部印发的《甲办法》另有规定", ["cited"]),
        ("根据《甲法》和国家发布的《乙指南》，制定本办法", ["basis", "basis"]),
        ("根据《甲法》、省科技厅《乙办法》，制定《丙细则》", ["basis", "basis", "issued"]),
        ("现将我局制定的《甲办法》印发给你们", ["issued"]),
        ("某市关于印发甲乙转化暂行办法的通知", ["issued"]),
        ("按照实施方案推进", []),
    ],
)
def test_the_role_is_told_by_the_words_around(text: str, roles: list[str]) -> None:
    """The last verb before, or what follows."""
    assert [role for _title, role in found(text)] == roles


def test_names_inside_names_are_part_of_them() -> None:
    """Only the outer name is a paper; one that is not closed is none."""
    assert found("转发《关于印发〈甲办法〉的通知》") == [("关于印发〈甲办法〉的通知", "cited")]
    assert found("转发《关于印发《甲办法》的通知》") == [("关于印发《甲办法》的通知", "cited")]
    assert found("《没有完。") == []


def test_an_issued_paper_has_the_date_before_it() -> None:
    """To the day, as the sentence gives it."""
    (paper,) = papers("2022 年 12 月 31日，浙江印发《甲意见》。")
    assert paper.document.date == "2022-12-31"


def test_papers_without_marks_are_doubtful() -> None:
    """What stands without 《》 is kept, with a note."""
    (paper,) = papers("按照国家乳业技术创新中心建设工作指引，推进建设。")
    assert (paper.document.title, bool(paper.check)) == ("国家乳业技术创新中心建设工作指引", True)
    for vague in ("按照有关规定", "按照国家有关规划", "依照刑法第三条的规定", "纳入本级发展规划"):
        assert papers(f"{vague}，推进建设。") == []


def test_titles_lose_the_spaces_of_typesetting() -> None:
    """Around numbers, and between characters that were spread; a space that parts clauses stays."""
    assert tidy("2023 年度方案") == "2023年度方案"
    assert tidy("通　知　书") == "通知书"
    assert tidy("完善治理体系 推动科技向善") == "完善治理体系 推动科技向善"


def test_masked_names_keep_their_place() -> None:
    """So that a figure is found where it stands."""
    assert mask("据《5家办法》3家") == "据" + "《" * 6 + "3家"
