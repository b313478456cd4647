"""Digests of field values, to detect changes without keeping the values."""

import hashlib
import json
from collections.abc import Collection, Mapping
from typing import Any

from policycli.records.model import Record, to_dict

__all__ = ["MEASURES", "digest", "digests", "plain"]

MEASURES = "measures"
_DIGITS = 8  # of a digest
_encoded = json.JSONEncoder(ensure_ascii=False, sort_keys=True).encode


def plain(record: Record) -> dict[str, Any]:
    """A record as plain data; that a figure is exact (``=``) goes without saying."""
    data = to_dict(record)
    for measure in data.get(MEASURES, (data,)):
        for figure in measure.get("figures", ()):
            if figure.get("op") == "=":
                del figure["op"]
    return data


def digest(value: Any) -> str:
    """The digest of a value of a record, empty for none; white space makes no difference."""
    if value in (None, "", (), []):
        return ""
    text = "".join(_encoded(value).split())
    text = text.replace("\\n", "")
    return hashlib.sha256(text.encode()).hexdigest()[:_DIGITS]


def digests(data: Mapping[str, Any], without: Collection[str] = ()) -> dict[str, str]:
    """The digest of every field of a record, as plain data, but for those ``without``."""
    unwanted = {"id", MEASURES, *without}
    return {key: digest(value) for key, value in data.items() if key not in unwanted}
