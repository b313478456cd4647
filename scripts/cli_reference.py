"""Write the second half of ``docs/cli.md`` from ``--help``: ``python scripts/cli_reference.py``.

With ``--check`` nothing is written, and the exit is 1 where the file is behind.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from click import Context, Group

from policycli.cli.group import COMMANDS, policy

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
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-m", "policycli", *command.split(), "--help"],
        env={**os.environ, "COLUMNS": "80", "POLICY_LANG": "en", "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        check=True,
    )
    return f"\n## `{name}`\n\n```text\n{done.stdout.decode('utf-8')}```\n"


def main() -> int:
    """Write or check the page."""
    before = PAGE.read_text("utf-8")
    after = before.partition(MARK)[0] + MARK + "".join(map(part, names()))
    if "--check" in sys.argv:
        return int(before != after)
    PAGE.write_text(after, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
