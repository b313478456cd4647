"""``policy timeline``: what happened, what is planned, and what falls due."""

from collections.abc import Mapping, Sequence
from time import strftime
from typing import TYPE_CHECKING, Any

import click

from policycli.catalogue import Catalogue
from policycli.cli import options
from policycli.cli.help import Command
from policycli.cli.notes import say
from policycli.cli.output import Output, say_remainder
from policycli.language import N_, _, ngettext
from policycli.views import timeline

if TYPE_CHECKING:
    from policycli.analysis.due import Due

__all__ = ["command"]


@click.command(
    "timeline",
    cls=Command,
    help=N_("""\
List what happened and is planned, by date, or what falls due.

It has policies, documents, foundings, targets and deadlines. A date that is known by its year \
alone stands at the beginning of that year, a deadline at its end. Foundings are read from \
summaries, and quoted. A deadline is done once its measure says so: policy edit ID \
done=2026-05-01. Whether targets came about the records do not say.

--due lists deadlines, ends of validity, what comes into force and problems that wait for an \
answer, overdue first, and exits with 1 if anything is due, else with 0. -o due.ics puts it into \
a calendar (needs policycli[office])."""),
    examples=(
        ("policy timeline", N_("all that has a date")),
        ("policy timeline --region 浙江 --from 2023", N_("one region, from a year on")),
        ("policy timeline --from 2023-03 --to 2023-05", N_("what may lie between two months")),
        (
            "policy timeline --due --within 30d --body 市科技局",
            N_("what a body has to see to soon"),
        ),
        ("policy timeline --due -o due.ics", N_("for a calendar")),
        ("policy edit my-region.fund done=2026-05-01", N_("it is due no more")),
        ("policy timeline --json | jq '.results[].date'", N_("for scripts")),
    ),
)
@options.words(
    "--from",
    "DATE",
    N_("Only what may be on or after this date: 2023, 2023-05 or 2023-05-31."),
    called="since",
)
@options.words("--to", "DATE", N_("Only what may be on or before this date."), called="until")
@options.option(
    "--due",
    "is_due",
    is_flag=True,
    help=N_("Only what falls due, overdue first; exits with 1 if anything does."),
)
@options.words("--within", "TIME", N_("With --due: look no further ahead than 30d, 2w, 3m or 1y."))
@options.words(
    "--body",
    "NAME",
    N_("With --due: only what this body leads, takes part in or issued; short names fit."),
    by=options.completed_by("body"),
)
@options.chart
@options.filters
@options.limit()
@options.output_of(".ics", listed=True, looked_up=True)
@options.catalogue
@options.screen
def command(is_due: bool, within: str, body: str, since: str, until: str, **params: Any) -> int:
    """Show what has a date, or what falls due."""
    if is_due:
        options.at_most_one(**{"due": True, "from": since, "to": until})
        return _due(within, body, **params)
    calendar = params["output"].own_ending
    options.needs("due", within=within, body=body, **{f"output FILE{calendar}": calendar})
    return _timeline(since, until, **params)


def _timeline(
    since: str,
    until: str,
    chart: str,
    limit: int | None,
    filters: Mapping[str, Any],
    output: Output,
    catalogue: Catalogue,
) -> int:
    events = catalogue.timeline(since, until, **filters)
    view = timeline.view(events, limit)
    code = output.draw(timeline.chart(view.items), chart, view) if chart else output.show(view)
    if code:
        say(_("No dated record matches."))
    return code


def _due(
    within: str,
    body: str,
    chart: str,
    limit: int | None,
    filters: Mapping[str, Any],
    output: Output,
    catalogue: Catalogue,
) -> int:
    """Show what falls due; 1 where anything does, as ``diff`` has it."""
    from policycli.views import due

    found = catalogue.due(within, body, **filters)
    with_day = [each for each in found if each.day]
    view = due.view(with_day, limit)
    if chart:
        output.draw(due.chart(view.items, strftime("%Y-%m-%d")), chart, view)
    elif output.own_ending:
        from policycli.exchange.ics import content

        output.save(content(view.items), view)
        say_remainder(view)
    else:
        output.show(view)
    _tell(with_day, len(found) - len(with_day))
    return 1 if with_day else 0


def _tell(with_day: "Sequence[Due]", without: int) -> None:
    if without:
        sentence = ngettext(
            "{n} deadline names no day and is left out; “policy timeline” lists it.",
            "{n} deadlines name no day and are left out; “policy timeline” lists them.",
            without,
        )
        say(sentence.format(n=without))
    if not with_day:
        say(_("Nothing is due."))
