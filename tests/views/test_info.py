"""What the program stands on."""

import pytest

from policycli import __version__, language
from policycli.catalogue import Info
from policycli.index.seal import Source, Stamp
from policycli.views import info
from tests.views.making import plain, rows

STAMP = Stamp(9, 9, 9, 9)
SOURCES = (Source("/a.toml", STAMP, 0, 6, 73), Source("/copy.toml", STAMP, 0, 1, 2))
INFO = Info(SOURCES, "/cache", built=False, size=1_234_567)
COPIES = {"/copy.toml": "/b.toml"}


def test_plain_output_is_a_fact_a_line() -> None:
    """Keys are those of the columns; catalogues follow, by the names that people know."""
    flat = info.view(INFO, COPIES, ["/gone"]).flat
    assert flat
    assert [tuple(row.values()) for row in rows(flat)] == [
        ("version", __version__, ""),
        ("catalogues", 3, ""),
        ("policies", 7, ""),
        ("measures", 75, ""),
        ("problems", 0, ""),
        ("state", "ready", ""),
        ("size", 1_234_567, ""),
        ("folder", "/cache", ""),
        ("catalogue", "/a.toml", "ready"),
        ("catalogue", "/b.toml", "stale"),
        ("catalogue", "/gone", "left out"),
    ]


@pytest.mark.parametrize(
    ("built", "folder", "code", "words"),
    [
        (False, "/cache", "ready", "就绪"),
        (True, "/cache", "built", "刚刚生成"),
        (True, None, "memory", "仅在内存"),
    ],
)
def test_the_state_of_the_index_is_said(
    built: bool, folder: str | None, code: str, words: str
) -> None:
    """A card says it in words; an index in memory has neither folder nor size."""
    language.use("zh")
    view = info.view(INFO._replace(built=built, folder=folder), {}, [])
    assert view.data(view.items[0])["index"]["state"] == code
    assert view.card
    facts = {fact.label: plain(fact.value) for fact in view.card(view.items[0]).facts}
    assert words in facts.values()
    assert ("1 MB" in facts.values()) == (folder is not None)


@pytest.mark.parametrize(
    ("size", "written"), [(999, "999 B"), (1500, "2 kB"), (943_117, "943 kB"), (10**12, "1000 GB")]
)
def test_sizes_are_rounded(size: int, written: str) -> None:
    """Three digits are enough for readers, up to the largest unit."""
    view = info.view(INFO._replace(size=size), {}, [])
    assert view.card
    assert written in [fact.value for fact in view.card(view.items[0]).facts]
