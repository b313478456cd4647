"""What a terminal shows: lines in colour, and progress. The only module that knows rich.

Data reaches rich as segments, never as markup, and cleaned of what a terminal would obey.
"""

from collections.abc import Iterator, Sequence
from typing import Any, TextIO

from rich.console import Console
from rich.segment import Segment, Segments
from rich.style import Style

from policycli.render.layout import lines
from policycli.render.table import Screen
from policycli.text.sanitize import clean
from policycli.views.model import View

__all__ = ["progress", "write"]


def write(view: View[Any], stream: TextIO, *, color: bool = False) -> None:
    """Print ``view`` as wide as the terminal is."""
    console = Console(
        file=stream,
        force_terminal=color or None,
        color_system="standard" if color else None,
        no_color=not color,
    )
    screen = Screen(console.width, unicode=not console.options.ascii_only)
    segments = Segments(_segments(view, screen))
    console.print(segments, end="", crop=False)


def _segments(view: View[Any], screen: Screen) -> Iterator[Segment]:
    for line in lines(view, screen):
        yield from (Segment(words, Style.parse(style)) for words, style in line)
        yield Segment.line()


def progress(files: Sequence[str], stream: TextIO) -> Iterator[str]:
    """The files one after the other, with a bar that tells how far it is and goes away."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
    from rich.progress import TimeElapsedColumn as Elapsed

    name = TextColumn("{task.fields[name]}", markup=False)
    columns = (BarColumn(bar_width=24), MofNCompleteColumn(), Elapsed(), name)
    with Progress(*columns, console=Console(file=stream), transient=True) as bar:
        task = bar.add_task("", total=len(files), name="")
        for file in files:
            bar.update(task, name=clean(file))
            yield file
            bar.advance(task)
