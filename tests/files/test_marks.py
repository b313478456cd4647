"""Marks in catalogues: where they stand, and what they were read from."""

from policycli.files.marks import Mark, comment, marks

TEXT = '''
[[policies]]
# check: date: no date (“2023年”)
id = "a"
title = "甲 # check: none" # check: is it one?
summary = """
# check: no mark but text
"""
documents = [
  { title = "乙" },
  { title = "丙" }, # check: its title? (“丙”); its date? (“丁”)
]
[[policies.measures]]
# check: gone
title = "戊" # check: found below the id
id = "m"
lead = "己" # check: lead
[[policies]]
id = "b"
# check: region: none
'''


def test_marks_name_their_line_record_and_key() -> None:
    """Also before the id of the record is known; what stands in a text is none."""
    assert list(marks(TEXT, "x.toml")) == [
        Mark("x.toml", 3, "a", "policies[0].date", "no date", "2023年"),
        Mark("x.toml", 5, "a", "policies[0].title", "is it one?", ""),
        Mark("x.toml", 11, "a", "policies[0].documents[1]", "its title?; its date?", "丙; 丁"),
        Mark("x.toml", 14, "a.m", "policies[0].measures[0]", "gone", ""),
        Mark("x.toml", 15, "a.m", "policies[0].measures[0].title", "found below the id", ""),
        Mark("x.toml", 17, "a.m", "policies[0].measures[0].lead", "lead", ""),
        Mark("x.toml", 20, "b", "policies[1].region", "none", ""),
    ]


def test_a_table_inside_a_record_is_no_other_record() -> None:
    """Its marks are those of the record."""
    text = '[[policies]]\nid = "a"\n[policies.source]\ntitle = "公报" # check: which?\n'
    (mark,) = marks(text, "x.toml")
    assert (mark.line, mark.id, mark.key) == (4, "a", "policies[0].source.title")


def test_a_field_is_named_with_the_id_of_its_record() -> None:
    """As people look for it."""
    fields = [mark.field for mark in marks(TEXT, "x.toml")]
    assert fields[:4] == ["a.date", "a.title", "a.documents[1]", "a.m"]


def test_a_comment_quotes_one_short_line() -> None:
    """Long words are cut."""
    assert comment("what", "甲\n乙") == "what (“甲 乙”)"
    assert len(comment("", "长" * 200)) < 100
    assert comment("what", "") == "what"
