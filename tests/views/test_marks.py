"""The list of marks: why each stands there, in the language of the screen."""

from collections.abc import Iterator

import pytest

from policycli import language
from policycli.files.marks import Mark
from policycli.views.marks import why


@pytest.fixture(params=language.LANGUAGES)
def screen(request: pytest.FixtureRequest) -> Iterator[str]:
    """Either language of the screen."""
    language.use(request.param)
    yield request.param
    language.use("en")


DATE = "no date was found in head or signature"
YEAR = "only the year of the document number; no signature with a date"


@pytest.mark.parametrize("message", [DATE, YEAR, f"{DATE}; the year is not stated"])
def test_a_mark_speaks_the_language_of_the_screen(screen: str, message: str) -> None:
    """Whatever language the import spoke; several reasons, and one with a semicolon, too."""
    own = ["en", "zh"].index(screen)
    for said in (0, 1):
        known = message in (DATE, YEAR)
        parts = [message] if known else message.split("; ")
        text = "; ".join(language.both(part)[said] for part in parts)
        wanted = [language.both(part)[own] for part in parts]
        assert why(Mark("a.toml", 1, "a", "", text, "")) == "; ".join(wanted)


def test_words_of_people_stay_as_they_are(screen: str) -> None:
    """What is no message of the program is shown as it was written."""
    assert why(Mark("a.toml", 1, "a", "", f"{screen} 请核对", "")) == f"{screen} 请核对"
