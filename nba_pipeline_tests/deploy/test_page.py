"""What docs/deploy.md tells the operator to do, where it can be done here."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml
from deployed import DEPLOY

PAGE = (DEPLOY.parent / "docs" / "deploy.md").read_text()
FILLED_IN = [Path("helm-values.yaml"), *(path.relative_to(DEPLOY) for path in (DEPLOY / "kubernetes").iterdir())]


@pytest.fixture
def filled_in(tmp_path: Path) -> Path:
    """A copy of the files, after the page's own command."""
    shutil.copytree(DEPLOY, tmp_path / "deploy")
    lines = re.search(r"^export PROJECT=.*$", PAGE, re.MULTILINE)[0], re.search(r"^sed -i .*\\\n.*$", PAGE, re.M)[0]
    subprocess.run(["bash", "-euc", "\n".join(lines)], cwd=tmp_path, check=True)  # noqa: S603, S607
    return tmp_path / "deploy"


@pytest.mark.parametrize("name", FILLED_IN, ids=str)
def test_the_pages_command_fills_in_all_there_is_to_fill_in(filled_in: Path, name: Path) -> None:
    settings = (filled_in / name).read_text()

    assert [line for line in settings.splitlines() if re.search(r"\b(PROJECT|REGION|TAG|SQL_ADDRESS)\b", line)] == []
    assert list(yaml.safe_load_all(settings))


def test_what_is_filled_in_keeps_its_name(filled_in: Path) -> None:
    settings, *_ = yaml.safe_load_all((filled_in / "kubernetes" / "settings.yaml").read_text())
    values = yaml.safe_load((filled_in / "helm-values.yaml").read_text())

    assert settings["data"]["NBA_BIGQUERY_PROJECT"] == "my-project"
    assert values["dagsterDaemon"]["image"]["repository"] == "us-east4-docker.pkg.dev/my-project/nba/nba-pipeline"


def test_secrets_and_accounts_of_the_page_are_those_of_the_files() -> None:
    files = "".join((DEPLOY / name).read_text() for name in FILLED_IN)
    secrets = set(re.findall(r"secretRef: \{name: ([\w-]+)\}|postgresqlSecretName: ([\w-]+)", files))
    secrets = {name for pair in secrets for name in pair if name}
    values = yaml.safe_load((DEPLOY / "helm-values.yaml").read_text())
    (code,) = values["dagster-user-deployments"]["deployments"]
    secrets |= {secret["name"] for secret in code["envSecrets"]}
    told = PAGE[PAGE.index("**3. Secrets**") : PAGE.index("**4. Start.**")]
    roles = PAGE[PAGE.index("**2. Accounts.**") : PAGE.index("**3. Secrets**")]

    assert set(re.findall(r"^\| `(nba-[\w-]+)`", told, re.MULTILINE)) == secrets
    assert set(re.findall(r"^\| `(nba-[\w-]+)`", roles, re.MULTILINE)) == set(
        re.findall(r"gcp-service-account: ([\w-]+)@", files)
    )


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
