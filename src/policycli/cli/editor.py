"""A catalogue file in the user's editor: what has faults never takes the place of what has none."""

import os
import shlex
import subprocess
import sys
from collections.abc import Sequence

from policycli.cli.notes import say
from policycli.errors import CatalogueError, UsageError
from policycli.files.changing import Found
from policycli.files.edit import checked
from policycli.files.locking import changing
from policycli.files.temporary import new_folder
from policycli.files.write import write
from policycli.language import _

__all__ = ["edit"]

_COLON = "{file}:{line}"
_AT_LINE = {
    **dict.fromkeys(("code", "codium", "cursor"), ("--wait", "--goto", _COLON)),
    **dict.fromkeys(("subl", "zed"), ("--wait", _COLON)),
    **dict.fromkeys(("hx", "helix"), (_COLON,)),
    "gvim": ("-f", "+{line}", "{file}"),
    **dict.fromkeys(
        ("vi", "vim", "nvim", "nano", "micro", "emacs", "emacsclient", "kak", "joe", "mg", "ne"),
        ("+{line}", "{file}"),
    ),
}


def edit(found: Found, *, force: bool) -> int:
    """Let the user change a copy of the file, and write it back once it has no faults.

    Args:
        found: The record at which the file is opened.
        force: Whether a file that is marked as read-only may be changed.

    Returns:
        0 when it was written or not changed, 1 when the changes were discarded, 2 when they were
        saved beside.

    Raises:
        UsageError: No editor is known, or it failed.
        OSError: The editor is not there, or the file cannot be written.
    """
    before = _content(found.path)
    with new_folder() as folder:
        draft = os.path.join(folder, os.path.basename(found.path))
        with open(draft, "wb") as file:
            file.write(before)
        line, again = found.line, True
        while again:
            after = _edited(draft, line, found.path, before)
            try:
                return _put_back(found.path, before, after, force=force)
            except CatalogueError as error:
                say(str(error))
                line = error.faults[0].line
            answer = _ask()
            again = answer == "e"
    return _discard(found.path) if answer == "d" else _save_beside(found.path, after)


def _content(path: str) -> bytes:
    with open(path, "rb") as file:
        return file.read()


def _edited(draft: str, line: int, path: str, before: bytes) -> bytes:
    """What the user made of the draft; an editor that fails loses nothing."""
    words = _editor()
    ended = subprocess.run([*words, *_place(words, draft, line)], check=False).returncode  # noqa: S603
    after = _content(draft)
    if ended:
        if after != before:
            _save_beside(path, after)
        raise UsageError(_("the editor failed with exit code {code}").format(code=ended))
    return after


def _editor() -> list[str]:
    """The words that start the user's editor."""
    typed = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""
    try:
        words = shlex.split(typed)
    except ValueError as error:  # a quote is not closed
        sentence = _("{editor} cannot be read as a command: mend EDITOR, or give key=value")
        raise UsageError(sentence.format(editor=repr(typed))) from error
    if not words:
        raise UsageError(_("no editor is set: set EDITOR, or give key=value"))
    return words


def _place(words: Sequence[str], file: str, line: int) -> list[str]:
    """The arguments that open a file at a line, and wait, as far as the editor can."""
    name = os.path.splitext(os.path.basename(words[0]))[0].lower()
    pattern = _AT_LINE.get(name, ("{file}",))
    return [part.format(file=file, line=max(line, 1)) for part in pattern]


def _put_back(path: str, before: bytes, after: bytes, *, force: bool) -> int:
    """Write what was changed, unless somebody else wrote the file meanwhile.

    Raises:
        CatalogueError: It has faults.
    """
    if after == before:
        say(_("Nothing to change."))
        return 0
    checked(path, after)
    with changing(path, force=force) as file:
        if file.content == before:
            file.replace(after)
            return 0
    say(_("{path} was changed by somebody else while you edited it.").format(path=path))
    return _save_beside(path, after)


def _ask() -> str:
    """What to do with a text that has faults; where nobody can answer, it is saved."""
    if not sys.stdin.isatty():
        return "s"
    answer = ""
    while answer not in ("e", "s", "d"):
        sys.stderr.write(_("e: edit again, s: save beside, d: discard? "))
        sys.stderr.flush()
        try:
            answer = sys.stdin.readline()[:1].lower() or "s"
        except KeyboardInterrupt:
            answer = "s"
    return answer


def _discard(path: str) -> int:
    say(_("Discarded; {path} is as it was.").format(path=path))
    return 1


def _save_beside(path: str, content: bytes) -> int:
    """Save under a name that no folder takes for a catalogue."""
    names = (f"{path}.draft{number or ''}" for number in range(10**6))
    beside = next(name for name in names if not os.path.lexists(name))
    write(beside, content, force=False)
    sentence = _("{path} is as it was; your text is saved as {beside}")
    say(sentence.format(path=path, beside=beside))
    return 2
