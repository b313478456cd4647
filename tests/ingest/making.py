"""Documents of every kind, made on the spot from headings, paragraphs and tables."""

import html
from collections.abc import Callable, Iterable, Sequence
from io import BytesIO

from tests.ingest import making_ofd, making_office
from tests.ingest.making_office import Piece


def from_markdown(text: str) -> list[Piece]:
    """The pieces of a text in which ``#`` makes a heading and any other line a paragraph."""
    pieces: list[Piece] = []
    for line in text.split("\n"):
        marks, _space, title = line.partition(" ")
        if line.startswith("#"):
            pieces.append((len(marks), title))
        elif line.strip() and not line.startswith("<!--"):
            pieces.append((0, line))
    return pieces


def txt(pieces: Iterable[Piece]) -> bytes:
    """Plain text without any marks: titles have two empty lines above, others one."""
    text = ""
    for piece in pieces:
        if isinstance(piece, list):
            text += "\n".join("\t".join(row) for row in piece) + "\n"
        else:
            level, words = piece
            text += (
                f"\n\n{words}\n\n" if level == 1 else f"\n{words}\n" if level else f"    {words}\n"
            )
    return text.encode()


def html_page(pieces: Iterable[Piece]) -> bytes:
    """A page as the site of a government has it, with menus, scripts and a footer around it."""
    body = "\n".join(map(_html, pieces))
    return f"""<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>通知公告_某市科技局</title>
<script>document.write("《脚本里的办法》投入 999 亿元")</script><style>p {{}}</style></head><body>
<div class="nav"><ul><li><a href="/">首页</a></li><li><a href="/zw">政务公开</a></li></ul></div>
<div class="TRS_Editor">{body}</div>
<footer><p>主办单位：某市科技局，共 88 家网站</p></footer>
</body></html>""".encode()


def _html(piece: Piece) -> str:
    if isinstance(piece, list):
        rows = ("".join(f"<td><p>{html.escape(c)}</p></td>" for c in row) for row in piece)
        return "<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>"
    level, words = piece
    tag = f"h{level}" if level else "p"
    return f"<{tag}>{html.escape(words)}</{tag}>"


def docx(pieces: Iterable[Piece]) -> bytes:
    """A Word document with heading styles, written by python-docx."""
    from docx import Document

    document = Document()
    for piece in pieces:
        if isinstance(piece, list):
            table = document.add_table(len(piece), len(piece[0]))
            for row, cells in zip(table.rows, piece, strict=True):
                for cell, words in zip(row.cells, cells, strict=True):
                    cell.text = words
        elif piece[0]:
            document.add_heading(piece[1], piece[0])
        else:
            document.add_paragraph(piece[1])
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def pdf(
    pieces: Sequence[Piece], *, indent: bool = True, columns: int = 1, grid: bool = True
) -> bytes:
    """A printed paper of several pages with page numbers, written by reportlab.

    In two columns the first piece, a title, stands over both.
    """
    from reportlab.lib.enums import TA_CENTER
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.platypus import BalancedColumns, Paragraph, SimpleDocTemplate, Table

    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    base = {"fontName": "STSong-Light", "wordWrap": "CJK"}
    text = ParagraphStyle(
        "text", fontSize=12, leading=20, firstLineIndent=24 if indent else 0, **base
    )
    styles = {0: text} | {
        level: ParagraphStyle(
            f"h{level}", fontSize=24 - 3 * level, leading=34, alignment=TA_CENTER, **base
        )
        for level in (1, 2, 3)
    }
    flow: list[object] = []
    for piece in pieces:
        if isinstance(piece, list):
            cells = [
                [Paragraph(html.escape(c), styles[0].clone("c", firstLineIndent=0)) for c in row]
                for row in piece
            ]
            lines = [("GRID", (0, 0), (-1, -1), 0.5, "black")] if grid else []
            flow.append(Table(cells, style=lines))
        else:
            flow.append(Paragraph(html.escape(piece[1]), styles[piece[0]]))
    file = BytesIO()

    def number(canvas, document):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
        canvas.setFont("STSong-Light", 10)
        canvas.drawCentredString(A4[0] / 2, 40, f"— {document.page} —")

    paper = SimpleDocTemplate(file, pagesize=A4)
    if columns > 1:
        flow[1:] = [BalancedColumns(flow[1:], columns, innerPadding=20)]
    paper.build(flow, onFirstPage=number, onLaterPages=number)
    return file.getvalue()


MAKERS: dict[str, Callable[[list[Piece]], bytes]] = {
    ".txt": txt,
    ".html": html_page,
    ".docx": docx,
    ".pdf": pdf,
    ".rtf": making_office.rtf,
    ".odt": making_office.odt,
    ".doc": making_office.doc,
    ".ofd": making_ofd.ofd,
}
"""By the ending of the file that each of them makes."""
