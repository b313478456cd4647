"""Letters and mails give who wrote, when, about what, and the text."""

from email.message import EmailMessage

import pytest

from policycli.errors import DocumentError
from policycli.ingest.extract.letter import Letter, read

FORM = """\
标题：设备折旧能否计入成本
来信人：李四
单位：某市纺织研究所
日期：2026年7月3日 10:22

我所设备较旧。

附言：日期：不是标题行。
"""
MAIL = """\
From: 李四 <li@example.cn>
To: office@example.cn
Date: Fri, 3 Jul 2026 10:22:00 +0800
Subject: 设备折旧

我所设备较旧。
"""


def test_a_form() -> None:
    """Heads in Chinese; what stands under them is text, whatever it looks like."""
    text = "我所设备较旧。\n\n附言：日期：不是标题行。"
    assert read(FORM.encode()) == Letter(
        "设备折旧能否计入成本", text, "某市纺织研究所 李四", "2026-07-03"
    )
    assert read(FORM.encode("gb18030")) == read(FORM.encode())


def test_heads_of_mail_in_plain_text() -> None:
    """As a mail is pasted; of an address with a name the name is kept."""
    assert read(MAIL.encode()) == Letter("设备折旧", "我所设备较旧。", "李四", "2026-07-03")
    assert read(MAIL.replace("\n", "\r\n").encode()) == read(MAIL.encode())


@pytest.mark.parametrize(
    ("subtype", "body"), [("plain", "第一行\n第二行"), ("html", "<p>第一行</p>第二行")]
)
def test_a_mail_as_it_is_sent(subtype: str, body: str) -> None:
    """Encoded heads and a body in base64 and GB 18030."""
    message = EmailMessage()
    message["Subject"], message["From"] = "成果作价入股", "王五 <w@example.cn>"
    message["Date"] = "Wed, 1 Jul 2026 23:59:00 +0800"
    message.set_content(body, subtype=subtype, charset="gb18030", cte="base64")
    letter = read(message.as_bytes())
    assert (letter.title, letter.sender, letter.date) == ("成果作价入股", "王五", "2026-07-01")
    assert letter.text.split("\n") == ["第一行", "第二行"]


def test_a_text_without_heads() -> None:
    """Its first sentence is the title, and nothing else is made up."""
    letter = read("台账在哪里查？我单位找不到。\n".encode())
    assert letter == Letter("台账在哪里查", "台账在哪里查？我单位找不到。")


def test_a_head_that_begins_the_text() -> None:
    """``问题内容：`` and what follows it on the same line."""
    assert read("标题：甲\n问题内容：乙\n丙".encode()) == Letter("甲", "乙\n丙")


@pytest.mark.parametrize("raw", [b"", b" \n\n", "日期：2026-07-01\n".encode()])
def test_an_empty_letter_is_refused(raw: bytes) -> None:
    """It has nothing to be called by."""
    with pytest.raises(DocumentError, match="the letter is empty"):
        read(raw)


@pytest.mark.parametrize("date", ["昨天", "2026年13月1日", "2026年"])
def test_a_date_that_is_none(date: str) -> None:
    """Nothing is guessed."""
    assert read(f"标题：甲\n日期：{date}\n\n乙".encode()).date == ""
