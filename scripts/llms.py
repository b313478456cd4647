"""Write ``docs/llms.txt``, the list of pages for programs that read: ``python scripts/llms.py``.

With ``--check`` nothing is written, and the exit is 1 where the list is behind. The form is that of
llmstxt.org: a title, a summary, and links with a line on each.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

DOCS = Path(__file__).parents[1] / "docs"
PAGE = DOCS / "llms.txt"
HEAD = """\
# policycli

> The command `policy` looks up, compares and checks Chinese science-and-technology policy measures,
> offline, in Chinese and English, with JSON for programs.

## Docs

"""


def entries() -> Iterator[str]:
    """A line for every page: its title, and the first sentence under it."""
    for page in sorted(DOCS.glob("*.md")):
        title, _, rest = page.read_text("utf-8").partition("\n\n")
        yield f"- [{title.removeprefix('# ')}]({page.name}): {_first(rest)}\n"


def _first(text: str) -> str:
    """The first sentence of the first paragraph that is none of headings and marks."""
    prose = re.sub(r"^```.*?^```$", "", text, flags=re.DOTALL | re.MULTILINE)
    paragraphs = (
        part for part in prose.split("\n\n") if part.strip() and part.strip()[0] not in "#<|"
    )
    return " ".join(next(paragraphs).split()).split(". ")[0].rstrip(".:")


def main() -> int:
    """Write the list, or say whether it is up to date."""
    text = HEAD + "".join(entries())
    if "--check" in sys.argv:
        return int(PAGE.read_text("utf-8") != text)
    PAGE.write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
