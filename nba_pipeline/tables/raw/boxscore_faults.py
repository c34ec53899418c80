"""What makes a boxscore incomplete, of players and of teams alike: per game, one reason."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir
from ibis import _

from nba_pipeline.statuses import GameStatus
from nba_pipeline.tables import slate

GAME = ("game_date", "game_id")


def scored_sides(schedule: ir.Table) -> ir.Table:
    """Each game from either team's side, with `status`, `score` and `opponent_score`."""
    results = schedule.select(*GAME, "status", "home_score", "away_score")
    sides = slate.team_games(schedule).inner_join(results, GAME)
    return sides.mutate(
        score=_.is_home.ifelse(_.home_score, _.away_score),
        opponent_score=_.is_home.ifelse(_.away_score, _.home_score),
    ).drop("home_score", "away_score")


def sides_of(rows: ir.Table, schedule: ir.Table) -> ir.Table:
    """Both sides of every game that has rows, whether or not both have."""
    return scored_sides(schedule).semi_join(rows, GAME)


def one_reason(*findings: ir.Table) -> ir.Table:
    """Per game, what the first of the findings says that has it: causes go before their consequences."""
    ranked = [found.mutate(reason=ibis.literal(str(rank)) + found.reason) for rank, found in enumerate(findings)]
    return ibis.union(*ranked).group_by(GAME).agg(reason=_.reason.min().substr(1))


def finding(games: ir.Table, reason: ir.StringValue) -> ir.Table:
    return games.select(*GAME, reason=reason)


def not_on_the_schedule(rows: ir.Table, schedule: ir.Table) -> ir.Table:
    strays = rows.anti_join(schedule, GAME)
    return finding(strays, ibis.literal("the game is not on the day's schedule"))


def team_not_in_the_game(rows: ir.Table, schedule: ir.Table) -> ir.Table:
    strays = rows.semi_join(schedule, GAME).anti_join(slate.team_games(schedule), [*GAME, "team"])
    return finding(strays, strays.team + " does not play in this game")


def not_final(rows: ir.Table, schedule: ir.Table) -> ir.Table:
    early = schedule.semi_join(rows, GAME).filter(_.status != GameStatus.FINAL)
    return finding(early, ibis.literal("the schedule does not say that the game is over"))


def wrong_score(sides: ir.Table) -> ir.Table:
    """Of sides with `points` from the boxscore beside the schedule's `score`."""
    wrong = sides.filter(_.points != _.score)
    return finding(
        wrong,
        wrong.team
        + ibis.literal(" has ")
        + wrong.points.cast("string")
        + ibis.literal(" points in the boxscore, the final score is ")
        + wrong.score.cast("string"),
    )


def team_in_two_games(rows: ir.Table, schedule: ir.Table) -> ir.Table:
    """The same game under two ids shows here: its teams play twice on one day."""
    scheduled = rows.semi_join(schedule, GAME)
    sides = scheduled.select(*GAME, "team").distinct()
    twice = sides.mutate(games=_.count().over(ibis.window(group_by=["game_date", "team"]))).filter(_.games > 1)
    return finding(twice, twice.team + " has boxscores in two games of the day: the same game under two ids?")
