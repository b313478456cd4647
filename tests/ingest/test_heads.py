"""Heads of papers as they come: laws, orders, joint papers, crawled pages and their metadata."""

import pytest

from policycli.exchange.intake import drafts
from policycli.ingest.extract.bodies import bodies
from policycli.ingest.extract.draft import Draft
from policycli.ingest.readers.blocks import paragraph
from policycli.ingest.readers.html import read as page
from policycli.ingest.readers.text import parse
from policycli.records.model import Policy


def draft(text: str) -> Draft:
    """The only draft of a text."""
    (found,) = drafts(list(parse(text)), "paper.md")
    return found


def policy(text: str) -> Policy:
    """The only policy of a text."""
    return draft(text).policy


ARTICLES = "第一条　为了规范管理，制定本法。\n第二条　本法适用于本行政区域。\n"


@pytest.mark.parametrize(
    ("passage", "issuer", "date"),
    [
        (
            "2015年3月2日 第十二届全国人民代表大会第三次会议通过",
            "全国人民代表大会",
            "2015-03-02",
        ),
        (
            """2009年6月1日 第十一届全国人民代表大会常务委员会第九次会议通过
2019年4月23日 第十三届全国人民代表大会常务委员会第十次会议《关于修改〈某法〉的决定》修正""",
            "全国人民代表大会常务委员会",
            "2019-04-23",
        ),
        (
            "（2021年5月7日青河省第十三届人民代表大会常务委员会第五次会议通过）",
            "青河省人民代表大会常务委员会",
            "2021-05-07",
        ),
        (
            "2020年8月4日 最高人民法院审判委员会第1811次会议通过",
            "最高人民法院",
            "2020-08-04",
        ),
        ("2007年6月8日国务院令第499号公布", "国务院", "2007-06-08"),
        ("1988年9月3日 国务院批准\n\n1988年10月1日 公安部发布", "公安部", "1988-10-01"),
        ("2018年8月24日 中共中央印发", "中共中央", "2018-08-24"),
        ("2014年3月5日 工商总局令第61号公布 自2014年5月1日起施行", "工商总局", "2014-03-05"),
        ("（2012年3月9日公安部部长办公会议通过，自2012年6月1日起施行）", "公安部", "2012-03-09"),
        (
            "1982年2月4日 全国人民代表大会公告公布施行\n\n1999年2月5日 中华人民共和国青河法修正案",
            "全国人民代表大会",
            "1999-02-05",
        ),
    ],
)
def test_a_law_gives_its_passage(passage: str, issuer: str, date: str) -> None:
    """With and without brackets; the last one is that of this edition."""
    law = policy(f"# 青河管理法\n\n{passage}\n\n{ARTICLES}")
    assert (law.issuers, law.date) == ((issuer,), date)
    assert [m.id for m in law.measures] == ["article-1", "article-2"]


@pytest.mark.parametrize(
    ("lines", "number", "issuers"),
    [
        ("中华人民共和国国务院令\n第799号", "国令第799号", ("国务院",)),
        ("青河省人民政府令第12号", "青河省人民政府令第12号", ("青河省人民政府",)),
        ("交通运输部令\n2021年第3号", "交通运输部令2021年第3号", ("交通运输部",)),
        ("教育部 财政部令\n第8号", "教育部令第8号", ("教育部", "财政部")),
    ],
)
def test_an_order_gives_number_and_issuer(lines: str, number: str, issuers: tuple[str]) -> None:
    """And the signature above the regulation its date."""
    text = (
        f"# 青河管理条例\n\n{lines}\n\n《青河管理条例》已经会议通过，现予公布。\n\n"
        f"部　长　　张三\n\n2021年6月1日\n\n青河管理条例\n\n{ARTICLES}"
    )
    found = policy(text)
    assert (found.doc_number, found.issuers, found.date) == (number, issuers, "2021-06-01")


def test_an_article_that_cites_a_number_is_no_head() -> None:
    """The number of another paper in the first article is neither this one's, nor a head."""
    found = policy(
        "青河养殖管理办法\n\n第一条　依照《养殖意见》（国发〔2019〕9号）执行。\n"
        "第二条　本办法适用于养殖。"
    )
    assert found.doc_number == ""
    assert [m.title for m in found.measures] == ["第一条", "第二条"]


def test_facts_that_a_crawler_wrote_are_no_text() -> None:
    """The paper's own number, issuer and date go before what a site says."""
    found = policy(
        "# 青河市关于支持创新的若干措施\n\n**发布日期**: 2023-05-09\n"
        "**发布机构**: 青河市科学技术局\n**原文链接**: [http://example.org/a.html](http://example.org/a.html)\n"
        "**检索时间**: 2024-01-02 10:11:12\n\n---\n\n青政规〔2023〕7号\n\n各县人民政府：\n\n"
        "一、加大投入。\n\n二、加强组织。\n\n青河市人民政府\n\n2023年5月4日\n"
    )
    assert (found.issuers, found.date) == (("青河市人民政府",), "2023-05-04")
    assert found.doc_number == "青政规〔2023〕7号"
    assert found.source
    assert (found.source.url, found.source.retrieved) == (
        "http://example.org/a.html",
        "2024-01-02",
    )
    assert [m.title for m in found.measures] == ["加大投入", "加强组织"]


def test_a_site_says_what_the_paper_does_not() -> None:
    """Who published it and when; both are marked."""
    found = draft(
        "# 某措施有关情况的问答\n\n发布日期：2023-05-09\n发布机构：青河市科学技术局\n\n"
        "问：为什么要出台？\n\n答：为了支持创新。\n"
    )
    assert (found.policy.issuers, found.policy.date) == (("青河市科学技术局",), "2023-05-09")
    assert {"issuers", "date"} <= {check.key for check in found.checks}


def test_the_time_of_a_posting_is_no_date() -> None:
    """Of a page that says when to the minute, and not who published the paper."""
    found = policy(
        "# 软件企业申报条件\n\n发布时间：2016-05-19 15:04:57\n\n一、条件。\n\n二、材料。\n"
    )
    assert found.date == ""


def test_front_matter_gives_facts() -> None:
    """YAML above a text, as static sites have it."""
    found = policy(
        "---\ntitle: 青河市创新办法\ndate: 2022-03-04\nissuer: 青河市人民政府\n"
        "tags:\n  - 科技\n---\n\n第一条 甲。\n第二条 乙。\n"
    )
    assert (found.title, found.issuers) == ("青河市创新办法", ("青河市人民政府",))
    assert [m.id for m in found.measures] == ["article-1", "article-2"]


PAGE = """<html><head><title>青河办法</title></head><body>
<p>您好，欢迎来到青河网！</p><p>服务热线：</p><p>13000000000</p>
<table><tr><td>索 引 号：</td><td>000-1</td><td>发文机关：</td><td>青河市人民政府</td></tr>
<tr><td>发文字号：</td><td>青政〔2022〕3号</td><td>成文日期：</td><td>2022年03月05日</td></tr></table>
<h1>青河市科技创新办法</h1><div>当前位置：首页 > 政策</div>
<p>第一章 总则<br>第一条　甲。<br>第二条　乙。<br>第三条　丙。</p>
<p>上一篇：另一个</p><p>【打印】【关闭】</p><p>版权所有：青河网</p></body></html>"""


def test_a_page_is_left_for_its_paper() -> None:
    """A table of metadata is facts, <br> parts paragraphs, and greetings and menus are nothing."""
    (found,) = drafts(list(page(PAGE.encode())), "page.html")
    assert found.policy.title == "青河市科技创新办法"
    assert found.policy.issuers == ("青河市人民政府",)
    assert (found.policy.doc_number, found.policy.date) == ("青政〔2022〕3号", "2022-03-05")
    texts = [(m.id, m.text) for m in found.policy.measures]
    assert texts == [("article-1", "甲。"), ("article-2", "乙。"), ("article-3", "丙。")]


def test_a_title_over_two_lines_is_not_repeated() -> None:
    """Below the title of the page."""
    found = policy(
        "# 青河市人民政府关于促进高水平开放的意见\n\n青河市人民政府\n\n关于促进高水平开放的意见\n\n"
        "青政〔2022〕3号\n\n一、甲。\n\n二、乙。\n"
    )
    assert [m.id for m in found.measures] == ["item-1", "item-2"]


def test_joint_issuers_stand_above_the_title() -> None:
    """中共中央 is a body, and the date stands in brackets under the title."""
    found = policy(
        "新华社北京2月1日电\n中共中央 国务院\n关于推进某项工作的意见\n（2021年1月4日）\n"
        "为推进某项工作，现提出如下意见，请各地区各部门结合实际认真贯彻落实。\n（一）甲。\n（二）乙。\n"
    )
    assert (found.issuers, found.date) == (("中共中央", "国务院"), "2021-01-04")
    assert found.title == "中共中央 国务院关于推进某项工作的意见"


def test_contents_are_left_out() -> None:
    """The lines under 目录 come again as headings."""
    found = policy(
        "# 青河市创新规划\n\n目　录\n\n一、基础......1\n\n二、任务......3\n\n一、基础\n\n"
        "已有基础。\n\n二、任务\n\n加大投入。\n"
    )
    assert [(m.title, m.text) for m in found.measures] == [
        ("基础", "已有基础。"),
        ("任务", "加大投入。"),
    ]


def test_markdown_in_another_format_is_read() -> None:
    """As where a paper was pasted from one."""
    text = "# 青河市创新措施\n**一、甲措施**\n加大投入。\n**二、乙措施**\n加强组织。\n---"
    (found,) = drafts([paragraph(line) for line in text.split("\n")], "paper.docx")
    assert found.policy.title == "青河市创新措施"
    assert [m.title for m in found.policy.measures] == ["甲措施", "乙措施"]


def test_what_is_said_to_the_addressees_is_no_measure() -> None:
    """The papers it names are kept all the same."""
    found = policy(
        "# 青河市科技局关于印发《青河市创新券办法》的通知\n\n各县（市、区）科技局：\n\n"
        "根据《青河市创新条例》，我局制定了《青河市创新券办法》，现印发给你们，请认真贯彻执行。\n\n"
        "青河市科技局\n\n2023年5月6日\n\n青河市创新券办法\n\n第一条 甲。\n\n第二条 乙。\n"
    )
    assert [m.id for m in found.measures] == ["article-1", "article-2"]
    roles = {document.title: document.role for document in found.documents}
    assert roles == {"青河市创新券办法": "issued", "青河市创新条例": "basis"}


def test_a_line_that_was_broken_inside_a_name_is_one() -> None:
    """The passage of a law over two lines."""
    law = policy(
        f"# 青河管理法\n\n2009年8月7日 第十一届全国人民代表大会常务委员会第十次会议通过\n\n"
        "2019年8月6日 第十三届全国人民代表大会常务委员会第十二次会议《关于修改〈甲法〉\n\n"
        f"〈乙法〉的决定》修正\n\n{ARTICLES}"
    )
    assert law.date == "2019-08-06"
    assert [m.id for m in law.measures] == ["article-1", "article-2"]


def test_tags_in_markdown_are_no_text() -> None:
    """A letterhead as a heading is no paper of its own."""
    found = policy(
        "# <a1>青河市人民政府文件</a1>\n\n<n>青政发〔2022〕4号</n>\n\n"
        "# 青河市人民政府关于支持<br/>科技创新的意见\n\n<t>一、甲。</t>\n\n二、乙。\n"
    )
    assert found.title.replace(" ", "") == "青河市人民政府关于支持科技创新的意见"
    assert (found.issuers, found.doc_number) == (("青河市人民政府",), "青政发〔2022〕4号")


def test_news_says_who_issued_a_paper() -> None:
    """Where the paper itself has no head."""
    found = policy(
        "# 青河创新规划纲要（2022－2035年）\n\n新华社北京2月1日电 近日，中共中央、国务院印发了"
        "《青河创新规划纲要（2022－2035年）》，并发出通知，要求各地区各部门认真贯彻落实。\n\n"
        "（一）甲。\n\n（二）乙。\n"
    )
    assert found.issuers == ("中共中央", "国务院")


def test_the_outer_paper_signs_before_its_annex() -> None:
    """What is forwarded has a signature of its own, and remains of a page are no part of a name."""
    found = policy(
        "# 青河市人民政府办公室转发市教育局关于扩大规模请示的通知\n\n青政办发〔1996〕32号\n\n"
        "各局：\n\n现转发给你们。\n\n青河市人民政府办公室 &sp;\n\n一九九六年七月十七日\n\n"
        "关于扩大规模的请示\n\n一、甲。\n\n二、乙。\n\n市教育局\n\n一九九六年五月三日\n"
    )
    assert (found.issuers, found.date) == (("青河市人民政府办公室",), "1996-07-17")


@pytest.mark.parametrize(
    ("lines", "title", "issuers", "number", "date"),
    [
        (  # a notice to the public counts by year
            (
                "国家税务总局公告|2023年第12号|国家税务总局关于减免的公告|现将有关事项公告如下：|一、甲。|"
                "国家税务总局|2023年8月1日"
            ),
            "国家税务总局关于减免的公告",
            ("国家税务总局",),
            "国家税务总局公告2023年第12号",
            "2023-08-01",
        ),
        (  # names that were spaced out, several on a line
            (
                "科技部等四部门关于印发《某方案》的通知|国科发〔2022〕12号|现将《某方案》印发给你们。|"
                "科 技 部 教 育 部|财 政 部 中科院|2022年3月4日|一、甲。"
            ),
            "科技部等四部门关于印发《某方案》的通知",
            ("科技部", "教育部", "财政部", "中科院"),
            "国科发〔2022〕12号",
            "2022-03-04",
        ),
        (  # a letterhead over several lines
            (
                "青河省财政厅|青河省科学技术厅|文件|青财教〔2021〕5号|"
                "青河省财政厅 青河省科学技术厅关于印发办法的通知|"
                "各市财政局：|第一条 甲。|第二条 乙。"
            ),
            "青河省财政厅 青河省科学技术厅关于印发办法的通知",
            ("青河省财政厅", "青河省科学技术厅"),
            "青财教〔2021〕5号",
            "2021",
        ),
        (  # an order without the title above it
            (
                "中华人民共和国主席令|（第一〇三号）|《中华人民共和国某法》已由中华人民共和国第十三届全国人民代表大会常务"
                "委员会第三十二次会议于2021年12月24日修订通过，现予公布，自2022年1月1日起施行。|"
                "中华人民共和国主席 张某某|2021年12月24日|中华人民共和国某法|第一条 甲。|第二条 乙"
            ),
            "中华人民共和国某法",
            ("全国人民代表大会常务委员会",),
            "主席令第103号",
            "2021-12-24",
        ),
        (  # number and date in brackets under the title
            "青河大学经费办法|（青大科〔2023〕3号，2023年5月6日印发）|第一条 甲。|第二条 乙。",
            "青河大学经费办法",
            (),
            "青大科〔2023〕3号",
            "2023-05-06",
        ),
    ],
)
def test_heads_in_plain_paragraphs(
    lines: str, title: str, issuers: tuple[str, ...], number: str, date: str
) -> None:
    """As Word gives them: nothing is marked as a heading."""
    (found,) = drafts([paragraph(line) for line in lines.split("|")], "paper.docx")
    assert (found.policy.title, found.policy.issuers) == (title, issuers)
    assert (found.policy.doc_number, found.policy.date) == (number, date)


@pytest.mark.parametrize(
    ("passage", "issuers", "number"),
    [
        (
            "2016年2月5日 最高人民法院审判委员会、2016年2月6日最高人民检察院第5次会议通过",
            ("最高人民法院", "最高人民检察院"),
            "",
        ),
        ("2021年2月6日 网信办 公安部令第9号公布", ("网信办", "公安部"), "网信办 公安部令第9号"),
        (
            """1996年2月6日 第八届全国人民代表大会第四次会议通过

1996年2月6日 中华人民共和国主席令第六十三号公布""",
            ("全国人民代表大会",),
            "主席令第63号",
        ),
    ],
)
def test_bodies_make_a_law_together(passage: str, issuers: tuple[str, ...], number: str) -> None:
    """In one passage or one order; who only makes it public has not issued it."""
    law = policy(f"# 青河管理法\n\n{passage}\n\n{ARTICLES}")
    assert (law.issuers, law.doc_number) == (issuers, number)


@pytest.mark.parametrize(
    ("signed", "issuers"),
    [
        ("青河市科技局青河市财政局", ("青河市科技局", "青河市财政局")),
        ("青河市科技创新领导小组办公室\n（青河市科技局代章）", ("青河市科技创新领导小组办公室",)),
        ("健康青河建设委员会（爱国卫生运动委员会）", ("健康青河建设委员会",)),
        ("青河县调控协调工作机制办公室", ("青河县调控协调工作机制办公室",)),
    ],
)
def test_signatures_name_bodies_side_by_side_and_in_brackets(
    signed: str, issuers: tuple[str, ...]
) -> None:
    """Two of one place without a space, who sealed for another, and another name of the same."""
    found = policy(
        f"# 关于开放设施的通知\n\n一、甲。\n\n二、乙。\n\n\n{signed}\n\n\n2022年4月8日\n"
    )
    assert (found.issuers, found.date) == (issuers, "2022-04-08")


def test_an_issuer_that_a_site_names_as_such_is_taken() -> None:
    """Also where its name does not end as those of offices do."""
    found = policy(f"制定机关：青河人民代表会议\n\n# 青河共同纲领\n\n{ARTICLES}")
    assert found.issuers == ("青河人民代表会议",)


def test_the_title_of_what_is_sent_stands_for_a_paper_that_bears_none() -> None:
    """A crawled text may begin with the addressees; the title is then below the signature."""
    found = policy(
        "各县人民政府：\n《青河市引才办法》已经市政府同意，现印发给你们。\n青河市人民政府办公室\n"
        f"2023年6月1日\n青河市引才\n办法\n第一章 总则\n{ARTICLES}"
    )
    assert (found.title, found.date) == ("青河市引才办法", "2023-06-01")
    assert found.issuers == ("青河市人民政府办公室",)


def test_keys_that_a_crawler_left_side_by_side_are_told_apart() -> None:
    """The next key right behind the value of another, and behind one without a value."""
    found = policy(
        "索引号：QH-01主题分类：科技\n发文机关：青河市科技局成文日期：2022-03-04\n废止日期：时效性：\n有效\n"
        f"# 青河市引才办法\n\n{ARTICLES}"
    )
    assert (found.title, found.issuers) == ("青河市引才办法", ("青河市科技局",))
    assert found.date == "2022-03-04"


def test_a_passage_may_have_spaces_and_a_full_stop() -> None:
    """The order of the first edition is not the number of a later one."""
    found = policy(
        "# 青河法\n\n1994 年 7 月 5 日青河省人民代表大会通过，"
        "1994 年 7 月 6 日青河省人民政府令第28号公布。\n\n"
        f"根据2018 年12月29日青河省人民代表大会常务委员会第七次会议《决定》修正。\n\n{ARTICLES}"
    )
    assert (found.date, found.doc_number) == ("2018-12-29", "")
    assert found.issuers == ("青河省人民代表大会常务委员会",)


@pytest.mark.parametrize(
    ("passage", "number"),
    [
        ("2019年6月18日 青河市科学技术局令第10号公布", "青河市科学技术局令第10号"),
        ("2019年6月18日 青河市科技局、青河市财政局第4号令公布", "青河市科技局 青河市财政局令第4号"),
        ("2019年6月18日科技部、财政部 科技部令第3号公布", "科技部令第3号"),
    ],
)
def test_the_day_from_which_a_law_holds_is_not_its_date(passage: str, number: str) -> None:
    """It has a line of its own below the passage, which gives date and number."""
    law = policy(f"# 青河市办法\n\n{passage}\n\n2020年1月1日 施行\n\n{ARTICLES}")
    assert (law.date, law.in_force_from, law.doc_number) == ("2019-06-18", "2020-01-01", number)


def test_a_law_with_no_other_date_has_the_day_from_which_it_holds_marked() -> None:
    """What cannot be known is for people to look at."""
    found = draft(f"# 青河市办法\n\n2020年1月1日 施行\n\n{ARTICLES}")
    assert found.policy.date == "2020-01-01"
    assert "date" in {check.key for check in found.checks}


def test_a_notice_that_names_nobody_above_is_numbered_by_those_who_sign() -> None:
    """As bodies with a letterhead write it: 公　告, and below it the number."""
    found = policy(
        "公　　告\n\n2021年第9号\n\n现将结果予以公告。\n一、新办6家。好。\n二、变更11家。好。\n"
        "青河市科学技术局\n2021年8月2日\n"
    )
    assert found.doc_number == "青河市科学技术局公告2021年第9号"


def test_news_above_a_paper_tells_its_number_and_all_who_issued_it() -> None:
    """The account that published it is one of them."""
    found = policy(
        "青河市科技局\n近日，青河市科技局、青河市财政局联合印发《青河市创新券办法》（青科〔2024〕3号），全文如下：\n"
        "青河市创新券办法\n第一条 甲。\n第二条 乙。\n来源：青河市科技局\n编辑：小青\n往期推荐\n"
    )
    assert found.issuers == ("青河市科技局", "青河市财政局")
    assert found.doc_number == "青科〔2024〕3号"
    assert found.measures[-1].text == "乙。"


def test_an_office_of_a_house_signs() -> None:
    """科研处 above a date; 依法查处 is no office."""
    found = policy(
        "关于填报统计的通知\n校属各单位：\n一、甲。乙。\n二、丙。丁。\n科研处\n2019年12月2日\n"
    )
    assert (found.issuers, found.date) == (("科研处",), "2019-12-02")
    assert bodies("依法查处") == []


@pytest.mark.parametrize(
    ("end", "issuers"),
    [
        ("青河市人民政府办公室\n2023年10月21日印发\n", ("青河市人民政府办公室",)),
        ("青河市科技局\n青河市财政局\n", ("青河市科技局", "青河市财政局")),
        ("甲大学\n乙大学\n丙大学\n丁大学\n戊大学\n己大学\n", ()),
    ],
)
def test_the_last_lines_may_name_who_issued_it(end: str, issuers: tuple[str, ...]) -> None:
    """Marked, as no date stands with them; many bodies are a list."""
    found = draft(f"青河市若干措施\n一、甲。乙。\n二、丙。本措施自印发之日起施行。\n{end}")
    assert found.policy.issuers == issuers
    assert "issuers" in {check.key for check in found.checks}


def test_a_list_of_annexes_is_no_measure() -> None:
    """附件：1.某表 and the lines below, which count on."""
    found = policy(
        "关于表扬先进的通报\n经研究，决定对以下单位予以表扬。\n希望再接再厉。\n"
        "附件：1.先进单位名单\n2.先进个人名单\n青河市科技局\n2022年3月9日\n"
    )
    assert [m.text for m in found.measures] == [
        "经研究，决定对以下单位予以表扬。",
        "希望再接再厉。",
    ]
