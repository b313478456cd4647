"""The text of a paper that describes a project."""

from policycli.ingest.readers.read import read

__all__ = ["description"]


def description(path: str) -> str:
    """The text of a paper, a paragraph or a row of a table a line.

    Raises:
        DocumentError: It cannot be read.
        OSError: The system does not let it be read.
    """
    lines: list[str] = []
    for block in read(path):
        lines += block.text.splitlines()
        lines += ["，".join(filter(None, row)) for row in block.rows]
    return "\n".join(lines)
