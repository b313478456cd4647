"""What is wrong in a TOML catalogue is said in one line each, with file, line and key."""

from collections.abc import Callable
from pathlib import Path

import pytest

from policycli.files.read import read
from policycli.records.model import Figure, Region, Source, Step

HEAD = """\
[[policies]]
id = "a"
title = "甲"
"""
MEASURE = """
[[policies.measures]]
id = "m"
title = "乙"
summary = "丙"
"""

Faults = Callable[[str, bytes | str], list[str]]


def test_a_right_file_becomes_records_in_its_order(tmp_path: Path) -> None:
    """Every kind of value arrives as its record, lists as tuples, TOML dates as text."""
    file = tmp_path / "right.toml"
    file.write_text(
        HEAD
        + """
date = 2023-05-31
region = { code = "520000", name = "贵州省" }
source = { title = "公报", retrieved = 2024-01-02 }
"""
        + MEASURE
        + """
steps = [{ action = "审查", actor = "委员会" }]
figures = [{ indicator = "经费", value = 4, unit = "亿元", op = ">=", period = "2022/" }]
deadline = "2027年底前"
""",
        "utf-8",
    )
    (policy,) = read(str(file))
    assert policy.date == "2023-05-31"
    assert policy.region == Region("520000", "贵州省")
    assert policy.source == Source("公报", retrieved="2024-01-02")
    (measure,) = policy.measures
    assert measure.steps == (Step("审查", "委员会"),)
    assert measure.figures == (Figure("经费", 4, "亿元", ">=", "2022/"),)
    assert measure.deadline == "2027年底前"


def test_an_empty_file_and_a_byte_order_mark_are_no_faults(tmp_path: Path) -> None:
    """Editors on Windows begin a file with a BOM, and a new catalogue is empty."""
    file = tmp_path / "new.toml"
    file.write_bytes(b"")
    assert list(read(str(file))) == []
    file.write_bytes(b"\xef\xbb\xbf" + HEAD.encode())
    assert [policy.id for policy in read(str(file))] == ["a"]


@pytest.mark.parametrize(
    ("lines", "fault"),
    [
        ('titel = "x"', "4: policies[0].titel: unknown key; did you mean title?"),
        ("x" * 99 + " = 1", "4: policies[0].'" + "x" * 43 + "…: unknown key"),
        ("bogus = 1", "4: policies[0].bogus: unknown key"),
        ('"\\u001b[2J" = 1', "1: policies[0].'\\x1b[2J': unknown key"),
        ("aliases = 3", "4: policies[0].aliases: must be a list, not a number"),
        ('aliases = ["x", ""]', "4: policies[0].aliases[1]: is empty"),
        ("aliases = [true]", "4: policies[0].aliases[0]: must be text, not true or false"),
        ("level = 1.5", "4: policies[0].level: must be text, not a number"),
        ("level = 2023-05-31", "4: policies[0].level: must be text, not a date"),
        ("date = 2023", "4: policies[0].date: must be text, not a number"),
        ("date = 2023-05-31T08:00:00Z", "4: policies[0].date: must be text, not a time"),
        (
            'date = "2023.5"',
            "4: policies[0].date: '2023.5' is not a date: write 2023, 2023-05 or 2023-05-31",
        ),
        ('date = "2023-02-30"', "4: policies[0].date: '2023-02-30' is not in the calendar"),
        ('date = "2023-13"', "4: policies[0].date: '2023-13' is not in the calendar"),
        (
            'in_force_from = "20230531"',
            (
                "4: policies[0].in_force_from: '20230531' is not a date: "
                "write 2023, 2023-05 or 2023-05-31"
            ),
        ),
        (
            'status = "in force"',
            (
                "4: policies[0].status: 'in force' is not one of "
                "in-force, not-yet, amended, repealed, unknown"
            ),
        ),
        ('region = "贵州"', "4: policies[0].region: must be a table, not text"),
        ('region = { code = "520000" }', "4: policies[0].region.name: is missing"),
        (
            'region = { code = "52", name = "贵州" }',
            "4: policies[0].region.code: '52' is not a code of GB/T 2260: write six digits",
        ),
        ('documents = ["x"]', "4: policies[0].documents[0]: must be a table, not text"),
        (
            'documents = [{ title = "x", role = "base" }]',
            (
                "4: policies[0].documents[0].role: 'base' is not one of "
                "issued, amended, repealed, basis, cited"
            ),
        ),
        (
            'relations = [\n{ type = "cites", target = "x" },\n{ type = "cite", target = "x" },\n]',
            (
                "6: policies[0].relations[1].type: 'cite' is not one of based_on, applies, "
                "amends, repeals, consolidates, corrects, cites, is_part_of, related_to, "
                "forwards, interprets"
            ),
        ),
    ],
)
def test_a_fault_of_a_policy(faults_of: Faults, lines: str, fault: str) -> None:
    """Each mistake in a policy is one line."""
    assert faults_of("x.toml", HEAD + lines) == [f"x.toml:{fault}"]


@pytest.mark.parametrize(
    ("lines", "fault"),
    [
        (
            'instrument = "PI33"',
            "9: {}.instrument: 'PI33' is not an instrument: write PI and 3 digits",
        ),
        (
            'end = "供给端"',
            "9: {}.end: '供给端' is not one of supply, service, demand, environment",
        ),
        ('text = "丁"', "5: {}: has both summary and text: keep one"),
        ('steps = [{ actor = "甲" }]', "9: {}.steps[0].action: is missing"),
        ('targets = "企业"', "9: {}.targets: must be a list, not text"),
        ("deadline = 2027", "9: {}.deadline: must be text, not a number"),
    ],
)
def test_a_fault_of_a_measure(faults_of: Faults, lines: str, fault: str) -> None:
    """Each mistake in a measure is one line, with the way to it through its policy."""
    where = "policies[0].measures[0]"
    assert faults_of("x.toml", HEAD + MEASURE + lines) == [f"x.toml:{fault.format(where)}"]


NUMBER = "must be a finite number of at most 15 digits"
PERIOD = "is not a period: write 2023, 2022/, /2023 or 2022-05/2023"


@pytest.mark.parametrize(
    ("key", "value", "what"),
    [
        ("value", "nan", NUMBER),
        ("value", "-inf", NUMBER),
        ("value", "1e15", NUMBER),
        ("value", "9" * 400, NUMBER),
        ("value", "true", "must be a number, not true or false"),
        ("value", '"4"', "must be a number, not text"),
        ("unit", '" "', "is empty"),
        ("op", '"=>"', "'=>' is not one of =, >, >=, <, <=, ~"),
        ("op", '""', "'' is not one of =, >, >=, <, <=, ~"),
        ("op", "[]", "must be text, not a list"),
        ("kind", '"sum"', "'sum' is not one of budget, target, actual, growth, count"),
        ("period", '"2023年"', f"'2023年' {PERIOD}"),
        ("period", '"/"', f"'/' {PERIOD}"),
        ("period", '"2022/2023/2024"', f"'2022/2023/2024' {PERIOD}"),
        ("period", '"2023-00/"', "'2023-00/' is not in the calendar"),
        ("period", '"2023-08/2023-01"', "'2023-08/2023-01' ends before it begins"),
    ],
)
def test_a_fault_of_a_figure(faults_of: Faults, key: str, value: str, what: str) -> None:
    """Each mistake in a figure is one line; nan, infinities and giants are no figures."""
    figure = {"indicator": '"经费"', "value": "4", "unit": '"亿元"', key: value}
    table = "\n[[policies.measures.figures]]\n" + "\n".join(f"{k} = {v}" for k, v in figure.items())
    line = 11 + list(figure).index(key)
    place = f"x.toml:{line}: policies[0].measures[0].figures[0].{key}"
    assert faults_of("x.toml", HEAD + MEASURE + table) == [f"{place}: {what}"]


@pytest.mark.parametrize("period", ["2023", "2023-01", "2022/", "/2023-05-31", "2023-05/2023"])
def test_periods_may_be_open_and_of_mixed_exactness(tmp_path: Path, period: str) -> None:
    """May to the end of 2023 is a period, although "2023-05" sorts after "2023"."""
    file = tmp_path / "x.toml"
    figure = f'figures = [{{ indicator = "i", value = 1, unit = "家", period = "{period}" }}]'
    file.write_text(HEAD + MEASURE + figure, "utf-8")
    (policy,) = read(str(file))
    assert policy.measures[0].figures[0].period == period


@pytest.mark.parametrize("bad", ["", "A", "-a", "a.b", "a b", "甲", "a\x00", "a\n"])
def test_ids_are_slugs(faults_of: Faults, bad: str) -> None:
    """An id is lower-case letters, digits and hyphens, whatever else is tried."""
    quoted = '"' + bad.replace("\n", "\\n").replace("\x00", "\\u0000") + '"'
    (fault,) = faults_of("x.toml", f'[[policies]]\ntitle = "甲"\nid = {quoted}')
    what = "is not an id: write a-z, 0-9 and hyphens, as in talent-fund"
    assert fault == "x.toml:3: policies[0].id: " + (f"{bad!r} {what}" if bad else "is empty")


def test_the_same_id_twice_names_the_first(faults_of: Faults) -> None:
    """Policies of a file and measures of a policy each have an id of their own."""
    assert faults_of("x.toml", HEAD + MEASURE + MEASURE + HEAD) == [
        "x.toml:11: policies[0].measures[1].id: 'm' is already the id of measures[0]",
        "x.toml:15: policies[1].id: 'a' is already the id of policies[0]",
    ]


def test_every_fault_is_told_at_once_in_the_order_of_the_lines(faults_of: Faults) -> None:
    """One run shows all there is to mend, missing keys at the table that lacks them."""
    content = """\
schema = 1

[[policies]]
titel = "甲"
# [[policies]] in a comment and in long text opens nothing
summary = \"\"\"
[[policies]]
id = 3\"\"\"

[policies.region]
code = "1"

[[policies.measures]]
id = "m"
figures = [
  { indicator = "i", value = 1, unit = "家" },
  { indicator = "i", value = 1 },
]

[[policies.measures]]
"""
    assert faults_of("x.toml", content) == [
        "x.toml:1: schema: unknown key",
        "x.toml:3: policies[0].id: is missing",
        "x.toml:3: policies[0].title: is missing",
        "x.toml:4: policies[0].titel: unknown key; did you mean title?",
        "x.toml:10: policies[0].region.name: is missing",
        "x.toml:11: policies[0].region.code: '1' is not a code of GB/T 2260: write six digits",
        "x.toml:13: policies[0].measures[0].title: is missing",
        "x.toml:13: policies[0].measures[0]: needs one of summary and text",
        "x.toml:17: policies[0].measures[0].figures[1].unit: is missing",
        "x.toml:20: policies[0].measures[1].id: is missing",
        "x.toml:20: policies[0].measures[1].title: is missing",
        "x.toml:20: policies[0].measures[1]: needs one of summary and text",
    ]


def test_of_very_many_faults_a_hundred_are_told(faults_of: Faults) -> None:
    """A wrong file as long as a book does not bury the terminal."""
    found = faults_of("x.toml", f"policies = [{'1, ' * 250}]")
    assert len(found) == 101
    assert found[99] == "x.toml:1: policies[99]: must be a table, not a number"
    assert found[100] == "x.toml: 150 more faults are not shown"


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        ('[[policies]]\nid = "a', "x.toml:2: not TOML: "),
        ("[[policies]]\ndate = 2023-02-30", "x.toml:2: not TOML: "),
        ('[[policies]]\nid = "a"\nid = "b"', "x.toml:3: not TOML: "),
        ("policies = " + "[" * 100_000, "x.toml: not a catalogue: "),
        ("policies = " + "9" * 5_000, "x.toml: not a catalogue: "),
        ("policies = 3", "x.toml:1: policies: must be a list, not a number"),
        ("policies = [[]]", "x.toml:1: policies[0]: must be a table, not a list"),
        ("\x00", "x.toml:1: not TOML: "),
    ],
)
def test_what_is_no_catalogue_says_so(faults_of: Faults, content: str, fault: str) -> None:
    """Syntax, TOML's own rules, wrong shapes and endless nesting are one line each."""
    (found,) = faults_of("x.toml", content)
    assert found.startswith(fault)
