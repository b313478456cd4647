"""Addresses in laws."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policycli.text.addresses import Address, article_of, lacks, listed, parse, part, parts_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("数据法第五十六条", Address("数据法", 56)),
        ("数据法第56条", Address("数据法", 56)),
        ("数据法第５６条", Address("数据法", 56)),
        ("《数据法》56条", Address("数据法", 56)),
        ("《数据法》第五十六条", Address("数据法", 56)),
        ("《数据法》 第 56 条", Address("数据法", 56)),
        ("数据法五十六条", Address("数据法", 56)),
        ("数据法 56", Address("数据法", 56)),
        ("数据法56", Address("数据法", 56)),
        ("《数据法》56", Address("数据法", 56)),
        ("数据法 1260", Address("数据法", 1260)),
        ("数据法第一千二百六十条", Address("数据法", 1260)),
        ("数据法第一百零三条", Address("数据法", 103)),
        ("数据法第十二条之一", Address("数据法", 12, 1)),
        ("数据法第12条之2第3款", Address("数据法", 12, 2, 3)),
        ("第五十六条第二款", Address("", 56, 0, 2)),
        ("56条2款", Address("", 56, 0, 2)),
        ("第五条第（七）项", Address("", 5, item=7)),
        ("第五条第七项", Address("", 5, item=7)),
        ("第五条第(7)项", Address("", 5, item=7)),
        ("数据法第五条第一款第（七）项第2目", Address("数据法", 5, 0, 1, 7, 2)),
        ("数据法修正案（八）第三条", Address("数据法修正案（八）", 3)),
        ("数据规则（试行）第三条", Address("数据规则（试行）", 3)),
        ("数据法（2018修正）第三条", Address("数据法（2018修正）", 3)),
        ("第七十三条", Address("", 73)),
    ],
)
def test_addresses_are_read(text: str, expected: Address) -> None:
    """In digits of either width or in Chinese, with or without 第, 《》 and spaces."""
    assert parse(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "数据法",
        "第二款",
        "第（七）项",
        "数据法2018",
        "数据法（二）",
        "56",
        "条",
        "第条",
        "数据法第五十六条规定",
    ],
)
def test_other_words_are_no_address(text: str) -> None:
    """Without an article there is none; a year behind a name is an edition."""
    assert parse(text) is None


@given(
    st.integers(1, 2000),
    st.integers(0, 9),
    st.integers(0, 9),
    st.integers(0, 40),
    st.integers(0, 9),
)
def test_what_is_cited_is_read_again(
    article: int, sub: int, paragraph: int, item: int, point: int
) -> None:
    """An address written out means itself."""
    address = Address("", article, sub, paragraph, item, point)
    assert parse(str(address)) == address


TEXT = (
    "监护人按下列顺序担任：\n（一）祖父母；\n1.祖父；\n2.祖母；\n（二）兄、姐。\n"
    "没有前款规定的人的，由下列组织担任：\n（一）居民委员会；\n（二）村民委员会；\n（三）民政部门。"
)


def test_many_spaces_are_as_good_as_one() -> None:
    """An address with thousands of them is read, and other words with them end too."""
    assert parse("民法典" + "\t" * 5000 + "第五十六条") == Address("民法典", 56)
    assert parse("甲" + " " * 5000 + "乙") is None


def test_paragraphs_have_their_items() -> None:
    """Lines with a mark belong to the paragraph above them."""
    assert list(map(len, parts_of(TEXT))) == [5, 4]


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("第一条第二款", "\n".join(TEXT.split("\n")[5:])),
        ("第一条第二款第（二）项", "（二）村民委员会；"),
        ("第一条第（二）项", "（二）兄、姐。"),
        ("第一条第（三）项", "（三）民政部门。"),
        ("第一条第（一）项", "（一）祖父母；\n1.祖父；\n2.祖母；"),
        ("第一条第一款第一项第2目", "2.祖母；"),
        ("第一条第三款", ""),
        ("第一条第（四）项", ""),
        ("第一条第一款第（三）项", ""),
        ("第一条", TEXT),
    ],
)
def test_a_part_of_an_article(address: str, expected: str) -> None:
    """A paragraph comes with its items, an item with its points; what is not there is empty."""
    named = parse(address)
    assert named
    assert part(TEXT, named) == expected


def test_the_number_of_an_article() -> None:
    """From its title, with or without a heading behind; other titles have none."""
    assert article_of("第五十六条") == (56, 0)
    assert article_of("第12条之一 定义") == (12, 1)
    assert article_of("第三章 监护") is article_of("转化基金") is None


@pytest.mark.parametrize(
    ("text", "expected", "rest"),
    [
        ("第三条第一款、第二款和第五条规定", "第三条第一款 第三条第二款 第五条", "规定"),
        ("第二、四条", "第二条 第四条", ""),
        ("第二至四条", "第二条 第三条 第四条", ""),
        ("第9条—第11条。", "第九条 第十条 第十一条", "。"),
        ("第三条第（一）项至第（三）项", "第三条第（一）项 第三条第（二）项 第三条第（三）项", ""),
        ("第三条第一款第(一)、(三)项", "第三条第一款第（一）项 第三条第一款第（三）项", ""),
        ("第三条第一、二款", "第三条第一款 第三条第二款", ""),
        ("第七条之一及其他", "第七条之一", "及其他"),
        ("第五条第六条", "第五条", "第六条"),
        ("第二款规定", "", "第二款规定"),
    ],
)
def test_lists_of_addresses_in_a_text(text: str, expected: str, rest: str) -> None:
    """A list goes on with what changes, a range has all of its articles, and then it ends."""
    found, end = listed(text, 0)

    assert " ".join(map(str, found)) == expected
    assert text[end:] == rest


def test_paragraphs_of_an_article_that_is_known() -> None:
    """Within an article its paragraphs may come first."""
    found, _end = listed("第二款和第三款", 0, Address(""))
    assert [each.paragraph for each in found] == [2, 3]


@pytest.mark.parametrize(
    ("address", "expected"),
    [("第一条第三款", True), ("第一条第二款", False), ("第一条第（九）项", True)],
)
def test_what_an_article_lacks(address: str, expected: bool) -> None:
    """A paragraph behind the last one, or an item of a list that ends before it."""
    found = parse(address)
    assert found
    assert lacks(TEXT, found) is expected


def test_a_text_that_lost_its_lines_may_have_a_paragraph_for_each_sentence() -> None:
    """Nothing is held against a paper whose line breaks went on the way."""
    assert not lacks("应当登记。登记应当公开。", Address("", 1, paragraph=2))
    assert lacks("应当登记。登记应当公开。", Address("", 1, paragraph=3))
