"""``docs/llms.txt`` lists the pages there are."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_the_list_of_pages_is_up_to_date() -> None:
    """``python scripts/llms.py`` brings it there."""
    done = subprocess.run(
        [sys.executable, str(ROOT / "scripts" / "llms.py"), "--check"], check=False
    )
    assert done.returncode == 0
