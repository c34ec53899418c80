"""Why a player is predicted what he is: the page on one player of a slate."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from nba_pipeline.clock import Clock
from nba_pipeline.dashboard.facts import Facts
from nba_pipeline.dashboard.pages import Page, page
from nba_pipeline.explanation.explain import PREDICTIONS, Explanation, explain
from nba_pipeline.explanation.players import NoSuchPlayer, find_player
from nba_pipeline.game_day import Days
from nba_pipeline.registry import table
from nba_pipeline.sources.base import NoSource
from nba_pipeline.warehouse.engine import Engine
from nba_pipeline.warehouse.errors import NotVerified
from nba_pipeline.warehouse.reading import read
from nba_pipeline.world import World

_NOWHERE = Path("/dev/null")  # nothing is fetched, so nothing lands


@dataclass(frozen=True)
class Why:
    """A player's predictions of a day taken apart, game by game, or the reason why they cannot be."""

    explanations: Sequence[Explanation] = field(default_factory=tuple)
    cannot: str | None = None


def why(engine: Engine, models: Path, clock: Clock, day: date, player: str) -> Why:
    """Take apart what is published of a player, named in any spelling or by the league's number.

    It reads tables and kept models; it trains nothing, asks no source and writes nothing.
    """
    reading = read(engine, table(PREDICTIONS).contract, Days.only(day))
    if not reading.receipts:
        because = reading.unverified.get(day, "no games are played in the summer")
        return Why(cannot=f"there are no verified predictions of {day}: {because}")
    rows = engine.fetch(reading.rows).to_pandas()
    slate = dict(zip(rows["player_id"], rows["player_name"], strict=True))
    world = World(engine, NoSource(), _NOWHERE, models, clock)
    try:
        his = rows[rows["player_id"] == _meant(player, slate)]
        return Why(explain(world, his, reading.receipts[0]))
    except (NoSuchPlayer, NotVerified) as reason:  # the page shows it in the explanation's place
        return Why(cannot=str(reason))


def _meant(player: str, slate: dict[int, str]) -> int:
    """The player's id. Two players of a slate may share a name, never a number. Raises NoSuchPlayer."""
    by_number = {f"{player_id}": player_id for player_id in slate}
    return by_number[player] if player in by_number else find_player(player, slate)


def why_page(facts: Facts, day: date, player: str) -> Page:
    """A player's predictions taken apart."""
    known = facts.known.ask(
        ("why", day, player), lambda engine: why(engine, facts.models_dir, facts.clock, day, player)
    )
    told = known.value
    names = dict.fromkeys(one.player_name for one in told.explanations) if told else {}
    title = f"Why: {', '.join(names) or player}, {day}"
    return page(title, {"day": day, "player": player, "told": told}, known)
