"""Run the console blocks of README and docs: ``python scripts/consoles.py`` writes what they show.

In a block ``console`` a line that begins with ``$`` is run, on a terminal of 80 columns without
colours, and what follows is what it prints. The blocks of a page are run one after the other in
one folder that is empty at first. With ``--check`` nothing is written, and the exit is 1 where a
block shows something else.
"""

import contextlib
import os
import pty
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", ROOT / "README.zh-CN.md", *sorted((ROOT / "docs").glob("*.md"))]
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.DOTALL | re.MULTILINE)
WIDTH = 80


def renewed(page: Path) -> str:
    """The text of a page with the output of its commands as it is now."""
    text = page.read_text("utf-8")
    if not BLOCK.search(text):
        return text
    language = "zh" if ".zh-CN" in page.name else "en"
    with tempfile.TemporaryDirectory() as folder:
        environ = _environ(Path(folder), language)
        work = Path(folder, "work")
        work.mkdir()
        return BLOCK.sub(lambda block: "".join(_block(block[1], environ, work)), text)


def _environ(folder: Path, language: str) -> dict[str, str]:
    """What a run finds around it: a home of its own, and ``policy`` as it is here."""
    program = folder / "bin" / "policy"
    program.parent.mkdir()
    line = f"{sys.executable} -c 'from policycli.cli.main import main; main()'"
    program.write_text(f'#!/bin/sh\nexec {line} "$@"\n')
    program.chmod(0o755)
    return {
        "HOME": str(folder),
        "PATH": f"{program.parent}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
        "POLICY_LANG": language,
        "COLUMNS": str(WIDTH),
        "LANG": "C.UTF-8",
        "TERM": "xterm",
        "PAGER": "cat",
        "NO_COLOR": "1",
    }


def _block(block: str, environ: dict[str, str], work: Path) -> Iterator[str]:
    """A block, its commands as they are and after each what it prints."""
    yield "```console\n"
    for command in _commands(block):
        yield f"$ {command}\n"
        yield _output(command, environ, work)
    yield "```"


def _commands(block: str) -> Iterator[str]:
    """The commands of a block; lines that follow a here-document belong to it."""
    lines = iter(block.splitlines())
    for line in lines:
        if line.startswith("$ "):
            command, here = line[2:], re.search(r"<<'?(\w+)'?", line)
            while here:
                more = next(lines)
                command += f"\n{more}"
                if more == here[1]:
                    break
            yield command


def _output(command: str, environ: dict[str, str], work: Path) -> str:
    """What a terminal shows of a command in the end, without spaces at the ends of lines."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(  # noqa: S603 - what our own pages say
        ["/bin/bash", "-c", command],
        env=environ,
        cwd=work,
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=theirs,
    ):
        os.close(theirs)
        drawn = b"".join(_written(ours))
    os.close(ours)
    return "".join(f"{_shown(line)}\n" for line in drawn.decode().split("\r\n")[:-1])


def _written(terminal: int) -> Iterator[bytes]:
    """What is written until nobody has the terminal open any more, which is an error to read."""
    with contextlib.suppress(OSError):
        while more := os.read(terminal, 65536):
            yield more


def _shown(line: str) -> str:
    """What is left of a line after its last return, as that of a progress bar."""
    return line.rsplit("\r", 1)[-1].replace("\x1b[K", "").rstrip()


def main() -> int:
    """Write the pages, or say which are behind."""
    behind = 0
    for page in PAGES:
        text = renewed(page)
        if text == page.read_text("utf-8"):
            continue
        behind = 1
        print(f"{page.relative_to(ROOT)} {'is behind' if '--check' in sys.argv else 'written'}")
        if "--check" not in sys.argv:
            page.write_text(text, "utf-8")
    return behind if "--check" in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())
