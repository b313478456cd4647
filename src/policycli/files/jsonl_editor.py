"""Changes records of a JSON Lines file; only their own lines are written anew."""

import json
from collections.abc import Sequence
from typing import Any

from policycli.files.changing import Changes, Found, apply, target
from policycli.records.model import Problem, to_dict

__all__ = ["added", "edited"]


def edited(raw: bytes, edits: Sequence[tuple[Found, Changes]]) -> bytes:
    """The file with records changed.

    Raises:
        UsageError: A key leads nowhere.
    """
    lines = raw.split(b"\n")
    for found, changes in edits:
        line = lines[found.line - 1]
        data = json.loads(line.decode("utf-8-sig"))
        apply(target(data, found), changes, _put, dict)
        end = b"\r" if line.endswith(b"\r") else b""
        lines[found.line - 1] = json.dumps(data, ensure_ascii=False, default=str).encode() + end
    return b"\n".join(lines)


def added(raw: bytes, problem: Problem) -> bytes:
    """The file with one more record at its end."""
    end = b"\r\n" if b"\r\n" in raw else b"\n"
    before = raw if not raw or raw.endswith(b"\n") else raw + end
    return before + json.dumps(to_dict(problem), ensure_ascii=False).encode() + end


def _put(holder: Any, name: str | int, value: Any) -> None:
    if isinstance(name, int) and name == len(holder):
        holder.append(value)
    else:
        holder[name] = value
