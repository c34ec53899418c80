"""Phase 5, predictions: whoever has features is predicted, by every system, and nobody who will not play."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir
from ibis import _

from nba_pipeline.reliability.rules.base import (
    ALL,
    SOME,
    Consulted,
    Due,
    Examined,
    Expected,
    Judged,
    Severity,
    at_least,
    rule,
)
from nba_pipeline.reliability.rules.subjects import (
    GAME,
    NO_GAME,
    PLAYER,
    compared,
    first_fact,
    players,
    players_by_id,
    short,
)
from nba_pipeline.tables.predictions.player_prop_predictions import CONTRACT as PREDICTIONS
from nba_pipeline.tables.predictions.player_prop_predictions import PLAYER_OUT

SYSTEM_IDS = PREDICTIONS["system_id"].values

# With fewer predictions than these, a side or a mean proves nothing.
ENOUGH_PREDICTIONS = 20
ONE_SIDED = 0.95
LARGEST_LEAN = 2.0

_PREDICT_AGAIN = "predict the day again with: nba run --date {date} --phase pregame"


@rule(
    "D1",
    phase=5,
    severity=Severity.MEDIUM,
    worse=(Severity.HIGH, SOME),
    due=Due.FIRST_TIPOFF,
    holds_with=at_least(90),
    counts=("ready players with a line", "ready players with one active row a system"),
    sentence="Ready, with a line, and not predicted once by each system: {named}",
    remedy=_PREDICT_AGAIN,
    needs=("points_props",),
)
def ready_players_are_predicted_once_by_each_system(
    ml_feature_store_v2: Expected, upcoming_player_game_context: Expected, player_prop_predictions: Judged
) -> ir.Table:
    """Nine tenths of those with a line and features to bet on have one active prediction of each system of the day."""
    ready = ml_feature_store_v2.filter(_.is_quality_ready).select(PLAYER)
    lined = upcoming_player_game_context.filter(
        _.points_line.notnull(), _.injury_status.fill_null("") != PLAYER_OUT
    ).semi_join(ready, PLAYER)
    active = player_prop_predictions.filter(_.is_active)
    systems = active.group_by("game_date").agg(systems=_.system_id.nunique())
    found = active.group_by(PLAYER).agg(rows=_.count(), by=_.system_id.nunique())
    rows = players(lined).left_join(found, PLAYER, rname="found_{name}")
    rows = rows.left_join(systems, "game_date", rname="systems_{name}")
    rows = rows.mutate(**{name: rows[name].fill_null(0) for name in ("rows", "by", "systems")})
    once = (rows.by == rows.systems) & (rows.rows == rows.by) & (rows.systems > 0)
    told = rows.rows.cast("string") + " rows by " + rows.by.cast("string") + " of " + rows.systems.cast("string")
    fact = first_fact((~once, told + " systems"))
    return rows.select(*GAME, "subject", present=fact.isnull(), fact=fact)


@rule(
    "D2",
    phase=5,
    severity=Severity.MEDIUM,
    due=Due.FIRST_TIPOFF,
    holds_with=ALL,
    counts=("systems", "systems that are there and take both sides"),
    sentence="Systems that are silent or lean: {named}",
    remedy="see on the run of player_prop_predictions why, and do not bet on them; then: " + _PREDICT_AGAIN,
)
def every_system_speaks_and_does_not_lean(player_prop_predictions: Examined) -> ir.Table:
    """Every system predicts; none takes one side with over 95 % of 20, or is 2 points off the lines on average."""
    days = player_prop_predictions.select("game_date").distinct()
    expected = days.mutate(system_id=ibis.array(list(SYSTEM_IDS)).unnest())
    active = player_prop_predictions.filter(_.is_active)
    found = active.group_by("game_date", "system_id").agg(
        rows=_.count(),
        overs=(_.recommendation == "OVER").sum(),
        sides=_.recommendation.isin(["OVER", "UNDER"]).sum(),
        lined=_.edge.count(),
        lean=_.edge.mean(),
    )
    rows = expected.left_join(found, ["game_date", "system_id"], rname="found_{name}")
    unders = rows.sides - rows.overs
    told = rows.overs.cast("string") + " overs, " + unders.cast("string") + " unders"
    one_sided = ibis.greatest(rows.overs, unders) > ONE_SIDED * rows.sides
    fact = first_fact(
        (rows.rows.isnull(), ibis.literal("no active prediction")),
        ((rows.sides >= ENOUGH_PREDICTIONS) & one_sided, told),
        (
            (rows.lined >= ENOUGH_PREDICTIONS) & (rows.lean.abs() > LARGEST_LEAN),
            short(rows.lean) + " points from the lines on average",
        ),
    )
    return rows.select(
        "game_date", game_id=ibis.literal(NO_GAME), subject=rows.system_id, present=fact.isnull(), fact=fact
    )


@rule(
    "D4",
    phase=5,
    severity=Severity.HIGH,
    due=Due.FIRST_TIPOFF,
    holds_with=ALL,
    counts=("predicted players", "players who may play"),
    sentence="Active predictions for who will not play: {named}",
    remedy="withdraw them: " + _PREDICT_AGAIN,
)
def nobody_is_predicted_who_will_not_play(
    schedule: Expected, player_prop_predictions: Examined, upcoming_player_game_context: Consulted
) -> ir.Table:
    """No prediction is active for a player who is reported out, or for a game that is called off or not scheduled.

    That none is made of what was known later than the day's last call, the as-of proof shows.
    """
    active = player_prop_predictions.filter(_.is_active).select(PLAYER).distinct()
    rows = players_by_id(active, upcoming_player_game_context)
    reported = upcoming_player_game_context.select(*PLAYER, "injury_status")
    rows = rows.left_join(reported, PLAYER, rname="reported_{name}")
    rows = rows.left_join(schedule.select(*GAME, "postponed"), GAME, rname="scheduled_{name}")
    fact = first_fact(
        (rows.postponed.isnull(), "game " + rows.game_id + " is not on the schedule"),
        (rows.postponed, "game " + rows.game_id + " is postponed"),
        (rows.injury_status == PLAYER_OUT, ibis.literal("reported out")),
    )
    return rows.select(*GAME, "subject", present=fact.isnull(), fact=fact)


@rule(
    "D5",
    phase=5,
    severity=Severity.HIGH,
    familiar="Predictions",
    due=Due.FIRST_TIPOFF,
    holds_with=SOME,
    counts=("players with features", "players with predictions"),
    sentence="No predictions for {date} despite {expected} ML feature records",
    remedy=_PREDICT_AGAIN,
)
def players_with_features_have_predictions(
    ml_feature_store_v2: Expected,
    upcoming_player_game_context: Consulted,
    player_prop_predictions: Judged,
) -> ir.Table:
    """Feature records lead to predictions."""
    featured = players_by_id(ml_feature_store_v2, upcoming_player_game_context)
    return compared(featured, player_prop_predictions, by=PLAYER)


@rule(
    "D6",
    phase=5,
    severity=Severity.MEDIUM,
    familiar="Prediction Coverage",
    due=Due.FIRST_TIPOFF,
    holds_with=at_least(50),
    counts=("players with features", "players predicted"),
    sentence="Low prediction coverage: only {actual}/{expected} players ({percent}%)",
    remedy=_PREDICT_AGAIN,
)
def players_with_features_are_predicted(
    ml_feature_store_v2: Expected,
    upcoming_player_game_context: Consulted,
    player_prop_predictions: Judged,
) -> ir.Table:
    """Those who have features, and so should be predicted, have an active prediction with a number in it."""
    featured = players_by_id(ml_feature_store_v2, upcoming_player_game_context)
    predicted = player_prop_predictions.filter(_.is_active, _.predicted_points.notnull())
    return compared(featured, predicted, by=PLAYER)
