"""Importing again: what people changed stays, what the document changed comes, conflicts show."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from policycli import open_catalogue
from policycli.errors import CatalogueError, DocumentError, UsageError
from policycli.exchange.intake import drafts
from policycli.files.marks import marks
from policycli.files.read import read as read_catalogue
from policycli.ingest.extract.draft import Draft, packed
from policycli.ingest.merging.catalogue import Merged, Outcome, Target, opened
from policycli.ingest.merging.catalogue import save as saved
from policycli.ingest.readers import limits
from policycli.ingest.readers.blocks import Block
from policycli.ingest.readers.text import parse
from policycli.records.model import Relation

PAPER = """# 铜陵市人民政府关于加快转化的意见

一、加大投入。安排专项资金3亿元。
二、建设平台。建设中试基地10个。
三、加强组织。建立协调机制。
"""
Import = Callable[..., Outcome]


def save(target: Target, drafts: Sequence[Draft], *, force: bool) -> Merged:
    """Merge drafts as an import does."""
    return saved(target, list(map(packed, drafts)), force=force)


@pytest.fixture
def take(tmp_path: Path) -> Import:
    """Import a text into the catalogue ``my.toml``."""

    def import_(text: str, *, force: bool = False) -> Outcome:
        target = opened(str(tmp_path / "my.toml"))
        (outcome,) = save(target, drafts(list(parse(text)), "a.md"), force=force).outcomes
        return outcome

    return import_


@pytest.fixture
def catalogue(tmp_path: Path) -> Path:
    """The catalogue that ``take`` writes."""
    return tmp_path / "my.toml"


def edit(path: Path, old: str, new: str) -> None:
    """What a person does to a catalogue in an editor."""
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def test_an_import_is_a_catalogue(take: Import, catalogue: Path) -> None:
    """What is written is read back without a fault, as it was drafted."""
    outcome = take(PAPER)
    assert (outcome.how, outcome.id, outcome.added) == ("new", "tongling-rmzfgyjkzhdyj", 3)
    assert list(read_catalogue(str(catalogue))) == [outcome.draft.policy]


def test_the_same_document_changes_nothing(take: Import, catalogue: Path) -> None:
    """Not a byte, and the file is not even written."""
    take(PAPER)
    before, stamp = catalogue.read_bytes(), catalogue.stat().st_mtime_ns
    assert take(PAPER).how == "unchanged"
    assert (catalogue.read_bytes(), catalogue.stat().st_mtime_ns) == (before, stamp)


def test_edits_by_hand_survive(take: Import, catalogue: Path) -> None:
    """Other values, other ids, new keys, comments, and what was taken out."""
    take(PAPER)
    edit(catalogue, 'id = "tongling-rmzfgyjkzhdyj"', 'id = "tl-transfer" # ours')
    edit(catalogue, 'id = "item-1"', 'id = "funds"\nend = "environment"')
    edit(catalogue, 'title = "建设平台"', 'title = "中试基地"')
    text = catalogue.read_text("utf-8")
    catalogue.write_text(text[: text.rindex("[[policies.measures]]")], "utf-8")
    before = catalogue.read_bytes()
    assert take(PAPER).how == "unchanged"
    assert catalogue.read_bytes() == before


def test_a_changed_document_changes_only_itself(take: Import, catalogue: Path) -> None:
    """What people did to other fields and records stays, and the rest follows the document."""
    take(PAPER)
    edit(catalogue, 'title = "加大投入"', 'title = "资金" # ours')
    outcome = take(PAPER.replace("3亿元", "5亿元") + "四、抓好落实。开展评估。\n")
    assert (outcome.how, outcome.added, outcome.conflicts) == ("updated", 1, ())
    (policy,) = read_catalogue(str(catalogue))
    assert [measure.title for measure in policy.measures] == [
        "资金",
        "建设平台",
        "加强组织",
        "抓好落实",
    ]
    assert policy.measures[0].figures[0].value == 5
    assert "安排专项资金5亿元" in policy.measures[0].text
    assert "# ours" in catalogue.read_text("utf-8")


def test_a_conflict_keeps_what_people_wrote(take: Import, catalogue: Path) -> None:
    """It is told, marked in the file, and does not come again."""
    take(PAPER)
    edit(catalogue, "安排专项资金3亿元", "安排资金3亿元")
    changed = PAPER.replace("安排专项资金3亿元", "设立3亿元基金")
    outcome = take(changed)
    assert (outcome.how, outcome.conflicts) == ("conflict", ("item-1.text",))
    text = catalogue.read_text("utf-8")
    assert "安排资金3亿元" in text
    assert '# check: the document now says: "加大投入。设立3亿元基金。"' in text
    assert take(changed).how == "unchanged"


def test_force_takes_the_document_s_word(take: Import, catalogue: Path) -> None:
    """Only where both changed."""
    take(PAPER)
    edit(catalogue, "安排专项资金3亿元", "安排资金3亿元")
    edit(catalogue, 'title = "建设平台"', 'title = "中试基地"')
    assert take(PAPER.replace("安排专项资金", "设立基金"), force=True).how == "updated"
    text = catalogue.read_text("utf-8")
    assert "设立基金3亿元" in text
    assert 'title = "中试基地"' in text


def test_what_the_document_drops_is_kept_and_marked(take: Import, catalogue: Path) -> None:
    """Whether a measure is to go is for people to say."""
    take(PAPER)
    dropped = PAPER.replace("三、加强组织。建立协调机制。\n", "")
    assert take(dropped).conflicts == ("item-3",)
    assert "# check: no longer in the document" in catalogue.read_text("utf-8")
    assert take(dropped).how == "unchanged"


def test_other_policies_stay_as_they_are(take: Import, catalogue: Path) -> None:
    """To the last space; new ones come behind them."""
    theirs = '# ours\n\n[[policies]]\nid="x"   # odd\ntitle = """\n[[policies]]"""\n'
    catalogue.write_text(theirs, "utf-8")
    take(PAPER)
    assert catalogue.read_text("utf-8").startswith(theirs + "\n[[policies]]\n# import: tongling")
    assert next(read_catalogue(str(catalogue))).id == "x"


def test_ids_that_are_taken_get_a_number(take: Import, catalogue: Path) -> None:
    """Another policy of the same id is another policy."""
    catalogue.write_text('[[policies]]\nid = "tongling-rmzfgyjkzhdyj"\ntitle = "别的"\n', "utf-8")
    assert take(PAPER).id == "tongling-rmzfgyjkzhdyj-2"
    assert take(PAPER).how == "unchanged"


def test_line_ends_and_marks_stay(take: Import, catalogue: Path) -> None:
    """A file that was written on Windows stays one."""
    catalogue.write_bytes('\ufeff[[policies]]\r\nid = "x"\r\ntitle = "题"\r\n'.encode())
    take(PAPER)
    raw = catalogue.read_bytes()
    assert raw.startswith("\ufeff[[policies]]\r\n".encode())
    assert raw.count(b"\n") == raw.count(b"\r\n")


def test_a_catalogue_with_faults_is_not_touched(take: Import, catalogue: Path) -> None:
    """Its faults come first."""
    catalogue.write_text("[[policies]]\n", "utf-8")
    with pytest.raises(CatalogueError, match="is missing"):
        take(PAPER)
    assert catalogue.read_text("utf-8") == "[[policies]]\n"


def test_only_toml_takes_drafts_in(tmp_path: Path) -> None:
    """And only a file."""
    with pytest.raises(UsageError, match=r"name a file that ends in \.toml"):
        opened("my.jsonl")
    (tmp_path / "x.toml").mkdir()
    with pytest.raises(UsageError, match="is not a file"):
        opened(str(tmp_path / "x.toml"))
    with pytest.raises(FileNotFoundError):
        opened(str(tmp_path / "none" / "x.toml"))


def test_editions_of_a_paper_are_policies_of_their_own(tmp_path: Path) -> None:
    """In one call; the same paper twice, say as .docx and as .pdf, is one."""
    older = PAPER.replace("专项资金3亿元", "资金1亿元").replace("中试基地10个", "平台5个")
    both = [draft for text in (PAPER, older, PAPER) for draft in drafts(list(parse(text)), "a.md")]
    path = str(tmp_path / "my.toml")
    first = save(opened(path), both, force=False)
    assert [outcome.how for outcome in first.outcomes] == ["new", "new", "duplicate"]
    again = save(opened(path), both, force=False)
    assert [each.how for each in again.outcomes] == ["unchanged", "unchanged", "duplicate"]


@pytest.mark.parametrize(
    ("first", "second", "how"),
    [
        ("", "", "unchanged"),
        ("青政〔2024〕1号", "", "unchanged"),
        ("青政〔2024〕1号", "青政〔2024〕1号", "unchanged"),
        ("青政〔2024〕1号", "青政〔2025〕2号", "new"),
    ],
)
def test_papers_of_one_title_are_told_apart_by_their_numbers(
    tmp_path: Path, first: str, second: str, how: str
) -> None:
    """Two numbers are two papers; where one is without a number the title says which it is."""
    path = str(tmp_path / "my.toml")
    outcomes = []
    for number in (first, second):
        (draft,) = drafts(list(parse(PAPER)), "a.md")
        numbered = draft._replace(policy=draft.policy._replace(id="same", doc_number=number))
        outcomes += save(opened(path), [numbered], force=False).outcomes
    assert [outcomes[0].how, outcomes[1].how.replace("updated", "unchanged")] == ["new", how]


def test_what_the_file_keeps_elsewhere_is_a_conflict(take: Import, catalogue: Path) -> None:
    """Measures that stand in one list cannot be merged one by one; that is told, and kept."""
    take(PAPER)
    text = catalogue.read_text("utf-8")
    head = text[: text.index("[[policies.measures]]")]
    catalogue.write_text(head + 'measures = [{id = "own", title = "自有", text = "文"}]\n', "utf-8")
    before = catalogue.read_bytes()
    outcome = take(PAPER)
    assert (outcome.how, outcome.added, outcome.conflicts) == ("conflict", 0, ("measures",))
    assert catalogue.read_bytes() == before


LAW = """# 青河管理法

2009年8月7日 第十一届全国人民代表大会常务委员会第十次会议通过
{amended}
第一条 为了规范管理，制定本法。
第二条 本法适用于本行政区域。
第三条 有关部门应当加强监督。
"""
AMENDED = "2019年8月6日 第十三届全国人民代表大会常务委员会第十二次会议修正\n"


def test_a_law_as_amended_is_an_edition_however_alike(tmp_path: Path) -> None:
    """The later one takes the place of the one before, in whatever order they come, and again."""
    later, first = (
        drafts(list(parse(LAW.format(amended=passage))), file)[0]
        for passage, file in ((AMENDED, "law-2019.md"), ("", "law-2009.md"))
    )
    path = str(tmp_path / "my.toml")
    outcomes = save(opened(path), [later, first], force=False).outcomes
    assert [outcome.how for outcome in outcomes] == ["new", "new"]
    older, newer = read_catalogue(path)
    assert (older.date, newer.date) == ("2009-08-07", "2019-08-06")
    assert newer.relations == (Relation("repeals", older.id),)
    again = save(opened(path), [later, first], force=False).outcomes
    assert [outcome.how for outcome in again] == ["unchanged", "unchanged"]


def test_only_the_newest_edition_is_in_force(tmp_path: Path) -> None:
    """Also where the older one is imported later, and where orders number them."""
    passages = [
        "2019年8月6日 国务院令第712号修订\n",
        "",
        "2015年3月2日 第十二届全国人民代表大会常务委员会第三次会议修正\n",
    ]
    path = str(tmp_path / "my.toml")
    for n, passage in enumerate(passages):
        found = drafts(list(parse(LAW.format(amended=passage))), f"law-{n}.md")
        assert save(opened(path), found, force=False).outcomes[0].how == "new"
        again = save(opened(path), found, force=False).outcomes
        assert [outcome.how for outcome in again] == ["unchanged"]
    catalogue = open_catalogue(path, bundled=False)
    editions = {"2020": "2019-08-06", "2016": "2015-03-02", "2012": "2009-08-07"}
    for day, date in editions.items():
        held = catalogue.as_of(day)
        heads = [each for each in held.select().policies if held.in_force(each) != "no"]
        assert [each.record.date for each in heads] == [date]


def test_the_same_law_from_two_files_is_one(tmp_path: Path) -> None:
    """As a .docx and as a .pdf, of one date."""
    text = LAW.format(amended=AMENDED)
    both = [drafts(list(parse(text)), file)[0] for file in ("law.docx", "law.pdf")]
    outcomes = save(opened(str(tmp_path / "my.toml")), both, force=False).outcomes
    assert [outcome.how for outcome in outcomes] == ["new", "duplicate"]


def test_a_ledger_that_an_office_keeps_comes_again(tmp_path: Path) -> None:
    """Unchanged it changes nothing; a changed cell and a new row are taken over, by policy."""
    header = ["政策名称", "文号", "主要内容", "责任单位"]
    rows = [header, ["转化办法", "青政〔2024〕3号", "建基地3个。", "市科技局"]]
    rows += [["", "", "设立基金。", "市财政局"], ["人才办法", "", "发补贴。", "市人社局"]]
    path = tmp_path / "my.toml"

    def import_(rows: list[list[str]]) -> list[Outcome]:
        sheet = Block("sheet", "台账", rows=tuple(map(tuple, rows)))
        return save(opened(str(path)), drafts([sheet], "台账.xlsx"), force=False).outcomes

    assert [each.how for each in import_(rows)] == ["new", "new"]
    before = path.read_bytes()
    assert [each.how for each in import_(rows)] == ["unchanged", "unchanged"]
    assert path.read_bytes() == before
    edit(path, 'lead = "市财政局"', 'lead = "市金融办"')
    rows[1] = [*rows[1][:2], "建基地5个。", "市科技局"]
    rows.insert(3, ["", "", "办对接会。", "市科技局"])
    changed, same = import_(rows)
    assert (changed.how, changed.added, same.how) == ("updated", 1, "unchanged")
    first, second, third = next(iter(read_catalogue(str(path)))).measures
    assert (first.text, second.lead, third.text) == ("建基地5个。", "市金融办", "办对接会。")
    rows[2] = ["", "", "设立基金。", "市国资委"]
    assert [each.conflicts for each in import_(rows)] == [("item-2.lead",), ()]


def test_policies_of_another_form_take_nothing_in(tmp_path: Path) -> None:
    """Behind a list on one line no policy can be added; that is said, and the file stays."""
    path = tmp_path / "my.toml"
    path.write_text('policies = [{id = "a", title = "一项政策"}]\n', "utf-8")
    before = path.read_bytes()
    with pytest.raises(DocumentError, match=r"my\.toml: .*\[\[policies\]\]"):
        save(opened(str(path)), drafts(list(parse(PAPER)), "a.md"), force=False)
    assert path.read_bytes() == before


def test_merging_has_limits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As reading has: what takes longer is stopped, and nothing is written."""
    monkeypatch.setattr(limits, "SECONDS", 0)
    path = tmp_path / "my.toml"
    with pytest.raises(DocumentError, match="takes more than 0 seconds"):
        save(opened(str(path)), drafts(list(parse(PAPER)), "a.md"), force=False)
    assert not path.exists()


def test_papers_of_one_name_are_counted_on(tmp_path: Path) -> None:
    """Each gets the next number, and is merged with itself when it comes again."""
    path = str(tmp_path / "my.toml")
    papers = [drafts(list(parse(PAPER.replace("3亿元", f"{n}亿元"))), "a.md")[0] for n in (3, 4, 5)]
    dated = [
        each._replace(policy=each.policy._replace(date=f"2023-0{n}-01", doc_number=""))
        for n, each in enumerate(papers, 1)
    ]
    ids = [outcome.id for outcome in save(opened(path), dated, force=False).outcomes]
    assert [id.removeprefix(ids[0]) for id in ids] == ["", "-2", "-3"]
    again = save(opened(path), dated, force=False).outcomes
    assert [(each.id, each.how) for each in again] == [(id, "unchanged") for id in ids]


def test_one_empty_line_parts_policies(take: Import, catalogue: Path) -> None:
    """However the file ended before."""
    take(PAPER)
    for number, ending in enumerate(("", "\n", "\n\n"), 1):
        text = catalogue.read_text("utf-8").rstrip("\n")
        catalogue.write_text(text + ending, "utf-8")
        take(PAPER.replace("加快转化", f"第{number}号工作"))
        text = catalogue.read_text("utf-8")
        assert text.count("\n\n[[policies]]") == number
        assert "\n\n\n" not in text


def test_marks_stand_where_they_stand_in_the_whole_file(tmp_path: Path) -> None:
    """Line, record, key and words are the same, though records are looked at one by one."""
    path = str(tmp_path / "my.toml")
    paper = PAPER.replace("建设平台", "建设科技企业孵化器")  # which proposes an end
    papers = [paper, paper.replace("铜陵市", "云川市").replace("加快转化", "科技金融")]
    found = [drafts(list(parse(each)), "a.md")[0] for each in papers]
    merged = save(opened(path), found, force=False)
    one_by_one = list(merged.marks(path))
    assert len({mark.key.partition(".")[0] for mark in one_by_one}) == 2
    assert any("measures[1]" in mark.key for mark in one_by_one)
    assert one_by_one == list(marks(merged.text, path))
