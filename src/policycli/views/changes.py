"""What changed between two states of a catalogue."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from policycli import codes, labels
from policycli.analysis.diff import Change, ChangedField, Moved
from policycli.analysis.wording import Words
from policycli.language import N_, _, pick
from policycli.records.model import Figure, Policy, Problem, to_dict
from policycli.text.brief import brief
from policycli.views import differences
from policycli.views.cells import official_titles
from policycli.views.model import Column, View

if TYPE_CHECKING:
    from policycli.views import rows

__all__ = ["kind", "lines", "news", "view"]

_KINDS = {
    "added": ("立", "added"),
    "amended": ("改", "amended"),
    "repealed": ("废", "repealed"),
    "explained": ("释", "explained"),
    "moved": ("移", "moved"),
    "done": ("办结", "done"),
    "answered": ("答复", "answered"),
    "effective": ("施行", "in force"),
    "expired": ("失效", "expired"),
}
_MOST = 40  # characters of a change that are shown


def kind(change: Change) -> str:
    """What happened, in a word."""
    return pick(*_KINDS[change.kind])


def lines(change: Change) -> Iterator[str]:
    """What happened, a line for each field and figure."""
    if change.by:
        yield _("{label}: {value}").format(label=_("by"), value=labels.join(change.by))
    if change.was:
        yield _("{label}: {value}").format(label=_("formerly"), value=_former(change))
    if isinstance(change.record, Policy):
        yield from _of_policy(change, change.record)
    if isinstance(change.record, Problem):
        yield _("{label}: {value}").format(
            label=labels.field("answer"), value=brief(change.record.answer, _MOST)
        )
    if change.kind == "done" and not change.fields:
        yield _("{label}: {value}").format(
            label=labels.field("done"), value=getattr(change.record, "done", "")
        )
    for field in change.fields:
        if change.was and field.field == "title":
            continue  # said already
        yield _field(field)
        yield from map(differences.changed, field.differences)
    yield from map(_figure, change.figures)


def _former(change: Change) -> str:
    """The title and id that a measure had before."""
    titles = (field.old for field in change.fields if field.field == "title")
    return f"{next(titles, change.record.title)} [{change.was}]"


def _of_policy(change: Change, policy: Policy) -> Iterator[str]:
    if change.whole:
        yield _("measures: {n}").format(n=len(policy.measures))
    dates = {"added": "in_force_from", "effective": "in_force_from", "expired": "in_force_until"}
    key = dates.get(change.kind)
    date = key and getattr(policy, key)
    if key and date:
        yield _("{label}: {value}").format(label=labels.field(key), value=date)


def _field(field: ChangedField) -> str:
    label = labels.field(field.field)
    if field.words and field.old and field.new:
        value = _semicolon().join(map(_change, field.words))
    elif isinstance(field.new, tuple) and not hasattr(field.new, "_fields"):
        gone = [(_item(item), "") for item in field.old if item not in field.new]
        come = [("", _item(item)) for item in field.new if item not in field.old]
        value = _semicolon().join(map(_change, gone + come)) or _("another order")
    else:
        value = _change((_said(field, field.old), _said(field, field.new)))
    return _("{label}: {value}").format(label=label, value=value)


def _said(field: ChangedField, value: Any) -> str:
    return labels.coded(field.field, value) if field.field in codes.CODES else _item(value)


def _semicolon() -> str:
    return pick("；", "; ")


def _change(pair: Words) -> str:
    """``−“gone”``, ``+“new”`` or ``“old” → “new”``."""
    old, new = (_("“{words}”").format(words=brief(text, _MOST)) if text else "" for text in pair)
    if old and new:
        return f"{old} → {new}"
    return f"−{old}" if old else f"+{new}"


def _item(value: Any) -> str:
    """A value of a record in one line."""
    return labels.whole(value) if hasattr(value, "_fields") else str(value or "")


def _figure(moved: Moved) -> str:
    old, new = moved.old, moved.new
    if old and new:
        value = f"{_written(old, new)} → {_written(new, old)}"
        if moved.difference:
            sign = "+" if moved.difference > 0 else "-"
            value += f" ({sign}{labels.amount(abs(moved.difference), new.unit)})"
        return _("{label}: {value}").format(label=labels.indicator(new), value=value)
    only = old or new
    assert only  # noqa: S101 - one of them is there
    value = f"{'−' if old else '+'}{labels.figure(only)}"
    return _("{label}: {value}").format(label=labels.indicator(only), value=value)


def _written(figure: Figure, other: Figure) -> str:
    """A figure, with its period and kind where the other has another one."""
    parts = (
        labels.figure(figure),
        figure.period if figure.period != other.period else "",
        labels.kind(figure.kind) if figure.kind != other.kind else "",
    )
    return " ".join(part for part in parts if part)


def _data(change: Change) -> "rows.Change":
    record = change.record
    measures = [m.id for m in record.measures] if isinstance(record, Policy) else []
    return {
        "kind": change.kind,
        "id": change.id,
        "policy": change.head.id,
        "title": record.title,
        "title_en": record.title_en,
        "by": list(change.by),
        "measures": measures if change.whole else [],
        "fields": [_field_data(field) for field in change.fields],
        "figures": [_figure_data(moved) for moved in change.figures],
        "was": change.was,
    }


def _field_data(field: ChangedField) -> "rows.ChangedField":
    pairs: list[rows.Words] = [{"old": old, "new": new} for old, new in field.words]
    return {
        "field": field.field,
        "old": _plain(field.old),
        "new": _plain(field.new),
        "words": pairs,
        "differences": list(map(differences.data, field.differences)),
    }


def _figure_data(moved: Moved) -> "rows.MovedFigure":
    return {
        "old": _plain(moved.old),
        "new": _plain(moved.new),
        "difference": moved.difference,
    }


def _plain(value: Any) -> Any:
    if hasattr(value, "_fields"):
        return to_dict(value)
    return [_plain(item) for item in value] if isinstance(value, tuple) else value


_COLUMNS: tuple[Column[Change], ...] = (
    Column("id", N_("id"), lambda change: change.id, "id"),
    Column("kind", N_("change"), kind, "short"),
    Column("title", N_("title"), lambda change: pick(change.record.title, change.record.title_en)),
    Column("changed", N_("what changed"), lambda change: "\n".join(lines(change)), "note"),
    Column("by", N_("by"), lambda change: labels.join(change.by), "detail"),
)


def view(asked: Sequence[str], items: Sequence[Change], limit: int | None) -> View[Change]:
    """Changes from one state to another, by kind."""
    columns = _COLUMNS + official_titles()
    return View("diff", list(asked), items[:limit], len(items), columns, _data)


def news(asked: str, items: Sequence[Change], since: str) -> View[Change]:
    """What is new, by kind.

    Args:
        asked: ``last`` or a date.
        items: The changes.
        since: The day from which they are; empty for a first look.
    """
    columns = _COLUMNS + official_titles()
    extra = (("since", since),)
    return View("news", asked, items, len(items), columns, _news_data, extra=extra)


def _news_data(change: Change) -> dict[str, Any]:
    head = change.head
    dates = {"in_force_from": head.in_force_from, "in_force_until": head.in_force_until}
    return _data(change) | dates
