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
    assert official_words("天气很好") == ()
