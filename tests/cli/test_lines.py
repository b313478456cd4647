"""Lines for scripts: templates, ids, and ids that come through a pipe."""

import subprocess
import sys
from typing import Any

import pytest


@pytest.fixture
def piped(environment: dict[str, str], program: list[str]) -> Any:
    """Run a command line in a process of its own with bytes on standard input."""

    def run(raw: bytes, *args: str) -> "subprocess.CompletedProcess[bytes]":
        words = [*program, args[0], "--no-bundled", *args[1:]]
        return subprocess.run(words, env=environment, input=raw, capture_output=True, check=False)

    return run


def test_a_template_writes_fields_of_the_record(policy: Any) -> None:
    """Also those that JSON of a search leaves out, and those inside; in any language."""
    asked = r"{id}\t{region.code}\t{lead}\t{themes}\t{score}"
    line = "qingshan.fund\t990100\t青山市财政局\t科技金融\t"
    for language in ("zh", "en"):
        found = policy("search", "转化基金", "-n", "1", "--template", asked, "--lang", language)
        assert (found.code, found.out.startswith(line)) == (0, True)
    asked = "{title}: {value}{unit}{op} {base_value}".replace("title", "indicator")
    assert policy("figures", "--template", asked, "-n", "1").out == "基金规模: 3694万元= 36940000\n"


@pytest.mark.parametrize(
    ("template", "line"),
    [
        (r"{id}\n{date}", "qingshan\n2023-05-04\n"),
        (r"\\t{{{id}}}", "\\t{qingshan}\n"),
        ("{keywords}|{status}|{source.url}", "|in-force|https://example.org/qs\n"),
        ("{issuers}", "青山市科技局、青山市财政局\n"),
        ("{relations}", '[{"type": "based_on", "target": "科技成果转化法"}]\n'),
        ("", "\n"),
    ],
)
def test_how_values_and_escapes_are_written(policy: Any, template: str, line: str) -> None:
    """Escapes and doubled braces are understood; what there is not is nothing."""
    assert policy("list", "-n", "1", "--template", template).out == line


@pytest.mark.parametrize("query", ["转化", "zzzz"])
def test_an_unknown_field_is_an_error_that_lists_them(policy: Any, query: str) -> None:
    """Whether anything was found or not."""
    wrong = policy("search", query, "--template", "{id} {name}")
    assert (wrong.code, wrong.out) == (2, "")
    assert wrong.err.startswith("Error: there is no field name; fields are id, policy, title,")
    assert "lead" in wrong.err
    assert "documents.title" not in wrong.err


@pytest.mark.parametrize("template", ["{id", "{}", "{0!r}", "{id:>9}", "a}"])
def test_what_is_no_template_is_wrong_usage(policy: Any, template: str) -> None:
    """Nothing but names stands in braces."""
    wrong = policy("list", "--template", template)
    assert (wrong.code, wrong.out) == (2, "")
    assert "is no template: write fields as {id}, a brace as {{" in wrong.err


def test_ids_are_written_once_each(policy: Any) -> None:
    """Of figures those of their measures, of documents those of all that name them."""
    assert policy("figures", "--ids").out == "qingshan.fund\n"
    assert policy("documents", "--ids").out == "qingshan\nqingshan.fund\n"
    assert policy("list", "--ids", "-0").out == "qingshan\0lvhe-regulation\0"
    assert "what is listed here has no ids" in policy("list", "--themes", "--ids").err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("list", "--ids", "--json"), "--ids and --format cannot be used together"),
        (("list", "--ids", "--template", "x"), "--template and --ids cannot be used together"),
        (("list", "-0"), "--null needs --ids/--template"),
        (("search", "-", "--ids"), "leave --ids out"),
        (("figures", "--plot", "--ids"), "leave ids out"),
    ],
)
def test_what_cannot_go_together_is_said(policy: Any, words: tuple[str, ...], told: str) -> None:
    """Each of these would have been passed over."""
    wrong = policy(*words)
    assert (wrong.code, wrong.out) == (2, "")
    assert told in wrong.err


@pytest.mark.parametrize(
    "raw",
    [
        b"qingshan.fund\nlvhe-regulation\n",
        "\ufeffqingshan.fund\tQingshan\t基金\r\n\n lvhe-regulation\nqingshan.fund".encode(),
        b"qingshan.fund\0lvhe-regulation\0",
    ],
)
def test_show_reads_ids_from_a_pipe(piped: Any, raw: bytes) -> None:
    """A line each, or ended by NUL; further columns and what comes twice are passed over."""
    shown = piped(raw, "show", "-", "--ids")
    assert (shown.returncode, shown.stdout) == (0, b"qingshan.fund\nlvhe-regulation\n")


def test_among_narrows_to_ids(piped: Any, policy: Any) -> None:
    """A policy stands for its measures; an id that nothing has is an error."""
    assert piped(b"qingshan\n", "list", "--measures", "--among", "-", "--ids").stdout == (
        b"qingshan.fund\nqingshan.ledger\n"
    )
    assert policy("list", "--measures", "--among", "qingshan.ledger", "--ids").out == (
        "qingshan.ledger\n"
    )
    assert policy("search", "转化", "--among", "lvhe-regulation").code == 1
    wrong = policy("list", "--among", "nowhere")
    assert (wrong.code, wrong.err) == (2, "Error: no record has the id nowhere\n")


def test_an_empty_pipe_ends_with_1(piped: Any) -> None:
    """As what stood before it did."""
    for words in (("show", "-"), ("list", "--among", "-"), ("compare", "-")):
        done = piped(b" \n", *words)
        assert (done.returncode, done.stdout) == (1, b"")
        assert done.stderr == b"Standard input holds no ids.\n"


def test_compare_takes_ids_from_a_pipe(piped: Any) -> None:
    """Beside those that are named."""
    done = piped(b"lvhe-regulation\n", "compare", "qingshan", "-", "--json")
    assert b'"query": ["qingshan", "lvhe-regulation"]' in done.stdout


def test_data_in_a_line_is_data(policy: Any, tmp_path: Any) -> None:
    """No value adds a line or a column, or steers a terminal."""
    evil = tmp_path / "evil.toml"
    evil.write_text(
        '[[policies]]\nid = "evil"\ntitle = "a\\tb\\nc\\u001b[31m"\nsummary = "x"\n', "utf-8"
    )
    line = policy("list", "--template", r"{id}\t{title}", POLICY_CATALOGUE=str(evil)).out
    assert line == "evil\ta b c\ufffd[31m\n"


def _loaded(environment: dict[str, str], *words: str) -> set[str]:
    """The modules that a command line loads."""
    code = "from policycli.cli.main import run; import sys; run(sys.argv[1:]); print(*sys.modules)"
    command = [sys.executable, "-c", code, *words]
    done = subprocess.run(command, env=environment, capture_output=True, check=True)
    return set(done.stdout.decode().splitlines()[-1].split())


def test_what_is_not_asked_for_is_not_loaded(environment: dict[str, str]) -> None:
    """A plain search pays nothing for templates, citations, settings, the pager or manifests."""
    loaded = _loaded(environment, "search", "--no-bundled", "转化", "--json")
    assert "policycli.views.hits" in loaded
    unwanted = "render.template views.answers views.rows views.citation cli.manifest cli.pager"
    for name in f"{unwanted} cli.settled cli.stdin files.settings render.gbt7714 results".split():
        assert f"policycli.{name}" not in loaded
    assert "webbrowser" not in loaded


def test_a_short_option_is_no_mistake_first(environment: dict[str, str]) -> None:
    """An option of one letter is known at once: nothing is loaded that words mistakes."""
    loaded = _loaded(environment, "list", "-n", "1", "-f", "jsonl")
    assert "policycli.render.jsonl" in loaded
    assert not {"difflib", "locale"} & loaded


def test_norms_are_not_read_where_nothing_is_alike(environment: dict[str, str]) -> None:
    """Policies without measures of one kind are compared by what they have alone."""
    loaded = _loaded(environment, "compare", "guizhou", "tongling", "--json")
    assert "policycli.analysis.compare" in loaded
    assert not {"policycli.norms.quantities", "policycli.norms.differences"} & loaded
