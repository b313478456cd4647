"""The entry point of ``policy``.

Nothing but the standard library is imported before it is guarded, so that Ctrl-C is quiet from
the first moment on.
"""

import contextlib
import gc
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

__all__ = ["main", "run"]


def main() -> NoReturn:
    """Run the command line of this process, and end it."""
    # Loading makes many objects and no garbage; looking for some costs 3 ms of a short call.
    gc.set_threshold(100_000)
    code = run(sys.argv[1:])
    # Leaving at once saves the milliseconds of taking apart what the system takes apart anyway.
    # Everything is flushed by now, and nothing in this program waits for the interpreter's exit.
    os._exit(code)


def run(args: Sequence[str]) -> int:
    """Run one command line and return its exit code; nothing is raised, whatever happens."""
    try:
        from policycli.index.trust import asked_twice

        return asked_twice(lambda: _run(list(args)), _is_foreseen)
    except BaseException as error:  # noqa: BLE001 - panics of compiled code are no Exceptions
        return _ended(error, debug="--debug" in args)


def _ended(error: BaseException, *, debug: bool) -> int:
    try:
        from policycli.cli import failures

        return failures.end(error, debug=debug)
    except BaseException as again:  # noqa: BLE001 - a disk that fails, fails again
        return _ended_plainly(error, again)


def _ended_plainly(error: BaseException, again: BaseException) -> int:
    """Tell what happened where what tells it cannot be loaded: nothing more is loaded for that."""
    if isinstance(error, KeyboardInterrupt) or isinstance(again, KeyboardInterrupt):
        return 130
    said = f"Error: {error or type(error).__name__} ({type(again).__name__}: {again})"
    with contextlib.suppress(OSError):  # nobody may be listening
        os.write(2, "".join(c if c.isprintable() else "?" for c in said).encode() + b"\n")
    return 2 if isinstance(again, OSError | ImportError | MemoryError) else 70


def _is_foreseen(error: BaseException) -> bool:
    from policycli.cli import failures

    return failures.is_foreseen(error)


def _run(args: list[str]) -> int:
    from policycli import language, paths
    from policycli.cli import streams

    streams.prepare()
    file = paths.settings_file()
    if file and os.path.exists(file):  # most users have none
        from policycli.files import settings

        language.use(language.choose(args, os.environ, settings.setting("lang")))
        _tell(settings.faults())
    else:
        language.use(language.choose(args, os.environ))
    from policycli.cli.group import invoke

    code = invoke(args)
    streams.flush()
    return code


def _tell(faults: Sequence[str]) -> None:
    """What cannot be heeded among the settings."""
    from policycli.cli.notes import say

    for fault in faults:
        say(fault)
