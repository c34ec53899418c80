"""How every prediction came out, the morning after.

A void needs evidence that the player did not play: his row says so, or the boxscore, which is published only
when it is complete, does not have him. A game without a boxscore is not graded at all: it is a gap of the day.

A day that is graded again, after a correction, keeps in TRACE what each changed grade was: the table itself always
says what is known now, however often it was made.
"""

from __future__ import annotations

from typing import Annotated

import ibis
import ibis.expr.types as ir

from nba_pipeline.contracts import Column, Phase, Results, Table, Today, When
from nba_pipeline.tables.predictions.player_prop_predictions import CONTRACT as PREDICTIONS
from nba_pipeline.warehouse.engine import Ledger
from nba_pipeline.warehouse.receipts import DATASET

CORRECT, INCORRECT, PUSH, VOID, NOT_BET = "CORRECT", "INCORRECT", "PUSH", "VOID", "NOT_BET"
DID_NOT_PLAY = "the player did not play"

CONTRACT = Table(
    name="nba_predictions.prediction_accuracy",
    grain="game x expected player x system",
    phase=Phase.GRADES,
    when=When.POSTGAME,
    key=("game_date", "game_id", "player_id", "system_id"),
    columns=[
        *[
            PREDICTIONS[name]
            for name in (
                "game_date",
                "game_id",
                "player_id",
                "system_id",
                "player_name",
                "predicted_points",
                "line",
                "line_mean",
                "edge",
                "confidence_score",
                "recommendation",
            )
        ],
        Column(
            "closing_line_mean", float, "Mean of the lines before the game's own tip-off", "points", 0.5, 60, "no line"
        ),
        Column("actual_points", int, "Points that he scored", "points", 0, 110, DID_NOT_PLAY),
        Column("minutes", float, "Minutes that he played", "minutes", 0, 70, DID_NOT_PLAY),
        Column(
            "signed_error",
            float,
            "Prediction minus actual points",
            "points",
            -110,
            90,
            "no prediction, or he did not play",
        ),
        Column("absolute_error", float, "Its size", "points", 0, 110, "no prediction, or he did not play"),
        Column("outcome", str, "What came of the recommendation", values=(CORRECT, INCORRECT, PUSH, VOID, NOT_BET)),
        Column("is_correct", bool, "Whether the recommended side won", null="no side recommended, push or void"),
        Column("void_reason", str, "The evidence that he did not play", null="not void"),
    ],
)

TRACE = Ledger(
    f"{DATASET}.regrades",
    ibis.schema(
        {
            "game_date": "!date",
            "game_id": "!string",
            "player_id": "!int64",
            "system_id": "!string",
            "old_actual_points": "int64",
            "new_actual_points": "int64",
            "old_outcome": "!string",
            "new_outcome": "string",
            "publication_id": "!string",
            "revision": "!int64",
            "run_id": "!string",
            "reason": "!string",
            "replaced_at": "!timestamp('UTC')",
        }
    ),
)


def prediction_accuracy(
    player_prop_predictions: Annotated[ir.Table, Today()],
    player_game_summary: Annotated[ir.Table, Results()],
    schedule: Annotated[ir.Table, Results()],
) -> ir.Table:
    summary = player_game_summary
    in_boxscore = summary.select(
        "game_date", "game_id", "player_id", "status", "not_played_reason", "points", "minutes", "closing_line_mean"
    )
    graded_games = _graded_games(summary, schedule)
    active = player_prop_predictions.filter(player_prop_predictions.is_active)
    rows = active.inner_join(graded_games, ["game_date", "game_id"]).left_join(
        in_boxscore, ["game_date", "game_id", "player_id"]
    )
    played = (rows.status == "PLAYED").fill_null(False)
    error = rows.predicted_points - played.ifelse(rows.points, None)
    over = rows.points > rows.line
    took_over = rows.recommendation == "OVER"
    outcome = ibis.cases(
        (~played, VOID),
        (rows.recommendation.notin(["OVER", "UNDER"]), NOT_BET),
        (rows.points == rows.line, PUSH),
        (over == took_over, CORRECT),
        else_=INCORRECT,
    )
    return rows.select(
        *[name for name in CONTRACT.schema() if name in active.columns],
        closing_line_mean=rows.closing_line_mean,
        actual_points=played.ifelse(rows.points, None),
        minutes=played.ifelse(rows.minutes, None),
        signed_error=error,
        absolute_error=error.abs(),
        outcome=outcome,
        is_correct=outcome.isin([CORRECT, INCORRECT]).ifelse(outcome == CORRECT, None),
        void_reason=ibis.cases(
            (played, ibis.null("string")),
            (rows.postponed, "game postponed"),
            (rows.status.isnull(), "not in the complete boxscore"),
            else_=rows.status + ibis.coalesce(": " + rows.not_played_reason, ""),
        ),
    )


def _graded_games(summary: ir.Table, schedule: ir.Table) -> ir.Table:
    """Games that can be graded: those with a complete boxscore, and those that were postponed."""
    games = summary.select("game_date", "game_id").distinct()
    known = schedule.select("game_date", "game_id", "postponed")
    return known.filter(known.postponed | known.game_id.isin(games.game_id))


def traced(published: ir.Table, rows: ir.Table) -> ir.Table:
    """Grades that are no longer what they were. One without a new outcome was taken back: its game is a gap now."""
    grade = ("actual_points", "outcome")
    new = rows.select(*CONTRACT.key, **{f"new_{name}": rows[name] for name in grade})
    old = published.select(*CONTRACT.key, **{f"old_{name}": published[name] for name in grade})
    both = old.left_join(new, list(CONTRACT.key), rname="regraded_{name}")
    same = [both[f"old_{name}"].identical_to(both[f"new_{name}"]) for name in grade]
    changed = both.filter(~(same[0] & same[1]))
    return changed.select(*CONTRACT.key, *[f"{age}_{name}" for name in grade for age in ("old", "new")])


def expected_games(player_prop_predictions: ir.Table) -> ir.Table:
    """Every game with predictions."""
    return player_prop_predictions.select("game_date", "game_id").distinct()


def held_back(rows: ir.Table, player_game_summary: ir.Table, schedule: ir.Table) -> ir.Table:
    """Games that are graded without evidence: nobody has a boxscore of them, and they were not postponed."""
    games = rows.select("game_date", "game_id").distinct()
    known = _graded_games(player_game_summary, schedule)
    return games.anti_join(known, ["game_date", "game_id"]).mutate(reason=ibis.literal("graded without a boxscore"))
