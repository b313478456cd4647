"""Changes one record of a JSON Lines file; only its own line is written anew."""

import json
import operator

from policycli.files.changing import Changes, Found, apply, target

__all__ = ["edited"]


def edited(raw: bytes, found: Found, changes: Changes) -> bytes:
    """The file with the record changed.

    Raises:
        UsageError: A key leads nowhere.
    """
    lines = raw.split(b"\n")
    line = lines[found.line - 1]
    data = json.loads(line.decode("utf-8-sig"))
    apply(target(data, found), changes, operator.setitem, dict)
    end = b"\r" if line.endswith(b"\r") else b""
    lines[found.line - 1] = json.dumps(data, ensure_ascii=False, default=str).encode() + end
    return b"\n".join(lines)
