"""The database of alerts: which incidents are open, and which messages are still to be delivered.

It is no part of the warehouse, so that an outage of the warehouse can be told. SQLite under NBA_HOME, or the PostgreSQL
that NBA_ALERTS_URL names. Whoever only looks creates nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Dialect, make_url

from nba_pipeline.alerts.settings import AlertSettings

FILE = "alerts.sqlite"
LOCK_TIMEOUT = 10  # seconds to wait for another process's transaction, each of which takes milliseconds
PATIENCE = 10  # seconds in which a PostgreSQL must answer who writes
PATIENCE_OF_LOOKS = 2  # and who only looks, for whom a page waits; the driver knows nothing shorter


class Moment(sa.TypeDecorator[datetime]):
    """A moment in UTC, also where the database keeps no time zone."""

    impl = sa.DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return value and value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return value and value.replace(tzinfo=UTC)


_METADATA = sa.MetaData()

# One row for everything that was ever wrong. `told_level` and `told` are the worst that the operator was told since
# it opened: findings by id, with their sizes.
incidents = sa.Table(
    "incidents",
    _METADATA,
    sa.Column("key", sa.String, primary_key=True),
    sa.Column("name", sa.String, nullable=False),
    sa.Column("level", sa.Integer, nullable=False),
    sa.Column("told_level", sa.Integer, nullable=False),
    sa.Column("told", sa.JSON, nullable=False),
    sa.Column("day", sa.Date),
    sa.Column("findings", sa.JSON, nullable=False),
    sa.Column("link", sa.String, nullable=False),
    sa.Column("command", sa.String, nullable=False),
    sa.Column("opened_at", Moment, nullable=False),
    sa.Column("changed_at", Moment, nullable=False),
)

# The outbox. `dedup_key` is what a receiver can tell a repetition by.
messages = sa.Table(
    "messages",
    _METADATA,
    sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
    sa.Column("kind", sa.String, nullable=False),
    sa.Column("dedup_key", sa.String, nullable=False, unique=True),
    sa.Column("document", sa.JSON, nullable=False),
    sa.Column("created_at", Moment, nullable=False),
    sa.Column("delivered_at", Moment, index=True),
    sqlite_autoincrement=True,
)

# How far a message is on one channel; no row before the first attempt. `claimed_until`: a process is sending it.
# `refused`: the channel refused just this message, which does not hold up those behind it.
deliveries = sa.Table(
    "deliveries",
    _METADATA,
    sa.Column("message_id", sa.Integer, sa.ForeignKey("messages.id"), primary_key=True),
    sa.Column("channel", sa.String, primary_key=True),
    sa.Column("attempts", sa.Integer, nullable=False),
    sa.Column("refused", sa.Boolean, nullable=False),
    sa.Column("claimed_until", Moment),
    sa.Column("next_attempt_at", Moment),
    sa.Column("accepted_at", Moment),
    sa.Column("last_error", sa.String),
)

# The gaps that an operator accepted, as they stood then; a row is never changed but where that was taken back.
acceptances = sa.Table(
    "acceptances",
    _METADATA,
    sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
    sa.Column("day", sa.Date, nullable=False, index=True),
    sa.Column("rule_id", sa.String, nullable=False),
    sa.Column("status", sa.String, nullable=False),
    sa.Column("missing", sa.JSON, nullable=False),
    sa.Column("lost", sa.Integer, nullable=False),
    sa.Column("blocked_by", sa.String),
    sa.Column("message", sa.String, nullable=False),
    sa.Column("reason", sa.String, nullable=False),
    sa.Column("accepted_by", sa.String, nullable=False),
    sa.Column("accepted_at", Moment, nullable=False),
    sa.Column("undone_at", Moment),
    sa.Column("undone_by", sa.String),
    sqlite_autoincrement=True,
)

# The runs that were examined, each once.
seen_runs = sa.Table(
    "seen_runs",
    _METADATA,
    sa.Column("run_id", sa.String, primary_key=True),
    sa.Column("updated_at", Moment, nullable=False, index=True),
)


def any_run_was_seen(connection: sa.Connection) -> bool:
    """Whether anything was ever looked at: where nothing was, no incident is no good news."""
    return connection.execute(sa.select(seen_runs.c.run_id).limit(1)).first() is not None


class AlertsUnusable(Exception):
    """The database of alerts did not do what was asked."""


class AlertDatabase:
    """Transactions on the database of alerts, for one home."""

    def __init__(self, home: Path, settings: AlertSettings) -> None:
        self.settings = settings
        self._file = home / FILE if settings.alerts_url is None else None
        self._made = False

    @property
    def place(self) -> str:
        """Where the state is, without a secret."""
        return str(self._file) if self._file else "the database of NBA_ALERTS_URL"

    @contextmanager
    def writing(self) -> Iterator[sa.Connection]:
        """One transaction: all of it or nothing. Raises AlertsUnusable."""
        with self._unusable_if_it_fails():
            if not self._made:
                if self._file:
                    self._file.parent.mkdir(parents=True, exist_ok=True)
                with self._engine.begin() as connection:
                    _METADATA.create_all(connection)
                self._made = True
            with self._engine.begin() as connection:
                yield connection

    @contextmanager
    def reading(self) -> Iterator[sa.Connection]:
        """A connection for looking, which writes nothing; to empty tables where nothing was ever kept.

        Raises AlertsUnusable.
        """
        with self._unusable_if_it_fails():
            engine = self._looks if self._is_there() else _empty()
            with engine.connect().execution_options(**{_ONLY_LOOKS: True}) as connection:
                yield connection

    def _is_there(self) -> bool:
        if self._file and not self._file.exists():
            return False
        with self._looks.connect().execution_options(**{_ONLY_LOOKS: True}) as connection:
            return sa.inspect(connection).has_table(seen_runs.name)

    @contextmanager
    def _unusable_if_it_fails(self) -> Iterator[None]:
        try:
            yield
        except (sa.exc.SQLAlchemyError, OSError, ImportError) as error:
            said = self.settings.redacted(f"{type(error).__name__}: {getattr(error, 'orig', None) or error}")
            raise AlertsUnusable(
                f"The alerts in {self.place} cannot be read or kept: {said}. Mend that; until then only nba watch tells"
            ) from None

    @cached_property
    def _engine(self) -> sa.Engine:
        if self.settings.alerts_url is not None:
            return _postgres(self.settings.alerts_url.get_secret_value(), PATIENCE)
        return _sqlite(f"sqlite:///{self._file}")

    @cached_property
    def _looks(self) -> sa.Engine:
        if self.settings.alerts_url is not None:
            return _postgres(self.settings.alerts_url.get_secret_value(), PATIENCE_OF_LOOKS)
        return self._engine


_ONLY_LOOKS = "only_looks"
_WRITER = 7_006_008  # the number of the lock that a transaction on PostgreSQL holds, for this program alone


def _empty() -> sa.Engine:
    """The tables, in memory, with nothing in them."""
    engine = sa.create_engine("sqlite://")
    _METADATA.create_all(engine)
    return engine


def _sqlite(address: str) -> sa.Engine:
    # a connection costs less than a millisecond, and one that is kept would outlive its home
    engine = sa.create_engine(
        address, poolclass=sa.NullPool, connect_args={"timeout": LOCK_TIMEOUT}, hide_parameters=True
    )

    @sa.event.listens_for(engine, "connect")
    def _prepare(connection: Any, _: object) -> None:
        connection.isolation_level = None  # transactions begin below, not at the driver's discretion
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")

    @sa.event.listens_for(engine, "begin")
    def _begin(connection: sa.Connection) -> None:
        # a transaction that reads before it writes must not find at the end that another one wrote in between
        looks = connection.get_execution_options().get(_ONLY_LOOKS)
        connection.exec_driver_sql("BEGIN" if looks else "BEGIN IMMEDIATE")

    return engine


def _postgres(address: str, patience: int) -> sa.Engine:
    url = make_url(address)
    if url.drivername == url.get_backend_name():
        url = url.set(drivername=f"{url.drivername}+psycopg")
    engine = sa.create_engine(
        url, poolclass=sa.NullPool, connect_args={"connect_timeout": patience}, hide_parameters=True
    )

    @sa.event.listens_for(engine, "begin")
    def _begin(connection: sa.Connection) -> None:
        if connection.get_execution_options().get(_ONLY_LOOKS):
            connection.exec_driver_sql(f"SET LOCAL statement_timeout = '{patience}s'")
        else:
            # one writer at a time, as on SQLite: two who open the same incident must not both tell it
            connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{LOCK_TIMEOUT}s'")
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_WRITER})")

    return engine
