"""What a shell may complete: ids, the values of the filters, and changes of a record.

A catalogue that cannot be read completes nothing: faults are told when the command is run.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence

from click import Context
from click.shell_completion import CompletionItem

from policycli import labels
from policycli.catalogue import Catalogue
from policycli.cli.opening import opened
from policycli.codes import CODES, wordings
from policycli.errors import PolicyError
from policycli.files.registered import registered
from policycli.index.progress import silent
from policycli.language import pick
from policycli.records.fields import FIELDS, Field
from policycli.records.ids import in_place, parts
from policycli.records.model import Policy, Record
from policycli.render.cells import line
from policycli.views.listing import bodies, themes

__all__ = ["complete"]

Pair = tuple[str, str]  # what will be typed, and what it means
Choice = tuple[tuple[str, ...], str]  # the wordings of one value, and what it means

_MOST = 20  # a screen of candidates
_LETTERS = 3  # of an English title; with fewer, most titles have them


def complete(what: str, ctx: Context, incomplete: str) -> list[CompletionItem[str]]:
    """Candidates for an id (``record``), a filter (``region``, ``end``…) or a ``change``."""
    try:
        named, bundled = ctx.params.get("paths") or (), not ctx.params.get("no_bundled")
        found = opened(registered(), named, bundled=bundled, report=silent)
        if what == "change":
            pairs = list(_changes(ctx, found.catalogue, incomplete))
        else:
            pairs = list(_pairs(what, found.catalogue, incomplete))
    except (PolicyError, OSError):
        return []
    return [CompletionItem(line(value), help=line(meaning)) for value, meaning in pairs]


def _pairs(what: str, catalogue: Catalogue, incomplete: str) -> Iterable[Pair]:
    if what == "record":
        return _records(catalogue, incomplete)
    if what == "problem":
        return _problems(catalogue, incomplete)
    return _values(_CHOICES[what](catalogue), incomplete)


def _records(catalogue: Catalogue, incomplete: str) -> Iterable[Pair]:
    """Ids that begin with what is typed; where none does, the ids of titles that hold it."""
    if not incomplete.isascii():
        return _titled(catalogue, incomplete)
    policies = [entry for entry in catalogue.policies() if entry.id.startswith(incomplete)]
    of, _measure = parts(incomplete)
    if not policies:
        policies = [entry for entry in catalogue.policies() if entry.id == of]
        found = _measures(policies[0].record, incomplete) if policies else []
        return found or _titled(catalogue, incomplete)
    pairs = [(entry.id, _title(entry.record)) for entry in policies]
    # With its measures a policy stays open: the shell adds a space after a lone candidate.
    return pairs + (_measures(policies[0].record, incomplete) if len(pairs) == 1 else [])


def _problems(catalogue: Catalogue, incomplete: str) -> Iterator[Pair]:
    """Ids of problems that begin with what is typed, or whose titles hold it."""
    for entry in catalogue.problems():
        if entry.id.startswith(incomplete) or incomplete in entry.record.title:
            yield entry.id, labels.called(entry.record, entry.head)


def _measures(policy: Policy, incomplete: str) -> list[Pair]:
    own = (entry for entry in in_place(policy) if entry.id.startswith(incomplete))
    return [(entry.id, _title(entry.record)) for entry in own]


def _titled(catalogue: Catalogue, incomplete: str) -> Iterator[Pair]:
    """Fish takes only candidates that resemble what is typed, so it gets the titles."""
    fish = os.environ.get("_POLICY_COMPLETE", "").startswith("fish")
    if len(incomplete) < (_LETTERS if incomplete.isascii() else 1):
        return
    for hit in catalogue.search(incomplete, limit=_MOST):
        titles = (hit.record.title, hit.record.title_en)
        for title in titles:
            if incomplete.lower() in title.lower():
                yield (title, hit.id) if fish else (hit.id, title)
                break


def _title(record: Record) -> str:
    return pick(record.title, record.title_en)


def _changes(ctx: Context, catalogue: Catalogue, incomplete: str) -> Iterator[Pair]:
    """Keys of the record that is edited, and after ``=`` the values of keys that have a list."""
    from policycli.files.typed import row_of

    kind = type(catalogue.meant(ctx.params["id_"]).entries[0].record)
    name, value = _typed(ctx.params["words"], incomplete)
    if value is not None:
        before = f"{name}=" if "=" in incomplete else ""
        yield from _values_of(row_of(kind, name), catalogue, value, before)
        return
    rows = [row for row in FIELDS.get(kind, ()) if row.key not in ("id", "measures")]
    names = {row: (f"{row.key}=", f"{row.zh}=", f"{row.en}=") for row in rows}
    keys = [*_values(((names[row], labels.name(row)) for row in rows), incomplete)]
    yield from keys
    if len(keys) == 1:  # with its values it stays open: the shell adds a space after a lone one
        (key, _meaning) = keys[0]
        yield from _values_of(row_of(kind, key[:-1]), catalogue, "", key)


def _typed(words: Sequence[str], incomplete: str) -> tuple[str, str | None]:
    """The key that is typed, and its value; ``None`` before there is a ``=``.

    Bash hands ``key=value`` on as three words, and ``key=`` as ``key`` before an empty one.
    """
    *before, last = " ".join([*words, incomplete]).replace(" = ", "=").split(" ")
    if "=" not in last and before and "=" not in before[-1]:
        return before[-1], last
    name, equals, value = last.partition("=")
    return name, value if equals else None


def _values_of(row: Field | None, catalogue: Catalogue, value: str, before: str) -> Iterator[Pair]:
    """The values of a key with a closed or known list, behind what stands ``before`` them."""
    key = row.codes or row.key if row else ""
    if key in _LISTED:
        choices = _LISTED[key](catalogue)
    elif key in CODES:
        choices = _coded(key)
    else:
        return
    for wording, meaning in _values(choices, value):
        yield before + wording, meaning


def _values(choices: Iterable[Choice], incomplete: str) -> Iterator[Pair]:
    """Of every choice the first wording that begins with what is typed.

    Wordings with a space are left out, since shells do not quote what completes.
    """
    for words, meaning in choices:
        for wording in words:
            if wording.lower().startswith(incomplete.lower()) and " " not in wording:
                yield wording, meaning
                break


def _regions(catalogue: Catalogue) -> list[Choice]:
    """The regions of policies, then the provinces that these lie in, which take them in."""
    regions = sorted({entry.head.region for entry in catalogue.policies() if entry.head.region})
    own = [((r.name, r.name_en, *_region(r.code)), labels.region(r)) for r in regions]
    provinces = {_region(code)[1:] for code in {r.code[:2] for r in regions}}
    return own + [(names, pick(names[0], names[2])) for names in sorted(provinces) if names]


def _region(code: str) -> tuple[str, ...]:
    return wordings("region", code)


def _coded(key: str, codes: Iterable[str] = ()) -> list[Choice]:
    codes = codes or CODES[key]
    return [(wordings(key, code), labels.coded(key, code)) for code in codes]


def _ends(_catalogue: Catalogue) -> list[Choice]:
    return _coded("end")


def _themes(catalogue: Catalogue) -> list[Choice]:
    view = themes(catalogue.policies(), catalogue.measures())
    names = [item.theme for item in view.items]
    return [(wordings("theme", name), labels.theme(name)) for name in names]


def _instruments(_catalogue: Catalogue) -> list[Choice]:
    return _coded("instrument")


def _levels(catalogue: Catalogue) -> list[Choice]:
    return _coded("level", sorted({e.head.level for e in catalogue.policies() if e.head.level}))


def _statuses(_catalogue: Catalogue) -> list[Choice]:
    return _coded("status")


def _states(_catalogue: Catalogue) -> list[Choice]:
    return _coded("state")


def _years(catalogue: Catalogue) -> list[Choice]:
    years = {entry.head.date[:4] for entry in catalogue.policies() if entry.head.date}
    return [((year,), "") for year in sorted(years)]


def _bodies(catalogue: Catalogue) -> list[Choice]:
    view = bodies(catalogue.policies(), catalogue.measures(), ())
    return [((body.name,), "") for body in view.items]


def _units(catalogue: Catalogue) -> list[Choice]:
    units = dict.fromkeys(entry.record.unit for entry in catalogue.figures())
    return [((unit,), "") for unit in units]


def _kinds(_catalogue: Catalogue) -> list[Choice]:
    return _coded("kind")


_CHOICES: dict[str, Callable[[Catalogue], list[Choice]]] = {
    "region": _regions,
    "end": _ends,
    "theme": _themes,
    "instrument": _instruments,
    "level": _levels,
    "status": _statuses,
    "state": _states,
    "year": _years,
    "body": _bodies,
    "unit": _units,
    "kind": _kinds,
}
_LISTED = {"region": _regions, "themes": _themes}  # keys whose values catalogues add to
