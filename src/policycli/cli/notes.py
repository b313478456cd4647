"""Notes to the user beside the answer, on standard error."""

import sys

__all__ = ["say"]


def say(sentence: str) -> None:
    """Write one sentence; it may quote data, so it is cleaned."""
    from policycli.text.sanitize import clean

    sys.stderr.write(clean(sentence) + "\n")
