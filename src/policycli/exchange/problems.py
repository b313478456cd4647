"""Problems as a workbook that people fill in, and what they filled in since.

A row with the id of a problem changes it: by the hidden column it is known what was changed in the
table, and what in the catalogue meanwhile. An answer or a rating that was filled in is a step, and
so has to be in order. A row without an id is a new problem.
"""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from policycli import labels
from policycli.analysis.handling import Said, answered, rated
from policycli.errors import DocumentError, UsageError
from policycli.exchange.ledger import Line, Table, lines, title_of
from policycli.exchange.sheets import PROBLEMS, Row, cells
from policycli.exchange.xlsx import workbook
from policycli.files import state
from policycli.files.digests import digest, plain
from policycli.files.state import State
from policycli.files.validate import read_record
from policycli.finding import Rule
from policycli.ingest.readers.blocks import Block
from policycli.language import _
from policycli.records.ids import alone
from policycli.records.model import Event, Problem, Rating

__all__ = ["Filled", "content", "filled", "merged", "new"]

_STEPS = ("answer", "rating")  # keys that a step sets


class Filled(NamedTuple):
    """A row of a table of problems.

    Attributes:
        place: Where it stands, in words.
        problem: What it says; without an id for a new one.
        exported: What the catalogue said when the table was written, if it did.
    """

    place: str
    problem: Problem
    exported: State | None


def content(problems: Sequence[Problem], title: str) -> bytes:
    """A workbook with one sheet; without problems one to be filled in.

    Raises:
        UsageError: Excel has no room for it.
    """
    rows = [Row(each.id, alone(each).head, None, each) for each in problems]
    table = [cells(PROBLEMS.columns, row) for row in rows]
    return workbook(title, [(PROBLEMS, table)], to_fill_in=True)


def filled(blocks: Iterable[Block], today: str, unknown: list[str]) -> list[Filled]:
    """The rows of the tables of problems in a workbook.

    Args:
        blocks: What it holds.
        today: The day on which rows without a date came in.
        unknown: Gets the titles of columns that mean nothing.

    Raises:
        DocumentError: It has no such table, or what it says has faults.
    """
    tables = [Table(block.text, block.rows) for block in blocks if block.kind == "sheet"]
    found = list(lines(tables, PROBLEMS, unknown))
    if not found:
        raise DocumentError(_("has no problems: nothing stands under columns such as title"))
    faults: list[str] = []
    made = [_filled(line, today, faults) for line in found]
    if faults:
        raise DocumentError(_("; ").join(faults))
    return [each for each in made if each]


def _filled(line: Line, today: str, faults: list[str]) -> Filled | None:
    data: dict[str, Any] = {"received": today} | line.data
    if not data.get("rating", {}).get("score"):
        data.pop("rating", None)

    def note(key: tuple[str | int, ...], what: str, _rule: Rule) -> None:
        title = title_of(PROBLEMS, key) if key else ""
        faults.append(": ".join(filter(None, (line.place, title, what))))

    problem = read_record(Problem, {"id": line.id or "new"} | data, note)
    if problem is None:
        return None
    return Filled(line.place, problem._replace(id=line.id), state.read(f"# {line.exported}"))


def merged(old: Problem, row: Filled, said: Said, left: list[str]) -> Problem:
    """A problem with what was changed in its row.

    Args:
        old: As the catalogue has it.
        row: What was filled in.
        said: What the events of the steps say.
        left: Gets a sentence for everything that is not taken.
    """
    before, after = plain(old), plain(row.problem)
    changed = [
        key for key in old._fields
        if key not in ("id", "state", "events", "copied_to", "documents")
        and _is_taken(key, before, after, row, left)
    ]  # fmt: skip
    values = {key: getattr(row.problem, key) for key in changed if key not in _STEPS}
    new = old._replace(**values)
    for key in _STEPS:
        if key in changed:
            try:
                new = _step(new, key, row.problem, said)
            except UsageError as error:
                left.append(f"{row.place}: {error}")
    return new


def _step(problem: Problem, key: str, filled_in: Problem, said: Said) -> Problem:
    if key == "answer":
        return answered(problem, said, filled_in.answer)
    rating = filled_in.rating or Rating(1)
    given = said._replace(date=rating.date or said.date, note=rating.note or said.note)
    return rated(problem, given, rating.score)


def new(row: Filled, said: Said, left: list[str]) -> Problem:
    """The problem of a row without one, as it has just come in; without an id where it has none.

    Args:
        row: What was filled in.
        said: What its event says.
        left: Gets a sentence for everything that is not taken.
    """
    problem = row.problem
    if problem.answer or problem.rating:
        what = _("{place}: a new problem is assigned before it is answered or rated")
        left.append(what.format(place=row.place))
    event = Event(problem.received, "received", said.by, said.note)
    return problem._replace(answer="", rating=None, events=(event,))


def _is_taken(
    key: str, before: dict[str, Any], after: dict[str, Any], row: Filled, left: list[str]
) -> bool:
    """Whether a key was changed in the table, and in the table alone."""
    old, new = digest(before.get(key)), digest(after.get(key))
    if old == new or (not new and (row.exported is None or key in _STEPS)):
        return False
    exported = row.exported.digests.get(key, "") if row.exported else old
    if new == exported or (key == "received" and row.exported is None):
        return False
    if exported != old:
        what = _("{place}: {key} was changed in the catalogue meanwhile, which stays")
        left.append(what.format(place=row.place, key=labels.field(key)))
        return False
    return True
