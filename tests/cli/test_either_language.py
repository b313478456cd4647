"""What the screen shows in either language is taken as input, in processes of their own."""

import json
from pathlib import Path
from typing import Any

import pytest

from policycli.files import members
from tests.cli.conftest import Run

MINE = """\
[[policies]]
id = "mine"
title = "我的政策"
region = { code = "420300", name = "十堰市" }
date = "2024-05"

[[policies.measures]]
id = "fund"
title = "基金"
summary = "设立基金"
figures = [{ indicator = "规模", value = 1, unit = "亿元" }]
"""


def found(run: Run, *args: str, **environ: str) -> list[str]:
    """The ids that a command answers with."""
    result = run(*args, "--json", **environ)
    assert result.code == 0, result.err
    return [each["id"] for each in json.loads(result.out)["results"]]


@pytest.mark.parametrize(
    ("option", "words"),
    [
        ("--region", ["湖北", "湖北省", "Hubei", "hubei", "420000", "42"]),
        ("--end", ["供给", "供给端", "供給端", "supply", "Supply"]),
        ("--status", ["in-force", "现行有效", "in force", "IN FORCE"]),
        ("--level", ["省级", "provincial", "省"]),
        ("--instrument", ["PI013", "股权融资", "equity financing", "PI013 股权融资", "股权"]),
        ("--theme", ["成果转化", "technology transfer"]),
        ("--year", ["2023", "2023年", "二〇二三年", "２０２３"]),
    ],
)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_word_for_a_value_filters_alike(
    policy: Run, option: str, words: list[str], lang: str
) -> None:
    """Codes and names in both languages, whatever the language of the screen."""
    run = bundled(policy, lang)
    answers = [found(run, "list", "--measures", option, word) for word in words]
    assert answers[0]
    assert all(answer == answers[0] for answer in answers)


def bundled(run: Run, lang: str) -> Run:
    """The same on the bundled catalogue."""

    def on_bundled(*args: str, **environ: str) -> Any:
        return run(*args, POLICY_CATALOGUE=members.bundled(), POLICY_LANG=lang, **environ)

    return on_bundled


def test_a_process_of_its_own_says_the_same(process: Run) -> None:
    """What holds here holds for the program."""
    run = bundled(process, "zh")
    chinese = found(run, "list", "--region", "湖北省", "--year", "2023年")
    assert chinese == found(run, "list", "--region", "Hubei", "--year", "2023") != []


@pytest.mark.parametrize(
    ("query", "same"),
    [
        ("基金 地区:湖北", "基金 region:Hubei"),
        ("基金 四端：服务端", "基金 end:service"),
        ("基金 政策工具:股权融资", "基金 instrument:PI013"),
        ("科技伦理 文件:实施意见", "科技伦理 doc:实施意见"),
    ],
)
def test_field_words_have_names_in_both_languages(policy: Run, query: str, same: str) -> None:
    """As the filters are called on a Chinese screen."""
    run = bundled(policy, "en")
    assert found(run, "search", query) == found(run, "search", same) != []


@pytest.mark.parametrize(
    ("args", "english", "chinese"),
    [
        (["--end", "foo"], "supply, service, demand, environment", "供给端 (supply)"),
        (["--status", "foo"], "in force (in-force)", "现行有效 (in-force)"),
        (["--region", "Gizhou"], "Guizhou (520000)", "贵州省 (520000)"),
        (["--theme", "成果转换"], "technology transfer (成果转化)", "成果转化"),
        (["--instrument", "equity finance"], "equity financing (PI013)", "股权融资 (PI013)"),
    ],
)
def test_a_wrong_value_names_what_there_is(
    policy: Run, args: list[str], english: str, chinese: str
) -> None:
    """In the language of the screen, with the code beside it."""
    for lang, known in (("en", english), ("zh", chinese)):
        result = bundled(policy, lang)("list", *args)
        assert (result.code, result.out) == (2, "")
        assert known in result.err


@pytest.mark.parametrize("day", ["2024-05", "2024年5月", "2024/5", "二〇二四年五月"])
def test_a_day_is_typed_as_people_write_it(policy: Run, day: str) -> None:
    """``--as-of`` and ``--from`` and ``--to`` read every way to write a date."""
    run = bundled(policy, "en")
    assert found(run, "list", "--as-of", day) == found(run, "list", "--as-of", "2024-05")
    typed, plain = (
        run("timeline", "--from", "2023", "--to", to, "--json").out for to in (day, "2024-05")
    )
    assert json.loads(typed)["results"] == json.loads(plain)["results"] != []


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_record_is_edited_in_either_language(policy: Run, tmp_path: Path, lang: str) -> None:
    """Keys by their names, codes, regions and dates as people write them; records keep codes."""
    mine = tmp_path / "mine.toml"
    mine.write_text(MINE, "utf-8")
    words = [
        "四端=供给",
        "instrument=股权融资",
        "牵头=省科技厅",
        "Themes=technology transfer、其他",
    ]
    words += ["指标[0].数值=2", "指标[0].类别=投入", "figures[0].how exact=≥", "期限=2027年底"]
    run = {"POLICY_CATALOGUE": str(mine)}
    assert policy("edit", "mine.fund", *words, "--lang", lang, **run).code == 0
    words = [
        "status=现行有效",
        "日期=2024年6月18日",
        "地区=潜江",
        "source.获取日期=2024年7月",
        "级别=provincial",
    ]
    result = policy("edit", "mine", *words, "--lang", lang, **run)
    assert result.code == 0, result.err
    (record,) = json.loads(policy("show", "mine", "--json", **run).out)["results"]
    assert record["status"] == "in-force"
    assert record["date"] == "2024-06-18"
    assert record["region"] == {"code": "429005", "name": "潜江市", "name_en": "Qianjiang"}
    assert record["source"] == {"retrieved": "2024-07"}
    assert record["level"] == "省级"
    (measure,) = record["measures"]
    assert (measure["end"], measure["instrument"]) == ("supply", "PI013")
    assert (measure["lead"], measure["deadline"]) == ("省科技厅", "2027年底")
    assert measure["themes"] == ["成果转化", "其他"]
    (figure,) = measure["figures"]
    assert (figure["value"], figure["kind"], figure["op"]) == (2, "budget", ">=")


@pytest.mark.parametrize(
    ("word", "says"),
    [
        ("end=foo", "供给端 (supply)、服务端 (service)"),
        ("四端=foo", "四端 (end)"),
        ("status=foo", "现行有效 (in-force)"),
    ],
)
def test_a_wrong_code_is_told_with_those_there_are(
    policy: Run, tmp_path: Path, word: str, says: str
) -> None:
    """By name and code, and nothing is written."""
    mine = tmp_path / "mine.toml"
    mine.write_text(MINE, "utf-8")
    result = policy("edit", "mine.fund", word, POLICY_CATALOGUE=str(mine), POLICY_LANG="zh")
    assert (result.code, result.out) == (2, "")
    assert says in result.err
    assert mine.read_text("utf-8") == MINE


def test_a_region_with_several_meanings_is_asked_for(policy: Run, tmp_path: Path) -> None:
    """苏州 and 宿州 are spelt alike."""
    mine = tmp_path / "mine.toml"
    mine.write_text(MINE, "utf-8")
    result = policy("edit", "mine", "region=Suzhou", POLICY_CATALOGUE=str(mine))
    assert result.code == 2
    assert "(320500)" in result.err
    assert "(341300)" in result.err
