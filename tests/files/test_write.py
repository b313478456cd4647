"""A file is written whole or not at all, and nothing that is kept is overwritten."""

import errno
import os
import stat
import sys
from pathlib import Path

import pytest

from policycli.errors import UsageError
from policycli.files.write import check_free, create, replace, write

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="rights and links of Unix")


def mode(path: Path) -> int:
    """The rights of a file."""
    return stat.S_IMODE(path.stat().st_mode)


def test_a_new_file_is_there_and_nothing_else(tmp_path: Path) -> None:
    """What was on its way is gone."""
    write(str(tmp_path / "a"), b"one", force=False)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a": b"one"}
    assert (tmp_path / "a").stat().st_nlink == 1


def test_what_is_there_is_overwritten_only_by_force(tmp_path: Path) -> None:
    """Whether it is asked before or as it is written; a link to nothing is there too."""
    path, link = tmp_path / "a", tmp_path / "link"
    path.write_bytes(b"one")
    link.symlink_to("nowhere")
    for taken in (path, link):
        with pytest.raises(UsageError, match=r"already exists; --force"):
            check_free(str(taken), force=False)
        with pytest.raises(UsageError, match=r"already exists; --force"):
            write(str(taken), b"two", force=False)
    check_free(str(path), force=True)
    check_free(str(tmp_path / "new"), force=False)
    write(str(path), b"two", force=True)
    assert path.read_bytes() == b"two"
    assert sorted(os.listdir(tmp_path)) == ["a", "link"]


@pytest.mark.parametrize("force", [True, False])
def test_a_folder_is_no_file(tmp_path: Path, *, force: bool) -> None:
    """Not even by force."""
    with pytest.raises(UsageError, match="is not a file"):
        check_free(str(tmp_path), force=force)
    with pytest.raises(UsageError, match="is not a file"):
        write(str(tmp_path), b"", force=force)


def test_whoever_comes_first_keeps_the_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that came into being after it was asked for is not overwritten."""
    path = tmp_path / "a"
    path.write_bytes(b"theirs")
    monkeypatch.setattr("policycli.files.write.check_free", lambda _path, **_how: None)
    with pytest.raises(UsageError, match=r"a already exists"):
        write(str(path), b"ours", force=False)
    with pytest.raises(FileExistsError):
        create(str(path), b"ours")
    assert {each.name: each.read_bytes() for each in tmp_path.iterdir()} == {"a": b"theirs"}


def test_a_link_keeps_its_target(tmp_path: Path) -> None:
    """The file that it points to is replaced, in its own folder."""
    (tmp_path / "far").mkdir()
    link = tmp_path / "link"
    link.symlink_to("far/a")
    for content in (b"one", b"two"):
        replace(str(link), content)
        assert link.is_symlink()
        assert (tmp_path / "far" / "a").read_bytes() == content
    assert os.listdir(tmp_path / "far") == ["a"]


@pytest.mark.parametrize(("mask", "rights"), [(0o027, 0o640), (0o022, 0o644)])
def test_rights_are_those_of_before_or_of_any_new_file(
    tmp_path: Path, mask: int, rights: int
) -> None:
    """What the user's mask takes away stays away, from later files too."""
    path, new = tmp_path / "a", tmp_path / "new"
    path.write_bytes(b"")
    path.chmod(0o604)
    before = os.umask(mask)
    try:
        replace(str(path), b"one")
        replace(str(new), b"one")
        assert os.umask(mask) == mask
    finally:
        os.umask(before)
    assert (mode(path), mode(new)) == (0o604, rights)


def test_it_is_on_the_disk_before_it_has_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All of it: a power cut leaves the old file or the new one."""
    path, seen = tmp_path / "a", []
    path.write_bytes(b"old")

    def synced(number: int) -> None:
        seen.append((os.fstat(number).st_size, path.read_bytes()))

    monkeypatch.setattr(os, "fsync", synced)
    replace(str(path), b"new")
    replace(str(path), b"x" * 100_000)
    assert seen == [(3, b"old"), (100_000, b"new")]


@pytest.mark.parametrize("call", ["fsync", "replace", "chmod"])
def test_what_fails_leaves_everything_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    """The error is about the file that was asked for, and nothing is left beside it."""
    path = tmp_path / "a"

    def full(*_args: object, **_named: object) -> None:
        raise OSError(errno.ENOSPC, "full", "elsewhere")

    monkeypatch.setattr(os, call, full)
    with pytest.raises(OSError, match="full") as raised:
        replace(str(path), b"one")
    assert (raised.value.errno, raised.value.filename) == (errno.ENOSPC, str(path))
    assert os.listdir(tmp_path) == []


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    """By the path that was asked for."""
    with pytest.raises(FileNotFoundError) as raised:
        write(str(tmp_path / "none" / "a"), b"", force=False)
    assert raised.value.filename == str(tmp_path / "none" / "a")


def test_a_file_system_without_links_will_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The name is taken first, and who has it already keeps it."""

    def without(_new: str, _path: str) -> None:
        raise PermissionError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", without)
    path = tmp_path / "a"
    create(str(path), b"one")
    with pytest.raises(FileExistsError):
        create(str(path), b"two")
    assert {each.name: each.read_bytes() for each in tmp_path.iterdir()} == {"a": b"one"}
