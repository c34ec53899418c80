"""The asset graph, linted: every table is an asset with its checks, and no check can be forgotten."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import dagster as dg
import pytest

from nba_pipeline import __version__
from nba_pipeline.blindness import is_provable
from nba_pipeline.contracts import Before
from nba_pipeline.definitions import defs
from nba_pipeline.orchestration import assets
from nba_pipeline.orchestration.assets import asset_key
from nba_pipeline.orchestration.checks import BLIND_TO_ITS_GAMES, CONTRACT_HOLDS, PHASE_4_IS_READY, WRITE_VERIFIED
from nba_pipeline.orchestration.partitions import GAME_DAYS, partition_mapping
from nba_pipeline.registry import all_tables

REPOSITORY = Path(__file__).parents[2]
GRAPH = defs.resolve_asset_graph()


def test_every_table_is_an_asset() -> None:
    assert GRAPH.materializable_asset_keys == {asset_key(name) for name in all_tables()}


@pytest.mark.parametrize("name", all_tables())
def test_every_asset_has_its_blocking_checks(name: str) -> None:
    checks = {key.name for key in GRAPH.asset_check_keys if key.asset_key == asset_key(name)}

    assert {WRITE_VERIFIED, CONTRACT_HOLDS} <= checks
    assert (PHASE_4_IS_READY in checks) is bool(all_tables()[name].ready)
    assert (BLIND_TO_ITS_GAMES in checks) is is_provable(all_tables()[name])
    assert all(GRAPH.get(dg.AssetCheckKey(asset_key(name), check)).blocking for check in checks)


@pytest.mark.parametrize("name", all_tables())
def test_every_asset_says_what_it_is(name: str) -> None:
    node = GRAPH.get(asset_key(name))
    contract = all_tables()[name].contract

    assert node.description
    assert node.owners
    assert node.group_name == contract.phase.group
    assert node.partitions_def == GAME_DAYS
    assert node.backfill_policy == dg.BackfillPolicy.single_run()
    assert [c.name for c in node.metadata["dagster/column_schema"].columns] == [c.name for c in contract.columns]
    (code,) = node.metadata["dagster/code_references"].code_references
    assert Path(code.file_path).read_text().startswith('"""')
    described, anchor = node.metadata["docs"].path.split("#")
    assert Path(described) == REPOSITORY / "docs" / "tables.md", "a path is told whole: the UI knows no other"
    headings = [line.removeprefix("### ") for line in Path(described).read_text().splitlines()]
    assert anchor in [heading.replace(".", "") for heading in headings if heading == contract.name]


def test_where_the_docs_are_not_installed_they_are_said_to_be_in_the_source(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(assets, "_DOCS", tmp_path / "tables.md")
    (spec,) = assets.table_asset(all_tables()["nba_raw.schedule"]).specs

    assert spec.metadata["docs"].text == f"docs/tables.md#nba_rawschedule in the source of nba_pipeline {__version__}"


@pytest.mark.parametrize("key", sorted(GRAPH.asset_check_keys, key=str), ids=lambda key: key.name)
def test_every_check_says_what_to_do_when_it_fails_and_names_a_command(key: dg.AssetCheckKey) -> None:
    meaning, _, remedy = GRAPH.get(key).description.rpartition(" Then ")

    assert meaning
    assert "nba " in remedy


def test_a_column_says_from_which_it_is_made() -> None:
    cache = GRAPH.get(asset_key("nba_precompute.player_daily_cache")).metadata["dagster/column_schema"]
    said = {column.name: column.description for column in cache.columns}

    assert said["points_avg_last_2"] == "Mean of the last 2 games [points]. Made from player_game_summary.points"
    assert said["team_pace_last_10"].endswith(". Made from team_offense_game_summary.pace")


@pytest.mark.parametrize(
    ("name", "due"), [("player_prop_predictions", "0 12 * * *"), ("player_boxscores", "0 6 * * *")]
)
def test_an_asset_is_fresh_until_the_hour_by_which_its_job_is_late(name: str, due: str) -> None:
    (key,) = [asset_key(table) for table in all_tables() if table.endswith(f".{name}")]

    policy = GRAPH.get(key).freshness_policy

    assert (policy.deadline_cron, policy.timezone) == (due, "America/New_York")
    assert policy.lower_bound_delta == timedelta(hours=1)


@pytest.mark.parametrize("name", all_tables())
def test_every_asset_depends_on_what_its_function_reads(name: str) -> None:
    expected = {asset_key(entry.table) for entry in all_tables()[name].inputs.values()}

    assert GRAPH.get(asset_key(name)).parent_keys == expected


def test_a_view_on_earlier_days_never_maps_to_the_day_itself() -> None:
    for seen in (Before(seasons=2), Before(days=7)):
        mapping = partition_mapping(seen)
        assert isinstance(mapping, dg.TimeWindowPartitionMapping)
        assert mapping.end_offset == -1


def test_today_is_a_partition_before_its_games_begin() -> None:
    assert GAME_DAYS.end_offset == 1


@pytest.mark.parametrize(("job", "after"), [("pregame", False), ("postgame", True)])
def test_each_job_makes_what_its_hour_allows(job: str, after: bool) -> None:
    made = {key.path[-1] for key in defs.resolve_job_def(job).asset_layer.selected_asset_keys}

    assert ("player_boxscores" in made) is after
    assert ("player_prop_predictions" in made) is not after
    assert "schedule" in made
