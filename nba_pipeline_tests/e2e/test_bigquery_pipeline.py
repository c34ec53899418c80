"""The same commands on BigQuery as on DuckDB make the same days, to the hash: only `NBA_WAREHOUSE` differs."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, time, timedelta

import google.auth
import pytest
from bigquery_server import LOCATION, REAL_PROJECT, BigQueryServer, one_process
from bounded_by_date import unbounded
from click.testing import CliRunner
from google.auth.credentials import AnonymousCredentials
from google.cloud import bigquery

from nba_pipeline.cli import main
from nba_pipeline.game_day import Days, eastern, season_days
from nba_pipeline.registry import all_tables
from nba_pipeline.settings import load_settings
from nba_pipeline.warehouse.asking import asking
from nba_pipeline.warehouse.connection import open_warehouse
from nba_pipeline.warehouse.reading import receipts_of

pytestmark = [one_process, pytest.mark.timeout(3600)]

SEASON = season_days(2025)


@dataclass(frozen=True)
class Span:
    """Days from opening night on, and the day after them that is run by itself. Together they hold `rows` at least."""

    backfilled: Days
    day: date
    rows: int

    @property
    def commands(self) -> dict[str, tuple[str, ...]]:
        return {
            "backfill": ("backfill", "--start", f"{self.backfilled.first}", "--end", f"{self.backfilled.last}"),
            "run": ("run", "--date", f"{self.day}"),
            "reconcile": ("reconcile", "--date", f"{self.day}"),
            "predictions": ("predictions", "--date", f"{self.day}"),
        }


FEW_DAYS = Span(Days(date(2025, 10, 21), date(2025, 10, 23)), date(2025, 10, 24), 5_000)
WEEKS = Span(Days(date(2025, 10, 21), date(2025, 11, 9)), date(2025, 11, 10), 50_000)


@pytest.fixture(
    scope="module",
    params=[
        pytest.param(FEW_DAYS, id="few days", marks=pytest.mark.slow),
        pytest.param(WEEKS, id="weeks", marks=pytest.mark.long),
    ],
)
def span(request: pytest.FixtureRequest) -> Span:
    return request.param


@pytest.fixture(scope="module")
def environment(span: Span, bigquery_server: BigQueryServer):
    """An environment in which Google's libraries find the server, as they would find BigQuery."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NBA_SOURCE", "simulated")
        patch.setenv("NBA_NOW", eastern(span.day + timedelta(days=1), time(12)).isoformat())
        patch.setenv("NBA_BIGQUERY_PROJECT", bigquery_server.project)
        patch.setenv("NBA_BIGQUERY_PREFIX", bigquery_server.new_prefix())
        patch.setenv("NBA_BIGQUERY_LOCATION", LOCATION)
        if not REAL_PROJECT:
            patch.setenv("BIGQUERY_EMULATOR_HOST", bigquery_server.address)
            patch.setattr(google.auth, "default", lambda **_: (AnonymousCredentials(), bigquery_server.project))
        yield patch


@pytest.fixture(scope="module")
def asked(span: Span) -> list[str]:
    """The SQL of every query that was sent."""
    return []


@pytest.fixture(scope="module")
def labels() -> list[dict[str, str]]:
    """The labels of every job that was sent."""
    return []


@pytest.fixture(scope="module")
def lived(span, environment, asked, labels, tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, object]]:
    """What each warehouse answers to the commands, and what it holds after them."""
    query, load = bigquery.Client.query, bigquery.Client.load_table_from_file

    def queried(client: bigquery.Client, sql: str, **more):
        asked.append(sql)
        labels.append(more["job_config"].labels)
        return query(client, sql, **more)

    def loaded(client: bigquery.Client, *given, **more):
        labels.append(more["job_config"].labels)
        return load(client, *given, **more)

    environment.setattr(bigquery.Client, "query", queried)
    environment.setattr(bigquery.Client, "load_table_from_file", loaded)
    told = {}
    for warehouse in ("duckdb", "bigquery"):
        environment.setenv("NBA_WAREHOUSE", warehouse)
        environment.setenv("NBA_HOME", str(tmp_path_factory.mktemp(warehouse)))
        told[warehouse] = {name: _answer(command) for name, command in span.commands.items()}
        told[warehouse]["held"] = _held()
    told["bigquery"]["doctor"] = _answer(("doctor",))
    return told


def _answer(command: tuple[str, ...]) -> object:
    said = CliRunner().invoke(main, [*command, "--json"])
    if said.exception is not None and not isinstance(said.exception, SystemExit):
        raise said.exception
    assert said.stdout, f"{said.stderr}{said.exception!r}"
    return said.exit_code, json.loads(said.stdout)


def _held() -> dict[tuple[str, str], tuple[int, str, str]]:
    with asking("the test"), open_warehouse(load_settings(), read_only=True) as engine:
        receipts = receipts_of(engine, list(all_tables()), SEASON)
    return {(r.table_name, f"{r.game_date}"): (r.rows, r.content_hash, r.state) for r in receipts}


def test_every_day_of_every_table_is_the_same_to_the_hash(span, lived) -> None:
    held = lived["duckdb"]["held"]

    assert lived["bigquery"]["held"] == held
    assert {table for table, _ in held} == set(all_tables())
    assert {day for _, day in held} == {f"{day}" for day in Days(span.backfilled.first, span.day)}
    assert sum(rows for rows, *_ in held.values()) > span.rows


def test_the_runs_pass_alike(lived) -> None:
    for command in ("backfill", "run"):
        (code, here), (there_code, there) = lived["duckdb"][command], lived["bigquery"][command]
        assert (code, [run["status"] for run in here]) == (there_code, [run["status"] for run in there])
        assert [run["failures"] for run in there] == [[] for _ in there]


def test_every_rule_answers_alike(lived) -> None:
    (code, here), (there_code, there) = lived["duckdb"]["reconcile"], lived["bigquery"]["reconcile"]

    assert there_code == code
    assert _answers(there) == _answers(here)
    assert len(_answers(here)) > 20


def _answers(document) -> dict[str, tuple]:
    days = document if isinstance(document, list) else [document]
    return {rule["rule"]: (rule["status"], rule["expected"], rule["actual"]) for day in days for rule in day["rules"]}


def test_the_slate_is_the_same(lived) -> None:
    assert lived["bigquery"]["predictions"] == lived["duckdb"]["predictions"]


def test_doctor_finds_the_warehouse_well_and_says_what_a_day_cost(lived) -> None:
    found = {probe["probe"]: probe for probe in lived["bigquery"]["doctor"][1]}

    assert [found[name]["ok"] for name in ("configuration", "warehouse", "content", "cost")] == [True] * 4
    assert "warehouse bigquery" in found["configuration"]["finding"]
    queries = int(found["cost"]["finding"].split(": ")[1].split()[0])
    assert queries > 0


def test_every_read_of_a_published_table_is_bounded_by_date(lived, asked) -> None:
    """What BigQuery itself refuses, for its tables require the filter, the emulator takes."""
    assert len(asked) > 100
    assert [sql for sql in asked if unbounded(sql)] == []


def test_every_job_says_who_asked_and_those_of_steps_what_for(lived, labels) -> None:
    steps = [one for one in labels if "run_id" in one]
    others = [one for one in labels if "run_id" not in one]

    assert {one["asked_by"] for one in steps} == {"all_phases", "pregame", "postgame"}
    assert {one["table"] for one in steps} == {name.replace(".", "_") for name in all_tables()}
    assert all("game_date" in one for one in steps)
    assert {one["asked_by"] for one in others} >= {"nba_reconcile", "nba_predictions", "nba_doctor"}
    assert "python" not in {one["asked_by"] for one in labels}
