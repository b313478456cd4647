"""Reports as papers: Word, a web page, Markdown."""

from collections.abc import Iterator, Sequence

from policycli.ethics.model import Screening
from policycli.exchange.web import escaped
from policycli.extras import missing
from policycli.language import _, chinese
from policycli.render import markdown
from policycli.render.cells import pieces, string
from policycli.views.model import Cell, Part
from policycli.views.screening_paper import parts, title

__all__ = ["ENDINGS", "content", "paper"]

ENDINGS = (".docx", ".html", ".md")

_STYLE = (
    "body{max-width:46em;margin:2em auto;padding:0 1em;font-family:serif;line-height:1.7}"
    "h1{text-align:center}table{border-collapse:collapse}td,th{border:1px solid;padding:.2em .5em}"
    "@media screen and (max-width:40em){table{display:block;overflow-x:auto}}"
)


def content(ending: str, screenings: Sequence[Screening]) -> bytes:
    """The whole of a report.

    Args:
        ending: One of ``ENDINGS``.
        screenings: A chapter each.

    Raises:
        UsageError: The library for this format is not installed.
    """
    return paper(title(), list(parts(screenings)), ending)


def paper(title: str, content: Sequence[Part], ending: str) -> bytes:
    """A paper of these parts; ``ending`` as of ``content``.

    Raises:
        UsageError: The library for this format is not installed.
    """
    if ending == ".docx":
        return _word(title, content)
    lines = _page(title, content) if ending == ".html" else _markdown(title, content)
    return "".join(lines).encode("utf-8", "replace")


def _word(title: str, content: Sequence[Part]) -> bytes:
    try:
        from policycli.exchange import official
    except ModuleNotFoundError as error:
        sentence = _("to write {ending}, install {library}: {command}")
        raise missing(sentence, "office", ending=".docx", library="python-docx") from error
    return official.written(title, content)


def _page(title: str, content: Sequence[Part]) -> Iterator[str]:
    """A page that loads nothing."""
    lang = "zh-CN" if chinese() else "en"
    csp = "default-src 'none'; style-src 'unsafe-inline'"
    yield f'<!doctype html><html lang={lang}><meta charset=utf-8><meta name=viewport content="'
    yield f'width=device-width"><meta http-equiv=Content-Security-Policy content="{csp}">'
    yield f"<title>{escaped(title)}</title><style>{_STYLE}</style><main><h1>{escaped(title)}</h1>\n"
    for part in content:
        if part.kind == "table":
            rows = "".join(_html_row(row, "td" if n else "th") for n, row in enumerate(part.rows))
            yield f"<table>{rows}</table>\n"
        else:
            tag = "h2" if part.kind == "heading" else "p"
            yield f"<{tag}>{escaped(part.text)}</{tag}>\n"
    yield "</main>\n"


def _html_row(cells: Sequence[Cell], tag: str) -> str:
    return f"<tr>{''.join(f'<{tag}>{escaped(string(cell))}</{tag}>' for cell in cells)}</tr>"


def _markdown(title: str, content: Sequence[Part]) -> Iterator[str]:
    yield f"# {markdown.escaped(title)}\n"
    for part in content:
        if part.kind == "table":
            head, *rows = [list(map(_marked, row)) for row in part.rows]
            lines = [head, ["---"] * len(head), *rows]
            yield "\n" + "".join(f"| {' | '.join(line)} |\n" for line in lines)
        else:
            yield f"\n{'## ' * (part.kind == 'heading')}{markdown.escaped(part.text)}\n"


def _marked(cell: Cell) -> str:
    """The words of a cell, with what is marked in bold."""
    said = ((markdown.escaped(words), bold) for words, bold in pieces(cell))
    return "".join(f"**{words}**" if bold else words for words, bold in said)
