"""Where the phases of a day stand, before its games and after them."""

from __future__ import annotations

from reconciler import TODAY, Reconciler

from nba_pipeline.contracts import Phase
from nba_pipeline.game_day import Days
from nba_pipeline.reliability.phases import PhaseOfDay, PhaseState, phases


def today(reconciler: Reconciler) -> dict[Phase, PhaseOfDay]:
    with reconciler.desk.pipeline.open_engine() as engine:
        return {one.phase: one for one in phases(engine, Days.only(TODAY), reconciler.desk.clock.now())}


def test_after_the_games_every_phase_of_a_whole_day_is_complete(reconciler: Reconciler):
    assert {one.state for one in today(reconciler).values()} == {PhaseState.COMPLETE}


def test_before_the_games_what_comes_after_them_is_expected_and_not_missing(afternoon: Reconciler):
    found = today(afternoon)

    assert found[Phase.PREDICTIONS].state is PhaseState.COMPLETE
    assert found[Phase.RAW].state is PhaseState.COMPLETE
    assert found[Phase.GRADES].state is PhaseState.EXPECTED


def test_a_table_that_is_due_and_not_published_is_missing_by_name(reconciler: Reconciler):
    reconciler.lose("team_boxscores")

    raw = today(reconciler)[Phase.RAW]

    assert (raw.state, raw.missing) == (PhaseState.MISSING, ["nba_raw.team_boxscores"])
