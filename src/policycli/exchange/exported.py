"""What an export wrote → drafts under the ids that the records have.

A workbook is read cell by cell. A paper in Word has its records in it, in a part of their own
(ECMA-376, custom XML data), with short names for its lines: where somebody changed the wording,
that is told, since prose does not say which field it was.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from policycli.errors import DocumentError
from policycli.exchange import ledger
from policycli.files.digests import MEASURES, digest, digests, plain
from policycli.files.faults import spell
from policycli.files.state import State
from policycli.files.validate import read_catalogue
from policycli.ingest.extract.draft import Check, Draft
from policycli.ingest.readers.blocks import Block
from policycli.language import _, ngettext
from policycli.records.ids import parts
from policycli.records.model import Policy

__all__ = ["drafts", "kept"]

_TOLD = 30  # characters of a line that was changed


def kept(policies: Iterable[Policy], paper: Iterable[Block]) -> str:
    """What a paper keeps of the records it was made of.

    Args:
        policies: These records.
        paper: What a reader makes of the paper.
    """
    return json.dumps(
        {"policies": list(map(plain, policies)), "lines": list(map(digest, _lines(paper)))}
    )


def _lines(blocks: Iterable[Block]) -> list[str]:
    """The words of a paper: its paragraphs, and the rows of its tables."""
    texts = (text for block in blocks for text in (block.text, *map(" ".join, block.rows)))
    return [text for text in texts if text]


def drafts(blocks: Sequence[Block]) -> list[Draft]:
    """The policies that a workbook or a paper was made of.

    Raises:
        DocumentError: It is no ledger, or its records have faults.
    """
    sheets = [ledger.Table(block.text, block.rows) for block in blocks if block.kind == "sheet"]
    return _of_workbook(sheets) if sheets else _of_paper(blocks)


def _of_workbook(sheets: Sequence[ledger.Table]) -> list[Draft]:
    book = ledger.read(sheets)
    checks: tuple[Check, ...] = ()
    if book.unknown:
        what = _("unknown columns: {titles}")
        checks = (Check("", "id", -1, what.format(titles=", ".join(book.unknown))),)
    return [
        Draft(policy, checks if at == 0 else (), _said(policy.id, book.exported))
        for at, policy in enumerate(book.policies)
    ]


def _said(policy: str, exported: Mapping[str, State]) -> dict[str, State]:
    """What the records of one policy said, by the ids of its measures."""
    ids = ((parts(id), said) for id, said in exported.items())
    return {own: said for (owner, own), said in ids if owner == policy}


def _of_paper(blocks: Sequence[Block]) -> list[Draft]:
    data = _data(next(block.text for block in blocks if block.kind == "records"))
    faults: list[str] = []
    policies = read_catalogue(
        {"policies": data.get("policies")},
        lambda key, what, _rule: faults.append(f"{spell(key)}: {what}"),
    )
    if faults:
        raise _faulty(faults[0])
    lines = data.get("lines")
    known = {name for name in lines if isinstance(name, str)} if isinstance(lines, list) else set()
    paper = _lines(block for block in blocks if block.kind != "records")
    changed = [line for line in paper if digest(line) not in known]
    checks = (Check("", "id", -1, _changed(changed)),) if changed else ()
    return [
        Draft(policy, checks if at == 0 else (), _as_written(policy))
        for at, policy in enumerate(policies)
    ]


def _data(text: str) -> dict[str, Any]:
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise _faulty(str(error)) from error
    return data if isinstance(data, dict) else {}


def _faulty(what: str) -> DocumentError:
    return DocumentError(_("the records in it have faults: {what}").format(what=what))


def _changed(changed: Sequence[str]) -> str:
    what = ngettext(
        "{n} line was changed after the export, which the records do not follow: {line}",
        "{n} lines were changed after the export, which the records do not follow: {line}",
        len(changed),
    )
    return what.format(n=len(changed), line=changed[0][:_TOLD])


def _as_written(policy: Policy) -> dict[str, State]:
    """What the records said when the paper was written: just what they say in it."""
    data = plain(policy)
    measures = data.get(MEASURES, ())
    said = {measure["id"]: State(measure["id"], digests(measure)) for measure in measures}
    return said | {"": State(policy.id, digests(data), frozenset(said))}
