"""What changed code does: values of the day itself, out of range, constant or made up, systems gone or biased."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import time, timedelta
from functools import wraps
from typing import Any

import ibis
import ibis.expr.types as ir
import pandas as pd

from nba_pipeline.drill.catchers import ByRule, Check
from nba_pipeline.drill.defects.base import Defect, Stage, last_good, other_games, served
from nba_pipeline.drill.rehearsal import Rehearsal
from nba_pipeline.game_day import Days
from nba_pipeline.orchestration.checks import BLIND_TO_ITS_GAMES
from nba_pipeline.systems.artifact import CHALLENGER, PointsModel
from nba_pipeline.systems.base import OVER
from nba_pipeline.systems.training import LEAST_ROWS
from nba_pipeline.tables import lines, slate
from nba_pipeline.tables.predictions import quality
from nba_pipeline.tables.predictions.features import DEFAULT, FEATURES, MATCHUP, MISSING

Build = Callable[..., Any]

_NOON = time(12)  # of the morning after: all is known

CACHE, FACTORS, FEATURE_STORE = "player_daily_cache", "player_composite_factors", "ml_feature_store_v2"
PREDICTIONS, GRADES, SUMMARY, CONTEXT = (
    *("player_prop_predictions", "prediction_accuracy"),
    *("player_game_summary", "upcoming_player_game_context"),
)
_DAYS = ("game_date", "cutoff", "trained_from", "trained_until", "evidence_from", "evidence_until")
_NO_MODEL = {
    **{"model": "0" * 64, "serves": CHALLENGER, "reason": "invented", "challenger_mae": 5.0, "champion_mae": None},
    **{"rows": LEAST_ROWS, "evidence_rows": 1, "evidence_lined": 0, "n_features": 1, "features_hash": "0" * 64},
    **{"lightgbm": "0", "seed": 0},
}
SILENT, ONE_SIDED = "moving_average", 6.0
CONTRACT, WRITTEN = "contract_holds", "write_verified"


def _rows(change: Callable[[Any], Any]) -> Callable[[Build], Build]:
    """A build whose rows are changed before they are handed over."""

    def build(honest: Build) -> Build:
        @wraps(honest)
        def changed(**inputs: Any) -> Any:
            return change(honest(**inputs))

        return changed

    build.__name__ = change.__name__
    return build


def _predicted(change: Callable[[pd.DataFrame], pd.DataFrame]) -> Callable[[Build], Build]:
    """A build of predictions whose rows are changed."""

    def of_part(partial: Any) -> Any:
        return replace(partial, rows=change(partial.rows))

    of_part.__name__ = change.__name__
    return _rows(of_part)


def _with_today(honest: Build) -> Build:
    """The newest game of each player's averages is the one that is to be predicted."""

    @wraps(honest)
    def changed(**inputs: Any) -> Any:
        summary = inputs["player_game_summary"]
        a_day_early = summary.mutate(game_date=(summary.game_date - ibis.interval(days=1)).cast("date"))
        return honest(**{**inputs, "player_game_summary": a_day_early})

    return changed


def _tired(rows: ir.Table) -> ir.Table:
    return rows.mutate(fatigue_score=rows.fatigue_score + 200)


def _constant_average(rows: ir.Table) -> ir.Table:
    return rows.mutate(points_avg_last_5=ibis.literal(10.0))


def _matchup_default(rows: ir.Table) -> ir.Table:
    return rows.mutate(**{f.source_column: ibis.literal(DEFAULT) for f in FEATURES if f.name in MATCHUP})


def _matchup_unknown(rows: ir.Table) -> ir.Table:
    matchup = [feature for feature in FEATURES if feature.name in MATCHUP]
    unknown = {feature.name: ibis.null("float64") for feature in matchup}
    unknown |= {feature.source_column: ibis.literal(MISSING) for feature in matchup}
    return quality.judged(rows.drop(*(column.name for column in quality.COLUMNS)).mutate(**unknown))


def _without_one_system(rows: pd.DataFrame) -> pd.DataFrame:
    return rows[rows["system_id"] != SILENT]


def _all_over(rows: pd.DataFrame) -> pd.DataFrame:
    """Everybody scores more than his line."""
    lined = rows["line"].notna()
    predicted = rows["predicted_points"].mask(lined, rows["line"] + ONE_SIDED)
    return rows.assign(
        predicted_points=predicted,
        edge=rows["edge"].mask(lined, ONE_SIDED),
        recommendation=rows["recommendation"].mask(lined, OVER),
        reason=rows["reason"].mask(lined, None),
    )


def _void_without_boxscore(honest: Build) -> Build:
    """Who is in no boxscore did not play, whether there is a boxscore or not."""

    @wraps(honest)
    def changed(**inputs: Any) -> Any:
        schedule = inputs["schedule"]
        graded = honest(**inputs)
        everywhere = honest(**{**inputs, "schedule": schedule.mutate(postponed=ibis.literal(True))})
        return graded.union(everywhere.anti_join(graded, ["game_date", "game_id", "player_id", "system_id"]))

    return changed


def _any_quote(honest: Build) -> Build:
    """The newest quotes, whenever they were seen."""

    @wraps(honest)
    def changed(**inputs: Any) -> Any:
        rows = honest(**inputs)
        games = slate.to_be_played(inputs["schedule"])
        never = games.select("game_id", cutoff_at=ibis.literal("2100-01-01T00:00:00").cast("timestamp('UTC')"))
        quotes = inputs["points_props"].mutate(minutes_before_tipoff=ibis.null("float64"))
        latest = lines.market_line(quotes, never).select("game_id", "player_lookup", latest="points_line")
        rows = rows.left_join(latest, ["game_id", "player_lookup"], rname="quoted_{name}")
        columns = [name for name in rows.columns if not name.startswith("quoted_") and name != "latest"]
        return rows.mutate(points_line=ibis.coalesce(rows.latest, rows.points_line)).select(*columns)

    return changed


def _nobody(rows: ir.Table) -> ir.Table:
    return rows.filter(ibis.literal(False))


def _crash(honest: Build) -> Build:
    @wraps(honest)
    def changed(**inputs: Any) -> Any:
        raise RuntimeError("division by zero")

    return changed


def _from_the_future(honest: Build) -> Build:
    """The day's model has seen the day; where no model serves it yet, one is named that is not there."""

    @wraps(honest)
    def changed(**inputs: Any) -> Any:
        partial, store = honest(**inputs), inputs["models"]
        if partial.rows.empty:
            days = sorted(inputs["upcoming_team_game_context"]["game_date"].unique())
            return replace(partial, rows=pd.DataFrame([_NO_MODEL | dict.fromkeys(_DAYS, d) for d in days]))
        day = partial.rows["game_date"].max()
        model = PointsModel.from_text(store.load(partial.rows["model"].iloc[0]))
        ahead = replace(model, cutoff=day + timedelta(days=1), evidence_until=day)
        return replace(partial, rows=partial.rows.assign(model=store.keep(ahead.text())))

    return changed


def _sees_the_day(day: Rehearsal) -> None:
    day.change(CACHE, _with_today)
    day.clock.moment = day.moments.after(_NOON)
    day.run("all_phases", Days(day.moments.day_before, day.moments.day))


def _in_game_odds(day: Rehearsal) -> None:
    day.misbehave("quotes_in_play")
    day.change(CONTEXT, _any_quote)
    day.clock.moment = day.moments.after(_NOON)
    day.run("all_phases", Days.only(day.moments.day))
    day.reconcile(at=day.clock.moment)


def _out_of_range(day: Rehearsal) -> None:
    day.change(FACTORS, _rows(_tired))
    day.pregame()


def _constant_feature(day: Rehearsal) -> None:
    day.change(FEATURE_STORE, _rows(_constant_average))
    _whole_day(day)


def _defaults(day: Rehearsal) -> None:
    day.change(FEATURE_STORE, _rows(_matchup_default))
    day.pregame()
    day.change(FEATURE_STORE, _rows(_matchup_unknown))
    _whole_day(day)


def _no_boxscore_is_no_dnp(day: Rehearsal) -> None:
    day.misbehave("dropped_game")
    day.change(GRADES, _void_without_boxscore)
    day.postgame()


def _silent_system(day: Rehearsal) -> None:
    day.change(PREDICTIONS, _predicted(_without_one_system))
    _whole_day(day)


def _one_sided(day: Rehearsal) -> None:
    day.change(PREDICTIONS, _predicted(_all_over))
    _whole_day(day)


def _empty_analytics(day: Rehearsal) -> None:
    day.change(SUMMARY, _rows(_nobody))
    day.postgame()
    day.reconcile()
    blocked = [row["rule_id"] for row in day.stored(day.moments.day) if row["status"] == "BLOCKED"]
    if not blocked:
        day.report("drill", "nothing is said to follow from the empty analytics")


def _failed_run(day: Rehearsal) -> None:
    day.change(SUMMARY, _crash)
    day.postgame()


def _stale_model(day: Rehearsal) -> None:
    day.change("points_model", _from_the_future)
    _whole_day(day)


def _whole_day(day: Rehearsal) -> None:
    day.pregame()
    day.postgame()
    day.reconcile()


CODE = (
    Defect(
        7,
        "`<=` where `<` belongs: today's game in today's averages",
        "the averages of the daily cache take in the game that they are for, in a run over two days",
        Stage.PLAYED,
        _sees_the_day,
        (Check("player_daily_cache", BLIND_TO_ITS_GAMES, "know that day's games"),),
    ),
    Defect(
        8,
        "in-game odds",
        "the books quote one game on in play, and the context takes the newest quote of each book",
        Stage.MORNING,
        _in_game_odds,
        (ByRule("D3"),),
    ),
    Defect(
        9,
        "fatigue out of its range",
        "200 is added to every fatigue score",
        Stage.MORNING,
        _out_of_range,
        (Check(FACTORS, CONTRACT, "fatigue_score"),),
    ),
    Defect(
        10,
        "a feature is constant",
        "the average of the last five games is 10 for everybody",
        Stage.MORNING,
        _constant_feature,
        (ByRule("C3", says="points_avg_last_5"),),
        served(FEATURE_STORE),
    ),
    Defect(
        11,
        "matchup features are all default",
        "all matchup features say that they are defaults; in a second run that nobody knows them",
        Stage.MORNING,
        _defaults,
        (Check(FEATURE_STORE, CONTRACT, "source"), ByRule("C2"), ByRule("C3-others")),
    ),
    Defect(
        14,
        "a missing boxscore is graded as DNP",
        "the boxscores of one game are missing, and the grades are void for who is in none",
        Stage.AFTERNOON,
        _no_boxscore_is_no_dnp,
        (Check(GRADES, CONTRACT, "graded without a boxscore"),),
        other_games(SUMMARY),
    ),
    Defect(
        16,
        "one system is silent",
        f"{SILENT} predicts nobody and says nothing",
        Stage.MORNING,
        _silent_system,
        (ByRule("D2", says=SILENT),),
        served(PREDICTIONS),
    ),
    Defect(
        17,
        "all predictions one-sided",
        f"every prediction lies {ONE_SIDED:g} points over the line",
        Stage.MORNING,
        _one_sided,
        (ByRule("D2"),),
        served(PREDICTIONS),
    ),
    Defect(
        23,
        "phase 3 empty, phase 1 full",
        "the summary makes no rows of whole boxscores",
        Stage.AFTERNOON,
        _empty_analytics,
        (Check(SUMMARY, CONTRACT), ByRule("B4")),
        served("player_boxscores"),
    ),
    Defect(
        28,
        "a failed run",
        "the summary's code raises, on a day that was good",
        Stage.PLAYED,
        _failed_run,
        (Check(SUMMARY, WRITTEN), Check(SUMMARY, CONTRACT, "division by zero")),
        last_good(SUMMARY),
    ),
    Defect(
        32,
        "a stale model or one trained on the future",
        "the day is served by a model that has seen the day, or by one that is gone",
        Stage.MORNING,
        _stale_model,
        (Check(PREDICTIONS, CONTRACT, "points_model_v1"),),
        served(PREDICTIONS),
    ),
)
