"""``policy search``: find measures and policies."""

import sys
from collections.abc import Callable, Mapping
from functools import partial

import click

from policycli import labels
from policycli.catalogue import SORTS, Catalogue, Sort
from policycli.cli import options
from policycli.cli.help import Command
from policycli.cli.notes import say
from policycli.cli.output import Output
from policycli.errors import NotFoundError, UsageError
from policycli.language import N_, _
from policycli.search.answer import Answer, Hit
from policycli.search.filters import Filters
from policycli.views import hits
from policycli.views.model import View

__all__ = ["command"]

_SHOWN = 10  # hits, where nobody says how many


@click.command(
    "search",
    cls=Command,
    help=N_("""\
Find measures, best first.

The query may be Chinese, also with a wrong character or in traditional ones, pinyin, initials, \
English or a number. All of its words should fit. Exits with 1 where nothing does.

Some words narrow: region:贵州, end:供给端 and so on (as the options below), doc:《…》 for records \
that name a document, "…" for words as they stand, -WORD (after --) for records without it.

With - as the query, queries are read from standard input, one a line, and answered in \
JSON Lines."""),
    examples=(
        ("policy search 成果转化", N_("what regions do to put research to use")),
        ("policy search 贵州 台账", N_("several words")),
        ("policy search lunli", N_("pinyin; initials such as cgzh do as well")),
        ('policy search "ethics committee"', N_("English")),
        ("policy search 基金 --end service", N_("only one of the four ends")),
        ("policy search -- 基金 region:湖北 -润泽", N_("field words and exclusions")),
        ("policy search 伦里 --explain", N_("why each record scored as it did")),
        ("policy search - < queries.txt", N_("thousands of queries at once")),
        ("policy search 人才 --ids | policy show -", N_("for scripts; see also --template")),
    ),
)
@click.argument("query", nargs=-1, required=True, type=options.text, metavar="QUERY...")
@options.filters
@options.limit(N_("Show at most N results; else 10, in a file all of them."))
@options.option("--all", "everything", is_flag=True, help=N_("All results, however many."))
@options.option(
    "--sort",
    type=click.Choice(SORTS),
    default="score",
    metavar="|".join(SORTS),
    help=N_("Best first, newest first, or by region."),
)
@options.option("--explain", is_flag=True, help=N_("Explain each score."))
@options.cited
@options.catalogue
@options.screen
def command(
    query: tuple[str, ...],
    limit: int | None,
    everything: bool,
    sort: Sort,
    explain: bool,
    filters: Mapping[str, tuple[str, ...]],
    output: Output,
    catalogue: Catalogue,
) -> int:
    """Search, show the hits, and say what is near where there are none."""
    look = partial(
        catalogue.lookup,
        limit=None if everything else _limit(limit, output),
        filters=Filters.of(**filters),
        sort=sort,
    )
    if query == ("-",):
        _check_lines(output)
        return _answer_all(look, partial(_view, catalogue, explain=explain))
    asked = " ".join(query)
    if not asked.strip():
        raise UsageError(_("the query is empty: give a word, as in “policy search 成果转化”"))
    answer = look(asked)
    if answer.missing:
        say(_incomplete(answer))
    code = output.show(_view(catalogue, asked, answer, explain=explain))
    if not answer.hits:
        say(_nothing(asked, answer))
    return code


def _view(catalogue: Catalogue, query: str, answer: Answer, *, explain: bool) -> View[Hit]:
    return options.dated(hits.view(answer, query, explain=explain), catalogue)


def _limit(asked: int | None, output: Output) -> int | None:
    """As many as asked for; else a file gets all of them."""
    return asked or (None if output.path else _SHOWN)


def _check_lines(output: Output) -> None:
    """Queries from standard input are answered as they come, in one format and to one place."""
    if output.path or output.form not in ("", "json", "jsonl"):
        sentence = _("- answers on standard output in JSON Lines; leave {option} out")
        raise UsageError(sentence.format(option=output.option))


def _answer_all(look: Callable[[str], Answer], shown: Callable[[str, Answer], View[Hit]]) -> int:
    """Answer the queries of standard input as they come; 1 if none of them found anything."""
    from policycli.render import json
    from policycli.render.jsonl import line

    found = False
    for query in map(str.strip, sys.stdin):
        if query:
            answer, error = _answer(look, query)
            found = found or answer.total > 0
            said = hits.answer_data(shown(query, answer)) | error
            sys.stdout.writelines(json.shown([line(said)], sys.stdout))
            sys.stdout.flush()
    return 0 if found else 1


def _answer(look: Callable[[str], Answer], query: str) -> tuple[Answer, dict[str, str]]:
    """The answer to one of many queries, and what is wrong, which does not stop the others."""
    try:
        return look(query), {}
    except (UsageError, NotFoundError) as error:
        return Answer([], 0, ()), {"error": str(error)}


def _incomplete(answer: Answer) -> str:
    """Which words the hits lack: the same all of them, or each another one."""
    words = labels.join(answer.missing)
    if all(hit.missing == answer.missing for hit in answer.hits):
        return _("No record has all of these words. Missing: {words}").format(words=words)
    return _("No record has all of these words. Each lacks some of: {words}").format(words=words)


def _nothing(query: str, answer: Answer) -> str:
    if not answer.suggestions:
        return _("Nothing matches “{query}”.").format(query=query)
    near = labels.join(answer.suggestions)
    return _("Nothing matches “{query}”. The nearest words are: {near}").format(
        query=query, near=near
    )
