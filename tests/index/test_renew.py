"""What is made anew of an index, what is kept, and what is said where it cannot be kept."""

import contextlib
import errno
import os
import shutil
import time
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from tantivy import Index

from benchmarks.attacks.indexes import sealed_again
from policycli.errors import CatalogueError
from policycli.files import locking
from policycli.index import renew, seal
from policycli.index.build import update
from policycli.index.progress import Progress, silent
from policycli.index.seal import Source
from policycli.index.store import Store, open_sealed
from policycli.text.characters import compile_alphabet

RECORD = '[[policies]]\nid = "{0}"\ntitle = "{0}的办法"\n'


COMPILED = cache(compile_alphabet)


@pytest.fixture(autouse=True)
def _compiled_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The characters that every index begins with, which take half a second."""
    monkeypatch.setattr(renew, "compile_alphabet", COMPILED)


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Two catalogue files."""
    paths = [tmp_path / "a.toml", tmp_path / "b.toml"]
    for path in paths:
        path.write_text(RECORD.format(path.stem), "utf-8")
    return paths


@pytest.fixture
def folder(tmp_path: Path) -> str:
    """Where the index goes."""
    return str(tmp_path / "cache" / "index-1-2")


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is told beside the answer."""
    heard: list[str] = []
    monkeypatch.setattr(renew, "notice", heard.append)
    return heard


def now(files: Sequence[Path]) -> tuple[Source, ...]:
    """The files as they are."""
    return tuple(Source(str(path), seal.stamp(str(path))) for path in files)


def policies(store: Store) -> list[int]:
    """How many policies each file is said to have."""
    return [source.policies for source in store.sources]


def documents(store: Store) -> int:
    """How many records the index has."""
    return int(store.tantivy.searcher().num_docs)


def test_an_index_is_kept_in_its_folder(folder: str, files: list[Path]) -> None:
    """Sealed, so that it is found again; its lock is gone."""
    made = renew.renew(folder, now(files), silent)
    assert (made.folder, made.built, policies(made), documents(made)) == (folder, True, [1, 1], 2)
    found = open_sealed(folder, now(files))
    assert found
    assert (found.folder, found.built, policies(found)) == (folder, False, [1, 1])
    assert os.listdir(os.path.dirname(folder)) == [os.path.basename(folder)]


def test_without_a_folder_it_is_in_memory(files: list[Path]) -> None:
    """Whole as well, and nothing of it is found again."""
    made = renew.renew(None, now(files), silent)
    assert (made.folder, made.built, policies(made), documents(made)) == (None, True, [1, 1], 2)


def test_whoever_waits_hears_that_it_goes_on(
    folder: str, files: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The lock is touched at everything that is reported."""
    beats: list[int] = []
    heard: list[Progress] = []
    monkeypatch.setattr(locking.Lock, "beat", lambda _lock: beats.append(len(heard)))
    renew.renew(folder, now(files), heard.append)
    assert heard
    assert beats == [0, *range(len(heard))]  # as it is taken, and before each report


def test_only_what_changed_is_read_again(
    folder: str, files: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """In another order nothing is; a file that was dropped is forgotten."""
    renew.renew(folder, now(files), silent)
    read: list[tuple[list[str], set[str]]] = []

    def heard(index: object, changed: list[str], dropped: set[str], *rest: object) -> object:
        read.append((changed, dropped))
        return update(index, changed, dropped, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(renew, "update", heard)
    turned = renew.renew(folder, now(files[::-1]), silent)
    assert (read, policies(turned), documents(turned)) == ([], [1, 1], 2)
    files[0].write_text(RECORD.format("c") + RECORD.format("d"), "utf-8")
    os.utime(files[1], (1, 1))  # which changes nothing in it
    more = renew.renew(folder, now(files), silent)
    assert (read.pop(), policies(more), documents(more)) == (([str(files[0])], set()), [2, 1], 3)
    one = renew.renew(folder, now(files[1:]), silent)
    assert (read.pop(), policies(one), documents(one)) == (([], {str(files[0])}), [1], 1)


def test_a_copy_is_sealed_anew(folder: str, files: list[Path], tmp_path: Path) -> None:
    """It is read through once; from then on it is known by its inodes."""
    renew.renew(folder, now(files), silent)
    copy = f"{tmp_path}/cache/index-1-3"
    shutil.copytree(folder, copy)
    assert open_sealed(copy, now(files)) is None
    assert not renew.renew(copy, now(files), silent).built
    assert open_sealed(copy, now(files))


def test_nothing_is_added_to_what_is_damaged(
    folder: str, files: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """An index of any size is read through before it is brought up to date, or made anew."""
    renew.renew(folder, now(files), silent)
    monkeypatch.setattr(seal, "_AT_ONCE", 0)
    for path in Path(folder).glob("*.store"):
        raw = path.read_bytes()
        with path.open("r+b") as file:
            file.write(bytes([raw[0] ^ 1]))
        sealed_again(path)
    files[0].write_text(RECORD.format("c"), "utf-8")
    read: list[list[str]] = []

    def heard(index: Index, changed: list[str], *rest: Any) -> object:
        read.append(changed)
        return update(index, changed, *rest)

    monkeypatch.setattr(renew, "update", heard)
    made = renew.renew(folder, now(files), silent)
    assert read == [[str(path) for path in files]]
    assert (policies(made), documents(made)) == ([1, 1], 2)


def test_a_builder_is_waited_for_as_long_as_is_promised(
    folder: str, files: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Three seconds in silence, and ten while it stands still."""
    asked: list[tuple[object, ...]] = []
    held = locking.Lock.held

    def heard(lock: locking.Lock, *how: Any) -> contextlib.AbstractContextManager[None]:
        asked.append(how[:2])
        return held(lock, *how)

    monkeypatch.setattr(locking.Lock, "held", heard)
    renew.renew(folder, now(files), silent)
    assert asked == [(3, 10)]


@contextlib.contextmanager
def refused(*_args: object) -> Iterator[None]:
    """A lock on a disk that is full."""
    raise OSError(errno.ENOSPC, "No space left on device", "lock")
    yield


def test_what_cannot_be_locked_is_used_where_it_is_whole(
    folder: str, files: list[Path], monkeypatch: pytest.MonkeyPatch, said: list[str]
) -> None:
    """As an image of a container that is read-only; else it is made in memory, and that is said."""
    monkeypatch.setattr(locking.Lock, "held", refused)
    made = renew.renew(folder, now(files), silent)
    assert (made.folder, made.built, documents(made)) == (None, True, 2)
    assert said.pop() == (
        f"The index cannot be kept in {folder} (No space left on device); "
        "it is made in memory, for this time."
    )
    monkeypatch.undo()
    monkeypatch.setattr(renew, "compile_alphabet", COMPILED)
    renew.renew(folder, now(files), silent)
    heard: list[str] = []
    monkeypatch.setattr(renew, "notice", heard.append)
    monkeypatch.setattr(locking.Lock, "held", refused)
    found = renew.renew(folder, now(files), silent)
    assert (found.folder, found.built, heard) == (folder, False, [])
    shutil.copytree(folder, f"{folder}3")
    found = renew.renew(f"{folder}3", now(files), silent)
    assert (found.folder, found.built, heard) == (f"{folder}3", False, [])


@pytest.mark.parametrize(
    ("error", "why"),
    [
        (TimeoutError(), "The process that builds the index does not move"),
        (ValueError("failed: (os error 28)"), f"({os.strerror(28)})"),
        (ValueError("甲" * 300), f"({'甲' * 100})"),
        (OSError(errno.EROFS, "Read-only file system", "x"), "(Read-only file system)"),
    ],
)
def test_why_it_is_in_memory_is_one_sentence(error: Exception, why: str) -> None:
    """What the system says, also where compiled code quotes it, and no more than a line of it."""
    assert why in renew._sentence("here", error)


@pytest.mark.parametrize("error", [KeyboardInterrupt, SystemExit])
def test_an_interrupt_is_no_damage(
    folder: str, files: list[Path], monkeypatch: pytest.MonkeyPatch, error: type[BaseException]
) -> None:
    """It ends the build, and nothing is made in memory in its place."""

    def interrupted(*_args: object) -> object:
        raise error

    monkeypatch.setattr(renew, "update", interrupted)
    with pytest.raises(error):
        renew.renew(folder, now(files), silent)
    monkeypatch.undo()
    monkeypatch.setattr(renew, "compile_alphabet", COMPILED)
    renew.renew(folder, now(files), silent)
    files[0].write_text(RECORD.format("c"), "utf-8")
    monkeypatch.setattr(renew, "update", interrupted)
    with pytest.raises(error):
        renew.renew(folder, now(files), silent)


def test_faults_are_reported_once(folder: str, files: list[Path], said: list[str]) -> None:
    """They are those of the catalogue: neither the folder nor the index is to blame."""
    renew.renew(folder, now(files), silent)
    kept = sorted(os.listdir(folder))
    files[0].write_text("[[policies]]\n", "utf-8")
    with pytest.raises(CatalogueError):
        renew.renew(folder, now(files), silent)
    assert (sorted(os.listdir(folder)), said) == (kept, [])


def test_what_is_no_index_is_swept_away(folder: str, files: list[Path]) -> None:
    """Whatever lies in the folder of an index that cannot be read goes."""
    os.makedirs(folder)
    Path(folder, "rest").write_text("x", "utf-8")
    made = renew.renew(folder, now(files), silent)
    assert (made.built, documents(made)) == (True, 2)
    assert "rest" not in os.listdir(folder)


@pytest.mark.parametrize(
    ("name", "days", "is_kept"),
    [("index-1-8", 30.004, False), ("index-1-8", 29.999, True), ("index-7-8", 31, True)],
)
def test_other_versions_are_kept_for_thirty_days(
    folder: str, files: list[Path], name: str, days: float, is_kept: bool
) -> None:
    """Those of the same files, counted from when they were last read or made."""
    other = Path(folder).with_name(name)
    other.mkdir(parents=True)
    (other / seal.SEAL).touch()
    Path(folder).with_name("index-1-9").mkdir()
    long_ago, then = time.time() - 99 * 86400, time.time() - days * 86400
    os.utime(other / seal.SEAL, (then, long_ago))
    renew.renew(folder, now(files), silent)
    assert other.exists() == is_kept
    assert Path(folder).with_name("index-1-9").exists()
