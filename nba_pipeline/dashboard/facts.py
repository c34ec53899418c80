"""The questions that pages ask the warehouse, each over verified, stored results, and what the alerts say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta

import pandas as pd

from nba_pipeline.alerts.acceptances import Acceptance, accepted_gaps
from nba_pipeline.alerts.database import AlertDatabase, AlertsUnusable, any_run_was_seen
from nba_pipeline.alerts.incidents import Incident, open_incidents
from nba_pipeline.alerts.outbox import Waiting, waiting
from nba_pipeline.alerts.settings import load_alert_settings
from nba_pipeline.clock import Clock, today
from nba_pipeline.dashboard.judgments import Judgments
from nba_pipeline.dashboard.known import Known, LastKnown
from nba_pipeline.dashboard.standing import Standing, Standings
from nba_pipeline.game_day import Days, season_days, season_of
from nba_pipeline.hours import DueRun, next_hour
from nba_pipeline.orchestration.pipeline import Pipeline
from nba_pipeline.registry import table
from nba_pipeline.reliability.day_state import GameDay
from nba_pipeline.reliability.empty_days import state_of, why_nothing_is_predicted
from nba_pipeline.reliability.evaluation import SCHEDULE, states
from nba_pipeline.reliability.evidence import Evidence
from nba_pipeline.reliability.history import JudgedDay, judged_days
from nba_pipeline.reliability.ledger import Ledger, NoLedger, ledger
from nba_pipeline.reliability.outputs import TableDay, current_receipts, unproven
from nba_pipeline.reliability.results import TOLD_OF
from nba_pipeline.warehouse.asking import asking
from nba_pipeline.warehouse.engine import Engine
from nba_pipeline.warehouse.errors import WarehouseError
from nba_pipeline.warehouse.reading import read
from nba_pipeline.warehouse.receipts import Receipt

PATIENCE_SECONDS = 0.3  # for a warehouse that somebody writes; a page must answer within a second


@dataclass(frozen=True)
class Frame:
    """The verified rows of a table's days, and why days are missing."""

    rows: pd.DataFrame
    unverified: Mapping[date, str]
    reasons: Mapping[date, str]


@dataclass(frozen=True)
class Told:
    """What is wrong now, the messages that nobody has received yet, and whether any run was ever examined for them."""

    open: Sequence[Incident]
    undelivered: Sequence[Waiting]
    examined: bool


@contextmanager
def _opened(pipeline: Pipeline) -> Iterator[Engine]:
    with asking("dashboard"), pipeline.open_engine(read_only=True) as engine:
        yield engine


class Facts:
    """What the pages show, in the words of the pipeline."""

    def __init__(self, pipeline: Pipeline) -> None:
        patient = pipeline.settings.model_copy(update={"lock_timeout": PATIENCE_SECONDS})
        looking = Pipeline(given=patient, own_clock=pipeline.own_clock)
        self.clock: Clock = pipeline.clock
        self.known = LastKnown(lambda: _opened(looking), self.clock, WarehouseError, _mark)
        database = AlertDatabase(pipeline.settings.home, load_alert_settings())
        self._alerts = LastKnown(database.reading, self.clock, AlertsUnusable)
        self._standings, self._judgments = Standings(), Judgments()
        self.models_dir = pipeline.settings.models_dir
        self.stands_still = pipeline.settings.now is not None

    @property
    def today(self) -> date:
        return today(self.clock)

    def last_days(self, number: int) -> Days:
        """The last so many days that have begun, today among them."""
        return Days(self.today - timedelta(days=number - 1), self.today)

    def season(self) -> Days:
        """The season so far."""
        return Days(season_days(season_of(self.today)).first, self.today)

    def look_again(self) -> None:
        """Keep what is asked for fresh, and know whether the warehouse can be looked at."""
        self.known.look_again()
        self.known.stay_in_touch()
        self._alerts.look_again()

    def judged(self, days: Days) -> Known[Mapping[date, JudgedDay]]:
        return self.known.ask(("judged", days), lambda engine: judged_days(engine, days))

    def receipts(self, days: Days) -> Known[Mapping[TableDay, Receipt]]:
        return self.known.ask(("receipts", days), lambda engine: current_receipts(engine, days))

    def unproven(self, days: Days) -> Known[Mapping[TableDay, str]]:
        return self.known.ask(("unproven", days), lambda engine: unproven(engine, days))

    def next_run(self) -> Known[DueRun]:
        """The run that comes next by the clock, as far as the day's games are known."""

        def look(engine: Engine) -> DueRun:
            days = Days(self.today - timedelta(days=1), self.today + timedelta(days=1))
            evidence = Evidence(engine, days, {SCHEDULE})
            return next_hour(
                self.clock.now(), lambda day, at: {one.game_date: one.state for one in states(evidence, at)}[day]
            )

        # by the hour: once it has struck, the answer is another one, whether or not the games changed
        return self.known.ask(("next run", self.clock.now().replace(minute=0, second=0, microsecond=0)), look)

    def alerts(self) -> Known[Told]:
        return self._alerts.ask("alerts", lambda c: Told(open_incidents(c), waiting(c), any_run_was_seen(c)))

    def acceptances(self) -> Known[Sequence[Acceptance]]:
        """The gaps that somebody accepted as they are, of all days."""
        return self._alerts.ask("acceptances", accepted_gaps)

    def ledger(self, day: date) -> Known[Ledger | NoLedger]:
        """Where every player of a day is, or why nobody can tell."""

        def look(engine: Engine) -> Ledger | NoLedger:
            try:
                return ledger(engine, day)
            except NoLedger as reason:  # the page shows it in the ledger's place
                return reason

        return self.known.ask(("ledger", day), look)

    def state(self, day: date) -> Known[GameDay]:
        return self.known.ask(("state", day), lambda engine: state_of(engine, day, self.clock.now()))

    def why_nothing_is_predicted(self, day: date) -> Known[str]:
        return self.known.ask(
            ("why nothing", day), lambda engine: why_nothing_is_predicted(engine, day, self.clock.now())
        )

    def standing(self, season: Days) -> Known[Standing] | None:
        """How the predictions of a season came out, and which models served it; None while it is judged first."""
        # by its first day, so that a new day's answer takes the place of the last one, which is large
        known = self.known.ask(("standing", season.first), lambda engine: self._standings.of(engine, season))
        return self._judgments.of(known)

    def frame(self, name: str, days: Days, columns: Sequence[str] | None = None) -> Known[Frame]:
        def look(engine: Engine) -> Frame:
            reading = read(engine, table(name).contract, days)
            rows = engine.fetch(reading.rows).to_pandas()
            reasons = {r.game_date: r.reason for r in reading.receipts if r.reason}
            return Frame(rows[list(columns)] if columns else rows, reading.unverified, reasons)

        return self.known.ask(("frame", name, days, tuple(columns or ())), look)


def _mark(engine: Engine) -> str | None:
    """What tells without a query that nothing changed, where a query is billed."""
    return engine.mark(TOLD_OF) if engine.name == "bigquery" else None
