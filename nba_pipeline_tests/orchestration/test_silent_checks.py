"""A check that was planned and says nothing is found, although Dagster calls its run a success."""

from __future__ import annotations

import dagster as dg

from nba_pipeline.orchestration.records import silent_checks


@dg.asset
def boxscores() -> None: ...


@dg.asset_check(asset=boxscores, blocking=True)
def says_nothing() -> dg.AssetCheckResult:
    return None  # type: ignore[return-value]


@dg.asset_check(asset=boxscores, blocking=True)
def says_something() -> dg.AssetCheckResult:
    return dg.AssetCheckResult(passed=True)


def test_a_check_that_returns_nothing_is_silent() -> None:
    with dg.DagsterInstance.ephemeral() as instance:
        result = dg.materialize([boxscores, says_nothing, says_something], instance=instance)

        assert result.success
        assert silent_checks(instance, result.run_id) == {dg.AssetCheckKey(dg.AssetKey("boxscores"), "says_nothing")}
