"""Who binds whom."""

from policycli.records.model import Policy, Region
from policycli.review.ranks import Place, place_of, rank_of_title, relation

NATION, PROVINCE, CITY, OTHER = Place("", 8), Place("33", 5), Place("3301", 2), Place("52", 5)


def test_higher_rank_and_larger_region_bind() -> None:
    """A law binds all, a province its cities, nobody its neighbours."""
    assert relation(CITY, NATION) == "higher"
    assert relation(CITY, PROVINCE) == "higher"
    assert relation(PROVINCE, OTHER) == "sister"
    assert relation(PROVINCE, CITY) is None or relation(PROVINCE, CITY) == "sister"


def test_the_same_region_at_the_same_rank() -> None:
    """A neighbour in the same region is a list of its own."""
    assert relation(PROVINCE, Place("33", 5)) == "same-region"


def test_a_title_says_which_city_a_rule_is_of() -> None:
    """A catalogue that gives the province alone is read with the title."""
    head = Policy("x", "舟山市海岛用水条例", region=Region("330000", "浙江省"), level="地方性法规")

    assert place_of(head) == Place("3309", 5)


def test_rank_by_title() -> None:
    """A 条例 of a region is a law of its congress; a notice is not."""
    assert rank_of_title("杭州市节约用水条例", "33") == 5
    assert rank_of_title("关于节约用水的通知", "33") == 2
