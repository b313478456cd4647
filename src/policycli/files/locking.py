"""One process at a time: locks that say when they wait, and give up on whoever does not move.

The lock of a file lies beside it, since two users of one network folder share nothing else; it is
hidden, and gone when nobody holds it.
"""

import contextlib
import os
import time
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from policycli.errors import ConflictError
from policycli.files.write import create, replace
from policycli.language import _

if TYPE_CHECKING:  # costs a start 20 ms
    import filelock

__all__ = ["Changed", "Lock", "changing", "notice"]

_SAID = 1  # seconds after which a writer says that it waits
_PATIENCE = 10  # seconds after which it gives up
_RHYTHM = 0.05  # seconds between two looks


def notice(sentence: str) -> None:
    """Say something on standard error that cannot be part of an answer."""
    import logging

    from policycli.text.sanitize import clean

    logging.getLogger("policycli").warning(clean(sentence))


class Lock:
    """A lock, by its path; whoever holds it and works on something long says so with ``beat``."""

    def __init__(self, path: str) -> None:
        self._path = path

    @contextlib.contextmanager
    def held(self, said: float, patience: float, sentence: str) -> Iterator[None]:
        """Hold the lock.

        Args:
            said: Seconds after which ``sentence`` is said.
            patience: Seconds without a ``beat`` of whoever holds it, after which to give up.
            sentence: That, and for whom, one waits.

        Raises:
            TimeoutError: Whoever holds it does not move.
            OSError: The folder is missing, full or read-only.
        """
        import filelock

        lock = filelock.FileLock(self._path, mode=0o666, poll_interval=_RHYTHM)
        try:
            lock.acquire(timeout=said)
        except filelock.Timeout:
            notice(sentence)
            self._wait(lock, patience - said, patience)
        try:
            self.beat()
            yield
        finally:
            # Removed while it is held: who waits for it sees that it is gone, and makes another.
            with contextlib.suppress(OSError):
                os.unlink(self._path)
            lock.release()

    def _wait(self, lock: "filelock.BaseFileLock", first: float, patience: float) -> None:
        import filelock

        left = first
        while not lock.is_locked:
            try:
                lock.acquire(timeout=left)
            except filelock.Timeout:
                left = patience - self._rest()
                if left <= 0:
                    raise TimeoutError from None

    def _rest(self) -> float:
        """Seconds since the last beat of whoever holds it."""
        try:
            return time.time() - os.stat(self._path).st_mtime
        except OSError:  # it has let go
            return 0.0

    def beat(self) -> None:
        """Let those who wait know that there is progress."""
        with contextlib.suppress(OSError):
            os.utime(self._path)


class Changed:
    """A file that this process alone changes.

    Attributes:
        content: What it held when it was read; ``None`` where there was none.
    """

    def __init__(self, path: str) -> None:
        self._path = path
        self.content = _content(path)

    def replace(self, content: bytes) -> None:
        """Write something else into the file.

        Raises:
            ConflictError: Somebody who asks for no lock, such as an editor, has changed it since
                it was read.
            OSError: It cannot be written; it is as it was.
        """
        if _content(self._path) != self.content:
            raise _conflict(self._path)
        if self.content is not None:
            replace(self._path, content)
            return
        try:
            create(self._path, content)
        except FileExistsError as error:
            raise _conflict(self._path) from error


def _content(path: str) -> bytes | None:
    try:
        with open(path, "rb") as file:
            return file.read()
    except FileNotFoundError:
        return None


def _conflict(path: str) -> ConflictError:
    sentence = _("{path} was changed by somebody else just now, and was left so: try again")
    return ConflictError(sentence.format(path=path))


@contextlib.contextmanager
def changing(path: str, *, force: bool = False) -> Iterator[Changed]:
    """Read a file and change it, while nobody else of this program does.

    Args:
        path: The file, there or not.
        force: Whether one that is marked as read-only may be changed.

    Raises:
        ConflictError: Somebody else has held it for too long, or it is read-only.
        OSError: It cannot be read, or its folder cannot be written.
    """
    target = os.path.realpath(path)
    _check_rights(path, force=force)
    with _locked(path, target):
        yield Changed(path)


def _check_rights(path: str, *, force: bool) -> None:
    """Rights are asked of the file itself: it is the folder's that let it be replaced."""
    try:
        is_writable = os.stat(path).st_mode & 0o222 and os.access(path, os.W_OK)
    except FileNotFoundError:
        return
    if not is_writable and not force:
        sentence = _("{path} is read-only: make it writable first")
        raise ConflictError(sentence.format(path=path))


@contextlib.contextmanager
def _locked(path: str, target: str) -> Iterator[None]:
    folder, name = os.path.split(os.path.normcase(target))
    lock = Lock(os.path.join(folder, f".policy-{zlib.crc32(os.fsencode(name)):08x}.lock"))
    waits = _("Waiting for another process that is changing {path} …").format(path=path)
    try:
        held = contextlib.ExitStack()
        held.enter_context(lock.held(_SAID, _PATIENCE, waits))
    except TimeoutError as error:
        sentence = _("{path} is held by another process for {n} seconds now; try again later")
        raise ConflictError(sentence.format(path=path, n=_PATIENCE)) from error
    except OSError as error:  # it is about the file that was asked for
        raise OSError(error.errno, error.strerror, path) from error
    with held:
        yield
