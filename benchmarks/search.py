"""Search, measured beside its peers: the same titles, questions and machine, in one run.

``python benchmarks/search.py [FOLDER] [--parts titles questions china-law bundled scale]
[--copies N] [--every N]``, in an environment where the program is installed. FOLDER holds
``titles.txt``, ``queries_dev.tsv``, ``laws.jsonl.gz`` and ``questions_dev.tsv`` (the bench data;
by default ``../shared/bench`` beside the repository). Where it is missing, a smaller corpus is
made from the bundled catalogue. Writes one Markdown table for each part.
"""

import sys
from pathlib import Path


def main() -> int:
    """Measure, and print the tables."""
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
    from benchmarks.searching.run import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
