"""What the picker finds for what is typed, and the filters that its keys go through."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from policycli import codes, labels
from policycli.catalogue import Catalogue
from policycli.errors import PolicyError
from policycli.records.model import ENDS, Entry
from policycli.search.answer import Hit
from policycli.search.filters import Filters

__all__ = ["MOST", "Finder"]

MOST = 50  # records listed; who wants more types more

_NAMED: dict[str, Callable[[str], str]] = {
    "end": labels.end,
    "region": lambda code: codes.chosen("region", code),
    "theme": labels.theme,
}

Found = Sequence[Entry[Any] | Hit]


class Finder:
    """Looks things up in a catalogue, within the filters of the command line and those of the keys.

    Attributes:
        choices: The values that a key goes through, by the filter; the first stands for none.
    """

    def __init__(self, catalogue: Catalogue, filters: Mapping[str, tuple[str, ...]]) -> None:
        self._catalogue = catalogue
        self._filters = Filters.of(**filters)
        heads = [entry.record for entry in catalogue.select(**filters).heads]
        regions = Counter(head.region.code for head in heads if head.region)
        themes = Counter(theme for head in heads for theme in head.themes)
        self.choices: dict[str, tuple[str, ...]] = {
            "end": ("", *ENDS),
            "region": ("", *(code for code, _count in regions.most_common())),
            "theme": ("", *(name for name, _count in themes.most_common())),
        }

    def found(self, query: str, chosen: Mapping[str, str]) -> tuple[Found, int]:
        """The records to list, and how many there are in all.

        Without a query they are policies in the order of their files. A query that is wrong (a
        field without a value, while it is typed) finds nothing, and neither does a filter by what
        no record has.
        """
        wanted = self._filters.also(
            Filters.of(**{key: word for key, word in chosen.items() if word})
        )
        try:
            if query.strip():
                answer = self._catalogue.lookup(query, limit=MOST, filters=wanted)
                return answer.hits, answer.total
            heads = self._catalogue.select(**wanted._asdict()).heads
        except PolicyError:
            return [], 0
        return heads[:MOST], len(heads)

    def whole(self, full_id: str) -> Entry[Any]:
        """A record with all that is in it."""
        return self._catalogue.get(full_id)

    def named(self, filter_: str, value: str) -> str:
        """What a value of a filter is called on the screen."""
        return _NAMED[filter_](value)
