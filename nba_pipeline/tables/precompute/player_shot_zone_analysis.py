"""Where every expected player of the day shoots from, over his last 10 and 20 games strictly before it.

The rates are shares of his attempts from the three zones, so they add up to 100; heaves from the own half are
left aside. A game without a shot of his counts as one whose zones are known, if those of others are.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated

import ibis
import ibis.expr.types as ir

from nba_pipeline.contracts import Before, Column, Phase, Table, Today, When
from nba_pipeline.statuses import PlayerStatus
from nba_pipeline.tables.asof import known_before
from nba_pipeline.tables.formulas import ratio
from nba_pipeline.tables.precompute.zones import IN_WORDS, ZONES, enough_known

SPANS = (10, 20)
HABIT = SPANS[-1]  # the span that tells the primary zone: ten games may hold thirty shots

_SHOTS = tuple(f"{zone}_{kind}" for zone in ZONES for kind in ("fga", "fgm"))


def _too_few_zones(games: int) -> str:
    return f"no earlier game, or shot zones are known of fewer than half of his last {games}"


def _span_columns(games: int) -> list[Column]:
    of, unknown = f"last {games} games", _too_few_zones(games)
    return [
        Column(f"games_last_{games}", int, f"Games that he appeared in, {games} at most", "games", 0, games),
        Column(f"games_with_zones_last_{games}", int, "Of these, games whose shot zones are known", "games", 0, games),
        Column(f"fga_last_{games}", int, f"Attempts from the three zones, {of}", "shots", 0, 60 * games, unknown),
        *[
            Column(
                f"{zone}_rate_last_{games}",
                float,
                f"Share of these attempts taken {IN_WORDS[zone]}",
                "percent",
                0,
                100,
                f"{unknown}, or he did not shoot",
            )
            for zone in ZONES
        ],
        *[
            Column(
                f"{zone}_fg_pct_last_{games}",
                float,
                f"Field goal percentage {IN_WORDS[zone]}, {of}",
                "percent",
                0,
                100,
                f"{unknown}, or he did not shoot from there",
            )
            for zone in ZONES
        ],
    ]


CONTRACT = Table(
    name="nba_precompute.player_shot_zone_analysis",
    grain="game day x expected player",
    phase=Phase.PRECOMPUTE,
    when=When.PREGAME,
    key=("game_date", "player_id"),
    columns=[
        Column("game_date", date, "Game day, US/Eastern"),
        Column("player_id", int, "The league's id of the player"),
        *[column for games in SPANS for column in _span_columns(games)],
        Column(
            "primary_zone",
            str,
            f"Where most of his attempts of the last {HABIT} games came from; of equals the first named",
            values=ZONES,
            null=f"{_too_few_zones(HABIT)}, or he did not shoot",
        ),
    ],
)


def player_shot_zone_analysis(
    upcoming_player_game_context: Annotated[ir.Table, Today()],
    player_game_summary: Annotated[ir.Table, Before(seasons=2)],
    shot_zones: Annotated[ir.Table, Before(seasons=2)],
) -> ir.Table:
    players = upcoming_player_game_context.select("game_date", "player_id").distinct()
    rows = known_before(players, _sums(_games(player_game_summary, shot_zones)), ["player_id"])
    counts = [name for games in SPANS for name in (f"games_last_{games}", f"games_with_zones_last_{games}")]
    rows = rows.fill_null(dict.fromkeys(counts, 0))
    spans = {name: value for games in SPANS for name, value in _span(rows, games).items()}
    fga = {zone: rows[f"{zone}_fga_{HABIT}"] for zone in ZONES}
    most = ibis.greatest(*fga.values())
    shoots = enough_known(rows[f"games_with_zones_last_{HABIT}"], rows[f"games_last_{HABIT}"]) & (most > 0)
    primary = ibis.cases(*[(shoots & (attempts == most), zone) for zone, attempts in fga.items()])
    return rows.select("game_date", "player_id", *counts, **spans, primary_zone=primary)


def _games(summary: ir.Table, shot_zones: ir.Table) -> ir.Table:
    """One row per player and day of an appearance, with his shots by zone: null where the game's are not known."""
    games = summary.filter(summary.status == PlayerStatus.PLAYED).select("game_date", "game_id", "player_id")
    known = shot_zones.select("game_id").distinct().mutate(known=True)
    games = games.left_join(known, "game_id", rname="known_{name}")
    shots = shot_zones.select("game_id", "player_id", *_SHOTS)
    games = games.left_join(shots, ["game_id", "player_id"], rname="shots_{name}")
    return games.select(
        "game_date",
        "player_id",
        "known",
        **{name: games.known.ifelse(games[name].fill_null(0), None) for name in _SHOTS},
    )


def _sums(games: ir.Table) -> ir.Table:
    """One row per player and day of an appearance: the sums of each span until then."""
    sums: dict[str, ir.Value] = {}
    for span in SPANS:
        recent = ibis.window(group_by="player_id", order_by="game_date", preceding=span - 1, following=0)
        sums[f"games_last_{span}"] = games.count().over(recent)
        sums[f"games_with_zones_last_{span}"] = games.known.count().over(recent)
        sums |= {f"{name}_{span}": games[name].sum().over(recent) for name in _SHOTS}
    return games.select("game_date", "player_id", **sums)


def _span(rows: ir.Table, games: int) -> dict[str, ir.Value]:
    """A span's attempts, rates and percentages, null where too few of its games tell zones."""
    enough = enough_known(rows[f"games_with_zones_last_{games}"], rows[f"games_last_{games}"])
    known = {name: enough.ifelse(rows[f"{name}_{games}"], None) for name in _SHOTS}
    attempts = sum(known[f"{zone}_fga"] for zone in ZONES)
    columns = {f"fga_last_{games}": attempts}
    for zone in ZONES:
        columns[f"{zone}_rate_last_{games}"] = 100 * ratio(known[f"{zone}_fga"], attempts)
        columns[f"{zone}_fg_pct_last_{games}"] = 100 * ratio(known[f"{zone}_fgm"], known[f"{zone}_fga"])
    return columns
