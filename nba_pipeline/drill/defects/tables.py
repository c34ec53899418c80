"""What changed code does to tables before predictions: values of the day itself, out of range, constant, made up."""

from __future__ import annotations

from datetime import time
from functools import wraps
from typing import Any

import ibis
import ibis.expr.types as ir

from nba_pipeline.drill.catchers import ByRule, Check
from nba_pipeline.drill.defects.altering import CONTRACT, WRITTEN, Build, rows_changed, whole_day
from nba_pipeline.drill.defects.base import (
    CACHE,
    CONTEXT,
    FACTORS,
    FEATURE_STORE,
    SUMMARY,
    Defect,
    Stage,
    last_good,
    served,
)
from nba_pipeline.drill.rehearsal import Rehearsal
from nba_pipeline.game_day import Days
from nba_pipeline.orchestration.checks import BLIND_TO_ITS_GAMES
from nba_pipeline.tables import lines, slate
from nba_pipeline.tables.predictions import quality
from nba_pipeline.tables.predictions.features import DEFAULT, FEATURES, MATCHUP, MISSING

_NOON = time(12)  # of the morning after: all is known


def _with_today(honest: Build) -> Build:
    """The newest game of each player's averages is the one that is to be predicted."""

    @wraps(honest)
    def changed(**inputs: Any) -> Any:
        summary = inputs[SUMMARY]
        a_day_early = summary.mutate(game_date=(summary.game_date - ibis.interval(days=1)).cast("date"))
        return honest(**{**inputs, SUMMARY: a_day_early})

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
    day.change(FACTORS, rows_changed(_tired))
    day.pregame()


def _constant_feature(day: Rehearsal) -> None:
    day.change(FEATURE_STORE, rows_changed(_constant_average))
    whole_day(day)


def _defaults(day: Rehearsal) -> None:
    day.change(FEATURE_STORE, rows_changed(_matchup_default))
    day.pregame()
    day.change(FEATURE_STORE, rows_changed(_matchup_unknown))
    whole_day(day)


def _empty_analytics(day: Rehearsal) -> None:
    day.change(SUMMARY, rows_changed(_nobody))
    day.postgame()
    day.reconcile()
    blocked = [row["rule_id"] for row in day.stored(day.moments.day) if row["status"] == "BLOCKED"]
    if not blocked:
        day.report("drill", "nothing is said to follow from the empty analytics")


def _failed_run(day: Rehearsal) -> None:
    day.change(SUMMARY, _crash)
    day.postgame()


TABLES = (
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
)
