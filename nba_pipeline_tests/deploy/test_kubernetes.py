"""What is applied beside the chart: watch, dashboard, settings and accounts, by Kubernetes' own models."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from deployed import DEPLOY
from kubernetes_shape import unknown_keys

from nba_pipeline.alerts.settings import AlertSettings
from nba_pipeline.settings import Settings
from nba_pipeline.sources.live.settings import LiveSettings

DOCUMENTS: dict[str, dict[str, Any]] = {
    f"{document['kind']} {document['metadata']['name']}": document
    for file in sorted((DEPLOY / "kubernetes").glob("*.yaml"))
    for document in yaml.safe_load_all(file.read_text())
}
VALUES = yaml.safe_load((DEPLOY / "helm-values.yaml").read_text())
WATCH = DOCUMENTS["CronJob nba-watch"]["spec"]
DASHBOARD = DOCUMENTS["Deployment nba-dashboard"]["spec"]
PODS = {"watch": WATCH["jobTemplate"]["spec"]["template"]["spec"], "dashboard": DASHBOARD["template"]["spec"]}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_key_is_one_that_kubernetes_knows(name: str) -> None:
    kind = name.split()[0]

    assert list(unknown_keys(DOCUMENTS[name], f"V1{kind}")) == []


def test_a_misspelt_key_is_found_however_deep() -> None:
    pod = {"spec": {"containers": [{"name": "watch", "livenesProbe": {}}]}}

    assert list(unknown_keys(pod, "V1Pod")) == [".spec.containers[0].livenesProbe"]


def test_settings_are_variables_that_the_program_reads_and_no_secrets() -> None:
    plain = {
        f"NBA_{name.upper()}"
        for kind in (Settings, AlertSettings, LiveSettings)
        for name, field in kind.model_fields.items()
        if "Secret" not in str(field.annotation)
    }

    assert set(DOCUMENTS["ConfigMap nba-settings"]["data"]) - plain == set()


@pytest.mark.parametrize("name", PODS)
def test_a_pod_is_confined_bounded_and_only_looks(name: str) -> None:
    pod = PODS[name]

    assert pod["serviceAccountName"] == "nba-looks"
    assert (pod["securityContext"]["runAsNonRoot"], pod["securityContext"]["runAsUser"]) == (True, 10001)
    for container in (*pod.get("initContainers", []), *pod["containers"]):
        assert container["securityContext"] == {"allowPrivilegeEscalation": False, "capabilities": {"drop": ["ALL"]}}
        assert container["resources"]["requests"].keys() == {"cpu", "memory"}
        assert container["resources"]["limits"].keys() == {"memory"}


@pytest.mark.parametrize("name", PODS)
def test_secrets_are_named_and_accounts_are_there(name: str) -> None:
    (container,) = PODS[name]["containers"]

    assert "env" not in container, "what is secret comes from a secret as a whole"
    assert container["envFrom"][0] == {"configMapRef": {"name": "nba-settings"}}
    assert f"ServiceAccount {PODS[name]['serviceAccountName']}" in DOCUMENTS


def test_the_watch_asks_after_the_hour_in_the_east_and_again_where_it_could_not_find_out() -> None:
    minute, hour, *days = WATCH["schedule"].split()
    job = WATCH["jobTemplate"]["spec"]

    assert WATCH["timeZone"] == "America/New_York"
    assert (f"{hour:0>2}:{minute:0>2}" > "06:15", days) == (True, ["*", "*", "*"])
    assert PODS["watch"]["containers"][0]["command"] == ["nba", "watch", "--by", "06:15"]
    assert job["podFailurePolicy"]["rules"] == [{"action": "FailJob", "onExitCodes": {"operator": "In", "values": [1]}}]
    assert PODS["watch"]["restartPolicy"] == "Never", "a policy of failures asks for it"


def test_what_a_pod_mounts_it_has() -> None:
    for pod in PODS.values():
        volumes = {volume["name"] for volume in pod["volumes"]}
        containers = (*pod.get("initContainers", []), *pod["containers"])
        assert {mount["name"] for container in containers for mount in container["volumeMounts"]} == volumes


def test_the_dashboard_reads_the_models_that_runs_keep_and_its_home_is_its_own() -> None:
    home = Settings(home=Path(DOCUMENTS["ConfigMap nba-settings"]["data"]["NBA_HOME"]))
    (code,) = VALUES["dagster-user-deployments"]["deployments"]
    (runs_home,), (runs_mount,) = code["volumes"], code["volumeMounts"]
    (container,) = PODS["dashboard"]["containers"]
    volumes = {volume["name"]: volume for volume in PODS["dashboard"]["volumes"]}
    mounts = {mount["mountPath"]: mount for mount in container["volumeMounts"]}
    models, attributes = mounts[f"{home.models_dir}"], volumes["models"]["csi"]["volumeAttributes"]
    only, *options = attributes["mountOptions"].split(",")

    assert volumes[mounts[f"{home.home}"]["name"]] == {"name": "home", "emptyDir": {}}
    assert models == {"name": "models", "mountPath": f"{home.models_dir}", "readOnly": True}
    assert volumes["models"]["csi"]["readOnly"] is True
    assert volumes["models"]["csi"]["driver"] == runs_home["csi"]["driver"]
    assert attributes["bucketName"] == runs_home["csi"]["volumeAttributes"]["bucketName"]
    assert Path(runs_mount["mountPath"], only.removeprefix("only-dir=")) == home.models_dir
    assert options == runs_home["csi"]["volumeAttributes"]["mountOptions"].split(",")
    assert DASHBOARD["template"]["metadata"]["annotations"] == code["annotations"] == {"gke-gcsfuse/volumes": "true"}


def test_the_dashboard_lives_while_it_answers() -> None:
    (container,) = PODS["dashboard"]["containers"]
    (port,) = [port["containerPort"] for port in container["ports"]]

    assert container["livenessProbe"]["httpGet"] == {"path": "/sign-in", "port": port}
    assert DOCUMENTS["Service nba-dashboard"]["spec"]["ports"] == [{"port": port}]
    assert DOCUMENTS["Service nba-dashboard"]["spec"]["selector"] == DASHBOARD["template"]["metadata"]["labels"]


def test_all_pods_are_of_the_same_image() -> None:
    image = VALUES["dagsterDaemon"]["image"]
    whole = f"{image['repository']}:{image['tag']}"

    containers = [c for pod in PODS.values() for c in (*pod.get("initContainers", []), *pod["containers"])]
    assert {container["image"] for container in containers} == {whole}
