"""Changes records of a TOML file; remarks, order and way of writing stay (tomlkit)."""

from collections.abc import Sequence
from typing import Any

import tomlkit
from tomlkit.items import AoT, Item, Table

from policycli.files.changing import Changes, Found, apply, target
from policycli.files.toml_writer import inline, record, written
from policycli.records.model import Problem, to_dict

__all__ = ["added", "edited"]


def edited(raw: bytes, edits: Sequence[tuple[Found, Changes]]) -> bytes:
    """The file with records changed.

    Raises:
        UsageError: A key leads nowhere.
    """
    mark = b"\xef\xbb\xbf" if raw.startswith(b"\xef\xbb\xbf") else b""
    document = tomlkit.parse(raw.decode("utf-8-sig"))
    policies: Any = document.get("policies", [])
    for found, changes in edits:
        within = found.number - len(policies)
        whole: Any = policies[found.number] if within < 0 else document["problems"][within]
        apply(target(whole, found), changes, _put, tomlkit.inline_table)
    return mark + tomlkit.dumps(document).encode()


def added(raw: bytes, problem: Problem) -> bytes:
    """The file with one more problem at its end."""
    text = record("[[problems]]", to_dict(problem)).encode()
    end = b"\r\n" if b"\r\n" in raw else b"\n"
    before = raw if not raw or raw.endswith(b"\n") else raw + end
    return (before + end if before else before) + text.replace(b"\n", end)


def _put(holder: Any, name: str | int, value: Any) -> None:
    """Set a value; a new key of a TOML table follows the others, before the blank line."""
    if isinstance(name, int) and name == len(holder):
        _append(holder, value)
        return
    if not _is_toml(holder):
        holder[name] = value
        return
    item = _item(value, lines=isinstance(holder, Table))
    last = _last_key(holder) if isinstance(name, str) and name not in holder else None
    if last is None:
        holder[name] = item
    else:
        holder.value._insert_after(last, name, item)


def _append(holder: Any, value: Any) -> None:
    """Add to a list: one of tables on lines of their own gets another such, others an item."""
    if not isinstance(holder, AoT):
        holder.append(_item(value, lines=False) if _is_toml(holder) else value)
        return
    table = tomlkit.table()
    table.update(value)
    holder.append(table)


def _last_key(holder: Any) -> Any:
    """Of a table on lines of its own the last key that is no table itself."""
    if not isinstance(holder, Table):
        return None
    simple = [key for key, item in holder.value.body if key and not isinstance(item, Table | AoT)]
    return simple[-1] if simple else None


def _item(value: Any, *, lines: bool) -> Any:
    """A value as TOML is best read; inside a table on one line it stands on one line too."""
    text = written(value) if lines else inline(value)
    return tomlkit.parse(f"value = {text}\n")["value"]


def _is_toml(holder: Any) -> bool:
    """Whether it is a table or list of its own, and no view of several that belong together."""
    return isinstance(holder, Item)
