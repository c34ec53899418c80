"""Phase 6, grades: every active prediction comes out one way or another."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir
from ibis import _

from nba_pipeline.reliability.rules.base import ALL, Due, Expected, Judged, Severity, rule
from nba_pipeline.reliability.rules.subjects import GAME, PLAYER, compared, first_fact

PREDICTION = (*PLAYER, "system_id")


@rule(
    "E1",
    phase=6,
    severity=Severity.HIGH,
    due=Due.FINAL,
    holds_with=ALL,
    counts=("active predictions", "graded predictions"),
    sentence="{missing} predictions and grades have no counterpart",
    remedy="grade them with: nba run --date {date} --phase postgame",
    needs=("player_game_summary", "player_boxscores"),
)
def every_active_prediction_is_graded(player_prop_predictions: Expected, prediction_accuracy: Judged) -> ir.Table:
    """Correct, incorrect, push, void and not bet are together the active predictions, and nothing else is graded."""
    active = player_prop_predictions.filter(_.is_active)
    graded = compared(_named(active), prediction_accuracy, by=PREDICTION)
    graded = graded.mutate(fact=first_fact((~_.present, ibis.literal("not graded"))))
    others = _named(prediction_accuracy.anti_join(active, PREDICTION))
    return graded.union(
        others.select(
            *GAME, "subject", present=ibis.literal(False), fact=ibis.literal("graded without an active prediction")
        )
    )


def _named(rows: ir.Table) -> ir.Table:
    return rows.select(*PREDICTION, subject=rows.player_name + " by " + rows.system_id)
