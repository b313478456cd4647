"""The program's own files cannot be read, as on a disk that fails."""

import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.attacks.programs import environment

_FAILING = """
import sys
class Disk:
    def find_spec(self, name, path=None, target=None):
        if name == {module!r}:
            raise {error}
sys.meta_path.insert(0, Disk())
from policycli.cli.main import main
main()
"""
_DISK = "OSError(5, 'Input/output error', name)"


def ended(tmp_path: Path, module: str, error: str, *words: str) -> tuple[int, str]:
    """The exit code, and what is said, where loading a module fails."""
    code = _FAILING.format(module=module, error=error)
    done = subprocess.run(
        [sys.executable, "-c", code, *words],
        env=environment(tmp_path),
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert done.stdout == ""
    return done.returncode, done.stderr


@pytest.mark.parametrize("module", ["policycli.cli.failures", "policycli.text.sanitize", "click"])
def test_an_error_is_said_where_nothing_more_can_be_loaded(tmp_path: Path, module: str) -> None:
    """What was wrong first stands in one sentence, with what kept it from being said well."""
    code, said = ended(tmp_path, module, _DISK, "serch", "基金")
    assert code == 2
    assert said.startswith("Error: ")
    assert f"(OSError: [Errno 5] Input/output error: '{module}')" in said
    assert said.count("\n") == 1


def test_an_interrupt_while_an_error_is_said_is_quiet(tmp_path: Path) -> None:
    """Whoever presses Ctrl-C does not want to read on."""
    code, said = ended(tmp_path, "policycli.cli.failures", "KeyboardInterrupt", "serch")
    assert (code, said) == (130, "")


def test_what_is_missing_of_the_program_is_named(tmp_path: Path) -> None:
    """A file that is gone is no mistake of the program, but of the disk or the installation."""
    missing = "ModuleNotFoundError(f'No module named {name!r}')"
    code, said = ended(tmp_path, "policycli.views.listing", missing, "list")
    assert code == 2
    assert said.startswith("Error: the program cannot be loaded whole (No module named ")
    assert "policycli.views.listing" in said
