"""`nba score`: how the predictions of a range came out, told in tables, as JSON or as a page."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import click

from nba_pipeline.cli.console import game_date, out, print_json, print_table
from nba_pipeline.cli.run import as_json
from nba_pipeline.files import write_whole
from nba_pipeline.game_day import Days
from nba_pipeline.orchestration.pipeline import Pipeline
from nba_pipeline.scoring import tables
from nba_pipeline.scoring.identical import ALL, LINED
from nba_pipeline.scoring.reading import graded
from nba_pipeline.scoring.scores import Scores
from nba_pipeline.scoring.scores import score as judge

_NAMED_DAYS = 5


@click.command()
@click.option("--start", required=True, help="The first game day.")
@click.option("--end", required=True, help="The last game day.")
@click.option(
    "--report",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE.html",
    help="Write it as a page too, with charts: one file that needs nothing else.",
)
@as_json
def score(start: str, end: str, report: Path | None, as_json: bool) -> None:
    """Errors, probabilities and bets of every system on identical rows, beside the bookmakers' line.

    All players and those with a line are never mixed. Exit 1 if days are not verified or nothing was graded.
    """
    pipeline = Pipeline()
    days = Days(game_date(start, pipeline.clock), game_date(end, pipeline.clock))
    if not len(days):
        raise click.BadParameter(f"--end {days.last} is before --start {days.first}")
    scores = scored(pipeline, days)
    if report is not None:
        from nba_pipeline.scoring.report import page  # drawing charts takes a while to load

        write_whole(report, page(scores, pipeline.source.describe()).encode())
    if as_json:
        print_json(scores.document())
    else:
        show_scores(scores)
        if report is not None:
            out.print(f"Written to {report}", highlight=False, soft_wrap=True)
    sys.exit(0 if scores.is_whole else 1)


def scored(pipeline: Pipeline, days: Days) -> Scores:
    """The judgment of these days."""
    with pipeline.open_engine(read_only=True) as engine:
        found = graded(engine, days)
    return judge(found, days)


def show_scores(scores: Scores) -> None:
    """Print all of it but the parts by month, minutes and line, which the page and the JSON have."""
    show_errors(scores)
    for one in (
        *(tables.coverage(scores, name) for name in (ALL, LINED)),
        tables.drift(scores, ALL),
        tables.chances(scores),
        *(tables.bets(scores, e.system_id) for e in scores.populations[LINED].errors),
    ):
        _show(one)
    if scores.bets:
        out.print(tables.prices(scores), highlight=False)
    if scores.regraded:
        out.print(f"{scores.regraded} grades were changed by corrections: nba_reliability.regrades has what they were.")


def show_errors(scores: Scores) -> None:
    """Print the errors of both populations, and the days that are not counted."""
    for name in (ALL, LINED):
        _show(tables.errors(scores, name))
    if not scores.populations[ALL].rows:
        out.print("[red]There is nothing to score: no player-game was graded that every system predicts.[/]")
    _name("[yellow]{} days are not verified and not counted[/]", scores.unverified)
    _name("{} days are counted without what they lack", scores.incomplete)
    for system_id in scores.silent:
        out.print(f"[yellow]{system_id} predicted nobody and is compared with none.[/]")


def _show(one: tables.Told) -> None:
    if one.rows:
        print_table(one.title, one.columns, one.rows, right=one.numbers)


def _name(sentence: str, days: Mapping[date, str]) -> None:
    if days:
        out.print(f"{sentence.format(len(days))}:", highlight=False)
        for day, why in list(days.items())[:_NAMED_DAYS]:
            out.print(f"  {day}: {why}", highlight=False, soft_wrap=True, markup=False)
        if len(days) > _NAMED_DAYS:
            out.print(f"  and {len(days) - _NAMED_DAYS} more, up to {max(days)}", highlight=False)
