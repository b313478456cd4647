"""``policy search``: find measures and policies."""

from collections.abc import Mapping

import click

from policycli.catalogue import Catalogue
from policycli.cli import options
from policycli.cli.help import Command
from policycli.cli.output import Output, say
from policycli.language import N_, _
from policycli.search.answer import Answer
from policycli.search.filters import Filters
from policycli.views import hits, words

__all__ = ["command"]


@click.command(
    "search",
    cls=Command,
    help=N_("""\
Find measures, best first.

The query may be Chinese, also with a wrong character or in traditional ones, pinyin, initials, \
English or a number. All of its words should fit. Exits with 1 where nothing does."""),
    examples=(
        ("policy search 成果转化", N_("what regions do to put research to use")),
        ("policy search 贵州 台账", N_("several words")),
        ("policy search lunli", N_("pinyin; initials such as cgzh do as well")),
        ('policy search "ethics committee"', N_("English")),
        ("policy search 基金 --end service", N_("only one of the four ends")),
        ("policy search 人才 --json | jq -r '.results[].id'", N_("for scripts")),
    ),
)
@click.argument("query", nargs=-1, required=True, type=options.text, metavar="QUERY...")
@options.filters
@options.limit(10)
@options.output
@options.catalogue
@options.screen
def command(
    query: tuple[str, ...],
    limit: int,
    filters: Mapping[str, tuple[str, ...]],
    output: Output,
    catalogue: Catalogue,
) -> int:
    """Search, show the hits, and say what is near where there are none."""
    asked = " ".join(query)
    answer = catalogue.lookup(asked, limit=limit, filters=Filters.of(**filters))
    code = output.show(hits.view(answer, asked))
    if not answer.hits:
        say(_nothing(asked, answer))
    return code


def _nothing(query: str, answer: Answer) -> str:
    if not answer.suggestions:
        return _("Nothing matches “{query}”.").format(query=query)
    near = words.join(answer.suggestions)
    return _("Nothing matches “{query}”. The nearest words are: {near}").format(
        query=query, near=near
    )
