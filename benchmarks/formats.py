"""How whole a paper comes out of each format: its characters, and what is found in it.

``python benchmarks/formats.py``, in a checkout that has the papers beside it. One paper in several
formats is compared with its text, and with what is found in the same paper as .docx. Scans are
read where ``policycli[ocr]`` is installed. Exits with 1 where less than the goal comes out.
"""

import sys
import tempfile
from collections.abc import Iterator
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path

from rapidfuzz.distance import Levenshtein

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from policycli.exchange.intake import drafts  # noqa: E402
from policycli.ingest.readers.read import read  # noqa: E402
from tests.ingest.making import MAKERS  # noqa: E402

PAPERS = ROOT.parent / "shared" / "papers" / "formats"
GOAL, SCANNED = 0.995, 0.97

Facts = list[tuple[str, str, str, tuple[str, ...], int]]
"""Of every policy its title, number, date, issuers, and how many measures it has."""


def characters(path: Path, truth: str) -> float:
    """The share of the characters of a text that were read, in their order."""
    blocks = [block for block in read(str(path)) if block.kind != "missing"]
    text = "".join(block.text + "".join("".join(row) for row in block.rows) for block in blocks)
    wanted = "".join(truth.split())
    return 1 - Levenshtein.distance("".join(text.split()), wanted) / len(wanted)


def facts(path: Path) -> Facts:
    """What is found in a document."""
    found = (draft.policy for draft in drafts(read(str(path)), str(path)))
    return [(p.title, p.doc_number, p.date, p.issuers, len(p.measures)) for p in found]


def papers(folder: Path, truth: str) -> Iterator[tuple[Path, float]]:
    """The paper in each format, those that are there and those made of its text, and the goal."""
    for ending in (".doc", ".rtf", ".odt"):
        yield PAPERS / f"gov31_b{ending}", GOAL
    pieces = [(0, line) for line in truth.split("\n")]
    for ending in (".docx", ".doc", ".rtf", ".odt", ".ofd"):
        path = folder / f"made{ending}"
        path.write_bytes(MAKERS[ending](list(pieces)))
        yield path, GOAL
    if find_spec("rapidocr"):
        path = folder / "scanned.pdf"
        path.write_bytes(scanned(PAPERS / "gov31_b.pdf"))
        yield path, SCANNED


def scanned(path: Path) -> bytes:
    """The pages of a PDF as pictures."""
    import pdfplumber

    with pdfplumber.open(path) as pdf:
        first, *others = (page.to_image(resolution=200).original.convert("L") for page in pdf.pages)
    file = BytesIO()
    first.save(file, "PDF", save_all=True, append_images=others, resolution=200)
    return file.getvalue()


def main() -> int:
    """Measure every format and print it."""
    truth = (PAPERS / "gov31_truth.txt").read_text("utf-8", "replace")
    good = True
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "same.docx").write_bytes(
            MAKERS[".docx"]([(0, line) for line in truth.split("\n")])
        )
        same = facts(folder / "same.docx")
        for path, goal in papers(folder, truth):
            share, equal = characters(path, truth), facts(path) == same
            print(f"{path.name:12} characters {share:.4f}, facts {'equal' if equal else 'differ'}")
            good &= share >= goal and equal
    for number in (1, 2) if find_spec("rapidocr") else ():
        text = (PAPERS / f"g31-{number}.txt").read_text("utf-8")
        share = characters(PAPERS / f"g31-{number}_scan.jpg", text)
        print(f"scan {number:<7} characters {share:.4f}")
        good &= share >= SCANNED
    return int(not good)


if __name__ == "__main__":
    sys.exit(main())
