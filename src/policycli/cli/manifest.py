"""A manifest beside a file that was written: what was asked, of which catalogue, and what came."""

import hashlib
import json
import os
from time import strftime
from typing import TYPE_CHECKING

import click

from policycli import __version__
from policycli.cli.notes import say
from policycli.cli.parameters import CATALOGUE
from policycli.errors import UsageError
from policycli.files.write import check_free, write
from policycli.index.seal import Source, stamp
from policycli.language import _

if TYPE_CHECKING:
    from policycli.catalogue import Catalogue
    from policycli.views import file_rows as rows

__all__ = ["check_place", "write_manifest"]

_VERSION = 1
_CHUNK = 2**20  # bytes of a catalogue that are read at once


def check_place(path: str, *, force: bool) -> None:
    """See to it that the manifest of a file can be written.

    Raises:
        UsageError: There is one, and ``force`` is false.
    """
    check_free(_beside(path), force=force)


def write_manifest(
    path: str, query: str | list[str] | None, total: int, written: int, *, force: bool
) -> None:
    """Write the manifest of a file that is there.

    Args:
        path: Of the file.
        query: What was asked, as JSON names it.
        total: How much was found.
        written: How much of it is in the file.
        force: Whether another manifest may be replaced.

    Raises:
        UsageError: There is another one, or a catalogue changed meanwhile.
        OSError: It cannot be written.
    """
    context = click.get_current_context()
    catalogue: Catalogue | None = context.meta.get(CATALOGUE)
    sources = list(map(_source, catalogue.info().sources)) if catalogue else []
    whole = "".join(f"{each['sha256']}\n" for each in sources)
    said: rows.Manifest = {
        "schema": _VERSION,
        "file": os.path.basename(path),
        "sha256": _digest(path),
        "made": strftime("%Y-%m-%dT%H:%M:%S%z"),
        "program": f"policycli {__version__}",
        "arguments": list(context.obj),
        "query": query,
        "as_of": catalogue.day if catalogue else "",
        "total": total,
        "written": written,
        "fingerprint": hashlib.sha256(whole.encode()).hexdigest() if sources else "",
        "catalogues": sources,
    }
    text = json.dumps(said, ensure_ascii=False, indent=1) + "\n"
    write(_beside(path), text.encode("utf-8", "replace"), force=force)
    say(_("Wrote {path}.").format(path=_beside(path)))


def _beside(path: str) -> str:
    return f"{path}.manifest.json"


def _source(source: Source) -> "rows.ManifestSource":
    """A catalogue file as it was read.

    Raises:
        UsageError: It is another one by now.
    """
    if stamp(source.path) != source.stamp:
        sentence = _("{path} has changed while it was answered from; run this again")
        raise UsageError(sentence.format(path=source.path))
    return {
        "path": source.path,
        "sha256": _digest(source.path),
        "policies": source.policies,
        "measures": source.measures,
    }


def _digest(path: str) -> str:
    made = hashlib.sha256()
    with open(path, "rb") as file:
        while chunk := file.read(_CHUNK):
            made.update(chunk)
    return made.hexdigest()
