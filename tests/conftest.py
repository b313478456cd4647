"""What the tests of several folders share."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from policycli import language

HERE = Path(__file__).parent
Golden = Callable[[str, str], None]

# How long an example takes says how busy the machine is, and a fixture of a function serves all
# examples as well. The same examples every time: what fails then fails because of a change. New
# ones are looked for with ``--hypothesis-profile=explore``.
_ANY_MACHINE = settings(
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
settings.register_profile("steady", _ANY_MACHINE, derandomize=True)
settings.register_profile("explore", _ANY_MACHINE, max_examples=1000)
settings.load_profile("steady")


@pytest.fixture(autouse=True)
def _in_english() -> Iterator[None]:
    """Every test begins in English, whatever the one before it spoke."""
    language.use("en")
    yield
    language.use("en")


@pytest.fixture
def golden() -> Golden:
    """Compare a text with the one in ``golden/``; UPDATE_GOLDEN=1 writes it, to be read by hand."""

    def compare(name: str, text: str) -> None:
        path = HERE / "golden" / name
        lines = "".join(line.rstrip() + "\n" for line in text.splitlines())
        if os.environ.get("UPDATE_GOLDEN"):
            path.write_text(lines, "utf-8")
        assert lines == path.read_text("utf-8")

    return compare
