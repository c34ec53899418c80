"""The quality of a feature row, judged by where its values come from."""

from __future__ import annotations

from functools import cache

import duckdb
import ibis
import pyarrow as pa
import pytest

from nba_pipeline.tables.predictions.features import FEATURES, MATCHUP, OPTIONAL, REQUIRED, SOURCES
from nba_pipeline.tables.predictions.quality import judged

NAMES = [feature.name for feature in FEATURES]
# Required features that are neither of the matchup nor weigh less than 100, for tests to spoil.
PLAIN = [f.name for f in REQUIRED if f.name not in MATCHUP and SOURCES[f.source] == 100]


def judge(**sources: str) -> dict:
    """The quality of a row whose values are all real but for those named."""
    row = {feature.source_column: sources.get(feature.name, feature.source) for feature in FEATURES}
    with duckdb.connect() as engine:
        engine.register("sources", pa.Table.from_pylist([row]))
        [found] = engine.sql(_compiled()).to_arrow_table().to_pylist()
    return found


@cache
def _compiled() -> str:
    schema = {feature.source_column: "string" for feature in FEATURES}
    return ibis.to_sql(judged(ibis.table(schema, name="sources")), dialect="duckdb")


def test_the_features_are_the_thirty_three_in_their_order():
    assert len(NAMES) == 33
    assert [NAMES.index(name) for name in MATCHUP] == [5, 6, 7, 8, 13, 14]
    assert [NAMES.index(name) for name in OPTIONAL] == [25, 26, 27]
    assert [NAMES.index(name) for name in ("rest_advantage", "playoff_game", "pct_paint", "ppm_avg_last_10")] == [
        *(9, 17, 18, 32)
    ]


def test_a_row_with_every_value_is_gold_and_weighs_minutes_and_meetings_less():
    row = judge()

    # of 30 required features, two come from minutes (95) and two from meetings (90)
    assert row["feature_quality_score"] == pytest.approx((26 * 100 + 2 * 95 + 2 * 90) / 30)
    assert (row["quality_tier"], row["is_quality_ready"], row["not_ready_because"]) == ("gold", True, None)
    assert (row["required_defaults"], row["required_missing"], row["matchup_known"]) == (0, 0, 6)


def test_a_player_without_a_line_lacks_nothing():
    without = dict.fromkeys(OPTIONAL, "missing")

    assert judge(**without) == judge() | {f"{name}_source": "missing" for name in OPTIONAL}


@pytest.mark.parametrize(("source", "weight"), [("fallback_phase3", 87), ("missing", 0)])
def test_a_weaker_source_costs_its_weight(source, weight):
    row = judge(**{PLAIN[0]: source})

    assert row["feature_quality_score"] == pytest.approx(judge()["feature_quality_score"] - (100 - weight) / 30)


@pytest.mark.parametrize(
    ("missing", "tier"),
    [
        (1, "gold"),
        (2, "silver"),
        (4, "silver"),
        (5, "bronze"),
        (8, "bronze"),
        (9, "poor"),
        (14, "poor"),
        (15, "critical"),
    ],
)
def test_a_tier_begins_at_its_score(missing, tier):
    row = judge(**dict.fromkeys(PLAIN[:missing], "missing"))

    assert row["quality_tier"] == tier
    assert row["required_missing"] == missing
    assert row["is_quality_ready"] is (missing < 9)
    assert row["not_ready_because"] == (None if missing < 9 else "quality_too_low")


@pytest.mark.parametrize(("defaults", "score", "tier"), [(1, 69.0, "poor"), (4, 69.0, "poor"), (5, 49.0, "critical")])
def test_defaults_cap_the_score_and_are_never_ready(defaults, score, tier):
    row = judge(**dict.fromkeys(PLAIN[:defaults], "default"))

    assert (row["feature_quality_score"], row["quality_tier"]) == (score, tier)
    assert (row["is_quality_ready"], row["not_ready_because"]) == (False, "required_defaults")
    assert row["required_defaults"] == defaults


def test_a_default_among_the_optional_is_not_held_against_the_row():
    assert judge(vegas_points_line="default")["feature_quality_score"] == judge()["feature_quality_score"]


def test_a_cap_lifts_nothing():
    sources = dict.fromkeys(PLAIN[:12], "missing") | dict.fromkeys(PLAIN[12:13], "default")

    assert judge(**sources)["feature_quality_score"] == pytest.approx((30 * 99 - 12 * 100 - 60) / 30)


@pytest.mark.parametrize("source", ["missing", "default"])
@pytest.mark.parametrize(("unknown", "known"), [(3, 3), (4, 2)])
def test_half_of_the_matchup_must_be_known(source, unknown, known):
    row = judge(**dict.fromkeys(MATCHUP[:unknown], source))

    assert row["matchup_known"] == known
    if source == "missing":
        assert row["feature_quality_score"] > 70
        assert row["not_ready_because"] == (None if known == 3 else "matchup_unknown")


def test_a_season_without_shot_zones_and_injury_reports_can_be_ready():
    missing = ["shot_zone_mismatch_score", "pct_paint", "pct_mid_range", "pct_three", "injury_risk"]
    row = judge(**dict.fromkeys(missing, "missing"))

    assert (row["quality_tier"], row["is_quality_ready"], row["matchup_known"]) == ("bronze", True, 5)
