"""An operator who accepts what nothing will fill."""

from __future__ import annotations

from faults.league_desk import TODAY
from reconciler import Reconciler

from nba_pipeline.alerts.acceptances import accept
from nba_pipeline.alerts.database import AlertDatabase
from nba_pipeline.alerts.settings import load_alert_settings
from nba_pipeline.game_day import Days
from nba_pipeline.reliability.on_record import newest_answers


def accept_all(reconciler: Reconciler, reason: str) -> None:
    """Ann accepts the gaps of the day as they are on record."""
    desk = reconciler.desk
    with desk.pipeline.open_engine() as engine:
        gaps = [answer for answer in newest_answers(engine, Days.only(TODAY))[TODAY] if answer.is_gap]
    with AlertDatabase(desk.pipeline.settings.home, load_alert_settings()).writing() as connection:
        accept(connection, gaps, reason, "Ann", desk.clock.now())
