"""The games of a day as other tables need them: from either team's side, and when they start."""

from __future__ import annotations

from datetime import date, timedelta

import ibis
import ibis.expr.types as ir
from ibis import _

from nba_pipeline.hours import LAST_CALL

_SECONDS_TO_MORNING = 16 * 3600


def to_be_played(schedule: ir.Table) -> ir.Table:
    return schedule.filter(~_.postponed)


def team_games(schedule: ir.Table) -> ir.Table:
    """One row per game and team: team, opponent, is_home and the game's season, season_type, tipoff_at."""
    about = ["game_date", "game_id", "season", "season_type", "tipoff_at"]
    home = schedule.select(*about, team="home_team", opponent="away_team", is_home=ibis.literal(True))
    away = schedule.select(*about, team="away_team", opponent="home_team", is_home=ibis.literal(False))
    return home.union(away)


def last_call(schedule: ir.Table) -> ir.Table:
    """Per game, the last call of its day: what a pre-game table may know was known before this.

    It is `LAST_CALL` before the day's first tip-off, so that the last run before the games has the time to
    publish, and a backfilled day knows nothing that this run could not have known.
    """
    first = _.tipoff_at.min().over(ibis.window(group_by="game_date"))
    lead = ibis.interval(minutes=LAST_CALL // timedelta(minutes=1))
    return schedule.select("game_id", cutoff_at=ibis.coalesce(first - lead, _morning(schedule.game_date)))


def own_tipoff(schedule: ir.Table) -> ir.Table:
    """Per game, when it starts."""
    return schedule.select("game_id", cutoff_at=ibis.coalesce(_.tipoff_at, _morning(schedule.game_date)))


def _morning(day: ir.DateValue) -> ir.TimestampValue:
    """16:00 UTC, for a game without a known tip-off.

    It is noon in the East during summer time and eleven otherwise; no game has started earlier.
    """
    days = day.delta(ibis.literal(date(1970, 1, 1)), unit="day")
    return (days * 86_400 + _SECONDS_TO_MORNING).as_timestamp("s").cast("timestamp('UTC')")
