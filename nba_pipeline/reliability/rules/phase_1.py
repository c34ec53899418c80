"""Phase 1, the scrape: the day's schedule, and what its games must have brought."""

from __future__ import annotations

from typing import Annotated

import ibis
import ibis.expr.types as ir
from ibis import _

from nba_pipeline.contracts import Before
from nba_pipeline.reliability.rules.base import ALL, Due, Expected, Judged, Role, Severity, rule
from nba_pipeline.reliability.rules.subjects import GAME, compared, final_games, first_fact
from nba_pipeline.statuses import GameStatus
from nba_pipeline.tables import slate


@rule(
    "A1",
    phase=1,
    severity=Severity.HIGH,
    due=Due.FIRST_TIPOFF,
    holds_with=ALL,
    counts=("games to be played", "games that are in order"),
    sentence="{missing} games of the schedule are not in order: {named}",
    remedy="read the schedule again with: nba run --date {date}",
)
def the_schedule_is_in_order(schedule: Annotated[ir.Table, Role.JUDGED, Before(seasons=1)]) -> ir.Table:
    """The schedule is there; a game that is over has both scores, stands on one day, and no team plays twice a day."""
    games = slate.to_be_played(schedule)
    first_day = games.game_date.min().over(ibis.window(group_by="game_id"))
    games = games.mutate(first_day=first_day)
    sides = slate.team_games(games).mutate(plays=_.count().over(ibis.window(group_by=["game_date", "team"])))
    twice = sides.filter(_.plays > 1).group_by(GAME).agg(team=_.team.min())
    games = games.left_join(twice, GAME, rname="twice_{name}")
    unscored = (games.status == GameStatus.FINAL) & (games.home_score.isnull() | games.away_score.isnull())
    fact = first_fact(
        (unscored, ibis.literal("it is over and has no score")),
        (games.first_day < games.game_date, "it stands on " + games.first_day.cast("string") + " as well"),
        (games.team.notnull(), games.team + " plays twice on this day"),
    )
    return games.select(*GAME, subject=games.game_id, present=fact.isnull(), fact=fact)


@rule(
    "A2",
    phase=1,
    severity=Severity.HIGH,
    familiar="Boxscores vs Schedule",
    due=Due.FINAL,
    holds_with=ALL,
    counts=("final games", "games with boxscores"),
    sentence="Missing boxscores: {missing} games",
    remedy="fetch them again with: nba run --date {date} --phase postgame",
)
def every_final_game_has_boxscores(schedule: Expected, player_boxscores: Judged) -> ir.Table:
    """Every game that is over has its boxscores."""
    return compared(final_games(schedule), player_boxscores, by=GAME)
