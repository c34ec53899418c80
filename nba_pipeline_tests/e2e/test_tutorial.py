"""The tutorial, followed to the letter in a copy of the checkout."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest
from unconfigured import without_settings

CHECKOUT = Path(__file__).parents[2]
PAGE = (CHECKOUT / "docs" / "tutorial.md").read_text(encoding="utf8")
MODULE = re.search(r"Write this\s+to `(?P<path>\S+)`:\n\n```python\n(?P<code>.*?)```", PAGE, re.DOTALL)
COMMANDS = [line for block in re.findall(r"```bash\n(.*?)```", PAGE, re.DOTALL) for line in block.splitlines()]

# A month of the season instead of three: the reader has the time, the test has not.
NOVEMBER = "2025-11-20T17:00:00-05:00"


@dataclass
class Reader:
    """Follows the page in a copy of the checkout, which shares the environment of the original."""

    checkout: Path

    def __post_init__(self) -> None:
        kept_out = shutil.ignore_patterns(".git", ".venv", ".nba", "__pycache__", ".*_cache", "build", "*.egg-info")
        shutil.copytree(CHECKOUT, self.checkout, ignore=kept_out)
        (self.checkout / ".venv").symlink_to(CHECKOUT / ".venv")

    def runs(self, command: str, **variables: str) -> subprocess.CompletedProcess[str]:
        mine = without_settings()
        environment = {**mine, "PYTHONPATH": str(self.checkout), "COLUMNS": "200", **variables}
        shell = ["/bin/bash", "-ec", command]
        return subprocess.run(shell, cwd=self.checkout, env=environment, capture_output=True, text=True, check=False)  # noqa: S603


@pytest.mark.long
@pytest.mark.timeout(1500)
def test_whoever_follows_the_tutorial_sees_what_it_says(tmp_path: Path) -> None:
    if not (CHECKOUT / ".venv" / "bin" / "nba").exists():
        pytest.skip("THE TUTORIAL WAS NOT FOLLOWED: there is no .venv in the checkout; make it with: make env")
    reader = Reader(tmp_path / "checkout")
    assert MODULE is not None
    module = reader.checkout / MODULE["path"]
    said = {}
    for command in COMMANDS:
        if "--phase pregame" in command:
            module.write_text(MODULE["code"], encoding="utf8")
        done = reader.runs(command, **({"NBA_NOW": NOVEMBER} if command == "make run" else {}))
        assert done.returncode == 0, f"$ {command}\n{done.stdout[-3000:]}\n{done.stderr[-3000:]}"
        said.setdefault(command, []).append(done.stdout + done.stderr)

    before, after = said[".venv/bin/nba reconcile --date yesterday"]
    (gap,) = said['.venv/bin/nba reconcile --date yesterday || echo "exit code $?"']
    (published,) = said[".venv/bin/nba run --date today --phase pregame"]
    assert before.startswith("PASS")
    assert "nba_analytics.best_games" in published
    assert gap.startswith("FAIL")
    assert "Not published: nba_analytics.best_games" in gap
    assert gap.rstrip().endswith("exit code 1")
    assert after.startswith("PASS")

    healthy = module.read_text(encoding="utf8")
    module.write_text(healthy.replace('"points", 0, 110', '"points", 0, 10'), encoding="utf8")
    broken = reader.runs(".venv/bin/nba run --date today --phase pregame")
    module.write_text(healthy, encoding="utf8")
    mended = reader.runs(".venv/bin/nba run --date today --phase pregame")

    assert broken.returncode == 2
    assert "best_points is above 10" in broken.stdout
    assert mended.returncode == 0
