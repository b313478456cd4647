"""A letter or mail → who wrote it, when, about what, and the text.

Heads are those of mail (``Subject:``) or of a form (``标题：``, ``来信人：``, ``日期：``), in any
order, each on a line before the text. What is no head is text.
"""

import re
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr, parsedate
from typing import NamedTuple

from policycli.errors import DocumentError
from policycli.ingest.readers.decode import decode
from policycli.language import _
from policycli.text.dates import iso

__all__ = ["Letter", "read"]

_HEADS = {
    "title": ("subject", "标题", "主题", "题目", "事由"),
    "sender": ("from", "发件人", "来信人", "反映人", "写信人", "姓名"),
    "unit": ("单位", "反映单位", "来信单位", "所在单位", "工作单位"),
    "date": (
        "date",
        "sent",
        "日期",
        "时间",
        "来信日期",
        "来信时间",
        "发件时间",
        "发送时间",
        "收到日期",
    ),
    "": ("to", "cc", "收件人", "抄送"),
    "text": ("正文", "内容", "问题内容", "text"),
}
_KNOWN = {name: key for key, names in _HEADS.items() for name in names}
_HEAD = re.compile(r"\s*([A-Za-z一-鿿]{2,5}|[Ss]ubject)\s*[:：]\s*(.*)")
_MAIL = re.compile(rb"(?im)^(mime-version|content-type|content-transfer-encoding)\s*:")
_DAY = re.compile(r"\d{4}\s*[年/.-]\s*\d{1,2}\s*[月/.-]\s*\d{1,2}")
_SENTENCE = re.compile(r"[。！？；\n]")
_LONGEST = 30  # characters of a title that is made of the text


class Letter(NamedTuple):
    """What a letter says.

    Attributes:
        title: Its subject; where it names none, how its text begins.
        sender: A person, a body, or both.
        date: ``2026-07-01``; empty where it bears none.
    """

    title: str
    text: str
    sender: str = ""
    date: str = ""


def read(raw: bytes) -> Letter:
    """The letter that a text is, with or without heads.

    Raises:
        DocumentError: It is in no encoding known here, or says nothing.
    """
    mail = _mail(raw) if _MAIL.search(raw.replace(b"\r\n", b"\n").split(b"\n\n")[0]) else None
    heads, text = mail or _parted(decode(raw))
    title = heads.get("title", "") or _SENTENCE.split(text.strip())[0][:_LONGEST]
    if not title:
        raise DocumentError(_("the letter is empty"))
    sender = " ".join(filter(None, (heads.get("unit", ""), _name(heads.get("sender", "")))))
    return Letter(title, text.strip(), sender, _day(heads.get("date", "")))


def _mail(raw: bytes) -> tuple[dict[str, str], str]:
    """The heads of a MIME message, decoded, and its plain text."""
    message = message_from_bytes(raw, _class=EmailMessage, policy=policy.default)
    heads = {key: str(message[name]) for name, key in _KNOWN.items() if message[name]}
    body = message.get_body(("plain", "html"))
    text = body.get_content() if body else ""
    if body and body.get_content_subtype() == "html":
        text = re.sub(r"<[^>]+>", "", re.sub(r"<(br|/p|/div)\b[^>]*>", "\n", text))
    return heads, text


def _parted(text: str) -> tuple[dict[str, str], str]:
    """The heads of a text, by what they are, and what stands under them."""
    heads: dict[str, str] = {}
    lines = text.strip().splitlines()
    for at, line in enumerate(lines):
        head = _HEAD.fullmatch(line)
        key = _KNOWN.get(head[1].lower()) if head else None
        if head is None or key is None:
            return heads, "\n".join(lines[at:])
        if key == "text":
            return heads, "\n".join([head[2], *lines[at + 1 :]])
        heads.setdefault(key, head[2].strip())
    return heads, ""


def _name(sender: str) -> str:
    """Of ``张三 <z@example.cn>`` the name."""
    name, address = parseaddr(sender) if "@" in sender else (sender, "")
    return name or address


def _day(date: str) -> str:
    """The day in 2026年7月1日 9:30 or Wed, 1 Jul 2026 09:30:00 +0800; else nothing."""
    if found := _DAY.search(date):
        return iso(re.sub(r"\s*[年月/.-]\s*", "-", found[0]))
    parts = parsedate(date)
    return "{:04}-{:02}-{:02}".format(*parts) if parts else ""
