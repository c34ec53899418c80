"""`nba dev`: the Dagster web server, its daemon and this code location, on the same home as the commands."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import click

from nba_pipeline.cli.console import err
from nba_pipeline.orchestration.launch import prepare_home
from nba_pipeline.settings import load_settings


@click.command()
@click.option("--port", default=3000, show_default=True, help="Where the web server listens, on 127.0.0.1.")
def dev(port: int) -> None:
    """Dagster's web server and daemon, on this NBA_HOME. Stop it with Ctrl-C."""
    settings = load_settings()
    prepare_home(settings.dagster_home)
    err.print(f"Dagster on http://127.0.0.1:{port} in about ten seconds; state in {settings.home}", highlight=False)
    dagster = Path(sys.executable).with_name("dagster")
    command = [str(dagster), "dev", "-m", "nba_pipeline.definitions", "-h", "127.0.0.1", "-p", str(port)]
    environment = {**os.environ, "DAGSTER_HOME": str(settings.dagster_home), "NBA_HOME": str(settings.home)}
    # in the place of this process, so that whoever stops it stops Dagster, which treats SIGTERM as it treats SIGINT,
    # and a shell that started it in the background has that ignored
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    os.execve(dagster, command, environment)  # noqa: S606  # our own program
