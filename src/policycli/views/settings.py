"""Settings: what each is, and who says so."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple

from policycli.language import N_, _
from policycli.views.model import Column, View

if TYPE_CHECKING:
    from policycli.views import file_rows as rows

__all__ = ["Origin", "Setting", "view"]

Origin = Literal["command line", "environment", "file", "default"]

_ORIGINS: dict[Origin, str] = {
    "command line": N_("command line"),
    "environment": N_("environment"),
    "file": N_("file"),
    "default": N_("default"),
}
_MEANINGS = {
    "lang": N_("language of the screen"),
    "limit": N_("results on a screen; else 10 of a search, all of a list"),
    "region": N_("the region that lists on a screen are about"),
    "pager": N_("what shows more than a screen"),
}


class Setting(NamedTuple):
    """A setting.

    Attributes:
        value: Empty where it is not settled.
        origin: Who says so.
        where: The option, the variable or the file; empty for defaults.
    """

    key: str
    value: str
    origin: Origin
    where: str = ""


_COLUMNS: tuple[Column[Setting], ...] = (
    Column("key", N_("setting"), lambda each: each.key, "id"),
    Column("value", N_("value"), lambda each: each.value or "-", "short"),
    Column("origin", N_("from"), lambda each: _(_ORIGINS[each.origin]), "short"),
    Column("where", N_("where"), lambda each: each.where),
    Column("meaning", N_("meaning"), lambda each: _(_MEANINGS[each.key])),
)


def view(items: Sequence[Setting]) -> View[Setting]:
    """Settings, a line each."""
    return View("config", None, items, len(items), _COLUMNS, _data)


def _data(each: Setting) -> "rows.Setting":
    return {"key": each.key, "value": each.value, "origin": each.origin, "where": each.where}
