"""What is built installs anywhere and finds its catalogue: wheel, sdist and editable install."""

import json
import os
import shutil
import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path
from typing import NamedTuple

import pytest

from policycli import __version__

pytestmark = pytest.mark.packaging

ROOT = Path(__file__).parents[1]


class Installed(NamedTuple):
    """An environment with the package in it, and where its catalogue must come from."""

    python: Path
    catalogue: Path


@pytest.fixture(scope="session")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the repository, so that building leaves nothing in it."""
    copy = tmp_path_factory.mktemp("source") / "policycli"
    left_out = shutil.ignore_patterns(".git", ".venv", ".*_cache", ".hypothesis", "__pycache__")
    return shutil.copytree(ROOT, copy, ignore=left_out)


@pytest.fixture(scope="session")
def dist(source: Path) -> Path:
    """The sdist, and the wheel that is built out of it."""
    subprocess.run([sys.executable, "-m", "build", source], check=True)
    return source / "dist"


def install(what: list[str], folder: Path) -> Path:
    """The Python of a fresh environment in ``folder`` into which ``what`` was installed."""
    venv.create(folder, with_pip=True)
    python = folder / ("Scripts" if os.name == "nt" else "bin") / "python"
    subprocess.run([python, "-m", "pip", "install", "--quiet", *what], check=True)
    return python


@pytest.fixture(scope="session", params=["wheel", "sdist", "editable"])
def installed(
    request: pytest.FixtureRequest, source: Path, tmp_path_factory: pytest.TempPathFactory
) -> Installed:
    """The package, installed in one of the three ways."""
    folder = tmp_path_factory.mktemp("venv")
    if request.param == "editable":
        python = install(["--editable", str(source)], folder)
        return Installed(python, source / "data" / "policies.toml")
    dist: Path = request.getfixturevalue("dist")
    (file,) = dist.glob("*.whl" if request.param == "wheel" else "*.tar.gz")
    python = install([str(file)], folder)
    (package,) = folder.glob("[Ll]ib/**/site-packages/policycli")
    return Installed(python, package / "data" / "policies.toml")


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A user who has just arrived, far from the repository."""
    return tmp_path_factory.mktemp("home")


def policy(installed: Installed, home: Path, *args: str) -> str:
    """What the installed command prints, from another folder and without any settings."""
    command = shutil.which("policy", path=installed.python.parent)
    assert command
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    env = {**kept, "HOME": str(home), "USERPROFILE": str(home), "LOCALAPPDATA": str(home)}
    done = subprocess.run(
        [command, *args], cwd=home, env=env, check=False, capture_output=True, encoding="utf-8"
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_search_finds_measures(installed: Installed, home: Path) -> None:
    """The first search after installing answers, index and all."""
    answer = json.loads(policy(installed, home, "search", "成果转化", "--json"))
    assert answer["schema"] == 1
    assert len(answer["results"]) > 3
    assert all("成果" in str(hit) for hit in answer["results"])


def test_version_and_info_tell_what_is_installed(installed: Installed, home: Path) -> None:
    """The version is the package's, and the catalogue in use is the one that came with it."""
    assert __version__ in policy(installed, home, "--version")
    info = json.loads(policy(installed, home, "info", "--json"))["results"][0]
    (catalogue,) = info["catalogues"]
    assert catalogue["path"] == str(installed.catalogue)
    assert catalogue["measures"] > 40


def test_the_module_runs_too(installed: Installed, home: Path) -> None:
    """``python -m policycli`` is the same command where scripts are not on the PATH."""
    command = [str(installed.python), "-m", "policycli", "--version"]
    done = subprocess.run(command, cwd=home, check=True, capture_output=True, encoding="utf-8")
    assert __version__ in done.stdout


def test_the_wheel_holds_all_it_needs_and_no_more(dist: Path) -> None:
    """Types, words, catalogue and licence, but no tests."""
    (file,) = dist.glob("*.whl")
    with zipfile.ZipFile(file) as wheel:
        names = set(wheel.namelist())
    package = {
        "policycli/py.typed",
        "policycli/data/policies.toml",
        "policycli/schemas/search.json",
        "policycli/locale/zh/LC_MESSAGES/policycli.mo",
        f"policycli-{__version__}.dist-info/licenses/LICENSE",
    }
    assert package <= names
    pages = f"policycli-{__version__}.data/data/share/man"
    assert {f"{pages}/man1/policy.1", f"{pages}/zh_CN/man1/policy-search.1"} <= names
    assert {name.split("/")[0] for name in names} == {
        "policycli",
        f"policycli-{__version__}.data",
        f"policycli-{__version__}.dist-info",
    }


def test_the_sdist_holds_the_whole_project(dist: Path) -> None:
    """Whoever has the sdist can test and change the project."""
    (file,) = dist.glob("*.tar.gz")
    with tarfile.open(file) as sdist:
        names = {name.partition("/")[2] for name in sdist.getnames()}
    wanted = ["README.md", "LICENSE", "CHANGELOG.md", ".ci/run", "data/policies.toml"]
    assert {*wanted, "docs/records.md", "tests/test_packaging.py"} <= names
