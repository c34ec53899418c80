"""The JSON endpoints, in the shapes that the operator knows. What is not known is null or UNKNOWN, never zero."""

from __future__ import annotations

import json
import math
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import asdict
from datetime import date, datetime

from starlette.responses import Response

from nba_pipeline.alerts.acceptances import Acceptance, by_rule
from nba_pipeline.dashboard.facts import Facts
from nba_pipeline.dashboard.known import Known
from nba_pipeline.dashboard.pages import UNKNOWN
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
    results = [_document(day, judged.get(day), acceptances.value) for day in reversed(list(days))]
    return {**_told(known, acceptances), "results": results}


def _document(day: date, judged: JudgedDay | None, accepted: Sequence[Acceptance] | None) -> dict[str, object]:
    if judged is None:
        return {"date": day, "gaps_found": None, "gaps": None, "stats": None, "status": UNKNOWN}
    gaps = [Answer.from_row(row) for row in judged.gaps]
    told = None if accepted is None else [asdict(one) for one in by_rule(gaps, accepted).values()]
    return judged.document() | {"accepted": told}


def summary(facts: Facts) -> dict[str, object]:
    """What the last reconciled day says, and of which moment."""
    known = facts.judged(facts.last_days(7))
    over = [judged for judged in (known.value or {}).values() if judged.status != "PENDING"]
    last = max(over, key=lambda judged: judged.game_date, default=None)
    return {
        "r006": _rule_of(last, "phase_4_is_ready"),
        "r007": {
            "date": last and last.game_date,
            "gaps_found": len(last.gaps) if last else None,
            "status": last.status if last else UNKNOWN,
            "high_severity_count": last.high if last else None,
        },
        "last_updated": last and last.evaluated_at,
        **_told(known),
    }


def _rule_of(judged: JudgedDay | None, check: str) -> dict[str, object]:
    for row in judged.rows if judged else ():
        if row["check_name"] == check:
            return {"date": row["game_date"], "status": row["status"], "message": row["message"]}
    return {"date": None, "status": UNKNOWN, "message": None}


def predictions(facts: Facts, day: date) -> dict[str, object]:
    known, rows = slate_of(facts, day)
    unverified = known.value.unverified.get(day) if known.value else None
    return {
        **_told(known),
        "date": day,
        "unverified": unverified,
        "predictions": [_record(row) for row in rows.to_dict("records")],
    }


def ledger(facts: Facts, day: date, player: str | None) -> dict[str, object]:
    """A day's ledger in the shape of `nba ledger --json`, or of it only the players of a name."""
    known = facts.ledger(day)
    if not isinstance(known.value, Ledger):
        unknown = dict.fromkeys(("players", "unaccounted", "lost", "unknown_games", "phases", "ledger"))
        return {**_told(known), "date": day, "unverified": known.value and str(known.value), **unknown}
    told = Ledger(day, known.value.of(player), unknown={}) if player else known.value
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
    """Whether the warehouse could be looked at; 503 if it never could."""
    known = facts.judged(facts.last_days(7))
    return {"status": "ok" if known.problem is None else "stale" if known.as_of else "unknown", **_told(known)}, (
        200 if known.as_of else 503
    )
