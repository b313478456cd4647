"""Which article of an earlier edition an article was."""

from policycli.norms.alignment import aligned
from policycli.norms.wording import Weights

EVEN = Weights(lambda _gram: 1, 10)
OLD = ["供水企业应当每季度检测水质。", "用户应当按期缴纳水费。", "施工停水应当提前通知居民。"]


def test_articles_are_paired_by_their_wording_in_whatever_order() -> None:
    """Each has at most one past; what is in quite other words has none."""
    new = [OLD[2], "供水企业应当每月检测水质并公布。", "政府编制规划。"]

    assert aligned(OLD, new, EVEN) == {0: 2, 1: 0}


def test_the_likest_is_taken_first_and_of_equals_the_nearest() -> None:
    """An article split in two goes on in the half that has more of it; twins keep their order."""
    assert aligned(OLD[:1], ["供水企业检测水质。", OLD[0]], EVEN) == {1: 0}
    assert aligned([OLD[1], OLD[1]], [OLD[1], OLD[1]], EVEN) == {0: 0, 1: 1}
