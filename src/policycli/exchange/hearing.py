"""What a page needs to know of its characters to search as the program does: sounds, and variants.

Sounds are those of the characters in the page and of the 6,763 in common use (GB/T 2312), any of
which may be typed by mistake for one in it; variants are those of characters in the page alone.
"""

from collections import defaultdict
from functools import cache
from typing import Any

from policycli.text.alphabet import FIRST, LAST, Alphabet
from policycli.text.characters import compile_alphabet

__all__ = ["heard"]

_COMMON = bytes(
    byte for high in range(0xB0, 0xF8) for low in range(0xA1, 0xFF) for byte in (high, low)
).decode("gb2312", "ignore")


def heard(text: str) -> dict[str, Any]:
    """The sounds and variants of characters, for a page with this text.

    Returns:
        ``sounds`` has for each syllable the characters that can be read so; ``variants`` has for
        each character of the text its traditional forms.
    """
    alphabet = _alphabet()
    present = {char for char in alphabet.fold(text) if FIRST <= ord(char) <= LAST}
    sounds: defaultdict[str, str] = defaultdict(str)
    for char in sorted(present.union(_COMMON)):
        for reading in alphabet.readings(char):
            sounds[reading] += char
    variants: defaultdict[str, str] = defaultdict(str)
    for code in range(FIRST, LAST + 1):
        simple = alphabet.fold(chr(code))
        if simple != chr(code) and simple in present:
            variants[simple] += chr(code)
    return {"sounds": dict(sounds), "variants": dict(variants)}


@cache
def _alphabet() -> Alphabet:
    """What is known of all characters, which takes most of a second to compile."""
    return Alphabet(compile_alphabet())
