"""Markdown: the cards of all records, policy by policy."""

from collections.abc import Sequence

from policycli.records.ids import in_place
from policycli.records.model import Entry, Policy
from policycli.render import markdown
from policycli.views import cards
from policycli.views.cards import Record

__all__ = ["content"]


def content(policies: Sequence[Policy], title: str) -> bytes:
    """A heading, then each policy and its measures."""
    entries = [entry for policy in policies for entry in _entries(policy)]
    lines = markdown.lines(cards.view(entries, []))
    return f"# {markdown.escaped(title)}\n\n{''.join(lines)}".encode()


def _entries(policy: Policy) -> list[Entry[Record]]:
    own: list[Entry[Record]] = [Entry(policy.id, policy._replace(measures=()), policy)]
    return own + [Entry(*entry) for entry in in_place(policy)]
