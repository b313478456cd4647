"""``policy help --skill``, and the server where its library is missing."""

from unittest import mock

from policycli import __version__
from policycli.cli.group import COMMANDS
from tests.cli.conftest import Run


def test_a_skill_tells_every_command_of_this_version(policy: Run) -> None:
    """Front matter, the version, and each command with examples, in English on every screen."""
    result = policy("help", "--skill", "--lang", "zh")
    assert result.code == 0
    assert result.out.startswith("---\nname: policycli\ndescription: ")
    assert f"# policycli {__version__}" in result.out
    assert all(f"\n## policy {name}\n" in result.out for name in COMMANDS)
    assert "Find measures, best first." in result.out


def test_a_missing_library_is_named_with_what_installs_it(policy: Run) -> None:
    """Without the extra the command says what to install, and exits with 2."""
    with mock.patch.dict("sys.modules", {"policycli.assistants.server": None}):
        result = policy("mcp")
    assert result.code == 2
    assert "[mcp]" in result.err
