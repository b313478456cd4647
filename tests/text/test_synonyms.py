"""Everyday words are known by the words that officials write."""

from policycli.text.synonyms import official_words, synonyms


def test_everyday_words_have_official_ones() -> None:
    """What people say leads to what policies write; official words stand for themselves."""
    assert synonyms("高企") == ("高新技术企业",)
    assert "成果转化" in synonyms("技术转移")
    assert synonyms("科技伦理委员会") == ()
    assert synonyms("") == ()


def test_sentences_are_searched_for_everyday_words() -> None:
    """Every everyday word in a sentence adds its official ones, each once, in a stable order."""
    assert "配偶" in official_words("老公借的钱要不要一起还")
    both = official_words("老公和老婆")
    assert len(both) == len(set(both))
    assert official_words("天气很好") == {}


def test_a_long_official_word_weighs_as_much_as_the_short_one() -> None:
    """Two characters that stand for six share a third of the weight with each of them."""
    shares = official_words("退休以后")
    assert shares["基本养老保险待遇"] == 2 / 8
    assert official_words("老公")["夫妻"] == 1
