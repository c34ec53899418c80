"""The `nba` command. Exit codes: 0 all well, 1 gaps, 2 could not run or not published."""

from __future__ import annotations

import click

from nba_pipeline import __version__
from nba_pipeline.cli.console import Sentences
from nba_pipeline.cli.dev import dev
from nba_pipeline.cli.doctor import doctor
from nba_pipeline.cli.run import backfill, run
from nba_pipeline.cli.show import predictions, score


@click.group(cls=Sentences, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="nba")
def main() -> None:
    """Verified predictions of the points that NBA players will score.

    State lives under NBA_HOME (default .nba). NBA_SOURCE is simulated, archive (with NBA_ARCHIVE_DIR) or live.
    """


for command in (run, backfill, predictions, score, doctor, dev):
    main.add_command(command)
