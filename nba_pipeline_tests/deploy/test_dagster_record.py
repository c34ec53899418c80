"""The record of a deployment: a real DagsterInstance on a real PostgreSQL, made and read back."""

from __future__ import annotations

import multiprocessing
import shutil
import subprocess
from collections.abc import Callable, Iterator
from functools import reduce
from importlib import resources
from multiprocessing.synchronize import Barrier
from pathlib import Path

import dagster as dg
import pytest
import sqlalchemy as sa
import yaml
from click.testing import CliRunner, Result
from deployed import DEPLOY
from postgres import postgres  # noqa: F401  # a fixture
from psycopg2.errors import DuplicateObject, DuplicateTable, UniqueViolation

from nba_pipeline.cli import main
from nba_pipeline.orchestration.assets import WRITER_POOL
from nba_pipeline.orchestration.launch import open_instance
from nba_pipeline.warehouse.duckdb.engine import DuckDBEngine

TOGETHER = 4
COLLISIONS = (DuplicateObject, DuplicateTable, UniqueViolation)  # with who made the same table, or its entry, first
DAY = "2026-01-15"


@dg.asset(
    pool=WRITER_POOL,
    partitions_def=dg.DailyPartitionsDefinition("2026-01-01"),
    check_specs=[dg.AssetCheckSpec("write_verified", asset="schedule")],
)
def schedule() -> dg.MaterializeResult:
    return dg.MaterializeResult(
        metadata={"rows": 3}, check_results=[dg.AssetCheckResult(passed=False, check_name="write_verified")]
    )


@pytest.fixture
def dagster_home(postgres: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:  # noqa: F811
    """A new home whose record is an empty database."""
    admin = sa.create_engine(postgres.replace("://", "+psycopg://"), isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(sa.text("CREATE DATABASE dagster"))
    monkeypatch.setenv("DAGSTER_POSTGRES_URL", postgres.replace("/postgres?", "/dagster?"))
    shutil.copy(DEPLOY / "dagster.yaml", tmp_path)
    yield tmp_path
    with admin.connect() as connection:
        connection.execute(sa.text("DROP DATABASE dagster WITH (FORCE)"))


@pytest.mark.slow
def test_a_run_is_on_record_in_postgresql_and_read_back_by_another(dagster_home: Path) -> None:
    with open_instance(dagster_home) as instance:
        result = dg.materialize([schedule], instance=instance, partition_key=DAY)

    with open_instance(dagster_home) as instance:
        assert type(instance.run_storage).__module__ == "dagster_postgres.run_storage.run_storage"
        (run,) = instance.get_runs()
        assert (run.run_id, run.status) == (result.run_id, dg.DagsterRunStatus.SUCCESS)
        records = instance.get_records_for_run(run.run_id).records
        kinds = [r.event_log_entry.dagster_event.event_type for r in records if r.event_log_entry.dagster_event]
        assert kinds.count(dg.DagsterEventType.ASSET_CHECK_EVALUATION) == 1
        materialized = instance.get_latest_materialization_event(dg.AssetKey("schedule")).asset_materialization
        assert (materialized.partition, materialized.metadata["rows"].value) == (DAY, 3)
        pool = instance.event_log_storage.get_concurrency_info(WRITER_POOL)
        assert (pool.slot_count, pool.claimed_slots) == (1, []), "one writer, and nothing is held after the run"
    assert not list(dagster_home.rglob("*.db")), "nothing is recorded beside it"


def open_together(home: Path, start: Barrier) -> None:
    """A container that ended because somebody else made the same table just then is started again."""
    start.wait(timeout=60)
    for _ in range(TOGETHER):
        try:
            with dg.DagsterInstance.from_config(str(home)) as instance:
                assert instance.get_runs() == []
        except sa.exc.DBAPIError as error:
            if not isinstance(error.orig, COLLISIONS):
                raise
        else:
            return
    raise AssertionError("each start collided with another one")


@pytest.mark.slow
def test_containers_that_open_an_empty_record_at_once_leave_it_whole(dagster_home: Path) -> None:
    """Web server and daemon start together, each on its own machine, where no file's lock holds between them.

    Of those who collide, Dagster lets most try again, and now and then one ends.
    """
    spawn = multiprocessing.get_context("spawn")
    start = spawn.Barrier(TOGETHER)
    openers = [spawn.Process(target=open_together, args=(dagster_home, start)) for _ in range(TOGETHER)]
    for opener in openers:
        opener.start()
    for opener in openers:
        opener.join(timeout=90)

    assert [opener.exitcode for opener in openers] == [0] * TOGETHER
    with open_instance(dagster_home) as instance:
        dg.materialize([schedule], instance=instance, partition_key=DAY)
        assert instance.get_runs_count() == 1


@pytest.fixture
def watched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], Result]:
    """`nba watch` in a new home, after the command with which the cluster's watch puts Dagster's record there."""
    pod = yaml.safe_load((DEPLOY / "kubernetes" / "watch.yaml").read_text())["spec"]["jobTemplate"]["spec"]
    ((first,), (watch,)) = (pod["template"]["spec"][kind] for kind in ("initContainers", "containers"))
    home = tmp_path / "home"
    places = {"/record/": f"{DEPLOY}/", "/var/lib/nba/": f"{home}/"}
    put = [reduce(lambda word, place: word.replace(*place), places.items(), word) for word in first["command"]]
    monkeypatch.setenv("NBA_HOME", str(home))
    monkeypatch.setenv("NBA_NOW", "2026-01-16T06:20:00-05:00")
    subprocess.run(put, check=True)  # noqa: S603
    with DuckDBEngine(home / "warehouse.duckdb"):  # an empty one, like the cluster's on its first morning
        pass
    return lambda: CliRunner().invoke(main, watch["command"][1:])


@pytest.mark.slow
@pytest.mark.usefixtures("dagster_home")
def test_the_watch_of_a_cluster_looks_at_the_record(watched: Callable[[], Result]) -> None:
    said = watched()

    assert (said.exit_code, "no record of Dagster" in said.stderr) == (1, False)
    assert "2026-01-15 was not reconciled by 06:15" in said.stdout


def test_the_watch_of_a_cluster_does_not_pass_over_a_record_that_it_cannot_read(watched: Callable[[], Result]) -> None:
    said = watched()

    assert said.exit_code == 2
    assert "DAGSTER_POSTGRES_URL" in said.stderr


def test_without_its_database_the_record_refuses_to_open(tmp_path: Path) -> None:
    shutil.copy(DEPLOY / "dagster.yaml", tmp_path)

    with pytest.raises(dg.DagsterInvalidConfigError, match="DAGSTER_POSTGRES_URL"):
        open_instance(tmp_path)


def test_a_deployment_differs_from_one_machine_in_its_storage_only() -> None:
    packaged = resources.files("nba_pipeline.orchestration") / "dagster.yaml"
    deployed = yaml.safe_load((DEPLOY / "dagster.yaml").read_text())

    assert deployed.pop("storage") == {"postgres": {"postgres_url": {"env": "DAGSTER_POSTGRES_URL"}}}
    assert deployed == yaml.safe_load(packaged.read_text())


@pytest.mark.slow
def test_the_databases_script_makes_the_one_of_alerts(postgres: str) -> None:  # noqa: F811
    admin = sa.create_engine(postgres.replace("://", "+psycopg://"), isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.exec_driver_sql((DEPLOY / "alerts.sql").read_text())
        names = connection.execute(sa.text("SELECT datname FROM pg_database")).scalars().all()
        connection.execute(sa.text("DROP DATABASE alerts"))
    assert "alerts" in names
