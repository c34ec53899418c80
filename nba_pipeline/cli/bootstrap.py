"""`nba bootstrap`: the seasons before the one in play, asked of stats.nba.com once and made like any others."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta

import click
from rich.markup import escape

from nba_pipeline.cli.console import counted_bar, out, print_json
from nba_pipeline.cli.run import accept_shrink, as_json, document, execute, show_all
from nba_pipeline.clock import today
from nba_pipeline.game_day import FIRST_GAME_DAY, Days, season_days, season_name, season_named, season_of
from nba_pipeline.orchestration.pipeline import Pipeline
from nba_pipeline.registry import all_tables
from nba_pipeline.sources.base import SourceError
from nba_pipeline.sources.live.game_logs import Question, questions
from nba_pipeline.sources.live.league_history import is_over
from nba_pipeline.sources.live.settings import LiveSettings, load_live_settings
from nba_pipeline.sources.live.stats_host import StatsHost, stats_client
from nba_pipeline.warehouse.reading import receipts_of

NOT_IN_THE_LOGS = "The game logs tell no tip-offs, no starters, and nobody who did not play: these stay unknown."


@dataclass
class Landed:
    """What came of asking: the games of each log, and why one is lacking. `before` had landed already."""

    games: dict[Question, int] = field(default_factory=dict)
    lacking: dict[Question, str] = field(default_factory=dict)
    before: int = 0


@click.command()
@click.option("--seasons", required=True, metavar="FIRST[:LAST]", help="Seasons like 2021-22:2025-26, or one of them.")
@accept_shrink
@as_json
def bootstrap(seasons: str, accept_shrink: str | None, as_json: bool) -> None:
    """Earlier seasons of the live league: their game logs from stats.nba.com, then every table, a season a run.

    What has landed is not asked for again, and seasons that are made already are left as they are. The season in play
    comes from the CDN, to yesterday.
    """
    pipeline = Pipeline(accept_shrink=accept_shrink)
    settings = _live_settings(pipeline)
    wanted = [_playable(season, pipeline) for season in _seasons(seasons, pipeline)]
    unmade = _from_the_first_unmade([days for days in wanted if len(days)], pipeline)
    over = [season_of(days.first) for days in unmade if is_over(season_of(days.first), pipeline.clock.now())]
    landed = _land(over, settings, pipeline)
    runs = [("all_phases", days) for days in unmade]
    outcomes = execute(pipeline, runs) if runs else []
    made_before = [days for days in wanted if len(days) and days not in unmade]
    if as_json:
        print_json(
            {
                "landed": [{"log": f"{question}", "games": games} for question, games in landed.games.items()],
                "landed_before": landed.before,
                "lacking": [{"log": f"{question}", "reason": why} for question, why in landed.lacking.items()],
                "made_before": [season_name(season_of(days.first)) for days in made_before],
                "runs": [document(outcome) for outcome in outcomes],
            }
        )
    else:
        for days in made_before:
            out.print(f"{season_name(season_of(days.first))} is made already", highlight=False)
        show_all(outcomes, runs)
        for question, why in landed.lacking.items():
            out.print(f"[yellow]{question} is lacking:[/] {escape(why)}", highlight=False, soft_wrap=True)
        if over:
            out.print(f"[dim]{NOT_IN_THE_LOGS}[/]", highlight=False, soft_wrap=True)
    sys.exit(max([1 if landed.lacking else 0, *(outcome.exit_code for outcome in outcomes)]))


def _live_settings(pipeline: Pipeline) -> LiveSettings:
    if pipeline.settings.source != "live":
        raise click.UsageError(
            f"NBA_SOURCE is {pipeline.settings.source}, which brings its own seasons: nba backfill makes them; "
            "bootstrap is for NBA_SOURCE=live"
        )
    settings = load_live_settings()
    if settings.live_offline:
        raise click.UsageError(
            "NBA_LIVE_OFFLINE is set, and bootstrap asks: unset it, or make seasons whose logs landed with: "
            "nba backfill --start D --end D"
        )
    if settings.odds_historical:
        raise click.UsageError(
            "NBA_ODDS_HISTORICAL=true would buy the odds of every game of these seasons; unset it, bootstrap, and "
            "then buy those of a range you choose with: nba backfill --start D --end D"
        )
    return settings


def _seasons(told: str, pipeline: Pipeline) -> range:
    first, _, last = told.partition(":")
    begin, end = _season(first), _season(last or first)
    earliest, latest = season_of(FIRST_GAME_DAY), season_of(today(pipeline.clock))
    if not earliest <= begin <= end <= latest:
        raise click.BadParameter(
            f"{told} is no range of seasons from {season_name(earliest)} to {season_name(latest)}, the one in play",
            param_hint="--seasons",
        )
    return range(begin, end + 1)


def _season(told: str) -> int:
    season = season_named(told)
    if season is None:
        raise click.BadParameter(f"{told!r} is no season; write it like 2021-22", param_hint="--seasons")
    return season


def _playable(season: int, pipeline: Pipeline) -> Days:
    """The days of a season that are over."""
    days = season_days(season)
    return Days(days.first, min(days.last, today(pipeline.clock) - timedelta(days=1)))


def _from_the_first_unmade(seasons: Sequence[Days], pipeline: Pipeline) -> list[Days]:
    """The seasons from the first that lacks a day of a table: those after it look back on it."""
    tables = list(all_tables())
    with pipeline.open_engine() as engine:
        for place, days in enumerate(seasons):
            if len(receipts_of(engine, tables, days)) < len(days) * len(tables):
                return list(seasons[place:])
    return []


def _land(seasons: Sequence[int], settings: LiveSettings, pipeline: Pipeline) -> Landed:
    """Ask for what has not landed, with a bar on stderr. Raises SourceError at the first that must come and fails."""
    host = StatsHost(settings, pipeline.settings.landing_dir, stats_client(settings, pipeline.settings.home / "live"))
    landed = Landed()
    with counted_bar() as bar:
        for season in seasons:
            waiting = host.open_questions(season, pipeline.clock.now())
            landed.before += len(questions(season)) - len(waiting)
            task = bar.add_task(f"game logs {season_name(season)}", total=len(waiting))
            for question in waiting:
                _ask(question, host, landed, pipeline)
                games = landed.games.get(question)
                told = "[yellow]is lacking[/]" if games is None else f"{games:>9,} games"
                bar.console.print(f"  {question!s:<46} {told}", highlight=False)
                bar.advance(task)
    return landed


def _ask(question: Question, host: StatsHost, landed: Landed, pipeline: Pipeline) -> None:
    """Raises SourceError where a log does not come that there must be."""
    try:
        landed.games[question] = host.ask(question, pipeline.clock.now())
    except SourceError as error:
        if not question.fewest:
            landed.lacking[question] = str(error)
            return
        stand = landed.before + len(landed.games)
        raise SourceError(
            f"{question}: {error}. {stand} game logs have landed and stand, and nothing was published; the same "
            "command goes on there"
        ) from error
