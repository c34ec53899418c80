"""R-006: predictions on phase-4 tables that are missing, incomplete or stale warn or are refused, by policy."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

import dagster as dg
import pytest
from faults.league_desk import TODAY, Desk
from reconciler import Reconciler
from unconfigured import forget_settings

from nba_pipeline.alerts.incidents import open_incidents
from nba_pipeline.game_day import Days
from nba_pipeline.orchestration.alerting import Alerts
from nba_pipeline.orchestration.assets import table_asset
from nba_pipeline.orchestration.checks import PHASE_4_IS_READY
from nba_pipeline.orchestration.pipeline import Pipeline
from nba_pipeline.orchestration.run_findings import failures_of
from nba_pipeline.orchestration.run_warehouse import run_warehouse
from nba_pipeline.readiness import unready
from nba_pipeline.registry import table
from nba_pipeline.reliability.outputs import Failure, TableDay
from nba_pipeline.tables.predictions.player_prop_predictions import CONTRACT, READY
from nba_pipeline.warehouse.batch import Batch
from nba_pipeline.warehouse.publication import publish
from nba_pipeline.warehouse.receipts import Receipt, State

YESTERDAY = TODAY - timedelta(days=1)
CACHE, FACTORS, FEATURES = "player_daily_cache", "player_composite_factors", "ml_feature_store_v2"
ALERT = f":warning: R-006: Phase 4 Data Freshness Alert, {TODAY}: "


@dataclass(frozen=True)
class Predicted:
    """What came of the predictions made again, alone, on the tables as they are."""

    succeeded: bool
    check: dg.AssetCheckEvaluation
    receipt: Receipt


def predict(desk: Desk, policy: str) -> Predicted:
    pipeline = Pipeline(given=desk.pipeline.settings.model_copy(update={"readiness": policy}), own_clock=desk.clock)
    pipeline.source = desk.league
    result = dg.materialize(
        [table_asset(table(CONTRACT.name))],
        instance=desk.instance,
        partition_key=f"{TODAY}",
        resources={"pipeline": pipeline, "warehouse": run_warehouse(pipeline)},
        raise_on_error=False,
    )
    (check,) = [e for e in result.get_asset_check_evaluations() if e.check_name == PHASE_4_IS_READY]
    (receipt,) = desk.look(CONTRACT.short_name, TODAY).receipts
    return Predicted(result.success, check, receipt)


def failures(desk: Desk) -> Mapping[TableDay, Failure]:
    """What is on record as failed, once the alerts have looked at the runs."""
    alerts = Alerts.of(desk.pipeline)
    alerts.examine_runs(desk.instance)
    with alerts.database.reading() as connection:
        found = open_incidents(connection)
    assert found
    return failures_of(found)


def republish(
    reconciler: Reconciler, name: str, inputs: Mapping[str, str] | None = None, missing: str | None = None
) -> None:
    """The same rows of a table under another receipt: made from other inputs, or with something missing."""
    desk = reconciler.desk
    reading = desk.look(name, TODAY)
    with desk.pipeline.open_engine() as engine:
        batch = Batch(
            table=table(name).contract,
            days=Days.only(TODAY),
            rows=reading.rows,
            code_version="republished",
            run_id="republished",
            published_at=desk.clock.now(),
            inputs={TODAY: inputs or reading.receipts[0].inputs},
            missing={TODAY: {"game 1": missing}} if missing else {},
        )
        assert publish(engine, batch).refused == {}


def make_missing(reconciler: Reconciler) -> None:
    reconciler.lose(FACTORS)


def make_incomplete(reconciler: Reconciler) -> None:
    republish(reconciler, CACHE, missing="held back")


def make_stale(reconciler: Reconciler) -> None:
    republish(reconciler, CACHE, inputs={"player_game_summary": "what it held before"})


DEFECTS = [
    (make_missing, f"nba_precompute.{FACTORS}: it is missing: it was never published"),
    (make_incomplete, f"nba_precompute.{CACHE}: it is incomplete: without game 1 (held back)"),
    (make_stale, f"nba_precompute.{CACHE}: it is stale: made before "),
]
each_defect = pytest.mark.parametrize(("damage", "told"), DEFECTS, ids=["missing", "incomplete", "stale"])


def test_the_five_tables_of_phase_4_are_asked_for() -> None:
    assert READY == (
        "team_defense_zone_analysis",
        "player_shot_zone_analysis",
        "player_composite_factors",
        "player_daily_cache",
        "ml_feature_store_v2",
    )


@pytest.mark.parametrize("policy", ["warn", "block"])
def test_tables_that_are_ready_pass_whatever_the_policy(afternoon: Reconciler, policy: str) -> None:
    predicted = predict(afternoon.desk, policy)

    assert (predicted.succeeded, predicted.check.passed) == (True, True)
    assert (predicted.receipt.state, predicted.receipt.revision) == (State.COMPLETE, 2)


@each_defect
def test_with_warn_the_day_is_predicted_degraded_and_the_check_warns(afternoon: Reconciler, damage, told: str) -> None:
    damage(afternoon)

    predicted = predict(afternoon.desk, "warn")

    assert (predicted.succeeded, predicted.check.passed) == (True, False)
    assert predicted.check.severity is dg.AssetCheckSeverity.WARN
    assert ALERT in predicted.check.description
    assert told in predicted.check.description
    assert (predicted.receipt.state, predicted.receipt.revision) == (State.DEGRADED, 2)
    assert any(told.split(": ", 1)[1] in why for why in predicted.receipt.missing.values())
    assert len(afternoon.desk.rows(CONTRACT.short_name, TODAY)) == 36 * 6


@each_defect
def test_with_block_the_day_is_refused_and_its_last_good_state_stays(afternoon: Reconciler, damage, told: str) -> None:
    damage(afternoon)

    predicted = predict(afternoon.desk, "block")

    assert (predicted.succeeded, predicted.check.passed) == (False, False)
    assert predicted.check.severity is dg.AssetCheckSeverity.ERROR
    assert ALERT in predicted.check.description
    assert told in predicted.check.description
    assert (predicted.receipt.state, predicted.receipt.revision) == (State.COMPLETE, 1)


@each_defect
def test_a_block_is_lifted_by_the_run_that_makes_the_tables_again(afternoon: Reconciler, damage, told: str) -> None:
    damage(afternoon)
    assert not predict(afternoon.desk, "block").succeeded
    afternoon.desk.morning(TODAY)

    predicted = predict(afternoon.desk, "block")

    assert (predicted.succeeded, predicted.check.passed) == (True, True)
    assert predicted.receipt.state is State.COMPLETE


@pytest.mark.parametrize("policy", ["warn", "block"])
@pytest.mark.parametrize("name", [FEATURES, "team_defense_zone_analysis"])
def test_what_predictions_read_themselves_is_refused_whatever_the_policy(
    afternoon: Reconciler, policy: str, name: str
) -> None:
    afternoon.lose(name)

    predicted = predict(afternoon.desk, policy)

    assert (predicted.succeeded, predicted.check.passed) == (False, False)
    assert f"{table(name).name}" in predicted.check.description
    assert predicted.receipt.revision == 1


def test_a_correction_of_yesterday_makes_todays_tables_stale_until_they_are_made_again(afternoon: Reconciler) -> None:
    afternoon.rewrite(
        "player_game_summary", lambda rows: [row | {"points": row["points"] + 1} for row in rows], day=YESTERDAY
    )
    with afternoon.desk.pipeline.open_engine() as engine:
        found = unready(engine, READY, Days.only(TODAY))[TODAY]

    assert found[f"nba_precompute.{CACHE}"] == "it is stale: made before player_game_summary changed"
    assert predict(afternoon.desk, "warn").receipt.state is State.DEGRADED


def test_a_whole_range_is_ready_day_by_day(afternoon: Reconciler) -> None:
    with afternoon.desk.pipeline.open_engine() as engine:
        assert unready(engine, READY, Days(TODAY.replace(day=5), TODAY)) == {}


def test_a_refusal_is_on_record_as_one_that_waits_for_phase_4_and_a_warning_is_none(
    afternoon: Reconciler, monkeypatch: pytest.MonkeyPatch
) -> None:
    forget_settings(monkeypatch)
    make_incomplete(afternoon)
    predict(afternoon.desk, "warn")
    warned = failures(afternoon.desk)
    predict(afternoon.desk, "block")
    blocked = failures(afternoon.desk)

    assert warned == {}
    assert set(blocked) == {(CONTRACT.name, TODAY)}
    refused = blocked[CONTRACT.name, TODAY]
    assert (refused.by, refused.waits) == (PHASE_4_IS_READY, True)
    assert refused.reason.startswith(f"R-006: Phase 4 Data Freshness Alert, {TODAY}: 1 tables are not ready. ")
