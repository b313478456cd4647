"""Drafts of papers, made in the process that reads them, with its limits."""

from collections.abc import Sequence
from typing import Any

from policycli.errors import DocumentError
from policycli.ingest.extract import drafting
from policycli.ingest.extract.draft import Draft, from_plain, to_plain
from policycli.ingest.readers.blocks import Block
from policycli.ingest.readers.sandbox import Task, made

__all__ = ["drafts", "make"]


def drafts(blocks: Sequence[Block], path: str) -> list[Draft]:
    """The policies of a paper; see ``drafting.drafts``.

    Raises:
        DocumentError: It takes more time or memory than allowed; the sentence begins with ``path``.
    """
    try:
        return [from_plain(data) for data in made(Task(__name__, {"path": path}), blocks)]
    except DocumentError as error:
        raise DocumentError(f"{path}: {error}") from error


def make(blocks: Sequence[Block], path: str) -> list[Any]:
    """The same as plain data; the sandbox runs this."""
    return [to_plain(draft) for draft in drafting.drafts(blocks, path)]
