"""What a Chinese character is to a reader: its simplified form, its sounds, its shape.

pypinyin, opencc and four-corner-method know all this, but take a third of a second to load. So
their answers for every character are compiled once (see ``characters``) into one small text that
travels with the index and is read in a millisecond.
"""

import unicodedata
from collections.abc import Callable
from functools import cached_property

__all__ = ["FIRST", "LAST", "NONE", "SHAPE", "SOUND", "Alphabet", "Table", "near"]

FIRST, LAST = 0x3400, 0x9FFF  # CJK extension A and the unified ideographs
SOUND = 0xE000  # private use: one character a syllable, so that sounds align like letters
SHAPE = 0x10000  # an unused place with room for the ten thousand four-corner codes
NONE = " "
_QUOTES = "《》〈〉「」『』“”‘’\"'"


class Table(dict[int, str]):
    """A table for ``str.translate`` that works out an entry when it is first asked for."""

    def __init__(self, entry: Callable[[str], str]) -> None:
        super().__init__()
        self._entry = entry

    def __missing__(self, code: int) -> str:
        self[code] = value = self._entry(chr(code))
        return value


def near(syllable: str) -> str:
    """What a syllable sounds like to those who do not tell zh, ch, sh or -ng apart."""
    if syllable[1:2] == "h":
        syllable = syllable[0] + syllable[2:]
    return syllable[:-1] if syllable.endswith("ng") else syllable


class Alphabet:
    """Folding, sounds and shapes of characters.

    Args:
        compiled: The text that ``characters.compile_alphabet`` makes: five lines, which are the
            syllables; for every character from ``FIRST`` to ``LAST`` its sound (as ``SOUND`` +
            number of the syllable), its simplified form and its shape (as ``SHAPE`` + first
            four digits of its four-corner code); and the other readings of those that have several.
    """

    def __init__(self, compiled: str) -> None:
        names, self._sounds, self._simple, self._shapes, others = compiled.split("\n")
        self.syllables = names.split(NONE)
        self.numbers = {syllable: at for at, syllable in enumerate(self.syllables)}
        self._others = {word[0]: word[1:].split(",") for word in others.split(NONE)}
        self._folding = Table(self._fold)
        self._near = Table(self._near_sound)
        self._starts = Table(lambda char: self.syllable(char)[:1] or char)

    def fold(self, text: str) -> str:
        """``text`` as it is compared: NFKC, lower case, simplified, without controls and quotes.

        Works character by character, so that places in the result can be traced back.
        """
        return text.translate(self._folding)

    def places(self, text: str) -> list[int]:
        """For each character of the folded text, where in ``text`` it comes from."""
        return [at for at, char in enumerate(text) for _ in self._folding[ord(char)]]

    def _fold(self, char: str) -> str:
        plain = unicodedata.normalize("NFKC", char).lower()
        return "".join(self._fold_one(part) for part in plain)

    def _fold_one(self, char: str) -> str:
        if FIRST <= ord(char) <= LAST:
            return self._simple[ord(char) - FIRST]
        if char.isspace():
            return " "
        return "" if char in _QUOTES or unicodedata.category(char)[0] == "C" else char

    def sounds(self, text: str) -> str:
        """Folded ``text`` with one code for every character that sounds (nearly) alike."""
        return text.translate(self._near)

    def sound(self, char: str) -> str:
        """The code of one folded character in ``sounds``."""
        return self._near[ord(char)]

    def start(self, char: str) -> str:
        """The first letter of the sound of one folded character."""
        return self._starts[ord(char)]

    def _near_sound(self, char: str) -> str:
        syllable = self.syllable(char)
        return self.code(syllable) if syllable else char

    def initials(self, text: str) -> str:
        """Folded ``text`` with the first letter of its sound for every character."""
        return text.translate(self._starts)

    def syllable(self, char: str) -> str:
        """The usual reading of ``char`` without its tone (ü as v); empty if it has none."""
        place = ord(char) - FIRST
        if not 0 <= place <= LAST - FIRST or self._sounds[place] == NONE:
            return ""
        return self.syllables[ord(self._sounds[place]) - SOUND]

    def readings(self, char: str) -> tuple[str, ...]:
        """All readings of ``char`` in common use, the usual one first."""
        usual = self.syllable(char)
        return (usual, *self._others.get(char, ())) if usual else ()

    def code(self, syllable: str) -> str:
        """The code that ``sounds`` gives to characters read ``syllable``."""
        return self._codes[near(syllable)]

    @cached_property
    def _codes(self) -> dict[str, str]:
        return {
            sound: chr(SOUND + number)
            for number, sound in enumerate(dict.fromkeys(map(near, self.syllables)))
        }

    def codes(self, syllable: str) -> set[str]:
        """Every code under which a character that can be read ``syllable`` may be indexed."""
        usual = (self.syllable(char) for char in self._also_read.get(syllable, ()))
        return {self.code(syllable), *map(self.code, usual)}

    @cached_property
    def _also_read(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for char, readings in self._others.items():
            for reading in readings:
                found.setdefault(reading, []).append(char)
        return found

    def shape(self, char: str) -> tuple[int, ...]:
        """The four-corner digits of ``char``; empty if it has none."""
        place = ord(char) - FIRST
        if not 0 <= place <= LAST - FIRST or self._shapes[place] == NONE:
            return ()
        code = ord(self._shapes[place]) - SHAPE
        return (code // 1000, code // 100 % 10, code // 10 % 10, code % 10)
