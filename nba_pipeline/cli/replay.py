"""`nba replay`: a range of past days lived through, and compared with the same days backfilled."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import click
import dagster as dg
from rich.markup import escape
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)

from nba_pipeline.cli.console import COULD_NOT_RUN, err, game_date, out, print_json
from nba_pipeline.cli.run import accept_shrink, as_json
from nba_pipeline.clock import FixedClock, SystemClock
from nba_pipeline.game_day import EASTERN, Days, playing_days
from nba_pipeline.hours import DueRun
from nba_pipeline.orchestration.launch import RunOutcome, open_instance
from nba_pipeline.orchestration.pipeline import Pipeline
from nba_pipeline.orchestration.replay import live, still_to_live, timeline
from nba_pipeline.registry import all_tables
from nba_pipeline.reliability.equality import Difference, differences
from nba_pipeline.settings import REMEMBERED, ConfigurationError, Settings, of_home
from nba_pipeline.warehouse.connection import open_warehouse
from nba_pipeline.warehouse.engine import Engine
from nba_pipeline.warehouse.reading import receipts_of
from nba_pipeline.warehouse.receipts import Receipt, State

SHOWN = 40


@dataclass(frozen=True)
class Replayed:
    """What came of a replay. `differences` is None where nothing was compared."""

    days: Days
    last_runs_only: bool
    lived_before: int
    lived: int
    stopped: tuple[DueRun, RunOutcome] | None
    gaps: Sequence[Receipt]
    differences: Sequence[Difference] | None

    @property
    def status(self) -> str:
        if self.stopped:
            return "FAILED"
        return "DIFFERENT" if self.differences else "GAPS" if self.gaps else "PASS"

    @property
    def exit_code(self) -> int:
        return {"PASS": 0, "GAPS": 1, "DIFFERENT": 1, "FAILED": COULD_NOT_RUN}[self.status]

    @property
    def resume(self) -> str | None:
        """The command that goes on from where it stopped."""
        if self.stopped is None:
            return None
        command = f"nba replay --start {self.stopped[0].day} --end {self.days.last}"
        return f"{command} --last-runs-only" if self.last_runs_only else command


@click.command()
@click.option("--start", required=True, help="The first game day.")
@click.option("--end", required=True, help="The last game day.")
@click.option("--last-runs-only", is_flag=True, help="Each job once for a day, at its last hour: the same days.")
@click.option("--no-record", is_flag=True, help="Keep no Dagster record: faster, and `nba dev` does not show the runs.")
@click.option(
    "--compare-with",
    "other",
    metavar="HOME",
    type=click.Path(path_type=Path, exists=True, file_okay=False, resolve_path=True),
    help="An NBA_HOME that holds the same days backfilled: name each table, day and column that differs.",
)
@accept_shrink
@as_json
def replay(
    start: str,
    end: str,
    last_runs_only: bool,
    no_record: bool,
    other: Path | None,
    accept_shrink: str | None,
    as_json: bool,
) -> None:
    """A range of past days as they happened: the clock moves, and each daily job runs at its hours.

    A replay that stopped goes on where it stopped when the command is repeated.
    """
    clock = FixedClock(datetime.now(UTC))
    pipeline = Pipeline(accept_shrink=accept_shrink, own_clock=clock)
    days = Days(game_date(start, SystemClock()), game_date(end, SystemClock()))
    _refuse(pipeline, days, other)
    record = dg.DagsterInstance.ephemeral if no_record else partial(open_instance, pipeline.settings.dagster_home)
    replayed = _replay(pipeline, clock, days, last_runs_only, record, other)
    if as_json:
        print_json(_document(replayed))
    else:
        _show(replayed)
    sys.exit(replayed.exit_code)


def _refuse(pipeline: Pipeline, days: Days, other: Path | None) -> None:
    """Say at once what would otherwise be found out after hours."""
    if pipeline.settings.now:
        remembered = pipeline.settings.home / REMEMBERED
        raise ConfigurationError(f"NBA_NOW freezes the clock, and a replay moves it: unset it, also in {remembered}")
    if not len(days):
        raise click.BadParameter(f"--end {days.last} is before --start {days.first}")
    if not playing_days(days):
        raise click.BadParameter(f"{days} lies in the off-season: there is nothing to replay")
    if other == pipeline.settings.home:
        raise click.BadParameter("--compare-with names NBA_HOME itself: name the home of a backfill")
    if other and _is_same_place(pipeline.settings, of_home(other, pipeline.settings)):
        raise click.BadParameter(f"--compare-with {other} keeps its days in the same datasets: compare with another")
    if other:
        with _open_other(pipeline, other) as there:
            if not receipts_of(there, list(all_tables()), days):
                raise click.BadParameter(
                    f"{other} holds no published day of {days}. Make them first: "
                    f"NBA_HOME={other} nba backfill --start {days.first} --end {days.last}"
                )


def _replay(
    pipeline: Pipeline,
    clock: FixedClock,
    days: Days,
    last_runs_only: bool,
    open_record: Callable[[], AbstractContextManager[dg.DagsterInstance]],
    other: Path | None,
) -> Replayed:
    """Live through the runs that are due, and look at what came of them."""
    with err.status("reading the calendar"), pipeline.open() as world:
        runs = timeline(days, world, last_runs_only)
        due = still_to_live(runs, world.engine)
    with _progress() as bar:
        task = bar.add_task("", total=len(due))

        def announce(run: DueRun) -> None:
            bar.update(task, description=_told(run), completed=due.index(run))

        outcomes = live(due, pipeline, clock, open_record, announce)
        failed = len(outcomes) > 0 and outcomes[-1].exit_code == COULD_NOT_RUN
        bar.update(task, completed=len(outcomes) - failed)
    with pipeline.open_engine(read_only=True) as here:
        gaps = [r for r in receipts_of(here, list(all_tables()), days) if r.state is State.DEGRADED]
        compared = _compare(pipeline, here, other, days) if other and not failed else None
    return Replayed(
        days=days,
        last_runs_only=last_runs_only,
        lived_before=len(runs) - len(due),
        lived=len(outcomes) - failed,
        stopped=(due[len(outcomes) - 1], outcomes[-1]) if failed else None,
        gaps=gaps,
        differences=compared,
    )


def _compare(pipeline: Pipeline, here: Engine, other: Path, days: Days) -> list[Difference]:
    with err.status(f"comparing with {other}"), _open_other(pipeline, other) as there:
        return differences(here, there, days)


def _is_same_place(here: Settings, there: Settings) -> bool:
    """Whether two homes share one warehouse, which would be found equal to itself."""
    places = {(one.warehouse, one.bigquery_project, one.bigquery_prefix) for one in (here, there)}
    return here.warehouse == "bigquery" and len(places) == 1


def _open_other(pipeline: Pipeline, other: Path) -> Engine:
    return open_warehouse(of_home(other, pipeline.settings), read_only=True)


def _progress() -> Progress:
    """A bar on stderr with the moment that the replay lives in."""
    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    return Progress(*columns, TimeElapsedColumn(), TimeRemainingColumn(), console=err)


def _told(run: DueRun) -> str:
    return f"{run.moment.astimezone(EASTERN):%Y-%m-%d %H:%M} {run.job} of {run.day}"


def _show(replayed: Replayed) -> None:
    colour = {"PASS": "green", "GAPS": "yellow", "DIFFERENT": "red", "FAILED": "red"}[replayed.status]
    before = f", {replayed.lived_before} runs were lived through before" if replayed.lived_before else ""
    out.print(
        f"[bold {colour}]{replayed.status}[/] replay {replayed.days}: {len(replayed.days)} days, "
        f"{replayed.lived} runs{before}",
        highlight=False,
    )
    for receipt in replayed.gaps[:SHOWN]:
        reason = escape(str(receipt.reason))
        out.print(f"  [yellow]{receipt.table_name} {receipt.game_date}:[/] {reason}", highlight=False)
    _count_the_rest("days with gaps", len(replayed.gaps))
    if replayed.stopped:
        run, outcome = replayed.stopped
        out.print(f"  [red]stopped at {_told(run)}[/]  [dim]run {outcome.run_id}[/]", highlight=False)
        for reason in (*outcome.failures, *(f"{check} was planned and never answered" for check in outcome.silent)):
            out.print(f"  [red]{escape(reason)}[/]", highlight=False)
        out.print(f"  What was published stays. Mend the cause and go on with: {replayed.resume}", highlight=False)
    if replayed.differences == []:
        out.print(f"  equal in {len(all_tables())} tables on every day", highlight=False)
    elif replayed.differences:
        out.print("Differences, the first is where to look:")
        for difference in replayed.differences[:SHOWN]:
            named = f"[red]{difference.game_date} {difference.table}:[/]"
            out.print(f"  {named} {_in_words(difference)}", highlight=False, soft_wrap=True)
        _count_the_rest("differences", len(replayed.differences))


def _count_the_rest(what: str, n: int) -> None:
    if n > SHOWN:
        out.print(f"  … and {n - SHOWN} more {what}; --json names them all", highlight=False)


def _in_words(difference: Difference) -> str:
    """Which columns differ, in how many rows each, and how many rows only one side has."""
    if difference.unproven:
        return difference.unproven
    said = [f"{column} ({rows})" for column, rows in difference.columns.items()]
    said += [f"{difference.only_here} rows only here"] if difference.only_here else []
    said += [f"{difference.only_there} rows only there"] if difference.only_there else []
    said += ["made by other code"] if difference.made_by_other_code else []
    return ", ".join(said)


def _document(replayed: Replayed) -> dict[str, object]:
    stopped = None
    if replayed.stopped:
        run, outcome = replayed.stopped
        stopped = asdict(run) | {
            "run_id": outcome.run_id,
            "failures": list(outcome.failures),
            "silent_checks": list(outcome.silent),
            "resume": replayed.resume,
        }
    return {
        "start": replayed.days.first,
        "end": replayed.days.last,
        "status": replayed.status,
        "runs": replayed.lived,
        "runs_lived_before": replayed.lived_before,
        "stopped": stopped,
        "gaps": [{"table": r.table_name, "date": r.game_date, "reason": r.reason} for r in replayed.gaps],
        "differences": None if replayed.differences is None else [asdict(d) for d in replayed.differences],
    }
