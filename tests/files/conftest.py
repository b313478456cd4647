"""A catalogue file on the spot, and what reading it says."""

from collections.abc import Callable
from pathlib import Path

import pytest

from policycli.errors import CatalogueError
from policycli.files.read import read

Faults = Callable[[str, bytes | str], list[str]]


@pytest.fixture
def faults_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Faults:
    """Writes a file of this name and content, reads it, and gives the lines of its faults."""
    monkeypatch.chdir(tmp_path)

    def faults(name: str, content: bytes | str) -> list[str]:
        Path(name).write_bytes(content.encode() if isinstance(content, str) else content)
        with pytest.raises(CatalogueError) as caught:
            list(read(name))
        return str(caught.value).splitlines()

    return faults
