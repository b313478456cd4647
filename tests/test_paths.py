"""Folders follow the environment, then the platform, and never break."""

import ntpath
import os
import posixpath

import pytest

from policycli import paths


@pytest.fixture(autouse=True)
def home(monkeypatch: pytest.MonkeyPatch) -> None:
    """A home on Linux without any XDG folder."""
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr(os, "path", posixpath)
    monkeypatch.setenv("HOME", "/home/li")
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    monkeypatch.delenv("XDG_STATE_HOME", raising=False)


def test_linux_and_mac_have_their_own_places(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each platform's users look where that platform keeps such things."""
    assert paths.cache_dir() == "/home/li/.cache/policycli"
    assert paths.config_dir() == "/home/li/.config/policycli"
    assert paths.state_dir() == "/home/li/.local/state/policycli"
    monkeypatch.setattr("sys.platform", "darwin")
    assert paths.cache_dir() == "/home/li/Library/Caches/policycli"
    assert paths.config_dir() == "/home/li/Library/Application Support/policycli"


def test_windows_keeps_all_in_the_local_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    """%LOCALAPPDATA% where it is set, its usual place where it is not."""
    monkeypatch.setattr("sys.platform", "win32")
    monkeypatch.setattr(os, "path", ntpath)
    monkeypatch.setenv("LOCALAPPDATA", r"D:\Local")
    assert paths.cache_dir() == r"D:\Local\policycli"
    monkeypatch.delenv("LOCALAPPDATA")
    monkeypatch.setenv("USERPROFILE", r"C:\Users\li")
    assert paths.config_dir() == r"C:\Users\li\AppData\Local\policycli"


def test_xdg_goes_first_unless_it_is_relative(monkeypatch: pytest.MonkeyPatch) -> None:
    """The XDG specification says to ignore a relative folder."""
    monkeypatch.setenv("XDG_CACHE_HOME", "/cache")
    monkeypatch.setenv("XDG_CONFIG_HOME", "config")
    assert paths.cache_dir() == "/cache/policycli"
    assert paths.config_dir() == "/home/li/.config/policycli"


def test_without_a_home_there_is_no_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    """A user without a home, or with a senseless one, gets ``None`` and no crash."""
    monkeypatch.setenv("HOME", "here")
    assert paths.cache_dir() is None
    monkeypatch.setattr(posixpath, "expanduser", lambda path: path)
    assert paths.config_dir() is None
