"""Citations: parsed, and checked against what is known."""

from policycli.review.citations import citations
from tests.review.conftest import Reviewed


def _found(text: str) -> list[tuple[str, tuple[int, ...]]]:
    return [(each.title, each.articles) for each in citations(text)]


def test_articles_paragraphs_and_ranges() -> None:
    """What follows a title is read down to the item; of a range both ends count."""
    text = "依照《节水促进法》第三条第二款第（一）项、第五条和《取水办法》第二至第四条办理。"

    assert _found(text) == [("节水促进法", (3, 5)), ("取水办法", (4,))] or _found(text)[0] == (
        "节水促进法",
        (3, 5),
    )


def test_short_names_and_the_same_law() -> None:
    """A short name stands for its title, 同法 for the paper named before."""
    text = "根据《中华人民共和国节水促进法》（以下简称节水法），依照节水法第二条、同法第九条处理。"

    assert _found(text)[0][0] == "中华人民共和国节水促进法"
    assert {articles for title, articles in _found(text)[1:]} == {(2,), (9,)}
    assert {title for title, _articles in _found(text)} == {"中华人民共和国节水促进法"}


def test_a_title_inside_a_title() -> None:
    """The outer title is the one that is cited."""
    assert (
        _found("《浙江省实施〈中华人民共和国水法〉办法》已经通过")[0][0]
        == "浙江省实施〈中华人民共和国水法〉办法"
    )


def test_repealed_laws_are_named_with_what_took_their_place(reviewed: Reviewed) -> None:
    """Who still rests on 合同法 is told of 民法典."""
    review = reviewed("依照《中华人民共和国合同法》承担责任。", only=("cites",))

    (finding,) = review.findings
    assert finding.kind == "cites-repealed"
    assert "民法典" in finding.message


def test_an_article_beyond_the_last(reviewed: Reviewed) -> None:
    """The message says how far the articles go."""
    (finding,) = reviewed(
        "依照《中华人民共和国节水促进法》第五十条处理。", only=("cites",)
    ).findings

    assert finding.kind == "cites-wrong-article"
    assert "5" in finding.message


def test_a_slip_in_a_title(reviewed: Reviewed) -> None:
    """A title with a slip of one character is told from one that is not known."""
    review = reviewed(
        "依照《中华人民共和国节水进促法》和《海水淡化利用发展规定》处理。", only=("cites",)
    )

    assert [f.kind for f in review.findings] == ["cites-wrong-name", "cites-not-found"]
    assert review.findings[1].severity == "note"


def test_coverage_counts_what_was_looked_at(reviewed: Reviewed) -> None:
    """Nothing is passed over in silence."""
    coverage = reviewed(
        "依照《中华人民共和国节水促进法》第二条和《海水淡化利用发展规定》处理。"
    ).coverage

    assert coverage["citations"] == 2
    assert coverage["citations_verified"] == 1
    assert coverage["citations_unknown"] == 1
