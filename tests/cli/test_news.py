"""``policy news``: what is new since the last look."""

import io
import json
import os
import subprocess
from pathlib import Path
from typing import Any

import docx
import pytest

from policycli.files.registered import register

OLD = """
[[policies]]
id = "east"
title = "东河市成果转化行动"
title_en = "Donghe's technology transfer drive"
date = "2020-01-01"
[[policies.measures]]
id = "fund"
title = "东河转化基金"
summary = "设立3694万元基金。"
figures = [{ indicator = "规模", value = 3694, unit = "万元" }]
[[policies.measures]]
id = "base"
title = "中试基地"
summary = "建设中试基地。"
[[policies]]
id = "south"
title = "南山市科技条例"
date = "2020"
"""
NEW = (
    OLD.replace("3694", "4000")
    + """
[[policies]]
id = "law"
title = "科技促进条例"
date = "2024-05-06"
in_force_from = "2999-01-01"
relations = [{ type = "repeals", target = "south" }]
[[policies.measures]]
id = "one"
title = "总则"
text = "为了促进科技进步，制定本条例。"
"""
)
ITEM = [
    *("kind", "id", "policy", "title", "title_en", "by", "measures", "fields", "figures", "was"),
    *("in_force_from", "in_force_until"),
]
FIRST = "{}: a first look, with nothing to compare; it is remembered.\n"


class Office:
    """A catalogue, a state folder, and somebody who looks."""

    def __init__(self, run: Any, folder: Path) -> None:
        self._run = run
        self.state = folder / "state"
        self.ledger = folder / "ledger.toml"
        self.environ = {
            "XDG_STATE_HOME": str(self.state),
            "XDG_CONFIG_HOME": str(folder / "config"),
            "POLICY_CATALOGUE": str(self.ledger),
        }
        self.write(OLD)

    def write(self, text: str) -> None:
        """Change the catalogue."""
        self.ledger.write_text(text, "utf-8")

    def look(self, *args: str, **environ: str) -> Any:
        """Run ``policy news``."""
        return self._run("news", *args, **self.environ | environ)

    def told(self, *args: str, **environ: str) -> list[tuple[str, str]]:
        """Kind and id of all that is new."""
        found = json.loads(self.look("--json", *args, **environ).out)["results"]
        return [(each["kind"], each["id"]) for each in found]

    @property
    def memory(self) -> Path:
        """The one file of the state folder."""
        (file,) = (self.state / "policycli" / "seen").iterdir()
        return file


@pytest.fixture
def office(policy: Any, tmp_path: Path) -> Office:
    """Nobody has looked yet."""
    return Office(policy, tmp_path)


def test_a_first_look_remembers(process: Any, tmp_path: Path) -> None:
    """There is nothing to compare with; a second look, by another process, finds nothing new."""
    office = Office(process, tmp_path)
    assert office.look() == (0, "", FIRST.format(office.ledger))
    second = office.look()
    assert (second.code, second.out) == (0, "")
    assert second.err.startswith("Nothing is new since 20")


def test_what_is_new_is_told_once(office: Office) -> None:
    """Added, amended with the figure that moved, repealed by another; then it is known."""
    office.look()
    office.write(NEW)
    result = office.look("--json")
    answer = json.loads(result.out)
    assert result.code == 1
    assert (answer["command"], answer["query"], len(answer["since"])) == ("news", "last", 10)
    assert [list(each) for each in answer["results"]] == [ITEM] * 3
    assert [(each["kind"], each["id"]) for each in answer["results"]] == [
        ("added", "law"),
        ("amended", "east.fund"),
        ("repealed", "south"),
    ]
    assert answer["results"][1]["figures"][0]["difference"] == 306
    assert office.look().code == 0


def test_what_is_gone_is_told_whole(office: Office) -> None:
    """A policy and a measure that were taken out are known by what was remembered of them."""
    office.look()
    office.write(OLD[: OLD.index('[[policies.measures]]\nid = "base"')])
    assert office.told() == [("repealed", "east.base"), ("repealed", "south")]


def test_each_catalogue_is_remembered_by_itself(office: Office, tmp_path: Path) -> None:
    """One more is a first look and no news, and one less takes nothing away."""
    office.look()
    other = tmp_path / "other"
    other.mkdir()
    (other / "a.toml").write_text('[[policies]]\nid = "a"\ntitle = "甲"\n', "utf-8")
    office.write(NEW)
    result = office.look(
        "--catalogue", str(office.ledger), "--catalogue", str(other), "-f", "plain"
    )
    assert [line.split("\t")[0] for line in result.out.splitlines()] == [
        "law",
        "east.fund",
        "south",
    ]
    assert result.err.splitlines()[1:] == [FIRST.format(other).rstrip()]
    (other / "b.toml").write_text('[[policies]]\nid = "b"\ntitle = "乙"\n', "utf-8")
    assert office.told(POLICY_CATALOGUE=str(other)) == [("added", "b")]
    assert office.told() == []


def test_a_validity_that_ended_meanwhile_is_news(office: Office) -> None:
    """The records are the same; the days that went by are not."""
    office.write(OLD + 'in_force_from = "2021-01-01"\nin_force_until = "2022"\n')
    office.look()
    data = json.loads(office.memory.read_text("utf-8"))
    office.memory.write_text(json.dumps(data | {"day": "2020-06-30"}), "utf-8")
    result = office.look("-f", "plain")
    assert [line.split("\t")[:2] for line in result.out.splitlines()] == [
        ["south", "in force"],
        ["south", "expired"],
    ]
    assert result.err == "New since 2020-06-30:\n"


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("", "it is damaged"),
        ('{"version": 1, "day": "2024-06-30", "policies": [{"id": "east"', "it is damaged"),
        ("[" * 100_000, "it is damaged"),
        ('{"version": 1, "day": "soon", "policies": []}', "it is damaged"),
        ('{"version": 1, "day": "2024-06-30", "policies": [{"id": "a"}]}', "it is damaged"),
        ('{"version": 2, "news": []}', "a later version of policycli wrote it"),
    ],
)
def test_a_memory_that_cannot_be_read_is_left_alone(office: Office, content: str, why: str) -> None:
    """One sentence names the file, and nothing is forgotten; dates still answer."""
    office.look()
    memory = office.memory
    memory.write_text(content, "utf-8")
    result = office.look()
    assert (result.code, result.out, len(result.err.splitlines())) == (2, "", 1)
    assert why in result.err
    assert str(memory) in result.err
    assert memory.read_text("utf-8") == content
    assert office.look("--since", "2020").code == 1


def test_what_could_not_be_shown_stays_new(office: Office, tmp_path: Path) -> None:
    """A file that is in the way, or a reader who left, and the next look tells it again."""
    office.look()
    office.write(NEW)
    (tmp_path / "n.json").touch()
    assert office.look("-o", str(tmp_path / "n.json")).code == 2
    assert len(office.told()) == 3


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full")
def test_a_full_disk_is_no_look(office: Office, program: list[str], environment: Any) -> None:
    """What standard output did not take is told again."""
    office.look()
    office.write(NEW)
    with open("/dev/full", "w", encoding="utf-8") as full:
        args = [*program, "news", "--no-bundled"]
        done = subprocess.run(args, env=environment | office.environ, stdout=full, check=False)
    assert done.returncode == 2
    assert len(office.told()) == 3


def test_a_registered_catalogue_with_a_fault_is_left_out(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was seen of it is remembered; one that is named has to be whole."""
    monkeypatch.setenv("XDG_CONFIG_HOME", office.environ["XDG_CONFIG_HOME"])
    register(str(office.ledger))
    nothing = {"POLICY_CATALOGUE": ""}
    office.look(**nothing)
    office.write("[[policies]\n")
    result = office.look(**nothing)
    assert (result.code, result.out) == (0, "")
    assert "it is left out until that is mended" in result.err
    assert office.look().code == 2
    office.write(NEW)
    assert len(office.told(**nothing)) == 3


def test_without_a_home_a_day_has_to_be_named(office: Office) -> None:
    """There is nowhere to remember; what dates say needs no memory."""
    result = office.look(XDG_STATE_HOME="", HOME="nowhere")
    assert result.code == 2
    assert "set XDG_STATE_HOME, or ask with --since DATE" in result.err
    assert office.look("--since", "2020", HOME="nowhere", XDG_STATE_HOME="").code == 1


@pytest.mark.parametrize(
    ("since", "expected"),
    [
        ("2024-05", [("added", "law"), ("repealed", "south")]),
        ("2024年6月", [("effective", "law")]),
        ("2020-02", [("added", "south"), ("added", "law")]),
        ("3000", []),
    ],
)
def test_a_day_goes_by_dates_and_remembers_nothing(
    office: Office, since: str, expected: list[tuple[str, str]]
) -> None:
    """A rough date may be later; what comes into force later is told too."""
    office.write(NEW)
    assert office.told("--since", since) == expected
    assert not office.state.exists()


def test_what_is_no_day_is_refused(office: Office) -> None:
    """It exits with 2."""
    result = office.look("--since", "yesterday")
    assert (result.code, result.out) == (2, "")
    assert "is not a date" in result.err


def test_a_paper_has_what_is_new_alone(office: Office, tmp_path: Path) -> None:
    """The new measure and the amended one; what did not change is not in it."""
    office.look()
    office.write(NEW)
    file = tmp_path / "摘编.docx"
    assert office.look("-o", str(file), "--lang", "zh").code == 1
    text = "\n".join(
        paragraph.text for paragraph in docx.Document(io.BytesIO(file.read_bytes())).paragraphs
    )
    assert text.startswith("摘编")
    for words in ("科技促进条例", "总则", "东河转化基金", "南山市科技条例（已废止）"):
        assert words in text
    assert "中试基地" not in text
    assert "改：规模：3694万元 → 4000万元 (+306万元)" in text


def test_what_was_done_and_answered_is_told_once(office: Office, tmp_path: Path) -> None:
    """A deadline that was met is no amendment; an answered problem comes with its answer."""
    asked = """
[[problems]]
id = "p2024-001"
title = "不敢转"
received = "2024-01-01"
state = "{state}"
lead = "科技厅"
"""
    office.write(OLD + asked.format(state="assigned"))
    office.look()
    answer = 'answer = "按免责清单办理"\nevents = [{ date = "2024-05-01", state = "answered" }]\n'
    done = OLD.replace(
        'summary = "建设中试基地。"', 'summary = "建设中试基地。"\ndone = "2024-05-01"'
    )
    office.write(done + asked.format(state="answered") + answer)
    page = tmp_path / "摘编.html"
    assert office.look("--region", "东河", "--lang", "en").code == 2  # it has no region
    result = office.look("--lang", "zh", "-f", "table")
    assert "办结日期" in result.out
    assert "按免责清单办理" in result.out
    assert office.look("-o", str(page)).code == 0
    office.write(done)
    assert office.told() == []
    assert office.told("--since", "2024-05") == [("done", "east.base")]


def test_a_narrowed_look_remembers_nothing(office: Office) -> None:
    """What passes no filter stays new; what is gone passes all of them."""
    office.look()
    office.write(
        NEW.replace('[[policies]]\nid = "south"\ntitle = "南山市科技条例"\ndate = "2020"', "")
    )
    narrowed = office.told("--year", "2020")
    assert narrowed == [("amended", "east.fund"), ("repealed", "south")]
    assert office.told() == [
        ("added", "law"), ("amended", "east.fund"), ("repealed", "south"),
    ]  # fmt: skip


def test_an_excerpt_has_a_manifest_and_leaves_problems_out(office: Office, tmp_path: Path) -> None:
    """What is counted as written is what stands in it; with problems alone there is no file."""
    problem = '[[problems]]\nid = "p2024-001"\ntitle = "不敢转"\nreceived = "2024-01-01"\n'
    problem += 'state = "answered"\nanswer = "已办"\n'
    problem += 'events = [{ date = "2024-07-01", state = "answered" }]\n'
    file, note = tmp_path / "摘编.html", tmp_path / "摘编.html.manifest.json"
    office.write(OLD + problem)
    alone = office.look("--since", "2024", "-o", str(file), "--manifest", "--lang", "en")
    assert "Only problems are new" in alone.err
    assert (alone.code, file.exists(), note.exists()) == (1, False, False)
    office.write(NEW + problem)
    assert office.look("--since", "2024", "-o", str(file), "--manifest").code == 1
    said = json.loads(note.read_text("utf-8"))
    assert (said["query"], said["total"]) == ("2024", said["written"] + 1)
    assert str(office.ledger) in [each["path"] for each in said["catalogues"]]


def test_what_is_to_be_known_of_catalogues_is_said_once(office: Office, tmp_path: Path) -> None:
    """Also where the manifest asks for them beside the news."""
    empty, file = tmp_path / "empty", tmp_path / "a.md"
    empty.mkdir()
    asked = ("--since", "2024", "--catalogue", str(empty), "-o", str(file), "--manifest")
    assert office.look(*asked).err.count("holds no catalogue") == 1


def test_a_page_is_written_only_where_there_is_news(office: Office, tmp_path: Path) -> None:
    """No news is no page."""
    office.look()
    assert office.look("-o", str(tmp_path / "a.html")).code == 0
    assert not (tmp_path / "a.html").exists()
    office.write(OLD.replace("建设中试基地", "建成中试基地"))
    assert office.look("-o", str(tmp_path / "a.html")).code == 1
    page = (tmp_path / "a.html").read_text("utf-8")
    assert "建成中试基地" in page
    assert "3694" not in page


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_table_speaks_either_language(office: Office, lang: str) -> None:
    """The four words are those of 立、改、废、释 on a Chinese screen."""
    office.look()
    office.write(NEW)
    out = office.look("-f", "table", "--lang", lang).out
    words = ("立", "改", "废", "施行日期：2999-01-01") if lang == "zh" else ("added", "repealed")
    assert all(word in out for word in words)
