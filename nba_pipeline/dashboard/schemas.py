"""The shapes of the JSON answers, as JSON Schema. Rows of tables are as the contracts that they are audited by.

Every object has exactly the properties that are told here, so that an answer that changes is noticed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from nba_pipeline.contracts import Column
from nba_pipeline.dashboard.cards import UNKNOWN
from nba_pipeline.dashboard.slate import RESULT
from nba_pipeline.reliability.results import GAPS, RuleStatus
from nba_pipeline.reliability.rules.base import Severity
from nba_pipeline.statuses import DayState
from nba_pipeline.tables.predictions.player_prop_predictions import CONTRACT as PREDICTIONS
from nba_pipeline.tables.predictions.prediction_accuracy import CONTRACT as GRADES
from nba_pipeline.tables.reliability.player_ledger import CONTRACT as LEDGER

Schema = Mapping[str, Any]

_TYPES: Mapping[type, Schema] = {
    int: {"type": "integer"},
    float: {"type": "number"},
    str: {"type": "string"},
    bool: {"type": "boolean"},
    date: {"type": "string", "format": "date"},
    datetime: {"type": "string", "format": "date-time"},
}


def _or_null(schema: Schema) -> Schema:
    if "type" not in schema:
        return {"anyOf": [schema, {"type": "null"}]}
    allowed = {"enum": [*schema["enum"], None]} if "enum" in schema else {}
    return {**schema, "type": [schema["type"], "null"], **allowed}


def _one_of(words: Sequence[str], description: str) -> Schema:
    return {"type": "string", "enum": [str(word) for word in words], "description": description}


def _object(properties: Mapping[str, Schema], optional: Sequence[str] = (), description: str = "") -> Schema:
    """An object with these properties and no others."""
    told = {"description": description} if description else {}
    required = [name for name in properties if name not in optional]
    return {
        "type": "object",
        "properties": dict(properties),
        "required": required,
        "additionalProperties": False,
    } | told


def _list(of: Schema) -> Schema:
    return {"type": "array", "items": of}


def ref(name: str) -> Schema:
    return {"$ref": f"#/components/schemas/{name}"}


def _column(column: Column, null: str | None = None) -> Schema:
    """A column as its contract promises it; `null` where an answer may lack it for another reason."""
    may_lack = column.null or null
    parts = (column.description, column.unit and f"in {column.unit}", may_lack and f"null: {may_lack}")
    bounds = {"minimum": column.low, "maximum": column.high}
    schema = {
        **_TYPES[column.type],
        **({"enum": [str(value) for value in column.values]} if column.values else {}),
        **{name: bound for name, bound in bounds.items() if bound is not None},
        "description": "; ".join(part for part in parts if part),
    }
    return _or_null(schema) if may_lack else schema


WHOLE, TEXT = _TYPES[int], _TYPES[str]
DATE, MOMENT = _TYPES[date], _TYPES[datetime]
OF_WHEN = {
    "as_of": _or_null({**MOMENT, "description": "The moment of the look that this is from; null: nobody could look"}),
    "problem": _or_null({**TEXT, "description": "Why it is not newer, or why there is none; null: it is from now"}),
}
COUNT = _or_null(WHOLE)
DAY_STATUS = _one_of(
    ["PASS", "FAIL", "PENDING", UNKNOWN],
    "PENDING: its games are not over. UNKNOWN: not reconciled since they are, or never",
)

ANSWER = _object(
    {
        "phase": {**TEXT, "description": "Like Phase 4"},
        "check": TEXT,
        "expected": COUNT,
        "actual": COUNT,
        "severity": _one_of(list(Severity), "How bad a gap is"),
        "message": TEXT,
        "rule": {**TEXT, "description": "The rule's id"},
        "status": _one_of(list(RuleStatus), "FAIL, ERROR and BLOCKED are gaps"),
        "missing": {**_list(TEXT), "description": "The first of what is missing, by name"},
        "missing_unlisted": {**WHOLE, "description": "How many more are missing"},
        "reason": _or_null(TEXT),
        "blocked_by": _or_null({**TEXT, "description": "The gap that this one follows from"}),
    },
    description="What a check says of a game day",
)
ACCEPTANCE = _object(
    {
        "id": WHOLE,
        "day": DATE,
        "rule_id": TEXT,
        "status": _one_of(list(GAPS), "What the rule said of the gap"),
        "missing": {**_list(TEXT), "description": "What was missing then, by name"},
        "lost": {**WHOLE, "description": "How many were missing then"},
        "blocked_by": _or_null(TEXT),
        "message": TEXT,
        "reason": TEXT,
        "accepted_by": TEXT,
        "accepted_at": MOMENT,
        "undone_at": _or_null(MOMENT),
        "undone_by": _or_null(TEXT),
    },
    description="A gap that an operator accepted as it stood: it stays a gap, and is told no more",
)
JUDGED_DAY = _object(
    {
        "date": DATE,
        "gaps_found": COUNT,
        "gaps": _or_null(_list(ref("Answer"))),
        "stats": {
            "type": ["object", "null"],
            "description": "Expected and actual counts by phase and check",
            "additionalProperties": {
                "type": "object",
                "additionalProperties": _object({"expected": COUNT, "actual": COUNT}),
            },
        },
        "status": DAY_STATUS,
        "day_state": _one_of(list(DayState), "How far the day is, by its schedule"),
        "evaluated_at": MOMENT,
        "rules": _list(ref("Answer")),
        "accepted": _or_null({**_list(ref("Acceptance")), "description": "Accepted gaps; null: nobody can tell"}),
    },
    optional=("day_state", "evaluated_at", "rules", "accepted"),
    description="A game day as it was last reconciled; without the last four where it never was",
)
SUMMARY = _object(
    {
        "r006": _object(
            {
                "date": _or_null(DATE),
                "status": _one_of([*RuleStatus, UNKNOWN], "Whether phase 4 was ready when the day was predicted"),
                "message": _or_null(TEXT),
            }
        ),
        "r007": _object(
            {
                "date": {**DATE, "description": "The last day whose reconciliation is due"},
                "gaps_found": COUNT,
                "status": DAY_STATUS,
                "high_severity_count": COUNT,
            }
        ),
        "r008": _object(
            {
                "undelivered": _or_null({**WHOLE, "description": "Messages that wait; null: nobody can tell"}),
                "oldest": _or_null({**MOMENT, "description": "Since when the oldest of them waits"}),
            }
        ),
        "last_updated": _or_null({**MOMENT, "description": "When the day of r007 was reconciled"}),
        **OF_WHEN,
    }
)
PHASE = _object(
    {
        "name": TEXT,
        "table": TEXT,
        "expected": WHOLE,
        "there": WHOLE,
        "reasons": {"type": "object", "additionalProperties": WHOLE},
    },
    description="How many players should be in a phase, are, and are not for which reason",
)
LEDGER_OF_DAY = _object(
    {
        **OF_WHEN,
        "date": DATE,
        "unverified": _or_null({**TEXT, "description": "Why there is no verified ledger; all counts are null then"}),
        "players": COUNT,
        "unaccounted": COUNT,
        "lost": COUNT,
        "unknown_games": {"type": ["object", "null"], "additionalProperties": TEXT},
        "phases": _or_null(_list(ref("Phase"))),
        "ledger": _or_null(_list(ref("LedgerRow"))),
    }
)
NOT_GRADED = "the prediction is not graded yet"
PREDICTION = _object(
    {column.name: _column(column) for column in PREDICTIONS.columns}
    | {name: _column(GRADES[name], NOT_GRADED) for name in RESULT},
    description=PREDICTIONS.grain,
)
PREDICTIONS_OF_DAY = _object(
    {
        **OF_WHEN,
        "date": DATE,
        "unverified": _or_null({**TEXT, "description": "Why the day's predictions cannot be proven"}),
        "empty": _or_null({**TEXT, "description": "Why there were none to make; null also where nobody could look"}),
        "results_missing": _or_null({**TEXT, "description": "Why what came of them is not told, or not of all"}),
        "predictions": _or_null({**_list(ref("Prediction")), "description": "null: nobody can tell"}),
    }
)
HEALTH = _object({"status": _one_of(["ok", "stale", "unknown"], "Whether the warehouse could be opened"), **OF_WHEN})
ERROR = _object({"error": _object({"status": WHOLE, "message": TEXT})}, description="The shape of every error")

SCHEMAS: Mapping[str, Schema] = {
    "Answer": ANSWER,
    "Acceptance": ACCEPTANCE,
    "JudgedDay": JUDGED_DAY,
    "Reconciliation": _object({**OF_WHEN, "results": _list(ref("JudgedDay"))}),
    "Summary": SUMMARY,
    "Phase": PHASE,
    "LedgerRow": _object({c.name: _column(c) for c in LEDGER.columns}, description=LEDGER.grain),
    "Ledger": LEDGER_OF_DAY,
    "Prediction": PREDICTION,
    "Predictions": PREDICTIONS_OF_DAY,
    "Health": HEALTH,
    "Error": ERROR,
}
