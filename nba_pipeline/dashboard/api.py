"""The JSON endpoints, in the shapes that the operator knows. What is not known is null or UNKNOWN, never zero."""

from __future__ import annotations

import json
import math
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import asdict, replace
from datetime import date, datetime

from starlette.responses import Response

from nba_pipeline.alerts.acceptances import Acceptance, by_rule
from nba_pipeline.dashboard.cards import UNKNOWN, last_due, verdict
from nba_pipeline.dashboard.facts import Facts, Told
from nba_pipeline.dashboard.known import Known
from nba_pipeline.dashboard.phase_4 import phase_4_was_ready
from nba_pipeline.dashboard.slate import slate_of
from nba_pipeline.game_day import Days
from nba_pipeline.reliability.history import JudgedDay
from nba_pipeline.reliability.ledger import Ledger
from nba_pipeline.reliability.on_record import Answer

MOST_DAYS = 400  # of one answer


def answer(document: object, status: int = 200) -> Response:
    return Response(json.dumps(document, default=_plain, allow_nan=False), status, media_type="application/json")


def error(status: int, message: str) -> Response:
    """Every error has this shape."""
    return answer({"error": {"status": status, "message": message}}, status)


def _plain(value: object) -> str:
    if isinstance(value, date | datetime):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no place in a JSON answer")


def _told(known: Known[object], *beside: Known[object]) -> dict[str, object]:
    """Of when the answer is, and every problem once, also of what is told beside it."""
    problems = dict.fromkeys(one.problem for one in (known, *beside) if one.problem)
    return {"as_of": known.as_of, "problem": "; ".join(problems) or None}


def reconciliation(facts: Facts, days: Days) -> dict[str, object]:
    """The stored results of each day, the newest first, and which gaps somebody accepted as they are."""
    known, acceptances = facts.judged(days), facts.acceptances()
    judged = known.value or {}
    now = facts.clock.now()
    results = [_document(day, judged.get(day), acceptances.value, now) for day in reversed(list(days))]
    return {**_told(known, acceptances), "results": results}


def _document(
    day: date, judged: JudgedDay | None, accepted: Sequence[Acceptance] | None, now: datetime
) -> dict[str, object]:
    unknown: dict[str, object] = {"date": day, "gaps_found": None, "gaps": None, "stats": None, "status": UNKNOWN}
    if judged is None:
        return unknown
    if verdict(judged, now) is None:
        return judged.document() | unknown
    gaps = [Answer.from_row(row) for row in judged.gaps]
    told = None if accepted is None else [asdict(one) for one in by_rule(gaps, accepted).values()]
    return judged.document() | {"accepted": told}


def summary(facts: Facts) -> dict[str, object]:
    """Whether phase 4 was ready, what the last day says whose reconciliation is due, and what nobody was told yet."""
    now = facts.clock.now()
    known, receipts, alerts = facts.judged(facts.last_days(7)), facts.receipts(facts.last_days(2)), facts.alerts()
    due = last_due(now)
    judged = verdict((known.value or {}).get(due), now)
    return {
        "r006": phase_4_was_ready(receipts, alerts, now),
        "r007": {
            "date": due,
            "gaps_found": len(judged.gaps) if judged else None,
            "status": judged.status if judged else UNKNOWN,
            "high_severity_count": judged.high if judged else None,
        },
        "r008": _undelivered(alerts.value),
        "last_updated": judged and judged.evaluated_at,
        **_told(known, receipts, alerts),
    }


def _undelivered(told: Told | None) -> dict[str, object]:
    if told is None:
        return {"undelivered": None, "oldest": None}
    oldest = min((one.created_at for one in told.undelivered), default=None)
    return {"undelivered": len(told.undelivered), "oldest": oldest}


def predictions(facts: Facts, day: date) -> dict[str, object]:
    slate = slate_of(facts, day)
    return {
        **_told(*slate.made_from),
        "date": day,
        "unverified": slate.predictions.value and slate.predictions.value.unverified.get(day),
        "empty": slate.why_nothing and slate.why_nothing.value,
        "results_missing": slate.why_no_results,
        "predictions": [_record(row) for row in slate.rows.to_dict("records")] if slate.is_known else None,
    }


def ledger(facts: Facts, day: date, player: str | None) -> dict[str, object]:
    """A day's ledger in the shape of `nba ledger --json`, or of it only the players of a name."""
    known = facts.ledger(day)
    if not isinstance(known.value, Ledger):
        unknown = dict.fromkeys(("players", "unaccounted", "lost", "unknown_games", "phases", "ledger"))
        return {**_told(known), "date": day, "unverified": known.value and str(known.value), **unknown}
    told = replace(known.value, rows=known.value.of(player)) if player else known.value
    return {**_told(known), "unverified": None, **told.document()}


def _record(row: Mapping[Hashable, object]) -> dict[str, object]:
    return {
        str(name): None if isinstance(value, float) and math.isnan(value) else _scalar(value)
        for name, value in row.items()
    }


def _scalar(value: object) -> object:
    """A NumPy scalar as Python's own."""
    return value.item() if hasattr(value, "item") else value


def health(facts: Facts) -> tuple[dict[str, object], int]:
    """Whether the warehouse could be opened when that was last tried; 503 if it never could. It is asked nothing."""
    opening = facts.known.opening
    status = "unknown" if opening.as_of is None else "stale" if opening.problem else "ok"
    return {"status": status, **_told(opening)}, 200 if opening.as_of else 503
