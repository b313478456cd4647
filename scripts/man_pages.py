"""Write ``docs/man`` from the commands: ``python scripts/man_pages.py``.

A page for ``policy`` and one for every command, those of its own in it, in English and Chinese; the
wheel puts them where ``man`` looks. The help of a command is written by the same code that writes
``--help``, into a formatter that knows roff. With ``--check`` nothing is written, and the exit is 1
where a page is behind, missing or left over.
"""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from policycli import __version__, language
from policycli.cli.group import COMMANDS, policy
from policycli.cli.help import Formatter

FOLDER = Path(__file__).parents[1] / "docs" / "man"
FOLDERS = {"en": FOLDER / "man1", "zh": FOLDER / "zh_CN" / "man1"}
NAME, SYNOPSIS, DESCRIPTION, SEE_ALSO = "NAME", "SYNOPSIS", "DESCRIPTION", "SEE ALSO"
CHINESE = {NAME: "名称", SYNOPSIS: "概要", DESCRIPTION: "描述", SEE_ALSO: "另见"}


class Roff(Formatter):
    """Help as a page of the manual.

    Args:
        heading: The request for a section: ``.SH``, or ``.SS`` within another page.
    """

    def __init__(self, heading: str = ".SH") -> None:
        super().__init__(width=80)
        self.heading = heading

    def write_usage(self, prog: str, args: str = "", _prefix: str | None = None) -> None:
        """Write how it is called."""
        title = said(SYNOPSIS) if self.heading == ".SH" else prog
        self.write(f"{self.heading} {title}\n.B {escaped(prog)}\n{escaped(args)}\n")

    def write_heading(self, heading: str) -> None:
        """Write the name of a section; within another page, in bold."""
        if self.heading == ".SH":
            self.write(f".SH {escaped(heading.upper())}\n")
        else:
            self.write(f".PP\n.B {escaped(heading)}\n")

    def write_text(self, text: str) -> None:
        """Write paragraphs."""
        for part in text.split("\n\n"):
            self.write(f".PP\n{escaped(' '.join(part.split()))}\n")

    def write_paragraph(self) -> None:
        """Paragraphs part themselves."""

    def write_dl(
        self, rows: Iterable[tuple[str, str]], col_max: int = 24, col_spacing: int = 2
    ) -> None:
        """Write terms, each with what it means under it."""
        del col_max, col_spacing
        for term, meaning in rows:
            self.write(f".TP\n.B {escaped(term)}\n{escaped(meaning)}\n")


def said(word: str) -> str:
    """The name of a section in the language of the page."""
    return CHINESE[word] if language.chinese() else word


def escaped(text: str) -> str:
    """Text in which roff finds no request; a hyphen stays one, so that options can be copied."""
    plain = text.replace("\\", "\\e").replace("-", "\\-")
    return "\\&" + plain if plain.startswith((".", "'")) else plain


def page(name: str, command: click.Command) -> str:
    """The page of a command, or of the program where its name is empty."""
    context = click.Context(policy, info_name="policy")
    if name:
        context = click.Context(command, context, name)
    title = titled(name)
    short = command.get_short_help_str().rstrip(".。")
    head = f'.TH "{title.upper()}" 1 "" "policycli {__version__}"\n.nh\n.ad l\n'
    head += f".SH {said(NAME)}\n{escaped(title)} \\- {escaped(short)}\n"
    return head + "".join(helped(command, context)) + see_also(name)


def titled(name: str) -> str:
    """What the page of a command is called."""
    return f"policy-{name}" if name else "policy"


def helped(command: click.Command, context: click.Context) -> Iterator[str]:
    """The help of a command, then that of its own commands."""
    whole = Roff()
    command.format_usage(context, whole)
    whole.write(f".SH {said(DESCRIPTION)}\n")
    command.format_help_text(context, whole)
    command.format_options(context, whole)
    command.format_epilog(context, whole)
    yield whole.getvalue()
    if isinstance(command, click.Group) and command is not policy:
        for name, inner in command.commands.items():
            part = Roff(".SS")
            inner.format_help(click.Context(inner, context, name), part)
            yield part.getvalue()


def see_also(name: str) -> str:
    """The program's page names all others, and each of these that."""
    others = [""] if name else COMMANDS
    listed = ",\n".join(f".BR {escaped(titled(each))} (1)" for each in others)
    return f".SH {said(SEE_ALSO)}\n{listed}\n"


def pages() -> Iterator[tuple[Path, str]]:
    """Every page, with its path."""
    for spoken, folder in FOLDERS.items():
        language.use(spoken)
        yield folder / "policy.1", page("", policy)
        for name in COMMANDS:
            command = policy.get_command(click.Context(policy), name)
            if command:
                yield folder / f"{titled(name)}.1", page(name, command)


def main() -> int:
    """Write or check the pages."""
    texts = dict(pages())
    there = {path: path.read_text("utf-8") for path in FOLDER.rglob("*.1")}
    if "--check" in sys.argv:
        return int(there != texts)
    for path in there.keys() - texts.keys():
        path.unlink()
    for path, text in texts.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
