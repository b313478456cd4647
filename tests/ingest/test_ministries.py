"""Heads of papers of ministries, commissions and exchanges: orders, notices and standards."""

import pytest

from policycli.exchange.intake import drafts
from policycli.ingest.readers.html import read
from policycli.ingest.readers.text import parse
from policycli.records.model import Policy

ARTICLES = "第一条　为了规范管理，制定本办法。\n第二条　本办法适用于本行政区域。\n"


def policy(text: str) -> Policy:
    """The only policy of a text."""
    (found,) = drafts(list(parse(text)), "paper.md")
    return found.policy


def of_page(page: str) -> Policy:
    """The only policy of a page."""
    (found,) = drafts(list(read(page.encode())), "page.html")
    return found.policy


@pytest.mark.parametrize(
    ("head", "number", "issuers"),
    [
        (
            "青河监管委员会\n青河银行令\n国家青河局\n第7号\n现公布《青河办法》，自公布之日起施行。",
            "青河监管委员会令第7号",
            ("青河监管委员会", "青河银行", "国家青河局"),
        ),
        (
            "青河监管委员会令\n第8号\n现公布。\n青河监管委员会主席：王某\n青河银行行长：李明\n2020年3月4日",
            "青河监管委员会令第8号",
            ("青河监管委员会", "青河银行"),
        ),
        (
            "（2011年2月3日青河部、国家青河委员会令第9号公布　自2011年5月1日起施行）",
            "",
            ("青河部", "国家青河委员会"),
        ),
        ("（2003年4月10日青河银行令[2003]第5号公布）", "青河银行令〔2003〕第5号", ("青河银行",)),
        ("青监会公告〔2019〕1号 2019年1月15日", "青监会公告〔2019〕1号", ("青监会",)),
    ],
)
def test_who_gives_an_order_and_its_number(
    head: str, number: str, issuers: tuple[str, ...]
) -> None:
    """In a column of bodies, by those who signed, and in a passage; of a year with its brackets."""
    found = policy(f"# 青河办法\n\n{head}\n\n{ARTICLES}")
    assert (found.title, found.issuers) == ("青河办法", issuers)
    if number:
        assert found.doc_number == number


def test_an_exchange_signs_as_offices_do() -> None:
    """所 ends the names of bodies too."""
    found = policy(
        "# 关于发布青河规则的通知\n\n一、甲。\n\n二、乙。\n\n青河证券交易所\n\n2024年6月4日\n"
    )
    assert (found.issuers, found.date) == (("青河证券交易所",), "2024-06-04")


def test_central_bodies_side_by_side_are_several() -> None:
    """Where a crawler left no space between them."""
    found = policy(
        "# 关于税费的公告\n\n一、甲。\n\n二、乙。\n\n财政部税务总局住房城乡建设部\n\n2023年9月8日\n"
    )
    assert found.issuers == ("财政部", "税务总局", "住房城乡建设部")


@pytest.mark.parametrize(
    ("line", "title", "number"),
    [
        (
            "青河会计准则第3号——资产转移（青会〔2017〕8号）",
            "青河会计准则第3号——资产转移",
            "青会〔2017〕8号",
        ),
        (
            "青河银行 国家青河管理局公告〔2024〕第7号（青河资金管理规定）",
            "青河资金管理规定",
            "青河银行 国家青河管理局公告〔2024〕第7号",
        ),
    ],
)
def test_a_title_with_its_number_beside_it(line: str, title: str, number: str) -> None:
    """The number in brackets behind it, or the title in brackets behind the number."""
    found = policy(f"# {line}\n\n{ARTICLES}")
    assert (found.title, found.doc_number) == (title, number)


def test_numbers_in_a_list_are_none_of_the_paper() -> None:
    """A catalogue of papers names many."""
    text = "青河目录\n1.关于甲的通知\n（青办〔2003〕14号）\n2.关于乙的通知\n（青办〔2004〕51号）\n"
    assert policy(text).doc_number == ""


def test_an_annex_has_the_title_below_its_mark() -> None:
    """附件1：stands above it."""
    passed = "（2012年7月6日第三届常务理事会审议通过，2017年8月9日第五届常务理事会修订）"
    found = policy(f"附件1：\n\n青河票据指引\n{passed}\n第一章 总则\n{ARTICLES}")
    assert (found.title, found.date) == ("青河票据指引", "2017-08-09")


def test_the_name_of_a_column_above_a_title_is_none_of_it() -> None:
    """公司公告 stands alone above 关于……的通知."""
    text = "信息披露\n当前位置：主页 > 公告\n关于暂停业务的通知\n各参与人：\n一、甲。\n二、乙。\n"
    assert policy(text).title == "关于暂停业务的通知"


def test_what_a_site_tells_of_an_order_is_its_number() -> None:
    """文号：某会令【第158号】, where the paper gives none; its title may come again below."""
    page = (
        "<title>青河披露办法_青河监督管理委员会</title><table><tr><td>发布机构<td>青监会<td>发"
        "文日期<td></tr>"
        "<tr><td>名称<td>青河披露办法<td>文号<td>青监会令【第158号】</tr></table><h2>青河披露办"
        "法</h2>"
        "<p>（2019年7月6日青监会公布）<p>第一条　为了规范披露，制定本办法。<p>第二条　本办法自"
        "公布之日起施行。"
    )
    found = of_page(page)
    assert (found.title, found.doc_number) == ("青河披露办法", "青监会令第158号")
    assert found.date == "2019-07-06"


def test_a_clause_that_is_mostly_a_link_is_no_menu() -> None:
    """It ends as a clause does."""
    page = (
        "<h1>青河办法</h1><p>第一条　为了规范，制定本办法。<p>第二条　<a href=/x>青河条例所称的"
        "设施，分为下列各类：</a>"
        "<p>（一）甲；<p>第三条　本办法自公布之日起施行。"
    )
    assert [m.id for m in of_page(page).measures] == ["article-1", "article-2", "article-3"]


def test_a_price_is_in_money_for_what_it_buys() -> None:
    """38,996元/平方米 is no sum of money."""
    found = policy(
        "# 青河标准\n\n一、价格标准为低于38996元/平方米（含本数）。\n\n二、每户500元/月。\n"
    )
    figures = [f for measure in found.measures for f in measure.figures]
    assert [(f.value, f.unit, f.op) for f in figures] == [
        (38996, "元/平方米", "<="),
        (500, "元/月", "="),
    ]


def test_a_notice_without_a_title_is_called_by_what_it_makes_public() -> None:
    """Which is marked; the time of a site above it is none."""
    page = (
        "<title>青河银行公告〔2023〕第19号</title><p>字号 大 中 小<p>2023-12-01 19:00:00"
        "<p>青河银行制定了《青河估值办法》，现予公布，自2024年1月1日起施行。<p>附件：青河估值办法"
        "<p>青河银行<p>2023年12月1日"
    )
    (found,) = drafts(list(read(page.encode())), "page.html")
    assert (found.policy.title, found.policy.issuers) == ("青河估值办法", ("青河银行",))
    assert any(check.key == "title" for check in found.checks)


def test_the_title_of_what_is_sent_may_begin_with_a_heading() -> None:
    """And go on in a line below; it is no part of the text."""
    found = policy(
        "青河市关于印发加快转化\n若干措施的通知\n各县人民政府：\n现将措施印发给你们。\n青河市人"
        "民政府\n"
        "2025年1月1日\n\n\n青河市关于加快\n\n转化的若干措施\n为加快转化，提出以下措施。\n一、甲"
        "。\n二、乙。\n"
    )
    assert found.title == "青河市关于印发加快转化若干措施的通知"
    assert [m.id for m in found.measures if not m.id.startswith("preamble")] == ["item-1", "item-2"]
