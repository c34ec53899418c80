"""The last call and lines that moved each bring exactly one more run before the games."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from pathlib import Path

import dagster as dg
import pytest
from faults.league import League
from lively import LivelyLeague

from nba_pipeline.clock import FixedClock
from nba_pipeline.definitions import defs
from nba_pipeline.game_day import Days, eastern
from nba_pipeline.orchestration import sensors
from nba_pipeline.orchestration.pipeline import Pipeline
from nba_pipeline.orchestration.schedules import request
from nba_pipeline.orchestration.sensors import gaps_to_fill
from nba_pipeline.production import produce
from nba_pipeline.registry import table
from nba_pipeline.settings import Settings
from nba_pipeline.sources.landing import landed_until
from nba_pipeline.warehouse.errors import WarehouseBusy

DAY = date(2026, 1, 5)  # games at 19:00 and 22:00, and the first quotes at 13:00 and 16:00
REST = DAY + timedelta(days=2)
REPOSITORY = defs.get_repository_def()


@dataclass
class Watch:
    """A sensor that ticks when it is told to, as the daemon lets it: the cursor is kept, a run key runs once."""

    pipeline: Pipeline
    instance: dg.DagsterInstance
    cursor: str | None = None
    seen: set[str] = field(default_factory=set)

    def tick(self, hour: int, minute: int = 0, day: date = DAY) -> str:
        """The run that it asks for, or why it asks for none."""
        self.pipeline.clock.moment = eastern(day, time(hour, minute))
        with dg.build_sensor_context(
            instance=self.instance,
            cursor=self.cursor,
            repository_def=REPOSITORY,
            resources={"pipeline": self.pipeline},
            sensor_name="before_the_games",
        ) as context:
            said = REPOSITORY.get_sensor_def("before_the_games").evaluate_tick(context)
        self.cursor = said.cursor
        asked = [str(run.run_key) for run in said.run_requests if run.run_key not in self.seen]
        self.seen |= set(asked)
        return asked[0] if asked else f"{said.skip_message}"

    def fetch_lines(self) -> None:
        """What a run before the games would publish at this moment."""
        with self.pipeline.open() as world:
            for name in ("schedule", "points_props", "game_lines"):
                produce(table(name), Days.only(DAY), world, run_id="test")


@pytest.fixture
def watch(tmp_path: Path) -> Iterator[Watch]:
    league = LivelyLeague(Days(DAY, REST))
    pipeline = Pipeline(given=Settings(home=tmp_path, lock_timeout=0), own_clock=FixedClock(eastern(DAY, time(6))))
    pipeline.source = league
    pipeline.open_engine().__exit__()
    with dg.DagsterInstance.ephemeral() as instance:
        yield Watch(pipeline, instance)


def test_the_last_call_brings_one_run_and_the_tip_off_none(watch: Watch) -> None:
    assert watch.tick(18, 44) == "no other lines than published; the last call is at 18:45"
    assert watch.tick(18, 46) == "pregame 2026-01-05 last call 18:45"
    assert "pregame" not in watch.tick(18, 48)
    assert watch.tick(19, 0) == "looked at 18:48: the last call is at 18:45"
    assert watch.tick(19, 2) == "looked at 18:48: the last call is at 18:45"


def test_the_last_call_moves_with_a_postponed_game(watch: Watch) -> None:
    assert watch.tick(18, 30) == "no other lines than published; the last call is at 18:45"
    watch.pipeline.source.postponed_from = (watch.pipeline.source.games(DAY)[0].game_id, eastern(DAY, time(18, 40)))

    assert watch.tick(18, 46) == "no other lines than published; the last call is at 21:45"
    assert watch.tick(21, 46) == "pregame 2026-01-05 last call 21:45"


def test_at_the_last_call_a_silent_source_is_a_run_that_fails_and_not_a_run_that_is_forgotten(watch: Watch) -> None:
    watch.tick(18, 30)
    watch.pipeline.source.outage = "the league does not answer"

    assert watch.tick(18, 46) == "pregame 2026-01-05 last call 18:45"


def test_lines_that_moved_bring_one_run(watch: Watch) -> None:
    watch.pipeline.clock.moment = eastern(DAY, time(11))
    watch.fetch_lines()

    assert watch.tick(11, 30) == "no other lines than published; the last call is at 18:45"
    moved = watch.tick(13, 5)
    assert moved.startswith("pregame 2026-01-05 points_props moved ")
    assert watch.tick(13, 7) == "looked at 13:05: the last call is at 18:45"
    watch.fetch_lines()
    assert watch.tick(13, 40) == "no other lines than published; the last call is at 18:45"


def test_lines_that_were_asked_for_have_landed(watch: Watch) -> None:
    watch.pipeline.clock.moment = eastern(DAY, time(11))
    watch.fetch_lines()
    assert "moved" in watch.tick(13, 5)

    now = watch.pipeline.clock.now()
    landing = watch.pipeline.settings.landing_dir
    landed = landed_until(landing, "league", "points_props", Days.only(DAY), now, since=now)

    assert landed == watch.pipeline.source.fetch("points_props", Days.only(DAY), now)


def test_lines_that_moved_are_not_asked_for_twice_while_the_run_is_due(watch: Watch) -> None:
    watch.pipeline.clock.moment = eastern(DAY, time(11))
    watch.fetch_lines()

    assert watch.tick(13, 5).startswith("pregame 2026-01-05 points_props moved ")
    assert "moved" not in watch.tick(13, 40)


def test_a_run_that_is_under_way_is_not_overtaken(watch: Watch) -> None:
    watch.pipeline.clock.moment = eastern(DAY, time(11))
    watch.fetch_lines()
    run = dg.DagsterRun(job_name="pregame", tags={"dagster/partition": f"{DAY}"}, status=dg.DagsterRunStatus.STARTED)
    watch.instance.add_run(run)

    assert "moved" not in watch.tick(13, 5)


def test_before_the_first_run_of_the_day_no_line_has_moved(watch: Watch) -> None:
    watch.pipeline.clock.moment = eastern(DAY, time(6))
    watch.fetch_lines()
    watch.pipeline.source.change("points_props", lambda rows: [])
    watch.pipeline.source.bodies["points_props"] = b"other bytes"

    assert watch.tick(10, 30) == "no other lines than published; the last call is at 18:45"
    assert watch.tick(11, 0).startswith("pregame 2026-01-05 points_props moved ")


def test_a_day_of_rest_and_the_summer_have_no_last_call(watch: Watch) -> None:
    assert watch.tick(4, 0, day=REST) == "the last call is asked for at 05:00"
    assert watch.tick(12, 0, day=REST) == "EMPTY_OK: no games are to be played"
    assert watch.tick(12, 0, day=date(2026, 8, 3)).startswith("2026-08-03 is EMPTY_OK: off-season")


def test_a_warehouse_in_use_is_looked_at_again(watch: Watch, tmp_path: Path) -> None:
    (tmp_path / "warehouse.duckdb").unlink()

    assert "There is no warehouse" in watch.tick(18, 46)
    assert isinstance(watch.pipeline.source, League)
    with watch.pipeline.open_engine():
        pass
    assert watch.tick(18, 47) == "pregame 2026-01-05 last call 18:45"


def test_a_new_home_makes_up_for_nothing_before_its_first_day(watch: Watch) -> None:
    def lacking() -> list[str | None]:
        watch.pipeline.clock.moment = eastern(DAY + timedelta(days=1), time(6))
        return [run.partition_key for run in gaps_to_fill(watch.pipeline.clock.now(), watch.pipeline)]

    assert lacking() == []
    watch.pipeline.clock.moment = eastern(DAY, time(11))
    watch.fetch_lines()
    assert lacking() == [f"{DAY}"]


def test_gaps_are_looked_for_when_a_run_has_ended_or_an_hour_has_come_and_else_the_warehouse_is_asked_nothing(
    watch: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks: list[datetime] = []
    lacking = [request("repair", DAY, "in the hour")]

    def look(now: datetime, _: Pipeline) -> list[dg.RunRequest]:
        looks.append(now)
        return list(lacking)

    def ticks(hour: int, minute: int = 0, day: date = DAY) -> int:
        """How many looks a tick of the sensor at that moment takes."""
        before = len(looks)
        watch.pipeline.clock.moment = eastern(day, time(hour, minute))
        resources = {"pipeline": watch.pipeline}
        with dg.build_sensor_context(
            watch.instance, watch.cursor, repository_def=REPOSITORY, resources=resources
        ) as context:
            watch.cursor = REPOSITORY.get_sensor_def("gaps_to_fill").evaluate_tick(context).cursor
        return len(looks) - before

    monkeypatch.setattr(sensors, "gaps_to_fill", look)
    assert [ticks(13), ticks(13, 5), ticks(14), ticks(14, 5)] == [1, 0, 1, 0], "a gap is tried again each hour"
    lacking.clear()
    assert [ticks(15), ticks(16), ticks(23), ticks(5, day=REST)] == [1, 0, 0, 1], "the next day begins anew"
    assert [ticks(6, day=REST), ticks(11, day=REST), ticks(12, day=REST)] == [1, 0, 1], "what is due then"

    watch.instance.add_run(dg.DagsterRun(job_name="pregame", status=dg.DagsterRunStatus.FAILURE))
    assert [ticks(12, 5, day=REST), ticks(12, 10, day=REST)] == [1, 0]


def test_a_warehouse_that_was_in_use_is_looked_at_for_gaps_with_the_next_tick(
    watch: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(*_: object) -> list[dg.RunRequest]:
        raise WarehouseBusy("it is in use")

    monkeypatch.setattr(sensors, "gaps_to_fill", busy)
    with dg.build_sensor_context(watch.instance, resources={"pipeline": watch.pipeline}) as context:
        said = REPOSITORY.get_sensor_def("gaps_to_fill").evaluate_tick(context)

    assert (said.skip_message, said.cursor) == ("it is in use", None)
