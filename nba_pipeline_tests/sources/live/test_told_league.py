"""A simulated league told through HTTP, in the formats of the services, is the simulated league, to the hash."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from addresses import live_source
from asked_league import AskedLeague
from known_league import KnownLeague, Rows
from services import serving
from small_day import CDN, REPORTS
from told_league import ToldLeague

from nba_pipeline.clock import FixedClock
from nba_pipeline.game_day import Days, eastern
from nba_pipeline.production import produce
from nba_pipeline.registry import table
from nba_pipeline.sources.base import Source
from nba_pipeline.warehouse.duckdb.engine import DuckDBEngine
from nba_pipeline.world import World

SEED = 5
# A game of this day is called off at 13:39, when its lines have been quoted and its injuries reported.
DAY = date(2025, 12, 1)
HOURS = [eastern(DAY, at) for at in (time(11), time(12), time(16), time(18, 46))]
# At the first of them the shots of some games are not known yet.
MORNINGS_AFTER = [eastern(DAY + timedelta(days=1), at) for at in (time(5), time(10))]
MORNING_AFTER = MORNINGS_AFTER[0]
PREGAME = ("schedule", "points_props", "game_lines", "injury_report")
POSTGAME = (*PREGAME, "player_boxscores", "team_boxscores", "shot_zones")


@dataclass
class Home:
    """What is published of the day from a source, moment after moment: rows, content hashes and games that lack."""

    directory: Path
    source: Source
    clock: FixedClock
    published: dict[tuple[datetime, str], tuple[int, str, Sequence[str]]] = field(default_factory=dict)

    def live_through_the_day(self) -> None:
        for moment in HOURS:
            self._publish(PREGAME, moment)
        for moment in MORNINGS_AFTER:
            self._publish(POSTGAME, moment)

    def _publish(self, names: Sequence[str], at: datetime) -> None:
        self.clock.moment = at
        for name in names:
            with DuckDBEngine(self.directory / "warehouse.duckdb") as engine:
                landing, models = self.directory / "landing", self.directory / "models"
                world = World(engine, self.source, landing, models, self.clock)
                made = produce(table(name), Days.only(DAY), world, run_id="told")
            assert made.refused == {}
            receipt = made.receipts[DAY]
            lacking = [gap.game_id for gap in receipt.gaps]
            assert lacking == [] or name == "shot_zones"
            assert lacking or receipt.reason is None
            self.published[at, name] = (receipt.rows, receipt.content_hash, lacking)


@pytest.mark.slow
def test_what_comes_through_the_services_is_what_the_league_said_at_the_same_moments(tmp_path):
    direct = Home(tmp_path / "direct", AskedLeague(KnownLeague(SEED)), FixedClock(HOURS[0]))
    direct.directory.mkdir()
    direct.live_through_the_day()

    clock = FixedClock(HOURS[0])
    with serving(ToldLeague(KnownLeague(SEED), clock)) as services:
        live = Home(tmp_path, live_source(services, tmp_path, clock), clock)
        live.live_through_the_day()

    assert live.published == direct.published
    assert all(rows for rows, _hash, _lacking in live.published.values())
    late, later = (live.published[moment, "shot_zones"] for moment in MORNINGS_AFTER)
    assert late[0] < later[0]
    assert len(late[2]) > len(later[2]) == 0


@pytest.fixture(scope="module")
def league() -> KnownLeague:
    return KnownLeague(SEED)


def heard(league: KnownLeague, kind: str) -> Rows:
    """What somebody knows of the day who asked at its hours."""
    asked = AskedLeague(league)
    for moment in HOURS:
        answers = asked.fetch(kind, Days.only(DAY), moment)
    return asked.parse(kind, answers).to_pylist()


def unordered(rows: Rows) -> set[tuple]:
    return {tuple(row.items()) for row in rows}


def test_who_asks_at_the_hours_of_the_day_hears_each_injury_report(league):
    assert unordered(heard(league, "injury_report")) == unordered(
        league.rows("injury_report", Days.only(DAY), MORNING_AFTER)
    )


@pytest.mark.parametrize("kind", ["points_props", "game_lines"])
def test_who_asks_for_odds_hears_only_what_a_bookmaker_said_and_not_all_of_it(league, kind):
    told, known = unordered(heard(league, kind)), unordered(league.rows(kind, Days.only(DAY), MORNING_AFTER))

    assert told < known if kind == "points_props" else told == known


def test_the_services_tell_nothing_that_is_not_known_yet(league):
    [game, *_] = [game for game in league.rows("schedule", Days.only(DAY), MORNING_AFTER) if not game["postponed"]]
    clock = FixedClock(HOURS[-1])
    services = ToldLeague(league, clock)
    boxscore = f"{CDN}/liveData/boxscore/boxscore_{game['game_id']}.json"
    report = f"{REPORTS}/Injury-Report_{DAY}_06PM.pdf"

    clock.moment = eastern(DAY, time(18, 29))
    assert [services.answer(path, {}) for path in (boxscore, report)] == [None, None]
    clock.moment = eastern(DAY, time(18, 30))
    assert [services.answer(path, {}) is None for path in (boxscore, report)] == [True, False]
    clock.moment = MORNING_AFTER
    _type, body = services.answer(boxscore, {})
    assert json.loads(body)["game"]["gameId"] == game["game_id"]
