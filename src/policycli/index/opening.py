"""Opens the index of a set of catalogue files; has it made or brought up to date where needed."""

import os
import zlib
from collections.abc import Sequence

from policycli import paths
from policycli.index import seal
from policycli.index.progress import Report
from policycli.index.seal import Source
from policycli.index.store import Store, open_sealed

__all__ = ["open_store"]


def open_store(files: Sequence[str], report: Report) -> Store:
    """The index of ``files``, made or brought up to date where it is not.

    Raises:
        CatalogueError: Files have faults; an index that was there stays as it was.
    """
    folder = _folder(files)
    current = tuple(Source(file, seal.stamp(file)) for file in map(os.path.abspath, files))
    store = open_sealed(folder, current) if folder else None
    if store:
        return store
    from policycli.index.renew import renew  # what only a build needs stays out of a search

    return renew(folder, current, report)


def _folder(files: Sequence[str]) -> str | None:
    """Each set of catalogue files, and each version of the program, has a folder of its own."""
    cache = paths.cache_dir()
    if cache is None:
        return None
    names = "\0".join(map(os.path.realpath, files)).encode("utf-8", "surrogateescape")
    version = seal.INDEX_VERSION.encode()
    return os.path.join(cache, f"index-{zlib.crc32(names):08x}-{zlib.crc32(version):08x}")
