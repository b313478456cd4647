"""TOML: a catalogue again, laid out as people write one."""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from policycli.records.model import Measure, Policy, to_dict

__all__ = ["content"]

_WIDTH = 100  # characters; a longer list stands on several lines
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def content(policies: Iterable[Policy], title: str) -> bytes:
    """A catalogue; read again it holds the same policies."""
    head = "".join(f"# {_CONTROL.sub(' ', line)}\n" for line in title.splitlines())
    return "\n".join([head, *map(_policy, policies)]).encode()


def _policy(policy: Policy) -> str:
    head = _table("[[policies]]", to_dict(policy._replace(measures=())))
    return "\n".join([head, *map(_measure, policy.measures)])


def _measure(measure: Measure) -> str:
    return _table("[[policies.measures]]", to_dict(measure))


def _table(header: str, data: dict[str, Any]) -> str:
    return "\n".join([header, *_pairs(data)]) + "\n"


def _pairs(data: dict[str, Any]) -> Iterator[str]:
    for key, value in data.items():
        if isinstance(value, str):
            yield f"{key} = {_text(value, lines=True)}"
        elif isinstance(value, list):
            yield f"{key} = {_list(value, len(key))}"
        else:
            yield f"{key} = {_inline(value)}"


def _list(items: list[Any], taken: int) -> str:
    """On one line if it is short and has no tables, else one item a line."""
    written = [_inline(item) for item in items]
    line = f"[{', '.join(written)}]"
    if len(line) + taken <= _WIDTH and not any(isinstance(item, dict) for item in items):
        return line
    return "[\n" + "".join(f"  {item},\n" for item in written) + "]"


def _inline(value: Any) -> str:
    if isinstance(value, dict):
        return f"{{ {', '.join(f'{key} = {_inline(inner)}' for key, inner in value.items())} }}"
    return _text(value) if isinstance(value, str) else repr(value)


def _text(value: str, *, lines: bool = False) -> str:
    """A text in quotes; one of several lines between three, as it stands, where that can be."""
    if lines and "\n" in value and not _CONTROL.search(value) and "\r" not in value:
        inner = value.replace("\\", "\\\\").replace('"""', '""\\"')
        return f'"""\n{inner}"""' if not inner.endswith('"') else f'"""\n{inner[:-1]}\\""""'
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
