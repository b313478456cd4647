"""Words that differ between norms of one matter."""

from policycli.norms.articles import Article, Counterpart
from policycli.norms.pairing import sides
from policycli.norms.wording import Topical, Weights, grams
from policycli.norms.words import differing_words
from policycli.records.model import Policy

WHOLE = "科研机构应当向其主管部门提交成果转化情况年度报告，说明本单位的收入分配情况。"
SHORT = "科研机构应当向其主管部门提交成果转化情况年度报告。"


def test_what_only_one_side_has_is_told_without_the_signs_around_it() -> None:
    """A reader is told 说明……情况, not ，说明……情况."""
    known = Counterpart(Article("law.1", Policy("law", "节水法"), "第一条", SHORT), "higher", 1, 1)
    weights = Topical(Weights(lambda _pair: 0, 1000), map(grams, (WHOLE, SHORT)))
    ((finding, _counterpart),) = differing_words(sides(WHOLE), sides(SHORT, known), weights)

    assert finding.differs == ("说明本单位的收入分配情况", "")
