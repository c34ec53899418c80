"""Every player's game, played or not: statistics, rates, and how it ended against the closing line."""

from __future__ import annotations

from typing import Annotated

import ibis
import ibis.expr.types as ir
from ibis import _

from nba_pipeline.contracts import Column, Phase, Results, Table, When
from nba_pipeline.tables import formulas, lines, players, slate, teams
from nba_pipeline.tables.raw.player_boxscores import CONTRACT as PLAYER_BOXSCORES
from nba_pipeline.tables.raw.schedule import CONTRACT as SCHEDULE
from nba_pipeline.tables.raw.team_boxscores import CONTRACT as TEAM_BOXSCORES

_WHO = ("game_date", "game_id", "player_id", "player_name", "player_lookup", "team", "opponent", "is_home")
_STATISTICS = (
    *("minutes", "points", "fgm", "fga", "fg3m", "fg3a", "ftm", "fta", "oreb", "dreb", "rebounds"),
    *("assists", "steals", "blocks", "turnovers", "fouls", "plus_minus"),
)
_NO_SHOTS = "no shot taken, did not play, or the source does not tell his shots"
_NO_LINE = "no book quoted him before tip-off"

CONTRACT = Table(
    name="nba_analytics.player_game_summary",
    grain="game x player of the boxscore, including those who did not play",
    phase=Phase.ANALYTICS,
    when=When.POSTGAME,
    key=("game_date", "game_id", "player_id"),
    columns=[
        *[PLAYER_BOXSCORES[name] for name in _WHO],
        *[SCHEDULE[name] for name in ("season", "season_type")],
        *[PLAYER_BOXSCORES[name] for name in ("status", "not_played_reason")],
        Column("starter", bool, "In the starting five", null="the source does not tell line-ups"),
        TEAM_BOXSCORES["won"],
        *[PLAYER_BOXSCORES[name] for name in _STATISTICS],
        Column(
            "usage_rate",
            float,
            "Share of the team's possessions that he used while on the floor",
            unit="percent",
            low=0,
            high=300,
            null="played less than a minute, or the source does not tell his shots",
        ),
        Column("ts_pct", float, "True shooting", unit="fraction", low=0, high=1.5, null=_NO_SHOTS),
        Column("efg_pct", float, "Effective field goals", unit="fraction", low=0, high=1.5, null=_NO_SHOTS),
        Column("closing_line", float, "The line of most books at tip-off", "points", 0.5, 80, null=_NO_LINE),
        Column("closing_line_mean", float, "Mean line of the books at tip-off", "points", 0.5, 80, null=_NO_LINE),
        Column(
            "closing_over_probability",
            float,
            "No-vig probability of the over at tip-off",
            low=0.4,
            high=0.6,
            null="no line, or no book with a market price for it",
        ),
        Column(
            "line_result",
            str,
            "The player's points against closing_line",
            values=("OVER", "UNDER", "PUSH"),
            null="no line, or did not play",
        ),
    ],
)


def player_game_summary(
    player_boxscores: Annotated[ir.Table, Results()],
    team_boxscores: Annotated[ir.Table, Results()],
    schedule: Annotated[ir.Table, Results()],
    points_props: Annotated[ir.Table, Results()],
) -> ir.Table:
    closing = lines.market_line(points_props, slate.own_tipoff(schedule))
    closing = closing.inner_join(players.named_in_boxscore(player_boxscores), ["game_id", "player_lookup"])
    sides = teams.team_sides(team_boxscores, player_boxscores).select(
        "game_id",
        "team",
        "won",
        team_used=formulas.possessions_used(_.fga, _.fta, _.turnovers),
        team_minutes=_.minutes,
    )
    rows = player_boxscores.left_join(sides, ["game_id", "team"], rname="team_{name}")
    rows = rows.left_join(schedule.select("game_id", "season", "season_type"), "game_id", rname="schedule_{name}")
    rows = rows.left_join(closing, ["game_id", "player_id"], rname="line_{name}")
    rows = rows.mutate(
        starter=_.started,
        ts_pct=formulas.ts_pct(_.points, _.fga, _.fta),
        efg_pct=formulas.efg_pct(_.fgm, _.fg3m, _.fga),
        usage_rate=formulas.usage_rate(
            used=formulas.possessions_used(_.fga, _.fta, _.turnovers),
            # a rate over seconds says nothing and would swamp any mean
            minutes=(_.minutes >= 1).ifelse(_.minutes, ibis.null("float64")),
            team_used=_.team_used,
            team_minutes=_.team_minutes,
        ),
        closing_line=_.points_line,
        closing_line_mean=_.points_line_mean,
        closing_over_probability=_.market_over_probability,
        line_result=ibis.cases(
            (_.points > _.points_line, "OVER"), (_.points < _.points_line, "UNDER"), (_.points == _.points_line, "PUSH")
        ),
    )
    return rows.select([column.name for column in CONTRACT.columns])


def expected_games(schedule: ir.Table) -> ir.Table:
    return slate.to_be_played(schedule).select("game_date", "game_id")


def set_aside(player_boxscores: ir.Table, schedule: ir.Table, points_props: ir.Table) -> ir.Table:
    """Lines of players whom the boxscore of the game does not name."""
    closing = lines.market_line(points_props, slate.own_tipoff(schedule))
    told = closing.semi_join(player_boxscores, "game_id")
    lost = told.anti_join(players.named_in_boxscore(player_boxscores), ["game_id", "player_lookup"])
    return lost.select(
        "game_date",
        "game_id",
        item=_.player_lookup,
        reason=ibis.literal("he has a line, but the boxscore has no row of his name, or more than one"),
    )
