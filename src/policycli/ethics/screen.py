"""From a description to a verdict: which rules apply, what is in question, and what follows."""

import os
from collections.abc import Collection, Iterable, Sequence

from policycli.codes import chosen
from policycli.errors import DocumentError, UsageError
from policycli.ethics.model import Evidence, Procedure, Route, Screening, Standing, Trigger, Verdict
from policycli.ethics.rules import Rules, rules
from policycli.language import _
from policycli.text.brief import brief

__all__ = ["READ_SHARE", "region_code", "screen", "screened"]

READ_SHARE = 0.3
"""Share of Chinese among the letters of a text from which on it can be read."""

_TITLE = 40  # characters


def screen(
    text_or_path: str | os.PathLike[str], *, rule_files: Iterable[str] = (), region: str = ""
) -> Screening:
    """Screen the description of a research project.

    Args:
        text_or_path: A description, or the path of a paper that holds one (.docx, .pdf, .txt and
            what else ``policy import --help`` lists; ``-`` for standard input).
        rule_files: Files of rules beside the bundled ones.
        region: A region by its name or code, whose way of review is told besides.

    Raises:
        CatalogueError: A file of rules has faults.
        DocumentError: The paper cannot be read, or holds hardly any Chinese.
        OSError: The system does not let it be read.
        UsageError: There is no such region, or no rule speaks of it.
    """
    known = rules(*rule_files)
    code = region_code(region, known)
    name = os.fspath(text_or_path)
    if isinstance(text_or_path, str) and not _is_path(name):
        return screened(name, known, region=code)
    from policycli.ethics.papers import description

    return screened(description(name), known, source=name, region=code)


def region_code(name: str, known: Rules) -> str:
    """The code of the region of routes that a region is, or lies in; empty for no name.

    Raises:
        UsageError: There is no such region, or no route in it.
    """
    if not name:
        return ""
    from policycli.text.divisions import find, prefix

    codes = dict.fromkeys(route.region for route in known.book.routes)
    for place in find(name):
        for code in codes:
            if place.code.startswith(prefix(code)):
                return code
    what = _("no way of review is known in {region}; known: {known}")
    raise UsageError(what.format(region=name, known=", ".join(chosen("region", c) for c in codes)))


def _is_path(name: str) -> bool:
    if name == "-":
        return True
    return len(name) < 1024 and "\n" not in name and os.path.exists(name)


def screened(text: str, known: Rules, *, source: str = "", region: str = "") -> Screening:
    """Screen a text by rules that were read.

    Raises:
        DocumentError: The text holds hardly any Chinese.
    """
    _check_language(text, source)
    found = known.matcher.evidence(text)
    sure = _triggers(found, known, "counts")
    doubts = _triggers(found, known, "unclear", apart={each.rule.id for each in sure})
    verdict = _verdict(sure, doubts)
    triggers = sure or doubts
    return Screening(
        source,
        _title(text),
        text,
        verdict,
        triggers,
        doubts,
        tuple(found),
        _procedures(verdict, triggers, text, known),
        known.book.contents if triggers else (),
        tuple(each for each in known.book.besides if triggers and known.matcher.says(each, text)),
        _routes(triggers, text, region, known),
    )


def _check_language(text: str, source: str) -> None:
    letters = sum(char.isalpha() for char in text)
    chinese = sum("\u3400" <= char <= "\u9fff" for char in text)
    if chinese < READ_SHARE * letters or not chinese:
        what = _("holds hardly any Chinese: only descriptions in Chinese can be screened")
        raise DocumentError(f"{source}: {what}" if source else what)


def _triggers(
    found: Sequence[Evidence], known: Rules, standing: Standing, apart: Collection[str] = ()
) -> tuple[Trigger, ...]:
    """The rules that have evidence of a standing, in the order of their file."""
    made = (
        Trigger(rule, tuple(e for e in found if (e.rule, e.standing) == (rule.id, standing)))
        for rule in known.book.rules
        if rule.id not in apart
    )
    return tuple(each for each in made if each.evidence)


def _verdict(sure: Sequence[Trigger], doubts: Sequence[Trigger]) -> Verdict:
    if any(each.rule.procedure == "expert" for each in sure):
        return "expert-review"
    if sure:
        return "review"
    return "conditional" if doubts else "none"


def _procedures(
    verdict: Verdict, triggers: Sequence[Trigger], text: str, known: Rules
) -> tuple[Procedure, ...]:
    """The likeliest procedure first, then what may be asked for."""
    if verdict == "none":
        return ()
    names = ["expert"] if verdict == "expert-review" else []
    evidence = [each for trigger in triggers for each in trigger.evidence]
    if verdict == "review" and all(each.procedure == "simplified" for each in evidence):
        names.append("simplified")
    names.append("general")
    by_id = {each.id: each for each in known.book.procedures}
    told = (each for each in known.book.procedures if each.words)
    asked = (each for each in told if known.matcher.says(each, text))
    return (*(by_id[name] for name in names), *asked)


def _routes(triggers: Sequence[Trigger], text: str, region: str, known: Rules) -> tuple[Route, ...]:
    ids = {each.rule.id for each in triggers}
    return tuple(
        route
        for route in known.book.routes
        if ids and route.region == region and (not route.rules or ids & set(route.rules))
        if known.matcher.says(route, text)
    )


def _title(text: str) -> str:
    """The first sentence of a text, as long as a title may be."""
    return brief(text.strip().split("\n")[0].split("。")[0], _TITLE)
