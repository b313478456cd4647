"""The picker, driven by keys."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.widgets import OptionList, Static

import policycli
from policycli import language
from policycli.picker.app import Picker
from policycli.picker.finder import Finder

SMALL = Path(__file__).parents[1] / "data" / "small.toml"

Drive = Callable[..., Picker]


@pytest.fixture
def finder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Finder:
    """Looks into the small catalogue."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return Finder(policycli.open_catalogue(SMALL, bundled=False), {})


@pytest.fixture
def drive(finder: Finder) -> Drive:
    """Press keys, look at the screen, and end; the app tells what was taken."""

    def keys(
        *pressed: str,
        query: str = "",
        size: tuple[int, int] = (80, 24),
        look: Callable[[Picker], None] = lambda _app: None,
    ) -> Picker:
        async def driven() -> Picker:
            app = Picker(finder, query)
            async with app.run_test(size=size, notifications=True) as pilot:
                await pilot.press(*pressed)
                await pilot.pause(0.3)  # the preview follows once the keys rest
                look(app)
            return app

        return asyncio.run(driven())

    return keys


def listed(app: Picker) -> list[str]:
    """The ids in the list, in its order."""
    return [str(option.id) for option in app.query_one(OptionList).options]


def card(app: Picker) -> str:
    """The words of the preview."""
    return str(app.query_one("#card", Static).content)


def test_without_a_query_policies_are_listed(drive: Drive) -> None:
    """All of them, in the order of their files, and Enter takes the first."""
    shown: list[str] = []
    app = drive("enter", look=lambda app: shown.extend(listed(app)))
    assert shown == ["qingshan", "lvhe-regulation"]
    assert app.return_value == "qingshan"


def test_every_key_narrows(drive: Drive) -> None:
    """Pinyin finds while it is typed, and the first hit is previewed."""

    def look(app: Picker) -> None:
        assert listed(app)[0] == "qingshan.fund"
        assert "36.94 million" in card(app)

    drive(*"jijin", look=look)


def test_arrows_choose_while_typing_goes_on(drive: Drive) -> None:
    """Down goes to the next, not past the last, and up comes back."""
    assert drive("down", "enter").return_value == "lvhe-regulation"
    assert drive("down", "down", "down", "enter").return_value == "lvhe-regulation"
    assert drive("down", "up", "enter").return_value == "qingshan"


def test_keys_go_through_filters(drive: Drive) -> None:
    """F2 narrows by one end after the other, says which, and after the last by none."""

    def supply(app: Picker) -> None:
        assert "supply" in str(app.query_one("#state", Static).content)
        assert "qingshan.fund" not in listed(app)

    drive("f2", query="基金", look=supply)

    def fund(app: Picker) -> None:
        check(listed(app)[:1], ["qingshan.fund"])

    drive("f2", "f2", query="基金", look=fund)
    drive(*["f2"] * 5, query="基金", look=fund)


def check(ids: list[str], wanted: list[str]) -> None:
    """The list is as it has to be."""
    assert ids == wanted


def test_nothing_is_said_to_be_nothing(drive: Drive) -> None:
    """Where nothing fits the list is empty, the preview says so, and Enter takes nothing."""

    def look(app: Picker) -> None:
        assert listed(app) == []
        assert "Nothing matches" in card(app)

    assert drive("enter", "escape", query="火星", look=look).return_value is None


def test_half_a_field_word_is_no_error(drive: Drive) -> None:
    """A filter that nothing has, as while ``end:supply`` is being typed, finds nothing."""
    drive(*"end:su", look=lambda app: check(listed(app), []))


@pytest.mark.parametrize("pressed", [("tab", "c"), ("ctrl+y",)])
def test_a_citation_is_copied(drive: Drive, pressed: tuple[str, ...]) -> None:
    """``c`` in the list, and Ctrl-Y while typing, copy a reference by GB/T 7714."""
    copied: list[str] = []
    drive(*pressed, query="青山", look=lambda app: copied.append(app.clipboard))
    assert "青山市科技成果转化行动：青科〔2023〕1号" in copied[0]


def test_the_source_is_opened(drive: Drive, monkeypatch: pytest.MonkeyPatch) -> None:
    """``o`` in the list opens the address of the record, and only where it has one."""
    opened: list[str] = []
    monkeypatch.setattr(Picker, "open_url", lambda _app, url, **_how: opened.append(url))
    drive("tab", "o", query="青山")
    assert opened == ["https://example.org/qs"]
    drive("tab", "down", "o")
    assert opened == ["https://example.org/qs"]


@pytest.mark.parametrize(("size", "beside"), [((80, 24), False), ((140, 30), True)])
def test_the_preview_stands_where_there_is_room(
    drive: Drive, size: tuple[int, int], beside: bool
) -> None:
    """Under the list on a narrow screen, beside it on a wide one."""

    def look(app: Picker) -> None:
        hits, preview = app.query_one("#hits").region, app.query_one("#preview").region
        assert (preview.x >= hits.right) is beside
        assert (preview.y >= hits.bottom) is not beside

    drive(size=size, look=look)


def test_it_speaks_chinese(drive: Drive) -> None:
    """Counts, labels and keys are in the language of the screen."""
    language.use("zh")
    drive(look=chinese)


def chinese(app: Picker) -> None:
    """The state, a label of the card, and a key in Chinese."""
    assert "2 条记录" in str(app.query_one("#state", Static).content)
    assert "地区" in card(app)
    assert "退出" in {key.binding.description for key in app.active_bindings.values()}


def test_an_interrupt_leaves_as_everywhere(drive: Drive) -> None:
    """Ctrl-C ends it while typing and in the list, with the exit of an interrupt."""
    for keys in (("ctrl+c",), ("tab", "ctrl+c")):
        left = drive(*keys, query="基金")
        assert (left.return_value, left.return_code) == (None, 130)


def test_a_filter_by_what_no_record_has_lists_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """F2 goes on to it all the same: a catalogue of laws has none of the four ends."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    path = tmp_path / "laws.toml"
    path.write_text('[[policies]]\nid = "a"\ntitle = "甲法"\n', "utf-8")
    laws = Finder(policycli.open_catalogue(path, bundled=False), {})
    assert laws.found("", {"end": "supply"}) == ([], 0)
