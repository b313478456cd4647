"""How long the picker takes for a key, over the bundled catalogue and over laws beside it.

``python benchmarks/picking.py [LAWS]``, in an environment where the program is installed with its
extra ``pick``. LAWS is ``laws.jsonl.gz`` of the bench data (by default in ``../shared/bench``
beside the repository); where it is missing, the bundled catalogue alone is measured. A key is
pressed on a screen of 80×24 without a terminal, and is done when the list is laid out anew; the
preview follows when the keys rest. CPU time of the process is counted, so that what else the
machine does is not.
"""

import asyncio
import gzip
import os
import statistics
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from time import process_time

from policycli.catalogue import open_catalogue
from policycli.picker.app import Picker
from policycli.picker.finder import Finder

TYPED = (
    "chengguozhuanhua",
    "科技成果转化",
    "劳动合同",
    "zhishichanquan",
    "食品安全 处罚",
    "民法典",
)
BUDGET = 50  # ms for a key
ROOT = Path(__file__).resolve().parents[1]


def main() -> int:
    """Print the table; the exit is 1 where the median of a catalogue is over the budget."""
    laws = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared/bench/laws.jsonl.gz"
    print(f"{'catalogue':24}{'keys':>6}{'median':>8}{'p95':>8}{'worst':>8}  ms, budget {BUDGET}")
    over = _row("bundled", [])
    if laws.exists():
        with tempfile.TemporaryDirectory() as folder:
            os.environ["XDG_CACHE_HOME"] = folder
            file = Path(folder) / "laws.jsonl"
            with gzip.open(laws, "rb") as packed:
                file.write_bytes(packed.read())
            over |= _row("with 157,000 articles", [str(file)])
    return int(over)


def _row(name: str, files: Sequence[str]) -> bool:
    """Measure one catalogue, print its row, and say whether it is over the budget."""
    times = sorted(1000 * each for each in asyncio.run(_times(files)))
    median, late = statistics.median(times), times[int(0.95 * len(times))]
    print(f"{name:24}{len(times):6}{median:8.1f}{late:8.1f}{times[-1]:8.1f}")
    return median > BUDGET


async def _times(files: Sequence[str]) -> list[float]:
    """Seconds of CPU for every key."""
    times = []
    finder = Finder(open_catalogue(*files), {})
    for typed in TYPED:
        async with Picker(finder).run_test() as pilot:
            await pilot.pause()
            for key in typed:
                begun = process_time()
                await pilot.press("space" if key == " " else key)
                await pilot.pause()
                times.append(process_time() - begun)
    return times


if __name__ == "__main__":
    sys.exit(main())
