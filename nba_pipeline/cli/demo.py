"""`nba demo`: a simulated season up to a January day, and what the operator sees on its morning.

Nothing here is only for the demo: it calls what the commands call, in the order of an operator's day.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta

import click
import pandas as pd

from nba_pipeline.cli.console import err, out, print_table
from nba_pipeline.cli.reconcile import show_reconciliations
from nba_pipeline.cli.run import execute, show
from nba_pipeline.cli.score import scored, show_errors
from nba_pipeline.cli.show import cells, frame_of, show_predictions
from nba_pipeline.clock import SystemClock, today
from nba_pipeline.game_day import EASTERN, Days, eastern, season_days, season_of
from nba_pipeline.orchestration.pipeline import Pipeline
from nba_pipeline.registry import all_tables
from nba_pipeline.reliability.outputs import OutputState, current_receipts, outputs, unproven
from nba_pipeline.reliability.phases import phases
from nba_pipeline.reliability.reconciliation import reconcile
from nba_pipeline.settings import ConfigurationError, Settings, load_settings, remember
from nba_pipeline.warehouse.reading import receipts_of

# In mid-January half a season is played; at five in the afternoon the lines are out and no game has begun.
_MONTH, _DAY, _HOUR = 1, 15, time(17)

_SHOWN_DAYS = 7
_GRADE = {
    "player_name": "player",
    "system_id": "system",
    "predicted_points": "points",
    "line": "line",
    "recommendation": "took",
    "actual_points": "actual",
    "outcome": "outcome",
}
_STYLES = {
    OutputState.COMPLETE: "green",
    OutputState.EMPTY_OK: "dim",
    OutputState.DEGRADED: "yellow",
    OutputState.BLOCKED: "yellow",
    OutputState.MISSING: "red",
    OutputState.FAILED: "red",
    OutputState.EXPECTED: "dim",
}


@click.command()
@click.option("--players", default=15, show_default=True, help="How many predictions and grades to show.")
def demo(players: int) -> None:
    """A simulated season to a January day: predictions, grades, reconciliation. Safe to run again."""
    pipeline = Pipeline(given=_settings())
    day = today(pipeline.clock)
    yesterday = day - timedelta(days=1)
    out.print(f"[bold]{pipeline.source.describe()}[/]; it is {_in_words(pipeline.clock.now())}", highlight=False)

    runs = [*_backfills(pipeline, yesterday), ("pregame", Days.only(day))]
    outcomes = execute(pipeline, runs)
    show(outcomes)
    if any(outcome.exit_code == 2 for outcome in outcomes):
        sys.exit(2)

    show_predictions(pipeline, day, at_most=players)
    _show_grades(pipeline, yesterday, players)
    show_errors(scored(pipeline, Days(yesterday - timedelta(days=29), yesterday)))
    _show_phases(pipeline, Days(day - timedelta(days=_SHOWN_DAYS - 1), day))
    with pipeline.open_engine() as engine:
        reconciled = reconcile(engine, pipeline.clock, Days.only(yesterday))
    show_reconciliations(reconciled)
    err.print(
        "\nSee it all in a browser:\n"
        "  [bold].venv/bin/nba dev[/]        asset graph, runs, checks:   http://127.0.0.1:3000\n"
        "  [bold].venv/bin/nba dashboard[/]  days, holes, predictions:    http://127.0.0.1:8765",
        highlight=False,
    )
    sys.exit(0 if all(one.status == "PASS" for one in reconciled) else 1)


def _settings() -> Settings:
    """The simulated league, at the remembered moment, at NBA_NOW, or on the latest fifteenth of January."""
    settings = load_settings()
    if settings.source != "simulated":
        raise ConfigurationError(f"nba demo is for the simulated league; unset NBA_SOURCE={settings.source}")
    settings = settings.model_copy(update={"now": settings.now or _latest_january(SystemClock().now())})
    remember(settings, with_clock=True)
    return settings


def _latest_january(now: datetime) -> datetime:
    this_year = eastern(date(now.year, _MONTH, _DAY), _HOUR)
    moment = this_year if this_year <= now else eastern(date(now.year - 1, _MONTH, _DAY), _HOUR)
    return moment.astimezone(UTC)


def _in_words(moment: datetime) -> str:
    return f"{moment.astimezone(EASTERN):%A, %d %B %Y, %H:%M} in the East"


def _backfills(pipeline: Pipeline, until: date) -> Sequence[tuple[str, Days]]:
    """The days of the season that lack a table, from the first of them on: nothing on a second run."""
    season = Days(_opening(pipeline, season_days(season_of(until))), until)
    with pipeline.open_engine() as engine:
        receipts = receipts_of(engine, list(all_tables()), season)
    published = pd.Series([receipt.game_date for receipt in receipts], dtype=object).value_counts()
    missing = [day for day in season if published.get(day, 0) < len(all_tables())]
    return [("all_phases", Days(missing[0], until))] if missing else []


def _opening(pipeline: Pipeline, season: Days) -> date:
    return next(day for day in season if pipeline.source.absence("player_boxscores", day) is None)


def _show_grades(pipeline: Pipeline, day: date, at_most: int) -> None:
    graded, _ = frame_of(pipeline, "prediction_accuracy", Days.only(day))
    taken = graded[graded["outcome"].isin(["CORRECT", "INCORRECT", "PUSH"])]
    taken = taken.sort_values("edge", key=lambda edge: edge.abs(), ascending=False, kind="stable").head(at_most)
    rows = [cells(row) for row in taken[list(_GRADE)].itertuples(index=False)]
    print_table(
        f"How yesterday's boldest came out, {day}", list(_GRADE.values()), rows, right=["points", "line", "actual"]
    )


def _show_phases(pipeline: Pipeline, days: Days) -> None:
    with pipeline.open_engine(read_only=True) as engine:
        receipts, doubts = current_receipts(engine, days), unproven(engine, days)
    found = phases(outputs(days, receipts, pipeline.clock.now(), failures={}, unproven=doubts))
    names = list(dict.fromkeys(one.phase.group.split("_", 2)[-1].replace("_", " ") for one in found))
    rows = [
        [f"{day:%a %d}", *(f"[{_STYLES[one.state]}]{one.state}[/]" for one in found if one.game_date == day)]
        for day in days
    ]
    print_table("Phases of the last days; today's games are still to come", ["day", *names], rows)
