"""The endpoints as OpenAPI 3.1: paths, parameters, answers and errors."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from nba_pipeline import __version__
from nba_pipeline.dashboard.api import MOST_DAYS
from nba_pipeline.dashboard.schemas import DATE, SCHEMAS, TEXT, WHOLE, Schema, ref
from nba_pipeline.game_day import FIRST_GAME_DAY

JSON, HTML = "application/json", "text/html"


@dataclass(frozen=True)
class Parameter:
    """What may be asked in the query."""

    name: str
    description: str
    schema: Schema


DAY = Parameter(
    "date", f"A game day, US/Eastern, from {FIRST_GAME_DAY} on; without it, today", {**DATE, "examples": ["2026-01-15"]}
)
DAYS = Parameter(
    "days",
    "Without a date: the last so many days, today among them",
    {**WHOLE, "minimum": 1, "maximum": MOST_DAYS, "default": 7},
)
PLAYER = Parameter("player", "Only players of this name, in any spelling or a part of it", TEXT)


@dataclass(frozen=True)
class Endpoint:
    """An endpoint and its answer: the name of a schema, or what it is if it is no JSON. `also` are other statuses."""

    path: str
    summary: str
    answer: str
    parameters: Sequence[Parameter] = ()
    also: Mapping[int, str] | None = None

    def document(self) -> dict[str, Any]:
        answers = {200: self.answer, **(self.also or {})}
        refused = {400: "A parameter is no such thing"} if self.parameters else {}
        refused |= {401: "The token is missing or wrong", 429: "Too many wrong tokens", 500: "The dashboard failed"}
        return {
            "get": {
                "summary": self.summary,
                "parameters": [{"in": "query", "required": False, **p.__dict__} for p in self.parameters],
                "responses": {f"{status}": _response(schema, schema) for status, schema in answers.items()}
                | {f"{status}": _response(why, "Error") for status, why in refused.items()},
            }
        }


def _response(description: str, schema: str) -> Schema:
    if schema in SCHEMAS:
        return {"description": description, "content": {JSON: {"schema": ref(schema)}}}
    return {"description": description, "content": {schema: {}}}


ENDPOINTS = (
    Endpoint(
        "/api/reliability/reconciliation", "The stored results of days, newest first", "Reconciliation", (DAY, DAYS)
    ),
    Endpoint("/api/reliability/summary", "R-006, R-007 and R-008: how the newest day that is due stands", "Summary"),
    Endpoint("/api/ledger", "Every expected player of a day, phase by phase", "Ledger", (DAY, PLAYER)),
    Endpoint("/api/predictions", "Every system's predictions of a day, and what came", "Predictions", (DAY,)),
    Endpoint(
        "/api/health",
        "Whether the warehouse could be opened when that was last tried, and when it last could; it is asked nothing",
        "Health",
        also={503: "Health"},
    ),
    Endpoint("/api/openapi.json", "This description", JSON),
    Endpoint("/api/docs", "This description, for people", HTML),
)


def document() -> dict[str, Any]:
    """The description of all endpoints."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "nba_pipeline",
            "version": __version__,
            "description": "Verified, stored results. What is not known is null or UNKNOWN, never zero. "
            "Where a token is set, send it as: Authorization: Bearer …",
        },
        "paths": {endpoint.path: endpoint.document() for endpoint in ENDPOINTS},
        "components": {
            "schemas": dict(SCHEMAS),
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
        "security": [{}, {"token": []}],
    }
