"""Names on the command line: what is shown, what is said, and when nothing is."""

from functools import partial
from pathlib import Path
from typing import Any

import pytest

SHARED = """
[[policies]]
id = "woods"
title = "林业碳汇管理办法"

[[policies]]
id = "rivers"
title = "河道整治方案"
documents = [{ title = "林业碳汇管理通知" }, { title = "护林员管理规定" }]

[[policies]]
id = "guards"
title = "护林员管理规定"

[[problems]]
id = "p2026-001"
title = "同一个问题"
received = "2026-01-02"

[[problems]]
id = "p2026-002"
title = "同一个问题"
received = "2026-02-03"
"""


@pytest.mark.parametrize("name", ["火星", "北京", "中国", "医院"])
def test_a_name_of_nothing_shows_nothing(twins: Any, name: str) -> None:
    """Exit 2, and one sentence."""
    result = twins("show", name)
    assert (result.code, result.out) == (2, "")
    assert result.err == f"Error: nothing is called {name}\n"


@pytest.mark.parametrize("name", ["", " "])
def test_an_empty_name_is_said_to_be_empty(twins: Any, name: str) -> None:
    """As a variable of a script may be."""
    result = twins("show", name)
    assert (result.code, result.out) == (2, "")
    assert result.err == "Error: the name is empty: give an id or a title\n"


def test_nothing_is_compared_with_nothing(twins: Any) -> None:
    """A comparison needs policies that are there; no other one is taken instead."""
    result = twins("compare", "东河", "火星")
    assert (result.code, result.out) == (2, "")
    assert "nothing is called 火星" in result.err


def test_a_guess_is_said(twins: Any) -> None:
    """What was typed and what it was taken as stand on stderr; the answer stays clean."""
    result = twins("show", "dongeh", "-f", "plain")
    assert result.code == 0
    assert result.out.startswith("donghe\t")
    assert result.err == "dongeh: taken as donghe\n"
    assert twins("show", "东河市", "-f", "plain").err == ""


def test_a_measure_stands_for_its_policy_and_it_is_said(twins: Any) -> None:
    """Policies alone are compared."""
    result = twins("compare", "donghe.fund", "南山", "-f", "plain")
    assert result.code == 0
    assert result.err == "donghe.fund: taken as donghe\n"


def test_candidates_have_titles(twins: Any) -> None:
    """A word that several names hold lists them, each with its title and the official one."""
    result = twins("show", "市成果转化行动")
    assert result.code == 2
    assert "  donghe   Donghe's technology transfer drive (expired)\n" in result.err
    assert "  nanshan  Nanshan's technology transfer drive\n" in result.err
    assert "           南山市成果转化行动\n" in result.err
    chinese = twins("show", "市成果转化行动", "--lang", "zh").err
    assert "  nanshan  南山市成果转化行动\n" in chinese
    assert chinese.count("南山市成果转化行动") == 1


@pytest.fixture
def shared(policy: Any, tmp_path: Path) -> Any:
    """Runs on a catalogue in which names are shared by records of several kinds."""
    path = tmp_path / "shared.toml"
    path.write_text(SHARED, "utf-8")
    return partial(policy, POLICY_CATALOGUE=str(path))


def test_a_part_of_the_name_of_a_policy_and_of_a_paper_may_be_either(shared: Any) -> None:
    """Both are offered, by the ids of the policies."""
    result = shared("show", "林业碳汇管理")
    assert (result.code, result.out) == (2, "")
    assert "林业碳汇管理 may be any of these; give an id\n" in result.err
    assert [line.split()[0] for line in result.err.splitlines()[1:]] == ["woods", "rivers"]


def test_a_policy_that_others_name_is_meant_itself(shared: Any) -> None:
    """What another policy cites by its title is the policy of that title, where it is here."""
    result = shared("show", "护林员管理", "-f", "plain")
    assert (result.code, result.err) == (0, "护林员管理: taken as guards\n")
    assert result.out.startswith("guards\t")


@pytest.mark.parametrize("name", ["同一个问题", "同一个"])
def test_problems_of_one_title_are_told_apart_by_their_ids(shared: Any, name: str) -> None:
    """Problems have no editions of which one could be taken, and the exit is 2."""
    result = shared("show", name)
    assert (result.code, result.out) == (2, "")
    assert [line.split()[0] for line in result.err.splitlines()[1:]] == ["p2026-001", "p2026-002"]
