"""Markdown: the cards of all records, policy by policy."""

from collections.abc import Sequence

from policycli.records.model import Entry, Policy
from policycli.render import markdown
from policycli.views import cards
from policycli.views.cards import Record

__all__ = ["content"]


def content(policies: Sequence[Policy], title: str) -> bytes:
    """A heading, then each policy and its measures."""
    entries = [entry for policy in policies for entry in _entries(policy)]
    lines = markdown.lines(cards.view(entries, []))
    return f"# {title}\n\n{''.join(lines)}".encode()


def _entries(policy: Policy) -> list[Entry[Record]]:
    head = policy._replace(measures=())
    entries: list[Entry[Record]] = [Entry(policy.id, head, policy)]
    return entries + [Entry(f"{policy.id}.{m.id}", head, m) for m in policy.measures]
