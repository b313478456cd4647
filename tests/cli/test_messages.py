"""What a call that cannot work says: one sentence, in the language of the screen, what to do."""

from typing import Any

import pytest

EXAMPLE = "“policy search 基金 -- -铜陵”"
PAGE = "https://example.org/a.html"


@pytest.mark.parametrize(
    ("args", "english", "chinese"),
    [
        (
            ["list", "-n", "abc"],
            "-n takes a number from 1 on, not 'abc': write -n 20",
            "-n 后面要写 1 以上的数，不是 'abc'：例如 -n 20",
        ),
        (
            ["list", "--end", "foo"],
            "nothing has the end foo; try one of: supply, service, demand, environment",
            (
                "没有条目的四端是“foo”，可试：供给端 (supply)、服务端 (service)、需求端 (demand)、"
                "环境端 (environment)"
            ),
        ),
        (
            ["list", "--year", "20x3"],
            "20x3 is not a year: write 2023",
            "“20x3”不是年份：请写成 2023 这样",
        ),
        (
            ["list", "-n", "0"],
            "-n takes a number from 1 on, not '0': write -n 20",
            "-n 后面要写 1 以上的数，不是 '0'：例如 -n 20",
        ),
        (
            ["search", "-基金"],
            "-基… is not an option: write -- before words that begin with -, as in " + EXAMPLE,
            "-基… 不是选项：以 - 开头的词前面要写 --，例如" + EXAMPLE,
        ),
        (
            ["search", " "],
            "the query is empty: give a word, as in “policy search 成果转化”",
            "没有要找的词：请写一个，例如“policy search 成果转化”",
        ),
        (
            ["import", PAGE],
            f"{PAGE}: nothing is fetched: save the page first, then import the file",
            f"{PAGE}: 不会上网下载：请先保存网页，再收进文件",
        ),
        (
            ["import", "no-folder/"],
            "no-folder/: No such file or directory",
            "no-folder/: 没有这个文件或文件夹",
        ),
    ],
)
def test_a_call_that_cannot_work_says_what_to_do(
    policy: Any, args: list[str], english: str, chinese: str
) -> None:
    """The exit is 2, and nothing stands on standard output."""
    for lang, start, said in (("en", "Error: ", english), ("zh", "错误：", chinese)):
        result = (
            policy(*args, "--lang", lang)
            if args[0] != "search"
            else policy("search", "--lang", lang, *args[1:])
        )
        assert (result.code, result.out) == (2, "")
        assert result.err.splitlines()[0] == start + said
