"""Titles in quotes."""

from policycli.text.quotes import quoted


def test_a_title_inside_a_title_has_other_quotes() -> None:
    """《》 stand around the whole, 〈〉 around what is inside it."""
    assert quoted("关于印发《成果转化办法》的通知") == "《关于印发〈成果转化办法〉的通知》"
    assert quoted("数据安全法") == "《数据安全法》"
