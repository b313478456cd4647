"""Pages of government sites: the paper among menus, tools, lists of links and footers."""

from collections.abc import Sequence

from policycli.exchange.intake import drafts
from policycli.ingest.extract.draft import Draft
from policycli.ingest.readers.html import read

SENTENCE = "为规范青河市科研设施开放，提高使用效率，根据有关规定，结合本市实际，制定本办法。"
MENU = (
    "<ul><li><a href=/>首页</a><li>长者助手<li>无障碍浏览<li>手机版</ul><h4>语言</h4><h4>搜索</h4>"
)
FOOTER = "<div><p>扫一扫在手机打开当前页<p>青河市人民政府办公室主办<p>网站标识码：1234560001</div>"
ARTICLES = f"<p>第一条　{SENTENCE}</p><p>第二条　{SENTENCE}</p>"
NOTICE = (
    f"<p>青政办规〔2021〕9号</p><p>各县区人民政府：</p><p>现将办法印发给你们。</p>"
    f"<p>青河市人民政府办公室</p><p>2021年3月2日</p>{ARTICLES}"
)


def paper(page: str) -> Draft:
    """The only draft of a page."""
    (found,) = drafts(list(read(page.encode())), "page.html")
    return found


def told(found: Draft) -> tuple[str, Sequence[str], str, str, list[str]]:
    """Title, issuers, number, date and the ids of the measures of a draft."""
    policy = found.policy
    ids = [measure.id for measure in policy.measures]
    return policy.title, policy.issuers, policy.doc_number, policy.date, ids


WHOLE = (
    "青河市科研设施开放办法",
    ("青河市人民政府办公室",),
    "青政办规〔2021〕9号",
    "2021-03-02",
    ["article-1", "article-2"],
)


def test_menus_and_footers_are_no_part_of_a_paper() -> None:
    """The innermost element with nearly all the prose is read, whatever it is called."""
    page = (
        f"<title>青河市科研设施开放办法 - 青河市人民政府</title><body>{MENU}<div><div>"
        f"<h1>青河市科研设施开放办法</h1><p>来源：本网</p>"
        f"<div class=x1>{NOTICE}</div></div></div>{FOOTER}"
    )
    assert told(paper(page)) == WHOLE


def test_the_title_of_the_article_is_the_one_that_the_page_declares() -> None:
    """ArticleTitle, which sites of governments have to give; a crumb trail may be an h1 too."""
    page = (
        "<head><title>详情</title><meta name=ArticleTitle content='青河市科研设施开放办法'></head>"
        "<body><h1>您当前所在的位置：首页 &gt; 政务公开</h1><h1>青河市科研设施开放办法</h1>"
        f"<div id=zoomcon>{NOTICE}</div>{FOOTER}"
    )
    assert told(paper(page)) == WHOLE


def test_what_a_page_tells_of_a_paper_above_its_title_is_taken() -> None:
    """Lines of keys and values; other lines there are tools of the site."""
    page = (
        f"<title>青河市科研设施开放办法</title>{MENU}<p>统一编号：QH01"
        "<p>文　号：青政办规〔2021〕9号"
        "<p>发布机关：青河市人民政府办公室<p>政策解读<h1>青河市科研设施开放办法</h1>"
        f"<div><p>2021年3月2日</p>{ARTICLES}</div>"
    )
    assert told(paper(page)) == WHOLE


def test_a_page_that_a_script_shows_and_a_form_holds_is_read() -> None:
    """Hidden until it is loaded, and all in one form, as ASP.NET has it."""
    page = (
        "<title>青河市科研设施开放办法</title><body style='visibility: hidden'><form id=form1>"
        f"<input value=搜索><h1>青河市科研设施开放办法</h1><div>{NOTICE}</div></form>"
    )
    assert told(paper(page)) == WHOLE


def test_a_key_without_a_value_takes_no_line_of_the_head() -> None:
    """主题词：, left empty above an order."""
    page = (
        "<h1>青河市水库办法</h1><p>主题词：<p>青河市人民政府令<p>第12号<p>《青河市水库办法》已经通过，"
        f"现予公布。<p>市长　王某<p>2019年5月6日{ARTICLES}"
    )
    assert paper(page).policy.doc_number == "青河市人民政府令第12号"


def test_a_paper_below_news_about_it_is_the_one() -> None:
    """Its title stands below the line that says that all of it follows."""
    page = (
        "<p>6月3日，青河市发布惠企新政，共两条。<p>以下为政策全文：<p>青河市惠企若干措施"
        f"<p>一、减免租金。{SENTENCE}<p>二、发放补助。{SENTENCE}"
    )
    found = paper(page).policy
    assert (found.title, [m.id for m in found.measures]) == (
        "青河市惠企若干措施",
        ["item-1", "item-2"],
    )
