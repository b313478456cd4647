"""Nobody's change is lost, whoever else writes at the same moment."""

import os
import subprocess
import sys
import threading
import time
from pathlib import Path
from random import Random

import pytest

from benchmarks.attacks.writers import PAIRS, pair
from policycli.errors import ConflictError, UsageError
from policycli.files import locking, temporary
from policycli.files.locking import changing
from policycli.files.write import create, write


@pytest.mark.parametrize("name", PAIRS)
def test_two_writers_lose_nothing(name: str, tmp_path: Path) -> None:
    """Every change of two processes is in the file, or one of them says why not."""
    random = Random(13)
    for number in range(3):
        home = tmp_path / str(number)
        home.mkdir()
        assert pair(name, random, home) == ""


def test_changes_take_turns(tmp_path: Path) -> None:
    """Threads that read, wait and write one after another add up; no lock is left lying about."""
    path = tmp_path / "n.toml"
    path.write_bytes(b"0")

    def add() -> None:
        with changing(str(path)) as file:
            assert file.content is not None
            time.sleep(0.02)
            file.replace(str(int(file.content) + 1).encode())

    threads = [threading.Thread(target=add) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert path.read_bytes() == b"8"
    assert os.listdir(tmp_path) == ["n.toml"]


def test_what_an_editor_saved_meanwhile_stays(tmp_path: Path) -> None:
    """A program that asks for no lock wins, and the change is refused."""
    path = tmp_path / "a.toml"
    path.write_bytes(b"old")
    with changing(str(path)) as file:
        path.write_bytes(b"saved by hand")
        with pytest.raises(ConflictError, match=r"a\.toml was changed by somebody else"):
            file.replace(b"new")
    assert path.read_bytes() == b"saved by hand"


def test_a_file_that_came_into_being_meanwhile_stays(tmp_path: Path) -> None:
    """Neither a change nor a file that must be new takes the place of another's."""
    path = tmp_path / "a.toml"
    with changing(str(path)) as file:
        assert file.content is None
        path.write_bytes(b"theirs")
        with pytest.raises(ConflictError):
            file.replace(b"new")
    with pytest.raises(FileExistsError):
        create(str(path), b"new")
    with pytest.raises(UsageError, match="--force"):
        write(str(path), b"new", force=False)
    assert path.read_bytes() == b"theirs"
    assert os.listdir(tmp_path) == ["a.toml"]


def test_without_links_a_new_file_is_still_new(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a file system that knows no links the name is taken first."""

    def refuse(_old: str, new: str) -> None:
        raise PermissionError(1, "Operation not permitted", new)

    monkeypatch.setattr(os, "link", refuse)
    path = tmp_path / "a.toml"
    create(str(path), b"new")
    assert path.read_bytes() == b"new"
    with pytest.raises(FileExistsError):
        create(str(path), b"newer")
    assert os.listdir(tmp_path) == ["a.toml"]


HOLD = """
import sys, time
from policycli.files.locking import changing
with changing(sys.argv[1]):
    print("held", flush=True)
    time.sleep(60)
"""


def test_a_writer_that_does_not_move_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """It is said what one waits for, then given up; once the other is killed, all is well."""
    monkeypatch.setattr(locking, "_SAID", 0.1)
    monkeypatch.setattr(locking, "_PATIENCE", 0.3)
    path = tmp_path / "a.toml"
    holder = subprocess.Popen([sys.executable, "-c", HOLD, str(path)], stdout=subprocess.PIPE)
    assert holder.stdout is not None
    holder.stdout.readline()
    with pytest.raises(ConflictError, match="held by another process"), changing(str(path)):
        pass
    assert "Waiting for another process" in caplog.text
    holder.kill()
    holder.communicate()
    with changing(str(path)) as file:
        file.replace(b"mine")
    assert os.listdir(tmp_path) == ["a.toml"]


def test_whoever_holds_a_lock_and_works_is_waited_for(tmp_path: Path) -> None:
    """Longer than the patience with one that does not move; each beat counts anew."""
    lock = locking.Lock(str(tmp_path / "lock"))
    is_held = threading.Event()

    def work() -> None:
        with lock.held(5, 5, ""):
            is_held.set()
            for _ in range(12):
                time.sleep(0.1)
                lock.beat()

    thread = threading.Thread(target=work)
    thread.start()
    assert is_held.wait(5)
    with locking.Lock(str(tmp_path / "lock")).held(0.1, 0.6, "waiting"):
        pass
    thread.join()
    assert os.listdir(tmp_path) == []


def test_a_file_made_in_the_very_moment_is_a_conflict(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between the last look and the writing."""
    path = tmp_path / "a.toml"
    with changing(str(path)) as file:
        monkeypatch.setattr(locking, "_content", lambda _path: None)
        path.write_bytes(b"theirs")
        with pytest.raises(ConflictError):
            file.replace(b"new")
    assert path.read_bytes() == b"theirs"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other rights")
def test_a_new_file_has_the_rights_that_are_asked_for(tmp_path: Path) -> None:
    """Those of the umask, which stays as it is."""
    before = os.umask(0o026)
    try:
        write(str(tmp_path / "a.toml"), b"new", force=False)
        assert os.umask(0o026) == 0o026
    finally:
        os.umask(before)
    assert (tmp_path / "a.toml").stat().st_mode & 0o777 == 0o640


def test_a_read_only_file_is_changed_by_force_alone(tmp_path: Path) -> None:
    """Though its folder would let it be replaced; its rights stay."""
    path = tmp_path / "a.toml"
    path.write_bytes(b"old")
    path.chmod(0o444)
    with pytest.raises(ConflictError, match="read-only"), changing(str(path)):
        pass
    with changing(str(path), force=True) as file:
        file.replace(b"new")
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o444


def test_what_a_killed_process_left_is_swept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Once it is a day old and its process is gone; files of other names are nobody's rubbish."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    old = time.time() - 2 * 24 * 3600
    names = {
        f".policy-{gone.pid}-abcdefgh": True,
        f".policy-{os.getpid()}-abcdefgh": False,
        ".policy-notes": False,
        "policy-draft": False,
    }
    for name in names:
        (tmp_path / name).write_bytes(b"")
        os.utime(tmp_path / name, (old, old))
    fresh = tmp_path / f".policy-{gone.pid}-hgfedcba"
    fresh.write_bytes(b"")
    folder = tmp_path / f".policy-{gone.pid}-folder00"
    folder.mkdir()
    os.utime(folder, (old, old))
    with temporary.new_folder():
        left = set(os.listdir(tmp_path))
    assert {name for name, is_swept in names.items() if not is_swept} <= left
    assert fresh.name in left
    assert not {folder.name, f".policy-{gone.pid}-abcdefgh"} & left


def test_force_replaces_and_nothing_else_does(tmp_path: Path) -> None:
    """What a link points to is replaced, not the link; nothing is left beside either."""
    path, link = tmp_path / "a.toml", tmp_path / "b.toml"
    write(str(path), b"old", force=False)
    assert os.listdir(tmp_path) == ["a.toml"]
    link.symlink_to(path)
    with pytest.raises(UsageError, match="--force"):
        write(str(link), b"new", force=False)
    write(str(link), b"new", force=True)
    assert (path.read_bytes(), link.is_symlink()) == (b"new", True)
    assert sorted(os.listdir(tmp_path)) == ["a.toml", "b.toml"]


def test_a_file_is_on_the_disk_before_it_takes_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All of it, so that a machine that stops then has the old one or the new one."""
    path = tmp_path / "a.toml"
    path.write_bytes(b"old")
    steps: list[tuple[str, int, bytes]] = []
    sync = os.fsync

    def synced(number: int) -> None:
        steps.append(("synced", os.fstat(number).st_size, path.read_bytes()))
        sync(number)

    monkeypatch.setattr(os, "fsync", synced)
    write(str(path), b"new one", force=True)
    assert steps == [("synced", 7, b"old")]
    assert path.read_bytes() == b"new one"
