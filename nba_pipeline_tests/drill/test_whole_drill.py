"""The whole drill, on the simulated league and on real games."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from time import monotonic

import dagster as dg
import pytest
from drill.conftest import contents, moment

from nba_pipeline.clock import FixedClock
from nba_pipeline.drill.catalogue import ALL
from nba_pipeline.drill.drill import drill_on
from nba_pipeline.drill.side_by_side import rehearse_all
from nba_pipeline.game_day import Days
from nba_pipeline.orchestration.launch import launch
from nba_pipeline.orchestration.pipeline import Pipeline
from nba_pipeline.settings import Settings

pytestmark = [pytest.mark.long, pytest.mark.timeout(1800)]

MOST_SECONDS = 300

SOURCES = {
    "simulated": (lambda home, _: Settings(home=home), Days(date(2025, 11, 5), date(2025, 12, 3))),
    "archive": (
        lambda home, archive: Settings(home=home, source="archive", archive_dir=archive()),
        Days(date(2025, 12, 27), date(2026, 1, 24)),
    ),
}


@pytest.mark.parametrize("source", SOURCES)
def test_the_whole_drill_misses_nothing(source: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    settings_of: Callable[..., Settings]
    settings_of, days = SOURCES[source]
    home = tmp_path / "home"
    settings = settings_of(home, lambda: request.getfixturevalue("archive_dir"))
    pipeline = Pipeline(given=settings, own_clock=FixedClock(moment(days.last + timedelta(days=1), 12)))
    with dg.DagsterInstance.ephemeral() as instance:
        assert launch(pipeline, "all_phases", days, instance).exit_code < 2
    before = contents(home)
    began = monotonic()

    with drill_on(pipeline) as drill:
        outcomes = [drill.control(), *rehearse_all(drill, ALL)]

    missed = {o.defect.number: [*o.faults, *o.damaged] for o in outcomes if not o.is_well}
    assert missed == {}
    assert monotonic() - began < MOST_SECONDS
    assert contents(home) == before
