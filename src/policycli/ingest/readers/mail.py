"""Letters (.eml) → the papers attached to them; without any, the letter itself is one."""

import re
from collections.abc import Iterator
from email.message import EmailMessage, MIMEPart
from email.parser import BytesParser
from email.policy import default

from policycli.ingest.readers.decode import decode
from policycli.ingest.readers.parts import Part, named
from policycli.language import _

__all__ = ["body", "opened", "parts"]

_FILE_NAME = re.compile(rb"""name="?([^";\r\n]+)""")


def opened(raw: bytes) -> EmailMessage:
    """A message with its parts."""
    return BytesParser(EmailMessage, policy=default).parsebytes(raw)


def parts(raw: bytes) -> Iterator[Part]:
    """What is attached, those that are no papers only named; then the letter, if it is read."""
    message = opened(raw)
    attached = [_attached(part) for part in message.iter_attachments()]
    yield from attached
    letter = body(message)
    if letter is None:
        return
    if any(not part.error for part in attached):
        why = _("is the letter around the papers attached to it")
        yield letter._replace(raw=b"", error=why, skipped=True)
    else:
        yield letter


def _attached(message: EmailMessage) -> Part:
    if message.get_content_type() == "message/rfc822":
        content = message.get_content()
        subject = content.get("subject") or _("letter")
        return Part(f"{_plain(subject)}.eml", content.as_bytes())
    part = named(_plain(_name(message) or _("untitled")))
    return part if part.error else part._replace(raw=_content(message))


def _content(message: MIMEPart) -> bytes:
    content = message.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _name(message: EmailMessage) -> str:
    """The name of an attachment; old programs write it in GBK, which no header allows."""
    for _header, value in message.raw_items():
        raw = str(value).encode("utf-8", "surrogateescape")
        found = _FILE_NAME.search(raw)
        if found and not raw.isascii():
            return decode(found[1])
    return message.get_filename() or ""


def _plain(name: str) -> str:
    """A name that leads into no folder."""
    return name.replace("/", "-").replace("\\", "-")


def body(message: EmailMessage) -> Part | None:
    """The text of a message, as a page where there is one."""
    found = message.get_body(("html", "plain"))
    if found is None:
        return None
    raw = _content(found)
    charset = found.get_content_charset()
    if charset and charset.startswith(("gb", "big5")):
        raw = raw.decode("gb18030" if charset.startswith("gb") else charset, "replace").encode()
    return Part("letter.html" if found.get_content_subtype() == "html" else "letter.txt", raw)
