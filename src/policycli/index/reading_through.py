"""Reads a large index through while it is asked: nothing is answered before it was found whole.

That takes as long as there is much of it, so it is remembered for a day (see ``read_lately``).
"""

from collections.abc import Sequence
from threading import Thread

from policycli.index import seal
from policycli.index.read_lately import remember
from policycli.index.seal import File

__all__ = ["ReadingThrough"]


class ReadingThrough:
    """Files of an index that are read through beside what is asked of it."""

    def __init__(self, folder: str, files: Sequence[File], mark: bytes) -> None:
        self._found: BaseException | None = None
        self._thread = Thread(target=self._read, args=(folder, files, mark), daemon=True)
        self._thread.start()

    def _read(self, folder: str, files: Sequence[File], mark: bytes) -> None:
        try:
            seal.check(folder, files)
            remember(folder, mark)
        except Exception as error:  # noqa: BLE001 - whoever asked gets it
            self._found = error

    def settle(self) -> None:
        """Wait until all of it was read.

        Raises:
            Exception: It is damaged, or cannot be read.
        """
        self._thread.join()
        if self._found:
            raise self._found
