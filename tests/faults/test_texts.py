"""Texts that are made to take long take as long as they are, and stay within the limits."""

import shutil
import sys
from pathlib import Path
from random import Random

import pytest

import policycli
from benchmarks.attacks import texts
from policycli.errors import DocumentError, NotFoundError, UsageError
from policycli.exchange import intake
from policycli.ingest.extract.draft import from_plain, to_plain
from policycli.ingest.readers import kinds, limits, sandbox
from policycli.ingest.readers.text import parse
from policycli.search.syntax import LONGEST
from tests.ingest.merged import merged


@pytest.mark.parametrize("kind", texts.KINDS)
def test_a_longer_text_takes_as_much_longer(kind: str) -> None:
    """Eight times the text takes about eight times as long, never its square (64)."""
    texts.seconds("# 铜陵市科学技术局\n\n科技")  # loads the tables
    assert min(texts.growth(kind, 1500, 8) for _ in range(2)) < 32


def test_hostile_texts_end(tmp_path: Path) -> None:
    """Some are tried; each ends as promised."""
    random = Random(13)
    for number in range(3):
        home = tmp_path / str(number)
        home.mkdir()
        assert texts.hostile(random, home) == ""


@pytest.mark.skipif(not shutil.which("strace"), reason="needs strace")
def test_an_import_connects_to_nothing_and_runs_nothing(tmp_path: Path) -> None:
    """But the process that reads."""
    assert texts.traced(Random(13), tmp_path) == ""


def test_damaged_documents_end(tmp_path: Path) -> None:
    """Some are tried; each ends as promised."""
    random = Random(13)
    for ending in (".docx", ".xls", ".pdf", ".exported.xlsx"):
        home = tmp_path / ending
        home.mkdir()
        assert texts.mutated(ending, random, home) == ""


def _law(articles: int) -> str:
    return "# 铜陵市科技条例\n\n" + "".join(f"第{n}条 甲{n}。\n\n" for n in range(1, articles + 1))


def test_merging_takes_as_long_as_there_are_articles() -> None:
    """Every article of a long law is written, and marked where it is uncertain, once."""
    few = intake.drafts(list(parse(_law(50))), "a.md")
    many = intake.drafts(list(parse(_law(3000))), "a.md")
    known = merged("", few).text
    (outcome,) = merged(known, many).done
    assert (outcome.how, outcome.added) == ("updated", 2950)


TEXT = "# 铜陵市科技局关于加大投入的通知\n\n一、加大投入。安排资金3亿元。\n二、加强组织。\n"


def test_drafts_are_made_where_documents_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And come back as they were made, checks and all; this process drafts nothing."""
    path = tmp_path / "a.md"
    path.write_text(TEXT, "utf-8")
    here = intake.drafts(list(parse(TEXT)), str(path))
    monkeypatch.setattr(intake, "_take", None)
    ((document, there),) = intake.taken(str(path))
    assert (document.error, document.blocks) == ("", [])
    assert there.drafts == here
    assert [from_plain(to_plain(draft)) for draft in here] == here


def test_a_process_reads_several_documents_but_none_after_trouble(tmp_path: Path) -> None:
    """One that was stopped, or met what is damaged, is not asked again."""
    sandbox.close()
    good, bad = tmp_path / "a.md", tmp_path / "b.docx"
    good.write_text(TEXT, "utf-8")
    bad.write_bytes(b"PK\x03\x04 word/document [Content_Types].xml")
    for _ in range(2):
        assert list(intake.taken(str(good)))
    (idle,) = sandbox._idle
    with pytest.raises(DocumentError):
        list(intake.taken(str(bad)))
    assert sandbox._idle == []
    assert list(intake.taken(str(good)))
    assert idle not in sandbox._idle


@pytest.mark.skipif(sys.platform == "win32", reason="no limit of memory there")
def test_a_process_that_took_much_memory_is_not_asked_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What it has not given back is not the next document's."""
    sandbox.close()
    reader = kinds.TEXT
    sandbox.apart(reader, "甲".encode() * 9_000_000)
    assert len(sandbox._idle) == 1
    monkeypatch.setattr(limits, "MEMORY", 400 * 2**20)
    sandbox.apart(reader, "甲".encode() * 9_000_000)
    assert sandbox._idle == []


def test_a_query_that_is_too_long_is_refused(tmp_path: Path) -> None:
    """At once, with the number; a name that long is nobody's."""
    path = tmp_path / "own.toml"
    path.write_text('[[policies]]\nid = "own"\ntitle = "政策"\n', "utf-8")
    catalogue = policycli.open_catalogue(path, bundled=False)
    assert catalogue.search("策" * LONGEST) is not None
    with pytest.raises(UsageError, match=r"at most 10000 characters"):
        catalogue.search("政策" * 500_000)
    with pytest.raises(NotFoundError):
        catalogue.resolve("guizhou" * 100_000)
