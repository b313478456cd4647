"""What the tests of several folders share."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from policycli import language

HERE = Path(__file__).parent
Golden = Callable[[str, str], None]


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
