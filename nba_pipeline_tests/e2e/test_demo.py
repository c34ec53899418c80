"""What a newcomer sees after `make run`: the demo in a home of its own, on a terminal of 80 columns, twice."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from time import monotonic

import pytest
from unconfigured import without_settings

# A month of the season instead of three: the newcomer has the time, the test has not.
NOVEMBER = "2025-11-20T17:00:00-05:00"
PHASES = "Phases of the last days"


def demo(home: Path) -> subprocess.CompletedProcess[str]:
    mine = without_settings()
    environment = {**mine, "COLUMNS": "80", "NBA_HOME": str(home), "NBA_NOW": NOVEMBER}
    command = [Path(sys.executable).parent / "nba", "demo"]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)  # noqa: S603


def section(said: str, title: str) -> list[str]:
    """The lines of a table, from its title to its end."""
    lines = said[said.index(title) :].splitlines()
    rule = next(number for number, line in enumerate(lines) if "───" in line)
    last = next((number for number in range(rule, len(lines)) if not lines[number].strip()), len(lines))
    return lines[:last]


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_a_newcomer_sees_predictions_grades_and_a_day_that_is_reconciled(tmp_path: Path) -> None:
    began = monotonic()
    first = demo(tmp_path / "home")
    made_in = monotonic() - began
    again = demo(tmp_path / "home")
    seen_in = monotonic() - began - made_in

    for done in (first, again):
        assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
        assert "PASS 2025-11-19" in done.stdout
        assert max(len(line) for line in section(done.stdout, PHASES)) <= 80
        assert "…" not in "".join(section(done.stdout, PHASES))
        assert len(section(done.stdout, "How yesterday's boldest came out")) > 10
        assert "nba dev" in done.stderr
        assert "nba dashboard" in done.stderr
    assert section(first.stdout, PHASES) == section(again.stdout, PHASES)
    assert seen_in < made_in
