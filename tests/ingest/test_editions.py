"""Which policy of a catalogue a paper is: the same, another edition of it, or another paper."""

from typing import Any

import pytest
import tomli

from policycli.files import state
from policycli.files.digests import digests
from policycli.ingest.extract.draft import Draft
from policycli.ingest.merging.merge import Done, merge
from policycli.records.model import Measure, Policy, Source, to_dict

TITLE = "青河管理法"
TEXTS = ("为了规范管理，制定本法。", "本法适用于本行政区域。", "有关部门应当加强监督。")


def paper(
    date: str = "", file: str = "law.md", texts: tuple[str, ...] = TEXTS, **fields: Any
) -> Draft:
    """A law as it was read from a file."""
    measures = (Measure(f"a{n}", f"第{n}条", text=text) for n, text in enumerate(texts, 1))
    source = Source(fields.get("title", TITLE), file)
    known = {"id": "law", "title": TITLE, "source": source, "measures": tuple(measures)}
    return Draft(Policy(**{**known, "date": date, **fields}))


def taken(text: str, *drafts: Draft, **how: Any) -> tuple[str, list[Done]]:
    """The text of a catalogue with drafts in it, and what became of them."""
    pieces, done = merge(text, drafts, force=how.pop("force", False), **how)
    return "".join(pieces), done


def catalogue(*drafts: Draft) -> str:
    """The text of a catalogue of drafts."""
    return taken("", *drafts)[0]


def policies(text: str) -> list[dict[str, Any]]:
    """The policies of a catalogue, as they stand in it."""
    found: list[dict[str, Any]] = tomli.loads(text)["policies"]
    return found


def test_what_became_of_a_draft_is_told_whole() -> None:
    """Its id, how, how many measures are new, and which fields are in conflict."""
    text, first = taken("", paper())
    assert first == [Done("law", "new", 3, ())]
    assert taken(text, paper()) == (text, [Done("law", "unchanged", 0, ())])
    more = paper(texts=(*TEXTS, "本法自公布之日起施行。"))
    assert taken(text, more)[1] == [Done("law", "updated", 1, ())]
    edited = text.replace("适用于本行政区域", "适用于全境")
    changed = paper(texts=(TEXTS[0], "本法适用于青河流域。", TEXTS[2]))
    assert taken(edited, changed)[1] == [Done("law", "conflict", 0, ("a2.text",))]


def test_a_paper_that_was_just_brought_up_to_date_is_known_by_its_new_words() -> None:
    """The same paper again in one call is the same, though nothing is left of the old words."""
    new = paper(texts=("一。", "二。", "三。"))
    _text, done = taken(catalogue(paper()), new, new)
    assert [each.how for each in done] == ["updated", "duplicate"]


def test_another_file_that_says_the_same_changes_nothing_but_what_is_remembered() -> None:
    """The file gets its fingerprint, so that it need not be read again."""
    text, done = taken(catalogue(paper()._replace(file="aa")), paper()._replace(file="bb"))
    assert done == [Done("law", "unchanged")]
    assert "file=bb" in text.splitlines()[1]
    _text, both = taken(text, paper()._replace(file="bb"), paper()._replace(file="cc"))
    assert [each.how for each in both] == ["unchanged", "duplicate"]
    assert "file=bb,cc" in _text


def test_a_paper_with_another_date_from_another_file_is_another_edition() -> None:
    """From the same file, with the same number, or where a date is not known, it is the same."""
    text = catalogue(paper("2009-08-07"))
    later: dict[str, Any] = {"date": "2019-08-06"}
    assert taken(text, paper(**later, file="law-2019.md"))[1][0].how == "new"
    assert taken(text, paper(**later))[1][0].how == "updated"
    assert taken(catalogue(paper("2009")), paper(**later, file="b.md"))[1][0].how == "updated"
    assert taken(catalogue(paper()), paper(**later, file="b.md"))[1][0].how == "updated"
    assert taken(text, paper("2009", file="b.md"))[1][0].how == "updated"
    numbered = catalogue(paper("2009-08-07", doc_number="青政〔2009〕1号"))
    same = paper(**later, file="b.md", doc_number="青政〔2009〕1号")
    assert taken(numbered, same)[1][0].how == "updated"


def test_a_date_that_people_corrected_makes_no_edition() -> None:
    """The document says what it said when it was imported, under whatever name it comes."""
    text = catalogue(paper("2009-08-07")).replace('date = "2009-08-07"', 'date = "2009-08-08"')
    assert taken(text, paper("2009-08-07", file="law.docx"))[1][0].how == "unchanged"


def test_a_policy_that_people_wrote_has_editions_too() -> None:
    """Nothing is remembered of it but what it says."""
    own = f'[[policies]]\nid = "own"\ntitle = "{TITLE}"\ndate = "2009-08-07"\n'
    text, done = taken(own, paper("2019-08-06"))
    assert done[0].how == "new"
    assert policies(text)[1]["relations"] == [{"type": "repeals", "target": "own"}]


def test_an_edition_takes_the_place_of_the_last_before_it() -> None:
    """Of those dated to the day; one of which only the year is known may be any of them."""
    text = catalogue(
        paper("2014-08-07", id="second", file="c.md"),
        paper("2009-08-07", id="first", file="b.md"),
    )
    newest = policies(taken(text, paper("2019-08-06", file="d.md"))[0])[-1]
    assert newest["relations"] == [{"type": "repeals", "target": "second"}]
    rough = catalogue(paper("2001", id="rough", texts=("另一份文件。",)))
    text, done = taken(rough, paper("2019-08-06", file="d.md"), unchanged=["rough"])
    assert done[0].how == "new"
    assert "relations" not in policies(text)[-1]


@pytest.mark.parametrize(
    ("begins", "until"),
    [("", "2019-08-05"), ("2020-01-01", "2019-12-31"), ("2020-01", "2020-01"), ("2020", "2020")],
)
def test_an_older_edition_holds_until_the_newer_begins(begins: str, until: str) -> None:
    """To the day before, where the day is known; that is a guess for people to look at."""
    text = catalogue(paper("2019-08-06", file="new.md", in_force_from=begins))
    old = taken(text, paper("2009-08-07", file="old.md"))[0]
    assert policies(old)[1]["in_force_until"] == until
    assert "# check: until a later edition in this catalogue begins" in old


def test_the_next_edition_ends_an_older_one() -> None:
    """Not the newest; and where the older one says itself when it ends, that holds."""
    text = catalogue(paper("2019-08-06", id="c", file="c.md"))
    text = taken(text, paper("2014-08-07", id="b", file="b.md"))[0]
    oldest = policies(taken(text, paper("2009-08-07", id="a", file="a.md"))[0])[2]
    assert oldest["in_force_until"] == "2014-08-06"
    said = paper("2009-08-07", id="a", file="a.md", in_force_until="2010-01-01")
    assert policies(taken(text, said)[0])[2]["in_force_until"] == "2010-01-01"


def test_what_a_newer_edition_ends_is_not_ended_once_more() -> None:
    """An older one that comes again stays as it was."""
    text = catalogue(paper("2009-08-07", id="a", file="a.md"))
    text = taken(text, paper("2019-08-06", id="b", file="b.md"))[0]
    again, done = taken(text, paper("2009-08-07", id="a", file="a.md"))
    assert (again, done[0].how) == (text, "unchanged")


@pytest.mark.parametrize(
    ("numbers", "has_taken_place"),
    [
        (("", ""), True),
        (("国务院令第712号", "国务院令第800号"), True),
        (("青政〔2009〕1号", "青政〔2019〕2号"), False),
        (("青政〔2009〕1号", ""), False),
    ],
)
def test_only_laws_have_editions(numbers: tuple[str, str], has_taken_place: bool) -> None:
    """Notices of one title are other papers; orders number what they promulgate."""
    text = catalogue(paper("2009-08-07", id="a", file="a.md", doc_number=numbers[0]))
    new = paper("2019-08-06", id="b", file="b.md", doc_number=numbers[1])
    last = policies(taken(text, new)[0])[-1]
    assert ("relations" in last and last["id"] == "b") == has_taken_place


def test_of_several_policies_the_most_alike_is_the_paper() -> None:
    """Where titles and numbers leave open which of them it is."""
    text = catalogue(
        paper(id="x", texts=("一。", "二。", "三。"), doc_number="青政〔2009〕1号"),
        paper(id="y", texts=TEXTS, doc_number="青政〔2009〕2号"),
    )
    renamed = text.replace("# import: y", "# import: z").replace("# import: x", "# import: z")
    assert taken(renamed, paper(id="z"))[1] == [Done("y", "updated")]


@pytest.mark.parametrize(("same", "how"), [(18, "duplicate"), (17, "new")])
def test_two_papers_of_one_call_are_one_where_nearly_all_is_the_same(same: int, how: str) -> None:
    """Nine tenths of the articles; with less they are two papers."""
    first = tuple(f"第{n}条的内容。" for n in range(20))
    second = (*first[:same], *(f"另有{n}项内容。" for n in range(20 - same)))
    done = taken("", paper(texts=first), paper(texts=second))[1]
    assert [each.how for each in done] == ["new", how]


def test_a_paper_of_one_article_is_one_paper_twice() -> None:
    """All of it is the same."""
    done = taken("", paper(texts=("一。",)), paper(texts=("一。",)))[1]
    assert [each.how for each in done] == ["new", "duplicate"]


def test_a_paper_without_measures_is_known_by_its_title() -> None:
    """Nothing in it can be alike, and it comes again all the same."""
    empty = paper(texts=())
    assert taken(catalogue(empty), empty)[1] == [Done("law", "unchanged")]


def test_a_policy_is_found_under_the_id_that_it_was_imported_with() -> None:
    """People may have given it another, and another title; its source keeps the first one."""
    text = catalogue(paper()).replace('id = "law"', 'id = "our-law"', 1)
    assert taken(text, paper())[1] == [Done("our-law", "unchanged")]
    text = text.replace(f'title = "{TITLE}"', 'title = "河法"', 1)
    assert taken(text, paper())[1] == [Done("our-law", "unchanged")]
    other = paper(title="另一部法")
    assert taken(text, other)[1] == [Done("law", "new", 3)]


def test_ids_that_are_taken_are_counted_on() -> None:
    """Also past those that somebody else has."""
    others = "".join(
        f'[[policies]]\nid = "{id}"\ntitle = "题{id}"\n\n' for id in ("law", "law-2", "law-4")
    )
    found = [paper(texts=(f"{n}。",), title=f"法{n}") for n in range(3)]
    assert [each.id for each in taken(others, *found)[1]] == ["law-3", "law-5", "law-6"]


def test_a_ledger_comes_back_under_its_ids_alone() -> None:
    """What an export wrote is the policy of that id, whatever its title; else it is new."""
    text = catalogue(paper(), paper(id="other", title="另一部法", texts=("一。",)))
    then = {"": state.State("law", digests(to_dict(paper().policy)))}
    then |= {f"a{n}": state.State(f"a{n}", {"text": ""}) for n in (1, 2, 3)}
    renamed = paper(title="另一部法", in_force_until="2030-01-01")._replace(exported=then)
    back, done = taken(text, renamed)
    assert (done[0].id, done[0].how) == ("law", "updated")
    assert policies(back)[0]["in_force_until"] == "2030-01-01"
    stranger = renamed._replace(policy=renamed.policy._replace(id="stranger"))
    assert taken(text, stranger)[1][0] == Done("stranger", "new", 3)
    assert "# import:" not in taken("", stranger)[0]


def test_what_was_not_read_again_is_not_merged_either() -> None:
    """A copy of it in the same call is a duplicate."""
    text = catalogue(paper()._replace(file="aa"))
    new, done = taken(text, paper()._replace(file="bb"), unchanged=["law"])
    assert done == [Done("law", "duplicate")]
    assert "file=aa,bb" in new


def test_records_are_parted_by_one_empty_line() -> None:
    """Policies with measures and without, and what stands above the first."""
    text = catalogue(paper(), paper(id="b", title="乙法"), paper(id="c", title="丙法", texts=()))
    assert (text.count("\n\n[[policies"), text.count("[[policies")) == (8, 9)
    assert "\n\n\n" not in text
    for ending in ("", "\n", "\n\n"):
        more = taken(text.rstrip("\n") + ending, paper(id="d", title="丁法"))[0]
        assert (more.count("\n\n[[policies"), "\n\n\n" in more) == (12, False)
    above = taken("# ours", paper())[0]
    assert above.startswith("# ours\n\n[[policies]]\n")
