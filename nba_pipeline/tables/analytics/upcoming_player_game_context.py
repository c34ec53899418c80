"""Who may play today, how rested he is, and what market and injury report say before the day's last call."""

from __future__ import annotations

from typing import Annotated

import ibis
import ibis.expr.types as ir
from ibis import _

from nba_pipeline.contracts import Before, Column, Phase, Table, Today, When
from nba_pipeline.statuses import PlayerStatus
from nba_pipeline.tables import expected, injuries, lines, slate
from nba_pipeline.tables.analytics.player_game_summary import CONTRACT as SUMMARY
from nba_pipeline.tables.asof import in_days_before, known_before
from nba_pipeline.tables.raw.schedule import CONTRACT as SCHEDULE
from nba_pipeline.tables.states import player_states

STAR_POINTS = 18

_NO_TEAM = "he was last seen with a team that is not in this game, and no report says for whom he plays"
_NO_LINE = "no book quoted him before the day's last call"
_NO_TIME = "no line, or of no quote the time is known"
_NO_PRICE = "no line, or no book with a market price for it"
_NO_GAME_LINE = "no book has one for the game"
_NO_REPORT = "no injury report covers his team's game"
_NO_APPEARANCE = "he has not appeared this season or the one before"

CONTRACT = Table(
    name="nba_analytics.upcoming_player_game_context",
    grain="game x expected player",
    phase=Phase.ANALYTICS,
    when=When.PREGAME,
    key=("game_date", "game_id", "player_id"),
    columns=[
        *[SUMMARY[name] for name in ("game_date", "game_id", "player_id", "player_name", "player_lookup")],
        Column("expected_because", str, "Why he is expected; the first that holds", values=expected.REASONS),
        Column("team", str, "The team he is expected to play for", null=_NO_TEAM),
        Column("opponent", str, "The other team", null=_NO_TEAM),
        Column("is_home", bool, "Whether his team plays at home", null=_NO_TEAM),
        SUMMARY["season"],
        SUMMARY["season_type"],
        Column("playoff_game", bool, "A game of the playoffs; the play-in is none"),
        SCHEDULE["tipoff_at"],
        Column("days_rest", int, "Full days since his last appearance", "days", 0, 800, _NO_APPEARANCE),
        Column("back_to_back", bool, "He appeared in a game yesterday"),
        Column("games_last_7", int, "Appearances in the 7 days before", "games", 0, 6),
        Column("games_last_14", int, "Appearances in the 14 days before", "games", 0, 11),
        Column("minutes_last_7", float, "Minutes in the 7 days before", "minutes", 0, 320),
        Column("minutes_last_14", float, "Minutes in the 14 days before", "minutes", 0, 520),
        Column("games_this_season", int, "Appearances this season before today", "games", 0, 115),
        Column(
            "minutes_rank",
            int,
            "Rank by minutes a game this season among the recent players of his team, 1 for most",
            low=1,
            high=30,
            null="not one of the team's recent players, or no appearance this season",
        ),
        Column("points_line", float, "The line that most books quote", "points", 0.5, 80, _NO_LINE),
        Column("points_line_mean", float, "The mean of the books' lines", "points", 0.5, 80, _NO_LINE),
        Column("opening_line", float, "The mean of the books' first lines of known time", "points", 0.5, 80, _NO_TIME),
        Column("line_move", float, "Mean move of the books since their first line", "points", -20, 20, _NO_TIME),
        Column("n_books", int, "Books that quote him", "books", 1, 30, _NO_LINE),
        Column("line_source", str, "The best kind of quote", values=lines.LINE_SOURCES, null=_NO_LINE),
        Column("over_price", int, "American odds of the typical book at points_line", null=_NO_PRICE),
        Column("under_price", int, "American odds of the same book", null=_NO_PRICE),
        Column("market_over_probability", float, "No-vig mean at points_line", low=0.4, high=0.6, null=_NO_PRICE),
        Column("spread", float, "His team's handicap, negative for a favourite", "points", -40, 40, _NO_GAME_LINE),
        Column("total", float, "Points of both teams, over/under", "points", 150, 300, _NO_GAME_LINE),
        Column(
            "injury_status",
            str,
            "The latest report's word on him; not listed by a team that reports means available",
            values=injuries.STATUSES,
            null=_NO_REPORT,
        ),
        Column(
            "star_teammates_out",
            int,
            f"Teammates reported out or doubtful who average {STAR_POINTS} points this season",
            low=0,
            high=6,
            null=_NO_REPORT,
        ),
    ],
    may_be_empty="none of the day's teams has played before: history begins here",
)


def upcoming_player_game_context(
    schedule: Annotated[ir.Table, Today()],
    points_props: Annotated[ir.Table, Today()],
    game_lines: Annotated[ir.Table, Today()],
    injury_report: Annotated[ir.Table, Today()],
    player_game_summary: Annotated[ir.Table, Before(seasons=2)],
) -> ir.Table:
    games = slate.to_be_played(schedule)
    team_games = slate.team_games(games)
    cutoffs = slate.last_call(games)
    market = lines.market_line(points_props, cutoffs)
    report = injuries.latest_report(injury_report, cutoffs)
    listed = injuries.listed_players(report)
    quoted = lines.quoted_players(points_props, cutoffs)
    named = expected.named_players(games, quoted, listed, player_game_summary)
    recent = expected.recent_players(team_games, player_game_summary)

    rows = expected.expected_players(recent, named)
    rows = _with_recent_load(rows, player_game_summary)
    rows = known_before(rows, player_states(player_game_summary), ["player_id"])
    for said in (listed, market):
        rows = _beside(rows, said.drop("game_date").rename(named_as="player_lookup"), ["game_id", "named_as"])
    about = games.select("game_id", "season", "season_type", "tipoff_at")
    rows = _beside(rows, _beside(about, lines.game_line(game_lines, cutoffs), ["game_id"]), ["game_id"])
    covered = injuries.covered_teams(report, team_games).mutate(covered=True)
    sides = _beside(team_games.select("game_id", "team", "opponent", "is_home"), covered, ["game_id", "team"])
    rows = rows.mutate(latest_team=ibis.coalesce(_.report_team, _.latest_team))
    rows = _beside(rows, sides.mutate(latest_team=_.team), ["game_id", "latest_team"])
    rows = _with_standing(rows)
    rows = rows.mutate(
        playoff_game=_.season_type == "Playoffs",
        days_rest=_.game_date.delta(_.last_appearance, unit="day") - 1,
        spread=ibis.cases((_.is_home, _.home_spread), (~_.is_home, -_.home_spread)),
    )
    rows = rows.mutate(back_to_back=(_.days_rest == 0).fill_null(False))
    return rows.select([column.name for column in CONTRACT.columns])


def _beside(rows: ir.Table, more: ir.Table, by: list[str]) -> ir.Table:
    """Rows with more columns, null where `more` has no row."""
    return rows.left_join(more, by, rname="more_{name}").drop(*[f"more_{name}" for name in by])


def _with_recent_load(rows: ir.Table, summary: ir.Table) -> ir.Table:
    """Add games and minutes of the last 7 and 14 days; none is zero of each."""
    appearances = summary.filter(_.status == PlayerStatus.PLAYED).select("game_date", "player_id", "minutes")
    for days in (7, 14):
        games, minutes = f"games_last_{days}", f"minutes_last_{days}"
        measures = {games: _.count(), minutes: _.minutes.sum()}
        rows = in_days_before(rows, appearances, ["player_id"], days, measures)
        rows = rows.fill_null({games: 0, minutes: 0.0})
    return rows


def _with_standing(rows: ir.Table) -> ir.Table:
    """Add games_this_season, minutes_rank, injury_status and star_teammates_out."""
    this_season = _.latest_season == _.season
    rows = rows.mutate(
        games_this_season=this_season.ifelse(_.season_games, 0),
        injury_status=ibis.coalesce(_.injury_status, _.covered.ifelse("available", ibis.null("string"))),
    )
    ranked = (_.expected_because == expected.REASONS[0]) & (_.games_this_season > 0)
    star_out = _.injury_status.isin(injuries.MISSING) & this_season & (_.points_per_game >= STAR_POINTS)
    rows = rows.mutate(ranked=ranked, star_out=star_out.ifelse(1, 0))
    team = ibis.window(group_by=["game_id", "team"])
    by_minutes = ibis.window(group_by=["game_id", "team", "ranked"], order_by=[_.minutes_per_game.desc(), _.player_id])
    rank = ibis.row_number().over(by_minutes) + 1
    others_out = _.star_out.sum().over(team) - _.star_out
    return rows.mutate(
        minutes_rank=_.ranked.ifelse(rank, ibis.null("int64")),
        star_teammates_out=_.covered.ifelse(others_out, ibis.null("int64")),
    )


def expected_games(schedule: ir.Table, player_game_summary: ir.Table) -> ir.Table:
    """The games of teams that have played before; where history begins, nobody can be expected."""
    team_games = slate.team_games(slate.to_be_played(schedule))
    first_seen = player_game_summary.group_by("team").agg(first_seen=_.game_date.min())
    known = team_games.inner_join(first_seen, "team").filter(_.first_seen < _.game_date)
    return known.select("game_date", "game_id").distinct()


def set_aside(
    schedule: ir.Table, points_props: ir.Table, injury_report: ir.Table, player_game_summary: ir.Table
) -> ir.Table:
    """The names on lines and injury reports that are nobody's, or not certainly somebody's."""
    games = slate.to_be_played(schedule)
    cutoffs = slate.last_call(games)
    quoted = lines.quoted_players(points_props, cutoffs)
    listed = injuries.listed_players(injuries.latest_report(injury_report, cutoffs))
    named = expected.named_players(games, quoted, listed, player_game_summary)
    return named.filter(_.reason.notnull()).select("game_date", "game_id", "reason", item="player_lookup")
