"""Word: the very draft, with a comment at each place where something was found."""

from collections.abc import Iterator, Sequence
from copy import deepcopy
from io import BytesIO
from typing import Any, NamedTuple
from zipfile import BadZipFile

import docx
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.run import Run

from policycli.errors import DocumentError
from policycli.finding import Finding
from policycli.language import _, chinese
from policycli.review.clauses import Draft
from policycli.review.model import Review
from policycli.text.sanitize import clean
from policycli.views.review import shown
from policycli.views.review_labels import SEVERITIES, basis, kind, source, suggestion

__all__ = ["content"]

_AUTHOR = "policycli"
_KNOWN = 24  # characters by which the paragraph of a clause is found
_PLAIN = {qn("w:rPr"), qn("w:t")}


class _Line(NamedTuple):
    """A paragraph with its runs, and its text without blanks."""

    runs: list[Run]
    text: str


def content(review: Review, severity: str, _catalogues: Sequence[str]) -> bytes:
    """The draft that was reviewed, a .docx, with the findings as comments.

    What stands nowhere in the draft, such as a missing duty, is said at the clause nearest to it,
    what is about all of it at its beginning.

    Raises:
        DocumentError: The draft is no Word document, whatever its name says.
    """
    paper = _opened(review.draft.path)
    lines = [line for line in map(_line, _paragraphs(paper)) if line.text]
    starts = _starts(review.draft, lines)
    for finding in shown(review, severity):
        start = starts.get(finding.clause, 0)
        end = starts.get(finding.clause + 1, len(lines))
        runs = _place(finding, lines[start : max(end, start + 1)])
        if runs:
            paper.add_comment(runs, text=clean(_said(finding)), author=_AUTHOR, initials="P")
    file = BytesIO()
    paper.save(file)
    return file.getvalue()


def _opened(path: str) -> Any:
    try:
        return docx.Document(path)
    except (OpcError, BadZipFile, LookupError, SyntaxError, ValueError) as error:
        what = _("{path}: is no .docx that can take comments: save it as one in Word or WPS")
        raise DocumentError(what.format(path=path)) from error


def _paragraphs(parent: Any) -> Iterator[Any]:
    """All paragraphs in their order, those in tables too; a merged cell is one."""
    for block in parent.iter_inner_content():
        if isinstance(block, Table):
            cells = {cell._tc: cell for row in block.rows for cell in row.cells}
            for cell in cells.values():
                yield from _paragraphs(cell)
        else:
            yield block


def _line(paragraph: Any) -> _Line:
    runs = [run for run in paragraph.runs if run.text]
    return _Line(runs, _bare("".join(run.text for run in runs)))


def _bare(text: str) -> str:
    return "".join(text.split())


def _starts(draft: Draft, lines: Sequence[_Line]) -> dict[int, int]:
    """The line in which each clause begins, none before that of the clause above it."""
    starts: dict[int, int] = {}
    at = 0
    for clause in draft.clauses:
        wanted = _bare(clause.text or clause.title)[:_KNOWN]
        at = next((n for n in range(at, len(lines)) if wanted in lines[n].text), at)
        starts[clause.number] = at
    return starts


def _place(finding: Finding, lines: Sequence[_Line]) -> list[Run]:
    """The runs of the words that were found, else of the first of the lines of their clause."""
    words = _bare(finding.words)
    for line in lines if words else ():
        at = line.text.find(words)
        if at >= 0:
            return _cut(line.runs, at, at + len(words))
    return lines[0].runs if lines else []


def _cut(runs: list[Run], start: int, end: int) -> list[Run]:
    """The runs from ``start`` to ``end``, in characters without blanks; parted where need be."""
    for at in (start, end):
        _part(runs, at)
    passed = 0
    inside: list[Run] = []
    for run in runs:
        if passed < end and passed + len(_bare(run.text)) > start:
            inside.append(run)
        passed += len(_bare(run.text))
    return inside


def _part(runs: list[Run], at: int) -> None:
    """Part the run in which a place lies, unless it holds more than text."""
    for number, run in enumerate(runs):
        length = len(_bare(run.text))
        if 0 < at < length and {child.tag for child in run._r} <= _PLAIN:
            text = run.text
            cut = max(n for n in range(len(text)) if len(_bare(text[:n])) == at)
            other = Run(deepcopy(run._r), run._parent)
            run._r.addnext(other._r)
            run.text, other.text = text[:cut], text[cut:]
            runs.insert(number + 1, other)
            return
        at -= length


def _said(finding: Finding) -> str:
    """What the comment says: what is found, what it rests on, what to do."""
    fact = _("{label}: {value}")
    about = f"{_(SEVERITIES[finding.severity])} · {kind(finding.kind)}"
    lines = [f"【{about}】{finding.message}" if chinese() else f"[{about}] {finding.message}"]
    rests = " ".join(filter(None, (source(finding), basis(finding).words)))
    lines += [fact.format(label=_("basis"), value=rests)] if rests else []
    lines.append(fact.format(label=_("suggestion"), value=suggestion(finding)))
    return "\n".join(lines)
