"""The features of `ml_feature_store_v2`, in order: what each one is, where it comes from, its unit and bounds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import ibis.expr.types as ir

from nba_pipeline.contracts import Column

# Where a value comes from, with what it counts for in the quality of a row, in percent.
SOURCES: Mapping[str, int] = {
    "phase4": 100,  # a precompute table
    "computed": 100,  # worked out of the day's context
    "line": 100,  # the bookmakers
    "minutes": 95,  # what depends on the minutes of earlier games
    "opponent_history": 90,  # a few meetings
    "fallback_phase3": 87,  # a summary, where the precompute table has nothing
    "default": 40,
    "missing": 0,
}
MISSING, DEFAULT = "missing", "default"


@dataclass(frozen=True)
class Feature:
    """One feature. `source` is what its column of sources says where the value is known; else it says missing."""

    name: str
    source: str
    unit: str
    low: float
    high: float
    description: str

    @property
    def source_column(self) -> str:
        return f"{self.name}_source"

    @property
    def columns(self) -> list[Column]:
        return [
            Column(self.name, float, self.description, self.unit, self.low, self.high, null="its source is missing"),
            Column(self.source_column, str, f"Where {self.name} comes from", values=(self.source, MISSING)),
        ]


FEATURES: tuple[Feature, ...] = (
    Feature("points_avg_last_5", "phase4", "points", 0, 90, "Mean of the last 5 games"),
    Feature("points_avg_last_10", "phase4", "points", 0, 90, "Mean of the last 10 games"),
    Feature("points_avg_season", "phase4", "points", 0, 90, "Mean of this season's games"),
    Feature("points_std_last_10", "phase4", "points", 0, 60, "Standard deviation over the last 10 games"),
    Feature("games_in_last_7_days", "computed", "games", 0, 7, "Games played in the 7 days before the game day"),
    Feature("fatigue_score", "phase4", "score", 0, 100, "Freshness: 100 is fresh"),
    Feature("shot_zone_mismatch_score", "phase4", "score", -10, 10, "What the opponent allows in his primary zone"),
    Feature("pace_score", "phase4", "score", -3, 3, "Half of the expected pace over the league's"),
    Feature("usage_spike_score", "phase4", "score", -3, 3, "Projected usage over his recent usage"),
    Feature("rest_advantage", "computed", "days", -2, 2, "His team's days of rest minus the opponent's, within 2"),
    Feature("injury_risk", "computed", "rank", 0, 3, "Available 0, probable 1, questionable 2, doubtful or out 3"),
    Feature("recent_trend", "computed", "rank", -2, 2, "Mean of the last 2 games minus the 3 before: 5 is 2, 2 is 1"),
    Feature(
        "minutes_change", "computed", "rank", -2, 2, "Last 10 games' minutes over the season's: 10 % is 1, 20 % is 2"
    ),
    Feature("opponent_def_rating", "phase4", "points per 100 possessions", 50, 180, "Opponent's last 15 games"),
    Feature("opponent_pace", "phase4", "possessions per 48 minutes", 65, 140, "Opponent's last 15 games"),
    Feature("home_away", "computed", "flag", 0, 1, "1 at home, 0 away"),
    Feature("back_to_back", "computed", "flag", 0, 1, "1 if he played the day before"),
    Feature("playoff_game", "computed", "flag", 0, 1, "1 in the playoffs"),
    Feature("pct_paint", "phase4", "share", 0, 1, "Share of his shots in the paint, last 10 games"),
    Feature("pct_mid_range", "phase4", "share", 0, 1, "Share of his shots from mid-range, last 10 games"),
    Feature("pct_three", "phase4", "share", 0, 1, "Share of his shots from three, last 10 games"),
    Feature(
        "pct_free_throw", "phase4", "share", 0, 0.5, "Points from free throws over the last 10 games, at most a half"
    ),
    Feature("team_pace", "phase4", "possessions per 48 minutes", 70, 140, "His team's last 10 games"),
    Feature("team_off_rating", "phase4", "points per 100 possessions", 60, 160, "His team's last 10 games"),
    Feature("team_win_pct", "phase4", "share", 0, 1, "Games won this season by his team"),
    Feature("vegas_points_line", "line", "points", 0.5, 60, "Mean of the bookmakers' lines"),
    Feature("vegas_opening_line", "line", "points", 0.5, 60, "Mean of the bookmakers' first lines"),
    Feature("vegas_line_move", "line", "points", -60, 60, "Line minus opening line"),
    Feature("has_vegas_line", "computed", "flag", 0, 1, "1 if any bookmaker quotes him"),
    Feature("avg_points_vs_opponent", "opponent_history", "points", 0, 90, "Mean against this opponent, two seasons"),
    Feature("games_vs_opponent", "opponent_history", "games", 0, 24, "Games against this opponent, two seasons"),
    Feature("minutes_avg_last_10", "minutes", "minutes", 0, 63, "Mean of the last 10 games"),
    Feature("ppm_avg_last_10", "minutes", "points per minute", 0, 30, "Points per minute over the last 10 games"),
)

# Bookmakers quote few of a bench: a row without a line lacks nothing.
OPTIONAL = ("vegas_points_line", "vegas_opening_line", "vegas_line_move")
REQUIRED = tuple(feature for feature in FEATURES if feature.name not in OPTIONAL)

# What tells this game from the player's others.
MATCHUP = (
    "fatigue_score",
    "shot_zone_mismatch_score",
    "pace_score",
    "usage_spike_score",
    "opponent_def_rating",
    "opponent_pace",
)


def stored(values: Mapping[str, ir.Value]) -> dict[str, ir.Value]:
    """The values and sources of all features, in order. KeyError names a feature without a value."""
    columns: dict[str, ir.Value] = {}
    for feature in FEATURES:
        value = values[feature.name].cast("float64")
        columns[feature.name] = value
        columns[feature.source_column] = value.notnull().ifelse(feature.source, MISSING)
    return columns
