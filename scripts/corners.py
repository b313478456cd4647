"""Writes ``src/policycli/text/corners.tsv``: four-corner codes (四角号码) of characters.

The codes are those of the package ``four-corner-method`` 0.2.0 (MIT; by its own words from the
最全的《四角号码检字表》 that wangyanhan shared). Only facts are taken over, character and code: the
first four of five digits, for the characters that the index knows.

    pip install four-corner-method==0.2.0
    python scripts/corners.py
"""

import sys
from importlib import import_module
from pathlib import Path

from policycli.text.alphabet import FIRST, LAST

OUT = Path(__file__).parent.parent / "src/policycli/text/corners.tsv"
HEAD = """\
# Four-corner codes (四角号码): the first four digits, and all characters that have them. Made by
# scripts/corners.py from the package four-corner-method 0.2.0.
"""


def main() -> int:
    """Write the table."""
    corners = import_module("four_corner_method").FourCornerMethod()
    chars: dict[str, str] = {}
    for char in map(chr, range(FIRST, LAST + 1)):
        code = corners.query(char)
        if code:
            chars[code[:4]] = chars.get(code[:4], "") + char
    lines = (f"{code}\t{alike}\n" for code, alike in sorted(chars.items()))
    OUT.write_text(HEAD + "".join(lines), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
