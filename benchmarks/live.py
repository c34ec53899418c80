"""What the live services cost in requests and time, at one request a second to a host, on replayed services.

- A day of eleven games: what is asked before and after them, of which host, and how long it takes.
- Recorded answers: how fast they are read, and what a day's take beside asking for them.
- A season from game logs, with as many rows as a real one had: asked for, landed, and its raw tables published.
"""

from __future__ import annotations

import gzip
import sys
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from time import perf_counter

import pyarrow as pa
from season_logs import STATS, SeasonLogs, played
from services import Services, serving
from small_day import (
    CDN,
    DAY,
    GAMES,
    KEY,
    MORNING,
    NEXT_MORNING,
    ODDS,
    REPORTS,
    SECOND,
    SECOND_KEY,
    Game,
    after_the_games,
    before_the_games,
)

from benchmarks.homes import archive_directory
from benchmarks.report import Ratio
from nba_pipeline.clock import SystemClock
from nba_pipeline.game_day import Days, season_days
from nba_pipeline.production import produce
from nba_pipeline.registry import table
from nba_pipeline.sources.archive import ArchiveSource
from nba_pipeline.sources.base import Answer
from nba_pipeline.sources.landing import acquire
from nba_pipeline.sources.live import balldontlie, injury_pdf, league_boxscores, league_schedule, odds
from nba_pipeline.sources.live.settings import LiveSettings
from nba_pipeline.sources.live.source import LiveSource
from nba_pipeline.sources.live.stats_host import StatsHost, stats_client
from nba_pipeline.sources.teams import TEAMS
from nba_pipeline.warehouse.duckdb.engine import DuckDBEngine
from nba_pipeline.world import World

HOSTS = {"cdn": CDN, "odds_api": ODDS, "injury_report": REPORTS, "balldontlie": SECOND}  # by setting: under which path
GAMES_A_DAY = 11
BEFORE = ("schedule", "points_props", "game_lines", "injury_report")
AFTER = ("schedule", "player_boxscores", "team_boxscores", "second_boxscores", "shot_zones")

SEASON = 2021
TOLD_BY_LOGS = ("schedule", "player_boxscores", "team_boxscores")

Job = tuple[str, Callable[[Services, Sequence[Game]], None], Sequence[str], datetime]


@dataclass(frozen=True)
class Recorded:
    """A recorded answer, who reads it, and how often in a day of eleven games."""

    kind: str
    file: str
    parser: Callable[[Sequence[Answer]], pa.Table]
    days: Days
    times: int = 1
    fetched_at: str = "2026-02-12T05:00:00-05:00"

    def answer(self, directory: Path) -> Answer:
        body = (directory / self.file).read_bytes()
        body = gzip.decompress(body) if self.file.endswith(".gz") else body
        at = datetime.fromisoformat(self.fetched_at)
        return Answer(self.kind, self.days, f"https://services/{self.file}", "application/json", body, at)


BOXSCORE = "nba_cdn_boxscore_0022500775.json"
LINES = "odds_api_event_odds_player_points_BKN_TOR_2024-02-22.json"
RECORDED: Sequence[Recorded] = [
    Recorded("season_schedule", "nba_cdn_schedule_2024-25.json.gz", league_schedule.rows, season_days(2024)),
    Recorded("boxscore", BOXSCORE, league_boxscores.player_rows, Days.only(date(2026, 2, 11)), GAMES_A_DAY),
    Recorded("boxscore", BOXSCORE, league_boxscores.team_rows, Days.only(date(2026, 2, 11)), GAMES_A_DAY),
    Recorded(balldontlie.BOX_SCORES, "balldontlie_box_scores.json", balldontlie.rows, Days.only(date(2024, 1, 15))),
    Recorded(odds.EVENT_PROPS, LINES, odds.props_rows, Days.only(date(2024, 2, 22)), GAMES_A_DAY),
    Recorded(
        injury_pdf.REPORT,
        "nba_injury_report.pdf",
        injury_pdf.rows,
        Days(date(2024, 1, 4), date(2024, 1, 5)),
        fetched_at="2024-01-04T13:00:00-05:00",
    ),
]


def measure(scratch: Path) -> list[Ratio]:
    asked, seconds = _day(scratch / "day")
    return [
        Ratio("a day of 11 games / its requests at one a second", seconds, float(asked), 1.2),
        Ratio("its answers, as large as recorded ones, read / asked for", _reading(), float(asked), 0.2),
        _season(scratch / "season"),
    ]


def _day(home: Path) -> tuple[int, float]:
    """How many requests a day takes, and how many seconds, each job by a source of its own."""
    games = [
        replace(GAMES[place % 2], game_id=f"00225005{place:02}", home=home_team, away=away_team)
        for place, (home_team, away_team) in enumerate(zip(TEAMS[:GAMES_A_DAY], TEAMS[-GAMES_A_DAY:], strict=True))
    ]
    with ExitStack() as stack:
        hosts = {name: stack.enter_context(serving(Services(MORNING))) for name in HOSTS}
        addresses = {f"{name}_url": hosts[name].address + path for name, path in HOSTS.items()}
        settings = LiveSettings(**addresses, odds_api_key=KEY, balldontlie_api_key=SECOND_KEY, request_interval=1)
        jobs = (("before", before_the_games, BEFORE, MORNING), ("after", after_the_games, AFTER, NEXT_MORNING))
        taken = [_job(job, home, settings, hosts, games) for job in jobs]
        return sum(len(host.asked) for host in hosts.values()), sum(taken)


def _job(job: Job, home: Path, settings: LiveSettings, hosts: dict[str, Services], games: Sequence[Game]) -> float:
    when, tell, kinds, moment = job
    before = {name: len(host.asked) for name, host in hosts.items()}
    for host in hosts.values():
        tell(host, games)
    source = LiveSource(settings, home / "live", home / "landing")
    start = perf_counter()
    for kind in kinds:
        lacking = acquire(source, kind, Days.only(DAY), moment, home / "landing").unanswered
        if lacking:
            sys.exit(f"{kind} lacks {lacking[0]}")
    seconds = perf_counter() - start
    told = ", ".join(f"{name} {len(host.asked) - before[name]}" for name, host in hosts.items())
    sys.stderr.write(f"{when} the games, {seconds:.1f} s; requests: {told}\n")
    return seconds


def _reading() -> float:
    """The seconds that all answers of a day take to be read; how fast each is, is said."""
    samples = archive_directory().with_name("samples")
    if not samples.is_dir():
        sys.exit(f"This benchmark reads recorded answers of the services beside the archive: {samples} is not there.")
    of_a_day = 0.0
    for recorded in RECORDED:
        answer = recorded.answer(samples)
        start = perf_counter()
        rows = recorded.parser([answer]).num_rows
        seconds = perf_counter() - start
        of_a_day += recorded.times * seconds
        rate = len(answer.body) / seconds / 1e6
        sys.stderr.write(f"{seconds * 1000:8.0f} ms{rate:8.1f} MB/s{rows:8} rows  {recorded.file}\n")
    return of_a_day


def _season(home: Path) -> Ratio:
    """Everything that `nba bootstrap` does with a season up to its raw tables, over asking game by game."""
    games, players, teams = played(ArchiveSource(archive_directory()), SEASON)
    logs = SeasonLogs.of(SEASON, games, players, teams)
    with serving(Services(MORNING)) as services:
        logs.serve(services)
        settings = LiveSettings(stats_url=services.address + STATS, request_interval=1)
        start = perf_counter()
        host = StatsHost(settings, home / "landing", stats_client(settings, home / "live"))
        for question in host.open_questions(SEASON, MORNING):
            host.ask(question, MORNING)
        landed = perf_counter() - start
        source = LiveSource(settings, home / "live", home / "landing")
        with DuckDBEngine(home / "warehouse.duckdb") as engine:
            world = World(engine, source, home / "landing", home / "models", SystemClock())
            for name in TOLD_BY_LOGS:
                refused = produce(table(name), season_days(SEASON), world, run_id="benchmark").refused
                if refused:
                    sys.exit(f"{name} was refused: {next(iter(refused.items()))}")
        seconds = perf_counter() - start
        asked = len(services.asked)
    megabytes = sum(map(len, logs.bodies.values())) / 1e6
    sys.stderr.write(f"{asked} logs of {megabytes:.0f} MB landed in {landed:.1f} s, raw tables in {seconds:.1f} s\n")
    return Ratio("a season from game logs / its boxscores at one a second", seconds, float(len(games)), 0.1)
