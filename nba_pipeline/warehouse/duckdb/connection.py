"""A connection to a DuckDB file, for which another process's lock is waited for."""

from __future__ import annotations

from pathlib import Path

import duckdb
import ibis
from ibis.backends.duckdb import Backend
from tenacity import RetryCallState, Retrying, retry_if_exception, stop_after_delay, wait_random_exponential

from nba_pipeline.warehouse.errors import WarehouseBusy, WarehouseError

MEMORY_LIMIT = "1GB"
_PAUSE = wait_random_exponential(multiplier=0.05, max=1.0)


def connect(path: Path, lock_timeout: float, read_only: bool) -> Backend:
    """Open the file, and make it where it is to be written. The lock is waited for so many seconds.

    Raises WarehouseBusy if another process still holds it then, and WarehouseError where there is nothing to read.
    """
    if read_only and not path.exists():
        raise WarehouseError(f"There is no warehouse at {path} yet. Make one with: nba run or nba backfill")
    path.parent.mkdir(parents=True, exist_ok=True)
    attempts = Retrying(
        retry=retry_if_exception(_is_locked),
        stop=stop_after_delay(lock_timeout),
        wait=lambda attempt: _pause(attempt, lock_timeout),
        reraise=True,
    )
    try:
        connection = attempts(
            ibis.duckdb.connect,
            path,
            read_only=read_only,
            memory_limit=MEMORY_LIMIT,
            autoinstall_known_extensions=False,
            autoload_known_extensions=False,
        )
    except duckdb.IOException as error:
        if _is_locked(error):
            raise WarehouseBusy(
                f"{path} is in use by another process, and still was after {lock_timeout:g} s. "
                f"Let it finish or stop it, then try again. DuckDB says: {error}"
            ) from error
        raise WarehouseError(f"{path} cannot be opened: {error}") from error
    connection.raw_sql("SET TimeZone = 'UTC'")
    return connection


def _pause(attempt: RetryCallState, lock_timeout: float) -> float:
    """How long to wait for the next attempt: the last one is made when the time is up, not after it."""
    return min(_PAUSE(attempt), max(lock_timeout - (attempt.seconds_since_start or 0), 0))


def _is_locked(error: BaseException) -> bool:
    return isinstance(error, duckdb.IOException) and "Could not set lock" in str(error)
