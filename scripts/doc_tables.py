"""Write the tables in ``docs/`` that are made from registries: ``python scripts/doc_tables.py``.

With ``--check`` nothing is written, and the exit is 1 where a page is behind.
"""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from policycli.files.check import rules
from policycli.ingest.readers import kinds
from policycli.render import known

DOCS = Path(__file__).parents[1] / "docs"
MARKS = "<!-- {name}: made by scripts/doc_tables.py -->\n", "<!-- end of {name} -->\n"


def documents() -> Iterator[str]:
    """The kinds of documents that are taken in."""
    yield "| | |"
    yield "|---|---|"
    for reader in kinds.READERS:
        names = ", ".join(f"`{ending}`" for ending in reader.endings)
        needs = f"; needs `policycli[{reader.extra}]`" if reader.extra else ""
        yield f"| {names} | {reader.reads}{needs} |"


def findings() -> Iterator[str]:
    """The rules of ``policy validate``."""
    yield "| rule | severity | |"
    yield "|---|---|---|"
    for rule in rules().values():
        severity = "fault" if rule.severity == "error" else rule.severity
        yield f"| `{rule.name}` | {severity} | {rule.explanation} |"


def formats() -> Iterator[str]:
    """The formats of answers."""
    yield "| `-f` | `-o` | for |"
    yield "|---|---|---|"
    for form in known(citable=True):
        ending = f"`{form.ending}`" if form.ending else ""
        yield f"| `{form.name}` | {ending} | {form.use} |"


TABLES: dict[str, tuple[str, Callable[[], Iterator[str]]]] = {
    "documents": ("import.md", documents),
    "findings": ("ledger.md", findings),
    "formats": ("cli.md", formats),
}
"""By the name in the marks around a table: its page, and what makes its lines."""


def renewed(page: str, text: str) -> str:
    """The text of a page with its tables as they have to be."""
    for name, (where, lines) in TABLES.items():
        if where == page:
            begin, end = (mark.format(name=name) for mark in MARKS)
            table = "".join(f"{line}\n" for line in lines())
            before, found, rest = text.partition(begin)
            _old, closed, after = rest.partition(end)
            if not (found and closed):
                sys.exit(f"{page} has no marks for {name}")
            text = before + begin + table + end + after
    return text


def main() -> int:
    """Write or check the pages."""
    behind = 0
    for page in sorted({page for page, _lines in TABLES.values()}):
        before = (DOCS / page).read_text("utf-8")
        after = renewed(page, before)
        behind |= before != after
        if "--check" not in sys.argv:
            (DOCS / page).write_text(after, "utf-8")
    return behind if "--check" in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())
