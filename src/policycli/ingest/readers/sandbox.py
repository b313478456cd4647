"""Reads one document in a process of its own, which can be stopped when it takes too much.

Parsers of PDF cannot be trusted to end, nor those of Word and HTML with what was made to harm
them. So the one that reads gets limits from the system, and whoever started it does not wait for
ever. Run as ``python -c`` with the module that reads as its argument; the document comes on
standard input, its blocks go to standard output as JSON.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from importlib import import_module

from policycli.errors import DocumentError
from policycli.extras import install
from policycli.ingest.readers import limits
from policycli.ingest.readers.blocks import Block, bounded
from policycli.ingest.readers.kinds import Reader
from policycli.language import _, chinese, use

__all__ = ["answer", "apart", "main"]

_CODE = "import sys; sys.path.insert(0, sys.argv.pop(1)); "
_CODE += "from policycli.ingest.readers import sandbox; "
_ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), *[os.pardir] * 3))


def apart(reader: Reader, raw: bytes) -> list[Block]:
    """The blocks of a document, read in a process of its own.

    Raises:
        DocumentError: It cannot be read, or not within the limits of time and memory, or a
            library that its reader needs is not installed.
    """
    # -P: a module of the same name in the folder where the user stands is not loaded.
    call = [sys.executable, "-P", "-c", _CODE + "sandbox.main()", _ROOT, reader.module]
    call += ["zh" if chinese() else "en", str(limits.MEMORY)]
    try:
        done = subprocess.run(  # noqa: S603 - the interpreter that runs this
            call, input=raw, capture_output=True, timeout=limits.SECONDS, check=False
        )
    except subprocess.TimeoutExpired as error:
        what = _("takes more than {n} seconds to read; split it").format(n=limits.SECONDS)
        raise DocumentError(what) from error
    return _blocks(reader, done.stdout)


def _blocks(reader: Reader, written: bytes) -> list[Block]:
    """What the process said; it says nothing where the system ended it."""
    try:
        said = json.loads(written)
    except ValueError as error:
        what = _("could not be read: its reader was stopped, perhaps beyond {n} MB of memory")
        raise DocumentError(what.format(n=limits.megabytes(limits.MEMORY))) from error
    if "missing" in said:
        what = _("to read {ending}, install {library}: {command}")
        library, command = said["missing"].replace("_", "-"), install(reader.extra)
        raise DocumentError(what.format(ending=reader.endings[0], library=library, command=command))
    if "error" in said:
        raise DocumentError(said["error"])
    return [
        Block(kind, text, level, tuple(tuple(row) for row in rows))
        for kind, text, level, rows in said["blocks"]
    ]


def main() -> None:
    """Read the document on standard input, and end the process."""
    module, language, memory = sys.argv[1:]
    _limit_memory(int(memory))
    use(language)
    try:
        written = json.dumps(answer(module, sys.stdin.buffer.read())).encode()
    except MemoryError:
        os._exit(1)
    sys.stdout.buffer.write(written)
    sys.stdout.buffer.flush()
    os._exit(0)


def answer(module: str, raw: bytes) -> dict[str, object]:
    """What a module makes of a document: its blocks, or why there are none."""
    try:
        read: Callable[[bytes], Iterator[Block]] = import_module(module).read
        return {"blocks": list(bounded(read(raw)))}
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
