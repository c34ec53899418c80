"""A schedule or sensor that raises is told when it begins and when it is over, also if it is the one that tells."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, time, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import dagster as dg
import pytest
from alerts.receiver import Receiver, receiver  # noqa: F401  # a fixture
from click.testing import CliRunner, Result
from dagster._core.scheduler.instigation import InstigatorStatus
from league import League
from lived_daemon import LivedDaemon, LivedTime, lived_daemon
from unconfigured import forget_settings

from nba_pipeline.alerts.conditions import Level
from nba_pipeline.alerts.incidents import open_incidents
from nba_pipeline.cli import main
from nba_pipeline.game_day import Days, eastern
from nba_pipeline.orchestration import schedules, second_looks
from nba_pipeline.orchestration.alerting import Alerts
from nba_pipeline.orchestration.tick_findings import KEY, observations_of_ticks

SUMMER = date(2026, 8, 3)
SENSOR, SCHEDULE = "repairs_to_confirm", "reconcile_hours"
FAILED, WELL = ":rotating_light: Sensor failed:", ":white_check_mark: Recovered:"


@contextmanager
def torn(monkeypatch: pytest.MonkeyPatch, owner: object, name: str, at: str = "") -> Iterator[None]:
    """Whoever calls that function meets an error."""

    def fail(*_: object, **__: object) -> None:
        raise RuntimeError(f"the record is torn{at}")

    with monkeypatch.context() as patched:
        patched.setattr(owner, name, fail)
        yield


@pytest.fixture
def daemon(
    tmp_path: Path,
    receiver: Receiver,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[LivedDaemon]:
    """The daemon of a new home in summer, when nothing else is to be told than that there is no warehouse yet."""
    forget_settings(monkeypatch)
    monkeypatch.setenv("NBA_SLACK_WEBHOOK", receiver.webhook)
    league = League(Days(SUMMER, SUMMER))
    with lived_daemon(tmp_path / "home", league, LivedTime(eastern(SUMMER, time(4))), monkeypatch) as daemon:
        yield daemon


def of_ticks(receiver: Receiver) -> list[str]:  # noqa: F811
    """What was told of schedules and sensors."""
    named = ("Sensor failed", "Schedule failed", "Recovered: sensor", "Recovered: schedule")
    return [header for header in receiver.headers_of_messages if any(words in header for words in named)]


def unwatched(receiver: Receiver) -> list[str]:  # noqa: F811
    """What was told of the record of ticks itself."""
    return [header for header in receiver.headers_of_messages if "chedules and sensors" in header]


def open_ticks(daemon: LivedDaemon) -> dict[str, list[str]]:
    with Alerts.of(daemon.pipeline).database.reading() as connection:
        return {one.key: list(one.findings) for one in open_incidents(connection, KEY)}


def watch(daemon: LivedDaemon, monkeypatch: pytest.MonkeyPatch) -> Result:
    monkeypatch.setenv("NBA_HOME", str(daemon.pipeline.settings.home))
    monkeypatch.setenv("NBA_NOW", daemon.time.now().isoformat())
    return CliRunner().invoke(main, ["watch", "--by", "04:00"])


@pytest.mark.slow
def test_a_sensor_that_raises_is_told_once_and_so_is_that_it_is_well_again(
    daemon: LivedDaemon,
    receiver: Receiver,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    daemon.at(SUMMER, 4)
    assert of_ticks(receiver) == []
    with torn(monkeypatch, second_looks.Alerts, "open_days"):
        for minute in (10, 20):
            daemon.at(SUMMER, 4, minute)
            assert f"{FAILED} {SENSOR}" in of_ticks(receiver)
        (finding,) = open_ticks(daemon)[f"{KEY}sensor:{SENSOR}"]
        assert finding.startswith(f"[FAILED] sensor {SENSOR} at 2026-08-03 08:2")
        assert finding.endswith("UTC: RuntimeError: the record is torn")
    daemon.at(SUMMER, 4, 30)

    assert [one for one in of_ticks(receiver) if SENSOR in one] == [f"{FAILED} {SENSOR}", f"{WELL} sensor {SENSOR}"]
    assert open_ticks(daemon) == {}


@pytest.mark.slow
def test_a_schedule_that_raises_stays_told_until_it_is_due_again(
    daemon: LivedDaemon,
    receiver: Receiver,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with torn(monkeypatch, schedules, "stands_still"):
        daemon.at(SUMMER, 4)
        daemon.at(SUMMER, 6, 30)
    told = [one for one in of_ticks(receiver) if SCHEDULE in one]
    assert told == [f":rotating_light: Schedule failed: {SCHEDULE}"]
    daemon.at(SUMMER, 12)
    assert f"{KEY}schedule:{SCHEDULE}" in open_ticks(daemon)

    daemon.at(SUMMER + timedelta(days=1), 6, 30)

    assert f"{WELL} schedule {SCHEDULE}" in of_ticks(receiver)
    assert open_ticks(daemon) == {}


@pytest.mark.slow
def test_the_watch_tells_of_the_sensor_that_should_have_told(
    daemon: LivedDaemon,
    receiver: Receiver,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with torn(monkeypatch, Alerts, "examine_runs", at=f" at {receiver.webhook}"):
        daemon.at(SUMMER, 5)
        assert of_ticks(receiver) == []
        said = [watch(daemon, monkeypatch) for _ in range(2)]

    assert "[FAILED] sensor alerts_of_runs at" in said[0].stdout
    assert "RuntimeError: the record is torn" in said[0].stdout
    assert receiver.webhook not in "".join(one.output for one in said), "it is a secret, wherever it stands"
    assert of_ticks(receiver) == [f"{FAILED} alerts_of_runs"], "once, though it looks twice"
    assert {one.exit_code for one in said} == {2}, "there is no warehouse to read either"


@pytest.mark.slow
def test_ticks_that_cannot_be_read_are_told_by_the_watch_until_they_can(
    daemon: LivedDaemon,
    receiver: Receiver,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    daemon.at(SUMMER, 5)
    with torn(monkeypatch, dg.DagsterInstance, "all_instigator_state"):
        said = [watch(daemon, monkeypatch) for _ in range(2)]
    assert {one.exit_code for one in said} == {2}
    assert all("RuntimeError: the record is torn" in one.stderr for one in said)
    assert unwatched(receiver) == [":rotating_light: Schedules and sensors cannot be watched"], "once, though twice met"
    assert list(open_ticks(daemon)) == [f"{KEY}record"]

    watch(daemon, monkeypatch)

    assert unwatched(receiver)[1:] == [f"{WELL} the watch over schedules and sensors"]
    assert open_ticks(daemon) == {}


@pytest.mark.slow
def test_a_sensor_that_was_stopped_is_expected_to_do_nothing(
    daemon: LivedDaemon,
    receiver: Receiver,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with torn(monkeypatch, second_looks.Alerts, "open_days"):
        daemon.at(SUMMER, 4)
    assert f"{KEY}sensor:{SENSOR}" in open_ticks(daemon)
    for state in daemon.instance.all_instigator_state():
        if state.instigator_name == SENSOR:
            daemon.instance.update_instigator_state(state.with_status(InstigatorStatus.STOPPED))

    daemon.at(SUMMER, 4, 10)

    assert f"{KEY}sensor:{SENSOR}" not in open_ticks(daemon)
    (last,) = [one["attachments"][0]["blocks"] for one in receiver.received if f"{WELL} sensor {SENSOR}" in one["text"]]
    assert f"recovered: sensor {SENSOR}, which was stopped" in last[2]["text"]["text"]


def recorded(*ticks: tuple[str, str, float, bool]) -> Any:
    """An instance whose last ticks are of this kind, name and time, failed or not."""

    def state(kind: str, name: str) -> SimpleNamespace:
        kinds = SimpleNamespace(value=kind)
        return SimpleNamespace(
            instigator_type=kinds, instigator_name=name, instigator_origin_id=name, selector_id=name, is_running=True
        )

    def tick(at: float, failed: bool) -> SimpleNamespace:
        error = SimpleNamespace(message="RuntimeError: torn", cause=None) if failed else None
        return SimpleNamespace(timestamp=at, is_completed=True, is_failure=failed, error=error)

    return SimpleNamespace(
        schedule_storage=object(),
        all_instigator_state=lambda: [state(kind, name) for kind, name, _, _ in ticks],
        get_ticks=lambda name, *_, **__: [tick(at, failed) for _, one, at, failed in ticks if one == name],
    )


@pytest.mark.parametrize(
    ("kind", "days_ago", "level"),
    [("SENSOR", 0.9, Level.RED), ("SENSOR", 1.1, Level.OK), ("SCHEDULE", 7, Level.RED), ("SCHEDULE", 8.1, Level.OK)],
)
def test_what_no_longer_ticks_while_others_do_is_gone(kind: str, days_ago: float, level: Level) -> None:
    now = 1_785_000_000.0
    instance: dg.DagsterInstance = recorded(
        ("SENSOR", "other", now, False), (kind, "mine", now - days_ago * 86400, True)
    )

    (mine,) = [one for one in observations_of_ticks(instance, "http://ui") if one.subject == f"{kind.lower()} mine"]

    assert mine.conditions[0].level is level
