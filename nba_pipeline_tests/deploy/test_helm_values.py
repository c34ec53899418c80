"""The chart's values, as far as they can be checked without the chart: their keys, and the pod that a run gets.

The chart itself, with its schema, is in no package registry. Its keys are written down here as its schema lists them;
what dagster-k8s makes of the launcher's part is asked of dagster-k8s.
"""

from __future__ import annotations

import platform
from typing import Any
from unittest.mock import MagicMock

import dagster as dg
import pytest
import yaml
from dagster._core.code_pointer import ModuleCodePointer
from dagster._core.events import EngineEventData
from dagster._core.launcher import LaunchRunContext
from dagster._core.origin import JobPythonOrigin, RepositoryPythonOrigin
from dagster_k8s import K8sRunLauncher
from deployed import DEPLOY
from kubernetes_shape import unknown_keys

from nba_pipeline.clock import FixedClock, SystemClock
from nba_pipeline.orchestration.dead_runs import HOST, SILENT_FOR, end_dead_runs

VALUES: dict[str, Any] = yaml.safe_load((DEPLOY / "helm-values.yaml").read_text())
(CODE,) = VALUES["dagster-user-deployments"]["deployments"]
LAUNCHER = VALUES["runLauncher"]["config"]["k8sRunLauncher"]

POD = "podSecurityContext securityContext resources livenessProbe readinessProbe image annotations volumes volumeMounts"
KEYS = {
    "": "global generatePostgresqlPasswordSecret generateCeleryConfigSecret postgresql serviceAccount telemetry "
    "concurrency computeLogManager dagsterWebserver dagsterDaemon runLauncher dagster-user-deployments",
    "global": "postgresqlSecretName dagsterHome serviceAccountName celeryConfigSecretName",
    "postgresql": "enabled image postgresqlHost postgresqlUsername postgresqlPassword postgresqlDatabase service",
    "serviceAccount": "create name annotations",
    "telemetry": "enabled",
    "concurrency": "enabled pools runs",
    "concurrency.pools": "defaultLimit granularity opGranularityRunBuffer",
    "concurrency.runs": "maxConcurrentRuns tagConcurrencyLimits",
    "computeLogManager": "type config",
    "computeLogManager.config.gcsComputeLogManager": "bucket localDir prefix jsonCredentialsEnvvar uploadInterval",
    "dagsterWebserver": f"replicaCount service env envConfigMaps envSecrets {POD}",
    "dagsterDaemon": f"enabled runCoordinator runMonitoring runRetries env envConfigMaps envSecrets {POD}",
    "dagsterDaemon.runMonitoring": "enabled startTimeoutSeconds cancelTimeoutSeconds pollIntervalSeconds "
    "maxResumeRunAttempts freeSlotsAfterRunEndSeconds",
    "runLauncher": "type config",
    "runLauncher.config.k8sRunLauncher": "image imagePullPolicy jobNamespace loadInclusterConfig envConfigMaps "
    "envSecrets envVars volumes volumeMounts labels resources failPodOnRunFailure securityContext runK8sConfig",
    "runLauncher.config.k8sRunLauncher.runK8sConfig": "containerConfig podSpecConfig podTemplateSpecMetadata "
    "jobSpecConfig jobMetadata",
    "dagster-user-deployments": "enabled enableSubchart imagePullSecrets serviceAccount deployments",
    "dagster-user-deployments.serviceAccount": "create name annotations",
    "dagster-user-deployments.deployments.0": "name dagsterApiGrpcArgs codeServerArgs port "
    f"includeConfigInLaunchedRuns env envConfigMaps envSecrets {POD}",
}


def at(path: str) -> dict[str, Any]:
    part: Any = VALUES
    for name in path.split(".") if path else []:
        part = part[int(name)] if isinstance(part, list) else part[name]
    return part


@pytest.mark.parametrize("path", KEYS)
def test_every_key_is_one_that_the_chart_documents(path: str) -> None:
    assert sorted(set(at(path)) - set(KEYS[path].split())) == []


@pytest.mark.parametrize(
    "part", [VALUES["dagsterWebserver"], VALUES["dagsterDaemon"], CODE], ids=["web", "daemon", "code"]
)
def test_what_the_chart_hands_on_to_kubernetes_is_in_its_language(part: dict[str, Any]) -> None:
    container = {name: part[name] for name in ("securityContext", "resources", "volumeMounts") if name in part}
    pod = {"securityContext": part["podSecurityContext"], "volumes": part.get("volumes", [])}

    assert list(unknown_keys({**container, "livenessProbe": part["livenessProbe"]}, "V1Container")) == []
    assert list(unknown_keys(pod, "V1PodSpec")) == []
    assert pod["securityContext"]["runAsNonRoot"]
    assert part["resources"].keys() == {"requests", "limits"}


def test_the_web_server_listens_where_somebody_who_is_not_root_may_and_is_asked_there() -> None:
    server = VALUES["dagsterWebserver"]

    assert server["service"]["port"] >= 1024
    for probe in ("readinessProbe", "livenessProbe"):
        assert server[probe]["httpGet"]["port"] == server["service"]["port"]


def test_the_record_is_kept_as_on_one_machine() -> None:
    deployed = yaml.safe_load((DEPLOY / "dagster.yaml").read_text())
    pools = VALUES["concurrency"]["pools"]

    assert deployed["concurrency"]["pools"] == {
        "default_limit": pools["defaultLimit"],
        "granularity": pools["granularity"],
    }
    limits = {"tag_concurrency_limits": VALUES["concurrency"]["runs"]["tagConcurrencyLimits"]}
    assert deployed["concurrency"]["runs"] == limits
    assert VALUES["concurrency"]["enabled"]
    assert deployed["telemetry"] == VALUES["telemetry"]


def test_no_password_is_written_down_or_generated() -> None:
    assert VALUES["generatePostgresqlPasswordSecret"] is False
    assert "postgresqlPassword" not in VALUES["postgresql"]
    assert [secret["name"] for secret in CODE["envSecrets"]] == ["nba-alerts", "nba-record", "nba-runs"]
    assert "env" not in CODE


@pytest.fixture
def launched(monkeypatch: pytest.MonkeyPatch) -> tuple[dg.DagsterInstance, dg.DagsterRun, dict[str, Any]]:
    """A run that dagster-k8s launched with these values, and the Kubernetes job that it asked for."""
    monkeypatch.setattr("dagster_k8s.launcher.load_kubernetes_config", lambda **_: None)
    batch = MagicMock()
    launcher = K8sRunLauncher(
        service_account_name=VALUES["serviceAccount"]["name"],
        instance_config_map="dagster-instance",
        postgres_password_secret=VALUES["global"]["postgresqlSecretName"],
        dagster_home="/opt/dagster/dagster_home",
        image_pull_policy=LAUNCHER["imagePullPolicy"],
        run_k8s_config={
            {
                "podTemplateSpecMetadata": "pod_template_spec_metadata",
                "podSpecConfig": "pod_spec_config",
                "jobSpecConfig": "job_spec_config",
            }[name]: part
            for name, part in LAUNCHER["runK8sConfig"].items()
        },
        k8s_client_batch_api=batch,
        k8s_client_core_api=MagicMock(),
    )
    # what the chart gives the code server to say of itself
    context = {
        "k8s": {
            "env_config_maps": [source["name"] for source in CODE["envConfigMaps"]],
            "env_secrets": [source["name"] for source in CODE["envSecrets"]],
            "volumes": CODE["volumes"],
            "volume_mounts": CODE["volumeMounts"],
            "resources": CODE["resources"],
            "security_context": CODE["securityContext"],
        }
    }
    code = ModuleCodePointer("nba_pipeline.definitions", "defs")
    image = f"{CODE['image']['repository']}:{CODE['image']['tag']}"
    repository = RepositoryPythonOrigin("python", code, container_image=image.lower(), container_context=context)
    run = dg.DagsterRun(
        job_name="pregame",
        tags={HOST: platform.node()},
        job_code_origin=JobPythonOrigin("pregame", repository),
        status=dg.DagsterRunStatus.STARTED,
    )
    instance = dg.DagsterInstance.ephemeral()
    instance.add_run(run)
    launcher.register_instance(instance)
    monkeypatch.setattr(instance, "get_ref", lambda: None)
    launcher.launch_run(LaunchRunContext(run, workspace=None))
    (call,) = batch.create_namespaced_job.mock_calls
    return instance, run, call.kwargs["body"].to_dict()


def test_a_run_is_a_pod_of_its_own_with_home_secrets_account_and_bounds(launched: Any) -> None:
    *_, job = launched
    template = job["spec"]["template"]
    (container,) = template["spec"]["containers"]

    assert template["metadata"]["annotations"] == {"gke-gcsfuse/volumes": "true"}
    assert template["spec"]["service_account_name"] == "nba-runs"
    assert template["spec"]["security_context"]["run_as_user"] == 10001
    assert [source["config_map_ref"]["name"] for source in container["env_from"] if source["config_map_ref"]] == [
        "nba-settings"
    ]
    assert [source["secret_ref"]["name"] for source in container["env_from"] if source["secret_ref"]] == [
        "nba-alerts",
        "nba-record",
        "nba-runs",
    ]
    assert container["resources"]["limits"] == {"memory": "4Gi"}
    assert container["security_context"]["allow_privilege_escalation"] is False
    mounts = {mount["mount_path"]: mount["name"] for mount in container["volume_mounts"]}
    assert mounts["/var/lib/nba"] == "home"
    (home,) = [volume for volume in template["spec"]["volumes"] if volume["name"] == "home"]
    assert home["csi"]["driver"] == "gcsfuse.csi.storage.gke.io"
    assert job["spec"]["ttl_seconds_after_finished"] == 86400


def test_a_run_in_its_own_pod_is_not_taken_for_dead_by_the_number_of_its_process(launched: Any) -> None:
    instance, run, _ = launched
    gone = 2**22 + 1  # more than Linux gives to any process
    instance.report_engine_event("Executing steps in process", run, EngineEventData({"pid": gone}))
    now = SystemClock().now()

    assert end_dead_runs(instance, FixedClock(now)) == []
    assert end_dead_runs(instance, FixedClock(now + 2 * SILENT_FOR)) == [run.run_id]
