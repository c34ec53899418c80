"""What `pip install .` gives: the whole package, the command, and definitions that Dagster's own tools accept."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from zipfile import ZipFile

import pytest
from unconfigured import without_settings

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]

CHECKOUT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent


def run(command: Iterable[object], cwd: Path, **variables: str) -> str:
    environment = {**without_settings(), "PYTHONDONTWRITEBYTECODE": "1", **variables}
    words = [str(word) for word in command]
    done = subprocess.run(words, cwd=cwd, env=environment, capture_output=True, text=True, check=False)  # noqa: S603
    assert done.returncode == 0, f"$ {' '.join(words)}\n{done.stdout[-3000:]}\n{done.stderr[-3000:]}"
    return done.stdout + done.stderr


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of the files that git keeps."""
    source, built = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("wheel")
    run(["git", "-c", f"safe.directory={CHECKOUT}", "checkout-index", "--all", f"--prefix={source}/"], CHECKOUT)
    run([sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "--wheel-dir", built, source], built)
    (made,) = built.glob("*.whl")
    return made


def test_a_wheel_holds_every_file_of_the_package(wheel: Path) -> None:
    kept = run(["git", "-c", f"safe.directory={CHECKOUT}", "ls-files", "nba_pipeline"], CHECKOUT).splitlines()

    assert [file for file in kept if file not in ZipFile(wheel).namelist()] == []


def test_the_installed_command_runs_a_day_without_the_checkout(wheel: Path, tmp_path: Path) -> None:
    installed = tmp_path / "installed"
    run([sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--target", installed, wheel], tmp_path)
    path = {"PYTHONPATH": str(installed), "NBA_HOME": str(tmp_path / "home")}

    where = run([sys.executable, "-c", "import nba_pipeline; print(nba_pipeline.__file__)"], tmp_path, **path)
    night = ["--date", "2025-10-21", "--phase", "pregame", "--json"]
    said = run([installed / "bin" / "nba", "run", *night], tmp_path, **path)

    assert Path(where.strip()).is_relative_to(installed)
    assert '"status": "PASS"' in said


@pytest.mark.parametrize(
    "command", [["dagster", "definitions", "validate", "-w", "workspace.yaml"], ["dg", "check", "defs"]], ids=" ".join
)
def test_dagsters_tools_accept_the_definitions(command: list[str], tmp_path: Path) -> None:
    said = run([BIN / command[0], *command[1:]], CHECKOUT, DAGSTER_HOME=str(tmp_path), NBA_HOME=str(tmp_path / "home"))

    assert "succe" in said.lower()
