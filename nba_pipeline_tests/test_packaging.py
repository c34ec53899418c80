"""What an installation gets: the declared dependencies, each at one version, from any registry."""

from __future__ import annotations

import configparser
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
CONSTRAINTS = (ROOT / "constraints.txt").read_text().splitlines()


def declared() -> list[Requirement]:
    setup = configparser.ConfigParser()
    setup.read(ROOT / "setup.cfg")
    extras = setup["options.extras_require"]
    lines = "\n".join([setup["options"]["install_requires"], extras["deploy"], extras["test"]])
    return list(dict.fromkeys(Requirement(line) for line in lines.splitlines() if line))


def pinned() -> dict[str, str]:
    return {canonicalize_name(name): version for name, version in (line.split("==") for line in CONSTRAINTS)}


@pytest.mark.parametrize("requirement", declared(), ids=str)
def test_a_declared_dependency_is_pinned_within_its_range(requirement):
    assert requirement.specifier
    assert requirement.specifier.contains(pinned()[canonicalize_name(requirement.name)])


def test_constraints_hold_exact_versions_and_no_address():
    assert [line for line in CONSTRAINTS if not Requirement(line).specifier] == []
    assert [line for line in CONSTRAINTS if any(mark in line for mark in ("/", "@", "--", "*", ";"))] == []
    assert len(pinned()) == len(CONSTRAINTS)


@pytest.mark.parametrize(("engine", "broken"), [("duckdb", "2.0.0"), ("sqlglot", "30.16.0"), ("pandas", "3.0.0")])
def test_versions_that_break_ibis_are_outside_the_range(engine, broken):
    (requirement,) = [requirement for requirement in declared() if requirement.name == engine]

    assert broken not in requirement.specifier


@pytest.mark.parametrize(
    "name",
    [
        ".ci/run",
        ".gitignore",
        "LICENSE",
        "Makefile",
        "README.md",
        "constraints.txt",
        "nba_pipeline/py.typed",
        "pyproject.toml",
        "setup.cfg",
        "workspace.yaml",
    ],
)
def test_a_file_of_the_top_level_is_there(name):
    assert (ROOT / name).is_file()


def test_the_license_is_the_whole_text():
    text = (ROOT / "LICENSE").read_text()

    assert "Version 2.0, January 2004" in text
    assert "9. Accepting Warranty or Additional Liability." in text
    assert "END OF TERMS AND CONDITIONS" in text
