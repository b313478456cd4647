"""Substitution costs of a typed character, syllable, initial or letter."""

from functools import lru_cache
from operator import eq

from policycli.text.alphabet import Alphabet, Table, near

__all__ = ["NEAR", "WRONG", "Character", "Initial", "Letter", "Syllable", "Unit"]
__all__ += ["literal", "spoken"]

SAME_SOUND = 0.25  # cost of another character of the same reading
NEAR = 0.5  # cost of a character whose reading many speakers confuse with the right one
SHAPE = {4: 0.55, 3: 0.55, 2: 0.75}  # cost of one by how many of its four corners are the same
WRONG = 1.0  # cost of any other character


class Unit:
    """One typed thing that stands for one character of a text."""

    def __init__(self, typed: str, alphabet: Alphabet) -> None:
        self.typed = typed
        self.alphabet = alphabet
        self.costs = Table(self._cost)
        """What each character costs in the place of this unit: 0 is right, 1 is wrong."""

    def _cost(self, char: str) -> float:
        raise NotImplementedError

    def marks(self) -> tuple[str, ...]:
        """What may stand for it in a text written in sounds, the usual first."""
        return (self.typed,)


class Letter(Unit):
    """A letter, digit or sign that stands for itself."""

    def _cost(self, char: str) -> float:
        return 0.0 if char == self.typed else WRONG


class Character(Unit):
    """A Chinese character: itself, one that sounds like it, or one that looks like it."""

    def __init__(self, typed: str, alphabet: Alphabet) -> None:
        super().__init__(typed, alphabet)
        self._readings = alphabet.readings(typed)
        self._heard = frozenset(self._readings)
        self._near = frozenset(alphabet.near_readings(typed))
        self._shape = alphabet.shape(typed)

    def marks(self) -> tuple[str, ...]:
        """The codes of its sound."""
        return (self.alphabet.code(self._readings[0]),)

    def _cost(self, char: str) -> float:
        if char == self.typed:
            return 0.0
        if not self._near.isdisjoint(self.alphabet.near_readings(char)):
            same = not self._heard.isdisjoint(self.alphabet.readings(char))
            return SAME_SOUND if same else NEAR
        return SHAPE.get(sum(map(eq, self._shape, self.alphabet.shape(char))), WRONG)


class Syllable(Unit):
    """A syllable of pinyin: any character that is read so."""

    def marks(self) -> tuple[str, ...]:
        """The codes of its sound."""
        return self.alphabet.codes(self.typed)

    def _cost(self, char: str) -> float:
        readings = self.alphabet.readings(char)
        if self.typed in readings:
            return 0.0
        return NEAR if near(self.typed) in self.alphabet.near_readings(char) else WRONG


class Initial(Unit):
    """The first letter of a syllable: any character with a reading that begins with it."""

    def _cost(self, char: str) -> float:
        if char == self.typed or any(r[0] == self.typed for r in self.alphabet.readings(char)):
            return 0.0
        return WRONG


@lru_cache(maxsize=1024)  # what was looked up for one query serves the next
def literal(char: str, alphabet: Alphabet) -> Unit:
    """The unit of a character that was typed."""
    return Character(char, alphabet) if alphabet.syllable(char) else Letter(char, alphabet)


@lru_cache(maxsize=1024)
def spoken(part: str, alphabet: Alphabet) -> Unit:
    """The unit of a syllable or, where ``part`` is none, of an initial."""
    return Syllable(part, alphabet) if part in alphabet.syllables else Initial(part, alphabet)
