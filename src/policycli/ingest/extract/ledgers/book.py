"""The policies of a ledger while its rows are read: who says what of which policy."""

from typing import NamedTuple

from policycli.ingest.extract.draft import Check
from policycli.language import N_, _
from policycli.records.model import Figure
from policycli.text.titles import bare

__all__ = ["Book", "Item", "Of"]

OTHERWISE = N_("another row says: {text}")
BESIDE = N_("one row names it beside {title}, which has the measure")


class Item(NamedTuple):
    """A measure as its row gives it.

    Attributes:
        values: By key, without the record: ``lead``, ``deadline``.
        figures: Those that stand in columns of their own.
        more: What other columns add to the wording, a line each.
    """

    title: str
    text: str
    values: dict[str, str]
    figures: tuple[Figure, ...] = ()
    more: tuple[str, ...] = ()


class Of:
    """A policy while its rows are read.

    Attributes:
        values: What the first row that says anything under a key says: ``policy.date``.
        sheet: Where it was met first.
        year: The one that the title of its table names.
        named: Whether a row names it, not only what stands above a table.
    """

    def __init__(self, title: str, sheet: str) -> None:
        self.title = title
        self.sheet = sheet
        self.year = ""
        self.named = False
        self.values: dict[str, str] = {}
        self.items: list[Item] = []
        self.checks: list[Check] = []

    def say(self, key: str, text: str) -> None:
        """Take in what a row says; a later row that says something else is noted."""
        if self.values.setdefault(key, text) != text:
            what = Check("", key.rpartition(".")[2], -1, _(OTHERWISE).format(text=text))
            if what not in self.checks:
                self.checks.append(what)

    def beside(self, other: "Of") -> None:
        """Note that a row names it only behind another policy."""
        self.named = True
        self.checks.append(Check("", "title", -1, _(BESIDE).format(title=other.title)))

    def add(self, item: Item) -> None:
        """Take in a measure; a row that only names more bodies for the last one adds them."""
        last = self.items[-1] if self.items else None
        if last and _is_same(last, item):
            self.items[-1] = last._replace(values=_both(last.values, item.values))
        else:
            self.items.append(item)


def _is_same(one: Item, other: Item) -> bool:
    same = (one.title, one.text, one.figures, one.more) == (
        other.title,
        other.text,
        other.figures,
        other.more,
    )
    return same and one.values.get("deadline") == other.values.get("deadline")


def _both(one: dict[str, str], other: dict[str, str]) -> dict[str, str]:
    joined = dict(one)
    for key, text in other.items():
        said = joined.get(key, "")
        joined[key] = text if not said or text == said else f"{said}\n{text}"
    return joined


class Book:
    """All policies of a ledger, in the order in which they are met."""

    def __init__(self) -> None:
        self.policies: list[Of] = []
        self._by_title: dict[str, list[Of]] = {}

    def policy(self, title: str, number: str, sheet: str) -> Of:
        """The policy of this title, and of this number where both are known."""
        known = self._by_title.setdefault(bare(title), [])
        for each in known:
            other = each.values.get("policy.doc_number", "")
            if not number or not other or other == number:
                break
        else:
            each = Of(title, sheet)
            known.append(each)
            self.policies.append(each)
        if number:
            each.values.setdefault("policy.doc_number", number)
        return each

    def filled(self) -> list[Of]:
        """The policies that were not only named above a table without rows."""
        return [each for each in self.policies if each.items or each.values or each.named]
