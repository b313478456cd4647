"""Titles without what makes no other paper of them."""

import pytest

from policycli.text.titles import bare, issued_with, short


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("《中华人民共和国数据安全法》", "数据安全法"),
        ("数据安全法（2021年修订）", "数据安全法"),
        ("数据安全法(2021修正)", "数据安全法"),
        ("数据管理办法（试行）", "数据管理办法"),
        ("数据管理办法2021版", "数据管理办法"),
        ("数据管理办法（二）", "数据管理办法二"),
        ("中华人民共和国", "中华人民共和国"),
        ("Data Law", "datalaw"),
    ],
)
def test_short_names(title: str, expected: str) -> None:
    """The nation in front and the edition behind do not tell papers apart; other numbers do."""
    assert short(title) == expected


def test_bare_names() -> None:
    """Letters and digits are compared, of either width; marks, spaces and case are not."""
    assert bare("《数据 管理（试行）》") == bare("数据管理(试行)") == "数据管理试行"
    assert bare("Ｄata-8") == "data8"


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("某市科技局关于印发《成果转化办法》的通知", "成果转化办法"),
        ("关于公布《实施〈水法〉办法》的公告", "实施〈水法〉办法"),
        ("关于贯彻落实《成果转化办法》的通知", ""),
        ("成果转化办法", ""),
    ],
)
def test_what_a_notice_hands_on(title: str, expected: str) -> None:
    """A notice that issues a paper has its title; one that only speaks of it has not."""
    assert issued_with(title) == expected
