"""Titles without what makes no other paper of them."""

import pytest

from policycli.text.titles import bare, short


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
