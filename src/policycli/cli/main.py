"""The entry point, and the one place where errors become exit codes.

Exit codes: 0 found or done, 1 nothing matched, 2 wrong usage or bad data, 70 a mistake of this
program, 130 interrupted. Whoever closes the pipe has read enough: 0.
"""

import os
import sys
from collections.abc import Sequence
from typing import NoReturn

__all__ = ["main", "run"]


def main() -> NoReturn:
    """Run the command line of this process, and end it."""
    code = run(sys.argv[1:])
    # Leaving at once saves 5 ms of taking apart what the system takes apart anyway. All output
    # is flushed, and no part of the program waits for its exit.
    os._exit(code)


def run(args: Sequence[str]) -> int:
    """Run one command line and return its exit code; nothing is raised but ``SystemExit``."""
    try:
        return _run(args)
    except BaseException as error:  # noqa: BLE001 - a panic in compiled code is no Exception
        return _end(error, debug="--debug" in args)


def _run(args: Sequence[str]) -> int:
    from policycli import language
    from policycli.cli import streams

    streams.prepare()
    language.use(language.choose(args, os.environ))
    from policycli.cli.group import policy

    code = policy.main(list(args), prog_name="policy", standalone_mode=False)
    streams.close()
    return code or 0


def _end(error: BaseException, *, debug: bool) -> int:
    """Tell the user what happened, and return the exit code for it."""
    from policycli.cli import failures

    return failures.end(error, debug=debug)
