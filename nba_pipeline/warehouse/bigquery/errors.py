"""What BigQuery answers when a job fails: whether to try again, and what to tell the operator."""

from __future__ import annotations

import re
from collections.abc import Mapping

from google.api_core.exceptions import GoogleAPICallError, RetryError
from google.cloud.bigquery.retry import DEFAULT_RETRY

from nba_pipeline.warehouse.errors import (
    PermissionDenied,
    QuotaExceeded,
    ReadBackDiffers,
    WarehouseBusy,
    WarehouseError,
)

# Another job changed the table meanwhile; the next attempt starts from what it left.
_CONFLICTS = ("aborted due to concurrent update", "Could not serialize access to table")
_PASSING_REASONS = frozenset({"jobBackendError", "jobInternalError", "jobRateLimitExceeded"})

_GATE = re.compile(r"\[gate: (?P<gate>[a-z ]+)\] (?P<said>.*?) \[end of gate\]", re.DOTALL)

_DENIED = (
    "permission is denied. The account needs the roles BigQuery Data Editor and BigQuery Job User in the project; "
    "nba doctor says which project and prefix are used"
)
_REMEDIES: Mapping[str, tuple[type[WarehouseError], str]] = {
    "accessDenied": (PermissionDenied, _DENIED),
    "quotaExceeded": (
        QuotaExceeded,
        "a quota of the project is used up, which waiting for seconds does not mend. See IAM & Admin, Quotas, in "
        "the Google Cloud console; then run the same command again",
    ),
    "rateLimitExceeded": (QuotaExceeded, "too many requests at once, and still so after minutes. Run it again later"),
    "bytesBilledLimitExceeded": (
        QuotaExceeded,
        "it would read more than one job may. Ask for fewer days, or raise NBA_BIGQUERY_BYTE_LIMIT",
    ),
}


def gate(name: str, said: str) -> str:
    """SQL that stops a script, with a sentence (an SQL text) that `told` finds again in the error."""
    return f"ERROR(CONCAT('[gate: {name}] ', {said}, ' [end of gate]'))"


READ_BACK = "read back"
ANOTHER_WRITER = "another writer"
_GATES: Mapping[str, type[WarehouseError]] = {READ_BACK: ReadBackDiffers, ANOTHER_WRITER: WarehouseBusy}


def is_worth_retrying(error: Exception) -> bool:
    """Whether the same may succeed in a while: a conflict, a passing fault, a connection that was cut."""
    if isinstance(error, RetryError) and error.cause:
        return is_worth_retrying(error.cause)
    if _GATE.search(str(error)):
        return False
    if any(conflict in str(error) for conflict in _CONFLICTS):
        return True
    return bool(DEFAULT_RETRY._predicate(error)) or _reason(error) in _PASSING_REASONS


def told(error: Exception, about: str) -> WarehouseError:
    """The error as a sentence about a table or a job."""
    cause = error.cause if isinstance(error, RetryError) and error.cause else error
    message = str(cause)
    stopped = _GATE.search(message)
    if stopped:
        return _GATES[stopped["gate"]](stopped["said"])
    where = f"BigQuery, {about}"
    if any(conflict in message for conflict in _CONFLICTS):
        return WarehouseBusy(f"{where}: another job kept changing the table. Nothing was published; try again later.")
    kind, remedy = _REMEDIES.get(_reason(cause) or "", (WarehouseError, ""))
    return kind(f"{where}: {remedy}. BigQuery says: {_first_line(message)}" if remedy else f"{where}: {message}")


def _reason(error: object) -> str | None:
    """The word by which BigQuery classes an error."""
    if isinstance(error, GoogleAPICallError) and error.errors:
        reason = error.errors[0].get("reason") if isinstance(error.errors[0], Mapping) else None
        return None if reason is None else str(reason)
    return None


def _first_line(message: str) -> str:
    return message.strip().splitlines()[0] if message.strip() else "nothing"
