"""What docs/deploy.md tells the operator to type for Google Cloud, typed: with programs that write down their calls."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from deployed import DEPLOY

PAGE = (DEPLOY.parent / "docs" / "deploy.md").read_text()
PROGRAMS = ("gcloud", "kubectl", "helm", "docker")
SQL_ADDRESS, PROJECT_NUMBER = "10.1.0.3", "123456789"

_PROGRAM = f"""#!/bin/sh
printf '%s\\0' "${{0##*/}}" "$@" >> "$CALLS"
printf '\\n' >> "$CALLS"
case "$*" in *ipAddresses*) echo {SQL_ADDRESS} ;; *projectNumber*) echo {PROJECT_NUMBER} ;; esac
"""


@dataclass(frozen=True)
class Call:
    """A program's call, like `gcloud sql databases create alerts --instance nba`."""

    words: Sequence[str]

    def is_a(self, *beginning: str) -> bool:
        return tuple(self.words[: len(beginning)]) == beginning

    @cached_property
    def named(self) -> Sequence[str]:
        """The words before the first option: the command, and what it is about."""
        first = next((place for place, word in enumerate(self.words) if word.startswith("-")), len(self.words))
        return self.words[:first]

    @cached_property
    def options(self) -> Mapping[str, str]:
        """The options that have a value."""
        line = "\n".join(self.words)
        return dict(re.findall(r"^--([\w-]+)[\n=]([^-\n].*)$", line, re.MULTILINE))


@dataclass(frozen=True)
class Typed:
    """What became of the commands: the calls in their order, and the directory that they were given in."""

    calls: Sequence[Call]
    directory: Path

    def of(self, *beginning: str) -> list[Call]:
        return [call for call in self.calls if call.is_a(*beginning)]

    @property
    def roles(self) -> set[tuple[str, str, str]]:
        """Each role that was given to an account of the project: account, role, and what it is on."""
        bindings = [call for call in self.calls if "add-iam-policy-binding" in call.words]
        members = [(re.match(r"serviceAccount:(nba-\w+)@", call.options["member"]), call) for call in bindings]
        return {
            (member[1], call.options["role"].removeprefix("roles/"), call.named[-1])
            for member, call in members
            if member
        }


def commands(beginning: str, end: str) -> str:
    """The page's commands between two places of its text."""
    part = PAGE[PAGE.index(beginning) : PAGE.index(end)]
    return "\n".join(re.findall(r"^```\n(.*?)^```$", part, re.MULTILINE | re.DOTALL))


def typed(directory: Path) -> Typed:
    """Give the commands from an empty project to the start, in a copy of the checkout as far as they need it."""
    shutil.copytree(DEPLOY, directory / "deploy")
    programs, calls = directory / "programs", directory / "calls"
    programs.mkdir()
    for name in PROGRAMS:
        (programs / name).write_text(_PROGRAM)
        (programs / name).chmod(0o755)
    environment = {**os.environ, "PATH": f"{programs}:{os.environ['PATH']}", "CALLS": str(calls)}
    script = commands("## Google Cloud", "**5. The season so far")
    subprocess.run(["bash", "-euc", script], cwd=directory, env=environment, check=True, capture_output=True)  # noqa: S603, S607
    lines = calls.read_text().splitlines()
    return Typed([Call(line.removesuffix("\0").split("\0")) for line in lines], directory)
