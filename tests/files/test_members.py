"""Which files are catalogues: those named, and those in the folders named."""

import os
import sys
from pathlib import Path

import pytest

from policycli.errors import CatalogueError
from policycli.files.members import bundled, catalogue_files


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Catalogues at several depths, with other things between."""
    for name in ["b.toml", "a/2.jsonl", "a/1.TOML", "a/notes.txt", ".git/x.toml", "a/.x.toml"]:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    return tmp_path


def test_a_folder_stands_for_the_catalogues_in_it(folder: Path) -> None:
    """To the bottom, in the order of names, without hidden ones."""
    found = [os.path.relpath(file, folder) for file in catalogue_files([folder])]
    assert found == [os.path.join("a", "1.TOML"), os.path.join("a", "2.jsonl"), "b.toml"]


def test_a_file_counts_once(folder: Path) -> None:
    """Named twice, or named and inside a named folder: its policies are the same ones."""
    file = str(folder / "b.toml")
    assert catalogue_files([file, str(folder / "a" / ".." / "b.toml")]) == [file]
    assert len(catalogue_files([folder, file])) == 3


def test_every_wrong_path_is_told_at_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Missing ones, and files of another kind."""
    monkeypatch.chdir(folder)
    (folder / "台账.xlsx").touch()
    with pytest.raises(CatalogueError) as caught:
        catalogue_files(["gone", "b.toml", "a/notes.txt", "台账.xlsx", "\0"])
    said = "not a catalogue: expected .toml, .jsonl or a folder; “policy import” takes in papers"
    assert str(caught.value).splitlines() == [
        "gone: no such file or folder",
        f"a/notes.txt: {said}",
        f"台账.xlsx: {said}",
        "\0: no such file or folder",
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other rights")
def test_a_folder_that_cannot_be_read_is_a_fault(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is not taken for an empty one."""

    def refuse(path: str) -> None:
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr(os, "scandir", refuse)
    with pytest.raises(CatalogueError, match="cannot be read: Permission denied"):
        catalogue_files([folder])


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes with names")
def test_a_pipe_is_not_a_catalogue(tmp_path: Path) -> None:
    """Opening one would wait for ever."""
    os.mkfifo(tmp_path / "x.toml")
    with pytest.raises(CatalogueError, match="not a catalogue"):
        catalogue_files([tmp_path / "x.toml"])
    assert catalogue_files([tmp_path]) == []


def test_a_circle_of_links_ends(tmp_path: Path) -> None:
    """Links to folders are not followed."""
    (tmp_path / "x.toml").touch()
    (tmp_path / "again").symlink_to(tmp_path)
    assert catalogue_files([tmp_path]) == [str(tmp_path / "x.toml")]


def test_the_bundled_catalogue_is_there() -> None:
    """In a checkout it is the repository's own."""
    root = Path(__file__).parents[2]
    assert bundled() == str(root / "data" / "policies.toml")
    assert catalogue_files([bundled()]) == [bundled()]
