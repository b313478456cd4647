"""What the user has settled, in the place of options that were not typed.

It counts for tables on a terminal alone: pipes, files and what was named itself get everything, so
that scripts do the same everywhere.
"""

from collections.abc import Mapping
from typing import Any

from policycli.cli.notes import say
from policycli.files.settings import count, setting
from policycli.language import _

__all__ = ["standing_in"]

_ELSEWHERE = ("form", "as_json", "template", "ids", "output_file", "chart", "names", "file")
"""Parameters by which an answer is no table on the terminal, or about what was named itself."""


def standing_in(name: str, default: Any, typed: Mapping[str, Any]) -> Any:
    """The value of a parameter that was not typed.

    Args:
        name: Of the setting.
        default: What stands where nothing is settled.
        typed: The parameters that were.
    """
    value = "" if any(map(typed.get, _ELSEWHERE)) else setting(name)
    if not value:
        return default
    if name == "limit":
        return count(value)
    sentence = _("Only {region} (“policy config”); --region '' shows all.")
    say(sentence.format(region=value))
    return (value,)
