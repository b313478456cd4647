"""How many records of the index a command reads."""

import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest import mock

import pytest

from policycli.index import records, stored

Reads = Callable[..., Counter[str]]

COMMANDS: dict[str, list[str]] = {
    "policies": ["list"],
    "measures": ["list", "--measures"],
    "themes": ["list", "--themes"],
    "documents": ["list", "--documents"],
    "bodies": ["list", "--bodies"],
    "one end": ["list", "--end", "service"],
    "as of": ["list", "--as-of", "2023-06"],
    "timeline": ["timeline"],
    "timeline of a theme": ["timeline", "--theme", "科技金融"],
    "figures": ["figures"],
    "figures found": ["figures", "基金"],
    "matrix": ["matrix"],
    "papers": ["documents"],
    "cards": ["show", "donghe.fund", "南山", "beiling"],
    "document": ["show", "《东河市转化办法》"],
    "side by side": ["compare", "donghe.fund", "南山"],
    "card": ["show", "donghe", "--end", "service"],
    "search": ["search", "基金"],
}


@pytest.fixture
def reads(twins: Any) -> Reads:
    """Run a command line, and count how often each record was made from the index."""

    def run(*args: str) -> Counter[str]:
        made: Counter[str] = Counter()

        def record_of(kind: Any, document: Any) -> Any:
            made[stored.name_of(document).id] += 1
            return whole(kind, document)

        whole = stored.record_of
        with mock.patch.object(records, "record_of", record_of):
            assert twins(*args).code == 0
        return made

    return run


@pytest.mark.parametrize("args", COMMANDS.values(), ids=COMMANDS)
def test_no_record_is_read_twice(reads: Reads, args: list[str]) -> None:
    """A command reads a record once, whatever it shows of it."""
    made = reads(*args, "--json")
    assert made
    assert max(made.values()) == 1


@pytest.mark.parametrize("form", ["md", "xlsx", "jsonl"])
def test_an_export_reads_once(reads: Reads, tmp_path: Path, form: str) -> None:
    """An excerpt by query and filter is written from one read."""
    made = reads("export", str(tmp_path / f"excerpt.{form}"), "基金", "--end", "service")
    assert max(made.values()) == 1


def test_a_card_reads_its_policy_alone(reads: Reads) -> None:
    """What filters leave of a policy is found without reading any other policy."""
    made = reads("show", "donghe", "--end", "service")
    assert {name.partition(".")[0] for name in made} == {"donghe"}


def test_what_is_not_shown_is_not_read(reads: Reads) -> None:
    """A limit reads as many policies as it shows, and as many measures."""
    assert {name.partition(".")[0] for name in reads("list", "-n", "1")} == {"donghe"}
    assert len(reads("list", "--measures", "-n", "2")) == 3  # and the policy that they stand in


def test_records_without_a_date_are_not_read(reads: Reads) -> None:
    """The timeline reads no measure that has neither deadline, target nor date in its summary."""
    assert "donghe.smes" in reads("timeline")
    assert "nanshan.capital" not in reads("timeline")


def test_a_limit_leaves_the_total(twins: Any) -> None:
    """JSON says how many there are, however few are shown."""
    for args in (["list"], ["list", "--measures"], ["list", "--end", "service"], ["timeline"]):
        everything = json.loads(twins(*args, "--json").out)
        some = json.loads(twins(*args, "-n", "1", "--json").out)
        assert some["total"] == everything["total"] == len(everything["results"])
        assert some["results"] == everything["results"][:1]
