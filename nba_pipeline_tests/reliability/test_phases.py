"""Where the phases of a day stand, before its games and after them."""

from __future__ import annotations

from reconciler import TODAY, Reconciler

from nba_pipeline.contracts import Phase
from nba_pipeline.game_day import Days
from nba_pipeline.reliability.outputs import OutputState, current_receipts, outputs
from nba_pipeline.reliability.phases import PhaseOfDay, phases


def today(reconciler: Reconciler) -> dict[Phase, PhaseOfDay]:
    days = Days.only(TODAY)
    with reconciler.desk.pipeline.open_engine() as engine:
        receipts = current_receipts(engine, days)
    return {
        one.phase: one for one in phases(outputs(days, receipts, reconciler.desk.clock.now(), failures={}, unproven={}))
    }


def test_after_the_games_every_phase_of_a_whole_day_is_complete(reconciler: Reconciler):
    assert {one.state for one in today(reconciler).values()} == {OutputState.COMPLETE}


def test_before_the_games_what_comes_after_them_is_expected_and_not_missing(afternoon: Reconciler):
    found = today(afternoon)

    assert found[Phase.PREDICTIONS].state is OutputState.COMPLETE
    assert found[Phase.RAW].state is OutputState.COMPLETE
    assert found[Phase.GRADES].state is OutputState.EXPECTED


def test_a_table_that_is_due_and_not_published_is_missing_by_name(reconciler: Reconciler):
    reconciler.lose("team_boxscores")

    raw = today(reconciler)[Phase.RAW]

    assert raw.state is OutputState.MISSING
    assert [output.module.name for output in raw.unwell] == ["nba_raw.team_boxscores"]
