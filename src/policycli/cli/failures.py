"""The one place where errors become exit codes and sentences.

0 found or done, or the reader closed the pipe; 1 nothing matched; 2 wrong usage or bad data;
70 a mistake of this program; 130 interrupted. (1 is no error: commands return it themselves.)
"""

import contextlib
import sys
from collections.abc import Callable
from typing import Any

import click

from policycli.errors import CatalogueError, PolicyError
from policycli.language import _, reason
from policycli.text.sanitize import clean

__all__ = ["end", "is_foreseen", "system_error"]

_UNEXPECTED = 70


def end(error: BaseException, *, debug: bool) -> int:
    """Tell the user what happened, with a traceback if asked, and return the exit code."""
    code, sentence = _explain(error)
    said = clean((_trace(error) + "\n") * debug + sentence)
    with contextlib.suppress(OSError):  # nobody may be listening
        sys.stderr.write(f"{said}\n" if said else "")
        sys.stderr.flush()
    return code


def is_foreseen(error: BaseException) -> bool:
    """Whether there is a sentence for the error."""
    return _explain(error)[0] != _UNEXPECTED


def _explain(error: BaseException) -> tuple[int, str]:
    """The exit code and the sentence for an error: the first kind in the map that it is."""
    return next(
        (code, sentence(error)) for kinds, code, sentence in _MAP if isinstance(error, kinds)
    )


def _nothing(_error: BaseException) -> str:
    return ""


def _usage(error: click.UsageError) -> str:
    if isinstance(error, click.NoSuchOption) and not error.option_name.isascii():
        return _error(_no_option(error.option_name))
    return _error(error.format_message()) + _hint(error)


def _no_option(name: str) -> str:
    """For a word that was meant as one: no option has Chinese in its name."""
    sentence = _(
        "{name}… is not an option: write -- before words that begin with -, as in {example}"
    )
    return sentence.format(name=name, example="“policy search 基金 -- -铜陵”")


def system_error(error: OSError) -> str:
    """The file, and what the system says is wrong with it."""
    return ": ".join(str(part) for part in (error.filename, reason(error)) if part)


def _system(error: OSError) -> str:
    return _error(system_error(error))


def _not_whole(error: ImportError) -> str:
    """A file of the program is missing or cannot be read; optional libraries are told elsewhere."""
    sentence = _("the program cannot be loaded whole ({what}): try again, or install it anew")
    return _error(sentence.format(what=error))


def _error(message: object) -> str:
    return _("Error: {message}").format(message=message)


def _hint(error: click.UsageError) -> str:
    if error.ctx is None:
        return ""
    hint = _("Try '{command} {option}' for help.")
    return "\n" + hint.format(command=error.ctx.command_path, option="--help")


def _unexpected(error: BaseException) -> str:
    sentence = _("Internal error ({what}); please report it. Run again with --debug to see where.")
    return sentence.format(what=f"{type(error).__name__}: {error}".replace("\n", " "))


_MAP: tuple[tuple[Any, int, Callable[[Any], str]], ...] = (
    ((KeyboardInterrupt, click.Abort), 130, _nothing),
    ((BrokenPipeError, SystemExit), 0, _nothing),  # rich makes the second of the first
    (click.UsageError, 2, _usage),
    (CatalogueError, 2, str),  # a line per fault, as compilers have it
    (PolicyError, 2, _error),
    (OSError, 2, _system),
    (ImportError, 2, _not_whole),
    (BaseException, _UNEXPECTED, _unexpected),
)


def _trace(error: BaseException) -> str:
    import traceback

    return "".join(traceback.format_exception(error))
