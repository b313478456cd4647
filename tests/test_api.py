"""The Python API as a notebook uses it: names of the package, results, and the catalogue itself."""

import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

import policycli
from policycli.records.model import Entry, Measure, Policy

SMALL = Path(__file__).parent / "data" / "small.toml"


@pytest.fixture
def catalogue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> policycli.Catalogue:
    """The small catalogue: two policies with three measures."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return policycli.open_catalogue(SMALL, bundled=False)


@pytest.mark.parametrize("name", policycli.__all__)
def test_every_name_of_the_api_is_there(name: str) -> None:
    """What the package says that it has can be used, and has a docstring."""
    found = getattr(policycli, name)
    assert name == "__version__" or found.__doc__


def test_a_name_that_is_not_there_is_an_error() -> None:
    """As for every module."""
    with pytest.raises(AttributeError, match="policycli"):
        policycli.nothing  # noqa: B018


def test_importing_the_package_loads_nothing() -> None:
    """``import policycli`` costs no library; they come with the first name that needs them."""
    code = "import sys, policycli; print({'tantivy', 'rich', 'click'} & {*sys.modules})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"


def test_a_catalogue_is_a_collection(catalogue: policycli.Catalogue) -> None:
    """Its length is that of its policies, which it goes through; ``in`` asks for a full id."""
    assert len(catalogue) == 2
    assert [entry.id for entry in catalogue] == ["qingshan", "lvhe-regulation"]
    assert [len(entry.record.measures) for entry in catalogue] == [2, 1]
    assert "qingshan.fund" in catalogue
    assert "qingshan" in catalogue
    assert "qingshan.nothing" not in catalogue
    assert 7 not in catalogue


def test_a_query_is_text(catalogue: policycli.Catalogue) -> None:
    """``None`` is no query, and the error says so."""
    with pytest.raises(policycli.UsageError, match="query is text"):
        catalogue.search(None)  # type: ignore[arg-type]


def test_results_are_plain_data(catalogue: policycli.Catalogue) -> None:
    """``to_dicts`` has the keys of JSON: of hits, policies, measures, figures and documents."""
    (hit, *_others) = catalogue.search("基金").to_dicts()
    assert (hit["id"], hit["region"]["name"], hit["how"]) == ("qingshan.fund", "青山市", "exact")
    assert [each["id"] for each in catalogue.policies().to_dicts()] == [
        "qingshan",
        "lvhe-regulation",
    ]
    assert catalogue.measures().to_dicts()[0]["id"] == "qingshan.fund"
    assert catalogue.figures().to_dicts()[0]["base_value"] == 36_940_000
    assert catalogue.documents().to_dicts()[0]["title"] == "青山市成果转化办法"
    assert catalogue.search("火星").to_dicts() == []


def test_results_are_a_frame(catalogue: policycli.Catalogue) -> None:
    """``to_pandas`` has a row an entry, and a column for what is inside a key."""
    frame = catalogue.figures(unit="万元").to_pandas()
    assert list(frame["value"]) == [3694]
    assert list(frame["region.name"]) == ["青山市"]


def test_without_pandas_one_line_installs_it(
    catalogue: policycli.Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The error names the extra that brings it."""
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(policycli.UsageError, match=r"\[data\]"):
        catalogue.measures().to_pandas()


def test_results_show_themselves(catalogue: policycli.Catalogue) -> None:
    """A notebook gets a table of what readers see, in which nothing is markup."""
    html = catalogue.search("基金")._repr_html_()
    assert html.startswith("<table>")
    assert "<td>qingshan.fund</td>" in html
    odd = Entry("p.m", Policy("p", "甲"), Measure("m", "<script>alert(1)</script>"))
    assert "<script>" not in policycli.Results([odd])._repr_html_()


def test_a_notebook_runs() -> None:
    """Search, a table and a frame work in a kernel of Jupyter."""
    cells = [
        f"import policycli; catalogue = policycli.open_catalogue({str(SMALL)!r}, bundled=False)",
        "catalogue.search('基金')",
        "catalogue.figures().to_pandas()[['id', 'value', 'unit']]",
    ]
    made = nbformat.v4
    book = made.new_notebook(cells=list(map(made.new_code_cell, cells)))  # type: ignore[no-untyped-call]
    NotebookClient(book, timeout=120).execute()
    tables = [cell.outputs[0].data["text/html"] for cell in book.cells[1:]]
    assert "qingshan.fund" in tables[0]
    assert "3694" in tables[1]
