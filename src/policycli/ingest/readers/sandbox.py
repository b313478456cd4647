"""Reads one document in a process of its own, which can be stopped when it takes too much.

Parsers of PDF cannot be trusted to end, nor those of Word and HTML with what was made to harm
them. So the one that reads gets limits from the system, and whoever started it does not wait for
ever. Run as ``python -c`` with the module that reads as its argument; the document comes on
standard input; what is found goes to standard output, a line of JSON, then bytes of what is inside.
"""

import json
import os
import subprocess
import sys
from importlib import import_module
from typing import Any

from policycli.errors import DocumentError
from policycli.extras import install
from policycli.ingest.readers import limits
from policycli.ingest.readers.blocks import Block, bounded
from policycli.ingest.readers.kinds import Reader
from policycli.ingest.readers.parts import Part
from policycli.language import _, chinese, use

__all__ = ["answer", "apart", "main", "unpacked"]

_CODE = "import sys; sys.path.insert(0, sys.argv.pop(1)); "
_CODE += "from policycli.ingest.readers import sandbox; "
_ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), *[os.pardir] * 3))


def apart(reader: Reader, raw: bytes) -> list[Block]:
    """The blocks of a document, read in a process of its own.

    Raises:
        DocumentError: It cannot be read, or not within the limits of time and memory, or a
            library that its reader needs is not installed.
    """
    said, _payload = _run(reader, raw)
    return [
        Block(kind, text, level, tuple(map(tuple, rows)), tuple(map(tuple, links)))
        for kind, text, level, rows, links in said["blocks"]
    ]


def unpacked(reader: Reader, raw: bytes) -> list[Part]:
    """What is inside an archive, unpacked in a process of its own.

    Raises:
        DocumentError: As ``apart`` does.
    """
    said, payload = _run(reader, raw)
    found: list[Part] = []
    at = 0
    for name, size, error, skipped in said["parts"]:
        found.append(Part(name, payload[at : at + size], error, skipped))
        at += size
    return found


def _run(reader: Reader, raw: bytes) -> tuple[dict[str, Any], bytes]:
    """What the process says, and the bytes of the parts it found."""
    # -P: a module of the same name in the folder where the user stands is not loaded.
    call = [sys.executable, "-P", "-c", _CODE + "sandbox.main()", _ROOT, reader.module]
    memory = limits.PICTURES_MEMORY if reader.slow else limits.MEMORY
    seconds = limits.PICTURES_SECONDS if reader.slow else limits.SECONDS
    call += ["zh" if chinese() else "en", str(memory)]
    try:
        done = subprocess.run(  # noqa: S603 - the interpreter that runs this
            call, input=raw, capture_output=True, timeout=seconds, check=False
        )
    except subprocess.TimeoutExpired as error:
        what = _("takes more than {n} seconds to read; split it").format(n=seconds)
        raise DocumentError(what) from error
    said, _line, payload = done.stdout.partition(b"\n")
    return _checked(reader, said, memory), payload


def _checked(reader: Reader, written: bytes, memory: int) -> dict[str, Any]:
    """What the process said; it says nothing where the system ended it."""
    try:
        said: dict[str, Any] = json.loads(written)
    except ValueError as error:
        what = _("could not be read: its reader was stopped, perhaps beyond {n} MB of memory")
        raise DocumentError(what.format(n=limits.megabytes(memory))) from error
    if "missing" in said:
        what = _("to read {ending}, install {library}: {command}")
        library, command = said["missing"].replace("_", "-"), install(reader.extra)
        raise DocumentError(what.format(ending=reader.endings[0], library=library, command=command))
    if "error" in said:
        raise DocumentError(said["error"])
    return said


def main() -> None:
    """Read the document on standard input, and end the process."""
    module, language, memory = sys.argv[1:]
    _limit_memory(int(memory))
    use(language)
    payload: list[bytes] = []
    try:
        written = json.dumps(answer(module, sys.stdin.buffer.read(), payload)).encode()
    except MemoryError:
        os._exit(1)
    sys.stdout.buffer.writelines([written, b"\n", *payload])
    sys.stdout.buffer.flush()
    os._exit(0)


def answer(module: str, raw: bytes, payload: list[bytes]) -> dict[str, object]:
    """What a module makes of a document: its blocks or parts, or why there are none.

    Args:
        module: Of a reader.
        raw: The document.
        payload: Gets the bytes of the parts, in their order.
    """
    try:
        reader = import_module(module)
        if hasattr(reader, "read"):
            return {"blocks": list(bounded(reader.read(raw)))}
        parts: list[Part] = list(reader.parts(raw))
        payload += [part.raw for part in parts]
        return {"parts": [(p.name, len(p.raw), p.error, p.skipped) for p in parts]}
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
