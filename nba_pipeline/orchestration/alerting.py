"""Looks at runs and at the warehouse, and keeps what the operator must be told: for the sensors and for commands.

One scan over all runs that ended, in the order in which they ended, and each once: a failure and the success after it
must not change places. That is also how runs are seen that a command made in its own process.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from functools import cached_property

import dagster as dg
import sqlalchemy as sa

from nba_pipeline.alerts.acceptances import accepted_gaps
from nba_pipeline.alerts.channels import Channel, alert_channels
from nba_pipeline.alerts.completions import completion_channels, undelivered
from nba_pipeline.alerts.conditions import Condition, Finding, Kind, Level, Observation
from nba_pipeline.alerts.database import AlertDatabase, seen_runs
from nba_pipeline.alerts.incidents import observe, open_incidents, record
from nba_pipeline.alerts.outbox import deliver, put
from nba_pipeline.alerts.reconciled import KEY as RECONCILED_KEY
from nba_pipeline.alerts.reconciled import reconciled
from nba_pipeline.alerts.settings import AlertSettings, load_alert_settings
from nba_pipeline.clock import Clock, SystemClock, today
from nba_pipeline.game_day import Days
from nba_pipeline.orchestration import lateness
from nba_pipeline.orchestration.dead_runs import end_dead_runs
from nba_pipeline.orchestration.lateness import RECONCILED_BY, last_turn, late_phases, late_reconciliation
from nba_pipeline.orchestration.pipeline import Pipeline
from nba_pipeline.orchestration.records import ENDED, newest_ended
from nba_pipeline.orchestration.run_findings import (
    UNEXAMINED,
    all_of,
    completions_of,
    in_the_end,
    observation_of_run,
    unexamined,
)
from nba_pipeline.orchestration.tick_findings import KEY as TICK_KEY
from nba_pipeline.orchestration.tick_findings import observations_of_ticks
from nba_pipeline.reliability.on_record import newest_answers
from nba_pipeline.reliability.results import TOLD_OF, told
from nba_pipeline.warehouse.connection import open_warehouse
from nba_pipeline.warehouse.engine import Engine

DAYS_RECONCILED = 7  # the reach of late corrections: older days are told only while they have an open incident
FIRST_LOOK = timedelta(days=1)  # what a new database of alerts still hears of
MANY_RUNS, MOST_RUNS = 10, 100  # so many are told together, and so many are examined in one look
PATIENCE = 2.0  # seconds in which a look waits for whoever holds the warehouse
_OVERLAP = timedelta(minutes=10)  # runs are recorded by several processes, not quite in order
_DAY_KEYS = (RECONCILED_KEY, lateness.KEY, lateness.PHASE_4_KEY, lateness.RECONCILIATION_KEY)


@dataclass(frozen=True)
class _Examined:
    observation: Observation
    completions: Sequence[dict[str, object]]
    could_be_read: bool = True


@dataclass
class Alerts:
    """The alerts of one pipeline's home. `delivery_clock` is the machine's: retries wait for a network, not a game."""

    pipeline: Pipeline
    delivery_clock: Clock

    @classmethod
    def of(cls, pipeline: Pipeline) -> Alerts:
        return cls(pipeline, SystemClock())

    @cached_property
    def settings(self) -> AlertSettings:
        return load_alert_settings()

    @cached_property
    def database(self) -> AlertDatabase:
        return AlertDatabase(self.pipeline.settings.home, self.settings)

    @property
    def channels(self) -> Sequence[Channel]:
        return [*alert_channels(self.settings), *completion_channels(self.settings)]

    def examine_runs(self, instance: dg.DagsterInstance) -> int:
        """Record what every run says that ended since the last look, also without a word; how many there were.

        So many at once as a replay or a long silence leaves behind are told together, as they stand at the end.
        """
        end_dead_runs(instance)
        self._examine_again(instance)
        unseen = self._unseen(instance)[:MOST_RUNS]
        if len(unseen) > MANY_RUNS:
            self._keep(unseen, [self._examine(instance, one) for one in unseen], together=True)
        else:
            for one in unseen:
                self._keep([one], [self._examine(instance, one)])
        return len(unseen)

    def look_at_ticks(self, instance: dg.DagsterInstance) -> list[Observation]:
        """The schedules and sensors whose last tick failed, and those that failed and are well again."""
        with self.database.reading() as connection:
            failing = {incident.key for incident in open_incidents(connection, TICK_KEY)}
        return [
            one
            for one in observations_of_ticks(instance, self.settings.ui_url)
            if any(condition.level is not Level.OK or condition.key in failing for condition in one.conditions)
        ]

    def look_at_warehouse(self, reconciled_by: time = RECONCILED_BY, patience: float = PATIENCE) -> list[Observation]:
        """What the last days, and all with open incidents, have or lack by now. Raises what the warehouse raises.

        The warehouse is waited for no longer than `patience` seconds.
        """
        with self._warehouse(patience) as engine:
            return [self._can_be_watched(), *self._observations(engine, reconciled_by)]

    def look_if_changed(self, instance: dg.DagsterInstance, seen: str) -> tuple[str, list[Observation]]:
        """As `look_at_warehouse`, and as of what. As of what was `seen` before, the warehouse is opened, which shows
        an outage, and asked nothing.
        """
        with self._warehouse(PATIENCE) as engine:
            turn = last_turn(self.pipeline.clock.now())
            as_of = f"{turn.isoformat()} {newest_ended(instance)} {engine.mark(TOLD_OF)}"
            changed = [] if as_of == seen else self._observations(engine, RECONCILED_BY)
        return as_of, [self._can_be_watched(), *changed]

    @contextmanager
    def _warehouse(self, patience: float) -> Iterator[Engine]:
        settings = self.pipeline.settings
        impatient = settings.model_copy(update={"lock_timeout": min(patience, settings.lock_timeout)})
        with open_warehouse(impatient, read_only=True) as engine:
            yield engine

    def _can_be_watched(self) -> Observation:
        return _watching(Level.OK, [], self.settings.ui_url)

    def cannot_be_watched(self, error: Exception) -> Observation:
        """That nothing can be said of any day."""
        finding = Finding("unreadable", f"The last days cannot be judged: {told(error)}")
        return _watching(Level.RED, [finding], self.settings.ui_url)

    @property
    def runs_link(self) -> str:
        return f"{self.settings.ui_url.rstrip('/')}/runs"

    def record(self, observations: Sequence[Observation]) -> None:
        """Keep what was seen, and what of it the operator must be told."""
        record(self.database, observations, self.pipeline.clock.now())

    def deliver(self, at_once: bool = False) -> int:
        """Deliver what waits, and record which completions still could not be."""
        accepted = deliver(self.database, self.channels, self.delivery_clock, at_once)
        with self.database.reading() as connection:
            failing = undelivered(connection, self.settings.ui_url)
        if failing:
            self.record(failing)
            accepted += deliver(self.database, alert_channels(self.settings), self.delivery_clock, at_once)
        return accepted

    def _unseen(self, instance: dg.DagsterInstance) -> list[dg.RunRecord]:
        with self.database.reading() as connection:
            last = connection.scalar(sa.select(sa.func.max(seen_runs.c.updated_at)))
            since = (last - _OVERLAP) if last else self.delivery_clock.now() - FIRST_LOOK
            records = instance.get_run_records(dg.RunsFilter(statuses=ENDED, updated_after=since))
            ids = [one.dagster_run.run_id for one in records]
            known = sa.select(seen_runs.c.run_id).where(seen_runs.c.run_id.in_(ids))
            seen = set(connection.scalars(known))
        unseen = [one for one in records if one.dagster_run.run_id not in seen]
        return sorted(unseen, key=_end)

    def _examine_again(self, instance: dg.DagsterInstance) -> None:
        """The runs whose record could not be read: what it says by now, where no later run has spoken since."""
        with self.database.reading() as connection:
            ids = [one.key.removeprefix(UNEXAMINED) for one in open_incidents(connection, UNEXAMINED)]
        for one in instance.get_run_records(dg.RunsFilter(run_ids=ids)) if ids else []:
            found = self._examine(instance, one)
            if found.could_be_read:
                later = [self._examine(instance, other).observation for other in self._ended_after(instance, one)]
                self._keep([], [replace(found, observation=in_the_end(found.observation, later))])

    def _ended_after(self, instance: dg.DagsterInstance, one: dg.RunRecord) -> list[dg.RunRecord]:
        """The runs that ended after this one, in order."""
        since = one.update_timestamp - _OVERLAP
        records = instance.get_run_records(dg.RunsFilter(statuses=ENDED, updated_after=since))
        return sorted((other for other in records if _end(other) > _end(one)), key=_end)

    def _examine(self, instance: dg.DagsterInstance, one: dg.RunRecord) -> _Examined:
        run = one.dagster_run
        try:
            completions = [] if self.settings.pubsub_topic is None else completions_of(instance, run)
            return _Examined(observation_of_run(instance, run, self.settings.ui_url), completions)
        except Exception as error:  # recorded: a run that cannot be examined is told as one
            return _Examined(unexamined(run, error, self.settings.ui_url), [], could_be_read=False)

    def _keep(self, runs: Sequence[dg.RunRecord], examined: Sequence[_Examined], together: bool = False) -> None:
        """What the runs say, their completions, and that they were seen, in one transaction."""
        now, observations = self.pipeline.clock.now(), [one.observation for one in examined]
        if together:
            observations = [all_of(observations, self.settings.ui_url)]
        with self.database.writing() as connection:
            for observation in observations:
                observe(connection, observation.redacted(self.settings.redacted), now)
            for message in (message for one in examined for message in one.completions):
                put(connection, Kind.COMPLETION, f"{message['run_id']}:{message['table']}", message, now)
            seen = [{"run_id": one.dagster_run.run_id, "updated_at": one.update_timestamp} for one in runs]
            if seen:
                connection.execute(seen_runs.insert(), seen)

    def _observations(self, engine: Engine, reconciled_by: time) -> list[Observation]:
        now, link = self.pipeline.clock.now(), self.runs_link
        this_day = today(self.pipeline.clock)
        yesterday = this_day - timedelta(days=1)
        watched = {prefix: self.open_days(prefix) for prefix in _DAY_KEYS}
        recent = set(Days(this_day - timedelta(days=DAYS_RECONCILED), this_day))
        to_reconcile = recent | watched[RECONCILED_KEY] | watched[lateness.RECONCILIATION_KEY]
        answers = newest_answers(engine, Days(min(to_reconcile), max(to_reconcile)))
        with self.database.reading() as connection:
            accepted = accepted_gaps(connection)
        found = [
            reconciled(day, answers[day], link, [one for one in accepted if one.day == day])
            for day in answers
            if day in to_reconcile
        ]
        found += [
            late_reconciliation(day, answers.get(day, []), now, link, reconciled_by)
            for day in sorted({yesterday} | watched[lateness.RECONCILIATION_KEY])
        ]
        to_publish = {yesterday, this_day} | watched[lateness.KEY] | watched[lateness.PHASE_4_KEY]
        found += late_phases(engine, to_publish, now, link)
        return [observation for observation in found if observation is not None]

    def open_days(self, prefix: str) -> set[date]:
        """The days with an open incident of that kind, which is the prefix of its key."""
        with self.database.reading() as connection:
            incidents = open_incidents(connection, prefix)
        return {incident.day for incident in incidents if incident.day is not None}


def _end(one: dg.RunRecord) -> tuple[float, int]:
    """The order in which runs ended."""
    return (one.end_time or 0.0, one.storage_id)


def _watching(level: Level, findings: Sequence[Finding], ui_url: str) -> Observation:
    return Observation(
        subject="the watch over the warehouse",
        header=":rotating_light: The warehouse cannot be watched",
        summary="Nobody knows what the last days hold",
        conditions=[Condition("warehouse", "the watch over the warehouse", level, findings)],
        link=f"{ui_url.rstrip('/')}/runs",
        command="nba doctor",
    )
