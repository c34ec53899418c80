"""The last call by the live schedule: games abroad in the morning of the East, and tip-offs that move on the day."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time

import pytest
from live_desk import Desk
from small_day import (
    DAY,
    EVENTS,
    GAME_ODDS,
    GAMES,
    NEXT_MORNING,
    REPORTS,
    SCHEDULE,
    SCOREBOARD,
    Game,
    after_the_games,
    event,
    game_odds,
    props,
    schedule,
    scheduled,
    scoreboard,
    small_report,
)

from nba_pipeline.game_day import EASTERN, Days, eastern
from nba_pipeline.orchestration.sensors import before_the_games
from nba_pipeline.sources.landing import landed_until

FIRST, SECOND = GAMES


def at(hour: int, minute: int = 0) -> datetime:
    return eastern(DAY, time(hour, minute))


@dataclass
class Watched:
    """A home whose sensor ticks, and whose runs are run, when they are told to."""

    desk: Desk
    cursor: str | None = None

    def tick(self, moment: datetime) -> str:
        """The run that is asked for, or why none is."""
        self.desk.services.moment = self.desk.pipeline.clock.moment = moment
        said = before_the_games(moment, self.cursor, self.desk.pipeline, under_way=False)
        self.cursor = said.cursor
        return f"{said.run_requests[0].run_key if said.run_requests else said.skip_reason.skip_message}"

    def hears(self, moment: datetime, games: Sequence[Game]) -> None:
        """What all services say from a moment on."""
        services, quarter = self.desk.services, moment.astimezone(EASTERN).replace(minute=moment.minute // 15 * 15)
        services.moment = moment
        listed = [scheduled(game, gameStatus=1 if game.tipoff_at > moment else 2) for game in games]
        services.put(SCHEDULE, schedule(listed, moment))
        services.put(SCOREBOARD, scoreboard(listed))
        services.put(EVENTS, json.dumps([event(game) for game in games]).encode())
        services.put(GAME_ODDS, game_odds(games, moment))
        for game in games:
            services.put(game.props, props(game, moment))
        report = f"{REPORTS}/Injury-Report_{quarter:%Y-%m-%d_%I_%M%p}.pdf"
        services.put(report, small_report(moment), "application/pdf")

    def quoted_at(self, game: Game) -> set[datetime]:
        return {row["snapshot_at"] for row in self.desk.rows("points_props") if row["game_id"] == game.game_id}


@pytest.fixture
def watched(desk: Desk) -> Watched:
    desk.pipeline.open_engine().__exit__()
    return Watched(desk)


def test_what_the_last_call_is_told_by_has_landed(watched: Watched) -> None:
    watched.tick(at(6))

    landing = watched.desk.pipeline.settings.landing_dir
    for kind in ("season_schedule", "scoreboard", "listed_games"):
        assert len(landed_until(landing, "live", kind, Days.only(DAY), at(6))) == 1, kind


@pytest.mark.slow
def test_a_game_abroad_in_the_morning_is_predicted_at_its_last_call_before_the_first_hour_of_the_day(watched: Watched):
    london = replace(FIRST, tipoff_at=at(11))
    watched.hears(at(5), [london, SECOND])
    assert watched.tick(at(5)) == "no other lines than published; the last call is at 10:45"

    watched.hears(at(10, 45), [london, SECOND])
    assert watched.tick(at(10, 45)) == f"pregame {DAY} last call 10:45"
    assert watched.desk.run("pregame", at(10, 45)).exit_code == 0

    assert {row["game_id"]: row["tipoff_at"] for row in watched.desk.rows("schedule")} == {
        london.game_id: at(11),
        SECOND.game_id: at(22),
    }
    assert watched.quoted_at(london) == watched.quoted_at(SECOND) == {at(10, 45)}
    assert watched.tick(at(11, 30)) == "looked at 10:45: the last call is at 10:45"
    after_the_games(watched.desk.services, [london, SECOND])
    assert watched.desk.run("postgame", NEXT_MORNING).exit_code == 0
    assert {row["game_id"] for row in watched.desk.rows("player_boxscores")} == {london.game_id, SECOND.game_id}


@pytest.mark.slow
def test_the_last_call_moves_with_a_tip_off_that_is_brought_forward(watched: Watched) -> None:
    watched.hears(at(11), GAMES)
    assert watched.desk.run("pregame", at(11)).exit_code == 0
    assert "the last call is at 18:45" in watched.tick(at(14))
    sooner = replace(FIRST, tipoff_at=at(15, 30))

    watched.hears(at(14, 30), [sooner, SECOND])
    assert watched.tick(at(14, 31)).startswith(f"pregame {DAY} points_props moved")
    watched.hears(at(15, 15), [sooner, SECOND])
    assert watched.tick(at(15, 15)) == f"pregame {DAY} last call 15:15"
    assert watched.desk.run("pregame", at(15, 15)).exit_code == 0

    assert watched.quoted_at(sooner) == {at(11), at(14, 30), at(15, 15)}
    assert watched.tick(at(18, 45)) == "looked at 15:15: the last call is at 15:15"


@pytest.mark.slow
def test_the_last_call_moves_with_a_tip_off_that_is_put_off_and_lines_of_the_hours_between_count(watched: Watched):
    watched.hears(at(11), GAMES)
    assert watched.desk.run("pregame", at(11)).exit_code == 0
    assert "the last call is at 18:45" in watched.tick(at(18, 30))
    later = replace(FIRST, tipoff_at=at(20, 30))

    watched.hears(at(18, 45), [later, SECOND])
    assert watched.tick(at(18, 45)).startswith(f"pregame {DAY} points_props moved")
    assert "the last call is at 20:15" in watched.tick(at(18, 50))
    watched.hears(at(20, 15), [later, SECOND])
    assert watched.tick(at(20, 15)) == f"pregame {DAY} last call 20:15"
    assert watched.desk.run("pregame", at(20, 15)).exit_code == 0

    assert watched.quoted_at(later) == {at(11), at(18, 45), at(20, 15)}
