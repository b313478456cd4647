"""One web page with everything in it: measures, filters, search and a matrix.

It needs no network and can reach none: its own policy (CSP) forbids everything but the style and
the script it came with. All data is in the page as text, so that it can be read, printed and
searched without the script as well.
"""

import os
from collections.abc import Iterable, Mapping, Sequence
from string import Template

from policycli import labels
from policycli.exchange import EMPTY
from policycli.exchange.hearing import heard
from policycli.exchange.web import escaped, hashed
from policycli.language import _, chinese
from policycli.records.ids import full_id
from policycli.records.model import ENDS, Figure, Measure, Policy, Source, Step
from policycli.render.cells import string
from policycli.render.json import encode
from policycli.text.sanitize import is_page
from policycli.views.facts import facts, prose, table

__all__ = ["content"]

_FOLDER = os.path.join(os.path.dirname(__file__), "page")
_GUESSES = ("phonetic", "initials", "fuzzy")  # in which the script says that a word fits


def content(
    policies: Sequence[Policy], title: str, notes: Mapping[str, Sequence[str]] = EMPTY
) -> bytes:
    """The page, in the language of the screen.

    Args:
        policies: With the measures that are to be in it.
        title: Of the page.
        notes: Lines under the headings of records, by full ids.
    """
    style, script = _part("page.css"), _part("page.js")
    records = "".join(_policy(policy, notes) for policy in policies)
    page = Template(_part("page.html")).substitute(
        lang="zh-CN" if chinese() else "en",
        csp=f"default-src 'none'; style-src {hashed(style)}; script-src {hashed(script)}; "
        "base-uri 'none'; form-action 'none'",
        title=escaped(title),
        style=style,
        script=script,
        search=escaped(_("Search")),
        all=escaped(_("All")),
        none=escaped(_("Nothing matches: remove a filter.")),
        region=escaped(_("region")),
        end=escaped(_("end")),
        theme=escaped(_("theme")),
        matrix=_matrix(policies),
        regions=_options({labels.region(p.region) for p in policies if p.region}),
        ends="".join(_option(end, labels.end(end)) for end in ENDS),
        themes=_options(_themes(policies)),
        records=records,
        characters=encode(heard(records)).replace("<", "\\u003c"),
        hows=" ".join(f'data-{how}="{escaped(labels.how(how))}"' for how in _GUESSES),
    )
    return page.encode("utf-8", "replace")


def _part(name: str) -> str:
    with open(os.path.join(_FOLDER, name), encoding="utf-8") as file:
        return file.read()


def _themes(policies: Sequence[Policy]) -> set[str]:
    of_policies = {theme for policy in policies for theme in policy.themes}
    return of_policies | {theme for p in policies for m in p.measures for theme in m.themes}


def _options(values: Iterable[str]) -> str:
    return "".join(_option(value, value) for value in sorted(values))


def _option(value: str, label: str) -> str:
    return f'<option value="{escaped(value)}">{escaped(label)}</option>'


def _matrix(policies: Sequence[Policy]) -> str:
    """How many measures of each policy work on which end; a click filters by both."""
    ends = _ends(policies)
    names = (escaped(labels.end(end)) or "—" for end in ends)
    heads = "".join(f"<th scope=col role=columnheader>{name}</th>" for name in names)
    rows = "".join(_matrix_row(policy, ends) for policy in policies)
    return (
        f"<thead role=rowgroup><tr role=row><th role=columnheader>{escaped(_('policy'))}</th>"
        f"{heads}</tr></thead><tbody role=rowgroup>{rows}</tbody>"
    )


def _ends(policies: Iterable[Policy]) -> tuple[str, ...]:
    """The four ends; and none, where a measure has none."""
    without = any(not measure.end for policy in policies for measure in policy.measures)
    return (*ENDS, "") if without else ENDS


def _matrix_row(policy: Policy, ends: Iterable[str]) -> str:
    cells = "".join(f"<td role=cell>{_matrix_cell(policy, end)}</td>" for end in ends)
    title = escaped(labels.called(policy, policy))
    head = f'<th scope=row role=rowheader><a href="#{escaped(policy.id)}">{title}</a></th>'
    return f"<tr role=row>{head}{cells}</tr>"


def _matrix_cell(policy: Policy, end: str) -> str:
    """How many measures there are; no filter asks for those without an end."""
    count = sum(measure.end == end for measure in policy.measures)
    if not count or not end:
        return str(count or "")
    label = escaped(f"{labels.called(policy, policy)}: {labels.end(end)}, {count}")
    return (
        f'<button type=button aria-label="{label}" data-policy="{escaped(policy.id)}" '
        f'data-end="{end}">{count}</button>'
    )


def _policy(policy: Policy, notes: Mapping[str, Sequence[str]]) -> str:
    measures = "".join(_measure(policy, measure, notes) for measure in policy.measures)
    return (
        f'<section id="{escaped(policy.id)}" data-names="{_names(policy, *policy.aliases)}">'
        f"<h2>{escaped(labels.called(policy, policy))}</h2>"
        f"{_notes(notes.get(policy.id, ()))}"
        f"{_facts(facts(policy, ('measures', 'source')))}{_prose(policy)}"
        f"{_source(policy)}{measures}</section>\n"
    )


def _measure(policy: Policy, measure: Measure, notes: Mapping[str, Sequence[str]]) -> str:
    full = full_id(policy.id, measure.id)
    themes = "\n".join(dict.fromkeys((*policy.themes, *measure.themes)))
    return (
        f'<article id="{escaped(full)}" data-policy="{escaped(policy.id)}" '
        f'data-end="{measure.end}" '
        f'data-region="{escaped(labels.region(policy.region))}" data-themes="{escaped(themes)}" '
        f'data-names="{_names(measure, *measure.keywords)}">'
        f"<h3>{escaped(labels.called(measure, policy))}</h3><code>{escaped(full)}</code>"
        f"{_notes(notes.get(full, ()))}"
        f"{_prose(measure)}{_facts(facts(measure, ('steps', 'figures')))}"
        f"{_steps(measure)}{_figures(measure)}</article>\n"
    )


def _names(record: Policy | Measure, *others: str) -> str:
    """What a record may be asked for by; a measure by the names of its policy too."""
    return escaped("\n".join(dict.fromkeys((record.title, record.title_en, *others))))


def _facts(pairs: Iterable[tuple[str, str]]) -> str:
    items = "".join(f"<dt>{escaped(label)}</dt>{_values(value)}" for label, value in pairs)
    return f"<dl>{items}</dl>" if items else ""


def _values(value: str) -> str:
    return "".join(f"<dd>{escaped(line)}</dd>" for line in value.splitlines())


def _notes(lines: Iterable[str]) -> str:
    return "".join(f"<p><em>{escaped(line)}</em></p>" for line in lines)


def _prose(record: Policy | Measure) -> str:
    return "".join(f"<p>{escaped(line)}</p>" for line in prose(record))


def _source(policy: Policy) -> str:
    """Where it was taken from; a link only where it leads to the web."""
    if policy.source is None:
        return ""
    said = (string(column.cell(policy.source)) for column in table(Source))
    parts = (_linked(value) for value in said if value)
    return f"<p class=source>{escaped(_('source'))} {' '.join(parts)}</p>"


def _linked(value: str) -> str:
    shown = escaped(value)
    if not is_page(value):
        return shown
    return f'<a href="{shown}" rel="noopener noreferrer">{shown}</a>'


def _steps(measure: Measure) -> str:
    items = "".join(f"<li>{_step(step)}</li>" for step in measure.steps)
    return f"<ol>{items}</ol>" if items else ""


def _step(step: Step) -> str:
    """Who in bold, then what."""
    pairs = ((column.key, escaped(string(column.cell(step)))) for column in table(Step))
    return " ".join(f"<b>{text}</b>" if key == "actor" else text for key, text in pairs if text)


def _figures(measure: Measure) -> str:
    rows = "".join(f"<tr>{_figure(figure)}</tr>" for figure in measure.figures)
    return f"<table class=figures>{rows}</table>" if rows else ""


def _figure(figure: Figure) -> str:
    cells = ((column.kind == "number", string(column.cell(figure))) for column in table(Figure))
    return "".join(f"<td{' class=number' * number}>{escaped(cell)}</td>" for number, cell in cells)
