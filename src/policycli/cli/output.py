"""Where answers go: which format, with or without colour, and the sentence when there is none."""

import os
import sys
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, TextIO

from policycli.cli.notes import say
from policycli.errors import UsageError
from policycli.language import N_, _
from policycli.tuples import NamedTuple
from policycli.views.model import Chart, View

if TYPE_CHECKING:
    from policycli.render import Format

__all__ = ["NOTHING_LEFT", "Output", "say_remainder"]

NOTHING_LEFT = N_("No record matches these filters.")


class Output(NamedTuple):
    """What the user wants to see, and where.

    Attributes:
        form: A format, or with ``lines`` the option that asked for them; ``""`` leaves it to where
            the output goes.
        path: A file; ``""`` for standard output.
        force: Whether a file that is there may be replaced.
        own: Endings of files that the command makes itself.
        citable: Whether styles of citation are among its formats.
        lines: Makes the lines of an answer, where a template was asked for instead of a format.
        end: Of each of these lines.
        paged: Whether what is longer than the screen goes to the pager.
        manifest: Whether a manifest is written beside the file.
    """

    form: str
    color: str
    path: str = ""
    force: bool = False
    own: tuple[str, ...] = ()
    citable: bool = False
    lines: Callable[[View[Any]], Iterator[str]] | None = None
    end: str = "\n"
    paged: bool = False
    manifest: bool = False

    def show(self, view: View[Any]) -> int:
        """Write ``view`` and return the exit code: 1 where there is nothing in it.

        Raises:
            UsageError: The file may not be written, its name does not say a format, or nothing in
                the view can be cited.
        """
        form = self._form()
        _check_citable(view, form)
        if self.path:
            self._save(view, form)
        else:
            self._print(view, form)
        if form.name != "table":  # a table says so itself
            say_remainder(view)
        _say_uncited(view, form)
        return 0 if view.items else 1

    def _form(self) -> "Format":
        """The format asked for, or that of the file or the screen."""
        from policycli.render import Format, by_ending, by_name

        if self.lines:
            return Format(self.form, "", "")
        if self.form:
            return by_name(self.form)
        if self.path:
            from policycli.cli.files import ending

            known = by_ending(citable=self.citable)
            return known[ending(self.path, list(dict.fromkeys([*known, *self.own])))]
        return by_name("table" if sys.stdout.isatty() else "plain")

    @property
    def option(self) -> str:
        """The option by which the answer is no table on the screen; empty where there is none."""
        if self.path:
            return "--output"
        return f"--{self.form}" if self.lines else "--format" if self.form else ""

    def require_place(self) -> None:
        """See that an answer can be written, before anything long is done for it.

        Raises:
            UsageError: The file may not be written, or its name does not say a format.
            OSError: Its folder is not there.
        """
        from policycli.files.write import check_free

        if self.path:
            if not self.own_ending:
                self._form()
            check_free(self.path, force=self.force)
            os.stat(os.path.dirname(self.path) or os.curdir)

    @property
    def own_ending(self) -> str:
        """The ending of a file that the command has to make itself; empty for any other."""
        found = os.path.splitext(self.path)[1].lower()
        return "" if self.form or found not in self.own else found

    def save(self, content: bytes, view: View[Any] | None = None) -> None:
        """Write the file that the command made, and say so.

        Args:
            content: Of the file.
            view: Of what is in it, for commands with ``--manifest``.

        Raises:
            UsageError: It may not be written.
        """
        from policycli.files.write import write

        self.check_manifest()
        write(self.path, content, force=self.force)
        say(_("Wrote {path}.").format(path=self.path))
        if view:
            self.add_manifest(view.query, view.total, len(view.items))

    def check_manifest(self) -> None:
        """See to it that the manifest that was asked for can be written.

        Raises:
            UsageError: It cannot.
        """
        if self.manifest:
            from policycli.cli.manifest import check_place

            check_place(self.path, force=self.force)

    def add_manifest(self, query: str | list[str] | None, total: int, written: int) -> None:
        """Write the manifest that was asked for; see ``cli.manifest``."""
        if self.manifest:
            from policycli.cli.manifest import write_manifest

            write_manifest(self.path, query, total, written, force=self.force)

    def draw(self, chart: Chart | None, path: str, view: View[Any]) -> int:
        """Draw a picture of ``view`` into a file, and say so; 1 where there is nothing to draw.

        Raises:
            UsageError: The file may not be written, its name does not say a format, what drawing
                needs is not installed, or an answer in a format or file is asked for besides.
        """
        if self.option:
            sentence = _("--chart draws a picture instead of the answer; leave {option} out")
            raise UsageError(sentence.format(option=self.option))
        from policycli.cli.files import ending
        from policycli.files.write import check_free, write
        from policycli.render.chart import ENDINGS, picture

        form = ending(path, ENDINGS)
        if chart is None:
            return 1
        check_free(path, force=self.force)
        write(path, picture(chart, form), force=self.force)
        say(_("Wrote {path}.").format(path=path))
        say_remainder(view)
        return 0

    def require_table(self) -> "Output":
        """The same for what has to be drawn, which only a table can.

        Raises:
            UsageError: Another format was asked for.
        """
        if self.form not in ("", "table"):
            raise UsageError(
                _("a drawing needs the format table; leave {form} out").format(form=self.form)
            )
        return self._replace(form="table")

    def _print(self, view: View[Any], form: "Format") -> None:
        """Write to standard output, or where that is a screen too short for it to the pager."""
        if not (self.paged and sys.stdout.isatty()):
            self._write(view, form, sys.stdout)
            return
        from policycli.cli.pager import Page, paged

        page = Page(sys.stdout)
        self._write(view, form, page)
        if not paged(page.getvalue()):
            sys.stdout.write(page.getvalue())

    def _write(self, view: View[Any], form: "Format", stream: TextIO) -> None:
        from policycli.render import write

        if self.lines:
            stream.writelines(line + self.end for line in self.lines(view))
        else:
            write(view, form.name, stream, color=self._colored())

    def text(self, view: View[Any]) -> str:
        """What ``show`` wrote, as a text."""
        return self._text(view, self._form())

    def _text(self, view: View[Any], form: "Format") -> str:
        from io import StringIO

        stream = StringIO(newline="")
        self._write(view, form, stream)
        return stream.getvalue()

    def _save(self, view: View[Any], form: "Format") -> None:
        """Write a file."""
        from policycli.files.write import check_free, write

        check_free(self.path, force=self.force)
        self.check_manifest()
        text = self._text(view, form)
        write(self.path, text.encode(form.encoding, "replace"), force=self.force)
        self.add_manifest(view.query, view.total, len(view.items))

    def _colored(self) -> bool:
        """The option first, then CLICOLOR_FORCE and NO_COLOR, then what the output is."""
        if self.color != "auto" or self.path:
            return self.color == "always"
        if os.environ.get("CLICOLOR_FORCE", "0") not in ("", "0"):
            return True
        plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
        return not plain and sys.stdout.isatty()


def _check_citable(view: View[Any], form: "Format") -> None:
    """For a style of citation.

    Raises:
        UsageError: The items of the view are nothing that could be cited.
    """
    from policycli.render import CITATIONS

    if form in CITATIONS and view.cite is None:
        sentence = _("nothing in this list can be cited; leave {form} out")
        raise UsageError(sentence.format(form=form.name))


def _say_uncited(view: View[Any], form: "Format") -> None:
    """How many items a list of references leaves out, since they were never published."""
    from policycli.render import CITATIONS

    citable = view.cite if form in CITATIONS else None
    left = sum(citable(item) is None for item in view.items) if citable else 0
    if left:
        say(_("Left out, since problems are no publications: {number}").format(number=left))


def say_remainder(view: View[Any]) -> None:
    """How many of how many a limit left, where it left some out."""
    if view.truncated:
        from policycli.render.cells import remainder

        say(remainder(view))
