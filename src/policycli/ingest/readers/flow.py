"""Paragraphs and cells, as they come one after the other → blocks.

Old word processors have no tables around their text: a paragraph says that it is in a cell, and
marks say where cells and rows end.
"""

from collections.abc import Iterator

from policycli.ingest.readers.blocks import Block, heading, paragraph, table

__all__ = ["Flow"]


class Flow:
    """Takes paragraphs in, and gives blocks out as soon as they are whole."""

    def __init__(self) -> None:
        self._done: list[Block] = []
        self._rows: list[list[str]] = []
        self._cells: list[str] = []
        self._cell: list[Block] = []
        self._inside: list[Block] = []

    def paragraph(self, text: str, level: int | None, *, inside: bool) -> None:
        """A paragraph ends.

        Args:
            text: All of it, with its number.
            level: Of a heading, 0 for the title of the document; ``None`` for text.
            inside: Whether it is in a cell; else the table ends, if there was one.
        """
        block = paragraph(text) if level is None else heading(text, min(level, 6))
        if inside:
            self._cell.append(block)
            return
        self._end_table()
        self._done.append(block)

    def end_cell(self) -> None:
        """A cell ends, with the paragraphs since the one before."""
        self._cells.append("\n".join(block.text for block in self._cell if block.text))
        self._inside += self._cell
        self._cell = []

    def end_row(self) -> None:
        """A row ends, with the cells since the one before."""
        if self._cells:
            self._rows.append(self._cells)
        self._cells = []

    def taken(self) -> list[Block]:
        """The blocks that are whole, each given out once."""
        done, self._done = self._done, []
        return done

    def end(self) -> Iterator[Block]:
        """What is left at the end of the document."""
        self._end_table()
        yield from self.taken()

    def _end_table(self) -> None:
        """A table ends; one with a single cell is a box around its paragraphs."""
        self.end_row()
        if sum(map(len, self._rows)) > 1:
            self._done.append(table(self._rows))
            self._inside = []
        self._done += [*self._inside, *self._cell]
        self._rows, self._cell, self._inside = [], [], []
