"""Jobs of BigQuery: each has an id that its retries share, labels, and a limit of bytes; what it cost is counted.

What cannot be mended by trying again is told as a sentence, with the job and the table.
"""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any
from uuid import uuid4

import pyarrow as pa
import pyarrow.parquet as pq
import tenacity
from google.api_core.exceptions import Conflict, GoogleAPICallError, NotFound, RetryError
from google.api_core.retry import Retry
from google.auth.exceptions import GoogleAuthError
from google.cloud import bigquery
from google.cloud.bigquery import DEFAULT_RETRY
from requests.exceptions import RequestException

from nba_pipeline.game_day import Days
from nba_pipeline.warehouse.asking import asker
from nba_pipeline.warehouse.bigquery.errors import is_worth_retrying, told
from nba_pipeline.warehouse.engine import Usage
from nba_pipeline.warehouse.errors import WarehouseError

PATIENCE = 300.0  # seconds in which a job is tried again
ANSWERS_WITHIN = 60.0  # seconds for one request, after which its connection counts as cut
_LOOKS = tenacity.wait_exponential(multiplier=0.1, max=5.0)  # seconds between two looks at a job that runs
_LABEL = 63  # characters; a label takes small letters, digits, - and _ only

_FAILURES = (GoogleAPICallError, RetryError, GoogleAuthError, RequestException, ConnectionError)


class Jobs:
    """Runs the jobs of one connection."""

    def __init__(
        self, client: bigquery.Client, byte_limit: int, patience: float = PATIENCE, first_wait: float = 1.0
    ) -> None:
        self._client = client
        self._byte_limit = byte_limit
        self._retry = Retry(
            predicate=is_worth_retrying, initial=first_wait, maximum=30.0, multiplier=2.0, timeout=patience
        )
        # shorter, so that a job which is asked for in vain is begun again meanwhile
        self._sending = DEFAULT_RETRY.with_timeout(patience / 5)
        # a job whose id is taken may still be unknown to whoever is asked for it
        self._finding = self._sending.with_predicate(lambda e: isinstance(e, NotFound) or is_worth_retrying(e))
        self._work: dict[str, str] = {}
        self._usages: list[Usage] = []

    @contextmanager
    def working_on(self, table: str, days: Days, run_id: str | None = None) -> Iterator[Usage]:
        """Until the end of the block, jobs carry these labels and are counted."""
        before, usage = self._work, Usage()
        self._work = {"table": table, "game_date": f"{days.first}"}
        if len(days) > 1:
            self._work["last_date"] = f"{days.last}"
        if run_id is not None:
            self._work["run_id"] = run_id
        self._usages.append(usage)
        try:
            yield usage
        finally:
            self._work = before
            # not `remove`, which takes the first that is equal: another block's
            self._usages.pop()

    def _labels(self, table: str | None = None) -> dict[str, str]:
        """Who asks, and what for where that is known. A step's table stands also for what is written beside it."""
        known = {"asked_by": asker(), **({"table": table} if table else {}), **self._work}
        return {name: _label(text) for name, text in known.items()}

    def read(self, sql: str, about: str) -> pa.Table:
        """The answer to a query."""
        about = f"{about} for {self._work['table']}" if self._work else about
        job = self._query(f"nba_read_{uuid4().hex}", sql, about)
        with telling(f"{about} (job {job.job_id})"):
            answered = job.result(retry=self._sending, timeout=ANSWERS_WITHIN, job_retry=None)
            return answered.to_arrow(create_bqstorage_client=False)

    def write(self, sql: str, about: str) -> None:
        """Run statements that write. They name something that was never there before, so equal ones are one job."""
        digest = hashlib.sha256(sql.encode()).hexdigest()[:32]
        self._query(f"nba_write_{digest}", sql, about, table=about)

    def define(self, sql: str, about: str) -> None:
        """Run a statement that changes what a table is. The same one may be due again one day."""
        self._query(f"nba_define_{uuid4().hex}", sql, about, table=about)

    def _query(self, name: str, sql: str, about: str, table: str | None = None) -> Any:
        config = bigquery.QueryJobConfig(labels=self._labels(table), maximum_bytes_billed=self._byte_limit)
        sent: dict[str, Any] = {}

        def begin(job_id: str) -> Any:
            sent[job_id] = self._client.query(
                sql, job_config=config, job_id=job_id, retry=self._sending, timeout=ANSWERS_WITHIN, job_retry=None
            )
            return sent[job_id]

        try:
            job = self._finished(name, begin, about)
            sent[job.job_id] = job  # where the first answer was lost, this one is the only one
        finally:
            # one that failed was asked and may be billed as well
            self._count(sent.values())
        return job

    def _count(self, queries: Iterable[Any]) -> None:
        for job in queries:
            for usage in self._usages:
                usage.queries += 1
                usage.statements += job.num_child_jobs or 1
                usage.bytes_billed += job.total_bytes_billed or 0

    def load(self, rows: pa.Table, destination: str, schema: list[bigquery.SchemaField]) -> None:
        """Load rows into a new table: as many of them as there are, or WarehouseError."""
        body = io.BytesIO()
        pq.write_table(_typed(rows), body)
        config = bigquery.LoadJobConfig(
            source_format=bigquery.SourceFormat.PARQUET,
            write_disposition=bigquery.WriteDisposition.WRITE_EMPTY,
            schema=schema,
            labels=self._labels(),
        )

        def begin(job_id: str) -> Any:
            return self._client.load_table_from_file(
                body, destination, rewind=True, job_config=config, job_id=job_id, timeout=ANSWERS_WITHIN
            )

        job = self._finished(f"nba_load_{destination.rsplit('.', 1)[-1]}", begin, destination)
        for usage in self._usages:
            usage.loads += 1
        if job.output_rows != rows.num_rows:
            raise WarehouseError(
                f"BigQuery, {destination} (job {job.job_id}): {job.output_rows} of {rows.num_rows} rows were loaded. "
                "Nothing was published from them; run it again."
            )

    def _finished(self, name: str, begin: Callable[[str], Any], about: str) -> Any:
        """The job, done. A request that was cut off is sent again under its id, so that nothing is done twice.

        A job that failed keeps its id for good: it is tried again under the next one.
        """
        attempt, job_id = 1, ""

        def run() -> Any:
            nonlocal attempt, job_id
            job_id = f"{name}_{attempt}"
            try:
                job = begin(job_id)
            except Conflict:
                job = self._client.get_job(job_id, retry=self._finding, timeout=ANSWERS_WITHIN)
            self._wait(job)
            if job.error_result is not None:
                attempt += 1
                raise job.exception()
            return job

        try:
            return self._retry(run)()
        except _FAILURES as error:
            raise told(error, f"{about} (job {job_id})") from error

    def _wait(self, job: Any) -> None:
        """Until the job is done, well or not.

        The job is asked and not its results, for whose sake the library would ask a failed job again and again.
        """
        looking = tenacity.Retrying(retry=tenacity.retry_if_result(lambda done: not done), wait=_LOOKS)
        looking(job.done, retry=self._sending, timeout=ANSWERS_WITHIN)


def _typed(rows: pa.Table) -> pa.Table:
    """Columns in which everything is null are texts, as which they are declared: Parquet writes them as numbers."""
    texts = [field.with_type(pa.string()) if pa.types.is_null(field.type) else field for field in rows.schema]
    return rows.cast(pa.schema(texts))


@contextmanager
def telling(about: str) -> Iterator[None]:
    """Whatever BigQuery, or the way to it, answers instead of a result is told as a WarehouseError."""
    try:
        yield
    except _FAILURES as error:
        raise told(error, about) from error


def _label(text: str) -> str:
    return re.sub(r"[^a-z0-9_-]", "_", text.lower())[:_LABEL]
