"""The operator's desk of the fault tests, also on the morning after a day that was run well."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import dagster as dg
import pytest

sys.path.append(str(Path(__file__).parents[1] / "faults"))  # where the desk finds its league

from alerted import Nba, Operator
from alerts.receiver import Receiver, receiver  # noqa: F401  # a fixture
from click.testing import CliRunner, Result
from faults.conftest import desk, recorded_home  # noqa: F401  # fixtures
from faults.league import moment
from faults.league_desk import open_desk
from reconciler import TODAY, TOMORROW, Reconciler
from unconfigured import forget_settings

from nba_pipeline.cli import main
from nba_pipeline.reliability.results import RuleStatus


def copied(home: Path, to: Path, at: datetime, compiled: Path | None = None) -> Iterator[Reconciler]:
    """The desk at a moment, with a copy of a home, and of what was compiled already."""
    shutil.copytree(home, to)
    if compiled:
        shutil.copytree(compiled, to / "compiled", dirs_exist_ok=True)
    with dg.DagsterInstance.ephemeral() as instance:
        desk = open_desk(to, instance)
        desk.clock.moment = at
        yield Reconciler(desk)


@pytest.fixture(scope="session")
def afternoon_home(recorded_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:  # noqa: F811
    """That home with TODAY run before its games."""
    home = tmp_path_factory.mktemp("afternoon") / "home"
    for reconciler in copied(recorded_home, home, moment(TODAY, 16)):
        assert reconciler.desk.morning(TODAY).exit_code == 0
    return home


@pytest.fixture(scope="session")
def played_home(afternoon_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """That home with TODAY run after its games, too."""
    home = tmp_path_factory.mktemp("played") / "home"
    for reconciler in copied(afternoon_home, home, moment(TOMORROW, 6)):
        assert reconciler.desk.morning_after(TODAY).exit_code == 0
    return home


@pytest.fixture(scope="session")
def compiled_rules(played_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a reconciliation compiles, which depends on the code alone."""
    home = tmp_path_factory.mktemp("compiled") / "home"
    for reconciler in copied(played_home, home, moment(TOMORROW, 6)):
        reconciler.of()
    return home / "compiled"


@pytest.fixture(scope="session")
def whole_day(
    played_home: Path, compiled_rules: Path, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, RuleStatus]:
    """What each rule says of TODAY as it was lived."""
    home = tmp_path_factory.mktemp("whole") / "home"
    for reconciler in copied(played_home, home, moment(TOMORROW, 6), compiled_rules):
        said = {result.rule.id: result.status for result in reconciler.of().results}
    return said


@pytest.fixture
def afternoon(afternoon_home: Path, compiled_rules: Path, tmp_path: Path) -> Iterator[Reconciler]:
    """The desk on the afternoon of TODAY."""
    yield from copied(afternoon_home, tmp_path / "home", moment(TODAY, 16), compiled_rules)


@pytest.fixture
def reconciler(played_home: Path, compiled_rules: Path, tmp_path: Path) -> Iterator[Reconciler]:
    """The desk on the morning after TODAY."""
    yield from copied(played_home, tmp_path / "home", moment(TOMORROW, 6), compiled_rules)


@pytest.fixture
def morning(reconciler: Reconciler, receiver: Receiver, monkeypatch: pytest.MonkeyPatch) -> Operator:  # noqa: F811
    """The morning after TODAY, which was run well; nothing was reconciled yet. Alerts go to the receiver."""
    forget_settings(monkeypatch)
    monkeypatch.setenv("NBA_SLACK_WEBHOOK", receiver.webhook)
    return Operator(reconciler, receiver)


@pytest.fixture
def nba(morning: Operator, monkeypatch: pytest.MonkeyPatch) -> Nba:
    """The command in the operator's home, at the operator's moment."""

    def invoke(*arguments: str) -> Result:
        monkeypatch.setenv("NBA_HOME", str(morning.reconciler.desk.pipeline.settings.home))
        monkeypatch.setenv("NBA_NOW", morning.reconciler.desk.clock.now().isoformat())
        monkeypatch.setenv("NBA_LOCK_TIMEOUT", "0")
        return CliRunner().invoke(main, arguments)

    return invoke
