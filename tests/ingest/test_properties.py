"""What holds for every document, whatever is in it."""

from contextlib import suppress

import tomli
from hypothesis import given, settings
from hypothesis import strategies as st

from policycli.errors import DocumentError
from policycli.exchange.intake import drafts
from policycli.files.validate import read_catalogue
from policycli.ingest.readers import docx, html
from policycli.ingest.readers import text as text_reader
from policycli.ingest.readers.blocks import bounded
from tests.ingest.merged import merged

PIECES = (
    "# ",
    "## ",
    "\n",
    "\n\n\n",
    "一、",
    "（一）",
    "1. ",
    "第一条　",
    "第二条之一",
    "第三章 ",
    "一是",
    "二是",
    "《",
    "》",
    "〈",
    "根据",
    "废止",
    "关于",
    "的通知",
    "某市",
    "铜陵市人民政府",
    "2023年",
    "5月1日",
    "今年",
    "3亿元",
    "超过",
    "百分之五",
    "10至20家",
    "二十",
    "。",
    "，",
    "；",
    "：",
    "责任单位：",
    "、",
    '"""',
    "\\",
    "'",
    "#",
    "| a | b |\n",
    "|---|\n",
    "某政发〔2023〕12号",
    "自",
    "起施行",
    "有效期5年",
    "\u202e",
    "\x1b",
    "𠮷",
)
PAPERS = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=4)), max_size=40).map("".join)


@settings(max_examples=120, deadline=None)
@given(PAPERS)
def test_any_text_makes_a_sound_catalogue(text: str) -> None:
    """It is read back without faults, as it was drafted, and importing again changes nothing."""
    blocks = list(bounded(text_reader.parse(text)))
    made = drafts(blocks, "x.txt") if blocks else []
    written = merged("", made)
    notes: list[object] = []
    policies = read_catalogue(tomli.loads(written.text), lambda *note: notes.append(note))
    assert not notes
    pairs = zip(made, written.done, strict=True)
    assert [p._replace(id="") for p in policies] == [
        draft.policy._replace(id="") for draft, done in pairs if done.how == "new"
    ]
    assert merged(written.text, made).text == written.text


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_end_well(raw: bytes) -> None:
    """As text, as a page or as a Word document: blocks, or one sentence."""
    for reader in (text_reader.read, html.read, docx.read):
        with suppress(DocumentError):
            list(reader(raw))
