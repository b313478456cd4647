"""What the alphabet knows of a character: its simplified form, its sounds, its shape."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policycli.text.alphabet import Alphabet, near
from policycli.text.characters import compile_alphabet

ALPHABET = Alphabet(compile_alphabet())


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("關於加強科技倫理治理", "关于加强科技伦理治理"),
        ("ＡＢＣ１２３％", "abc123%"),
        ("《意见》“四端”", "意见四端"),
        ("台\u3000账\t。", "台 账 。"),
        ("零\u200b宽\ufeff", "零宽"),
        ("Ⅳ㎡", "ivm2"),
        ("𠮷🙂", "𠮷🙂"),
        ("", ""),
    ],
)
def test_folding_leaves_what_people_mean(alphabet: Alphabet, typed: str, folded: str) -> None:
    """Script, width, case, quotes and signs that nobody sees make no difference."""
    assert alphabet.fold(typed) == folded


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    """A folded text stays as it is, so that index and query meet."""
    once = ALPHABET.fold(text)
    assert ALPHABET.fold(once) == once


@given(st.text())
def test_every_folded_character_knows_its_place(text: str) -> None:
    """For each folded character there is a place in the text, and places never go back."""
    places = ALPHABET.places(text)
    assert len(places) == len(ALPHABET.fold(text))
    assert list(places) == sorted(places)
    assert all(0 <= place < len(text) for place in places)


@given(st.text())
def test_sounds_keep_the_length(text: str) -> None:
    """A text in sounds has a character for each of the text, so places are the same."""
    sounds = ALPHABET.sounds(text)
    assert len(sounds) == len(ALPHABET.starts(sounds)) == len(text)


@pytest.mark.parametrize(
    ("one", "other"), [("账", "帐"), ("成国", "成果"), ("是", "四"), ("心", "星"), ("张", "赞")]
)
def test_what_sounds_alike_is_written_alike(alphabet: Alphabet, one: str, other: str) -> None:
    """Homophones have one code, and so has what many speakers do not tell apart."""
    assert alphabet.sounds(one) == alphabet.sounds(other)


def test_what_sounds_otherwise_is_written_otherwise(alphabet: Alphabet) -> None:
    """Different sounds have different codes; what has no sound stands for itself."""
    assert len(set(alphabet.sounds("科技成果转化"))) == 6
    assert alphabet.sounds("abc 1。🙂") == "abc 1。🙂"


@pytest.mark.parametrize(
    ("char", "usual", "others"),
    [
        ("重", "zhong", {"chong"}),
        ("行", "xing", {"hang"}),
        ("长", "zhang", {"chang"}),
        ("乐", "le", {"yue"}),
        ("率", "lv", {"shuai"}),
        ("科", "ke", set()),
    ],
)
def test_characters_have_all_their_readings(
    alphabet: Alphabet, char: str, usual: str, others: set[str]
) -> None:
    """The usual reading comes first, the others in common use after it."""
    assert alphabet.syllable(char) == usual
    assert alphabet.readings(char)[0] == usual
    assert set(alphabet.readings(char)) == {usual} | others


@pytest.mark.parametrize("char", ["a", "1", "。", "🙂", "𠮷", " "])
def test_what_is_no_character_has_no_reading(alphabet: Alphabet, char: str) -> None:
    """Letters, signs and emoji have neither sound nor shape."""
    assert alphabet.syllable(char) == ""
    assert alphabet.readings(char) == ()
    assert alphabet.shape(char) == ()


@pytest.mark.parametrize(("word", "syllables"), [("重庆", "chong qing"), ("银行", "yin hang")])
def test_a_syllable_has_the_code_of_every_character_read_so(
    alphabet: Alphabet, word: str, syllables: str
) -> None:
    """What is typed as chongqing or yinhang meets 重庆 and 银行 where they stand in sounds."""
    for code, syllable in zip(alphabet.sounds(word), syllables.split(), strict=True):
        assert code in alphabet.codes(syllable)


def test_first_letters_of_sounds(alphabet: Alphabet) -> None:
    """Initials are those of the usual readings; letters and digits stay."""
    assert alphabet.starts(alphabet.sounds("科技成果zh1")) == "kjcgzh1"


def test_shapes_are_four_corners(alphabet: Alphabet) -> None:
    """Characters that look alike share corners, others do not."""
    alike = zip(alphabet.shape("未"), alphabet.shape("末"), strict=True)
    assert sum(one == other for one, other in alike) >= 3
    others = zip(alphabet.shape("科"), alphabet.shape("国"), strict=True)
    assert sum(one == other for one, other in others) <= 1


@pytest.mark.parametrize(
    ("one", "other"), [("zhang", "zan"), ("shi", "si"), ("chuang", "cuan"), ("jing", "jin")]
)
def test_near_syllables(one: str, other: str) -> None:
    """zh, ch, sh and -ng sound like z, c, s and -n to many."""
    assert near(one) == near(other)


def test_an_alphabet_that_is_cut_off_is_refused() -> None:
    """Half an alphabet raises at once instead of answering wrong."""
    compiled = compile_alphabet()
    with pytest.raises(ValueError):  # noqa: PT011 - whatever it says, it must be made anew
        Alphabet(compiled[: len(compiled) // 2])
    with pytest.raises(ValueError, match="whole"):
        Alphabet(compiled[:-1])
