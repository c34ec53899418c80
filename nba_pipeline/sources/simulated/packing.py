"""Answers as bytes: a Parquet file each, the same bytes for the same rows."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from datetime import datetime

import pyarrow as pa
import pyarrow.parquet as pq

from nba_pipeline.sources.answers import ANSWERS, conform
from nba_pipeline.sources.base import Answer, SourceError
from nba_pipeline.sources.simulated.known import known_at

MEDIA_TYPE = "application/vnd.apache.parquet"

_GROUP_ROWS = 30_000


def packed(kind: str, days: Iterable[pa.Table], as_of: datetime) -> bytes:
    """What is known of the days' rows at that moment. A season's rows are never all held at once."""
    body = io.BytesIO()
    with pq.ParquetWriter(body, ANSWERS[kind].to_pyarrow(), compression="zstd") as parquet:
        for rows in _in_groups(known_at(kind, rows, as_of) for rows in days):
            parquet.write_table(rows)
    return body.getvalue()


def unpacked(kind: str, answer: Answer) -> pa.Table:
    """The rows of an answer. Raises SourceError where the bytes are not what was packed."""
    try:
        rows = pq.read_table(io.BytesIO(answer.body))
    except (pa.ArrowException, OSError) as error:
        reason = str(error).partition("\n")[0]
        raise SourceError(
            f"the answer {answer.uri} for {answer.days} is not Parquet ({reason}); fetch it again"
        ) from error
    return conform(kind, rows)


def _in_groups(tables: Iterable[pa.Table]) -> Iterator[pa.Table]:
    """The tables joined to fewer of a good size each."""
    group: list[pa.Table] = []
    rows = 0
    for table in tables:
        group.append(table)
        rows += table.num_rows
        if rows >= _GROUP_ROWS:
            yield pa.concat_tables(group)
            group, rows = [], 0
    if group:
        yield pa.concat_tables(group)
