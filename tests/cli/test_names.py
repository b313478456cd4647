"""Names on the command line: what is shown, what is said, and when nothing is."""

from typing import Any

import pytest


@pytest.mark.parametrize("name", ["火星", "北京", "中国", "医院"])
def test_a_name_of_nothing_shows_nothing(twins: Any, name: str) -> None:
    """Exit 2, and one sentence."""
    result = twins("show", name)
    assert (result.code, result.out) == (2, "")
    assert result.err == f"Error: nothing is called {name}\n"


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
