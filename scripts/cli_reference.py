"""Write the second half of ``docs/cli.md`` from ``--help``: ``python scripts/cli_reference.py``.

The pages of the manual, which say the same, are written with it by ``man_pages.py``. With
``--check`` nothing is written, and the exit is 1 where a file is behind.
"""

import io
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import redirect_stdout
from pathlib import Path

from click import Context, Group

from policycli.cli.group import COMMANDS, policy
from policycli.cli.main import run

PAGE = Path(__file__).parents[1] / "docs" / "cli.md"
MARK = "<!-- From here on made from --help by scripts/cli_reference.py. -->\n"


def names() -> Iterator[str]:
    """Every command, those of a group after it; the program itself comes first."""
    yield ""
    for name in COMMANDS:
        yield name
        command = policy.get_command(Context(policy), name)
        if isinstance(command, Group):
            yield from (f"{name} {inner}" for inner in command.commands)


def part(command: str) -> str:
    """The help of one command under a heading, as an English terminal of 80 columns shows it."""
    name = f"policy {command}".rstrip()
    with redirect_stdout(io.TextIOWrapper(io.BytesIO())) as shown:
        run([*command.split(), "--help", "--lang", "en"])
        text = shown.buffer.getvalue().decode()
    return f"\n## `{name}`\n\n```text\n{text}```\n"


def main() -> int:
    """Write or check the page."""
    os.environ["COLUMNS"] = "80"
    before = PAGE.read_text("utf-8")
    after = before.partition(MARK)[0] + MARK + "".join(map(part, names()))
    manual = Path(__file__).with_name("man_pages.py")
    again = [sys.executable, str(manual), *sys.argv[1:]]
    behind = subprocess.run(again, check=False).returncode  # noqa: S603 - a script of ours
    if "--check" in sys.argv:
        return behind or int(before != after)
    PAGE.write_text(after, "utf-8")
    return behind


if __name__ == "__main__":
    sys.exit(main())
