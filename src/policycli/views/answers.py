"""What every command answers with, as programs get it: the classes of results and beside them.

The JSON Schemas in ``docs/schemas`` are made of these, and templates are checked against them.
"""

from collections.abc import Iterator
from types import UnionType
from typing import Any, NamedTuple, Union, get_args, get_origin, get_type_hints, is_typeddict

from policycli.analysis.problem_report import Handled
from policycli.records.model import Document, Figure, Measure, Policy, Problem
from policycli.views import file_rows, rows
from policycli.views.listing import Body, Theme
from policycli.views.registered import Registered

__all__ = ["ANSWERS", "Answer", "Row", "fields_of"]

Row = tuple[type[Any], ...]
"""Classes that a result has the keys of, taken together."""


class Answer(NamedTuple):
    """What a command answers with.

    Attributes:
        rows: What a result may be.
        extra: What stands beside the results.
        behind: The records that results are about, which have keys that these leave out.
    """

    rows: tuple[Row, ...]
    extra: Row = ()
    behind: Row = ()


_POLICY: Row = (Policy, rows.InForce)
_MEASURE: Row = (Measure, rows.Placed, rows.Named, rows.InForce)
_PAPER: Row = (Document, rows.Placed, rows.PaperIds, rows.InForce)
_PROBLEM: Row = (Problem, file_rows.Handling)

ANSWERS: dict[str, Answer] = {
    "search": Answer(((rows.Hit, rows.InForce),), (rows.AsOf,), (Policy, Measure, Problem)),
    "show": Answer((_POLICY, _MEASURE, _PAPER, (Problem, rows.InForce)), (rows.AsOf,)),
    "list policies": Answer((_POLICY,), (rows.AsOf,)),
    "list measures": Answer((_MEASURE,), (rows.AsOf,)),
    "list themes": Answer(((Theme,),)),
    "list documents": Answer(((Document, rows.PaperIds),)),
    "list bodies": Answer(((Body,),)),
    "figures": Answer(((rows.FigureId, rows.Placed, Figure, rows.Base),), (rows.Totals,)),
    "compare": Answer(((rows.Compared,),), (rows.Comparison,)),
    "matrix": Answer(((rows.Line,), (rows.Gap,)), (rows.Axes,)),
    "timeline": Answer(((rows.Event, rows.Due),)),
    "documents": Answer(((Document, rows.Placed, rows.PaperIds),)),
    "diff": Answer(((rows.Change,),)),
    "edit": Answer(((rows.Change,), (Problem,))),
    "news": Answer(((rows.Change, rows.Validity),), (rows.Since,)),
    "import": Answer(((file_rows.Imported,), (file_rows.NotImported,)), (file_rows.Ledger,)),
    "validate": Answer(((file_rows.Fault,), (file_rows.Rule,), (file_rows.Marked,))),
    "catalogue": Answer(((Registered,),)),
    "check": Answer(((file_rows.Reviewed,),), (file_rows.Review,)),
    "screen": Answer(((file_rows.Screened,), (file_rows.NotScreened,))),
    "info": Answer(((file_rows.Program,),)),
    "config": Answer(((file_rows.Setting,),)),
    "problem list": Answer((_PROBLEM,)),
    "problem import": Answer((_PROBLEM,)),
    "problem report": Answer(((Handled, file_rows.Counted),), (file_rows.Report,)),
    **{
        f"problem {step}": Answer((_PROBLEM,), (file_rows.NearOnes,))
        for step in ("add", "assign", "answer", "rate", "copy", "close", "reopen")
    },
}
"""By the command as JSON names it; of ``list`` with the sort of things that it lists."""


def fields_of(command: str, query: object) -> list[str]:
    """The keys that items of a view can have, and those within them, as ``region.name``.

    Args:
        command: Of the view.
        query: Of the view: what is listed.
    """
    answer = ANSWERS.get(command) or ANSWERS[f"{command} {query}"]
    kinds = [kind for row in (*answer.rows, answer.behind) for kind in row]
    names = (name for kind in kinds for name in _names(kind))
    return list(dict.fromkeys(names))


def _names(kind: Any) -> Iterator[str]:
    for key, hint in get_type_hints(kind).items():
        yield key
        for inner in get_args(hint) if get_origin(hint) in (Union, UnionType) else (hint,):
            if is_typeddict(inner) or hasattr(inner, "_fields"):
                yield from (f"{key}.{each}" for each in get_type_hints(inner))
