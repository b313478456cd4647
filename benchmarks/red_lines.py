"""Recall and precision of red lines on made-up sentences: ``python benchmarks/red_lines.py``.

``red_lines.tsv`` holds sentences in the manner of local rules: such that cross a line (its code),
and such that only look like it (no code). Each set was written before the program had seen it, and
was measured once; then the tables were mended, so all but a new set flatter now. ``-v`` lists what
was missed and what was false.
"""

import csv
import sys
from collections.abc import Iterator
from pathlib import Path

from policycli.review.clauses import Clause, Draft
from policycli.review.ranks import NORMATIVE, Place
from policycli.review.redlines import red_lines

SENTENCES = Path(__file__).with_suffix(".tsv")


def rules(sentence: str) -> set[str]:
    """The lines that a sentence crosses in a 规范性文件 of a city."""
    draft = Draft("", None, "", "", Place("5201", NORMATIVE), (Clause(1, "第一条", sentence),))
    return {finding.rule for finding in red_lines(draft)}


def rows() -> Iterator[tuple[str, str, str]]:
    """Set, line and sentence."""
    with SENTENCES.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            yield row["set"], row["line"], row["sentence"]


def main() -> None:
    """A line for each set."""
    counts: dict[str, list[int]] = {}
    for name, line, sentence in rows():
        found, count = rules(sentence), counts.setdefault(name, [0] * 5)
        count[0] += bool(line)
        count[1] += bool(line and found)
        count[2] += line in found
        count[3] += bool(not line and found)
        count[4] += not line
        if "-v" in sys.argv and bool(line) != bool(found):
            print("missed" if line else "false", line or sorted(found), sentence)
    for name, (crossing, hits, right, false, others) in counts.items():
        print(
            f"set {name}: recall {hits / crossing:.2f} ({hits} of {crossing}), the right line "
            f"{right / crossing:.2f}, precision {hits / max(1, hits + false):.2f} "
            f"({false} of {others} others)"
        )


if __name__ == "__main__":
    main()
