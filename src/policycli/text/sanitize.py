"""Text with nothing in it that steers what shows it."""

__all__ = ["clean", "escaped", "folded", "is_page"]

# Control characters, which terminals obey, and marks that turn the direction of writing, which
# make a text read otherwise than it is stored. Each becomes one visible character, so that
# highlighted ranges stay true. Lone surrogates cannot be written at all.
_BANNED = [
    *range(0x20),
    *range(0x7F, 0xA0),
    0x061C,
    *range(0x200E, 0x2010),
    *range(0x2028, 0x202F),
    *range(0x2066, 0x206A),
    0xFEFF,
    *range(0xFFF9, 0xFFFC),
]
_VISIBLE = dict.fromkeys(_BANNED, "\ufffd") | {0x0A: "\n", 0x0D: " ", 0x09: " "}
_FOLDED = _VISIBLE | {0x0A: " "}
_ESCAPED = {code: f"\\u{code:04x}" for code in _BANNED if code > 0x20}


def clean(text: str) -> str:
    """``text``, as long as before, with nothing in it that a terminal would obey."""
    return text.translate(_VISIBLE)


def folded(text: str) -> str:
    """The same on one line."""
    return text.translate(_FOLDED)


def escaped(json: str) -> str:
    """The same JSON without a character that a terminal would obey; JSON itself has no others."""
    return json.translate(_ESCAPED)


def is_page(address: str) -> bool:
    """Whether an address is one of the web; others may start programs, and catalogues are data."""
    return address.lower().startswith(("http://", "https://"))
