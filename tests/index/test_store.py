"""The index is made when it must be, whatever was left lying about, and never answers wrong."""

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import policycli
from policycli.errors import CatalogueError
from policycli.index import build, renew, seal

RECORD = """
[[policies]]
id = "{id}"
title = "{title}"
[[policies.measures]]
id = "one"
title = "{measure}"
summary = "为了测试而写的一句话。"
"""


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache folder of the test's own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "policycli"


@pytest.fixture
def catalogue(tmp_path: Path) -> Path:
    """A folder with two catalogue files."""
    folder = tmp_path / "catalogue"
    folder.mkdir()
    write(folder / "a.toml", "first", "第一项政策", "设立种子基金")
    write(folder / "b.toml", "second", "第二项政策", "培训技术经纪人")
    return folder


def write(path: Path, policy: str, title: str, measure: str) -> None:
    """A catalogue of one policy with one measure."""
    path.write_text(RECORD.format(id=policy, title=title, measure=measure), "utf-8")


def ids(catalogue: Path, query: str = "种子基金") -> list[str]:
    """What a fresh opening of the catalogue finds."""
    opened = policycli.open_catalogue(catalogue, bundled=False)
    return [hit.id for hit in opened.search(query)]


def built(catalogue: Path) -> bool:
    """Whether opening the catalogue had to build."""
    return policycli.open_catalogue(catalogue, bundled=False).info().built


def index_files(cache: Path) -> list[Path]:
    """The files of the one index there is."""
    (folder,) = (path for path in cache.iterdir() if path.is_dir())
    return sorted(folder.iterdir())


def test_index_is_reused_until_a_file_changes(catalogue: Path) -> None:
    """The second opening builds nothing; a changed file is seen at once."""
    assert built(catalogue)
    assert not built(catalogue)
    write(catalogue / "b.toml", "second", "第二项政策", "新设种子基金")
    assert sorted(ids(catalogue)) == ["first.one", "second.one"]


def test_only_the_changed_file_is_read_again(
    catalogue: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Touching one file of a catalogue re-indexes that file alone."""
    built(catalogue)
    changed: list[list[str]] = []
    update = build.update

    def watched(index: object, files: list[str], *rest: object) -> object:
        changed.append(files)
        return update(index, files, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(renew, "update", watched)
    write(catalogue / "b.toml", "second", "第二项政策", "培训更多技术经纪人")
    assert built(catalogue)
    assert changed == [[str(catalogue / "b.toml")]]


def test_removed_file_is_forgotten(catalogue: Path) -> None:
    """What a deleted file held is found no more, and comes back with it."""
    assert ids(catalogue) == ["first.one"]
    text = (catalogue / "a.toml").read_text("utf-8")
    (catalogue / "a.toml").unlink()
    assert ids(catalogue) == []
    (catalogue / "a.toml").write_text(text, "utf-8")
    assert ids(catalogue) == ["first.one"]


def test_damaged_index_is_made_anew(cache: Path, catalogue: Path) -> None:
    """Whichever file of the index is cut off, emptied, garbled or gone, the answer is right."""
    built(catalogue)
    for number in range(len(index_files(cache))):
        for damage in (cut, garble, Path.unlink):
            path = index_files(cache)[number]
            if path.stat().st_size == 0 or path.name.startswith("."):
                continue
            damage(path)
            assert ids(catalogue) == ["first.one"], f"{damage.__name__} {path.name}"


def cut(path: Path) -> None:
    """Leave the first half."""
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def garble(path: Path) -> None:
    """Keep the length, and no byte."""
    path.write_bytes(bytes(byte ^ 0x55 for byte in path.read_bytes()))


def test_index_of_another_version_is_made_anew(
    catalogue: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An index that another version of the program made is not trusted."""
    built(catalogue)
    monkeypatch.setattr(seal, "INDEX_VERSION", "99.0")
    assert built(catalogue)
    assert not built(catalogue)


@pytest.mark.skipif(sys.platform == "win32", reason="folders are made read-only by mode")
def test_unwritable_cache_works_in_memory(
    tmp_path: Path, catalogue: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where no cache can be written the index is in memory, and answers the same."""
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    monkeypatch.setenv("XDG_CACHE_HOME", str(blocked))
    opened = policycli.open_catalogue(catalogue, bundled=False)
    assert opened.info().folder is None
    assert [hit.id for hit in opened.search("种子基金")] == ["first.one"]


def test_faults_leave_the_index_as_it_was(catalogue: Path) -> None:
    """A catalogue with faults is refused, every fault told, and the old index serves again."""
    built(catalogue)
    good = (catalogue / "a.toml").read_text("utf-8")
    stamp = (catalogue / "a.toml").stat()
    (catalogue / "a.toml").write_text('[[policies]]\nid = "Bad Id"\n', "utf-8")
    (catalogue / "b2.toml").write_text("[[policies", "utf-8")
    with pytest.raises(CatalogueError) as caught:
        ids(catalogue)
    assert {Path(fault.path).name for fault in caught.value.faults} == {"a.toml", "b2.toml"}
    (catalogue / "b2.toml").unlink()
    (catalogue / "a.toml").write_text(good, "utf-8")
    os.utime(catalogue / "a.toml", ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
    assert not built(catalogue)


def test_two_files_with_one_policy_are_refused(catalogue: Path) -> None:
    """An id that a file already has is a fault in another, also when that one comes later."""
    built(catalogue)
    write(catalogue / "c.toml", "first", "又一项", "又一条")
    with pytest.raises(CatalogueError, match="first"):
        ids(catalogue)


def _open(catalogue: Path, results: "multiprocessing.Queue[list[str]]") -> None:
    results.put(ids(catalogue))


def test_processes_that_build_at_once_agree(catalogue: Path) -> None:
    """Several processes that find no index all answer right."""
    context = multiprocessing.get_context("spawn")
    results: multiprocessing.Queue[list[str]] = context.Queue()
    processes = [context.Process(target=_open, args=(catalogue, results)) for _ in range(4)]
    for process in processes:
        process.start()
    answers = [results.get(timeout=60) for _ in processes]
    for process in processes:
        process.join(timeout=60)
    assert answers == [["first.one"]] * 4


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")
@pytest.mark.parametrize("after", [0.05, 0.3, 0.5, 0.7])
def test_killed_build_does_no_harm(catalogue: Path, after: float) -> None:
    """A build that is killed, at whatever moment, leaves nothing that the next call trips on."""
    many = "".join(
        RECORD.format(id=f"p{number}", title=f"政策{number}", measure="无关")
        for number in range(2000)
    )
    (catalogue / "many.toml").write_text(many, "utf-8")
    code = f"import policycli; policycli.open_catalogue({str(catalogue)!r}, bundled=False)"
    process = subprocess.Popen([sys.executable, "-c", code])
    time.sleep(after)
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert ids(catalogue) == ["first.one"]
