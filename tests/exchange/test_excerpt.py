"""What of the news is handed on."""

from policycli.analysis.diff import changes
from policycli.exchange.excerpt import of_news
from policycli.records.model import Measure, Policy

ONE, TWO, THREE = (Measure(id, f"要点{id}", "内容。") for id in ("one", "two", "three"))
EAST = Policy("east", "东河行动", measures=(ONE, TWO))
WEST = Policy("west", "西山办法", measures=(THREE,))


def handed_on(old: list[Policy], new: list[Policy]) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """Every policy with its status, and its measures with theirs."""
    return [
        (policy.id, policy.status, [(measure.id, measure.status) for measure in policy.measures])
        for policy in of_news(changes(old, new))
    ]


def test_a_policy_is_there_once_with_what_changed() -> None:
    """Itself and one of its measures changed; the other measure is left out."""
    new = EAST._replace(level="市级", measures=(ONE._replace(lead="科技局"), TWO))
    assert handed_on([EAST], [new]) == [("east", "", [("one", "")])]


def test_what_is_gone_is_repealed() -> None:
    """A measure, or a policy with all of its measures, is handed on as it was."""
    assert handed_on([EAST, WEST], [EAST._replace(measures=(TWO,))]) == [
        ("east", "", [("one", "repealed")]),
        ("west", "repealed", [("three", "")]),
    ]


def test_what_is_new_is_whole() -> None:
    """A new policy comes with its measures, a new measure with its policy."""
    assert handed_on([EAST._replace(measures=(ONE,))], [EAST, WEST]) == [
        ("east", "", [("two", "")]),
        ("west", "", [("three", "")]),
    ]
