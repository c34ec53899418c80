"""What docs/deploy.md tells the operator to do, where it can be done here."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml
from deployed import DEPLOY
from sqlalchemy.engine import make_url
from typed import PAGE, PROJECT_NUMBER, SQL_ADDRESS, Typed, typed

FILLED_IN = [Path("helm-values.yaml"), *(path.relative_to(DEPLOY) for path in (DEPLOY / "kubernetes").iterdir())]


ON_PROJECT = "gcloud projects add-iam-policy-binding my-project --condition None"
# what a command needs, and the command that makes it
ORDER = [
    ("gcloud services vpc-peerings connect", "gcloud compute addresses create nba-sql"),
    ("gcloud sql instances create", "gcloud services vpc-peerings connect"),
    ("gcloud sql databases create", "gcloud sql instances create nba"),
    ("gcloud sql users create", "gcloud sql instances create nba"),
    ("gcloud sql instances describe", "gcloud sql instances create nba"),
    ("gcloud container clusters create-auto", f"{ON_PROJECT} --role roles/container.defaultNodeServiceAccount"),
    ("gcloud storage cp", "gcloud storage buckets create"),
    ("gcloud storage buckets add-iam-policy-binding", "gcloud storage buckets create"),
    ("gcloud storage buckets add-iam-policy-binding", "gcloud iam service-accounts create"),
    ("gcloud artifacts repositories add-iam-policy-binding nba", "gcloud artifacts repositories create nba"),
    ("docker push", "gcloud artifacts repositories create nba"),
    ("docker push", "gcloud auth configure-docker us-east4-docker.pkg.dev"),
    ("docker push", "docker build"),
    # the pool of identities is the cluster's
    ("gcloud iam service-accounts add-iam-policy-binding", "gcloud container clusters create-auto nba"),
    ("gcloud iam service-accounts add-iam-policy-binding", "gcloud iam service-accounts create"),
    ("kubectl create", "gcloud container clusters create-auto nba"),
    ("kubectl apply", "kubectl create"),
    ("helm install", "kubectl create"),
    ("helm install", "kubectl apply -f deploy/kubernetes/settings.yaml"),
    ("helm install", "gcloud iam service-accounts add-iam-policy-binding"),
    ("helm install", "gcloud storage buckets add-iam-policy-binding"),
    ("helm install", "gcloud sql users create nba"),
    ("helm install", "docker push"),
]
SERVICES = {
    "artifacts": "artifactregistry",
    "compute": "compute",
    "container": "container",
    "iam": "iam",
    "sql": "sqladmin",
    "storage": "storage",
}


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Typed:
    """What became of the page's commands."""
    return typed(tmp_path_factory.mktemp("checkout"))


@pytest.fixture
def filled_in(told: Typed) -> Path:
    """A copy of the files, after the page's own command."""
    return told.directory / "deploy"


@pytest.mark.parametrize("name", FILLED_IN, ids=str)
def test_the_pages_command_fills_in_all_there_is_to_fill_in(filled_in: Path, name: Path) -> None:
    settings = (filled_in / name).read_text()

    assert [line for line in settings.splitlines() if re.search(r"\b(PROJECT|REGION|TAG|SQL_ADDRESS)\b", line)] == []
    assert list(yaml.safe_load_all(settings))


def test_what_is_filled_in_keeps_its_name(filled_in: Path) -> None:
    settings, *_ = yaml.safe_load_all((filled_in / "kubernetes" / "settings.yaml").read_text())
    values = yaml.safe_load((filled_in / "helm-values.yaml").read_text())

    assert settings["data"]["NBA_BIGQUERY_PROJECT"] == "my-project"
    assert values["postgresql"]["postgresqlHost"] == SQL_ADDRESS
    assert values["dagsterDaemon"]["image"]["repository"] == "us-east4-docker.pkg.dev/my-project/nba/nba-pipeline"


def test_secrets_and_accounts_of_the_page_are_those_of_the_files() -> None:
    files = "".join((DEPLOY / name).read_text() for name in FILLED_IN)
    secrets = set(re.findall(r"secretRef: \{name: ([\w-]+)\}|postgresqlSecretName: ([\w-]+)", files))
    secrets = {name for pair in secrets for name in pair if name}
    values = yaml.safe_load((DEPLOY / "helm-values.yaml").read_text())
    (code,) = values["dagster-user-deployments"]["deployments"]
    secrets |= {secret["name"] for secret in code["envSecrets"]}
    listed = PAGE[PAGE.index("**3. Secrets**") : PAGE.index("**4. Start.**")]
    roles = PAGE[PAGE.index("**2. Accounts.**") : PAGE.index("**3. Secrets**")]

    assert set(re.findall(r"^\| `(nba-[\w-]+)`", listed, re.MULTILINE)) == secrets
    assert set(re.findall(r"^\| `(nba-[\w-]+)`", roles, re.MULTILINE)) == set(
        re.findall(r"gcp-service-account: ([\w-]+)@", files)
    )


@pytest.mark.slow
def test_google_clouds_own_program_understands_every_command(told: Typed, tmp_path: Path) -> None:
    gcloud = shutil.which("gcloud")
    if gcloud is None:
        pytest.skip("GCLOUD IS ABSENT: it was not asked whether it understands the page's commands")
    given = tmp_path / "commands.json"
    planted = "gcloud sql instances create nba --databaze-version POSTGRES_17"
    lines = [*(shlex.join(call.words) for call in told.of("gcloud")), planted]
    given.write_text(json.dumps([{"command_string": line} for line in lines]))
    environment = {**os.environ, "CLOUDSDK_CONFIG": str(tmp_path / "configuration")}
    command = [gcloud, "meta", "lint-gcloud-commands", "--commands-file", str(given)]

    said = subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout  # noqa: S603

    *answers, of_planted = json.loads(said)
    assert [answer["error_message"] for answer in answers if not answer["success"]] == []
    assert len(answers) == len(told.of("gcloud"))
    assert not of_planted["success"]


@pytest.mark.parametrize(("later", "first"), ORDER)
def test_what_a_command_needs_is_made_before_it(told: Typed, later: str, first: str) -> None:
    lines = [" ".join(call.words) for call in told.calls]
    makers = [place for place, line in enumerate(lines) if line.startswith(first)]
    users = [place for place, line in enumerate(lines) if line.startswith(later)]

    assert makers
    assert users
    assert makers[-1] < users[0]


def test_the_services_that_are_asked_are_enabled_first(told: Typed) -> None:
    (enabling,) = told.of("gcloud", "services", "enable")
    before = told.calls[: told.calls.index(enabling)]
    needed = {SERVICES[call.words[1]] for call in told.of("gcloud") if call.words[1] in SERVICES}
    (peering,) = told.of("gcloud", "services", "vpc-peerings", "connect")
    asked = {f"{name}.googleapis.com" for name in needed | {"bigquery"}} | {peering.options["service"]}

    assert set(enabling.words[3:]) == asked
    assert [list(call.words) for call in before] == [["gcloud", "config", "set", "project", "my-project"]]


def test_accounts_get_the_roles_of_the_table_and_are_bound_to_those_of_the_cluster(told: Typed) -> None:
    rows = re.findall(r"^\| `(nba-\w+)` \| [^|]+ \| ([^|]*)\| ([^|]*)\| ([^|]*)\|$", PAGE, re.MULTILINE)
    places = ("my-project", "gs://my-project-nba-home", "gs://my-project-nba-logs")
    table = {
        (account, role, place)
        for account, *cells in rows
        for place, cell in zip(places, cells, strict=True)
        for role in re.findall(r"`([\w.]+)`", cell)
    }
    bindings = told.of("gcloud", "iam", "service-accounts", "add-iam-policy-binding")
    files = "".join((told.directory / "deploy" / name).read_text() for name in FILLED_IN)
    accounts = {f"{name}@my-project.iam.gserviceaccount.com" for name, *_ in rows}

    assert len(rows) == 3
    assert told.roles == table
    assert set(re.findall(r"gcp-service-account: (\S+)", files)) == accounts
    assert {call.words[4] for call in told.of("gcloud", "iam", "service-accounts", "create")} == {r[0] for r in rows}
    assert {(call.named[-1], call.options["role"], call.options["member"]) for call in bindings} == {
        (
            f"{name}@my-project.iam.gserviceaccount.com",
            "roles/iam.workloadIdentityUser",
            f"serviceAccount:my-project.svc.id.goog[default/{name}]",
        )
        for name, *_ in rows
    }


def test_nodes_may_run_and_fetch_the_image(told: Typed) -> None:
    member = f"serviceAccount:{PROJECT_NUMBER}-compute@developer.gserviceaccount.com"
    bindings = [call for call in told.calls if call.options.get("member") == member]

    assert {(call.named[-1], call.options["role"]) for call in bindings} == {
        ("my-project", "roles/container.defaultNodeServiceAccount"),
        ("nba", "roles/artifactregistry.reader"),
    }


def test_what_is_made_has_the_names_that_the_files_use(told: Typed, filled_in: Path) -> None:
    values = yaml.safe_load((filled_in / "helm-values.yaml").read_text())
    postgresql, image = values["postgresql"], values["dagsterDaemon"]["image"]
    files = "".join((filled_in / name).read_text() for name in FILLED_IN)
    (buckets,), (user,) = told.of("gcloud", "storage", "buckets", "create"), told.of("gcloud", "sql", "users", "create")
    (push,), (build,) = told.of("docker", "push"), told.of("docker", "build")
    (kept,) = told.of("gcloud", "storage", "cp")
    databases = {call.named[-1] for call in told.of("gcloud", "sql", "databases", "create")}
    versions = {call.options["database-version"] for call in told.of("gcloud", "sql", "instances", "create")}
    tested = re.search(r"image: postgres:(\d+)", (DEPLOY / "docker-compose.yaml").read_text())[1]

    assert {name.removeprefix("gs://") for name in buckets.named[4:]} == set(
        re.findall(r"(?:bucket|bucketName): (\S+)", files)
    )
    assert kept.named[-1] == "gs://my-project-nba-home/dagster/dagster.yaml"
    assert (
        f"CREATE DATABASE {(databases - {postgresql['postgresqlDatabase']}).pop()};"
        in (DEPLOY / "alerts.sql").read_text()
    )
    assert postgresql["postgresqlDatabase"] in databases
    assert user.named[-1] == postgresql["postgresqlUsername"]
    assert versions == {f"POSTGRES_{tested}"}, "the PostgreSQL of one machine"
    assert push.named[-1] == f"{image['repository']}:{image['tag']}"
    assert push.named[-1] in build.words


def test_secrets_hold_what_the_table_says_and_what_was_made(told: Typed) -> None:
    made = {call.named[-1]: call.options for call in told.of("kubectl", "create", "secret", "generic")}
    rows = dict(re.findall(r"^\| `(nba-\w+)` \| (.+) \|$", PAGE[PAGE.index("**3. Secrets**") :], re.MULTILINE))
    (user,) = told.of("gcloud", "sql", "users", "create")
    databases = {call.named[-1] for call in told.of("gcloud", "sql", "databases", "create")}
    values = {name: _lines(told.directory / options["from-env-file"]) for name, options in made.items()}

    assert made.keys() == rows.keys()
    for name, held in values.items():
        assert held.keys() <= set(re.findall(r"`([\w-]+)`", rows[name]))
    assert {name: sorted(held) for name, held in values.items()} == {
        "nba-postgresql": ["postgresql-password"],
        "nba-alerts": ["NBA_ALERTS_URL"],
        "nba-record": ["DAGSTER_POSTGRES_URL"],
        "nba-runs": [],
        "nba-dashboard": ["NBA_ALERTS_URL", "NBA_DASHBOARD_TOKEN"],
    }
    urls = [make_url(value) for held in values.values() for name, value in held.items() if name.endswith("_URL")]
    assert {(url.username, url.password, url.host) for url in urls} == {("nba", user.options["password"], SQL_ADDRESS)}
    assert {url.database for url in urls} == databases
    assert values["nba-alerts"]["NBA_ALERTS_URL"] == values["nba-dashboard"]["NBA_ALERTS_URL"]
    assert values["nba-postgresql"]["postgresql-password"] == user.options["password"]
    assert len(values["nba-dashboard"]["NBA_DASHBOARD_TOKEN"]) >= 16


def test_files_of_secrets_are_nobody_elses_and_stay_out_of_the_repository(told: Typed) -> None:
    files = sorted(told.directory.glob("*.env"))

    assert len(files) == 5
    for file in files:
        assert file.stat().st_mode & 0o077 == 0
        command = ["git", "check-ignore", "-q", file.name]
        assert subprocess.run(command, cwd=DEPLOY.parent, check=False).returncode == 0  # noqa: S603


def _lines(file: Path) -> dict[str, str]:
    return dict(line.split("=", 1) for line in file.read_text().splitlines())


def test_what_the_manifests_take_from_a_config_map_is_made_by_a_file_or_the_page() -> None:
    files = "".join((DEPLOY / name).read_text() for name in FILLED_IN)
    taken = set(re.findall(r"configMap(?:Ref)?: \{name: ([\w-]+)\}", files))

    assert taken == {"nba-settings", "nba-record"}
    assert "kind: ConfigMap\nmetadata:\n  name: nba-settings" in files
    assert "create configmap nba-record --from-file=deploy/dagster.yaml" in PAGE


def test_the_chart_is_of_the_dagster_that_the_image_holds() -> None:
    constraints = (DEPLOY.parent / "constraints.txt").read_text().splitlines()
    (version,) = set(re.findall(r"--version ([\d.]+)", PAGE))

    assert f"dagster=={version}" in constraints
    assert f"version {version}" in (DEPLOY / "helm-values.yaml").read_text()


def test_every_file_is_on_the_page() -> None:
    names = {path.name for path in DEPLOY.iterdir() if path.name != ".env"}

    assert [name for name in sorted(names) if name not in PAGE and f"`{name}/`" not in PAGE] == []
