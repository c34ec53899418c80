"""What a column is made from is what its expression says, however many relations lie between."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from nba_pipeline.lineage import column_lineage, lineage_of
from nba_pipeline.registry import all_tables

GAMES = ibis.table({"game_id": "string", "day": "date", "home": "string"}, name="games")
SHOTS = ibis.table({"game_id": "string", "player": "string", "made": "int64", "tried": "int64"}, name="shots")


def of(rows: ir.Table) -> dict[str, list[str]]:
    return {column: list(sources) for column, sources in lineage_of(rows).items()}


def test_a_column_is_followed_through_joins_groups_and_new_names() -> None:
    known = SHOTS.join(GAMES, "game_id").mutate(share=SHOTS.made / SHOTS.tried)
    rows = known.group_by("day").agg(best=known.share.max(), players=known.count()).rename(shooting="best")

    assert of(rows) == {"day": ["games.day"], "shooting": ["shots.made", "shots.tried"], "players": []}


def test_what_only_chooses_rows_is_no_source() -> None:
    by_player = ibis.window(group_by=SHOTS.player, order_by=SHOTS.game_id)
    rows = SHOTS.filter(SHOTS.tried > 0).select(so_far=SHOTS.made.sum().over(by_player), one=ibis.literal(1))

    assert of(rows) == {"so_far": ["shots.made"], "one": []}


def test_a_column_of_a_union_has_the_sources_of_both_sides() -> None:
    rows = SHOTS.select(number="made").union(SHOTS.select(number="tried"))

    assert of(rows) == {"number": ["shots.made", "shots.tried"]}


def test_a_table_says_it_of_its_columns() -> None:
    told = column_lineage(all_tables()["nba_analytics.player_game_summary"])

    assert list(told["line_result"]) == ["player_boxscores.points", "points_props.line"]


def test_of_a_function_on_frames_nothing_is_told() -> None:
    assert column_lineage(all_tables()["nba_predictions.points_model"]) == {}
