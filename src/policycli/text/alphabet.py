"""What a Chinese character is to a reader: its simplified form, its sounds, its shape.

pypinyin, opencc and four-corner-method know all this, but take a third of a second to load. So
their answers for every character are compiled once (see ``characters``) into one small text that
travels with the index and is read in a millisecond.
"""

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import TypeVar

__all__ = ["BETWEEN", "FIRST", "LAST", "NONE", "SHAPE", "SOUND", "Alphabet", "Table", "near_names"]
__all__ += ["near"]

FIRST, LAST = 0x3400, 0x9FFF  # CJK extension A and the unified ideographs
SOUND = 0xE000  # private use: one character a syllable, so that sounds align like letters
SHAPE = 0x4E00  # any place with room for the ten thousand four-corner codes
NONE = " "
BETWEEN = "\uffff"  # no character
_QUOTES = "《》〈〉「」『』“”‘’\"'"

K = TypeVar("K")
V = TypeVar("V")


class Table(dict[K, V]):
    """A table whose entries are worked out when they are first asked for."""

    def __init__(self, entry: Callable[[K], V]) -> None:
        super().__init__()
        self._entry = entry

    def __missing__(self, key: K) -> V:
        self[key] = value = self._entry(key)
        return value


def near(syllable: str) -> str:
    """What a syllable sounds like to those who confuse zh, ch, sh or -ng with z, c, s or -n."""
    if syllable[1:2] == "h":
        syllable = syllable[0] + syllable[2:]
    return syllable[:-1] if syllable.endswith("ng") else syllable


def near_names(syllables: Iterable[str]) -> list[str]:
    """What remains distinct of ``syllables`` (see ``near``), numbered in their order."""
    return list(dict.fromkeys(map(near, syllables)))


class Alphabet:
    """Folding, sounds and shapes of characters.

    Args:
        compiled: The text that ``characters.compile_alphabet`` makes, in parts: the syllables; for
            every character from ``FIRST`` to ``LAST`` its sound (as ``SOUND`` + number of the
            syllable), its simplified form and its shape (as ``SHAPE`` + the first four digits of
            its four-corner code); the other readings of those that have several; and for every
            character up to ``LAST`` what ``sounds`` gives for it.

    Raises:
        ValueError: The text is cut off or of another version.
    """

    def __init__(self, compiled: str) -> None:
        parts = compiled.split(BETWEEN)
        names, self._sounds, self._simple, self._shapes, others, self._near = parts
        if len(self._near) != LAST + 1:
            raise ValueError("not a whole alphabet")
        self.syllables = {syllable: at for at, syllable in enumerate(names.split(NONE))}
        self._names = list(self.syllables)
        self._others = {word[0]: word[1:].split(",") for word in others.split(NONE)}
        self._folding = Table(self._fold)
        self._one_to_one = set[str]()  # characters that fold to one, of texts seen so far
        self._starting = Table(self._start)
        self._heard = Table(self._hear)
        self._nearly_heard: Table[str, tuple[str, ...]] = Table(
            lambda char: tuple(map(near, self._heard[char]))
        )
        self._seen = Table(self._see)

    def fold(self, text: str) -> str:
        """``text`` as it is compared: NFKC, lower case, simplified, without controls and quotes.

        Works character by character, so that places in the result can be traced back.
        """
        return text.translate(self._folding)

    def places(self, text: str) -> Sequence[int]:
        """For each character of the folded text, where in ``text`` it comes from."""
        if self._one_to_one.issuperset(text):
            return range(len(text))
        self._one_to_one.update(char for char in text if len(self._folding[ord(char)]) == 1)
        return [at for at, char in enumerate(text) for _ in self._folding[ord(char)]]

    def _fold(self, code: int) -> str:
        plain = unicodedata.normalize("NFKC", chr(code)).lower()
        return "".join(self._fold_one(part) for part in plain)

    def _fold_one(self, char: str) -> str:
        if FIRST <= ord(char) <= LAST:
            return self._simple[ord(char) - FIRST]
        if char.isspace():
            return " "
        return "" if char in _QUOTES or unicodedata.category(char)[0] == "C" else char

    def sounds(self, text: str) -> str:
        """Folded ``text`` with one code for every character that sounds (nearly) alike."""
        return text.translate(self._near)  # what is past the end of the table stays

    def starts(self, sounds: str) -> str:
        """A text in ``sounds`` with the first letter of each."""
        return sounds.translate(self._starting)

    def _start(self, code: int) -> str:
        number = code - SOUND
        return self._near_names[number][0] if 0 <= number < len(self._near_names) else chr(code)

    def syllable(self, char: str) -> str:
        """The usual reading of ``char`` without its tone (ü as v); empty if it has none."""
        place = ord(char) - FIRST
        if not 0 <= place <= LAST - FIRST or self._sounds[place] == NONE:
            return ""
        return self._names[ord(self._sounds[place]) - SOUND]

    def readings(self, char: str) -> tuple[str, ...]:
        """All readings of ``char`` in common use, the usual one first."""
        return self._heard[char]

    def near_readings(self, char: str) -> tuple[str, ...]:
        """What its readings sound like (see ``near``)."""
        return self._nearly_heard[char]

    def _hear(self, char: str) -> tuple[str, ...]:
        usual = self.syllable(char)
        return (usual, *self._others.get(char, ())) if usual else ()

    def code(self, syllable: str) -> str:
        """The code that ``sounds`` gives to characters read ``syllable``."""
        return chr(SOUND + self._near_numbers[near(syllable)])

    @cached_property
    def _near_numbers(self) -> dict[str, int]:
        return {name: at for at, name in enumerate(self._near_names)}

    @cached_property
    def _near_names(self) -> list[str]:
        return near_names(self._names)

    def codes(self, syllable: str) -> tuple[str, ...]:
        """Every code that ``sounds`` gives to characters that can be read ``syllable``."""
        usual = map(self.syllable, self._also_read.get(syllable, ()))
        return tuple(dict.fromkeys((self.code(syllable), *map(self.code, usual))))

    @cached_property
    def _also_read(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for char, readings in self._others.items():
            for reading in readings:
                found.setdefault(reading, []).append(char)
        return found

    def shape(self, char: str) -> tuple[int, ...]:
        """The four-corner digits of ``char``; empty if it has none."""
        return self._seen[char]

    def _see(self, char: str) -> tuple[int, ...]:
        place = ord(char) - FIRST
        if not 0 <= place <= LAST - FIRST or self._shapes[place] == NONE:
            return ()
        code = ord(self._shapes[place]) - SHAPE
        return (code // 1000, code // 100 % 10, code // 10 % 10, code % 10)
