"""Days that the daemon lives with the services over HTTP are the days that the league says directly, in all tables.

The daemon's schedules and sensors ask for the runs, and its home opens the source as any home with `NBA_SOURCE=live`.
The direct days are made by the same runs, of the league itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import NamedTuple

import dagster as dg
import pytest
import sqlalchemy as sa
from addresses import live_variables
from asked_league import AskedLeague
from dagster._core.storage.tags import SCHEDULE_NAME_TAG, SENSOR_NAME_TAG
from faults.lived_daemon import LivedDaemon, LivedTime, lived_daemon
from known_league import KnownLeague
from services import serving
from told_league import ToldLeague
from unconfigured import forget_settings

from nba_pipeline.alerts.database import messages
from nba_pipeline.clock import FixedClock
from nba_pipeline.game_day import EASTERN, Days, eastern
from nba_pipeline.hours import CORRECTIONS_HOUR, EVERY_DAY, MODEL_WEEKDAY, RECONCILE_HOUR, DueRun
from nba_pipeline.orchestration.alerting import Alerts
from nba_pipeline.orchestration.launch import launch
from nba_pipeline.orchestration.pipeline import Pipeline
from nba_pipeline.orchestration.replay import live, timeline
from nba_pipeline.registry import all_tables, table
from nba_pipeline.reliability.equality import differences
from nba_pipeline.reliability.on_record import newest_answers
from nba_pipeline.reliability.results import RuleStatus
from nba_pipeline.settings import Settings
from nba_pipeline.sources.simulated import season
from nba_pipeline.warehouse.duckdb.engine import DuckDBEngine
from nba_pipeline.warehouse.engine import Engine
from nba_pipeline.warehouse.reading import read, receipts_of
from nba_pipeline.world import World

SEED = 5
OPENING_NIGHT = date(2025, 10, 21)  # what came before the lived days is backfilled from there on
ONE_DAY = timedelta(days=1)
LOOKED_AT = time(13, 30)  # on the first day also between the hours, when the lines have moved
# No second source tells this league, and the model needs two months of games.
UNTOLD = {"nba_raw.second_boxscores", "nba_predictions.points_model"}
EVERY_RULE = {"all"}
LOOKS_BACK = {"reconcile": RECONCILE_HOUR, "corrections": CORRECTIONS_HOUR}

WHEN_THE_CLOCKS_GO_BACK = Days(date(2025, 11, 1), date(2025, 11, 2))
# Two days on which the first game is at one, a Monday with its look at the model, and two games called off, one of
# them between two runs of its day.
THE_WEEK_OF_THANKSGIVING = Days(date(2025, 11, 26), date(2025, 12, 2))
THANKSGIVING = date(2025, 11, 27)  # without games
CALLED_OFF = {"0022500308", "0022500314"}


class Asked(NamedTuple):
    """A run: the schedule or sensor that asked for it, its game day and what made it due."""

    by: str
    day: date
    why: str


def league() -> KnownLeague:
    """What of it comes late, or never, is repaired each hour; here the runs of the hours are what is compared."""
    return KnownLeague(SEED, shots_at_once=True)


def begins(lived: Days) -> datetime:
    return eastern(lived.first, time(4))


def mornings(lived: Days) -> Days:
    return Days(lived.first, lived.last + ONE_DAY)


def due_runs(lived: Days, scratch: Path) -> Sequence[DueRun]:
    """The daily jobs at the hours of the schedules, at each day's last call, and once when the lines have moved."""
    with DuckDBEngine(scratch / "scratch.duckdb") as engine:
        world = World(engine, AskedLeague(league()), scratch, scratch, FixedClock(begins(lived)))
        runs = timeline(Days(lived.first - ONE_DAY, lived.last), world)
    moved = DueRun(eastern(lived.first, LOOKED_AT), "pregame", lived.first)
    return sorted([moved, *(run for run in runs if run.moment > begins(lived))])


def backfill(lived: Days, pipeline: Pipeline) -> None:
    with dg.DagsterInstance.ephemeral() as instance:
        outcome = launch(pipeline, "all_phases", Days(OPENING_NIGHT, lived.first - ONE_DAY), instance)
    assert outcome.exit_code == 0, outcome


def live_directly(lived: Days, runs: Sequence[DueRun], home: Path) -> None:
    clock = FixedClock(begins(lived))
    pipeline = Pipeline(given=Settings(home=home), own_clock=clock)
    pipeline.source = AskedLeague(league())
    backfill(lived, pipeline)
    outcomes = live(runs, pipeline, clock, dg.DagsterInstance.ephemeral)
    assert [outcome.exit_code for outcome in outcomes] == [0] * len(runs), outcomes


@contextmanager
def daemon_of_the_services(lived: Days, home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[LivedDaemon]:
    now = LivedTime(begins(lived))
    with serving(ToldLeague(league(), now)) as services:
        for name, value in live_variables(services, NBA_BALLDONTLIE_API_KEY="").items():
            monkeypatch.setenv(name, value)
        with lived_daemon(home, None, now, monkeypatch) as daemon:
            yield daemon


def live_by_the_hours(lived: Days, runs: Sequence[DueRun], daemon: LivedDaemon) -> None:
    backfill(lived, daemon.pipeline)
    looks = [eastern(morning, hour) for morning in mornings(lived) for hour in LOOKS_BACK.values()]
    for moment in sorted({begins(lived), *looks, *(run.moment for run in runs)}):
        daemon.until(moment)


def due(lived: Days, runs: Sequence[DueRun]) -> list[Asked]:
    """These runs, those that look back each morning, and the weekly one, of which nobody waits for its own hour."""
    looks = [
        Asked(f"{job}_hours", morning - ONE_DAY, f"{hour:%H:%M}")
        for morning in mornings(lived)
        for job, hour in LOOKS_BACK.items()
    ]
    mondays = [Asked("model_refresh_hours", day, "weekly") for day in lived if day.isoweekday() == MODEL_WEEKDAY]
    return sorted([*map(_asked, runs), *looks, *mondays])


def _asked(run: DueRun) -> Asked:
    hour = run.moment.astimezone(EASTERN).time()
    if hour in EVERY_DAY[run.job]:
        return Asked(f"{run.job}_hours", run.day, f"{hour:%H:%M}")
    return Asked("before_the_games", run.day, "points_props moved" if hour == LOOKED_AT else f"last call {hour:%H:%M}")


def launched(daemon: LivedDaemon) -> list[Asked]:
    """All runs on the daemon's record, none of which failed."""
    runs = daemon.instance.get_runs()
    assert {run.status for run in runs} == {dg.DagsterRunStatus.SUCCESS}
    return sorted(
        Asked(
            run.tags.get(SCHEDULE_NAME_TAG) or run.tags.get(SENSOR_NAME_TAG, "nobody"),
            date.fromisoformat(run.tags["dagster/partition"]),
            re.sub(" moved .*", " moved", run.tags.get("nba/due", "")),  # which answer it was is no matter
        )
        for run in runs
    )


def alerts(daemon: LivedDaemon) -> list[str]:
    """All that the operator was told."""
    with Alerts.of(daemon.pipeline).database.reading() as connection:
        return [f"{document['header']}" for document in connection.scalars(sa.select(messages.c.document))]


def called_off_in(engine: Engine, days: Days) -> set[str]:
    games = engine.fetch(read(engine, table("schedule").contract, days).rows).to_pylist()
    return {game["game_id"] for game in games if game["postponed"]}


def nothing_to_judge(engine: Engine, days: Days) -> dict[date, set[str]]:
    """By day, the rules that had nothing to judge at its hour the next morning. All others passed."""
    found = {}
    for day, answers in newest_answers(engine, days).items():
        hour = eastern(day + ONE_DAY, RECONCILE_HOUR)
        assert all(hour <= answer.evaluated_at < hour + timedelta(minutes=1) for answer in answers)
        assert {answer.status for answer in answers} <= {RuleStatus.PASS, RuleStatus.EMPTY_OK}
        empty = {answer.rule_id for answer in answers if answer.status is RuleStatus.EMPTY_OK}
        found[day] = empty if len(empty) < len(answers) else EVERY_RULE
    return found


@pytest.mark.parametrize(
    ("lived", "without_games", "called_off"),
    [
        pytest.param(
            WHEN_THE_CLOCKS_GO_BACK,
            set(),
            set(),
            marks=[pytest.mark.slow, pytest.mark.timeout(1800)],
            id="weekend",
        ),
        pytest.param(
            THE_WEEK_OF_THANKSGIVING,
            {THANKSGIVING},
            CALLED_OFF,
            marks=[pytest.mark.long, pytest.mark.timeout(5400)],
            id="week",
        ),
    ],
)
def test_days_lived_by_the_daemon_with_the_services_equal_what_the_league_says_directly(
    lived: Days,
    without_games: set[date],
    called_off: set[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    forget_settings(monkeypatch)
    monkeypatch.setattr(season, "ZONES_NEVER", 0)
    here, there, runs = tmp_path / "live", tmp_path / "direct", due_runs(lived, tmp_path)

    live_directly(lived, runs, there)
    with daemon_of_the_services(lived, here, monkeypatch) as daemon:
        live_by_the_hours(lived, runs, daemon)
        assert launched(daemon) == due(lived, runs)
        assert (daemon.failed_ticks, alerts(daemon)) == ([], [])

    days = Days(OPENING_NIGHT, lived.last)
    with DuckDBEngine(here / "warehouse.duckdb") as ours, DuckDBEngine(there / "warehouse.duckdb") as theirs:
        assert differences(ours, theirs, days) == []
        told = {receipt.table_name for receipt in receipts_of(ours, list(all_tables()), days) if receipt.rows}
        assert set(all_tables()) - told == UNTOLD
        assert called_off_in(ours, lived) == called_off
        unjudged = nothing_to_judge(ours, lived)
    # of the first day nobody knows whether the day before was reconciled in time, and no second source tells of any
    of_games = {day: {"A8", "G1"} if day == lived.first else {"A8"} for day in lived if day not in without_games}
    assert unjudged == of_games | dict.fromkeys(without_games, EVERY_RULE)
