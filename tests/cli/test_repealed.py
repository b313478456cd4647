"""A policy that holds no more says so beside its title, wherever that is printed."""

import io
import json
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest

CATALOGUE = """
[[policies]]
id = "new"
title = "人才发展新办法"
date = "2022-01-01"
region = { code = "420300", name = "十堰市", name_en = "Shiyan" }
relations = [{ type = "repeals", target = "old" }]

[[policies.measures]]
id = "reward"
title = "引才奖补"
summary = "发放奖补。"
end = "environment"

[[policies]]
id = "old"
title = "人才发展旧办法"
title_en = "Old rules on talent"
date = "2015-01-01"
region = { code = "420300", name = "十堰市", name_en = "Shiyan" }

[[policies.measures]]
id = "loan"
title = "人才贷款贴息"
summary = "贴息贷款。"
end = "service"

[[policies]]
id = "past"
title = "人才发展三年计划"
region = { code = "429005", name = "潜江市", name_en = "Qianjiang" }
in_force_until = "2020"

[[policies.measures]]
id = "camp"
title = "人才训练营"
summary = "举办训练营。"
end = "environment"
date = "2019"

[[policies]]
id = "dead"
title = "人才发展暂行规定"
region = { code = "340700", name = "铜陵市", name_en = "Tongling" }
status = "repealed"

[[policies.measures]]
id = "house"
title = "人才公寓"
summary = "提供公寓。"
end = "environment"

[[policies.measures]]
id = "school"
title = "人才子女入学"
summary = "安排入学。"
end = "environment"
status = "in-force"
"""


@pytest.fixture
def own(policy: Any, tmp_path: Path) -> Any:
    """Run a command on the catalogue above alone, on a Chinese screen."""
    file = tmp_path / "own.toml"
    file.write_text(CATALOGUE, "utf-8")

    def run(*args: str, lang: str = "zh") -> Any:
        options = ("--catalogue", str(file), "--no-bundled", "--lang", lang)
        return policy(*args, *options)

    return run


MARKED = ["人才发展旧办法（已废止）", "人才发展三年计划（已失效）", "人才发展暂行规定（已废止）"]
MEASURES = ["人才贷款贴息（已废止）", "人才训练营（已失效）", "人才公寓（已废止）"]
HELD = ["人才发展新办法", "引才奖补", "人才子女入学"]


@pytest.mark.parametrize("form", ["table", "plain", "csv", "md"])
@pytest.mark.parametrize(
    ("args", "titles"),
    [
        (["list"], MARKED),
        (["list", "--measures"], MEASURES),
        (["search", "人才", "-n", "20"], MARKED + MEASURES),
        (["show", "old", "past", "dead"], MARKED),
        (["timeline"], MARKED[:1]),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)
def test_what_holds_no_more_says_so(
    own: Any, form: str, args: list[str], titles: list[str]
) -> None:
    """Repealed by its status or by another policy, or expired; what holds has no mark."""
    out = own(*args, "-f", form).out
    assert [title for title in titles if title not in out.replace("\n", "")] == []
    assert not any(f"{title}（" in out for title in HELD)


@pytest.mark.parametrize(
    "args", [["compare", "new", "old"], ["matrix", "--gaps"]], ids=lambda args: args[0]
)
def test_views_across_policies_say_it_too(own: Any, args: list[str]) -> None:
    """In the cells that list measures."""
    assert MEASURES[0] in own(*args, "-f", "csv").out + own(*args, "-f", "md").out


def test_files_to_hand_on_say_it_too(own: Any, tmp_path: Path) -> None:
    """Nobody is handed a dead policy as live."""
    for ending in ("html", "md", "docx", "xlsx"):
        assert own("export", str(tmp_path / f"x.{ending}")).code == 0
    page = (tmp_path / "x.html").read_text("utf-8")
    cards = (tmp_path / "x.md").read_text("utf-8")
    paper = "\n".join(p.text for p in docx.Document(str(tmp_path / "x.docx")).paragraphs)
    for text in (page, cards, paper):
        assert [title for title in MARKED + MEASURES if title not in text] == []
    book = openpyxl.load_workbook(io.BytesIO((tmp_path / "x.xlsx").read_bytes()))
    cells = {cell.value for sheet in book for row in sheet for cell in row}
    assert set(MARKED) <= cells


def test_english_screens_and_data(own: Any) -> None:
    """The mark is in the language of the screen; JSON has titles as they are, and the status."""
    assert "Old rules on talent (repealed)" in own("list", "-f", "plain", lang="en").out
    results = json.loads(own("list", "--json").out)["results"]
    assert {each["id"]: each.get("status") for each in results} == {
        "new": None,
        "old": "repealed",
        "past": None,
        "dead": "repealed",
    }
    assert {each["title"] for each in results} >= {"人才发展旧办法"}
