"""Whether what is near a new problem is proposed: measures for ``about``, and earlier answers.

    python benchmarks/nearest.py [-v]

``nearest.tsv`` has problems as people tell them, each with the measures of the bundled catalogue
that it is about; and problems, each with the title of the one met before that asks the same in
other words, beside all others. It prints how often a right one is first, and among the five that
``policy problem add`` proposes.
"""

import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from policycli import Catalogue, open_catalogue
from policycli.files.toml_writer import record
from policycli.records.model import Problem, to_dict

PROPOSED = 5


CASES = Path(__file__).with_suffix(".tsv")


def main() -> None:
    """Print both figures."""
    lines = CASES.read_text("utf-8").splitlines()[1:]
    cases = [tuple(line.split("\t")) for line in lines]
    about = [(text, wanted.split()) for what, text, wanted in cases if what == "about"]
    again = [(text, wanted) for what, text, wanted in cases if what == "answer"]
    _report("about", open_catalogue(), about)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "answered.toml")
        path.write_text("\n".join(_problems(title for _text, title in again)), "utf-8")
        known = [(text, [f"p{n}"]) for n, (text, _title) in enumerate(again)]
        _report("answer", open_catalogue(path), known)


def _problems(titles: Iterable[str]) -> Iterable[str]:
    for number, title in enumerate(titles):
        yield record("[[problems]]", to_dict(Problem(f"p{number}", title, "2026-01-01")))


def _report(name: str, catalogue: Catalogue, cases: Sequence[tuple[str, list[str]]]) -> None:
    first = among = 0
    for text, wanted in cases:
        found = [hit.id for hit in catalogue.nearest(text, PROPOSED)]
        first += found[:1] != [] and found[0] in wanted
        among += bool(set(wanted) & set(found))
        if "-v" in sys.argv and not set(wanted) & set(found):
            print(f"  {text}  {wanted}  {found}")
    total = len(cases)
    print(f"{name}: first {first / total:.2f}, among {PROPOSED} {among / total:.2f}, of {total}")


if __name__ == "__main__":
    main()
