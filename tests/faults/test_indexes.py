"""Whatever happens to the index, answers are right, and what goes wrong is said."""

import os
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from itertools import chain, repeat
from pathlib import Path
from random import Random

import pytest

import policycli
from benchmarks.attacks import indexes
from policycli.cli import main
from policycli.errors import NotFoundError
from policycli.files import locking
from policycli.index import renew, seal, stored
from policycli.index.checksums import protected, verified
from policycli.index.records import Records
from policycli.records.model import Measure, Policy

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals and limits of Unix")

Attack = Callable[[Random, Path], str]
POLICY = Policy("draft", "关于种子基金的办法", measures=(Measure("one", "种子基金", "一句话。"),))


def attacked(attack: Attack, tmp_path: Path, times: int) -> None:
    """Try an attack some times, every time in a folder of its own."""
    random = Random(13)
    for number in range(times):
        home = tmp_path / str(number)
        home.mkdir()
        assert attack(random, home) == ""


@pytest.mark.parametrize(
    ("attack", "times"),
    [
        (indexes.damaged, 8),
        (indexes.odd_seal, 3),
        (indexes.disk_full, 4),
        (indexes.build_killed, 3),
        (indexes.rebuilt_under_readers, 1),
    ],
)
def test_answers_stay_right(attack: Attack, times: int, tmp_path: Path) -> None:
    """Damage, a full disk, killed builds and changes under way change no answer."""
    attacked(attack, tmp_path, times)


@pytest.mark.skipif(not shutil.which("strace"), reason="needs strace")
def test_a_failing_system_call_is_no_internal_error(tmp_path: Path) -> None:
    """Which is tried for some calls and errors of a build."""
    attacked(indexes.build_injected, tmp_path, 4)


@pytest.fixture
def catalogue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A catalogue of one measure, and a cache of the test's own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    path = tmp_path / "own.toml"
    path.write_text(
        '[[policies]]\nid = "own"\ntitle = "政策"\n[[policies.measures]]\nid = "one"\n'
        'title = "种子基金"\nsummary = "一句话。"\n',
        "utf-8",
    )
    return path


def found(catalogue: Path, query: str) -> list[str]:
    """What a fresh opening of the catalogue finds."""
    opened = policycli.open_catalogue(catalogue, bundled=False)
    return [hit.id for hit in opened.search(query)]


def test_a_change_with_the_same_size_and_time_is_noticed(catalogue: Path) -> None:
    """The system's own time of change cannot be set back."""
    assert found(catalogue, "种子基金") == ["own.one"]
    state = catalogue.stat()
    text = catalogue.read_text("utf-8")
    catalogue.write_text(text.replace("种子基金", "技术经纪"), "utf-8")
    os.utime(catalogue, ns=(state.st_atime_ns, state.st_mtime_ns))
    assert catalogue.stat().st_size == state.st_size
    assert found(catalogue, "技术经纪") == ["own.one"]


def test_a_damaged_seal_is_not_believed(catalogue: Path) -> None:
    """Also where it still reads: what it counts is what lists end by."""
    found(catalogue, "种子基金")
    folder = policycli.open_catalogue(catalogue, bundled=False).info().folder
    assert folder
    path = Path(folder) / seal.SEAL
    whole = path.read_text("ascii")
    assert ", 1, 1, 0, []]]" in whole
    path.write_text(whole.replace(", 1, 1, 0, []]]", ", 0, 0, 0, []]]"), "ascii")
    opened = policycli.open_catalogue(catalogue, bundled=False)
    assert opened.info().built
    assert len(opened.measures()) == 1


def test_a_copied_index_is_not_made_anew(catalogue: Path, tmp_path: Path) -> None:
    """As in an image of a container: other inodes and times, the same bytes."""
    found(catalogue, "种子基金")
    shutil.copytree(tmp_path / "cache", tmp_path / "copy")
    shutil.rmtree(tmp_path / "cache")
    shutil.copytree(tmp_path / "copy", tmp_path / "cache")
    assert not policycli.open_catalogue(catalogue, bundled=False).info().built
    assert not policycli.open_catalogue(catalogue, bundled=False).info().built


def test_versions_share_a_cache(catalogue: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither makes the other's index anew; one that is no longer read goes away."""
    found(catalogue, "种子基金")
    with monkeypatch.context() as later:
        later.setattr(seal, "INDEX_VERSION", "99.0")
        assert policycli.open_catalogue(catalogue, bundled=False).info().built
    info = policycli.open_catalogue(catalogue, bundled=False).info()
    assert not info.built
    assert info.folder
    os.utime(Path(info.folder) / seal.SEAL, (0, 0))
    monkeypatch.setattr(seal, "INDEX_VERSION", "100.0")
    assert found(catalogue, "种子基金") == ["own.one"]
    assert not Path(info.folder).exists()


def test_a_builder_that_stands_still_is_not_waited_for(
    catalogue: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """It is said that one waits, then that the index is made in memory; the answer is right."""
    monkeypatch.setattr(renew, "_SAID", 0.1)
    monkeypatch.setattr(renew, "_PATIENCE", 0.3)
    info = policycli.open_catalogue(catalogue, bundled=False).info()
    assert info.folder
    shutil.rmtree(info.folder)
    with locking.Lock(f"{info.folder}.lock").held(1, 1, ""):
        opened = policycli.open_catalogue(catalogue, bundled=False)
    assert [hit.id for hit in opened.search("种子基金")] == ["own.one"]
    assert opened.info().folder is None
    assert opened.info().built
    assert [record.message.split(":")[0] for record in caplog.records] == [
        "Another process is building the index; waiting for it …",
        "The process that builds the index does not move; one is made in memory instead.",
    ]


def failing(times: int) -> Callable[[bytes], bytes]:
    """What finds a stored record damaged so many times, and then whole."""
    left = [ValueError("a stored record is damaged")] * times

    def checked(raw: bytes) -> bytes:
        if left:
            raise left.pop()
        return verified(raw)

    return checked


def test_whatever_an_index_does_it_is_asked_once_more(
    catalogue: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """An error nobody foresaw makes it anew; the same error from a new one is reported."""
    words = ["search", "--no-bundled", "--catalogue", str(catalogue), "种子基金"]
    assert main.run(words) == 0
    said = capsys.readouterr().out
    monkeypatch.setattr(stored, "verified", failing(1))
    assert main.run(words) == 0
    assert capsys.readouterr().out == said
    monkeypatch.setattr(stored, "verified", lambda stored: verified(stored[1:]))
    assert main.run(words) == 70


@pytest.mark.parametrize(
    "ask",
    [
        lambda catalogue: [hit.id for hit in catalogue.search("种子基金")],
        lambda catalogue: catalogue.get("own.one"),
        lambda catalogue: catalogue.resolve("种子基金"),
        lambda catalogue: list(catalogue.measures()),
        lambda catalogue: list(catalogue.select().measures),
        lambda catalogue: catalogue.select().measures[-1],
        lambda catalogue: catalogue.select().policies[:1],
        lambda catalogue: catalogue.select().ids(["own"]),
        lambda catalogue: catalogue.as_of("2023").nearest("种子基金"),
        lambda catalogue: policycli.check(POLICY, catalogue),
    ],
)
def test_a_program_is_answered_once_more_too(
    catalogue: Path, monkeypatch: pytest.MonkeyPatch, ask: Callable[[policycli.Catalogue], object]
) -> None:
    """Whatever it asks, and from then on; what fails on a new index as well is its error."""
    right = ask(policycli.open_catalogue(catalogue, bundled=False))
    opened = policycli.open_catalogue(catalogue, bundled=False)
    assert not opened.info().built
    monkeypatch.setattr(stored, "verified", failing(1))
    assert ask(opened) == right
    assert ask(opened) == right
    monkeypatch.setattr(stored, "verified", failing(99))
    with pytest.raises(ValueError, match="damaged"):
        ask(policycli.open_catalogue(catalogue, bundled=False))


@pytest.mark.parametrize("files", ["*.idx", "*.fast", "*.store", "alphabet.txt"])
def test_a_large_index_is_read_through_before_it_answers(
    catalogue: Path, monkeypatch: pytest.MonkeyPatch, files: str
) -> None:
    """A bit that flipped unseen hides nothing, wherever it is; what is whole is not made anew."""
    opened = policycli.open_catalogue(catalogue, bundled=False)
    right = [hit.id for hit in opened.search("种子基金")]
    folder = Path(str(opened.info().folder))
    monkeypatch.setattr(seal, "_AT_ONCE", 0)
    whole = policycli.open_catalogue(catalogue, bundled=False)
    assert ([hit.id for hit in whole.search("种子基金")], whole.info().built) == (right, False)
    for path in sorted(folder.glob(files)):
        middle = path.stat().st_size // 2
        flipped = path.read_bytes()[middle] ^ 1
        with path.open("r+b") as file:  # in place: indexes that are open see it too
            file.seek(middle)
            file.write(bytes([flipped]))
        indexes.sealed_again(path)
    damaged = policycli.open_catalogue(catalogue, bundled=False)
    assert [hit.id for hit in damaged.search("种子基金")] == right
    assert damaged.info().built


@pytest.fixture
def read_once(catalogue: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What remembers that the index of the catalogue, taken for a large one, was read through."""
    policycli.open_catalogue(catalogue, bundled=False)
    monkeypatch.setattr(seal, "_AT_ONCE", 0)
    opened = policycli.open_catalogue(catalogue, bundled=False)
    assert opened._store.reading
    assert len(opened) == 1
    return Path(str(opened.info().folder)) / "read"


def is_read_through(catalogue: Path) -> bool:
    """Whether a fresh opening reads the index through."""
    store = policycli.open_catalogue(catalogue, bundled=False)._store
    store.settle()
    return store.reading is not None


def test_a_large_index_is_read_through_once_a_day(catalogue: Path, read_once: Path) -> None:
    """Neither again within a day, nor for longer, nor by a clock that was set back."""
    assert not is_read_through(catalogue)
    day = 24 * 3600
    now = time.time()
    for age, again in ((day - 60, False), (day + 60, True), (-60, True)):
        os.utime(read_once, (now - age, now - age))
        assert is_read_through(catalogue) is again


def test_what_says_nothing_of_this_index_is_not_believed(catalogue: Path, read_once: Path) -> None:
    """What was read is known by its seal: another one, nothing, or a folder in its place."""
    mark = read_once.read_bytes()
    for wrong in (b"", mark[:-1], mark + b"0", b"\xff" * 8):
        read_once.write_bytes(wrong)
        assert is_read_through(catalogue)
    assert found(catalogue, "种子基金") == ["own.one"]  # which waits until it is read through
    assert read_once.read_bytes() == mark
    catalogue.write_text(catalogue.read_text("utf-8").replace("一句话", "两句话"), "utf-8")
    policycli.open_catalogue(catalogue, bundled=False)
    assert is_read_through(catalogue)
    read_once.unlink()
    read_once.mkdir()
    assert found(catalogue, "种子基金") == ["own.one"]
    assert is_read_through(catalogue)


def test_damage_after_a_day_is_noticed(catalogue: Path, read_once: Path) -> None:
    """What was remembered before is too old to hide it."""
    (path,) = read_once.parent.glob("*.idx")
    with path.open("r+b") as file:
        file.write(bytes([path.read_bytes()[0] ^ 1]))
    indexes.sealed_again(path)
    read_once.write_bytes((read_once.parent / seal.SEAL).read_bytes().split()[-1])
    assert not is_read_through(catalogue)  # in the place of a seal that never saw the change
    os.utime(read_once, (0, 0))
    opened = policycli.open_catalogue(catalogue, bundled=False)
    assert [hit.id for hit in opened.search("种子基金")] == ["own.one"]
    assert opened.info().built


def test_what_is_not_found_may_be_for_damage(
    catalogue: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """That something is not there is said of an index that is whole."""
    policycli.open_catalogue(catalogue, bundled=False)
    monkeypatch.setattr(seal, "_AT_ONCE", 0)
    opened = policycli.open_catalogue(catalogue, bundled=False)
    assert opened._store.reading
    monkeypatch.setattr(opened._store.reading, "_found", ValueError("damaged"))
    hidden = [NotFoundError("nothing is called so")]

    def get(records: Records, full_id: str) -> object:
        if hidden:
            raise hidden.pop()
        return found_first(records, full_id)

    found_first = Records.get
    monkeypatch.setattr(Records, "get", get)
    assert opened.get("own.one").id == "own.one"


def test_a_damaged_index_is_opened_anew(catalogue: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where it fails while it is opened; what catalogue files lack is no fault of it."""
    found(catalogue, "种子基金")
    repeals: Iterator[Callable[[], object]] = chain([lambda: 1 / 0], repeat(dict))
    monkeypatch.setattr(policycli.Catalogue, "_repeals", lambda _: next(repeals)())
    assert policycli.open_catalogue(catalogue, bundled=False).info().built
    assert not policycli.open_catalogue(catalogue, bundled=False).info().built
    with pytest.raises(NotFoundError):
        policycli.open_catalogue(catalogue, bundled=False).get("none")
    assert not policycli.open_catalogue(catalogue, bundled=False).info().built


def test_a_stored_record_is_checked_when_it_is_read() -> None:
    """Every flipped bit is found, those of the checksum too."""
    stored = protected("政策".encode())
    assert verified(stored) == "政策".encode()
    for at in range(len(stored) * 8):
        flipped = bytearray(stored)
        flipped[at // 8] ^= 1 << at % 8
        with pytest.raises(ValueError, match="damaged"):
            verified(bytes(flipped))
