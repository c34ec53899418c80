"""A home of three weeks of a small league, and drills on it."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import dagster as dg
import pytest

sys.path.append(str(Path(__file__).parents[1] / "faults"))  # where the league is

from faults.league import League, moment

from nba_pipeline.clock import FixedClock
from nba_pipeline.drill.catalogue import chosen
from nba_pipeline.drill.drill import Drill, Outcome, drill_on
from nba_pipeline.game_day import Days
from nba_pipeline.orchestration.launch import launch
from nba_pipeline.orchestration.pipeline import Pipeline
from nba_pipeline.settings import Settings

FIRST = date(2025, 12, 16)
TODAY = date(2026, 1, 9)  # the day before is one of rest
YOUNG = date(2025, 12, 22)


def pipeline_of(home: Path) -> Pipeline:
    pipeline = Pipeline(given=Settings(home=home), own_clock=FixedClock(moment(TODAY, 6)))
    pipeline.source = League(Days(FIRST, TODAY + timedelta(days=3)))
    return pipeline


def recorded(home: Path, until: date) -> Path:
    with dg.DagsterInstance.ephemeral() as instance:
        outcome = launch(pipeline_of(home), "all_phases", Days(FIRST, until), instance)
    assert outcome.exit_code == 0, outcome
    return home


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return recorded(tmp_path_factory.mktemp("drilled"), TODAY - timedelta(days=1))


def contents(home: Path) -> dict[str, str]:
    """The hash of every file of the operator's, and when it was written. Compiled SQL may be deleted, and be made."""
    files = [path for path in home.rglob("*") if path.is_file()]
    own = [path for path in files if not path.relative_to(home).parts[0].startswith(("compiled", "drill-"))]
    return {
        f"{path.relative_to(home)} {path.stat().st_mtime_ns}": hashlib.sha256(path.read_bytes()).hexdigest()
        for path in own
    }


@pytest.fixture(scope="session")
def drill(home: Path) -> Iterator[Drill]:
    """A drill whose control run is done. This league is no real one: of its equal numbers some rules speak every day,
    in the control run as well, and the drill counts none of that as a catch.
    """
    with drill_on(pipeline_of(home)) as drill:
        control = drill.control()
        assert control.damaged == []
        yield drill


@pytest.fixture
def rehearse(drill: Drill) -> Callable[[int], Outcome]:
    def rehearsed(number: int) -> Outcome:
        (defect,) = chosen([number])
        return drill.rehearse(defect)

    return rehearsed
