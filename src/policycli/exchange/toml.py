"""TOML: a catalogue again, laid out as people write one."""

from collections.abc import Iterable

from policycli.files.toml_writer import record
from policycli.records.model import Policy, to_dict
from policycli.text.sanitize import clean

__all__ = ["content"]


def content(policies: Iterable[Policy], title: str) -> bytes:
    """A catalogue; read again it holds the same policies."""
    head = "".join(f"# {clean(line)}\n" for line in title.splitlines())
    return "\n".join([head, *map(_policy, policies)]).encode()


def _policy(policy: Policy) -> str:
    head = record("[[policies]]", to_dict(policy._replace(measures=())))
    measures = (record("[[policies.measures]]", to_dict(each)) for each in policy.measures)
    return "\n".join([head, *measures])
