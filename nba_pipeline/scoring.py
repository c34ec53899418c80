"""Accuracy of the systems: each on all players who played, and on those with a line beside the line itself.

The two populations are never mixed: players with a line score more and are missed by more.
"""

from __future__ import annotations

import pandas as pd


def score_systems(graded: pd.DataFrame) -> list[dict[str, object]]:
    """One row per system and population. `graded` are rows of `prediction_accuracy`; errors are in points.

    `line_mae` is the mean bookmakers' line before tip-off on the identical rows; `hit_rate` counts the
    recommended sides that won, of those that were neither push nor void.
    """
    played = graded[graded["actual_points"].notna() & graded["predicted_points"].notna()]
    rows = []
    for system_id, of_system in played.groupby("system_id", sort=True):
        lined = of_system[of_system["closing_line_mean"].notna()]
        rows += [
            _scores(str(system_id), population, part)
            for population, part in (("all", of_system), ("lined", lined))
            if len(part)
        ]
    return rows


def _scores(system_id: str, population: str, rows: pd.DataFrame) -> dict[str, object]:
    error = rows["predicted_points"].astype(float) - rows["actual_points"].astype(float)
    bets = rows[rows["outcome"].isin(["CORRECT", "INCORRECT"])]
    scores: dict[str, object] = {
        "system_id": system_id,
        "population": population,
        "rows": len(rows),
        "mae": round(float(error.abs().mean()), 4),
        "rmse": round(float((error**2).mean() ** 0.5), 4),
        "bias": round(float(error.mean()), 4),
        "line_mae": None,
        "bets": len(bets),
        "hit_rate": round(float((bets["outcome"] == "CORRECT").mean()), 4) if len(bets) else None,
    }
    if population == "lined":
        line_error = rows["closing_line_mean"].astype(float) - rows["actual_points"].astype(float)
        scores["line_mae"] = round(float(line_error.abs().mean()), 4)
    return scores
