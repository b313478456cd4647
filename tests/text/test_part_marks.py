"""Numbers of parts."""

import pytest

from policycli.text.part_marks import is_number


@pytest.mark.parametrize("title", ["第三条", "第十二条之一", "第4章", " 第一百零一条 "])
def test_a_bare_number_is_no_name(title: str) -> None:
    """A part that has only its number is known as such."""
    assert is_number(title)


@pytest.mark.parametrize("title", ["第三条 设立基金", "条", "第三方平台", "第二产业", "", "三、"])
def test_a_title_that_says_something_is_one(title: str) -> None:
    """Whatever says more than a number is a title."""
    assert not is_number(title)
