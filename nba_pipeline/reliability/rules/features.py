"""Phase 4, the features as a whole: in their range, not suddenly constant or gone, and where they were of late."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import ibis
import ibis.expr.types as ir
from ibis import _

from nba_pipeline.contracts import Before
from nba_pipeline.reliability.rules.base import ALL, Due, Role, Severity, rule
from nba_pipeline.reliability.rules.subjects import NO_GAME, columns, first_fact, short
from nba_pipeline.tables.predictions.features import FEATURES, OPTIONAL
from nba_pipeline.tables.raw.injury_report import CONTRACT as INJURY_REPORT
from nba_pipeline.tables.raw.shot_zones import CONTRACT as SHOT_ZONES
from nba_pipeline.warehouse.receipts import State, current

# A prediction leans on these; the rest colours it.
CRITICAL = (
    *("points_avg_last_5", "points_avg_last_10", "points_avg_season", "minutes_avg_last_10", "ppm_avg_last_10"),
    *("fatigue_score", "opponent_def_rating", "opponent_pace", "team_pace", "team_off_rating"),
)
# Whether books quote a player, and whom his team plays when, is no property of the features.
_NOT_JUDGED = (*OPTIONAL, "has_vegas_line", "playoff_game", "back_to_back")
OTHERS = tuple(f.name for f in FEATURES if f.name not in (*CRITICAL, *_NOT_JUDGED))

# Different for any twenty players. The rest is the team's or the game's, and needs many teams to vary.
_PERSONAL = (
    *("points_avg_last_5", "points_avg_last_10", "points_avg_season", "points_std_last_10", "minutes_avg_last_10"),
    *("ppm_avg_last_10", "usage_spike_score", "pct_paint", "pct_mid_range", "pct_three", "pct_free_throw"),
)
# What the calendar makes equal, or moves: after a week without games nobody has played, and meetings only add up.
_CALENDAR = ("games_in_last_7_days", "rest_advantage", "games_vs_opponent")
# What they can be made of only as far as the source tells it.
_TOLD_BY = {"injury_risk": INJURY_REPORT.name} | dict.fromkeys(
    ("shot_zone_mismatch_score", "pct_paint", "pct_mid_range", "pct_three"), SHOT_ZONES.name
)

LOOK_BACK = 14
# The calendar days that may hold as many game days. Over a summer there is nothing to compare with.
WITHIN_DAYS = 30
ENOUGH_DAYS = 7
ENOUGH_ROWS = 20
ENOUGH_TEAMS = 10

# A feature that was known of nearly everyone, and now is of few, is gone.
KNOWN_BEFORE, KNOWN_NOW = 0.9, 0.5

# So many deviations between players may a day's mean be off, and this much more the fewer teams play: two teams'
# means are anywhere in the league, thirty teams' are the league's.
_DRIFT, _DRIFT_BY_TEAM = 0.5, 4.0

Features = Annotated[ir.Table, Role.EXAMINED, Before(days=WITHIN_DAYS)]
Receipts = Annotated[ir.Table, Role.CONSULTED, Before(days=WITHIN_DAYS)]

_REMEDY = "compare the feature's own table with the days before, mend it, then: nba run --date {date} --phase pregame"


@rule(
    "C3",
    phase=4,
    severity=Severity.HIGH,
    due=Due.FIRST_TIPOFF,
    holds_with=ALL,
    counts=("critical features", "critical features as usual"),
    sentence="Critical features are not as usual: {named}",
    remedy=_REMEDY,
)
def critical_features_are_as_usual(ml_feature_store_v2: Features, receipts: Receipts) -> ir.Table:
    """The features that predictions lean on are in range, vary, are known and lie where they did in 14 game days."""
    return as_usual(ml_feature_store_v2, receipts, CRITICAL)


@rule(
    "C3-others",
    phase=4,
    severity=Severity.MEDIUM,
    due=Due.FIRST_TIPOFF,
    holds_with=ALL,
    counts=("other features", "other features as usual"),
    sentence="Features are not as usual: {named}",
    remedy=_REMEDY,
)
def other_features_are_as_usual(ml_feature_store_v2: Features, receipts: Receipts) -> ir.Table:
    """The other features are in range, vary, are known and lie where they did in the last 14 game days."""
    return as_usual(ml_feature_store_v2, receipts, OTHERS)


def as_usual(features: ir.Table, receipts: ir.Table, names: Sequence[str]) -> ir.Table:
    """Each of these features on each day, and what is unusual about it."""
    found = columns(features, names)
    games = features.group_by("game_date").agg(teams=2 * _.game_id.nunique())
    days = games.mutate(place=ibis.row_number().over(ibis.window(order_by="game_date")))
    found = found.inner_join(days, "game_date")
    found = found.left_join(_of_late(found), ["game_date", "column"], rname="late_{name}")
    found = found.mutate(told_by=found.column.cases(*_TOLD_BY.items()))
    found = found.left_join(_untold(days, receipts), ["game_date", "told_by"], rname="untold_{name}")
    bounds = {f.name: f for f in FEATURES}
    lowest = found.column.cases(*((name, bounds[name].low) for name in names))
    highest = found.column.cases(*((name, bounds[name].high) for name in names))
    drift = found.usual_deviation * (_DRIFT + _DRIFT_BY_TEAM / found.teams.sqrt())
    rows = found.total.cast("string")
    why = (": " + found.untold).fill_null("")
    enough_to_vary = found.column.isin(_PERSONAL) | (found.teams >= ENOUGH_TEAMS)
    calendar = found.column.isin(_CALENDAR)
    comparable = (found.days >= ENOUGH_DAYS) & (found.total >= ENOUGH_ROWS)
    varies_by_nature = comparable & ~calendar & found.always_varied & (found.known >= ENOUGH_ROWS)
    fact = first_fact(
        (found.low < lowest, short(found.low) + ", under " + short(lowest)),
        (found.high > highest, short(found.high) + ", over " + short(highest)),
        (
            comparable & (found.usually_known >= KNOWN_BEFORE) & (found.known < KNOWN_NOW * found.total),
            "known in " + found.known.cast("string") + " of " + rows + " rows, before in nearly all" + why,
        ),
        (
            varies_by_nature & enough_to_vary & (found.values == 1),
            short(found.low) + " in all " + rows + " rows",
        ),
        (
            varies_by_nature & ((found.mean - found.usual_mean).abs() > drift),
            "mean " + short(found.mean) + ", " + short(found.usual_mean) + " in the game days before",
        ),
    )
    return found.select(
        "game_date", game_id=ibis.literal(NO_GAME), subject=found.column, present=fact.isnull(), fact=fact
    )


def _of_late(found: ir.Table) -> ir.Table:
    """Per day and feature, what the last game days before were like: their number, mean and deviation over all rows."""
    here = found.select("game_date", "column", "place")
    earlier = found.filter(_.known > 0).select(
        "column",
        "values",
        "known",
        "total",
        earlier_date="game_date",
        earlier_place="place",
        weighed=_.known * _.mean,
        squares=_.known * (_.deviation * _.deviation + _.mean * _.mean),
    )
    pairs = here.inner_join(
        earlier,
        [
            "column",
            earlier.earlier_place < here.place,
            earlier.earlier_place >= here.place - LOOK_BACK,
            earlier.earlier_date >= here.game_date - ibis.interval(days=WITHIN_DAYS),
        ],
    )
    sums = pairs.group_by("game_date", "column").agg(
        days=_.count(),
        known=_.known.sum(),
        total=_.total.sum(),
        weighed=_.weighed.sum(),
        squares=_.squares.sum(),
        always_varied=_["values"].min() > 1,
    )
    mean = sums.weighed / sums.known
    return sums.select(
        "game_date",
        "column",
        "days",
        "always_varied",
        usually_known=sums.known / sums.total,
        usual_mean=mean,
        usual_deviation=(sums.squares / sums.known - mean * mean).clip(lower=0).sqrt(),
    )


def _untold(days: ir.Table, receipts: ir.Table) -> ir.Table:
    """Per day and table that the source may leave empty, why it lately did."""
    empty = current(receipts).filter((_.state == State.EMPTY_OK) | (_.rows == 0), _.reason.notnull())
    empty = empty.filter(_.table_name.isin(sorted(set(_TOLD_BY.values()))))
    empty = empty.select("reason", told_by="table_name", empty_on="game_date")
    lately = [days.game_date >= empty.empty_on, days.game_date - ibis.interval(days=ENOUGH_DAYS) <= empty.empty_on]
    return days.inner_join(empty, lately).group_by("game_date", "told_by").agg(untold=_.reason.max())
