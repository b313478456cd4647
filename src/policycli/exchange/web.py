"""What pages share: text that stays text, and checksums by which they trust their own parts."""

from base64 import b64encode
from hashlib import sha256
from html import escape

from policycli.text.sanitize import clean

__all__ = ["escaped", "hashed"]


def escaped(value: str) -> str:
    """A text, clean, that no reader takes for tags."""
    return escape(clean(value))


def hashed(text: str) -> str:
    """A style or script as a content security policy (CSP) names it."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
