"""The list of registered catalogues, and files that are written in one step."""

import os
import stat
import sys
from pathlib import Path

import pytest

from policycli.errors import UsageError
from policycli.files.registered import register, registered, unregister
from policycli.files.write import write


@pytest.fixture(autouse=True)
def _config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.chdir(tmp_path)


def test_paths_keep_their_order_and_stand_once() -> None:
    """Registered twice is registered once; Chinese and odd bytes survive."""
    odd = os.fsdecode(b"/x/\xff\xfe")
    for path in ("/乙.toml", "/甲.toml", "/乙.toml", odd):
        register(path)
    assert registered() == ["/乙.toml", "/甲.toml", odd]
    unregister("/乙.toml")
    assert registered() == ["/甲.toml", odd]


def test_a_path_with_a_line_break_is_refused() -> None:
    """It would become two."""
    with pytest.raises(UsageError, match="line break"):
        register("a\nb.toml")
    assert registered() == []


def test_without_a_home_nothing_can_be_registered(monkeypatch: pytest.MonkeyPatch) -> None:
    """The sentence says what to set."""
    monkeypatch.setattr("policycli.paths.config_dir", lambda: None)
    with pytest.raises(UsageError, match="XDG_CONFIG_HOME"):
        register("a.toml")


def test_a_failed_write_leaves_what_was_there(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither half a file nor a stray one."""
    Path("a.toml").write_text("old", "utf-8")

    def fail(_old: str, _new: str) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(OSError, match="No space"):
        write("a.toml", b"new", force=True)
    assert [path.name for path in Path().iterdir()] == ["a.toml"]
    assert Path("a.toml").read_text("utf-8") == "old"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other rights and links")
def test_rights_and_links_stay() -> None:
    """An overwritten file keeps its mode; a link still points where it pointed."""
    Path("a.toml").touch(0o640)
    Path("b.toml").symlink_to("a.toml")
    write("b.toml", b"new", force=True)
    assert Path("b.toml").is_symlink()
    assert (Path("a.toml").read_bytes(), stat.S_IMODE(os.stat("a.toml").st_mode)) == (b"new", 0o640)


def test_a_folder_is_not_overwritten() -> None:
    """Not even by force."""
    Path("x").mkdir()
    with pytest.raises(UsageError, match="is not a file"):
        write("x", b"", force=True)
