"""`nba run` and `nba backfill`: the daily job for a day, and for a range."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click
import dagster as dg
from rich.progress import Progress

from nba_pipeline.cli.console import counted_bar, game_date, out, print_json
from nba_pipeline.clock import today
from nba_pipeline.contracts import When
from nba_pipeline.game_day import Days, playing_days
from nba_pipeline.orchestration.jobs import LEDGER_JOB
from nba_pipeline.orchestration.launch import RunOutcome, launch, open_instance
from nba_pipeline.orchestration.pipeline import Pipeline
from nba_pipeline.registry import all_tables, made
from nba_pipeline.warehouse.batch import Publication
from nba_pipeline.warehouse.receipts import State

PHASES = {"pregame": ["pregame"], "postgame": ["postgame"], "all": ["pregame", "postgame"]}
TABLES = {
    "pregame": len(made(When.PREGAME)),
    "postgame": len(made(When.POSTGAME)),
    "all_phases": len(all_tables()),
    LEDGER_JOB: 1,
}

accept_shrink = click.option(
    "--accept-shrink", metavar="REASON", help="Publish days that lose rows, with this reason on their receipts."
)
as_json = click.option("--json", "as_json", is_flag=True, help="One JSON document on stdout, nothing else.")


@click.command()
@click.option("--date", "day", required=True, help="The game day: 2026-01-15, today or yesterday.")
@click.option(
    "--phase",
    type=click.Choice(list(PHASES)),
    help="Before the games, after them, or both. Default: all for a past day, pregame for today.",
)
@accept_shrink
@as_json
def run(day: str, phase: str | None, accept_shrink: str | None, as_json: bool) -> None:
    """The daily job for one game day."""
    pipeline = Pipeline(accept_shrink=accept_shrink)
    wanted = game_date(day, pipeline.clock)
    jobs = PHASES[phase or ("all" if wanted < today(pipeline.clock) else "pregame")]
    _run_all(pipeline, [(job, Days.only(wanted)) for job in jobs], as_json)


@click.command()
@click.option("--start", required=True, help="The first game day.")
@click.option("--end", required=True, help="The last game day.")
@accept_shrink
@as_json
def backfill(start: str, end: str, accept_shrink: str | None, as_json: bool) -> None:
    """A range of game days, every table of a season in one run. The summers between are left out."""
    pipeline = Pipeline(accept_shrink=accept_shrink)
    days = Days(game_date(start, pipeline.clock), game_date(end, pipeline.clock))
    if not len(days):
        raise click.BadParameter(f"--end {days.last} is before --start {days.first}")
    seasons = playing_days(days)
    if not seasons:
        raise click.BadParameter(f"{days} lies in the off-season: there is nothing to backfill")
    _run_all(pipeline, [("all_phases", season) for season in seasons], as_json)


def _run_all(pipeline: Pipeline, runs: Sequence[tuple[str, Days]], as_json: bool) -> None:
    outcomes = execute(pipeline, runs)
    if as_json:
        print_json([document(outcome) for outcome in outcomes])
    else:
        show_all(outcomes, runs)
    sys.exit(max(outcome.exit_code for outcome in outcomes))


def show_all(outcomes: Sequence[RunOutcome], runs: Sequence[tuple[str, Days]]) -> None:
    """What came of the runs that were wanted, and which of them were not begun."""
    show(outcomes)
    for job, days in runs[sum(outcome.job != LEDGER_JOB for outcome in outcomes) :]:
        out.print(f"[yellow]not run[/] {job} {days}: the run before it failed")


def execute(pipeline: Pipeline, runs: Sequence[tuple[str, Days]]) -> list[RunOutcome]:
    """Run one job after the other, with a bar; the first that fails is the last, for the next would build on it.

    What the failed run could not make, the ledger tells: it is made after it.
    """
    outcomes: list[RunOutcome] = []
    with open_instance(pipeline.settings.dagster_home) as instance:
        for job, days in runs:
            outcomes.append(_launched(pipeline, job, days, instance))
            if outcomes[-1].exit_code == 2:
                outcomes.append(_launched(pipeline, LEDGER_JOB, days, instance))
                break
    return outcomes


def _launched(pipeline: Pipeline, job: str, days: Days, instance: dg.DagsterInstance) -> RunOutcome:
    with _progress(pipeline, job, days):
        return launch(pipeline, job, days, instance)


def _progress(pipeline: Pipeline, job: str, days: Days) -> Progress:
    """A bar on stderr that moves with every published table."""
    bar = counted_bar()
    task = bar.add_task(f"{job} {days}", total=TABLES[job])

    def advance(publication: Publication) -> None:
        rows = sum(receipt.rows for receipt in publication.receipts.values())
        degraded = sum(receipt.state is State.DEGRADED for receipt in publication.receipts.values())
        note = f", [yellow]{degraded} days degraded[/]" if degraded else ""
        bar.console.print(f"  {publication.table.name:<46} {rows:>9,} rows{note}", highlight=False)
        bar.advance(task)

    pipeline.progress = advance
    return bar


def show(outcomes: Sequence[RunOutcome]) -> None:
    """What came of each run, and what did not pass."""
    for outcome in outcomes:
        _show(outcome)


def _show(outcome: RunOutcome) -> None:
    verdict = {0: "[bold green]PASS[/]", 1: "[bold yellow]GAPS[/]", 2: "[bold red]FAILED[/]"}[outcome.exit_code]
    out.print(f"{verdict} {outcome.job} {outcome.days}  [dim]run {outcome.run_id}[/]", highlight=False)
    for failure in outcome.failures:
        out.print(f"  [red]{failure}[/]", highlight=False)
    for finding in outcome.findings:
        if outcome.exit_code < 2:
            out.print(f"  [yellow]{finding.asset} {finding.check}:[/] {finding.reason}", highlight=False)
    for check in outcome.silent:
        out.print(f"  [red]{check} was planned and never answered[/]", highlight=False)


def document(outcome: RunOutcome) -> dict[str, object]:
    return {
        "job": outcome.job,
        "start": outcome.days.first,
        "end": outcome.days.last,
        "run_id": outcome.run_id,
        "status": {0: "PASS", 1: "GAPS", 2: "FAILED"}[outcome.exit_code],
        "failures": list(outcome.failures),
        "findings": [finding.__dict__ for finding in outcome.findings],
        "silent_checks": list(outcome.silent),
    }
