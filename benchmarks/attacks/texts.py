"""Texts made to take long, and documents that are damaged: each ends within the limits."""

import io
import time
import zipfile
from collections.abc import Callable
from email.message import EmailMessage
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.attacks.programs import finished, promises_broken, run, started

__all__ = [
    "ENDINGS",
    "KINDS",
    "documents",
    "growth",
    "hostile",
    "mutated",
    "seconds",
    "text",
    "traced",
]

_HEAD = "# 铜陵市人民政府关于加快转化的意见\n\n"

KINDS: dict[str, str | Callable[[int], str]] = {
    "titles": "《甲》、",
    "open titles": "《",
    "brackets": "[",
    "open links": "[](",
    "links": "[甲](b)",
    "emphasis that never ends": "**甲 ",
    "code that never ends": " `甲",
    "paragraphs": "甲。\n\n",
    "lines": "甲\n",
    "empty lines": "\n",
    "articles": lambda n: f"第{n}条 甲。\n\n",
    "numbered points": lambda n: f"{n}. 安排资金{n}亿元。\n\n",
    "levels of headings": lambda n: "#" * (1 + n % 6) + " 甲\n\n",
    "points on one line": "（一）甲",
    "counted points": "一、",
    "figures": "安排资金3亿元、",
    "ranges": "10-20万元，",
    "growth": "增长10%以上，",
    "digits": "1",
    "dotted numbers": "1.",
    "Chinese numbers": "二十三万",
    "dates": "2023年1月1日",
    "numbers of documents": "〔2023〕1号",
    "units": "亿元",
    "bodies": "科技厅、",
    "tasks": "牵头单位：科技厅，责任单位：财政厅。2023年底前完成。\n",
    "validity": "自2023年1月1日起施行，有效期3年。",
    "rows of a table": "|一|二|\n",
    "a row without an end": "|甲",
    "parentheses": "（",
    "quotes": "“甲”",
    "tags": "<b>",
    "one word": "a",
    "addresses": "http://a.b/",
    "titles of papers": "关于印发办法的通知",
    "repeals": "《甲》同时废止，",
}
"""What is repeated; for some with its number."""

_TOKENS = (
    *"《》〔〕号第一条、：。（）[]()*`|-#%～年月日至和甲a.“”<>_~12，；！=+元万 \n\t\u3000",
    *(
        "**",
        "2023",
        "亿元",
        "不超过",
        "以上",
        "关于",
        "的通知",
        "印发",
        "科技厅",
        "市",
        "省",
        "附件",
    ),
    *(
        "责任单位",
        "http://",
        "分之",
        "增长",
        "达到",
        "左右",
        "其中",
        "分别",
        "以下",
        "有效期",
        "自",
    ),
    *(
        "起施行",
        "发布",
        "成文日期",
        "废止",
        "人民政府",
        "决定",
        "意见",
        "办法",
        "1.",
        "1.2",
        "其他",
    ),
)


def text(kind: str, size: int) -> str:
    """A text of one kind, of about ``size`` characters."""
    unit = KINDS[kind]
    if isinstance(unit, str):
        return _HEAD + unit * (size // len(unit))
    return _HEAD + "".join(map(unit, range(1, size // len(unit(9)))))


def seconds(written: str) -> float:
    """Processor time that reading, drafting and merging a text take."""
    from policycli.exchange.intake import drafts
    from policycli.ingest.merging.merge import merge
    from policycli.ingest.readers.blocks import bounded
    from policycli.ingest.readers.text import parse

    begin = time.process_time()
    merge("", drafts(list(bounded(parse(written))), "a.md"), force=False)
    return time.process_time() - begin


def growth(kind: str, size: int, times: int) -> float:
    """How many times as long a text takes that is ``times`` as long; small ones count as 20 ms."""
    few = seconds(text(kind, size))
    return seconds(text(kind, size * times)) / max(few, 0.02)


def hostile(random: Random, home: Path) -> str:
    """Import something that is repeated over and over."""
    unit = "".join(random.choice(_TOKENS) for _ in range(random.randrange(1, 7)))
    size = random.choice((10_000, 100_000))
    (home / "a.md").write_text(_HEAD + unit * (size // len(unit)), "utf-8")
    ended = run(("import", "a.md", "-o", "own.toml"), home)
    wrong = promises_broken(ended)
    if not wrong and b"takes more than" in ended.err:
        wrong = "takes more than the limit"
    return f"{unit!r} × {size}: {wrong}" if wrong else ""


ENDINGS = (
    *(".txt", ".md", ".html", ".docx", ".doc", ".wps", ".rtf", ".odt", ".pdf", ".ofd"),
    *(".xls", ".mht", ".eml", ".zip"),
    *(".exported.xlsx", ".exported.docx", ".exported.html", ".exported.md"),
)
"""Of the documents that are damaged; those that an export wrote come back another way."""


@cache
def documents() -> dict[str, bytes]:
    """A whole document of every format, by its ending."""
    import xlwt

    from policycli.exchange import FORMATS, content
    from policycli.files.members import bundled
    from policycli.files.read import read
    from tests.ingest.making import MAKERS

    pieces: list[Any] = [
        (1, "铜陵市人民政府关于加快转化的意见"),
        (0, "铜政〔2023〕5号"),
        *((0, f"{n}. 安排资金{n}亿元，由科技厅牵头，2023年底前完成。") for n in range(1, 30)),
    ]
    made = {ending: make(pieces) for ending, make in MAKERS.items()}
    policies = list(read(bundled()))[:2]
    exported = {form.ending: content(form.ending, policies, "台账") for form in FORMATS}
    made |= {f".exported{e}": exported[e] for e in (".xlsx", ".docx", ".html", ".md")}
    made |= {".md": text("numbered points", 900).encode(), ".wps": made[".doc"]}
    letter, page = EmailMessage(), EmailMessage()
    letter["Subject"] = "报送办法"
    letter.set_content("见附件。")
    letter.add_attachment(made[".docx"], "application", "octet-stream", filename="a.docx")
    page["Snapshot-Content-Location"] = "http://example.invalid/"
    page.set_content(made[".html"].decode(), "html")
    page.make_related()
    book, table = xlwt.Workbook(), io.BytesIO()
    sheet = book.add_sheet("台账")
    for row, cells in enumerate([("序号", "工作任务", "责任单位", "完成时限")] * 2):
        for column, cell in enumerate(cells):
            sheet.write(row, column, cell)
    book.save(table)
    made |= {".xls": table.getvalue(), ".mht": page.as_bytes()}
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.docx", made[".docx"])
        archive.writestr("b.txt", made[".txt"])
    return {**made, ".eml": letter.as_bytes(), ".zip": packed.getvalue()}


def mutated(ending: str, random: Random, home: Path) -> str:
    """Import a document of a format, of which some bytes are others, or missing."""
    raw = documents()[ending]
    changed = (
        _unzipped(random, raw)
        if raw[:2] == b"PK" and random.random() < 0.7
        else _changed(random, raw)
    )
    (home / f"a{ending}").write_bytes(changed)
    wrong = promises_broken(run(("import", f"a{ending}", "-o", "own.toml"), home))
    return f"{ending}: {wrong}" if wrong else ""


def traced(random: Random, home: Path) -> str:
    """Import a whole document, and look at every connection and program (needs strace)."""
    ending, raw = random.choice(list(documents().items()))
    (home / f"a{ending}").write_bytes(raw)
    log = home / "trace"
    prefix = ["strace", "-f", "-qq", "-e", "trace=connect,execve", "-o", str(log)]
    ended = finished(started(["import", f"a{ending}"], home, prefix=prefix))
    lines = log.read_text("utf-8", "replace").splitlines()
    wrong = [line for line in lines if "AF_INET" in line]
    wrong += [line for line in lines if "execve(" in line and "python" not in line]
    return "; ".join(filter(None, [promises_broken(ended), *wrong]))


def _unzipped(random: Random, raw: bytes) -> bytes:
    """The same with a part of the archive changed, so that the damage is behind its checksums."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(out, "w") as new:
        chosen = random.choice(old.namelist())
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, _changed(random, part) if name == chosen and part else part)
    return out.getvalue()


def _changed(random: Random, raw: bytes) -> bytes:
    changed = bytearray(raw)
    for _ in range(random.choice((1, 4, 32))):
        at = random.randrange(len(changed))
        match random.randrange(4):
            case 0:
                changed[at] ^= 1 << random.randrange(8)
            case 1:
                changed[at : at + random.randrange(64)] = b""
            case 2:
                changed[at:at] = bytes(random.randrange(256) for _ in range(random.randrange(64)))
            case _:
                changed[at : at + 4] = random.choice((b"\xff" * 4, b"\0" * 4, b"\x7f\xff\xff\xff"))
        changed = changed or bytearray(b"\0")
    return bytes(changed)
