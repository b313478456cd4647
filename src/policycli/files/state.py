"""What an import remembers of a record: one comment in it, ``# import: p2 title=3fa21c text=…``.

The id that the document's own structure gave it, and for every field a digest of what the
document said. So a later import knows what was changed by hand from what changed in the
document, also where the record got another id. A policy's comment also lists its measures: one
that was taken out by hand does not come back; and it knows the files that it was read from by
what was in them: they need not be read again.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from typing import Any, NamedTuple

from policycli.files.digests import MEASURES, digests

__all__ = [
    "NOT_COMPARED",
    "State",
    "dropped",
    "dropped_line",
    "line",
    "listed",
    "read",
    "replaced",
    "with_file",
    "without_files",
]

NOT_COMPARED = ("source",)
"""Fields of which no digest is kept: the same paper may come from another file."""

_LINE = re.compile(r"^# import: (?P<id>\S+)(?P<fields>(?: \S+=\S*)*)[ \t]*$", re.MULTILINE)
_COUNTED = re.compile(r"(.*?)([0-9]+)")
_RANGE = re.compile(r"(.*?)([0-9]+)\.\.([0-9]+)")
_FILES = "file"
_FILE = re.compile(rf"(?<=\S) {_FILES}=[0-9a-f,]+[ \t]*$", re.MULTILINE)
_MOST = 100_000  # measures that a range may stand for


class State(NamedTuple):
    """What was imported before.

    Attributes:
        id: That the import gave the record.
        digests: Of every field that the document gave.
        measures: Ids of all measures that the document gave.
        files: Fingerprints of the files that say so.
    """

    id: str
    digests: Mapping[str, str]
    measures: frozenset[str] = frozenset()
    files: tuple[str, ...] = ()


def line(
    id: str,
    data: Mapping[str, Any],
    without: Collection[str] = NOT_COMPARED,
    files: Collection[str] = (),
) -> str:
    """The comment for a record, without its ``#``.

    Args:
        id: The one that the import gave it.
        data: Its fields, as plain data.
        without: Fields to leave out.
        files: Fingerprints of the files that it was read from.
    """
    fields = [f"{key}={name}" for key, name in digests(data, without).items()]
    ids = [measure["id"] for measure in data.get(MEASURES, ())]
    listed = [f"{MEASURES}={','.join(_folded(ids))}"] if ids else []
    known = [f"{_FILES}={','.join(files)}"] if files else []
    return " ".join(["import:", id, *fields, *listed, *known])


def dropped_line(id: str) -> str:
    """The comment for a record that the document no longer has."""
    return f"import: {id} gone=yes"


def dropped(id: str) -> State:
    """What ``read`` makes of ``dropped_line``."""
    return State(id, {"gone": "yes"})


def read(text: str) -> State | None:
    """The state that the text of a record holds; ``None`` where it was not imported."""
    found = _LINE.search(text)
    if not found:
        return None
    pairs = dict(field.split("=", 1) for field in found["fields"].split())
    ids = frozenset(_unfolded(pairs.pop(MEASURES, "")))
    files = tuple(filter(None, pairs.pop(_FILES, "").split(",")))
    return State(found["id"], pairs, ids, files)


def listed(text: str) -> list[str]:
    """The ids of the measures of a policy, in the order of its document."""
    found = _LINE.search(text)
    pairs = (field.split("=", 1) for field in found["fields"].split()) if found else ()
    return list(_unfolded(dict(pairs).get(MEASURES, "")))


def without_files(text: str) -> str:
    """The text of a record but for the files that it is known to stand in."""
    return _FILE.sub("", text)


def with_file(text: str, file: str) -> str:
    """The text of a record that is known to stand in one more file."""
    found, known = _LINE.search(text), read(text)
    if not found or not known or file in ("", *known.files):
        return text
    joint = "," if known.files else f" {_FILES}="
    return f"{text[: found.end()].rstrip()}{joint}{file}{text[found.end() :]}"


def replaced(text: str, new: str) -> str:
    """The text of a record with another state."""
    if _LINE.search(text):
        return _LINE.sub(lambda _found: f"# {new}", text, count=1)
    head, _newline, rest = text.partition("\n")
    return f"{head}\n# {new}\n{rest}"


def _folded(ids: Iterable[str]) -> list[str]:
    """Ids that count up as one: ``article-1..33``."""
    folded: list[tuple[str, int, int] | str] = []
    for id in ids:
        counted = _COUNTED.fullmatch(id)
        last = folded[-1] if folded else ""
        if not counted or counted[2].startswith("0"):
            folded.append(id)
        elif isinstance(last, tuple) and (last[0], last[2] + 1) == (counted[1], int(counted[2])):
            folded[-1] = (last[0], last[1], last[2] + 1)
        else:
            folded.append((counted[1], int(counted[2]), int(counted[2])))
    return [each if isinstance(each, str) else _range(*each) for each in folded]


def _range(start: str, first: int, last: int) -> str:
    return f"{start}{first}" if first == last else f"{start}{first}..{last}"


def _unfolded(listed: str) -> Iterable[str]:
    for part in filter(None, listed.split(",")):
        found = _RANGE.fullmatch(part)
        if found and int(found[3]) - int(found[2]) < _MOST:
            for number in range(int(found[2]), int(found[3]) + 1):
                yield f"{found[1]}{number}"
        else:
            yield part
