r"""A line for every item, by a template such as ``{id}\t{title}``; for scripts.

Fields are those of the item's data and of its record, ``region.name`` and the like within them.
Values are as records have them, in any language of the screen: texts on one line, lists of texts
joined by 、, numbers as JSON writes them, and lists of records as JSON.
"""

import re
import string
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from policycli.errors import UsageError
from policycli.language import _
from policycli.records.model import Measure, Policy, Problem, to_dict
from policycli.render.json import encode
from policycli.text.sanitize import folded
from policycli.views.answers import fields_of
from policycli.views.model import View

__all__ = ["Template", "ids", "parse"]

_ESCAPE = re.compile(r"\\([tn\\])")
_ESCAPES = {"t": "\t", "n": "\n", "\\": "\\"}


class Template(NamedTuple):
    """What a line is made of: texts, each with the field after it; none after the last."""

    parts: tuple[tuple[str, str], ...]

    def lines(self, view: View[Any]) -> Iterator[str]:
        """A line for every item, without its end.

        Raises:
            UsageError: A field is none of the view's items.
        """
        known = fields_of(view.command, view.query)
        for _text, field in self.parts:
            if field and field not in known:
                sentence = _("there is no field {name}; fields are {allowed}")
                raise UsageError(sentence.format(name=field, allowed=", ".join(known)))
        return ("".join(self._written(_data(view, item))) for item in view.items)

    def _written(self, data: Mapping[str, Any]) -> Iterator[str]:
        for text, field in self.parts:
            yield text
            yield _value(data, field) if field else ""


def parse(typed: str) -> Template:
    r"""The template that was typed; ``\t``, ``\n``, ``\\``, ``{{`` and ``}}`` are understood.

    Raises:
        UsageError: A brace is not closed, or there is more in it than the name of a field.
    """
    try:
        found = list(string.Formatter().parse(typed))
    except ValueError:
        found = [("", "", "", None)]  # an open brace is as good as one without a name
    if any(form or conversion or name == "" for _text, name, form, conversion in found):
        sentence = _("{template} is no template: write fields as {example}, a brace as {brace}")
        raise UsageError(sentence.format(template=repr(typed), example="{id}", brace="{{"))
    return Template(tuple((_unescaped(text), name or "") for text, name, *_rest in found))


def ids(view: View[Any]) -> Iterator[str]:
    """The ids of a view's items, each once.

    Raises:
        UsageError: They have none.
    """
    known = fields_of(view.command, view.query)
    if "id" not in known and "ids" not in known:
        raise UsageError(_("what is listed here has no ids"))
    data = map(view.data, view.items)
    return iter(dict.fromkeys(id for each in data for id in each.get("ids") or [each["id"]]))


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(lambda found: _ESCAPES[found[1]], text)


def _data(view: View[Any], item: Any) -> Mapping[str, Any]:
    """What an item says; of a record that was found also what its answer leaves out."""
    record = getattr(item, "record", None)
    whole = to_dict(record) if isinstance(record, (Policy, Measure, Problem)) else {}
    return {**whole, **view.data(item)}


def _value(data: Mapping[str, Any], field: str) -> str:
    value: Any = data
    for key in field.split("."):
        value = value.get(key) if isinstance(value, Mapping) else None
    if value is None:
        return ""
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        value = "、".join(value)
    return folded(value if isinstance(value, str) else encode(value))
