"""`nba watch`: the dead-man's switch. Cron runs it outside Dagster, and it tells what a dead daemon cannot."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import datetime, timedelta

import click
from rich.markup import escape

from nba_pipeline.alerts.channels import alert_channels
from nba_pipeline.alerts.conditions import Condition, Level, Observation, message_of
from nba_pipeline.cli.console import COULD_NOT_RUN, complain, err, out
from nba_pipeline.clock import today
from nba_pipeline.game_day import eastern
from nba_pipeline.orchestration.alerting import Alerts
from nba_pipeline.orchestration.lateness import RECONCILIATION_KEY
from nba_pipeline.orchestration.launch import open_instance
from nba_pipeline.orchestration.pipeline import Pipeline
from nba_pipeline.orchestration.tick_findings import KEY as TICK_KEY
from nba_pipeline.orchestration.tick_findings import observations_of_ticks, unreadable_ticks
from nba_pipeline.reliability.results import told


@click.command()
@click.option("--by", "hour", required=True, type=click.DateTime(["%H:%M"]), help="In US/Eastern, like 06:15.")
def watch(hour: datetime) -> None:
    """After that hour, the reconciliation of yesterday must be on record and every schedule and sensor tick, or you
    are told.

    Exit 0 if so or the hour has not come, 1 if not, 2 if that could not be found out or recorded.
    """
    pipeline = Pipeline()
    mine, by = Alerts.of(pipeline), hour.time()
    this_day = today(pipeline.clock)
    yesterday = this_day - timedelta(days=1)
    if pipeline.clock.now() < eastern(this_day, by):
        out.print(f"It is not {by:%H:%M} in the East yet; {yesterday} may still be reconciled", highlight=False)
        return
    problems = []
    try:
        found = mine.look_at_warehouse(by, patience=pipeline.settings.lock_timeout)
    except Exception as error:  # whatever it is, the day does not count as reconciled
        found = [mine.cannot_be_watched(error)]
        problems.append(told(error))
    try:
        found += _ticks(mine)
    except Exception as error:  # whatever it is, none of them counts as well
        found.append(unreadable_ticks(told(error), mine.settings.ui_url))
        problems.append(told(error))
    try:
        mine.record(found)
        mine.deliver(at_once=True)
    except Exception as error:  # the outbox is out of use; what matters goes without it
        problems.append(told(error))
        problems += _tell_without_record(mine, found)
    for problem in problems:
        complain(mine.settings.redacted(problem))
    late, failed = (_wrong(found, key) for key in (RECONCILIATION_KEY, TICK_KEY))
    for condition in failed:
        said = mine.settings.redacted(condition.findings[0].text)
        out.print(f"[red]{escape(said)}[/]", highlight=False, soft_wrap=True)
    if problems:
        sys.exit(COULD_NOT_RUN)
    if late:
        out.print(f"[red]{yesterday} was not reconciled by {by:%H:%M}[/]", highlight=False)
    else:
        out.print(f"{yesterday} is reconciled", highlight=False)
    if late or failed:
        sys.exit(1)


def _ticks(mine: Alerts) -> list[Observation]:
    """What schedules and sensors came to, for the sensor that should tell it may be the one that fails."""
    home = mine.pipeline.settings.dagster_home
    if not (home / "dagster.yaml").exists():
        err.print(f"{home} has no record of Dagster: schedules and sensors were not looked at", highlight=False)
        return []
    with open_instance(home) as instance:
        return observations_of_ticks(instance, mine.settings.ui_url)


def _wrong(found: Sequence[Observation], prefix: str) -> list[Condition]:
    every = (condition for observation in found for condition in observation.conditions)
    return [one for one in every if one.key.startswith(prefix) and one.level is not Level.OK]


def _tell_without_record(mine: Alerts, found: Sequence[Observation]) -> list[str]:
    """Send straight to the channels what is wrong and cannot be kept; what could not be sent either."""
    failures = []
    for observation in (one.redacted(mine.settings.redacted) for one in found):
        wrong = [condition for condition in observation.conditions if condition.level is not Level.OK]
        message = message_of(observation, wrong, []).document()
        for channel in alert_channels(mine.settings) if wrong else []:
            try:
                channel.send(message, dedup_key=f"unrecorded: {observation.subject}")
            except Exception as failure:  # told at the end; the next channel may be well
                failures.append(f"{channel.name}: {told(failure)}")
    return failures
