"""What a screening found: a card for one project, a row for each of several."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from policycli.ethics.model import Content, Evidence, Procedure, Route, Rule, Screening, Trigger
from policycli.language import N_, _, chinese, pick
from policycli.views.model import Card, Column, Fact, Section, View

__all__ = [
    "STANDINGS",
    "VERDICTS",
    "Failure",
    "aside",
    "contents",
    "others",
    "procedure",
    "question",
    "reasons",
    "reviewers",
    "rule",
    "steps",
    "view",
]

VERDICTS = {
    "none": N_("no review found to be needed"),
    "review": N_("needs an ethics review"),
    "expert-review": N_("needs an ethics review and an expert re-review"),
    "conditional": N_("to be clarified first"),
}
STANDINGS = {
    "counts": N_("counts"),
    "unclear": N_("unclear"),
    "negated": N_("denied"),
    "otherwise": N_("meant otherwise"),
    "background": N_("background"),
}


class Failure(NamedTuple):
    """A file that could not be screened, and the sentence that says why."""

    source: str
    error: str


Item = Screening | Failure


def rule(record: Rule) -> str:
    """A rule in the language of the screen."""
    return pick(record.rule, record.rule_en)


def question(record: Rule) -> str:
    """What to clarify."""
    return pick(record.question, record.question_en)


def procedure(record: Procedure) -> str:
    """A procedure with its article and how it goes."""
    what = _("{title} ({article}): {summary}")
    title, summary = pick(record.title, record.title_en), pick(record.summary, record.summary_en)
    return what.format(title=title, article=record.article, summary=summary)


def reviewers(screening: Screening) -> str:
    """Who reviews, by the likeliest procedure."""
    first = screening.procedures[:1]
    return "".join(pick(each.reviewers, each.reviewers_en) for each in first)


def contents(screening: Screening) -> list[str]:
    """What the application holds: of every project, then of this one."""
    own = (
        text
        for trigger in screening.triggers
        for text in pick_all(trigger.rule.contents, trigger.rule.contents_en)
    )
    return list(dict.fromkeys((*map(_content, screening.contents), *own)))


def pick_all(chinese_ones: tuple[str, ...], english: tuple[str, ...]) -> tuple[str, ...]:
    """Several texts in the language of the screen."""
    return chinese_ones if chinese() or not english else english


def _content(record: Content) -> str:
    return pick(record.text, record.text_en)


def steps(screening: Screening) -> list[str]:
    """The way in a region, each step with the record that says so."""
    return [f"{_step(route)} ({route.record})" for route in screening.routes]


def _step(route: Route) -> str:
    return pick(route.step, route.step_en)


def others(screening: Screening) -> list[str]:
    """Other rules to look at."""
    since = _("《{title}》 ({number}, since {since})")
    return [
        since.format(title=each.title, number=each.number, since=each.since)
        for each in screening.besides
    ]


def aside(screening: Screening) -> list[Evidence]:
    """Evidence that does not count, each wording of a rule once."""
    shown = {trigger.rule.id for trigger in screening.questions}
    left = (
        each
        for each in screening.evidence
        if each.standing != "counts" and not (each.standing == "unclear" and each.rule in shown)
    )
    return list({(each.rule, each.words, each.standing): each for each in left}.values())


def _words(evidence: Iterable[Evidence]) -> list[str]:
    return list(dict.fromkeys(each.words for each in evidence))


def _quoted(trigger: Trigger) -> str:
    return "".join(f"“{words}”" for words in _words(trigger.evidence))


reasons: tuple[Column[Trigger], ...] = (
    Column("code", N_("code"), lambda trigger: trigger.rule.id, "id"),
    Column("rule", N_("rule"), lambda trigger: rule(trigger.rule)),
    Column("article", N_("article"), lambda trigger: trigger.rule.article, "text"),
    Column("words", N_("words of the text"), _quoted),
)
_QUESTIONS: tuple[Column[Trigger], ...] = (
    Column("code", N_("code"), lambda trigger: trigger.rule.id, "id"),
    Column("question", N_("question"), lambda trigger: question(trigger.rule)),
    Column("words", N_("words of the text"), _quoted),
)
_ASIDE: tuple[Column[Evidence], ...] = (
    Column("code", N_("code"), lambda each: each.rule, "id"),
    Column("words", N_("words of the text"), lambda each: each.words),
    Column("standing", N_("meant"), lambda each: _(STANDINGS[each.standing]), "short"),
    Column("because", N_("because of"), lambda each: each.because),
)


def _id(item: Item) -> str:
    return item.source or "-"


def _verdict(item: Item) -> str:
    return "" if isinstance(item, Failure) else item.verdict


def _said(item: Item) -> str:
    """The verdict in words, or why a file was not read."""
    if isinstance(item, Failure):
        return item.error.removeprefix(f"{item.source}: ")
    return _(VERDICTS[item.verdict])


def _codes(item: Item) -> str:
    triggers = () if isinstance(item, Failure) else item.triggers
    return ", ".join(trigger.rule.id for trigger in triggers)


def _all_words(item: Item) -> str:
    triggers = () if isinstance(item, Failure) else item.triggers
    return "".join(dict.fromkeys(_quoted(trigger) for trigger in triggers))


def _first_procedure(item: Item) -> str:
    procedures = () if isinstance(item, Failure) else item.procedures[:1]
    return "".join(pick(each.title, each.title_en) for each in procedures)


def _questions(item: Item) -> str:
    questions = () if isinstance(item, Failure) else item.questions
    return "\n".join(question(trigger.rule) for trigger in questions)


_COLUMNS: tuple[Column[Item], ...] = (
    Column("file", N_("file"), _id, "id"),
    Column("verdict", N_("verdict"), _verdict, "short"),
    Column("title", N_("project"), lambda item: "" if isinstance(item, Failure) else item.title),
    Column("said", N_("what it needs"), _said, "note"),
    Column("triggers", N_("rules"), _codes),
    Column("procedure", N_("procedure"), _first_procedure, "detail"),
    Column("words", N_("words of the text"), _all_words, "detail"),
    Column("questions", N_("questions"), _questions, "detail"),
)


def view(names: Sequence[str], items: Sequence[Item]) -> View[Item]:
    """A card where one project was named, else a row for each file."""
    one = len(items) == 1 and isinstance(items[0], Screening)
    return View(
        "screen", list(names), items, len(items), _COLUMNS, _data, card=_card if one else None
    )


def _card(item: Item) -> Card:
    assert isinstance(item, Screening)  # noqa: S101 - what failed gets no card
    facts = [Fact(_("verdict"), f"{item.verdict}: {_said(item)}")]
    listed = (
        (_("procedure"), list(map(procedure, item.procedures))),
        (_("who reviews"), list(filter(None, [reviewers(item)]))),
        (_("in the region"), steps(item)),
        (_("look at besides"), others(item)),
        (_("the application holds"), contents(item)),
    )
    facts += [Fact(label, "\n".join(lines)) for label, lines in listed if lines]
    sections: list[Section[Any]] = []
    if item.verdict != "conditional" and item.triggers:
        sections.append(Section(_("Why"), reasons, item.triggers))
    if item.questions:
        sections.append(Section(_("To be clarified"), _QUESTIONS, item.questions))
    if left := aside(item):
        sections.append(Section(_("Looked at, and not counted"), _ASIDE, left))
    return Card(item.source or "-", item.title, tuple(facts), (), tuple(sections))


def _data(item: Item) -> dict[str, Any]:
    if isinstance(item, Failure):
        return {"file": item.source, "error": item.error}
    return {
        "file": item.source,
        "title": item.title,
        "verdict": item.verdict,
        "triggers": list(map(_trigger, item.triggers)),
        "questions": [
            {"code": each.rule.id, "question": question(each.rule), "words": _words(each.evidence)}
            for each in item.questions
        ],
        "evidence": [
            {
                "code": each.rule,
                "words": each.words,
                "span": list(each.span),
                "standing": each.standing,
                "because": each.because,
            }
            for each in item.evidence
        ],
        "procedures": [
            {
                "id": each.id,
                "title": pick(each.title, each.title_en),
                "article": each.article,
                "summary": pick(each.summary, each.summary_en),
                "reviewers": pick(each.reviewers, each.reviewers_en),
            }
            for each in item.procedures
        ],
        "application": contents(item),
        "besides": [
            {"title": each.title, "number": each.number, "since": each.since}
            for each in item.besides
        ],
        "region": [{"record": each.record, "step": _step(each)} for each in item.routes],
    }


def _trigger(trigger: Trigger) -> dict[str, Any]:
    record = trigger.rule
    return {
        "code": record.id,
        "rule": rule(record),
        "article": record.article,
        "procedure": record.procedure,
        "words": _words(trigger.evidence),
        "spans": [list(each.span) for each in trigger.evidence],
    }
