"""How much of real papers ``policy import`` gets, against what people took out by hand.

``python benchmarks/ingest.py``, in an environment with the development tools. The bulletins are
made into each kind of document and compared with the bundled catalogue; every law of the bench is
written as text and its articles are compared; then come the formats (``formats.py``), and time and
memory (``folders.py``), which is all that is measured where the data is not beside the checkout.
Exits with 1 where less than the goal comes out.
"""

import gzip
import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks import folders, formats  # noqa: E402
from policycli.exchange.intake import drafts  # noqa: E402
from policycli.files.read import read as read_catalogue  # noqa: E402
from policycli.ingest.readers.read import read  # noqa: E402
from policycli.ingest.readers.text import parse  # noqa: E402
from policycli.records.model import Policy  # noqa: E402
from tests.ingest.making import MAKERS, from_markdown, pdf  # noqa: E402

BULLETINS = ROOT.parent / "shared" / "bulletins.md"
LAWS = ROOT.parent / "shared" / "bench" / "laws.jsonl.gz"
GOALS = {"figures": 0.95, "documents": 0.98, "articles": 0.99}

Count = tuple[int, int]  # found, out of


class Result(NamedTuple):
    """What came out of one kind of document.

    Attributes:
        figures: By value and unit, each as often as the catalogue has it in its policy.
        documents: Those that the bulletin has in 《》.
        others: Those that the catalogue names and the bulletin has without 《》.
        drafted: Figures drafted in all, also those that the catalogue does not have.
    """

    policies: int
    figures: Count
    documents: Count
    others: Count
    drafted: int
    seconds: float


def share(count: Count) -> float:
    """Found out of all."""
    return count[0] / count[1]


def bulletins(ending: str, folder: Path) -> Result:
    """Make the bulletins a document of this kind, and compare what comes out of it."""
    path = folder / f"bulletins{ending}"
    path.write_bytes(MAKERS[ending](from_markdown(BULLETINS.read_text("utf-8"))))
    return compared(path)


def printed(folder: Path) -> Iterator[tuple[str, Path]]:
    """The bulletins as PDFs that other programs make, and in two columns."""
    pieces = from_markdown(BULLETINS.read_text("utf-8"))
    columns = folder / "columns.pdf"
    columns.write_bytes(pdf(pieces, columns=2))
    yield "in two columns", columns
    word, page = folder / "word.docx", folder / "page.html"
    word.write_bytes(MAKERS[".docx"](pieces))
    page.write_bytes(MAKERS[".html"](pieces))
    office = ("--headless", "--convert-to", "pdf", "--outdir", str(folder), str(word))
    browser = ("--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/browser")
    printer = (*browser, f"--print-to-pdf={folder}/page.pdf", page.as_uri())
    for program, arguments, made in (
        ("soffice", office, word.with_suffix(".pdf")),
        ("chromium", printer, page.with_suffix(".pdf")),
    ):
        if shutil.which(program):
            subprocess.run([program, *arguments], capture_output=True, check=True, timeout=120)
            yield f"printed by {program}", made


def compared(path: Path) -> Result:
    """What comes out of a document that holds the bulletins."""
    source = BULLETINS.read_text("utf-8")
    begun = time.perf_counter()
    drafted = [draft.policy for draft in drafts(read(str(path)), str(path))]
    seconds = time.perf_counter() - begun
    wanted = list(read_catalogue(str(ROOT / "data" / "policies.toml")))
    marked = "".join(source.split())
    pairs = list(zip(drafted, wanted, strict=False))
    return Result(
        len(drafted),
        _sum(_common(_figures(made), _figures(want)) for made, want in pairs),
        _sum(_common(_papers(made), _papers(want, marked, inside=True)) for made, want in pairs),
        _sum(_common(_papers(made), _papers(want, marked, inside=False)) for made, want in pairs),
        sum(_figures(made).total() for made in drafted),
        seconds,
    )


def _figures(policy: Policy) -> Counter[Any]:
    return Counter((f.value, f.unit) for measure in policy.measures for f in measure.figures)


def _papers(policy: Policy, marked: str = "", *, inside: bool | None = None) -> Counter[Any]:
    """Titles of named papers; only those that stand in 《》 in ``marked``, or the others."""
    named = {d.title for d in policy.documents} | {
        d.title for measure in policy.measures for d in measure.documents
    }
    return Counter(t for t in named if inside is None or (f"《{t}》" in marked) == inside)


def _common(made: Counter[Any], wanted: Counter[Any]) -> Count:
    return (made & wanted).total(), wanted.total()


def _sum(counts: Iterable[Count]) -> Count:
    found, of = zip(*counts, strict=True)
    return sum(found), sum(of)


def articles(law: dict[str, Any]) -> Count:
    """Write a law as text, and count the articles that come out with number and wording."""
    lines = (f"{article['title']}　{article['text']}" for article in law["measures"])
    blocks = list(parse(law["title"] + "\n\n" + "\n".join(lines)))
    made = [measure for draft in drafts(blocks, "law.txt") for measure in draft.policy.measures]
    found = Counter((measure.title, "".join(measure.text.split())) for measure in made)
    wanted = Counter((a["title"], "".join(a["text"].split())) for a in law["measures"])
    return _common(found, wanted)


def papers() -> bool:
    """Print how much of the bulletins comes out, and whether that is enough."""
    good = True
    with tempfile.TemporaryDirectory() as folder:
        made = ((ending, bulletins(ending, Path(folder))) for ending in MAKERS)
        others = ((name, compared(path)) for name, path in printed(Path(folder)))
        for name, result in chain(made, others):
            print(
                f"{name:20} policies {result.policies}, figures {_said(result.figures)} "
                f"({result.drafted} drafted), 《documents》 {_said(result.documents)}, "
                f"others {_said(result.others)}, {result.seconds:.2f} s"
            )
            good &= share(result.figures) >= GOALS["figures"]
            good &= share(result.documents) >= GOALS["documents"] and result.policies == 6
    return good


def laws() -> bool:
    """Print how many articles of the laws come out, and whether that is enough."""
    begun = time.perf_counter()
    with gzip.open(LAWS, "rt", encoding="utf-8") as file:
        count = _sum(articles(json.loads(line)) for line in file)
    print(f"{'laws':20} articles {_said(count)}, {time.perf_counter() - begun:.0f} s")
    return share(count) >= GOALS["articles"]


def main() -> int:
    """Measure everything that there is data for, and print it."""
    good = True
    if BULLETINS.exists() and LAWS.exists():
        good &= papers()
        good &= laws()
    if formats.PAPERS.exists():
        good &= not formats.main()
    return int(bool(folders.main()) or not good)


def _said(count: Count) -> str:
    return f"{count[0]}/{count[1]} ({share(count):.2%})"


if __name__ == "__main__":
    sys.exit(main())
