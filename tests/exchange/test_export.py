"""Files that are handed on: nothing is lost, nothing in them runs."""

import csv
import html
import io
import json
import re
import shutil
import subprocess
import zipfile
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import docx
import openpyxl
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn

from policycli import language
from policycli.exchange import by_ending, content
from policycli.exchange.excerpt import excerpt, newer
from policycli.exchange.hearing import heard
from policycli.files.members import bundled
from policycli.files.read import read
from policycli.records.model import (
    Document,
    Figure,
    Measure,
    Policy,
    Region,
    Relation,
    Source,
    Step,
)
from policycli.text.numerals import numeral

POLICIES = list(read(bundled()))
EVIL = "=cmd|' /C calc'!A0 <script>alert(1)</script> </textarea>&amp; \x1b[31m\x00\u202e$title]]>"
NASTY = Policy(
    "x",
    EVIL,
    aliases=(EVIL,),
    region=Region("110000", EVIL),
    summary=f"{EVIL}\n{EVIL}",
    documents=(Document(EVIL, issuer=EVIL),),
    relations=(Relation("repeals", EVIL),),
    source=Source(EVIL, url="javascript:alert(1)"),
    measures=(
        Measure(
            "m",
            EVIL,
            EVIL,
            themes=(EVIL,),
            lead=EVIL,
            targets=(EVIL,),
            steps=(Step(EVIL, EVIL),),
            figures=(Figure(EVIL, -1.5, EVIL, ">=", "2023"),),
        ),
    ),
)


@pytest.mark.parametrize("ending", by_ending())
def test_odd_records_can_be_written_in_every_format(ending: str) -> None:
    """Neither markup nor control characters break a format, and an empty excerpt is one too."""
    assert content(ending, [NASTY], EVIL)
    assert content(ending, [], "") is not None
    assert content(ending, [Policy("p", "甲", measures=(Measure("m", "乙", text="丙"),))], "题")


def workbook(policies: list[Policy]) -> Any:
    """What Excel would open."""
    return openpyxl.load_workbook(io.BytesIO(content(".xlsx", policies, "题")))


def test_a_workbook_has_the_whole_ledger() -> None:
    """Four sheets with frozen header and filter, a row a record, and figures as numbers."""
    book = workbook(POLICIES)
    assert book.sheetnames == ["Measures", "Policies", "Figures", "Documents"]
    measures_ = [m for policy in POLICIES for m in policy.measures]
    assert [sheet.max_row - 1 for sheet in book] == [
        len(measures_),
        len(POLICIES),
        sum(len(m.figures) for m in measures_),
        sum(len(p.documents) for p in POLICIES) + sum(len(m.documents) for m in measures_),
    ]
    for sheet in book:
        assert (sheet.freeze_panes, sheet.auto_filter.ref[:2]) == ("B2", "A1")
        assert sheet["A2"].alignment.wrap_text
    heads = [cell.value for cell in book["Figures"][1]]
    values = [row[heads.index("value")] for row in book["Figures"].iter_rows(2, values_only=True)]
    assert values == [f.value for m in measures_ for f in m.figures]


def test_columns_are_wide_enough_for_chinese() -> None:
    """Chinese takes two cells a character; long prose is wrapped instead."""
    sheet = workbook([Policy("a", "八个汉字的政策名", measures=(Measure("m", "乙", "长" * 200),))])[
        "Measures"
    ]
    widths = {cell.value: sheet.column_dimensions[cell.column_letter].width for cell in sheet[1]}
    assert 16 < widths["policy"] < 25
    assert 45 < widths["summary"] < 60


@pytest.mark.parametrize("start", "=+-@")
def test_no_cell_is_a_formula(start: str) -> None:
    """Text that looks like one is text, without anything added to it."""
    policy = Policy("a", f"{start}1+1", measures=(Measure("m", f"{start}SUM(A1)", "http://x"),))
    raw = content(".xlsx", [policy], "题")
    book = openpyxl.load_workbook(io.BytesIO(raw))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f" or cell.hyperlink]
    assert f"{start}SUM(A1)" in [cell.value for cell in cells]
    assert not [name for name in zipfile.ZipFile(io.BytesIO(raw)).namelist() if "vba" in name]


def test_a_csv_opens_in_excel() -> None:
    """With a mark for UTF-8, a row a measure, and no formulas."""
    raw = content(".csv", [*POLICIES, NASTY], "题")
    rows = list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"))))
    assert raw.startswith(b"\xef\xbb\xbf")
    assert len(rows) == sum(len(policy.measures) for policy in POLICIES) + 1
    assert not [value for row in rows for value in row.values() if value.startswith("=")]


def test_a_paper_is_laid_out_as_official_ones_are() -> None:
    """Title, a numbered section a policy, numbered measures, and a table of figures."""
    language.use("zh")
    paper = docx.Document(io.BytesIO(content(".docx", POLICIES[2:4], "政策摘编")))
    texts_ = [paragraph.text for paragraph in paper.paragraphs]
    headings = [p.text for p in paper.paragraphs if p.style and p.style.name == "Heading 1"]
    assert texts_[0] == "政策摘编"
    assert headings == [f"一、{POLICIES[2].title}", f"二、{POLICIES[3].title}", "指标表"]
    assert f"（一）{POLICIES[2].measures[0].title}" in texts_
    assert POLICIES[2].measures[0].summary in texts_
    (table,) = paper.tables
    figures_ = [f for p in POLICIES[2:4] for m in p.measures for f in m.figures]
    assert [row.cells[1].text for row in table.rows][1:] == [f.indicator for f in figures_]
    page: Any = paper.sections[0]
    assert (round(page.page_width.mm), round(page.top_margin.mm)) == (210, 37)
    assert [f.paragraphs[0].alignment for f in (page.footer, page.even_page_footer)] == [
        WD_ALIGN_PARAGRAPH.RIGHT, WD_ALIGN_PARAGRAPH.LEFT,
    ]  # fmt: skip


def test_word_and_wps_lay_a_paper_out_alike() -> None:
    """By named founts, fixed columns and Chinese rules; nothing is left of the template's own."""
    language.use("zh")
    raw = io.BytesIO(content(".docx", POLICIES[2:4], "政策摘编"))
    with zipfile.ZipFile(raw) as package:
        settings = package.read("word/settings.xml").decode()
        languages = re.findall("<w:lang [^>]*>", package.read("word/styles.xml").decode())
    assert re.search('w:name="compatibilityMode" [^>]*w:val="15"', settings)
    assert languages
    assert all('w:eastAsia="zh-CN"' in each for each in languages)
    paper: Any = docx.Document(raw)
    founts = {paper.styles[name].element.rPr.rFonts.get(qn("w:eastAsia")) for name in HEADINGS}
    assert founts == {"黑体", "楷体_GB2312"}
    for name in HEADINGS:
        named = paper.styles[name].element.rPr.rFonts.attrib
        assert not {qn("w:asciiTheme"), qn("w:eastAsiaTheme")} & {*named}
    quoted = next(p for p in paper.paragraphs if "“" in p.text and p.runs)
    assert quoted.runs[0]._r.rPr.rFonts.get(qn("w:hint")) == "eastAsia"
    (table,) = paper.tables
    assert table.autofit is False
    order = [child.tag for child in table._tbl.tblPr]
    assert order.index(qn("w:tblLayout")) < order.index(qn("w:tblCellMar")) < len(order) - 1
    assert (paper.core_properties.author, paper.core_properties.comments) == ("", "")
    assert paper.core_properties.created.year > 2013


HEADINGS = ("Heading 1", "Heading 2")


class _Page(HTMLParser):
    """The tags and the visible words of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Remember it."""
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        """Remember it."""
        self.words += data


def test_a_page_has_every_measure_and_reaches_nothing() -> None:
    """An article a measure, readable without the script; no address is loaded from anywhere."""
    language.use("zh")
    text = content(".html", POLICIES, "题").decode()
    page = _Page(text)
    ids = [attrs["id"] for tag, attrs in page.tags if tag == "article"]
    assert ids == [f"{p.id}.{m.id}" for p in POLICIES for m in p.measures]
    assert all(m.summary in page.words for p in POLICIES for m in p.measures)
    loading = [
        attrs for tag, attrs in page.tags if "src" in attrs or tag in ("link", "img", "iframe")
    ]
    assert loading == []
    (policy,) = [a["content"] for t, a in page.tags if t == "meta" and "http-equiv" in a]
    assert policy
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy
    cells = re.findall(r"data-end=\"\w+\">(\d+)</button>", text)
    assert sum(map(int, cells)) == len(ids)


def test_a_page_shows_what_it_would_otherwise_run() -> None:
    """Scripts in records are words, and only addresses of the web become links."""
    page = _Page(content(".html", [NASTY], EVIL).decode())
    assert [tag for tag, _ in page.tags].count(
        "script"
    ) == 2  # what it knows of characters, and what it does
    assert not [attrs for _, attrs in page.tags if (attrs.get("href") or "").startswith("java")]
    assert "<script>alert(1)</script>" in page.words
    assert not {"\x1b", "\x00", "\u202e"} & {*page.words}


@pytest.mark.skipif(not shutil.which("chromium"), reason="needs a browser")
@pytest.mark.parametrize(
    ("control", "preset", "count"),
    [("", "", "73 / 73"), ('id="search"', 'id="search" value="伦理 委员会"', " / 73")],
)
def test_a_browser_filters_the_page(tmp_path: Path, control: str, preset: str, count: str) -> None:
    """The script runs under the page's own policy and hides what does not fit."""
    language.use("zh")
    text = content(".html", POLICIES, "题").decode().replace(control, preset, 1 if control else 0)
    (tmp_path / "x.html").write_text(text, "utf-8")
    command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--dump-dom"]
    folder = f"--user-data-dir={tmp_path / 'browser'}"
    done = subprocess.run(
        [*command, folder, (tmp_path / "x.html").as_uri()], capture_output=True, check=True
    )
    dom = done.stdout.decode()
    shown = re.findall(r"<article(?![^>]* hidden)[^>]*>(.*?)</article>", dom, re.DOTALL)
    assert count in dom
    assert (0 < len(shown) < 20) == bool(control)
    assert all("伦理" in html.unescape(article) for article in shown if control)
    assert ('<tr role="row" hidden=""><th scope="row"' in dom) == bool(control)


@pytest.mark.skipif(not shutil.which("chromium"), reason="needs a browser")
@pytest.mark.parametrize(
    ("typed", "found", "how"),
    [
        ("成果轉化 台账", "guizhou.ledger", ""),
        ("zhengcetaizhang", "guizhou.ledger", "读音"),
        ("zctz", "guizhou.ledger", "首字母"),
        ("台帐", "guizhou.ledger", "读音"),
        ("政策一致姓评价", "guizhou.consistency-review", "读音"),
        ("政策一致评价", "guizhou.consistency-review", "近似"),
        ("火星人", "", ""),
    ],
)
def test_a_page_searches_as_the_program_does(
    tmp_path: Path, typed: str, found: str, how: str
) -> None:
    """Traditional forms, pinyin, initials and slips find, what is a guess says how, or nothing."""
    language.use("zh")
    (tmp_path / "x.html").write_bytes(content(".html", POLICIES, "题"))
    address = f"{(tmp_path / 'x.html').as_uri()}?{urlencode({'search': typed})}"
    command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--dump-dom"]
    folder = f"--user-data-dir={tmp_path / 'browser'}"
    done = subprocess.run([*command, folder, address], capture_output=True, check=True)
    articles = re.findall(r"<article([^>]*>)<h3([^>]*)>", done.stdout.decode())
    shown = [(article, heading) for article, heading in articles if " hidden" not in article]
    ids = [re.findall(r'id="([^"]*)"', article)[0] for article, _heading in shown]
    assert (found in ids) if found else (ids == [])
    headings = " ".join(heading for _article, heading in shown)
    assert {*re.findall(r'data-how="([^"]*)"', headings)} == ({how} if how else set())


def test_a_page_knows_the_sounds_of_what_may_be_typed() -> None:
    """Characters of the page and those in common use have sounds; variants are of the page."""
    known = heard("台账转")
    assert {"账", "帐", "胀"} <= {*known["sounds"]["zhang"]}
    assert "转" in known["sounds"]["zhuan"]
    assert "轉" in known["variants"]["转"]
    assert "贵" not in known["variants"]


def test_measures_without_an_end_are_counted_too() -> None:
    """The matrix of a page has a column for them, where there are any."""
    plain = Policy("p", "甲", measures=(Measure("m", "乙"), Measure("n", "丙", end="supply")))
    page = content(".html", [plain], "题").decode()
    assert "<th scope=col role=columnheader>—</th>" in page
    assert "<td role=cell>1</td>" in page
    assert "<th scope=col role=columnheader>—</th>" not in content(".html", POLICIES, "题").decode()


def test_an_excerpt_is_what_was_wanted() -> None:
    """Measures by their ids, and a policy that is wanted by itself."""
    guizhou = next(policy for policy in POLICIES if policy.id == "guizhou")
    chosen = excerpt(POLICIES, {"guizhou.ledger", "shiyan"})
    assert [(p.id, [m.id for m in p.measures]) for p in chosen] == [
        ("guizhou", ["ledger"]),
        ("shiyan", []),
    ]
    assert excerpt([guizhou], {"guizhou.ledger"})[0].title == guizhou.title


def test_newer_policies_are_those_that_may_be() -> None:
    """A year may hold a later day; what has no date is no news."""
    dates = ("", "2022", "2022-12-31", "2023", "2023-05", "2023-06-01")
    dated = [Policy(f"p{n}", "甲", date=date) for n, date in enumerate(dates)]
    assert [p.date for p in newer(dated, "2023-06")] == ["2023", "2023-06-01"]
    assert [p.date for p in newer(dated, "2022-12-31")] == ["2022", *dates[2:]]
    assert newer(dated, "") == dated


@pytest.mark.parametrize(
    ("number", "written"),
    [(1, "一"), (10, "十"), (12, "十二"), (20, "二十"), (103, "一百零三"), (1010, "一千零一十")],
)
def test_headings_are_numbered_in_chinese(number: int, written: str) -> None:
    """As papers number them."""
    assert numeral(number) == written


def test_json_lines_are_plain() -> None:
    """Chinese stays Chinese, one policy a line."""
    lines = content(".jsonl", POLICIES, "").decode().splitlines()
    assert [json.loads(line)["id"] for line in lines] == [policy.id for policy in POLICIES]
    assert "伦理" in lines[1]
