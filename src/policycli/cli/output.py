"""Where answers go: which format, with or without colour, and the sentence when there is none."""

import os
import sys
from typing import Any, NamedTuple

from policycli.language import N_
from policycli.views.model import View

__all__ = ["NOTHING_LEFT", "Output", "say"]

NOTHING_LEFT = N_("No record passes these filters.")


class Output(NamedTuple):
    """What the user wants to see; ``""`` leaves the format to where the output goes."""

    form: str
    color: str

    def show(self, view: View[Any]) -> int:
        """Write ``view`` and return the exit code: 1 where there is nothing in it."""
        from policycli.render import write

        form = self.form or ("table" if sys.stdout.isatty() else "plain")
        write(view, form, sys.stdout, color=self._colored())
        return 0 if view.items else 1

    def _colored(self) -> bool:
        """The option first, then CLICOLOR_FORCE and NO_COLOR, then what the output is."""
        if self.color != "auto":
            return self.color == "always"
        if os.environ.get("CLICOLOR_FORCE", "0") not in ("", "0"):
            return True
        plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
        return not plain and sys.stdout.isatty()


def say(sentence: str) -> None:
    """Tell the user something beside the answer; it may quote data, so it is cleaned."""
    from policycli.render.cells import clean

    sys.stderr.write(clean(sentence) + "\n")
