"""Catalogues to search in, and ways to ask them."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any
from unittest import mock

import pytest

import policycli
from policycli.catalogue import Catalogue
from policycli.text.alphabet import Alphabet
from policycli.text.characters import compile_alphabet

Make = Callable[[Iterable[dict[str, Any]]], Catalogue]
Policy = Callable[..., "subprocess.CompletedProcess[str]"]

PROGRAM = "from policycli.cli.main import main; main()"


@pytest.fixture(scope="session")
def alphabet() -> Alphabet:
    """The alphabet, compiled once."""
    return Alphabet(compile_alphabet())


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for indexes that no other test uses."""
    return tmp_path_factory.mktemp("search")


@pytest.fixture(scope="session")
def bundled(home: Path) -> Catalogue:
    """The catalogue that comes with the program."""
    with mock.patch.dict(os.environ, {"XDG_CACHE_HOME": str(home)}):
        return policycli.open_catalogue()


@pytest.fixture(scope="session")
def make(home: Path) -> Make:
    """Make a catalogue of policies; the next one takes its file."""
    path = home / "made.jsonl"

    def made(policies: Iterable[dict[str, Any]]) -> Catalogue:
        lines = (json.dumps(policy, ensure_ascii=False) + "\n" for policy in policies)
        path.write_text("".join(lines), "utf-8")
        with mock.patch.dict(os.environ, {"XDG_CACHE_HOME": str(home)}):
            return policycli.open_catalogue(path, bundled=False)

    return made


@pytest.fixture(scope="session")
def policy(home: Path) -> Policy:
    """Run ``policy`` over the bundled catalogue, in English, in a process of its own."""
    environ = {
        **os.environ,
        "XDG_CACHE_HOME": str(home),
        "PYTHONPATH": os.pathsep.join(sys.path),
        "LANG": "en_US.UTF-8",
        "POLICY_CATALOGUE": "",
        "POLICY_LANG": "en",
    }

    def run(*args: str, typed: str = "") -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-c", PROGRAM, *args],
            env=environ,
            input=typed,
            capture_output=True,
            check=False,
            encoding="utf-8",
        )

    return run
