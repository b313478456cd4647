"""The files that ``policy check -o`` hands on."""

import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest

from tests.cli.conftest import Run
from tests.review.conftest import LAWS

CLAUSES = (
    "第一条　取水单位应当自建成之日起九十日内安装计量设施，并向水行政主管部门报送安装情况。",
    "第二条　节水改造奖励从节水收益中提取，不低于百分之三十。",
    "第三条　海岛上的灯塔由志愿者轮流看护，透光率<5&角度>3的依照《海水淡化发展规定》办理。",
)
CHAPTERS = ["基本情况", "结论", "依据清单", "逐条对照表", "问题清单", "引用文件核查"]
CHAPTERS += ["未找到对应规定的条款", "方法与局限", "附录：上位法义务未写"]


@pytest.fixture
def written(policy: Run, tmp_path: Path) -> Path:
    """A folder with the review of a draft in all three kinds of files."""
    (tmp_path / "laws.toml").write_text(LAWS, "utf-8")
    draft = tmp_path / "draft.txt"
    draft.write_text("杭州市节约用水若干规定\n\n" + "\n".join(CLAUSES), "utf-8")
    asked = ("check", str(draft), "--catalogue", str(tmp_path / "laws.toml"), "--no-bundled")
    for ending in (".docx", ".xlsx", ".html"):
        path = tmp_path / f"评价意见{ending}"
        code, out, err = policy(*asked, "-o", str(path), "--lang", "zh")
        assert (code, out) == (1, "")
        assert err.startswith("结论：与现行规定抵触。\n已写入")
    return tmp_path


def test_the_paper_has_every_chapter_and_a_place_to_sign(written: Path) -> None:
    """A reviewer finds the facts, both wordings, what to do, and the duties that were left out."""
    paper = docx.Document(str(written / "评价意见.docx"))
    lines = [paragraph.text for paragraph in paper.paragraphs]
    tables = [[[cell.text for cell in row.cells] for row in each.rows] for each in paper.tables]
    facts, bases, clauses, errors, *_others, missing = tables

    assert lines[0] == "政策一致性评价意见"
    styled = [(each.style, each.text) for each in paper.paragraphs]
    heads = [text for style, text in styled if style and style.name == "Heading 1"]
    assert [head.partition("、")[2] for head in heads] == CHAPTERS
    assert any("签字" in line and "日期" in line for line in lines)
    assert ["标题", "杭州市节约用水若干规定"] in facts
    assert ["《中华人民共和国节水促进法》", "法律", "2020-05-01"] in [row[:3] for row in bases]
    assert [row[0] for row in clauses[1:]] == list(CLAUSES)
    assert clauses[3][1] == "未找到对应规定"
    assert errors[1][1] == "第一条 · 期限"
    assert "九十日" in errors[1][2]
    assert "三十日" in errors[1][3]
    assert "改为与依据一致的期限" in errors[1][4]
    assert "获得奖励的单位不得重复申报同一改造项目" in missing[1]
    assert f"另有上位法义务未写 {len(missing) - 1} 处，见附录。" in lines


def test_what_differs_is_marked_in_the_paper(written: Path) -> None:
    """The two numerals stand out in bold, nothing else of the wordings does."""
    paper = docx.Document(str(written / "评价意见.docx"))
    cells = paper.tables[3].rows[1].cells
    runs = [run for cell in cells for paragraph in cell.paragraphs for run in paragraph.runs]

    assert [run.text for run in runs if run.bold] == ["九", "三"]


def test_citations_that_were_not_checked_are_listed_without_asking(written: Path) -> None:
    """They are notes, which the paper leaves out elsewhere, but no check skips in silence."""
    paper = docx.Document(str(written / "评价意见.docx"))
    cited = [cell.text for table in paper.tables for row in table.rows for cell in row.cells]

    assert "《海水淡化发展规定》" in cited
    assert "提示" not in " ".join(p.text for p in paper.paragraphs if "处" in p.text[-2:])


def test_the_sheet_asks_the_drafter_for_an_answer(written: Path) -> None:
    """Each finding is a row whose answer is chosen from a list."""
    sheet = openpyxl.load_workbook(written / "评价意见.xlsx").worksheets[0]
    rows = [list(row) for row in sheet.iter_rows(values_only=True)]
    (validation,) = sheet.data_validations.dataValidation

    assert rows[0][-2:] == ["起草单位意见", "理由"]
    assert rows[1][:4] == ["f001", "错误", "第一条", "期限"]
    assert validation.formula1 == '"采纳,部分采纳,不采纳"'
    assert str(validation.sqref) == f"L2:L{len(rows)}"
    assert (sheet.page_setup.orientation, sheet.print_title_rows) == ("landscape", "$1:$1")


def test_the_page_can_reach_nothing_and_its_links_lead_somewhere(written: Path) -> None:
    """Text of the draft is no markup, the policy names one style, and every link has its end."""
    page = (written / "评价意见.html").read_text("utf-8")
    style = re.search("<style>(.*?)</style>", page)
    assert style
    named = b64encode(sha256(style[1].encode()).digest()).decode()

    assert f"default-src 'none'; style-src 'sha256-{named}'" in page
    assert "透光率&lt;5&amp;角度&gt;3" in page
    assert "<mark>九</mark>" in page
    assert set(re.findall('href="#(.*?)"', page)) <= set(re.findall('id="(.*?)"', page))
    assert "http" not in page.replace("http-equiv", "")


def test_markdown_has_the_chapters_of_the_paper(policy: Run, written: Path) -> None:
    """The conclusion stands in it, and both wordings in one row, what differs in bold."""
    path = written / "评价意见.md"
    laws = ("--catalogue", str(written / "laws.toml"), "--no-bundled", "--lang", "zh")
    policy("check", str(written / "draft.txt"), *laws, "-o", str(path))
    lines = path.read_text("utf-8").splitlines()

    assert "结论：与现行规定抵触。" in lines
    assert [line.partition("、")[2] for line in lines if line.startswith("## ")] == CHAPTERS
    assert any("自建成之日起**九**十日内" in x and "自建成之日起**三**十日内" in x for x in lines)


def test_the_paper_tells_what_changes_against_an_earlier_version(
    policy: Run, written: Path
) -> None:
    """The chapter is there where a version is replaced, with both wordings."""
    path = written / "修订.docx"
    laws = ("--catalogue", str(written / "laws.toml"), "--no-bundled", "--lang", "zh")
    asked = ("--replaces", "water-law-old", "-o", str(path))
    policy("check", str(written / "draft.txt"), *laws, *asked)
    paper = docx.Document(str(path))
    rows = [[cell.text for cell in row.cells] for each in paper.tables for row in each.rows]

    assert any("与《中华人民共和国节水促进法》" in each.text for each in paper.paragraphs)
    assert ["事项", "草案", "原规定"] in rows
    assert ["第二条 · 新增", CLAUSES[1].partition("　")[2], ""] in rows

    policy("check", str(written / "draft.txt"), *laws, *asked[:2], "-o", str(written / "修订.html"))
    page = (written / "修订.html").read_text("utf-8")
    assert "<h3>第二条 · 新增</h3>" in page


def test_a_file_that_is_there_stays(policy: Run, written: Path) -> None:
    """Without --force nothing is overwritten, and that is bad input."""
    path = written / "评价意见.docx"
    before = path.read_bytes()
    draft, laws = str(written / "draft.txt"), str(written / "laws.toml")
    code, _out, err = policy("check", draft, "--catalogue", laws, "--no-bundled", "-o", str(path))

    assert code == 2
    assert "--force" in err
    assert path.read_bytes() == before


def test_comments_stand_at_the_words_of_the_draft(policy: Run, written: Path) -> None:
    """The draft comes back word for word, in its runs and looks, with a comment at each place."""
    paper = docx.Document()
    paper.add_paragraph("杭州市节约用水若干规定")
    first = paper.add_paragraph("第一条　取水单位应当")
    first.add_run("自建成之日起九十日内").bold = True
    first.add_run("安装计量设施，并向水行政主管部门报送安装情况。")
    table = paper.add_table(rows=1, cols=1)
    table.rows[0].cells[0].text = CLAUSES[1]
    draft, made = written / "draft.docx", written / "批注.docx"
    paper.save(str(draft))
    laws = ("--catalogue", str(written / "laws.toml"), "--no-bundled", "--lang", "zh")
    code, _out, _err = policy("check", str(draft), *laws, "--comments", "-o", str(made))
    answer = docx.Document(str(made))
    said = [comment.text for comment in answer.comments]

    assert code == 1
    assert [p.text for p in answer.paragraphs] == [p.text for p in paper.paragraphs]
    assert answer.tables[0].rows[0].cells[0].text == CLAUSES[1]
    assert [run.text for run in answer.paragraphs[1].runs if run.bold] == ["自建成之日起九十日内"]
    assert said[0].startswith("【错误 · 期限】")
    assert "三十日" in said[0]
    assert _commented(answer, 0) == "取水单位应当自建成之日起九十日内安装计量设施"
    duty = next(at for at, text in enumerate(said) if "义务缺失" in text)
    assert _commented(answer, duty) == CLAUSES[1]


def _commented(paper: Any, number: int) -> str:
    """The words between the marks of a comment."""
    xml = paper.element.xml
    start = xml.index(f'<w:commentRangeStart w:id="{number}"')
    inside = xml[start : xml.index(f'<w:commentRangeEnd w:id="{number}"')]
    return "".join(re.findall("<w:t(?: [^>]*)?>(.*?)</w:t>", inside))


def test_comments_need_word_at_both_ends(policy: Run, written: Path) -> None:
    """A text has no place for comments, and neither has a page."""
    for draft, path in (("draft.txt", "a.docx"), ("draft.docx", "a.html")):
        asked = ("check", str(written / draft), "--comments", "-o", str(written / path))
        code, _out, err = policy(*asked)
        assert code == 2
        assert "--comments needs" in err


def test_comments_need_a_draft_that_is_word_inside(policy: Run, written: Path) -> None:
    """A text under the name of a Word document is read, but cannot take comments."""
    draft = written / "renamed.docx"
    draft.write_text("\n".join(CLAUSES), "utf-8")
    made = written / "a.docx"
    code, _out, err = policy("check", str(draft), "--comments", "-o", str(made))
    assert code == 2
    assert f"Error: {draft}: is no .docx that can take comments" in err
    assert not made.exists()
