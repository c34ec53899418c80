"""Logs of runs and ticks in the cluster: the real log manager, on a bucket that allows what the page's roles allow."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Set
from contextlib import contextmanager
from pathlib import Path

import dagster as dg
import pytest
import yaml
from dagster import _daemon
from dagster._core.storage.compute_log_manager import ComputeIOType
from dagster_gcp.gcs import GCSComputeLogManager
from gcs import PERMISSIONS, Bucket, served
from google.api_core.exceptions import Forbidden
from typed import Typed, typed

NEEDED = {
    "nba-runs": {"storage.buckets.get", "storage.objects.create", "storage.objects.delete"},
    "nba-dagster": {"storage.buckets.get", "storage.objects.get", "storage.objects.list"},
}
TICK = ["nba", "gaps_to_fill", "17"]


@dg.asset
def schedule() -> None:
    print("3 games")


@dg.sensor()
def gaps_to_fill(context: dg.SensorEvaluationContext) -> dg.SkipReason:
    context.log.info("nothing to fill")
    return dg.SkipReason("nothing to fill")


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Typed:
    return typed(tmp_path_factory.mktemp("checkout"))


class Cluster:
    """Dagster with the chart's configuration of logs, and the roles of the page on their bucket."""

    def __init__(self, told: Typed, directory: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        values = yaml.safe_load((told.directory / "deploy" / "helm-values.yaml").read_text())["computeLogManager"]
        assert values["type"] == GCSComputeLogManager.__name__
        (config,) = values["config"].values()
        self.name, self._roles = config["bucket"], told.roles
        self._directory, self._environment = directory, monkeypatch
        logs = {"module": "dagster_gcp.gcs.compute_log_manager", "class": values["type"], "config": config}
        (directory / "dagster.yaml").write_text(yaml.safe_dump({"compute_logs": logs, "telemetry": {"enabled": False}}))

    def roles(self, account: str) -> set[str]:
        return {role for who, role, place in self._roles if (who, place) == (account, f"gs://{self.name}")}

    @contextmanager
    def pod(
        self, roles: Set[str], objects: dict[str, bytes] | None = None
    ) -> Iterator[tuple[dg.DagsterInstance, Bucket]]:
        """Dagster in a pod of an account with these roles, and the bucket that it asks."""
        bucket = Bucket(self.name, roles)
        bucket.objects |= objects or {}
        with served(bucket) as address:
            self._environment.setenv("STORAGE_EMULATOR_HOST", address)
            with dg.DagsterInstance.from_config(str(self._directory)) as instance:
                yield instance, bucket


@pytest.fixture
def cluster(told: Typed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Cluster:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))  # where logs wait until they are kept
    return Cluster(told, tmp_path, monkeypatch)


def evaluate_tick(instance: dg.DagsterInstance) -> None:
    """As the code server does it."""
    context = dg.SensorEvaluationContext(
        instance_ref=instance.get_ref(),
        last_tick_completion_time=None,
        last_run_key=None,
        cursor=None,
        repository_name=TICK[0],
        log_key=TICK,
    )
    with context:
        gaps_to_fill.evaluate_tick(context)


@pytest.mark.slow
def test_runs_and_ticks_keep_their_logs_with_the_pages_roles_and_the_web_server_shows_them(cluster: Cluster) -> None:
    with cluster.pod(cluster.roles("nba-runs")) as (instance, bucket):
        run = dg.materialize([schedule], instance=instance)
        evaluate_tick(instance)
        evaluate_tick(instance)  # a daemon that died within a tick has it evaluated again
    kept, written = bucket.objects, bucket.needed
    (log,) = [name for name in kept if name.endswith(".out") and run.run_id in name]

    with cluster.pod(cluster.roles("nba-dagster"), kept) as (instance, bucket):
        manager = instance.compute_log_manager
        key = manager.build_log_key_for_run(run.run_id, Path(log).stem)
        assert manager.get_log_data(key).stdout == b"3 games\n"
        assert b"nothing to fill" in manager.get_log_data(TICK).stderr
        assert manager.get_log_data([*TICK[:2], "18"]).stderr is None
        assert manager.get_log_keys_for_log_key_prefix(TICK[:2], ComputeIOType.STDERR) == [TICK]

    assert {"nba-runs": written, "nba-dagster": bucket.needed} == NEEDED


@pytest.mark.parametrize("account", NEEDED)
def test_no_account_could_do_with_a_lesser_role_on_the_logs(cluster: Cluster, account: str) -> None:
    roles = cluster.roles(account)

    assert NEEDED[account] <= {permission for role in roles for permission in PERMISSIONS[role]}
    for role in roles:
        others = {permission for other in roles - {role} for permission in PERMISSIONS[other]}
        lesser = [set(), *(held for held in PERMISSIONS.values() if held < PERMISSIONS[role])]
        assert [held for held in lesser if NEEDED[account] <= held | others] == [], role
    assert cluster.roles("nba-looks") == set()


@pytest.mark.slow
def test_without_the_question_whether_the_bucket_is_there_nothing_runs(cluster: Cluster) -> None:
    roles = cluster.roles("nba-runs") - {"storage.legacyBucketReader"}

    with cluster.pod(roles) as (instance, _), pytest.raises(Forbidden, match=r"storage\.buckets\.get"):
        dg.materialize([schedule], instance=instance)


def test_the_daemon_itself_writes_no_log(cluster: Cluster) -> None:
    daemon = Path(_daemon.__file__).parent
    writers = [path.name for path in daemon.rglob("*.py") if "InstigationLogger(" in path.read_text()]

    with cluster.pod(cluster.roles("nba-dagster")) as (instance, _):
        assert not instance.backfill_log_storage_enabled()
    assert writers == ["backfill.py"]
