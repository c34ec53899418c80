"""Whether a day of a batch is published, in which state, and why not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from nba_pipeline.game_day import is_off_season
from nba_pipeline.warehouse.batch import Batch
from nba_pipeline.warehouse.engine import Fingerprint
from nba_pipeline.warehouse.receipts import Receipt, State, inputs_as_json


@dataclass(frozen=True)
class Acceptance:
    """The day is published in this state."""

    state: State
    reason: str | None = None


@dataclass(frozen=True)
class Refusal:
    """The day is not published; its last good state stays."""

    reason: str


def verdict(
    batch: Batch, day: date, found: Fingerprint, gaps: Mapping[str, str], before: Receipt | None
) -> Acceptance | Refusal:
    """Whether a day is published, given what it holds, the games that it lacks and its last receipt."""
    state = _state(batch, day, found, gaps)
    if isinstance(state, Refusal) or before is None:
        return state
    if found.rows >= before.rows:
        if found.content_hash == before.content_hash:
            return state
        return Acceptance(state.state, _sentences(state.reason, batch.correction, _arrived(batch, day, before)))
    change = f"{before.rows} rows became {found.rows}"
    explanation = _explains_shrinking(batch, day, gaps, before)
    if explanation is None:
        missing = _named(batch.missing.get(day, {}))
        lacking = f" ({missing})" if missing else ""
        return Refusal(f"{change} without a reason{lacking}; if that is right, repeat with --accept-shrink 'why'")
    return Acceptance(state.state, _sentences(state.reason, f"{change}: {explanation}"))


def _sentences(*reasons: str | None) -> str | None:
    return "; ".join(filter(None, reasons)) or None


def _state(batch: Batch, day: date, found: Fingerprint, gaps: Mapping[str, str]) -> Acceptance | Refusal:
    """What the day is, judged by itself."""
    missing = _named(batch.missing.get(day, {}))
    named = ", ".join(f"{game} ({why})" for game, why in sorted(gaps.items())[:5])
    lacking = _sentences(f"{len(gaps)} games missing: {named}" if gaps else None, missing)
    if missing and not found.rows:
        return Refusal(f"nothing could be made: {lacking}")
    if gaps:
        if found.rows:
            return Acceptance(State.DEGRADED, lacking)
        known = {batch.empty_reasons.get(day), *batch.inherited.get(day, {}).values()}
        if set(gaps.values()) <= known:
            return Acceptance(State.EMPTY_OK, f"{len(gaps)} games missing: {named}")
        if batch.table.comes_late and gaps.keys() <= batch.unanswered.get(day, {}).keys():
            return Acceptance(State.DEGRADED, lacking)
        return Refusal(f"none of {len(gaps)} expected games can be published: {named}")
    if missing:
        return Acceptance(State.DEGRADED, missing)
    if found.rows:
        return Acceptance(State.COMPLETE)
    if day in batch.empty_reasons:
        return Acceptance(State.EMPTY_OK, batch.empty_reasons[day])
    if is_off_season(day):
        return Acceptance(State.EMPTY_OK, "off-season")
    if batch.table.may_be_empty:
        return Acceptance(State.EMPTY_OK, batch.table.may_be_empty)
    if batch.expected_games is not None:
        return Acceptance(State.EMPTY_OK, "no games")
    return Refusal("there are no rows and no reason for it")


def _named(missing: Mapping[str, str]) -> str:
    """What is missing of a day beside games, in words; empty where nothing is."""
    parts = ", ".join(f"{what} ({why})" for what, why in sorted(missing.items()))
    return f"without {parts}" if parts else ""


def _arrived(batch: Batch, day: date, before: Receipt) -> str | None:
    """What the source owed of the day, and has told since."""
    if not batch.from_source:
        return None
    came = ", ".join(sorted(before.missing.keys() - batch.missing.get(day, {}).keys()))
    return f"now with {came}" if came else None


def _explains_shrinking(batch: Batch, day: date, gaps: Mapping[str, str], before: Receipt) -> str | None:
    """Why a day may have fewer rows than last time: the operator's word, a correction, changed inputs or code.

    A correction may take rows away and never a game, which only a table that knows its games can tell.
    """
    if batch.accept_shrink:
        return batch.accept_shrink
    if batch.from_source:
        return None if batch.expected_games is None or gaps else batch.correction
    if before.inputs_json != inputs_as_json(batch.inputs.get(day, {})):
        return batch.correction or "its inputs changed"
    if before.code_version != batch.code_version:
        return "its code changed"
    return None
