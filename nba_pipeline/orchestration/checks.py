"""The checks that every table's asset has, and what a publication says to them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import dagster as dg

from nba_pipeline.game_day import Days
from nba_pipeline.orchestration.partitions import GAME_DAYS
from nba_pipeline.warehouse.publication import Publication
from nba_pipeline.warehouse.reading import Reading
from nba_pipeline.warehouse.receipts import Receipt, State

WRITE_VERIFIED = "write_verified"
CONTRACT_HOLDS = "contract_holds"

_DESCRIPTIONS: Mapping[str, str] = {
    WRITE_VERIFIED: (
        "Every day was read back equal, in the transaction and after it (R-004). If this fails, nothing new is "
        "visible: the last good day is. Read the reason, mend its cause and materialize the day again."
    ),
    CONTRACT_HOLDS: (
        "Columns, keys, bounds and every expected game are as the contract promises. An error refuses the day; "
        "a warning means that the named games are held back and the rest of the day is published."
    ),
}


def check_specs(asset: dg.AssetKey) -> list[dg.AssetCheckSpec]:
    return [
        dg.AssetCheckSpec(name, asset=asset, blocking=True, description=text, partitions_def=GAME_DAYS)
        for name, text in _DESCRIPTIONS.items()
    ]


@dataclass(frozen=True)
class Verdict:
    """One check's answer for one day."""

    check: str
    passed: bool
    severity: dg.AssetCheckSeverity
    reason: str


def judge(publication: Publication, days: Days, read_back: Reading) -> dict[date, list[Verdict]]:
    """Both checks for each day. `read_back` is what a fresh read after the commit served."""
    served = {receipt.game_date: receipt.receipt_id for receipt in read_back.receipts}
    return {
        day: _judge_day(publication.receipts.get(day), publication.refused.get(day), served.get(day)) for day in days
    }


def _judge_day(receipt: Receipt | None, refused: str | None, served: str | None) -> list[Verdict]:
    error, warn = dg.AssetCheckSeverity.ERROR, dg.AssetCheckSeverity.WARN
    if receipt is None:
        reason = refused or "neither published nor refused"
        return [
            Verdict(WRITE_VERIFIED, False, error, "nothing was written; the last good day stays visible"),
            Verdict(CONTRACT_HOLDS, False, error, reason),
        ]
    written = served == receipt.receipt_id
    whole = receipt.state is not State.DEGRADED
    return [
        Verdict(
            WRITE_VERIFIED,
            written,
            error,
            f"{receipt.rows} rows read back equal" if written else "the published day is not what a fresh read serves",
        ),
        Verdict(CONTRACT_HOLDS, whole, warn, receipt.reason or str(receipt.state)),
    ]


def unreported(days: Days, reason: str) -> dict[date, list[Verdict]]:
    """Both checks failed for all days: the step could not get as far as a publication."""
    return {day: _judge_day(None, reason, None) for day in days}


def summary(verdicts: Mapping[date, list[Verdict]], check: str) -> dg.AssetCheckResult:
    """One result for all days: failed if any day failed, as severe as its worst day."""
    failed = {day: v for day, answers in verdicts.items() for v in answers if v.check == check and not v.passed}
    errors = [v for v in failed.values() if v.severity is dg.AssetCheckSeverity.ERROR]
    first = next((f"{day}: {verdict.reason}" for day, verdict in sorted(failed.items())), "")
    return dg.AssetCheckResult(
        check_name=check,
        passed=not failed,
        severity=dg.AssetCheckSeverity.ERROR if errors or not failed else dg.AssetCheckSeverity.WARN,
        description=first or None,
        metadata={
            "days": len(verdicts),
            "days_failed": len(failed),
            "failed": {f"{day}": verdict.reason for day, verdict in sorted(failed.items())[:50]},
        },
    )
