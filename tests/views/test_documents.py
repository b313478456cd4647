"""Named papers."""

import pytest

from policycli import language
from policycli.analysis.documents import Paper
from policycli.views import documents
from tests.views.making import EAST, RULES, rows

PAPER = Paper(EAST, RULES, ("east", "east.fund"))


@pytest.mark.parametrize(
    ("lang", "role", "status", "region"),
    [("zh", "印发", "现行有效", "东河"), ("en", "issued", "in force", "Donghe")],
)
def test_a_document_is_one_line(lang: str, role: str, status: str, region: str) -> None:
    """Its title in 《》, the codes in words, and every record that names it; an id for programs."""
    language.use(lang)
    (row,) = rows(documents.view([PAPER]))
    assert (row["title"], row["role"], row["status"], row["region"]) == (
        *("《东河市转化办法》", role, status, region),
    )
    assert (row["ids"], row["id"]) == ("east\neast.fund", "east")


def test_a_card_leaves_out_what_is_not_known() -> None:
    """A document of which only the title is known has no empty facts."""
    bare = Paper(EAST._replace(region=None), RULES._replace(date="", issuer="", status=""), ())
    assert [fact.label for fact in documents.card(bare).facts] == ["policy", "role"]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_data_is_the_record_with_who_names_it(lang: str) -> None:
    """Codes, whatever the screen speaks."""
    language.use(lang)
    assert documents.data(PAPER) == {
        "title": "东河市转化办法",
        "date": "2023-02-01",
        "issuer": "东河市政府",
        "role": "issued",
        "status": "in-force",
        "policy": "east",
        "region": {"code": "990200", "name": "东河市", "name_en": "Donghe"},
        "ids": ["east", "east.fund"],
    }
