"""The user's folders for this program.

Platformdirs knows these too, but costs 11 ms to import: a quarter of the program's start-up.
"""

import os
import sys

__all__ = ["cache_dir", "config_dir", "settings_file", "state_dir"]


def cache_dir() -> str | None:
    """Folder for what may be deleted at any time; ``None`` where the user has no home."""
    return _folder("XDG_CACHE_HOME", "~/.cache", "~/Library/Caches")


def config_dir() -> str | None:
    """Folder for what the user has chosen; ``None`` where the user has no home."""
    return _folder("XDG_CONFIG_HOME", "~/.config", "~/Library/Application Support")


def settings_file() -> str | None:
    """The file with what ``policy config`` has set, there or not; ``None`` without a home."""
    folder = config_dir()
    return folder and os.path.join(folder, "settings.txt")


def state_dir() -> str | None:
    """Folder for what the user has done and seen; ``None`` where the user has no home."""
    return _folder("XDG_STATE_HOME", "~/.local/state", "~/Library/Application Support")


def _folder(variable: str, linux: str, mac: str) -> str | None:
    """The XDG folder, or the default where it is not absolute (XDG says to ignore it then)."""
    if sys.platform == "win32":
        default = os.environ.get("LOCALAPPDATA", r"~\AppData\Local")
    else:
        default = mac if sys.platform == "darwin" else linux
    bases = (os.environ.get(variable, ""), os.path.expanduser(default))
    return next((os.path.join(base, "policycli") for base in bases if os.path.isabs(base)), None)
