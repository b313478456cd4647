"""One web page with everything in it: measures, filters, search and a matrix.

It needs no network and can reach none: its own policy (CSP) forbids everything but the style and
the script it came with. All data is in the page as text, so that it can be read, printed and
searched without the script as well.
"""

import os
from base64 import b64encode
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from html import escape
from string import Template

from policycli import labels
from policycli.language import _, chinese, pick
from policycli.records.model import ENDS, Document, Measure, Policy
from policycli.text.sanitize import clean

__all__ = ["content"]

_FOLDER = os.path.join(os.path.dirname(__file__), "page")
_SAFE = ("http://", "https://")


def content(policies: Sequence[Policy], title: str) -> bytes:
    """The page, in the language of the screen."""
    style, script = _part("page.css"), _part("page.js")
    page = Template(_part("page.html")).substitute(
        lang="zh-CN" if chinese() else "en",
        csp=f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; "
        "base-uri 'none'; form-action 'none'",
        title=_text(title),
        style=style,
        script=script,
        search=_text(_("Search")),
        all=_text(_("All")),
        none=_text(_("Nothing is left: take a filter away.")),
        region=_text(_("region")),
        end=_text(_("end")),
        theme=_text(_("theme")),
        matrix=_matrix(policies),
        regions=_options({labels.region(p.region) for p in policies if p.region}),
        ends="".join(_option(end, labels.end(end)) for end in ENDS),
        themes=_options(_themes(policies)),
        records="".join(map(_policy, policies)),
    )
    return page.encode("utf-8", "replace")


def _part(name: str) -> str:
    with open(os.path.join(_FOLDER, name), encoding="utf-8") as file:
        return file.read()


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _text(value: str) -> str:
    return escape(clean(value))


def _themes(policies: Sequence[Policy]) -> set[str]:
    of_policies = {theme for policy in policies for theme in policy.themes}
    return of_policies | {theme for p in policies for m in p.measures for theme in m.themes}


def _options(values: Iterable[str]) -> str:
    return "".join(_option(value, value) for value in sorted(values))


def _option(value: str, label: str) -> str:
    return f'<option value="{_text(value)}">{_text(label)}</option>'


def _matrix(policies: Iterable[Policy]) -> str:
    """How many measures of each policy work on which end; a click filters by both."""
    heads = "".join(f"<th scope=col>{_text(labels.end(end))}</th>" for end in ENDS)
    rows = "".join(map(_matrix_row, policies))
    return f"<thead><tr><th>{_text(_('policy'))}</th>{heads}</tr></thead><tbody>{rows}</tbody>"


def _matrix_row(policy: Policy) -> str:
    counts = [sum(measure.end == end for measure in policy.measures) for end in ENDS]
    buttons = (
        f'<button type=button data-policy="{_text(policy.id)}" data-end="{end}">{n}</button>'
        * (n > 0)
        for end, n in zip(ENDS, counts, strict=True)
    )
    cells = "".join(f"<td>{button}</td>" for button in buttons)
    title = _text(pick(policy.title, policy.title_en))
    return f'<tr><th scope=row><a href="#{_text(policy.id)}">{title}</a></th>{cells}</tr>'


def _policy(policy: Policy) -> str:
    measures = "".join(_measure(policy, measure) for measure in policy.measures)
    facts = (
        (_("region"), labels.region(policy.region)),
        (_("issuers"), labels.join(policy.issuers)),
        (_("document number"), policy.doc_number),
        (_("date"), policy.date),
        (_("status"), labels.status(policy.status)),
        (_("documents"), labels.join(map(_document, policy.documents))),
    )
    return (
        f'<section id="{_text(policy.id)}"><h2>{_text(pick(policy.title, policy.title_en))}</h2>'
        f"{_facts(facts)}{_prose(pick(policy.summary, policy.summary_en))}"
        f"{_source(policy)}{measures}</section>\n"
    )


def _measure(policy: Policy, measure: Measure) -> str:
    full_id = f"{policy.id}.{measure.id}"
    themes = "\n".join(dict.fromkeys((*policy.themes, *measure.themes)))
    facts = (
        (_("end"), labels.end(measure.end)),
        (_("instrument"), labels.instrument(measure.instrument)),
        (_("lead"), measure.lead),
        (_("partners"), labels.join(measure.partners)),
        (_("aims"), pick("；", "; ").join(measure.targets)),
        (_("deadline"), measure.deadline),
        (_("documents"), labels.join(map(_document, measure.documents))),
        (_("keywords"), labels.join(measure.keywords)),
    )
    return (
        f'<article id="{_text(full_id)}" data-policy="{_text(policy.id)}" data-end="{measure.end}" '
        f'data-region="{_text(labels.region(policy.region))}" data-themes="{_text(themes)}">'
        f"<h3>{_text(pick(measure.title, measure.title_en))}</h3><code>{_text(full_id)}</code>"
        f"{_prose(pick(measure.summary, measure.summary_en) or measure.text)}{_facts(facts)}"
        f"{_steps(measure)}{_figures(measure)}</article>\n"
    )


def _document(document: Document) -> str:
    return " ".join(
        filter(None, (f"《{document.title}》", labels.role(document.role), document.date))
    )


def _facts(facts: Iterable[tuple[str, str]]) -> str:
    items = "".join(
        f"<dt>{_text(label)}</dt><dd>{_text(value)}</dd>" for label, value in facts if value
    )
    return f"<dl>{items}</dl>" if items else ""


def _prose(text: str) -> str:
    return "".join(f"<p>{_text(line)}</p>" for line in text.splitlines() if line.strip())


def _source(policy: Policy) -> str:
    """Where it was taken from; a link only where it leads to the web."""
    source = policy.source
    if source is None:
        return ""
    said = _text(" ".join(filter(None, (source.title, source.locator, source.retrieved))))
    address = _text(source.url)
    if source.url.lower().startswith(_SAFE):
        address = f'<a href="{address}" rel="noopener noreferrer">{address}</a>'
    return f"<p class=source>{_text(_('source'))} {said} {address}</p>"


def _steps(measure: Measure) -> str:
    items = "".join(_lines(measure))
    return f"<ol>{items}</ol>" if items else ""


def _lines(measure: Measure) -> Iterator[str]:
    for step in measure.steps:
        who = f"<b>{_text(step.actor)}</b> " if step.actor else ""
        yield f"<li>{who}{_text(step.action)}</li>"


def _figures(measure: Measure) -> str:
    rows = "".join(
        f"<tr><td>{_text(f.indicator)}</td><td class=number>{_text(labels.figure(f))}</td>"
        f"<td>{_text(f.period)}</td><td>{_text(labels.kind(f.kind))}</td></tr>"
        for f in measure.figures
    )
    return f"<table class=figures>{rows}</table>" if rows else ""
