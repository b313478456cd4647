"""What the tests of texts share."""

import pytest

from policycli.text.alphabet import Alphabet
from policycli.text.characters import compile_alphabet


@pytest.fixture(scope="session")
def alphabet() -> Alphabet:
    """The alphabet, compiled once."""
    return Alphabet(compile_alphabet())
