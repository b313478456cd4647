"""A page: every clause beside the article most like it, and under both what was found."""

from collections.abc import Iterable, Sequence

from policycli.exchange.web import escaped, hashed
from policycli.finding import Finding
from policycli.language import _, chinese
from policycli.render.cells import pieces, string
from policycli.review.clauses import Clause
from policycli.review.model import Review
from policycli.text.quotes import quoted
from policycli.views import review_changes as changes
from policycli.views.model import Cell
from policycli.views.review import shown, wordings
from policycli.views.review_labels import (
    CONCLUSIONS,
    SEVERITIES,
    looked_at,
    source,
    suggestion,
    where,
)
from policycli.views.review_paper import title

__all__ = ["content"]

_STYLE = (
    ":root{color-scheme:light dark}body{max-width:72rem;margin:auto;padding:1rem;line-height:1.7;"
    "font-family:system-ui,'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif}"
    ".pair{display:grid;grid-template-columns:1fr 1fr;gap:.2rem 1.5rem}.pair>p{margin:0}"
    "section,article{border-top:1px solid #8886;padding:.6rem 0}article{margin-left:1rem}"
    "h3{font-size:1rem;margin:0}.error h3{color:#c01c28}.warning h3{color:#b35900}"
    "mark{background:#f6d32d80;color:inherit}.faint{opacity:.7}p{white-space:pre-line}"
    "@media(max-width:40rem){.pair{grid-template-columns:1fr}}article{break-inside:avoid}"
)


def content(review: Review, severity: str, catalogues: Sequence[str]) -> bytes:
    """The page; it loads nothing, and can reach nothing."""
    found = shown(review, severity)
    csp = f"default-src 'none'; style-src {hashed(_STYLE)}; base-uri 'none'; form-action 'none'"
    name = escaped(f"{title()} · {review.draft.title}")
    said = _("The draft is {conclusion}.").format(conclusion=_(CONCLUSIONS[review.conclusion]))
    aid = _("This was found by a program and is an aid; people decide.")
    against = _("{label}: {value}").format(label=_("read against"), value="、".join(catalogues))
    lines = (said, looked_at(review), against, aid)
    whole = [each for each in found if not each.clause]
    clauses = (
        _clause(review, clause, [each for each in found if each.clause == clause.number])
        for clause in review.draft.clauses
        if clause.number
    )
    page = (
        f"<!doctype html><html lang={'zh-CN' if chinese() else 'en'}><meta charset=utf-8>"
        f'<meta http-equiv=Content-Security-Policy content="{csp}">'
        '<meta name=viewport content="width=device-width">'
        f"<title>{name}</title><style>{_STYLE}</style><main><h1>{name}</h1>\n"
        f"{''.join(f'<p>{escaped(line)}</p>' for line in lines)}\n<ul>{_links(found)}</ul>\n"
        f"{''.join(map(_finding, whole))}{''.join(clauses)}{_changes(review)}</main></html>\n"
    )
    return page.encode("utf-8", "replace")


def _links(found: Iterable[Finding]) -> str:
    """All findings, the worst first; each leads to its place."""
    return "\n".join(
        f'<li><a href="#{each.id}">{escaped(f"{_(SEVERITIES[each.severity])} {where(each)}")}</a> '
        f"{escaped(each.message)}</li>"
        for each in found
    )


def _clause(review: Review, clause: Clause, found: Iterable[Finding]) -> str:
    best = next(iter(review.counterparts.get(clause.number, ())), None)
    head, theirs = _("No counterpart was found."), ""
    if best is not None:
        head = quoted(best.article.head.title) + best.article.title
        theirs = best.article.text
    return (
        f'<section id="c{clause.number}"><div class=pair><h2>{escaped(clause.title)}</h2>'
        f"<h2>{escaped(head)}</h2><p>{escaped(clause.text)}</p><p>{escaped(theirs)}</p></div>\n"
        f"{''.join(map(_finding, found))}</section>\n"
    )


def _changes(review: Review) -> str:
    """What changes against the version that is replaced: now on the left, before on the right."""
    about, now, before = changes.COLUMNS
    rows = (
        f"<section><h3>{escaped(string(about.cell(each)))}</h3><div class=pair>"
        f"<p>{_marked(now.cell(each))}</p><p>{_marked(before.cell(each))}</p></div></section>\n"
        for each in review.changes
    )
    return f"<h2>{escaped(changes.heading(review))}</h2>\n{''.join(rows)}" if review.changes else ""


def _finding(each: Finding) -> str:
    mine, theirs = map(_marked, wordings(each))
    place = escaped(where(each))
    back = f'<a href="#c{each.clause}">{place}</a>' if each.clause else place
    return (
        f'<article id="{each.id}" class={each.severity}>'
        f"<h3>{escaped(_(SEVERITIES[each.severity]))} {back}</h3><p>{escaped(each.message)}</p>"
        f"<div class=pair><p>{mine}</p><p>{theirs}</p></div>"
        f"<p class=faint>{escaped(source(each))} → {escaped(suggestion(each))}</p></article>\n"
    )


def _marked(cell: Cell) -> str:
    """Words with what differs marked."""
    return "".join(
        f"<mark>{escaped(words)}</mark>" if marked else escaped(words)
        for words, marked in pieces(cell)
    )
