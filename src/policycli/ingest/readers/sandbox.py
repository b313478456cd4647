"""Reads documents, and drafts, in a process of its own, which is stopped when it takes too much.

Parsers of PDF cannot be trusted to end, nor those of Word and HTML with what was made to harm
them. So the one that reads gets limits from the system, and whoever started it does not wait for
ever. A process reads one document after another, since starting costs more than most documents
do; one that had trouble, or took much memory, reads no other.
"""

import atexit
import contextlib
import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import Any, BinaryIO, NamedTuple

from policycli.errors import DocumentError
from policycli.extras import install
from policycli.ingest.readers import limits
from policycli.ingest.readers.blocks import Block, bounded, restored
from policycli.ingest.readers.kinds import Reader
from policycli.ingest.readers.parts import Part
from policycli.language import _, chinese, use

__all__ = [
    "Task",
    "answer",
    "apart",
    "apart_made",
    "close",
    "made",
    "main",
    "started",
    "stop",
    "unpacked",
    "worked",
]

_CODE = "import sys; sys.path.insert(0, sys.argv.pop(1)); "
_CODE += "from policycli.ingest.readers import sandbox; sandbox.main()"
_ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), *[os.pardir] * 3))
_SERVED = 1_000  # documents of one process: what leaks, leaks no further
_WORN = 4  # a process that took this part of the memory allowed reads no other document


class Task(NamedTuple):
    """What is made of what was read.

    Attributes:
        module: Has ``make(blocks, **arguments)``, which gives plain data; or for what is large
            ``work(raw, payload, **arguments)``, which also adds bytes to ``payload``.
        arguments: Plain data too.
    """

    module: str
    arguments: Mapping[str, Any]


def apart(reader: Reader, raw: bytes) -> list[Block]:
    """The blocks of a document, read in a process of its own.

    Raises:
        DocumentError: It cannot be read, or not within the limits of time and memory, or a
            library that its reader needs is not installed.
    """
    return restored(_read(reader, raw)[0]["blocks"])


def apart_made(reader: Reader, raw: bytes, task: Task) -> tuple[list[Block], Any]:
    """What a task makes of a document, where it is read: blocks of a large one take much memory.

    Returns:
        Nothing and what was made; or the blocks and nothing, where pages of them are pictures,
        which have to be recognised first, or none of them holds text.

    Raises:
        DocumentError: As ``apart`` does.
    """
    said = _read(reader, raw, task)[0]
    return restored(said.get("blocks", ())), said.get("made")


def made(task: Task, blocks: Sequence[Block]) -> Any:
    """What a task makes of blocks, in a process of its own.

    Raises:
        DocumentError: It cannot, or not within the limits of time and memory.
    """
    return _worked_on({"task": task}, [json.dumps(blocks).encode()])[0]


def worked(task: Task, parts: Sequence[bytes]) -> tuple[Any, bytes]:
    """What a task makes of bytes, in a process of its own: plain data, and bytes.

    Raises:
        DocumentError: As ``made`` does.
    """
    return _worked_on({"task": task, "large": True}, parts)


def _worked_on(request: Mapping[str, Any], parts: Sequence[bytes]) -> tuple[Any, bytes]:
    said, payload = _asked(request, parts, _Limit(limits.SECONDS, limits.MEMORY))
    if "error" in said:
        raise DocumentError(said["error"])
    return said["made"], payload


def unpacked(reader: Reader, raw: bytes) -> list[Part]:
    """What is inside an archive, unpacked in a process of its own.

    Raises:
        DocumentError: As ``apart`` does.
    """
    said, payload = _read(reader, raw)
    found: list[Part] = []
    at = 0
    for name, size, error, skipped in said["parts"]:
        found.append(Part(name, payload[at : at + size], error, skipped))
        at += size
    return found


class _Limit(NamedTuple):
    """How long one document may take, and how many bytes of address space."""

    seconds: float
    memory: int


def started() -> "subprocess.Popen[bytes]":
    """A process that runs ``main``."""
    # -P: a module of the same name in the folder where the user stands is not loaded.
    return subprocess.Popen(  # noqa: S603 - the interpreter that runs this
        [sys.executable, "-P", "-c", _CODE, _ROOT],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,  # an interrupt at the terminal is for the program alone
    )


class _Process:
    """A process that reads documents."""

    def __init__(self) -> None:
        self._process = started()
        _running.add(self)
        self._served = 0
        self._late = False

    def ask(
        self, request: Mapping[str, Any], parts: Sequence[bytes], limit: _Limit
    ) -> tuple[dict[str, Any], bytes]:
        """What it says of a document, and the bytes that go with that.

        Raises:
            DocumentError: It took too much time or memory, and is stopped.
        """
        self._served += 1
        timer = threading.Timer(limit.seconds, self._stop_late)
        timer.start()
        try:
            return self._exchanged(request, parts)
        except (OSError, ValueError) as error:
            raise DocumentError(self._stopped(limit)) from error
        finally:
            timer.cancel()

    def _exchanged(
        self, request: Mapping[str, Any], parts: Sequence[bytes]
    ) -> tuple[dict[str, Any], bytes]:
        given, got = self._process.stdin, self._process.stdout
        assert given is not None  # noqa: S101 - they are pipes
        assert got is not None  # noqa: S101
        given.writelines([json.dumps(request).encode(), b"\n", *parts])
        given.flush()
        said: dict[str, Any] = json.loads(got.readline())  # nothing where the system ended it
        payload = got.read(said["payload"])
        if len(payload) < said["payload"]:
            raise ValueError("cut off")
        return said, payload

    def _stop_late(self) -> None:
        self._late = True
        self._process.kill()

    def _stopped(self, limit: _Limit) -> str:
        if self._late:
            what = _("takes more than {n} seconds to read; split it")
            return what.format(n=limit.seconds)
        what = _("could not be read: its reader was stopped, perhaps beyond {n} MB of memory")
        return what.format(n=limits.megabytes(limit.memory))

    def is_fresh(self, said: Mapping[str, Any]) -> bool:
        """Whether it can read another document after what it said of one."""
        has_trouble = "error" in said or "missing" in said
        return not (has_trouble or said["worn"] or self._served >= _SERVED)

    def stop(self) -> None:
        """Stop it; whoever waits for its answer gets none."""
        self._process.kill()

    def close(self) -> None:
        """End it."""
        self.stop()
        self._process.communicate()
        _running.discard(self)


_running: set[_Process] = set()
_idle: list[_Process] = []


@atexit.register
def close() -> None:
    """End the processes that wait for another document."""
    while _idle:
        _idle.pop().close()


def stop() -> None:
    """Stop all processes, also those that are at work for other threads."""
    for process in list(_running):
        process.stop()
    close()


def _read(reader: Reader, raw: bytes, task: Task | None = None) -> tuple[dict[str, Any], bytes]:
    """What a process says of a document, and the bytes of the parts it found."""
    limit = _Limit(limits.SECONDS, limits.MEMORY)
    if reader.slow:
        limit = _Limit(limits.PICTURES_SECONDS, limits.PICTURES_MEMORY)
    said, payload = _asked({"module": reader.module, "task": task}, [raw], limit)
    _check(reader, said)
    return said, payload


def _asked(
    request: Mapping[str, Any], parts: Sequence[bytes], limit: _Limit
) -> tuple[dict[str, Any], bytes]:
    """What a process answers; one that had no trouble waits for another document."""
    size, language = sum(map(len, parts)), "zh" if chinese() else "en"
    around = {"size": size, "language": language, "memory": limit.memory}
    try:
        process = _idle.pop()
    except IndexError:
        process = _Process()
    is_fresh = False
    try:
        said, payload = process.ask({**request, **around}, parts, limit)
        is_fresh = process.is_fresh(said)
    finally:
        if is_fresh:
            _idle.append(process)
        else:
            process.close()
    return said, payload


def _check(reader: Reader, said: Mapping[str, Any]) -> None:
    if "missing" in said:
        what = _("to read {ending}, install {library}: {command}")
        library, command = said["missing"].replace("_", "-"), install(reader.extra)
        raise DocumentError(what.format(ending=reader.endings[0], library=library, command=command))
    if "error" in said:
        raise DocumentError(said["error"])


def main() -> None:
    """Read the documents that come on standard input, and end with it."""
    given = sys.stdin.buffer
    with contextlib.suppress(MemoryError), os.fdopen(os.dup(1), "wb") as out:
        os.dup2(2, 1)  # what a parser prints is no answer
        while line := given.readline():
            _serve(json.loads(line), given, out)
    os._exit(0)


def _serve(request: Mapping[str, Any], given: BinaryIO, out: BinaryIO) -> None:
    _limit_memory(request["memory"])
    use(request["language"])
    payload: list[bytes] = []
    raw = given.read(request["size"])
    task = Task(*request["task"]) if request["task"] else None
    if "module" in request:
        said = answer(request["module"], raw, payload, task)
    else:
        assert task  # noqa: S101 - who asks for no reader asks for it
        said = _guarded(lambda: _worked(task, raw, payload, large="large" in request))
    worn = _peak() > request["memory"] // _WORN
    said |= {"payload": sum(map(len, payload)), "worn": worn}
    out.writelines([json.dumps(said).encode(), b"\n", *payload])
    out.flush()


def answer(
    module: str, raw: bytes, payload: list[bytes], task: Task | None = None
) -> dict[str, Any]:
    """What a module makes of a document: its blocks or parts, or why there are none.

    Args:
        module: Of a reader.
        raw: The document.
        payload: Gets the bytes of the parts, in their order.
        task: What is made of the blocks in their place, where they are whole.
    """
    return _guarded(lambda: _found(import_module(module), raw, payload, task))


def _found(reader: Any, raw: bytes, payload: list[bytes], task: Task | None) -> dict[str, Any]:
    if hasattr(reader, "read"):
        blocks = list(bounded(reader.read(raw)))
        kinds = {block.kind for block in blocks}
        is_whole = "pictures" not in kinds and kinds - {"missing"}
        return {"made": _made(task, blocks)} if task and is_whole else {"blocks": blocks}
    parts: list[Part] = list(reader.parts(raw))
    payload += [part.raw for part in parts]
    return {"parts": [(p.name, len(p.raw), p.error, p.skipped) for p in parts]}


def _worked(task: Task, raw: bytes, payload: list[bytes], *, large: bool) -> dict[str, Any]:
    if large:
        made = import_module(task.module).work(raw, payload, **task.arguments)
        return {"made": made}
    return {"made": _made(task, restored(json.loads(raw)))}


def _made(task: Task, blocks: list[Block]) -> Any:
    return import_module(task.module).make(blocks, **task.arguments)


def _guarded(work: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    """What comes of some work on a document, or why nothing does."""
    try:
        return work()
    except ModuleNotFoundError as error:
        return {"missing": error.name}
    except DocumentError as error:
        return {"error": str(error)}
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - whatever a parser makes of damaged data
        what = _("is damaged, or of a kind that cannot be read ({what})")
        return {"error": what.format(what=type(error).__name__)}


def _limit_memory(most: int) -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limits
        return
    _soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (most, hard))


def _peak() -> int:
    """The most memory, in bytes, that this process had; it may not have given that back.

    What the system counts as its peak may be that of the program that started it, which Linux
    hands on; the memory that it has itself knows better.
    """
    with contextlib.suppress(OSError), open("/proc/self/status", encoding="ascii") as status:
        return next(int(line.split()[1]) * 1024 for line in status if line.startswith("VmHWM"))
    try:
        import resource
    except ImportError:
        return 0
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit
