"""Which part of an article was named by its address."""

from collections.abc import Iterable
from typing import Any

from policycli.records.model import Entry
from policycli.text.addresses import Address, part
from policycli.views.model import Card, View

__all__ = ["mark"]

_HERE = "→ "


def mark(view: View[Entry[Any]], cited: Iterable[tuple[str, Address]]) -> View[Entry[Any]]:
    """The same view with an arrow before the lines that were named, and a key that has them.

    Args:
        view: Of records in full.
        cited: Full ids of articles, each with an address in it.
    """
    named: dict[str, list[Address]] = {}
    for full, address in cited:
        if address.within:
            named.setdefault(full, []).append(address)
    if not named:
        return view

    def parts(entry: Entry[Any]) -> list[dict[str, str]]:
        return [
            {"address": str(address), "text": part(entry.record.text, address)}
            for address in named.get(entry.id, ())
        ]

    def data(entry: Entry[Any]) -> dict[str, Any]:
        found = parts(entry)
        return {**view.data(entry), **({"cited": found} if found else {})}

    def card(entry: Entry[Any]) -> Card:
        assert view.card  # noqa: S101 - records in full have cards
        plain = view.card(entry)
        lines = {line for each in parts(entry) for line in each["text"].splitlines()}
        marked = (_HERE + each if each.strip() in lines else each for each in plain.paragraphs)
        return plain._replace(paragraphs=tuple(marked))

    return view._replace(data=data, card=card)
