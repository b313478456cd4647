"""Tables in text, with commas between the cells (RFC 4180) → blocks: one sheet."""

import csv
from collections.abc import Iterator
from io import StringIO

from policycli.errors import DocumentError
from policycli.ingest.readers.blocks import Block
from policycli.ingest.readers.decode import decode
from policycli.language import _

__all__ = ["read"]

_BETWEEN = ",\t;，"
"""What stands between cells: Excel takes what the system's list separator is."""


def read(raw: bytes) -> Iterator[Block]:
    """The cells as text; a cell in quotation marks may hold line breaks.

    Raises:
        DocumentError: It is in no encoding that is known, or a cell does not end.
    """
    text = decode(raw)
    first = text.lstrip("\ufeff\r\n").partition("\n")[0]
    between = max(_BETWEEN, key=first.count)
    try:
        rows = tuple(map(tuple, csv.reader(StringIO(text, newline=""), delimiter=between)))
    except csv.Error as error:
        raise DocumentError(_("is no table with commas: {why}").format(why=error)) from error
    yield Block("sheet", "", rows=rows)
