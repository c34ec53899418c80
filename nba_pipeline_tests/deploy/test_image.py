"""The image: what a linter says of it, whom it runs as, what goes in and what must not."""

from __future__ import annotations

import configparser
import re
import subprocess
import sys
from pathlib import Path

from deployed import DEPLOY

ROOT = DEPLOY.parent
DOCKERFILE = (DEPLOY / "Dockerfile").read_text()
STEPS = re.findall(r"^([A-Z]+) ((?:.|\\\n)*?)$", re.sub(r"^#.*\n", "", DOCKERFILE, flags=re.MULTILINE), re.MULTILINE)


def steps(kind: str) -> list[str]:
    return [told for step, told in STEPS if step == kind]


def lint(dockerfile: Path) -> list[str]:
    command = [Path(sys.executable).with_name("hadolint"), "--no-color", dockerfile]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.splitlines()  # noqa: S603


def test_the_linter_of_dockerfiles_has_nothing_to_say() -> None:
    assert lint(DEPLOY / "Dockerfile") == []


def test_the_linter_would_see_a_base_that_floats(tmp_path: Path) -> None:
    floating = tmp_path / "Dockerfile"
    floating.write_text(re.sub(r"^FROM .*", "FROM python", DOCKERFILE, flags=re.MULTILINE))

    assert any("DL3006" in line for line in lint(floating))


def test_the_base_is_the_python_that_the_project_is_tested_with() -> None:
    (base,) = steps("FROM")

    assert re.fullmatch(r"python:3\.11\.\d+-slim-\w+", base)


def test_it_runs_as_somebody_who_is_not_root_and_owns_the_home() -> None:
    assert steps("USER") == ["10001:10001"]
    assert DOCKERFILE.index("\nUSER ") > DOCKERFILE.rindex("\nRUN "), "what is built as root runs as nobody else"
    assert "useradd --uid 10001" in DOCKERFILE
    assert "install -d -o nba -g nba /var/lib/nba /var/lib/nba/dagster" in DOCKERFILE
    assert steps("VOLUME") == ["/var/lib/nba"]


def test_what_is_installed_is_what_was_tested() -> None:
    setup = configparser.ConfigParser()
    setup.read(ROOT / "setup.cfg")
    (install,) = [step for step in steps("RUN") if "pip" in step]

    assert install == "pip install --no-cache-dir --constraint constraints.txt '.[deploy]'"
    assert setup["options.extras_require"]["deploy"]
    assert "constraints.txt" in steps("COPY")[0].split()


def test_what_is_copied_is_there_and_nothing_else_is_sent_to_the_builder() -> None:
    copied = [name for step in steps("COPY") for name in step.split()[:-1] if not name.startswith("--")]
    *_, last = (DEPLOY / "Dockerfile.dockerignore").read_text().splitlines()
    allowed = re.findall(r"^!(.+)$", (DEPLOY / "Dockerfile.dockerignore").read_text(), re.MULTILINE)

    assert [name for name in copied if not (ROOT / name).exists()] == []
    assert sorted(allowed) == sorted(copied)
    assert "\n*\n" in (DEPLOY / "Dockerfile.dockerignore").read_text()
    assert last == "**/__pycache__"
