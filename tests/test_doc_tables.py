"""Tables in ``docs/`` that are made from registries are as the registries have it."""

import subprocess
import sys
import tomllib
from pathlib import Path

from policycli.ingest.readers.kinds import READERS

ROOT = Path(__file__).parents[1]


def test_tables_are_up_to_date() -> None:
    """``python scripts/doc_tables.py`` brings them there."""
    done = subprocess.run(
        [sys.executable, str(ROOT / "scripts" / "doc_tables.py"), "--check"], check=False
    )
    assert done.returncode == 0


def test_every_reader_names_an_extra_that_can_be_installed() -> None:
    """The line that a user is told to type works."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert {reader.extra for reader in READERS} - {""} <= {*project["optional-dependencies"]}
