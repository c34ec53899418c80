"""`nba doctor`: whether everything that the pipeline needs is there, before it is needed."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from datetime import date, timedelta

import click

from nba_pipeline.alerts.channels import NotDelivered
from nba_pipeline.alerts.outbox import waiting
from nba_pipeline.cli.console import print_json, print_table
from nba_pipeline.cli.run import as_json
from nba_pipeline.clock import today
from nba_pipeline.game_day import FIRST_GAME_DAY, Days
from nba_pipeline.hours import CORRECTED_FOR
from nba_pipeline.ingest import INGEST_BATCHES
from nba_pipeline.orchestration.alerting import Alerts
from nba_pipeline.orchestration.cost import BYTES_BILLED, LOAD_JOBS, QUERIES, STATEMENTS, spent_on
from nba_pipeline.orchestration.launch import open_instance
from nba_pipeline.orchestration.pipeline import Pipeline
from nba_pipeline.orchestration.repair import repairable, worth_trying
from nba_pipeline.registry import all_tables
from nba_pipeline.reliability.repairs import REPAIRS, Outcome, repairs_of
from nba_pipeline.reliability.results import RESULTS
from nba_pipeline.settings import REMEMBERED
from nba_pipeline.warehouse.engine import Ledger
from nba_pipeline.warehouse.reading import NEVER_PUBLISHED, receipts_of, verify

LEAST_FREE_BYTES = 2 * 10**9
DAYS_TO_VERIFY = 14
EVER = Days(FIRST_GAME_DAY, date(9999, 12, 31))


class GivenUp(Exception):
    """A gap was tried as often as a day allows, and is still there."""


class ContentDiffers(Exception):
    """A published day holds something else than its receipt proves."""


def _settings(pipeline: Pipeline) -> str:
    settings = pipeline.settings
    file = settings.home / REMEMBERED
    remembered = f"; {file} stands behind the environment" if file.exists() else ""
    return f"NBA_HOME {settings.home}, source {settings.source}, warehouse {settings.warehouse}{remembered}"


def _clock(pipeline: Pipeline) -> str:
    frozen = " (NBA_NOW stands still)" if pipeline.settings.now else ""
    return f"{pipeline.clock.now():%Y-%m-%d %H:%M} UTC, game day {today(pipeline.clock)}{frozen}"


def _disk(pipeline: Pipeline) -> str:
    home = pipeline.settings.home
    home.mkdir(parents=True, exist_ok=True)
    free = shutil.disk_usage(home).free
    if free < LEAST_FREE_BYTES:
        raise OSError(f"only {free / 1e9:.1f} GB free under {home}; make room for at least 2 GB")
    return f"{free / 1e9:.0f} GB free"


def _source(pipeline: Pipeline) -> str:
    return pipeline.source.describe()


def _warehouse(pipeline: Pipeline) -> str:
    with pipeline.open_engine() as engine:
        for module in all_tables().values():
            engine.ensure(module.contract)
        for ledger in ledgers():
            # nothing is added to it; it is made, or compared, as whoever adds to it would
            engine.append(ledger, ledger.schema.to_pyarrow().empty_table())
        receipts = receipts_of(engine, list(all_tables()), EVER)
    days = [receipt.game_date for receipt in receipts]
    span = f"{min(days)} … {max(days)}" if days else "nothing published yet"
    compared = f"{len(all_tables())} tables as their contracts say, {len(ledgers())} ledgers beside them"
    return f"{compared}, {len(receipts)} verified days of tables, {span}"


def ledgers() -> list[Ledger]:
    """Every ledger beside those that the warehouse compares by itself when it is opened."""
    traces = [module.trace for module in all_tables().values() if module.trace is not None]
    return [INGEST_BATCHES, RESULTS, REPAIRS, *traces]


def _content(pipeline: Pipeline) -> str:
    """The content of the last published days, compared with their receipts to the last cell."""
    with pipeline.open_engine() as engine:
        published = receipts_of(engine, list(all_tables()), EVER)
        last = max((receipt.game_date for receipt in published), default=today(pipeline.clock))
        days = Days(last - timedelta(days=DAYS_TO_VERIFY - 1), last)
        wrong = {
            name: {day: why for day, why in verify(engine, module.contract, days).items() if why != NEVER_PUBLISHED}
            for name, module in all_tables().items()
        }
    for name, of_table in wrong.items():
        for day, why in of_table.items():
            raise ContentDiffers(f"{name} {day}: {why}; make the day again with: nba run --date {day}")
    return f"{days} are what their receipts prove"


def _repairs(pipeline: Pipeline) -> str:
    """What automation repaired in the last days, and what it gave up and nobody has mended since."""
    now = pipeline.clock.now()
    days = Days(today(pipeline.clock) - timedelta(days=CORRECTED_FOR), today(pipeline.clock))
    with pipeline.open_engine() as engine:
        repairs = repairs_of(engine, days)
        left = set(repairable(days, engine, now))
        given_up = sorted(left - set(worth_trying(sorted(left), engine, now)))
    if given_up:
        more = f" and {len(given_up) - 1} more" if len(given_up) > 1 else ""
        day = given_up[0].game_date
        raise GivenUp(f"given up for today: {given_up[0]}{more}; look at the source, then: nba run --date {day}")
    mended = [repair for repair in repairs if repair.outcome is Outcome.REPAIRED]
    last = f", the last: {mended[-1]}" if mended else ""
    return f"{len(mended)} repairs and corrections in {days}{last}; {len(left)} gaps are still tried"


def _dagster(pipeline: Pipeline) -> str:
    with open_instance(pipeline.settings.dagster_home) as instance:
        return f"{instance.get_runs_count()} runs on record in {pipeline.settings.dagster_home}"


def _cost(pipeline: Pipeline) -> str:
    """What the steps and the reconciliation of yesterday's game day cost, by the statistics of their jobs."""
    if pipeline.settings.warehouse == "duckdb":
        return "nothing: DuckDB is embedded"
    day = today(pipeline.clock) - timedelta(days=1)
    with open_instance(pipeline.settings.dagster_home) as instance:
        spent = spent_on(day, instance)
    if spent is None:
        return f"{day}: not on record; only a day that is made by itself says what it cost"
    return (
        f"{day}: {spent[QUERIES]} queries ({spent[STATEMENTS]} statements) and {spent[LOAD_JOBS]} load jobs, "
        f"{spent[BYTES_BILLED] / 1e6:.0f} MB billed, for its steps, failed ones too, and its "
        "reconciliation; what sensors, repairs, commands and the dashboard asked is in INFORMATION_SCHEMA.JOBS, by the "
        f"label asked_by; no job may bill more than {pipeline.settings.bigquery_byte_limit / 1e9:g} GB"
    )


def _alerts(pipeline: Pipeline) -> str:
    """Where alerts go. That messages wait for a channel that does not take them is a finding."""
    mine = Alerts.of(pipeline)
    channels = ", ".join(channel.name for channel in mine.channels)
    with mine.database.reading() as connection:
        undelivered = waiting(connection)
    if not channels:
        return (
            "no channel is configured: alerts are only kept, and shown by nba alerts "
            f"({len(undelivered)} are); see docs/alerts.md"
        )
    failed = [message for message in undelivered if message.error]
    if failed:
        raise NotDelivered(f"{len(undelivered)} messages wait; {failed[0].error}; see nba alerts")
    return f"delivered by {channels}; {len(undelivered)} messages wait"


PROBES: dict[str, Callable[[Pipeline], str]] = {
    "configuration": _settings,
    "clock": _clock,
    "disk": _disk,
    "source": _source,
    "warehouse": _warehouse,
    "content": _content,
    "repairs": _repairs,
    "dagster": _dagster,
    "cost": _cost,
    "alerts": _alerts,
}


@click.command()
@as_json
def doctor(as_json: bool) -> None:
    """Configuration, clock, disk, source and warehouse: what is well, and what to do about the rest."""
    pipeline = Pipeline()
    findings = [(name, *_examine(probe, pipeline)) for name, probe in PROBES.items()]
    if as_json:
        print_json([{"probe": name, "ok": ok, "finding": finding} for name, ok, finding in findings])
    else:
        rows = [(name, "[green]ok[/]" if ok else "[red]not ok[/]", finding) for name, ok, finding in findings]
        print_table("nba doctor", ["probe", "", "finding"], rows)
    sys.exit(0 if all(ok for _, ok, _ in findings) else 1)


def _examine(probe: Callable[[Pipeline], str], pipeline: Pipeline) -> tuple[bool, str]:
    """A probe that raises is a finding, whatever it raises."""
    try:
        return True, probe(pipeline)
    except Exception as error:
        return False, str(error) or type(error).__name__
