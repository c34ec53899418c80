"""A league of four teams and a fortnight: small enough to read, awkward enough to test.

`League` collects the rows of the raw tables; `made_from` makes other tables of them as the pipeline does.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from functools import cache
from random import Random

import duckdb
import ibis
import pyarrow as pa

from nba_pipeline.contracts import Table
from nba_pipeline.game_day import Days, eastern
from nba_pipeline.registry import arguments, table
from nba_pipeline.warehouse.absences import ABSENCES_SCHEMA
from nba_pipeline.warehouse.audit import conformed

OPENING = date(2026, 1, 5)
TODAY = date(2026, 1, 13)
EVER = Days(date(2024, 10, 1), date(2026, 6, 30))

SUMMARIES = ("player_game_summary", "team_offense_game_summary", "team_defense_game_summary")
CONTEXTS = ("upcoming_player_game_context", "upcoming_team_game_context")
STATISTICS = [
    *("fgm", "fga", "fg3m", "fg3a", "ftm", "fta", "oreb", "dreb"),
    *("rebounds", "assists", "steals", "blocks", "turnovers", "fouls"),
]
ROSTERS = {"ATL": range(10, 17), "BOS": range(20, 27), "CHI": range(30, 37), "DAL": range(40, 47)}

Rows = list[dict]
Tables = dict[str, pa.Table]
Side = tuple[str, dict[int, dict]]  # a team, and what each of its players did


def rows_of(contract: Table, rows: Rows) -> pa.Table:
    """Rows as the contract stores them; what a row does not name is null."""
    return pa.Table.from_pylist(rows, schema=contract.schema().to_pyarrow())


def lookup(player_id: int) -> str:
    return f"player{player_id}"


def days_ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def five(first: int) -> dict[int, dict]:
    return {player: {} for player in range(first, first + 5)}


class League:
    def __init__(self) -> None:
        self.rows: dict[str, Rows] = defaultdict(list)

    def game(self, day: date, home: str, away: str, at: time | None = time(19), **more) -> str:
        game_id = f"{day:%y%m%d}{home}"
        about = {"game_date": day, "game_id": game_id, "home_team": home, "away_team": away, "status": "FINAL"}
        about |= {"season": 2025, "season_type": "Regular Season", "tipoff_at": at and eastern(day, at)}
        self.rows["schedule"].append(about | {"home_score": 100, "away_score": 90, "postponed": False} | more)
        return game_id

    def play(self, day: date, home: Side, away: Side, **more) -> str:
        """A game with the boxscores of both sides."""
        game_id = self.game(day, home[0], away[0], **more)
        for team, players in (home, away):
            self.boxscore(game_id, team, players)
        return game_id

    def boxscore(self, game_id: str, team: str, players: Mapping[int, dict]) -> None:
        """One team's boxscore: its players' rows and their sums. Who has a status has no statistics."""
        game = self._scheduled(game_id)
        home = game["home_team"] == team
        key = {"game_date": game["game_date"], "game_id": game_id, "team": team, "is_home": home}
        key["opponent"] = game["away_team"] if home else game["home_team"]
        sums = dict.fromkeys(["points", *STATISTICS], 0)
        for player_id, line in players.items():
            who = {"player_id": player_id, "player_name": f"Player {player_id}", "player_lookup": lookup(player_id)}
            did = {"status": "PLAYED", "minutes": 48.0, "points": 20, "plus_minus": 0, **dict.fromkeys(STATISTICS, 4)}
            row = {**key, **who, **(line if "status" in line else did | line)}
            self.rows["player_boxscores"].append(row)
            sums = {name: total + (row.get(name) or 0) for name, total in sums.items()}
        score = {True: game["home_score"], False: game["away_score"]}
        result = {"opponent_points": score[not home], "won": score[home] > score[not home]}
        self.rows["team_boxscores"].append(key | sums | result)

    def quote(
        self, game_id: str, player_id: int, line: float, at: datetime, bookmaker: str = "fanduel", **more
    ) -> None:
        game = self._scheduled(game_id)
        tipoff = game["tipoff_at"]
        row = {"game_date": game["game_date"], "game_id": game_id, "player_lookup": lookup(player_id)}
        row |= {"bookmaker": bookmaker, "snapshot_at": at, "snapshot_known": True, "player_name": f"Player {player_id}"}
        row |= {"book_type": "sportsbook", "line": line, "over_price": -110, "under_price": -110, "n_quotes": 1}
        row["minutes_before_tipoff"] = tipoff and (tipoff - at).total_seconds() / 60
        self.rows["points_props"].append(row | more)

    def report(self, game_id: str, team: str, player_id: int | None, status: str, at: datetime) -> None:
        game = self._scheduled(game_id)
        who = lookup(player_id) if player_id else ""
        row = {"game_date": game["game_date"], "game_id": game_id, "report_at": at, "team": team, "status": status}
        self.rows["injury_report"].append(row | {"player_lookup": who})

    def spread(self, game_id: str, home_spread: float, total: float | None, bookmaker: str = "unnamed") -> None:
        game = self._scheduled(game_id)
        row = {"game_date": game["game_date"], "game_id": game_id, "bookmaker": bookmaker, "n_quotes": 1}
        row |= {"quoted_at": eastern(game["game_date"], time(9)), "home_spread": home_spread, "total": total}
        self.rows["game_lines"].append(row)

    def _scheduled(self, game_id: str) -> dict:
        return next(row for row in self.rows["schedule"] if row["game_id"] == game_id)

    def tables(self) -> Tables:
        """The raw tables, and the summaries that come of them."""
        raw = ["schedule", "player_boxscores", "team_boxscores", "points_props"]
        raw += ["game_lines", "injury_report", "shot_zones"]
        made = {name: rows_of(table(name).contract, self.rows[name]) for name in raw}
        for name in SUMMARIES:
            made[name] = made_from(made, name)
        return made


def made_from(tables: Tables, name: str, days: Days = EVER, asked: str = "") -> pa.Table:
    """A table's days, or what its `expected_games` or `set_aside` say of them, stored as its contract says.

    Each input ends where the table declares. The rows are shuffled: their order is nobody's promise.
    """
    module = table(name)
    with duckdb.connect() as engine:
        engine.execute("SET TimeZone = 'UTC'")
        for parameter, entry in module.inputs.items():
            bound = entry.seen.bound(days)
            engine.register(f"all_{parameter}", tables[parameter])
            engine.execute(
                f"CREATE VIEW {parameter} AS FROM all_{parameter} "
                f"WHERE game_date BETWEEN DATE '{bound.first}' AND DATE '{bound.last}'"
            )
        for parameter in module.absences:
            engine.register(parameter, tables[parameter])
        rows = engine.sql(_compiled(name, asked)).to_arrow_table()
    shuffled = Random(name).sample(range(rows.num_rows), rows.num_rows)  # noqa: S311 - no secret is made here
    rows = rows.take(pa.array(shuffled, pa.int64()))
    return rows if asked else rows.cast(module.contract.schema().to_pyarrow())


def said(tables: Tables, name: str, days: Days = EVER, asked: str = "") -> Rows:
    return made_from(tables, name, days, asked).to_pylist()


@cache
def _compiled(name: str, asked: str) -> str:
    """Compiled once: an expression of many joins takes Ibis a second, and DuckDB a twentieth."""
    module = table(name)
    inputs = {}
    for parameter, entry in module.inputs.items():
        contract = table(entry.table).contract
        inputs[parameter] = ibis.table(contract.schema(entry.seen.visible(contract)), name=parameter)
    for parameter in module.absences:
        inputs[parameter] = ibis.table(ABSENCES_SCHEMA, name=parameter)
    if asked:
        function = getattr(module, asked)
        return ibis.to_sql(function(**arguments(function, inputs)), dialect="duckdb")
    return ibis.to_sql(conformed(module.contract, module.build(**inputs)), dialect="duckdb")


def fortnight() -> League:
    """Fourteen days with back-to-backs, a trade, absences, late line-ups, reports, and lines quoted in play."""
    chance, league = Random(26), League()  # noqa: S311 - no secret is made here
    teams = {player: team for team, roster in ROSTERS.items() for player in roster}
    for offset in range(14):
        day = OPENING + timedelta(days=offset)
        if offset == 6:
            teams[12], teams[33] = "CHI", "ATL"
        pairs = [[("ATL", "BOS"), ("CHI", "DAL")], [("BOS", "CHI")], [("DAL", "ATL")], []][offset % 4]
        for number, (home, away) in enumerate(pairs):
            game = league.game(day, home, away, time(13 + 6 * number), home_score=101 + offset)
            league.spread(game, -4.5 + number, 220 + offset)
            first_tipoff = eastern(day, time(13))
            for team in (home, away):
                roster = [player for player, of in teams.items() if of == team]
                out, resting = chance.sample(roster, 2)
                league.boxscore(game, team, _evening(chance, roster, out, resting))
                league.report(game, team, out, "OUT", first_tipoff - timedelta(hours=4))
                league.report(game, team, resting, "QUESTIONABLE", first_tipoff - timedelta(hours=16))
                for player in roster[:4]:
                    for hours in (5, 2, -1):
                        line = chance.randrange(10, 50) / 2
                        league.quote(game, player, line, first_tipoff - timedelta(hours=hours))
    return league


def _evening(chance: Random, roster: list[int], out: int, resting: int) -> dict[int, dict]:
    evening: dict[int, dict] = {player: {"points": chance.randrange(40)} for player in roster}
    return evening | {out: {"status": "INACTIVE"}, resting: {"status": "DNP"}}
