"""R-006 as it is on record: whether the tables of phase 4 were ready when the newest day was predicted."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from nba_pipeline.dashboard.cards import UNKNOWN
from nba_pipeline.dashboard.facts import Told
from nba_pipeline.dashboard.known import Known
from nba_pipeline.dashboard.marks import unseen
from nba_pipeline.game_day import game_day_of
from nba_pipeline.hours import is_due
from nba_pipeline.orchestration.checks import PHASE_4_IS_READY
from nba_pipeline.readiness import A_READY
from nba_pipeline.reliability.outputs import TableDay
from nba_pipeline.reliability.results import RuleStatus
from nba_pipeline.tables.predictions.player_prop_predictions import CONTRACT as PREDICTIONS
from nba_pipeline.warehouse.receipts import Receipt, State


def phase_4_was_ready(
    receipts: Known[Mapping[TableDay, Receipt]], alerts: Known[Told], now: datetime
) -> dict[str, object]:
    """Of today, if anything is on record of it or it is due, else of yesterday: date, status and message."""
    today = game_day_of(now)
    for day in (today, today - timedelta(days=1)):
        status, message = _said(day, (receipts.value or {}).get((PREDICTIONS.name, day)), alerts)
        if status != UNKNOWN or is_due(PREDICTIONS.when, day, now):
            return {"date": day, "status": status, "message": unseen(receipts) or message}
    return {"date": None, "status": UNKNOWN, "message": unseen(receipts)}


def _said(day: date, receipt: Receipt | None, alerts: Known[Told]) -> tuple[str, str]:
    """What a refusal, which is an open alert, and the receipt of the predictions say of a day."""
    for one in alerts.value.open if alerts.value else ():
        if one.key.endswith(f":{PHASE_4_IS_READY}:{day}"):
            return RuleStatus.FAIL, "; ".join(one.reasons)
    if receipt is None:
        return UNKNOWN, f"nothing is on record: {PREDICTIONS.name} of {day} was never published"
    unready = [
        f"{what.removeprefix(A_READY)}: {why}" for what, why in receipt.missing.items() if what.startswith(A_READY)
    ]
    if unready:
        return RuleStatus.FAIL, "; ".join(unready)
    if receipt.state is State.EMPTY_OK:
        return RuleStatus.EMPTY_OK, receipt.reason or "rightly empty"
    if alerts.value is None:
        return UNKNOWN, f"whether a later run was refused is not known: {unseen(alerts)}"
    return RuleStatus.PASS, "present, complete and fresh"
