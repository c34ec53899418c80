"""The `nba` command. Exit codes: 0 all well, 1 gaps, 2 could not run or not published."""

from __future__ import annotations

import click

from nba_pipeline import __version__
from nba_pipeline.cli.alerts import alerts
from nba_pipeline.cli.bootstrap import bootstrap
from nba_pipeline.cli.console import Sentences
from nba_pipeline.cli.dashboard import dashboard
from nba_pipeline.cli.demo import demo
from nba_pipeline.cli.dev import dev
from nba_pipeline.cli.doctor import doctor
from nba_pipeline.cli.drill import drill
from nba_pipeline.cli.ledger import ledger_of_day
from nba_pipeline.cli.names import names
from nba_pipeline.cli.reconcile import reconcile_day
from nba_pipeline.cli.replay import replay
from nba_pipeline.cli.run import backfill, run
from nba_pipeline.cli.score import score
from nba_pipeline.cli.show import predictions
from nba_pipeline.cli.watch import watch
from nba_pipeline.warehouse.asking import asking


@click.group(cls=Sentences, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="nba")
@click.pass_context
def main(context: click.Context) -> None:
    """Verified predictions of the points that NBA players will score.

    State lives under NBA_HOME (default .nba). NBA_SOURCE is simulated, archive (with NBA_ARCHIVE_DIR) or live.
    """
    context.with_resource(asking(f"nba {context.invoked_subcommand}"))


for command in (
    demo,
    run,
    backfill,
    bootstrap,
    replay,
    reconcile_day,
    ledger_of_day,
    predictions,
    score,
    names,
    alerts,
    watch,
    doctor,
    drill,
    dev,
    dashboard,
):
    main.add_command(command)
