"""Everyday words are known by the words that officials write."""

from policycli.text.synonyms import BUNDLED, Vocabulary


def test_everyday_words_have_official_ones() -> None:
    """What people say leads to what policies write; official words stand for themselves."""
    assert BUNDLED.official("高企") == ("高新技术企业",)
    assert "成果转化" in BUNDLED.official("技术转移")
    assert BUNDLED.official("科技伦理委员会") == ()
    assert BUNDLED.official("") == ()


def test_sentences_are_searched_for_everyday_words() -> None:
    """Every everyday word in a sentence adds its official ones, each once, in a stable order."""
    assert "配偶" in BUNDLED.official_words("老公借的钱要不要一起还")
    both = BUNDLED.official_words("老公和老婆")
    assert len(both) == len(set(both))
    assert BUNDLED.official_words("天气很好") == {}


def test_a_long_official_word_weighs_as_much_as_the_short_one() -> None:
    """Two characters that stand for six share a third of the weight with each of them."""
    shares = BUNDLED.official_words("退休以后")
    assert shares["基本养老保险待遇"] == 2 / 8
    assert BUNDLED.official_words("老公")["夫妻"] == 1


def test_own_words_stand_beside_those_of_the_program() -> None:
    """Words of a catalogue come first and replace none; two catalogues can add to one word."""
    own = Vocabulary([("高企", ("高企库",)), ("转企", ("转制",)), ("转企", ("改制",))])
    assert own.official("高企") == ("高企库", "高新技术企业")
    assert own.official("转企") == ("转制", "改制")
    assert own.official("技术转移") == BUNDLED.official("技术转移")
    assert own.official_words("转企以后怎么办") == {"转制": 1.0, "改制": 1.0}
