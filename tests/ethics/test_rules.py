"""Files of rules of one's own."""

from pathlib import Path

import pytest

from policycli.errors import CatalogueError, UsageError
from policycli.ethics.rules import rules
from policycli.ethics.screen import screen, screened

OWN = """\
[[rules]]
id = "heritage"
rule = "在文物本体上取样"
article = "本省办法第三条"

[[signs]]
rule = "heritage"
words = ["取样…{relic}"]

[[signs]]
rule = "animals"
words = ["藏獒"]

[[lists]]
name = "relic"
words = ["古建筑", "青铜器"]

[[routes]]
region = "370000"
record = "shandong.committee"
step = "省委员会备案"
"""


@pytest.fixture
def own(tmp_path: Path) -> str:
    """A file of rules."""
    path = tmp_path / "own.toml"
    path.write_text(OWN, "utf-8")
    return str(path)


def test_rules_of_ones_own_stand_beside_the_bundled_ones(own: str) -> None:
    """New rules find their words, and bundled rules get words."""
    text = "拟取样两处古建筑木构件，并测量藏獒的嗅觉。"
    assert screen(text).verdict == "none"
    found = screen(text, rule_files=[own])
    assert [each.rule.id for each in found.triggers] == ["animals", "heritage"]
    assert found.triggers[1].rule.article == "本省办法第三条"


def test_a_region_of_ones_own_has_its_way(own: str) -> None:
    """A city goes by the way of its province."""
    found = screen("招募志愿者三十名。", rule_files=[own], region="青岛")
    assert [route.record for route in found.routes] == ["shandong.committee"]


def test_an_unknown_region_is_told_with_those_known() -> None:
    """No way is made up for a region that has none."""
    with pytest.raises(UsageError, match="Zhejiang"):
        screen("招募志愿者三十名。", region="青岛")


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ('words = ["取样…{relic}"]', r":8: signs\[0\].words: 'bronze' is no list"),
        ('rule = "heritage"\nwords', r":7: signs\[0\].rule: 'heritag' is no rule"),
        ('article = "本省办法第三条"', r":1: rules\[0\].article: is missing"),
    ],
)
def test_faults_have_file_line_and_key(own: str, wrong: str, said: str) -> None:
    """A slip in a file of rules is told with its place."""
    right = {
        'words = ["取样…{relic}"]': 'words = ["取样…{bronze}"]',
        'rule = "heritage"\nwords': 'rule = "heritag"\nwords',
        'article = "本省办法第三条"': "",
    }
    Path(own).write_text(OWN.replace(wrong, right[wrong]), "utf-8")
    with pytest.raises(CatalogueError, match=f"own.toml{said}"):
        rules(own)


def test_a_file_that_has_changed_is_read_anew(own: str) -> None:
    """Whoever writes rules in a notebook tries each change."""
    text = "在青铜器表面取样，也在石刻上取样。"
    assert [each.rule.id for each in screen(text, rule_files=[own]).triggers] == []
    Path(own).write_text(OWN.replace("取样…{relic}", "{relic}…取样"), "utf-8")
    assert [each.rule.id for each in screen(text, rule_files=[own]).triggers] == ["heritage"]


def test_a_file_that_is_not_there_is_a_fault() -> None:
    """The name of the file is in the sentence."""
    with pytest.raises(CatalogueError, match=r"missing\.toml: cannot be read"):
        rules("missing.toml")


def test_bundled_rules_are_those_of_the_measures() -> None:
    """Sixteen codes, nine of article 2 and seven of the list, each with article and question."""
    book = rules().book
    assert [rule.id for rule in book.rules if rule.procedure == "expert"] == [
        f"expert-{n}" for n in range(1, 8)
    ]
    assert len(book.rules) == 16
    assert all(rule.question and rule.question_en and rule.rule_en for rule in book.rules)


def test_bundled_routes_are_records_of_the_catalogue() -> None:
    """What is told of Zhejiang can be looked up."""
    from policycli import open_catalogue

    ids = {entry.id for entry in open_catalogue().measures(region="浙江")}
    book = rules().book
    assert {route.record for route in book.routes} <= ids
    assert screened("招募志愿者三十名。", rules(), region="330000").routes
