"""Where each player shot from in a game: attempts and makes in the paint, from mid-range and beyond the arc."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Annotated

import ibis.expr.types as ir

from nba_pipeline.contracts import Column, Fetched, Phase, Table, When

# Each zone of this table, and the league's zones that it is made of.
_ZONES: Mapping[str, tuple[str, Sequence[str]]] = {
    "paint": ("in the paint", ["restricted_area", "paint_non_ra"]),
    "mid_range": ("from mid-range", ["mid_range"]),
    "three": ("from beyond the arc", ["above_break_3", "left_corner_3", "right_corner_3"]),
    "backcourt": ("from his own half", ["backcourt"]),
}
_SHOTS = {"fga": "Attempts", "fgm": "Makes"}

CONTRACT = Table(
    name="nba_raw.shot_zones",
    grain="game x player who shot",
    phase=Phase.RAW,
    when=When.POSTGAME,
    key=("game_date", "game_id", "player_id"),
    columns=[
        Column("game_date", date, "US/Eastern day of the game"),
        Column("game_id", str, "The league's id of the game"),
        Column("team", str, "The player's team, three letters"),
        Column("player_id", int, "The league's id of the player", low=1),
        *[
            Column(f"{zone}_{shots}", int, f"{what} {where}", unit="shots", low=0, high=80)
            for zone, (where, _parts) in _ZONES.items()
            for shots, what in _SHOTS.items()
        ],
    ],
    may_be_empty="the source has no shot zones of the day, or not yet",
    comes_late=True,
)


def shot_zones(answer: Annotated[ir.Table, Fetched("shot_zones")]) -> ir.Table:
    zones = {
        f"{zone}_{shots}": sum(answer[f"{part}_{shots}"] for part in parts)
        for zone, (_where, parts) in _ZONES.items()
        for shots in _SHOTS
    }
    return answer.select("game_date", "game_id", "team", "player_id", **zones)
