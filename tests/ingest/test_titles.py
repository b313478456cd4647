"""Titles, and what stands above and below them in papers as offices and sites write them."""

import pytest

from policycli.exchange.intake import drafts
from policycli.ingest.readers.html import read as page
from policycli.ingest.readers.text import parse
from policycli.records.model import Policy

BODY = (
    "各有关单位：\n现将有关事项通知如下。\n一、总体要求。坚持创新驱动。\n二、主要任务。支持研发。\n"
)
SIGNED = "青河市科学技术局\n2023年5月9日"


def policy(text: str) -> Policy:
    """The only policy of a text."""
    (found,) = drafts(list(parse(text)), "paper.txt")
    return found.policy


def web_policy(html: str) -> Policy:
    """The only policy of a page."""
    (found,) = drafts(list(page(html.encode())), "paper.html")
    return found.policy


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (
            """青 河 市 科 学 技 术 局 文 件
★
青科〔2023〕5号　　签发人：王某
青河市科学技术局
关于公布创新券名单的通知""",
            "青河市科学技术局关于公布创新券名单的通知",
        ),
        (
            """青河市人民政府公报　2023年第7期
QINGHE GAZETTE
青河市人民政府
关于印发《青河市创新规划》的通知
青政〔2023〕5号""",
            "青河市人民政府关于印发《青河市创新规划》的通知",
        ),
        (
            """青河市科学技术局

青科函〔2023〕5号

青河市科学技术局转发省厅
关于加强伦理审查文件的通知""",
            "青河市科学技术局转发省厅关于加强伦理审查文件的通知",
        ),
        (
            """青河市政府办公室转发科技局
关于建立科技报告
制度意见的通知
青政办〔2023〕5号""",
            "青河市政府办公室转发科技局关于建立科技报告制度意见的通知",
        ),
        (
            """青河市科学技术局
青河市财政局　　文件
青科〔2023〕5号
关于印发创新券细则的通知""",
            "关于印发创新券细则的通知",
        ),
        (
            """青河市科学技术局
青河市财政局
关于印发《创新券
管理办法（试行）》
的通知""",
            "青河市科学技术局 青河市财政局关于印发《创新券管理办法（试行）》的通知",
        ),
        (
            """索 引 号：0143/2023-5
发文机关：青河市科学技术局
公文时效：有效
办理状态：办结
青河市科学技术局关于征集需求的通知""",
            "青河市科学技术局关于征集需求的通知",
        ),
        (
            """机密★1年
特急
─────
关于征集需求的通知""",
            "关于征集需求的通知",
        ),
        (
            """青科〔2023〕5号
对市政协第12号提案的答复""",
            "对市政协第12号提案的答复",
        ),
    ],
)
def test_a_title_stands_apart_from_letterheads_numbers_and_gazettes(head: str, title: str) -> None:
    """It takes the lines that follow each other up to what kind of paper it is."""
    found = policy(f"{head}\n{BODY}{SIGNED}")
    assert found.title == title
    assert (found.issuers[0], found.date) == ("青河市科学技术局", "2023-05-09")
    assert [m.title for m in found.measures] == ["总体要求", "主要任务"]


@pytest.mark.parametrize(
    ("passage", "number", "date"),
    [
        (
            "（2007年2月4日中华人民共和国国务院令第487号公布　自2007年4月1日起施行）",
            "国令第487号",
            "2007-02-04",
        ),
        (
            "（1999年5月3日青河市人民政府令第26号发布　2020年10月7日青河市人民政府令第73号修订）",
            "青河市人民政府令第73号",
            "2020-10-07",
        ),
        (
            "（2021年2月7日最高人民法院审判委员会第1831次会议通过，自2021年3月3日起施行）",
            "",
            "2021-02-07",
        ),
    ],
)
def test_a_passage_gives_the_number_of_its_order(passage: str, number: str, date: str) -> None:
    """The last order that it names; the day from which a law holds is not that of its passage."""
    law = policy(f"奖励条例\n{passage}\n第一条　为了奖励，制定本条例。\n第二条　本条例适用。\n")
    assert (law.doc_number, law.date) == (number, date)


def test_a_congress_makes_a_law_public_by_a_notice() -> None:
    """The title is that of the law; number and issuer are those of the notice above it."""
    law = policy(
        "青河省人民代表大会常务委员会\n公　　告\n第10号\n\n《青河省创新规定》已由青河省第六届"
        "人民代表大会常务委员会第三次会议于2021年12月1日通过，现予公布。\n\n"
        "青河省人民代表大会常务委员会\n2021年12月1日\n\n青河省创新规定\n"
        "第一条　为了创新，制定本规定。\n第二条　本规定适用。\n"
    )
    assert law.title == "青河省创新规定"
    assert law.issuers == ("青河省人民代表大会常务委员会",)
    assert law.doc_number == "青河省人民代表大会常务委员会公告第10号"


def test_several_bodies_number_one_notice() -> None:
    """Their names stay apart, and the title above is none of them."""
    found = policy(
        "财政部 税务总局关于研发费用的公告\n财政部 税务总局公告2022年第16号\n"
        "为支持创新，公告如下：\n一、比例提高到100%。\n二、自2022年1月1日起执行。\n"
        "财政部　税务总局\n2022年3月3日\n"
    )
    assert found.doc_number == "财政部 税务总局公告2022年第16号"
    assert found.issuers == ("财政部", "税务总局")


@pytest.mark.parametrize("day", ["二〇二三年五月九日", "二O二三年五月九日", "二○二三年五月九日"])
def test_a_notice_is_dated_below_what_it_says(day: str) -> None:
    """Above the first part a date needs no names above it, and a zero is typed in many ways."""
    found = policy(
        f"青河市政府关于印发创新措施的通知\n现印发给你们，请执行。\n{day}\n创新措施\n{LONG}"
    )
    assert found.date == "2023-05-09"


LONG = "".join(f"{n}、做好第一项工作，抓好落实。\n" for n in "一二三四五六七八")


def test_a_source_is_an_address_or_a_body() -> None:
    """来源 gives the address, or who published a paper that nobody signed."""
    found = policy(
        "---\ntitle: 创新政策问答\nsource: https://kj.example.cn/a.html\n---\n"
        "# 创新政策问答\n来源：青河市科学技术局网站 【打印】\n发布日期：2023-05-09\n\n"
        "一、什么是创新券？是补助。\n二、谁可以申请？企业。\n"
    )
    assert found.source
    assert found.source.url == "https://kj.example.cn/a.html"
    assert (found.issuers, found.date) == (("青河市科学技术局",), "2023-05-09")


@pytest.mark.parametrize(
    "site",
    [
        "青河市科学技术局关于征集需求的通知-青河市人民政府",
        "青河市科学技术局关于征集需求的通知 青河市人民政府门户网站",
        "青河市科技局 政策文件 青河市科学技术局关于征集需求的通知",
        "青河市科学技术局关于征集需求的通知_通知公告_青河市人民政府",
    ],
)
def test_the_title_of_a_page_is_what_the_page_says_too(site: str) -> None:
    """Names of site and section around it are left out."""
    paragraphs = "".join(f"<p>{line}</p>" for line in (BODY + SIGNED).split("\n"))
    found = web_policy(
        f"<title>{site}</title><div>青河市科学技术局关于征集需求的通知</div>{paragraphs}"
    )
    assert found.title == "青河市科学技术局关于征集需求的通知"


def test_metadata_gives_the_title_that_a_page_lacks() -> None:
    """A page that is called by its section is known by the title in its table."""
    found = web_policy(
        "<title>信息公开</title><table><tr><th>标题</th><td>青河市财政局关于下达资金的通知</td></tr>"
        "<tr><th>发文字号</th><td>青财〔2023〕5号</td></tr></table><p>现下达资金50万元。</p>"
    )
    assert found.title == "青河市财政局关于下达资金的通知"


def test_a_signature_set_off_by_empty_lines_is_no_heading() -> None:
    """It neither parts the paper in two nor hides its date."""
    found = policy(
        "青河市科学技术局关于征集需求的通知\n\n各有关单位：\n\n一、内容。征集需求。\n\n"
        "二、时间。五月底前。\n\n\n青河市科学技术局　2023年5月9日\n\n（此件公开发布）"
    )
    assert (found.date, len(found.measures)) == ("2023-05-09", 2)


def test_a_congress_numbers_its_notices_by_term() -> None:
    """The term stays in the number, and is no part of the body's name."""
    law = policy(
        "青河市人民代表大会常务委员会公告\n〔十五届〕第20号\n\n《青河市转化条例》已由青河市第十五届"
        "人民代表大会常务委员会第三次会议于2019年11月27日通过，现予公布。\n\n"
        "青河市第十五届人民代表大会常务委员会\n2019年11月27日\n\n青河市转化条例\n"
        "第一条　为了转化，制定本条例。\n第二条　本条例适用。\n"
    )
    assert law.title == "青河市转化条例"
    assert law.issuers == ("青河市人民代表大会常务委员会",)
    assert law.doc_number == "青河市人民代表大会常务委员会公告〔十五届〕第20号"


def test_names_inside_the_title_of_a_law_get_its_brackets_back() -> None:
    """Inside 《》 they stand in 〈〉."""
    law = policy(
        "中华人民共和国主席令\n第五号\n《关于修改〈青河法〉的决定》已由第十三届全国人民代表大会常务委员会"
        "第三次会议于2020年10月7日通过，现予公布。\n一、修改第一条。\n二、修改第二条。\n"
    )
    assert law.title == "关于修改《青河法》的决定"


def test_who_signs_without_place_is_named_as_in_the_title() -> None:
    """省科技厅 below a title that names the province."""
    found = policy(
        f"青河省科学技术厅 青河省财政厅关于印发办法的通知\n{BODY}省科技厅　省财政厅\n2023年5月9日"
    )
    assert found.issuers == ("青河省科学技术厅", "青河省财政厅")


@pytest.mark.parametrize(
    ("head", "date"),
    [
        ("创新管理办法\n青河市科学技术局\n2021年7月\n", "2021-07"),
        ('---\ntitle: "创新管理办法"\nissuer: 青河市科技局\ndate: 2022-03-01\n---\n', "2022-03-01"),
        ("QHSP01-2021-0011\n统一登记号：QHR-2021-1\n创新管理办法\n2021-07-05\n", "2021-07-05"),
    ],
)
def test_heads_of_papers_without_a_signature(head: str, date: str) -> None:
    """A month, the date that front matter gives with an issuer; registration numbers are noise."""
    found = policy(f"{head}\n第一条　为了管理，制定本办法。\n第二条　本办法适用。\n")
    assert (found.title, found.date) == ("创新管理办法", date)


def test_a_number_behind_a_title_is_none_of_it() -> None:
    """Of the paper itself, in brackets on the same line."""
    found = policy(f"关于征集需求的通知（青科〔2023〕15号）\n{BODY}{SIGNED}")
    assert (found.title, found.doc_number) == ("关于征集需求的通知", "青科〔2023〕15号")


def test_an_annex_that_comes_alone_has_its_own_title() -> None:
    """附件1 above it is none."""
    found = policy("附件1\n青河市规划\n（征求意见稿）\n一、形势。变化。\n二、任务。攻关。\n")
    assert found.title == "青河市规划（征求意见稿）"


@pytest.mark.parametrize(
    "head",
    [
        '<link rel="canonical" href="https://kj.example.cn/t1.html">',
        '<meta property="og:url" content="https://kj.example.cn/t1.html">',
        "<!-- saved from url=(0028)https://kj.example.cn/t1.html -->",
    ],
)
def test_a_page_says_its_own_address(head: str) -> None:
    """In its head, or where a browser saved it; the title may stand in two lines."""
    found = web_policy(
        f"{head}<title>青河市 文件 青河市政府关于印发创新规划的通知</title>"
        "<p>青河市政府关于印发</p><p>创新规划的通知</p><p>一、甲。乙。</p><p>二、丙。丁。</p>"
    )
    assert found.source
    assert found.source.url == "https://kj.example.cn/t1.html"
    assert found.title == "青河市政府关于印发创新规划的通知"


def test_a_part_of_the_house_is_no_issuer() -> None:
    """来源：厅办公室 says who wrote the news."""
    found = policy(
        "省科技厅召开座谈会\n发布日期：2023-06-01　来源：厅办公室\n\n座谈会听取了意见。\n"
    )
    assert found.issuers == ()


@pytest.mark.parametrize("site", ["青河市科学技术局", "信息公开", "青河要闻"])
def test_the_name_of_a_site_is_no_title(site: str) -> None:
    """The page is called by the title that stands in its text."""
    paragraphs = "".join(f"<p>{line}</p>" for line in (BODY + SIGNED).split("\n"))
    found = web_policy(
        f"<title>{site}</title><div>首页 &gt; 政策</div>"
        f"<div>青河市科学技术局</div><div>关于征集需求的通知</div>{paragraphs}"
    )
    assert found.title == "青河市科学技术局关于征集需求的通知"


def test_settings_in_front_matter_are_no_title() -> None:
    """Those of the program that makes the pages."""
    (found,) = drafts(list(parse("---\nbookCollapseSection: true\nweight: 3\n---")), "law05.md")
    assert (found.policy.title, found.policy.measures) == ("law05", ())


def test_a_heading_that_names_the_site_is_above_the_title() -> None:
    """Which is then a heading of its own."""
    paragraphs = "".join(f"<p>{line}</p>" for line in (BODY + SIGNED).split("\n"))
    found = web_policy(f"<h1>青河市人民政府</h1><h2>关于征集需求的通知</h2>{paragraphs}")
    assert found.title == "关于征集需求的通知"
    assert [m.title for m in found.measures] == ["总体要求", "主要任务"]


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (
            "“青河”重点专项\n2024年度项目申报指南\n（仅注册用户登录可见）",
            "“青河”重点专项2024年度项目申报指南",
        ),
        ("青海省科技厅\n2024年青海省创新项目申报指南", "2024年青海省创新项目申报指南"),
        (
            "青河高新技术产业开发区管理委员会\n青河管委会关于印发《创新券办法》的通知",
            "青河管委会关于印发《创新券办法》的通知",
        ),
        ("团体标准\n青河科研评价规范", "青河科研评价规范"),
        ("附件2\n青河市决定废止的规范性文件", "青河市决定废止的规范性文件"),
    ],
)
def test_what_stands_beside_a_title_is_none_of_it(head: str, title: str) -> None:
    """Notes to readers, letterheads that the title names again, kinds of standards."""
    found = policy(f"{head}\n为做好工作，制定本文。\n一、甲。乙。\n二、丙。丁。\n")
    assert found.title == title


def test_a_heading_of_the_same_rank_may_be_the_site() -> None:
    """The title is the heading below it."""
    found = policy(f"# 青河政府网\n\n# 青河市政府关于印发规划的通知\n\n{BODY}{SIGNED}")
    assert found.title == "青河市政府关于印发规划的通知"
