"""The line that installs a library is right where the program came from."""

import importlib.metadata
import json
from pathlib import Path
from typing import Any

import pytest

from policycli.extras import install


@pytest.fixture
def came_from(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Says where the program was installed from (PEP 610)."""

    def say(origin: str | None) -> None:
        class _Distribution:
            def read_text(self, _name: str) -> str | None:
                return origin

        monkeypatch.setattr(importlib.metadata, "distribution", lambda _name: _Distribution())

    return say


def test_an_index_needs_the_name(came_from: Any) -> None:
    """There is no record of an origin then, or one of a page that is no folder."""
    came_from(None)
    assert install("pdf") == "pip install 'policycli[pdf]'"
    came_from(json.dumps({"url": "https://example.org/policycli.whl"}))
    assert install("pdf") == "pip install 'policycli[pdf]'"


def test_a_clone_needs_its_folder(came_from: Any, tmp_path: Path) -> None:
    """Also one with a space in its name; one that is gone does not help."""
    clone = tmp_path / "my clone"
    clone.mkdir()
    came_from(json.dumps({"url": clone.as_uri(), "dir_info": {}}))
    assert install("pdf") == f"pip install '{clone}[pdf]'"
    came_from(json.dumps({"url": clone.as_uri(), "dir_info": {"editable": True}}))
    assert install("pdf") == f"pip install -e '{clone}[pdf]'"
    clone.rmdir()
    assert install("pdf") == "pip install 'policycli[pdf]'"
