"""A question to a source is on record, and each of its answers lands the moment it came."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from faults.league import League

from nba_pipeline.clock import FixedClock
from nba_pipeline.game_day import Days, eastern
from nba_pipeline.ingest import DEAD_AFTER, batches
from nba_pipeline.production import produce
from nba_pipeline.registry import table
from nba_pipeline.sources.base import Answer, SourceError
from nba_pipeline.sources.landing import ask
from nba_pipeline.warehouse.duckdb.engine import DuckDBEngine
from nba_pipeline.warehouse.reading import NEVER_PUBLISHED, receipts_of, verify
from nba_pipeline.world import World

FIVE_DAYS = Days(date(2026, 1, 5), date(2026, 1, 9))
SCHEDULE = table("schedule")


@dataclass
class LeagueDayByDay(League):
    """A league that is asked for one day after the other."""

    breaks_at: date | None = None

    def fetch(self, kind: str, days: Days, as_of: datetime) -> Iterator[Answer]:
        for day in days:
            if day == self.breaks_at:
                raise SourceError(f"the league broke off at {day}")
            yield from super().fetch(kind, Days.only(day), as_of)


@pytest.fixture
def league() -> LeagueDayByDay:
    return LeagueDayByDay(FIVE_DAYS)


@pytest.fixture
def world(tmp_path: Path, league: LeagueDayByDay) -> Iterator[World]:
    clock = FixedClock(eastern(date(2026, 1, 10), time(6)))
    with DuckDBEngine(tmp_path / "warehouse.duckdb") as engine:
        yield World(engine, league, tmp_path / "landing", tmp_path / "models", clock)


def landed(world: World) -> list[Path]:
    """The answers, without what is written beside them."""
    return [path for path in world.landing.rglob("*") if path.with_name(f"{path.name}.json").is_file()]


def test_what_breaks_off_after_three_of_five_answers_has_landed_them_and_publishes_nothing(
    world: World, league: LeagueDayByDay
) -> None:
    league.breaks_at = date(2026, 1, 8)

    with pytest.raises(SourceError, match="broke off at 2026-01-08"):
        produce(SCHEDULE, FIVE_DAYS, world, run_id="test")

    assert {path.parent.name for path in landed(world)} == {f"2026-01-0{day}_2026-01-0{day}" for day in (5, 6, 7)}
    assert receipts_of(world.engine, [SCHEDULE.name], FIVE_DAYS) == []
    [batch] = batches(world.engine, FIVE_DAYS)
    assert (batch.status, batch.error) == ("FAILED", "SourceError: the league broke off at 2026-01-08")


def test_each_answer_has_landed_before_the_next_one_is_asked_for(world: World, league: LeagueDayByDay) -> None:
    landed_before: list[int] = []

    class Watched(LeagueDayByDay):
        def fetch(self, kind: str, days: Days, as_of: datetime) -> Iterator[Answer]:
            for answer in super().fetch(kind, days, as_of):
                landed_before.append(len(landed(world)))
                yield answer

    ask(Watched(FIVE_DAYS), "schedule", FIVE_DAYS, world.clock.now(), world.landing)

    assert landed_before == [0, 1, 2, 3, 4]


def test_after_the_league_is_well_again_the_days_are_published(world: World, league: LeagueDayByDay) -> None:
    league.breaks_at = date(2026, 1, 8)
    with pytest.raises(SourceError):
        produce(SCHEDULE, FIVE_DAYS, world, run_id="test")
    assert set(verify(world.engine, SCHEDULE.contract, FIVE_DAYS).values()) == {NEVER_PUBLISHED}
    league.breaks_at = None

    assert produce(SCHEDULE, FIVE_DAYS, world, run_id="test").refused == {}

    assert verify(world.engine, SCHEDULE.contract, FIVE_DAYS) == {}
    assert [batch.status for batch in batches(world.engine, FIVE_DAYS)] == ["FAILED", "COMPLETE"]


def test_a_batch_whose_answers_take_long_lives_as_long_as_they_land(world: World, monkeypatch) -> None:
    complaints: list[str | None] = []

    def slowly(kind: str, days: Days, as_of: datetime) -> Iterator[Answer]:
        for answer in LeagueDayByDay(FIVE_DAYS).fetch(kind, days, as_of):
            world.clock.moment += timedelta(minutes=6)
            complaints.extend(batch.complaint(world.clock.now()) for batch in batches(world.engine, FIVE_DAYS))
            yield answer

    monkeypatch.setattr(world.source, "fetch", slowly)
    began = world.clock.now()

    produce(SCHEDULE, FIVE_DAYS, world, run_id="test")

    assert complaints == [None] * 5
    [batch] = batches(world.engine, FIVE_DAYS)
    assert (batch.status, batch.started_at) == ("COMPLETE", began)


def test_a_batch_that_dies_while_its_answers_land_is_dead_a_while_after_the_last_one(world: World, monkeypatch) -> None:
    def killed(kind: str, days: Days, as_of: datetime) -> Iterator[Answer]:
        for answer in LeagueDayByDay(Days(FIVE_DAYS.first, date(2026, 1, 7))).fetch(kind, days, as_of):
            world.clock.moment += timedelta(minutes=6)
            yield answer
        raise KeyboardInterrupt  # no batch records how it ended that way

    monkeypatch.setattr(world.source, "fetch", killed)
    began = world.clock.now()
    with pytest.raises(KeyboardInterrupt):
        produce(SCHEDULE, FIVE_DAYS, world, run_id="test")

    [batch] = batches(world.engine, FIVE_DAYS)

    last = began + timedelta(minutes=30)
    assert (batch.status, batch.seen_at) == ("STARTED", last)
    assert batch.complaint(last + DEAD_AFTER - timedelta(seconds=1)) is None
    assert batch.complaint(last + DEAD_AFTER) == (
        "asked at 2026-01-10 11:00 UTC, last seen at work at 11:30, and never ended"
    )
