"""Names with their ids, in one cell."""

from collections.abc import Iterable

from policycli.views.model import Text

__all__ = ["listed"]


def listed(pairs: Iterable[tuple[str, str]]) -> Text:
    """Names, each on a line with its id after it."""
    text = ""
    faint: list[tuple[int, int]] = []
    for name, full_id in pairs:
        text += ("\n" if text else "") + f"{name} {full_id}"
        faint.append((len(text) - len(full_id), len(text)))
    return Text(text, (), tuple(faint))
