"""Phase 5, the lines that predictions are held against: real, current, and of the points market."""

from __future__ import annotations

import ibis.expr.types as ir
from ibis import _

from nba_pipeline.reliability.rules.base import ALL, Consulted, Due, Examined, Expected, Severity, rule
from nba_pipeline.reliability.rules.subjects import GAME, PLAYER, first_fact, players_by_id, short
from nba_pipeline.tables import lines, slate

LOWEST, HIGHEST = 0.5, 60
# Between two runs a line moves by half a point; by more, the prediction is held against another one.
STALE_FROM = 1.0
FAIR_WITHIN = 0.10

# The lines of a game are about what its players usually score, or more where the absent leave them their shots:
# rebounds, assists and threes are far fewer than points, sums of statistics far more.
USUAL_RATIO = (2 / 3, 2)
ENOUGH_LINES = 5

_READ_AGAIN = "read the lines and predict again with: nba run --date {date} --phase pregame"


@rule(
    "D3",
    phase=5,
    severity=Severity.MEDIUM,
    due=Due.FIRST_TIPOFF,
    holds_with=ALL,
    counts=("players with a line", "players with a good line"),
    sentence="Lines that are stale or none: {named}",
    remedy=_READ_AGAIN,
    needs=("points_props",),
)
def every_line_is_good(
    player_prop_predictions: Examined,
    upcoming_player_game_context: Expected,
    points_props: Consulted,
    schedule: Consulted,
) -> ir.Table:
    """Each line is one for all systems, in steps of a half from 0.5 to 60, fairly priced, quoted by a book before the
    day's games began, and less than a point from what most books last quoted before the day's last call.
    """
    lined = player_prop_predictions.filter(_.is_active, _.line.notnull())
    held = lined.group_by(PLAYER).agg(
        line=_.line.max(), lowest=_.line.min(), fair=(_.market_over_probability - 0.5).abs().max()
    )
    latest = lines.market_line(points_props, slate.last_call(schedule)).select(*GAME, "player_lookup", "points_line")
    names = upcoming_player_game_context.select(*PLAYER, "player_lookup")
    latest = names.inner_join(latest, [*GAME, "player_lookup"]).select(*PLAYER, latest="points_line")
    quoted = names.inner_join(_before_any_game(points_props, schedule), [*GAME, "player_lookup"])
    quoted = quoted.group_by(PLAYER).agg(quoted=_.line.collect())
    rows = players_by_id(held, upcoming_player_game_context).inner_join(held, PLAYER)
    rows = rows.left_join(latest, PLAYER, rname="latest_{name}").left_join(quoted, PLAYER, rname="quoted_{name}")
    told = short(rows.line)
    fact = first_fact(
        (rows.lowest != rows.line, told + " for one system, " + short(rows.lowest) + " for another"),
        (~rows.line.between(LOWEST, HIGHEST), told + f" is not from {LOWEST} to {HIGHEST}"),
        (2 * rows.line != (2 * rows.line).floor(), told + " is no multiple of a half"),
        (rows.fair > FAIR_WITHIN, told + " has prices of another line"),
        (
            rows.quoted.isnull() | ~rows.quoted.contains(rows.line),
            told + " was quoted by nobody before the day's games",
        ),
        ((rows.line - rows.latest).abs() >= STALE_FROM, told + ", the books say " + short(rows.latest)),
    )
    return rows.select(*GAME, "subject", present=fact.isnull(), fact=fact)


def _before_any_game(points_props: ir.Table, schedule: ir.Table) -> ir.Table:
    """The lines that a book quoted before the first tip-off of the day: one made from odds in play is not of them."""
    begins = schedule.group_by("game_date").agg(begins=_.tipoff_at.min())
    quotes = points_props.left_join(begins, "game_date").filter(
        (_.snapshot_at < _.begins).fill_null(True), (_.minutes_before_tipoff > 0).fill_null(True)
    )
    return quotes.select(*GAME, "player_lookup", "line").distinct()


@rule(
    "D3-market",
    phase=5,
    severity=Severity.MEDIUM,
    due=Due.FIRST_TIPOFF,
    holds_with=ALL,
    counts=("games with lines", "games with lines on points"),
    sentence="Lines that are on something else than points: {named}",
    remedy="see what the books quoted in points_props; " + _READ_AGAIN,
    needs=("points_props",),
)
def lines_are_on_points(player_prop_predictions: Examined, ml_feature_store_v2: Expected) -> ir.Table:
    """In every game with five lines or more these are together what its players have averaged of late."""
    lined = player_prop_predictions.filter(_.is_active, _.line.notnull())
    lined = lined.group_by(PLAYER).agg(line=_.line.max())
    usual = ml_feature_store_v2.filter(_.points_avg_last_10 > 0).select(*PLAYER, usual="points_avg_last_10")
    games = lined.inner_join(usual, PLAYER).group_by(GAME)
    games = games.agg(n=_.count(), line=_.line.mean(), usual=_.usual.mean()).filter(_.n >= ENOUGH_LINES)
    low, high = USUAL_RATIO
    told = "mean line " + short(games.line) + ", mean of their last 10 games " + short(games.usual)
    fact = first_fact((~(games.line / games.usual).between(low, high), told))
    return games.select(*GAME, subject=games.game_id, present=fact.isnull(), fact=fact)
