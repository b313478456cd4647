"""Citations: parsed, and checked against what is known."""

from policycli.review.citations import citations
from tests.review.conftest import Reviewed


def _found(text: str) -> list[tuple[str, tuple[int, ...]]]:
    return [(c.title, tuple(a.article for a in c.addresses)) for c in citations(text)]


def test_articles_paragraphs_and_ranges() -> None:
    """What follows a title is read down to the item; a range has all of its articles."""
    text = "依照《节水促进法》第三条第二款第（一）项、第五条和《取水办法》第二至第四条办理。"

    assert _found(text) == [("节水促进法", (3, 5)), ("取水办法", (2, 3, 4))]
    assert str(citations(text)[0].addresses[0]) == "第三条第二款第（一）项"


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


def test_a_paper_is_cited_without_the_notice_that_issued_it(reviewed: Reviewed) -> None:
    """《办法》 is found in 关于印发《办法》的通知, and its articles are counted."""
    (finding,) = reviewed("依照《杭州市再生水管理办法》第七条处理。", only=("cites",)).findings

    assert finding.kind == "cites-wrong-article"
    assert finding.basis
    assert finding.basis.id == "hangzhou-notice"


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


def test_laws_without_marks_that_were_repealed(reviewed: Reviewed) -> None:
    """合同法第五十二条 needs no 《》 to be known."""
    (finding,) = reviewed("依照合同法第五十二条认定无效。", only=("cites",)).findings
    assert finding.kind == "cites-repealed"


def test_who_repeals_a_law_cites_it_rightly(reviewed: Reviewed) -> None:
    """A clause that ends a paper has to name it."""
    review = reviewed("《中华人民共和国合同法》同时废止。", only=("cites",))
    assert review.findings == ()
    assert review.coverage["citations"] == 1


def test_an_edition_or_a_number_behind_a_title_makes_no_other_paper(reviewed: Reviewed) -> None:
    """（2020年修正） within 《》, or what it was issued under, may stand before the article."""
    review = reviewed(
        "依照《节水促进法（2020年修正）》第九条、《节水促进法》（主席令第3号）第八条处理。",
        only=("cites",),
    )
    assert [f.kind for f in review.findings] == ["cites-wrong-article"] * 2


def test_a_part_that_an_article_has_not(reviewed: Reviewed) -> None:
    """The article is there, but has no fourth paragraph."""
    (finding,) = reviewed("依照《节水促进法》第三条第四款处理。", only=("cites",)).findings
    assert finding.kind == "cites-wrong-article"
    assert "第四款" in finding.message


def test_a_slip_in_the_kind_of_a_paper(reviewed: Reviewed) -> None:
    """条列 is a slip of 条例; the paper of another province is another one."""
    review = reviewed("依照《浙江省节水促进条列》和《安徽省节水促进条例》处理。", only=("cites",))
    assert [f.kind for f in review.findings] == ["cites-wrong-name", "cites-not-found"]


def _among(text: str, *titles: str) -> list[tuple[str, str]]:
    found = citations(text, titles=frozenset(titles))
    return [(c.title, " ".join(map(str, c.addresses))) for c in found]


def test_a_law_without_marks_is_told_from_the_words_before_it() -> None:
    """By the titles that are known, whatever goes before; one law after another."""
    text = "单位的行为有节水法第二条情形的，依照节水法第三条第一款和水权法第五条处理。"

    assert _among(text, "节水法", "水权法") == [
        ("节水法", "第二条"),
        ("节水法", "第三条第一款"),
        ("水权法", "第五条"),
    ]


def test_a_law_that_is_not_known_is_named_without_what_leads_to_it() -> None:
    """It is counted as not checked, and no word such as 方法 is a law."""
    assert _among("违反节水法第二条的，按照下列方法第三条处理") == [("节水法", "第二条")]


def test_the_end_of_a_longer_title_is_no_other_law() -> None:
    """调解法 in 用水纠纷调解法 is not the law of that name."""
    titles = ("调解法", "农村用水纠纷调解法")

    assert _among("依照用水纠纷调解法第三条", *titles) == [("用水纠纷调解法", "第三条")]
    assert _among("依照调解法第三条", *titles) == [("调解法", "第三条")]


def test_a_contract_law_is_not_the_same_law() -> None:
    """合同法 ends with 同法, and means no law named before."""
    text = "《节水法》另有规定的除外，依照合同法第二条处理。"

    assert _among(text) == [("节水法", ""), ("合同法", "第二条")]


def test_its_rules_of_application_are_a_paper_of_their_own() -> None:
    """其实施条例 is that of the law named before; 该法 may mean one without 《》."""
    assert _among("《节水法》及其实施条例第九条") == [("节水法", ""), ("节水法实施条例", "第九条")]
    assert _among("自节水法施行之日起，依照该法第二条", "节水法") == [("节水法", "第二条")]


def test_an_edition_a_book_or_a_chapter_may_stand_before_the_article() -> None:
    """They make no other paper; a comma may stand between articles."""
    assert _among("节水法（2023年修正）第二条", "节水法") == [("节水法", "第二条")]
    assert _among("《节水法典》用水编第二章第十条，第十二条") == [("节水法典", "第十条 第十二条")]
