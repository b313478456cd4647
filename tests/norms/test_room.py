"""Norms that leave room where others leave none."""

from policycli.norms.articles import Article, Counterpart
from policycli.norms.pairing import sides
from policycli.norms.room import differing_room
from policycli.norms.wording import Topical, Weights, grams
from policycli.records.model import Policy

KNOWN = "转化科技成果所获得的收入留归本单位，主要用于科学技术研究开发。"


def _differing(clause: str) -> list[tuple[str, str]]:
    known = Counterpart(Article("law.1", Policy("law", "转化法"), "第一条", KNOWN), "higher", 1, 1)
    weights = Topical(Weights(lambda _pair: 0, 1000), map(grams, (clause, KNOWN)))
    found = differing_room(sides(clause), sides(KNOWN, known), weights)
    return [finding.differs for finding, _counterpart in found]


def test_the_word_that_only_one_side_has_is_told() -> None:
    """Another one, which both have, hides it no more."""
    assert _differing(KNOWN.replace("留归", "原则上留归"))[0][0] == "原则上"


def test_the_same_words_are_no_difference() -> None:
    """However many of them there are."""
    assert _differing(KNOWN) == []
