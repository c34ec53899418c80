"""The checks that every table's asset has, and what a publication says to them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import dagster as dg

from nba_pipeline.blindness import is_provable
from nba_pipeline.game_day import Days
from nba_pipeline.orchestration.partitions import GAME_DAYS
from nba_pipeline.readiness import alert
from nba_pipeline.registry import TableModule
from nba_pipeline.warehouse.batch import Publication
from nba_pipeline.warehouse.reading import Reading
from nba_pipeline.warehouse.receipts import Receipt, State

WRITE_VERIFIED = "write_verified"
CONTRACT_HOLDS = "contract_holds"
PHASE_4_IS_READY = "phase_4_is_ready"
BLIND_TO_ITS_GAMES = "blind_to_its_own_games"


@dataclass(frozen=True)
class Claim:
    """What a check claims and what it means when that is false; `remedy` says what to do then, and names a command."""

    meaning: str
    remedy: str

    @property
    def description(self) -> str:
        return f"{self.meaning} Then {self.remedy}."


_CLAIMS: Mapping[str, Claim] = {
    WRITE_VERIFIED: Claim(
        "Every day was read back equal, in the transaction and after it (R-004). If this fails, nothing new is "
        "visible: the last good day is.",
        "read the reason, mend its cause and make the day again with: nba run --date DAY",
    ),
    CONTRACT_HOLDS: Claim(
        "Columns, keys, bounds and every expected game are as the contract promises. An error refuses the day; "
        "a warning means that the named games are held back and the rest of the day is published.",
        "read in the reason which column or game it is, see whether the source or the table's function is wrong, and "
        "make the day again with: nba run --date DAY",
    ),
    PHASE_4_IS_READY: Claim(
        "The tables of phase 4 were present, complete and fresh when the day was predicted (R-006). With "
        "NBA_READINESS=warn it is predicted and DEGRADED, with block it is refused until they are.",
        "make them and the predictions again with: nba run --date DAY --phase pregame",
    ),
    BLIND_TO_ITS_GAMES: Claim(
        "C4: built again with every input cut off before the day, the rows come out equal. A range proves one day, "
        "another one with each run; a single day, and the last of a range, is made that way. If this fails, the table "
        "sees games of its own day or later ones, nothing of the range was published, and the last good days stay.",
        "look for `<=` where `<` belongs, in a window or a join of the table's function, and make the days again with: "
        "nba backfill --start DAY --end DAY",
    ),
}


def check_names(module: TableModule) -> list[str]:
    """The checks of a table's asset."""
    ready = [PHASE_4_IS_READY] if module.ready else []
    blind = [BLIND_TO_ITS_GAMES] if is_provable(module) else []
    return [WRITE_VERIFIED, CONTRACT_HOLDS, *ready, *blind]


def check_specs(module: TableModule, asset: dg.AssetKey) -> list[dg.AssetCheckSpec]:
    return [
        dg.AssetCheckSpec(
            name, asset=asset, blocking=True, description=_CLAIMS[name].description, partitions_def=GAME_DAYS
        )
        for name in check_names(module)
    ]


@dataclass(frozen=True)
class Verdict:
    """One check's answer for one day."""

    check: str
    passed: bool
    severity: dg.AssetCheckSeverity
    reason: str


def judge(publication: Publication, days: Days, read_back: Reading) -> dict[date, list[Verdict]]:
    """Every check for each day. `read_back` is what a fresh read after the commit served."""
    served = {receipt.game_date: receipt.receipt_id for receipt in read_back.receipts}
    verdicts = {
        day: _judge_day(publication.receipts.get(day), publication.refused.get(day), served.get(day)) for day in days
    }
    if publication.unready is not None:
        for day, answers in verdicts.items():
            answers.append(_readiness(day, publication.unready.get(day, {}), day in publication.receipts))
    return verdicts


def _readiness(day: date, unready: Mapping[str, str], published: bool) -> Verdict:
    severity = dg.AssetCheckSeverity.WARN if published else dg.AssetCheckSeverity.ERROR
    reason = alert(day, unready) if unready else "present, complete and fresh"
    return Verdict(PHASE_4_IS_READY, not unready, severity, reason)


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


def unreported(days: Days, reason: str, ready: Sequence[str] = ()) -> dict[date, list[Verdict]]:
    """Every check failed for all days: the step could not get as far as a publication."""
    unknown = [Verdict(PHASE_4_IS_READY, False, dg.AssetCheckSeverity.ERROR, reason)] if ready else []
    return {day: [*_judge_day(None, reason, None), *unknown] for day in days}


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


def blindness(module: TableModule, publication: Publication | None, reason: str = "") -> list[dg.AssetCheckResult]:
    """What a run says of `blind_to_its_own_games`, where the table has that check; without a publication, why not."""
    if not is_provable(module):
        return []
    proven: list[str] = []
    if publication is None:
        passed, told = False, f"nothing was proven: {reason}"
    elif publication.leak:
        passed, told = False, publication.leak
    elif not publication.receipts:
        passed, told = False, "nothing was proven: no day was published"
    else:
        passed, proven = True, [f"{day}" for day in publication.proven]
        told = f"proven on {', '.join(proven)}" if proven else _needs_no_proof(publication)
    return [
        dg.AssetCheckResult(
            check_name=BLIND_TO_ITS_GAMES, passed=passed, description=told, metadata={"days_proven": proven}
        )
    ]


def _needs_no_proof(publication: Publication) -> str:
    if len(publication.receipts) == 1:
        return "made of inputs that end the day before"
    return "no day but the last of the range has games that it could have seen"
