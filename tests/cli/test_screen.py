"""``policy screen`` in processes of its own."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import PROGRAM, Run

NONE = "高熵合金涂层的循环氧化试验。不涉及人体试验。"
REVIEW = "招募三十名志愿者佩戴手环，比较两种算法。"
EXPERT = "城区开放道路的L4级自动驾驶，系统自行决策，无须安全员接管，载客运营。"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three projects, and something that is none."""
    for name, text in (("a", NONE), ("b", REVIEW), ("c", EXPERT)):
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
    (tmp_path / "x.bin").write_bytes(b"\x00")
    return tmp_path


def test_exit_codes(policy: Run, folder: Path) -> None:
    """0 where nothing is needed, 1 where something is, 2 where a file cannot be read."""
    assert policy("screen", str(folder / "a.txt")).code == 0
    assert policy("screen", str(folder / "b.txt")).code == 1
    missing = policy("screen", str(folder / "no.txt"))
    assert missing.code == 2
    assert "no such file" in missing.err


def test_a_paper_that_cannot_be_written_is_said_before_anything_is_read(
    policy: Run, folder: Path
) -> None:
    """A folder of projects takes its time; and where nothing could be read there is no paper."""
    paper = folder / "advice.md"
    missing = (str(folder / "no.txt"), str(folder / "none.txt"))
    none = policy("screen", *missing, "-o", str(paper))
    assert (none.code, paper.exists(), "Wrote" in none.err) == (2, False, False)
    paper.write_text("mine", "utf-8")
    taken = policy("screen", *missing, "-o", str(paper))
    assert (taken.code, taken.err.count("\n")) == (2, 1)
    assert "--force overwrites it" in taken.err


def test_json_keys_are_frozen(policy: Run, folder: Path) -> None:
    """What scripts lean on stays."""
    found = json.loads(policy("screen", str(folder / "c.txt"), "--json").out)["results"][0]
    assert list(found) == [
        "file",
        "title",
        "verdict",
        "triggers",
        "questions",
        "evidence",
        "procedures",
        "application",
        "besides",
        "region",
    ]
    assert found["verdict"] == "expert-review"
    keys = ["code", "rule", "article", "procedure", "words", "spans"]
    assert list(found["triggers"][0]) == keys
    assert list(found["evidence"][0]) == ["code", "words", "span", "standing", "because"]
    assert found["besides"][0]["number"] == "工信部联科〔2026〕75号"


def test_a_folder_is_a_table(policy: Run, folder: Path) -> None:
    """A row a project, and what is no document is said."""
    done = policy("screen", str(folder), "-f", "csv")
    rows = [line.split(",")[1] for line in done.out.splitlines()[1:]]
    assert rows == ["none", "review", "expert-review"]
    assert "x.bin" in done.err
    assert done.code == 1


def test_standard_input_is_read(folder: Path, environment: dict[str, str]) -> None:
    """A pipe is screened in a process of its own."""
    import subprocess

    done = subprocess.run(
        [*PROGRAM, "screen", "-", "--json", "--lang", "zh"],
        input=REVIEW.encode(),
        env=environment,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1
    trigger = json.loads(done.stdout)["results"][0]["triggers"][0]
    assert trigger["code"] == "human-participants"
    assert all(words in REVIEW for words in trigger["words"])
    assert folder.exists()


def test_the_way_in_a_region(policy: Run, folder: Path) -> None:
    """Zhejiang's steps name the records that say so; other regions are not made up."""
    done = policy("screen", str(folder / "b.txt"), "--region", "浙江", "-f", "table")
    assert "zhejiang.review-centres" in done.out
    other = policy("screen", str(folder / "b.txt"), "--region", "贵州")
    assert other.code == 2
    assert "Zhejiang" in other.err


@pytest.mark.parametrize("ending", ["docx", "html", "md"])
def test_a_paper_to_sign(policy: Run, folder: Path, ending: str) -> None:
    """The report reads back with verdict, reason and place to sign, and is not overwritten."""
    from policycli.ethics.papers import description

    path = str(folder / f"report.{ending}")
    done = policy("screen", str(folder / "c.txt"), "-o", path, "--lang", "zh")
    assert done.code == 1
    text = description(path)
    for words in ("科技伦理审查建议", "需要伦理审查和专家复核", "专家复核清单第7项", "签字"):
        assert words in text
    assert policy("screen", str(folder / "c.txt"), "-o", path).code == 2


def test_a_clean_paper_says_so(policy: Run, folder: Path) -> None:
    """A project without evidence gets no list of what to hand in."""
    path = folder / "report.md"
    assert policy("screen", str(folder / "a.txt"), "-o", str(path)).code == 0
    text = path.read_text("utf-8")
    assert "no review found to be needed" in text
    assert "application" not in text
    assert "denied" in text


def test_a_question_is_shown(policy: Run, tmp_path: Path) -> None:
    """What has to be clarified stands on the card and in the paper."""
    file = tmp_path / "d.txt"
    file.write_text("研制敷料，必要时开展动物实验。", "utf-8")
    done = policy("screen", str(file), "-f", "table", "--lang", "zh")
    assert "是否使用实验动物" in done.out
    assert policy("screen", str(file), "-o", str(tmp_path / "d.md"), "--lang", "zh").code == 1
    assert "待澄清" in (tmp_path / "d.md").read_text("utf-8")


def test_rules_with_faults_are_told(policy: Run, folder: Path) -> None:
    """A file of rules is checked as catalogues are."""
    own = folder / "own.toml"
    own.write_text('[[signs]]\nrule = "animals"\nword = ["犬"]\n', "utf-8")
    done = policy("screen", str(folder / "a.txt"), "--rules", str(own))
    assert done.code == 2
    assert "own.toml:3: signs[0].word: unknown key; did you mean words?" in done.err


def test_regions_complete(process: Run) -> None:
    """A shell completes the regions that have a way of review."""
    done = process(
        COMP_WORDS="policy screen --region zhe", COMP_CWORD="3", _POLICY_COMPLETE="bash_complete"
    )
    assert "Zhejiang" in done.out
