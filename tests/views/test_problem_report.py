"""What the report on problems is called."""

import pytest

from policycli import language
from policycli.views.problem_report import title


@pytest.mark.parametrize(
    ("since", "until", "english", "chinese"),
    [
        ("", "", "Report on the handling of problems", "关于问题办理情况的通报"),
        ("2026", "", "Report on the handling of problems, since 2026", "2026年以来"),
        ("", "2026-05", "Report on the handling of problems, until 2026-05", "截至2026年5月"),
        ("2026-07", "2026-07", "Report on the handling of problems, 2026-07", "关于2026年7月问题"),
        (
            "2026-01",
            "2026-03",
            "Report on the handling of problems, 2026-01 to 2026-03",
            "月至2026",
        ),
    ],
)
def test_a_report_is_called_by_its_time(since: str, until: str, english: str, chinese: str) -> None:
    """A time that is open at one side says so; that of one month stands once."""
    assert title(since, until) == english
    language.use("zh")
    assert chinese in title(since, until)
