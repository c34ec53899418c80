"""How much of a feature row is real, and whether it is good enough to predict from.

Judged by the sources of its values alone: what a value is says nothing about whether it is made up.
"""

from __future__ import annotations

from collections.abc import Mapping

import ibis
import ibis.expr.types as ir

from nba_pipeline.contracts import Column
from nba_pipeline.tables.predictions.features import DEFAULT, MATCHUP, MISSING, REQUIRED, SOURCES

# The score from which each tier begins, the best first.
TIERS: Mapping[str, float] = {"gold": 95, "silver": 85, "bronze": 70, "poor": 50, "critical": 0}

LEAST_READY = TIERS["bronze"]

# With so many required values made up, a row scores no more than this.
_CAPS = ((5, 49.0), (1, 69.0))

HAS_DEFAULTS = "required_defaults"
TOO_LOW = "quality_too_low"
NO_MATCHUP = "matchup_unknown"

COLUMNS = (
    Column("required_defaults", int, "Required features whose value is a default", "features", 0, len(REQUIRED)),
    Column("required_missing", int, "Required features without a value", "features", 0, len(REQUIRED)),
    Column("matchup_known", int, "Matchup features, neither default nor missing", "features", 0, len(MATCHUP)),
    Column(
        "feature_quality_score",
        float,
        "Mean weight of the required features' sources; at most 69 with a default among them, 49 with five",
        "percent",
        0,
        100,
    ),
    Column(
        "quality_tier",
        str,
        "Of the score: " + ", ".join(f"{tier} from {least:g}" for tier, least in TIERS.items()),
        values=tuple(TIERS),
    ),
    Column("is_quality_ready", bool, "Whether a side may be recommended on this row"),
    Column(
        "not_ready_because",
        str,
        f"The first that holds: a default among the required, a score under {LEAST_READY:g}, fewer than half of the "
        "matchup features known",
        values=(HAS_DEFAULTS, TOO_LOW, NO_MATCHUP),
        null="the row is ready",
    ),
)


def judged(rows: ir.Table) -> ir.Table:
    """Add the quality columns to rows with a source for each feature."""
    required = [rows[feature.source_column] for feature in REQUIRED]
    matchup = [rows[feature.source_column] for feature in REQUIRED if feature.name in MATCHUP]
    rows = rows.mutate(
        required_defaults=_number([source == DEFAULT for source in required]),
        required_missing=_number([source == MISSING for source in required]),
        matchup_known=_number([source.notin([DEFAULT, MISSING]) for source in matchup]),
        weight=sum(source.cases(*SOURCES.items()) for source in required),
    )
    mean = rows.weight / len(REQUIRED)
    caps = ibis.cases(*[(rows.required_defaults >= many, cap) for many, cap in _CAPS], else_=100.0)
    rows = rows.mutate(feature_quality_score=ibis.least(mean, caps)).drop("weight")
    score = rows.feature_quality_score
    rows = rows.mutate(
        quality_tier=ibis.cases(*[(score >= least, tier) for tier, least in TIERS.items()]),
        not_ready_because=ibis.cases(
            (rows.required_defaults > 0, HAS_DEFAULTS),
            (score < LEAST_READY, TOO_LOW),
            (2 * rows.matchup_known < len(MATCHUP), NO_MATCHUP),
        ),
    )
    return rows.mutate(is_quality_ready=rows.not_ready_because.isnull())


def _number(conditions: list[ir.BooleanValue]) -> ir.IntegerValue:
    """How many of them hold."""
    return sum(condition.cast("int64") for condition in conditions)
