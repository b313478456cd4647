"""Many documents: read side by side, in their order, and only where they have changed."""

from concurrent.futures import ThreadPoolExecutor, wait
from pathlib import Path
from threading import Event

import pytest

from policycli.errors import DocumentError
from policycli.exchange import reading
from policycli.exchange.reading import Order, read, side_by_side
from policycli.ingest.merging.catalogue import Merged, Target, opened, save
from policycli.ingest.readers import sandbox
from policycli.ingest.readers.kinds import TEXT, Reader

PAPER = (
    "# 铜陵市科技局关于加快转化的意见\n\n一、加大投入。{}安排资金3亿元。\n二、建设平台。建基地。\n"
)
NEW = Order("", {}, {})


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    """A small paper."""
    path = tmp_path / "a.md"
    path.write_text(PAPER.format("今年"), "utf-8")
    return path


def imported(target: Target, *papers: Path) -> Merged:
    """What becomes of a catalogue, with what is known of its files."""
    order = Order("", {}, target.known)
    done = [read(str(path), order) for path in papers]
    drafts = [draft for each in done for _path, draft in each.drafts]
    same = [outcome.id for each in done for outcome in each.unchanged]
    return save(target, drafts, force=False, unchanged=same)


def test_a_file_that_is_as_before_is_not_read(
    paper: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is known by what is in it, under another name too; what became of it is still said."""
    catalogue = str(tmp_path / "my.toml")
    imported(opened(catalogue), paper)
    monkeypatch.setattr(reading, "taken", None)
    moved = paper.rename(tmp_path / "b.md")
    (outcome,) = read(str(moved), Order("", {}, opened(catalogue).known)).unchanged
    assert (outcome.how, outcome.draft.title) == ("unchanged", "铜陵市科技局关于加快转化的意见")
    assert outcome.draft.counts == {"measures": 2, "figures": 1, "documents": 0}


def test_what_is_read_in_another_way_is_read_again(
    paper: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With another date, other columns, by another version, or since its content changed."""
    catalogue = str(tmp_path / "my.toml")
    imported(opened(catalogue), paper)
    known = opened(catalogue).known
    assert not read(str(paper), Order("2023", {}, known)).unchanged
    assert not read(str(paper), Order("", {"备注": ""}, known)).unchanged
    paper.write_text(PAPER.format("明年"), "utf-8")
    assert not read(str(paper), Order("", {}, known)).unchanged
    paper.write_text(PAPER.format("今年"), "utf-8")
    assert read(str(paper), Order("", {}, known)).unchanged
    monkeypatch.setattr(reading, "__version__", "0.0")
    assert not read(str(paper), Order("", {}, known)).unchanged


def test_reading_again_in_vain_changes_no_outcome(
    paper: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A later version finds the same, and remembers that it has read the file."""
    path = tmp_path / "my.toml"
    imported(opened(str(path)), paper)
    before = path.read_text("utf-8")
    monkeypatch.setattr(reading, "__version__", "0.0")
    assert [each.how for each in imported(opened(str(path)), paper).outcomes] == ["unchanged"]
    now = path.read_text("utf-8")
    assert [old for old, new in zip(before.split("\n"), now.split("\n"), strict=True) if old != new]
    assert imported(opened(str(path)), paper).outcomes == []


def test_two_files_of_one_paper_are_both_remembered(paper: Path, tmp_path: Path) -> None:
    """Else the second one would be taken for a later edition of the first."""
    path, other = tmp_path / "my.toml", tmp_path / "b.txt"
    other.write_text(PAPER.format("今年") + "\n\n", "utf-8")
    first = imported(opened(str(path)), paper, other)
    assert [each.how for each in first.outcomes] == ["new", "duplicate"]
    before = path.read_bytes()
    assert imported(opened(str(path)), paper, other).outcomes == []
    assert path.read_bytes() == before


def test_a_file_with_a_bad_paper_in_it_is_read_again(paper: Path, tmp_path: Path) -> None:
    """What could not be read may be readable another time."""
    import zipfile

    archive, path = tmp_path / "a.zip", tmp_path / "my.toml"
    with zipfile.ZipFile(archive, "w") as file:
        file.write(paper, "a.md")
        file.writestr("b.pdf", b"%PDF-1.4 nothing")
    done = read(str(archive), NEW)
    assert len(done.failures) == len(done.drafts) == 1
    save(opened(str(path)), [draft for _path, draft in done.drafts], force=False)
    assert not opened(str(path)).known


def test_files_come_in_their_order_and_are_worked_on_at_a_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The first one waits here for the last one of the first four."""
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    begun = Event()

    def work(file: str) -> str:
        if file == "1":
            begun.wait(20)
        elif file == "4":
            begun.set()
        return file

    assert list(side_by_side(work, list("123456789"))) == list("123456789")
    assert begun.is_set()


def test_all_that_is_at_work_can_be_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever waits for it gets an error at once, and the next document is read as ever."""
    (tmp_path / "asleep.py").write_text("import time\n\ndef read(raw):\n    time.sleep(100)\n")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    sandbox.close()
    asleep = Reader((".x",), lambda _raw: False, "asleep", "")
    with ThreadPoolExecutor() as pool:
        waiting = pool.submit(sandbox.apart, asleep, b"")
        while not waiting.done():
            sandbox.stop()
            wait([waiting], 0.2)
    with pytest.raises(DocumentError, match="its reader was stopped"):
        waiting.result()
    assert sandbox.apart(TEXT, "正文".encode())[0].text == "正文"
