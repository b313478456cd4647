"""Which articles a clause is read against."""

from policycli.review.model import Review
from tests.review.conftest import Reviewed

METER = "取水单位应当自建成之日起三十日内安装计量设施，并向水行政主管部门报送安装情况。"
SLOGAN = "取水单位应当在安装的计量设施旁张贴标语，并向水行政主管部门报送照片。"
REUSED = "再生水企业向工业园区供应再生水，工业园区应当建设再生水管网。"


def _ids(review: Review, clause: int) -> list[str]:
    return [counterpart.article.id for counterpart in review.counterparts[clause]]


def test_an_article_governs_the_clause_most_like_it(reviewed: Reviewed) -> None:
    """What only resembles an article that another clause repeats is matter of the draft's own."""
    assert _ids(reviewed(SLOGAN), 1)[:1] == ["water-law.a2"]
    assert _ids(reviewed(SLOGAN, METER), 1) == []
    assert _ids(reviewed(SLOGAN, METER), 2)[:1] == ["water-law.a2"]


def test_the_nation_comes_before_the_province(reviewed: Reviewed) -> None:
    """Of articles nearly as like, that of the highest paper is first, that of the next second."""
    assert _ids(reviewed(REUSED), 1)[:2] == ["water-law.a5", "zhejiang-water.a1"]


def test_a_much_likelier_province_comes_first(reviewed: Reviewed) -> None:
    """Where the nation's article only touches the matter, the province's governs it."""
    clause = "工业园区应当建设再生水管网，再生水利用率不低于百分之三十。"

    assert _ids(reviewed(clause), 1)[:1] == ["zhejiang-water.a1"]


def test_of_laws_nearly_as_like_the_one_that_the_draft_follows_comes_first(
    reviewed: Reviewed,
) -> None:
    """What other clauses are copied from governs this one too, unless another is far more like."""
    fine = "未安装计量设施的，由水行政主管部门责令安装，处一万元以上五万元以下罚款。"
    reward = "节水改造奖励纳入预算，从节水收益中提取，给予单位奖励。"
    budget = "县级以上人民政府应当按照节水量给予获得奖励的单位节水改造资金。"

    assert _ids(reviewed(reward), 1)[:1] == ["reward-law.a1"]
    assert _ids(reviewed(METER, fine, reward), 3)[:1] == ["water-law.a3"]
    assert _ids(reviewed(METER, fine, budget), 3)[:1] == ["reward-law.a1"]
