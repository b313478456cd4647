"""Draw what a terminal shows, from real runs: ``python scripts/pictures.py``.

With ``--check`` nothing is written, and the exit is 1 where a picture is behind. Characters stand
on the grid of a terminal, Chinese ones in two of its cells, whatever font a reader has; nothing is
fetched. (rich can draw too, but counts every character as one cell.)
"""

import io
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from html import escape
from itertools import groupby
from pathlib import Path

from rich.cells import cell_len
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from rich.terminal_theme import DIMMED_MONOKAI
from rich.text import Text

FOLDER = Path(__file__).parents[1] / "docs" / "pictures"
CALLS = ("policy search 科技成果转化 -n 3", "policy figures 基金 --unit 亿元 -n 3")
WIDTH = 80
ACROSS, DOWN, SIZE, EDGE = 9.6, 22, 16, 16  # a cell, its font, and what stands around all
FONTS = "Menlo,Consolas,'DejaVu Sans Mono','Noto Sans Mono CJK SC','Microsoft YaHei',monospace"


def picture(language: str) -> str:
    """The calls and their answers as an SVG, in the colours of a dark terminal."""
    console = Console(width=WIDTH, file=io.StringIO(), force_terminal=True)
    lines = [
        line
        for call in CALLS
        for text in (Text(f"$ {call}", "bold"), Text.from_ansi(answer(call, language)))
        for line in console.render_lines(text, pad=False)
    ]
    while lines and not any(segment.text.strip() for segment in lines[-1]):
        lines.pop()
    width, height = WIDTH * ACROSS + 2 * EDGE, len(lines) * DOWN + 2 * EDGE
    rows = (mark for at, line in enumerate(lines) for mark in row(line, EDGE + at * DOWN + SIZE))
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" role="img" '
        f'aria-label="{escape("; ".join(CALLS))}" font-family="{FONTS}" font-size="{SIZE}">\n'
        f'<rect width="100%" height="100%" rx="8" fill="{DIMMED_MONOKAI.background_color.hex}"/>\n'
    )
    return head + "".join(rows) + "</svg>\n"


def row(line: list[Segment], y: int) -> Iterator[str]:
    """The words of a line, each run of one style and one width of characters in its place."""
    x = float(EDGE)
    for segment in line:
        for _wide, run in groupby(segment.text, lambda character: cell_len(character) > 1):
            words = "".join(run)
            length = cell_len(words) * ACROSS
            if words.strip():
                yield (
                    f'<text x="{x:g}" y="{y}" textLength="{length:g}" xml:space="preserve"'
                    f"{look(segment.style or Style())}>{escape(words)}</text>\n"
                )
            x += length


def look(style: Style) -> str:
    """Colour and weight of a style."""
    color = style.color.get_truecolor(DIMMED_MONOKAI) if style.color else None
    fill = color.hex if color else DIMMED_MONOKAI.foreground_color.hex
    weight = ' font-weight="bold"' if style.bold else ""
    return f' fill="{fill}"{weight}' + (' opacity="0.6"' if style.dim else "")


def answer(call: str, language: str) -> str:
    """What a call prints on a terminal with colours."""
    with tempfile.TemporaryDirectory() as home:
        environ = {
            "HOME": home,
            "PATH": os.environ["PATH"],
            "PYTHONPATH": os.pathsep.join(sys.path),
            "POLICY_LANG": language,
            "COLUMNS": str(WIDTH),
            "LANG": "C.UTF-8",
        }
        line = [sys.executable, "-c", "from policycli.cli.main import main; main()"]
        words = [*call.split()[1:], "--color", "always", "-f", "table"]
        done = subprocess.run(  # noqa: S603 - the calls above
            [*line, *words], env=environ, capture_output=True, text=True, check=True
        )
        return done.stdout


def main() -> int:
    """Write the pictures, or say whether they are up to date."""
    drawn = {FOLDER / f"terminal.{language}.svg": picture(language) for language in ("en", "zh")}
    if "--check" in sys.argv:
        return int(any(path.read_text("utf-8") != svg for path, svg in drawn.items()))
    FOLDER.mkdir(exist_ok=True)
    for path, svg in drawn.items():
        path.write_text(svg, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
