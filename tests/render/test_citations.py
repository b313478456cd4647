"""References in the styles that people cite by."""

import io
import json
from typing import Any

import pytest

from policycli.render import CITATIONS, gbt7714_2015, write
from policycli.render.gbt7714 import reference
from policycli.views.citation import Citation
from policycli.views.model import View

LAW = Citation(
    "dsl.a56",
    "law",
    "中华人民共和国数据安全法",
    ("全国人民代表大会常务委员会",),
    "",
    "2021-06-10",
    "第五十六条",
)
NOTICE = Citation(
    "trial",
    "paper",
    "关于转发试点办法的通知",
    ("甲", "乙", "丙", "丁"),
    "青政办发〔2005〕37号",
    "2005-07",
    "",
    "https://example.org/a_b?c={d}&e=%20",
    "2011-07-12",
)
EVIL = Citation("x", "page", "a\x1b[31m\u202eb\n{c}\\%&#$_~^", ("i\x07",), url="javascript:\n1")


def written(form: str, *citations: Citation | None) -> str:
    """A view of these citations in a format."""
    view = View[Any]("list", None, citations, len(citations), (), lambda _: {}, cite=lambda c: c)
    stream = io.StringIO(newline="")
    write(view, form, stream)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("citation", "expected"),
    [
        (
            Citation(
                "a",
                "paper",
                "关于转发北京市企业投资项目核准暂行实施办法的通知",
                ("北京市人民政府办公厅",),
                "京政办发〔2005〕37号",
                "2005-07-12",
                "",
                "http://china.findlaw.cn/fagui/p_1/39934.html",
                "2011-07-12",
            ),
            (
                "北京市人民政府办公厅. 关于转发北京市企业投资项目核准暂行实施办法的通知: "
                "京政办发〔2005〕37号[A/OL]. (2005-07-12)[2011-07-12]. "
                "http://china.findlaw.cn/fagui/p_1/39934.html."
            ),
        ),
        (
            Citation(
                "b",
                "page",
                "About OCLC: history of cooperation",
                ("Online Computer Library Center, Inc.",),
                url="http://www.oclc.org/about/cooperation.en.html",
                retrieved="2012-03-27",
            ),
            (
                "Online Computer Library Center, Inc. About OCLC: history of cooperation[EB/OL]. "
                "[2012-03-27]. http://www.oclc.org/about/cooperation.en.html."
            ),
        ),
        (
            Citation(
                "c",
                "standard",
                "文献著录: 第4部分 非书资料",
                ("全国信息与文献标准化技术委员会",),
                "GB/T 3792.4—2009",
                "2010",
                "3",
            ),
            (
                "全国信息与文献标准化技术委员会. 文献著录: 第4部分 非书资料: GB/T 3792.4—2009[S]. "
                "2010: 3."
            ),
        ),
    ],
)
def test_examples_of_the_standard_of_2015(citation: Citation, expected: str) -> None:
    """The examples of GB/T 7714—2015 that are of our kinds, without what catalogues do not hold.

    The third has 北京: 中国标准出版社 before its year. Spaces after points are ours.
    """
    assert gbt7714_2015.reference(citation) == expected


@pytest.mark.parametrize(
    ("citation", "expected"),
    [
        (
            Citation(
                "a",
                "page",
                "“好好干，当一个好工人”",
                ("许振超",),
                date="2025-02-17",
                url="https://cpc.people.com.cn/n1/2025/0217/c443712-40419790.html",
                retrieved="2025-06-22",
            ),
            (
                "许振超. “好好干，当一个好工人”[EB/OL]. （2025-02-17） [2025-06-22]. "
                "https://cpc.people.com.cn/n1/2025/0217/c443712-40419790.html."
            ),
        ),
        (
            Citation(
                "b", "page", "Library of Congress", (), "", "", "", "https://www.loc.gov"
            )._replace(retrieved="2020-06-12"),
            "Library of Congress[EB/OL]. [2020-06-12]. https://www.loc.gov.",
        ),
        (
            Citation("c", "standard", "信息与文献 资源描述", ("甲",), "GB/T 3792—2021", "2021"),
            "GB/T 3792—2021 信息与文献 资源描述[S].",
        ),
    ],
)
def test_examples_of_the_standard(citation: Citation, expected: str) -> None:
    """The examples of GB/T 7714—2025, 8.9 and 8.11, that are of our kinds."""
    assert reference(citation) == expected


def test_a_standard_read_by_network_has_its_address() -> None:
    """Behind it, and the carrier beside its letter."""
    found = Citation("s", "standard", "名", (), "GB 18030—2022", url="https://example.org/s")
    assert reference(found) == "GB 18030—2022 名[S/OL]. https://example.org/s."


def test_an_article_is_cited_at_its_place() -> None:
    """On paper after the date, as pages of a book are; of a page of the web behind the title."""
    body = "全国人民代表大会常务委员会. 中华人民共和国数据安全法"
    assert reference(LAW) == f"{body}[Z]. 2021-06-10：第五十六条."
    online = LAW._replace(url="https://example.org", retrieved="2022-01-01")
    assert reference(online) == (
        f"{body}：第五十六条[EB/OL]. （2021-06-10） [2022-01-01]. https://example.org."
    )
    before = gbt7714_2015.reference
    assert before(LAW) == f"{body}[Z]. 2021-06-10: 第五十六条."
    assert before(online).endswith(
        "[Z/OL]. 2021: 第五十六条(2021-06-10)[2022-01-01]. https://example.org."
    )


def test_of_more_than_three_bodies_three_are_named() -> None:
    """Then comes 等; three are named all."""
    assert reference(NOTICE).startswith("甲，乙，丙，等. 关于")
    assert reference(NOTICE._replace(authors=NOTICE.authors[:3])).startswith("甲，乙，丙. 关于")
    assert gbt7714_2015.reference(NOTICE).startswith("甲, 乙, 丙, 等. 关于")


def test_what_is_unknown_is_left_out() -> None:
    """Nothing stands for a body, date, number or address that nobody knows."""
    assert reference(Citation("x", "other", "题名")) == "题名[Z]."
    assert written("bibtex", Citation("x", "other", "题名")) == "@misc{x,\n  title = {{题名}},\n}\n"
    (item,) = json.loads(written("csl-json", Citation("x", "other", "题名")))
    assert item == {"id": "x", "type": "document", "title": "题名", "language": "zh-CN"}


def test_csl_json_has_types_and_parts_of_dates() -> None:
    """An article is a section of legislation; a numbered paper is a regulation."""
    law, notice = json.loads(written("csl-json", LAW, NOTICE))
    assert (law["type"], law["section"]) == ("legislation", "第五十六条")
    assert law["issued"] == {"date-parts": [[2021, 6, 10]]}
    assert law["author"] == [{"literal": "全国人民代表大会常务委员会"}]
    assert (notice["type"], notice["number"]) == ("regulation", "青政办发〔2005〕37号")
    assert notice["issued"] == {"date-parts": [[2005, 7]]}
    assert notice["accessed"] == {"date-parts": [[2011, 7, 12]]}


def test_bibtex_is_what_bibtex_reads() -> None:
    """Names are whole, marks of TeX are escaped, and braces of an address are its code."""
    assert written("bibtex", NOTICE._replace(title="100%的R&D")) == (
        "@misc{trial,\n"
        "  author = {{甲} and {乙} and {丙} and {丁}},\n"
        "  title = {{100\\%的R\\&D}},\n"
        "  year = {2005},\n"
        "  month = {7},\n"
        "  note = {青政办发〔2005〕37号},\n"
        "  url = {https://example.org/a_b?c=%7Bd%7D&e=%20},\n"
        "  urldate = {2011-07-12},\n"
        "}\n"
    )


def test_each_source_is_cited_once_under_a_key_of_its_own() -> None:
    """What is the same stands once; what is another gets another key; problems are left out."""
    other = LAW._replace(title="另一部法")
    out = written("bibtex", LAW, LAW, other, None)
    assert [line for line in out.splitlines() if line[0] == "@"] == [
        "@misc{dsl.a56,",
        "@misc{dsl.a56-2,",
    ]


@pytest.mark.parametrize("form", [form.name for form in CITATIONS])
def test_data_is_data(form: str) -> None:
    """Nothing in a record steers a terminal or adds an entry; braces are in balance."""
    out = written(form, EVIL)
    assert not {"\x1b", "\x07", "\r"} & {*out}
    assert form == "csl-json" or "\u202e" not in out
    if form == "csl-json":
        assert json.loads(out)[0]["title"] == EVIL.title
    else:
        assert out.count("\n") == (5 if form == "bibtex" else 1)
        plain = out.replace("\\{", "").replace("\\}", "")
        assert plain.count("{") == plain.count("}")


@pytest.mark.parametrize(
    ("form", "nothing"), [("csl-json", "[]\n"), ("gbt7714", ""), ("bibtex", "")]
)
def test_nothing_to_cite(form: str, nothing: str) -> None:
    """An empty answer is an empty list."""
    assert written(form) == nothing
