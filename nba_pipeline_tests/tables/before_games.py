"""What is known before today's games of a small league, table by table."""

from __future__ import annotations

from datetime import date

from small_league import TODAY, League, Rows, Tables, five, made_from

from nba_pipeline.contracts import When
from nba_pipeline.expressions import takes_frames
from nba_pipeline.game_day import Days
from nba_pipeline.registry import all_tables, table

PREGAME = [
    module.contract.short_name
    for module in all_tables().values()
    if module.contract.when == When.PREGAME and not module.fetched and not takes_frames(module)
]
NO_SHOTS = {f"{zone}_{kind}": 0 for zone in ("paint", "mid_range", "three", "backcourt") for kind in ("fga", "fgm")}


def before_games(league: League, days: Days, last: str) -> Tables:
    """The tables that are there before the games of these days, up to the last one wanted."""
    tables = league.tables()
    for name in PREGAME[: PREGAME.index(last) + 1]:
        tables[name] = made_from(tables, name, days)
    return tables


def rows_today(league: League, name: str) -> dict[str | int, dict]:
    """Today's rows of a table by team or player."""
    rows: Rows = before_games(league, Days.only(TODAY), last=name)[name].to_pylist()
    return {row[table(name).contract.key[-1]]: row for row in rows}


def played(league: League, day: date, **more) -> str:
    """Atlanta at home against Boston, 100:90. With five equal players each, either has 48 possessions."""
    return league.play(day, ("ATL", five(10)), ("BOS", five(20)), **more)


def shoot(league: League, game: str, team: str, player: int, **shots: tuple[int, int]) -> None:
    """Where a player shot from in a game, as (attempts, makes) by zone."""
    about = next(row for row in league.rows["schedule"] if row["game_id"] == game)
    row = {"game_date": about["game_date"], "game_id": game, "team": team, "player_id": player} | NO_SHOTS
    for zone, (attempts, makes) in shots.items():
        row |= {f"{zone}_fga": attempts, f"{zone}_fgm": makes}
    league.rows["shot_zones"].append(row)
