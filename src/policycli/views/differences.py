"""What two wordings say otherwise, in words: of two measures side by side, of old and new."""

from typing import TYPE_CHECKING

from policycli import labels
from policycli.language import _, pick
from policycli.text.brief import brief

if TYPE_CHECKING:
    from policycli.norms.differences import Difference
    from policycli.views import rows

__all__ = ["KINDS", "changed", "compared", "data"]

KINDS = {
    "figure": ("数值", "figure"),
    "deadline": ("期限", "deadline"),
    "modality": ("情态", "modality"),
    "body": ("主体", "body"),
    "condition": ("条件", "condition"),
}
_SIDES = ("first", "second")
_MOST = 40  # characters of a wording that are shown


def compared(difference: "Difference", names: tuple[str, str]) -> str:
    """What two measures say otherwise, each under its name, and which of them is stricter."""
    said = _said(difference)
    if all(said):
        marks = (_mark("stricter") if side == difference.stricter else "" for side in _SIDES)
        sides = [
            _("{name} {value}").format(name=name, value=value) + mark
            for name, value, mark in zip(names, said, marks, strict=True)
        ]
        line = labels.join(sides)
    else:
        at = 0 if said[0] else 1
        line = _("only {name} has {value}").format(name=names[at], value=said[at])
    return _("{label}: {value}").format(label=_label(difference), value=line)


def changed(difference: "Difference") -> str:
    """What a new wording says otherwise than the old one."""
    old, new = _said(difference)
    line = f"{old} → {new}" if old and new else f"−{old}" if old else f"+{new}"
    if difference.stricter and old and new:
        line += _mark("stricter" if difference.stricter == "second" else "laxer")
    return _("{label}: {value}").format(label=_label(difference), value=line)


def _mark(which: str) -> str:
    return pick("（更严）", " (stricter)") if which == "stricter" else pick("（更宽）", " (laxer)")


def _label(difference: "Difference") -> str:
    """The kind, and what is measured."""
    kind = pick(*KINDS[difference.kind])
    return " · ".join(filter(None, (kind, brief(difference.measure, _MOST))))


def _said(difference: "Difference") -> tuple[str, str]:
    """The words that differ: figures as they are, all else in quotation marks."""
    first, second = (brief(said, _MOST) for said in difference.said)
    if difference.kind in ("figure", "deadline"):
        return first, second
    quote = _("“{words}”")
    return (
        quote.format(words=first) if first else "",
        quote.format(words=second) if second else "",
    )


def data(difference: "Difference") -> "rows.Difference":
    """All of it, for scripts; pairs have the first side's part first."""
    return {
        "kind": difference.kind,
        "measure": difference.measure,
        "said": list(difference.said),
        "norms": list(difference.norms),
        "values": list(difference.values),
        "unit": difference.unit,
        "stricter": difference.stricter,
        "confidence": difference.confidence,
    }
