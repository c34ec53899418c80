"""A league of four teams whose every number is known, as a source that can be told to misbehave."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta

import pyarrow as pa
import pyarrow.ipc

from nba_pipeline.game_day import Days, eastern, season_of
from nba_pipeline.names import player_lookup
from nba_pipeline.sources.answers import ANSWERS, completed
from nba_pipeline.sources.base import Answer, Said, SourceError, Unanswered

TEAMS = ("BOS", "NYK", "LAL", "GSW")
PLAYERS_A_TEAM = 9
MINUTES = (34.0, 34.0, 32.0, 32.0, 30.0, 26.0, 24.0, 18.0, 10.0)
GAME_LENGTH = timedelta(hours=3)

Rows = list[dict]


@dataclass(frozen=True)
class Game:
    game_date: date
    game_id: str
    home: str
    away: str
    tipoff_at: datetime

    def row(self) -> dict:
        return {"game_date": self.game_date, "game_id": self.game_id}


def _player(team: str, number: int) -> dict:
    name = f"{team.title()} Player{'abcdefghi'[number]}"
    player_id = 1000 * (TEAMS.index(team) + 1) + number
    return {"team": team, "player_id": player_id, "player_name": name, "player_lookup": player_lookup(name)}


def _line(game: Game, team: str, number: int) -> dict:
    """A stat line that varies with game and player and obeys the accounting of points."""
    turn = (game.game_date.toordinal() + number * 3 + TEAMS.index(team)) % 7
    fg3m, ftm = turn % 3, turn % 4
    fgm = fg3m + 2 + turn
    return {
        "status": "PLAYED", "minutes": MINUTES[number], "fgm": fgm, "fga": fgm + 4, "fg3m": fg3m, "fg3a": fg3m + 2,
        "ftm": ftm, "fta": ftm + 1, "points": 2 * fgm + fg3m + ftm, "oreb": 1, "dreb": turn, "rebounds": turn + 1,
        "assists": turn % 3, "steals": 1, "blocks": 0, "turnovers": 1, "fouls": 2, "plus_minus": 0,
    }  # fmt: skip


@dataclass
class League:
    """Two games on two days, then a day of rest. Mutations change the rows of a kind before they are sent."""

    days: Days
    name: str = "league"
    mutations: dict[str, list[Callable[[Rows], Rows]]] = field(default_factory=dict)
    bodies: dict[str, bytes] = field(default_factory=dict)
    unanswered: dict[str, list[Unanswered]] = field(default_factory=dict)
    outage: str | None = None

    def games(self, day: date) -> list[Game]:
        if day not in self.days or (day - self.days.first).days % 3 == 2:
            return []
        turn = day.toordinal() % 3
        order = (TEAMS[0], *TEAMS[1 + turn :], *TEAMS[1 : 1 + turn])
        pairs = [(order[0], order[1]), (order[2], order[3])]
        return [Game(day, f"00{day:%y%m%d}{n}", *pair, eastern(day, time(19 + 3 * n))) for n, pair in enumerate(pairs)]

    def change(self, kind: str, mutation: Callable[[Rows], Rows]) -> None:
        self.mutations.setdefault(kind, []).append(mutation)

    def heal(self) -> None:
        self.mutations.clear()
        self.bodies.clear()
        self.unanswered.clear()
        self.outage = None

    def lose_boxscores(self, of: Game) -> None:
        for kind in ("player_boxscores", "team_boxscores"):
            self.change(kind, lambda rows: [row for row in rows if row["game_id"] != of.game_id])

    def leave_unanswered(self, kind: str, of: Game, part: Unanswered) -> None:
        """The kind's rows of a game do not come, and the source says so."""
        self.change(kind, lambda rows: [row for row in rows if row["game_id"] != of.game_id])
        self.unanswered.setdefault(kind, []).append(part)

    def stand_in_for(self, game: Game, why: str) -> None:
        """Another source tells a game, as far as it knows it, and the day is said to lack the league's own."""
        part = Unanswered(game.game_date, f"the league's boxscore of game {game.game_id}", why)
        for kind in ("player_boxscores", "team_boxscores"):
            self.change(
                kind, lambda rows: [r | {"plus_minus": None} if r["game_id"] == game.game_id else r for r in rows]
            )
            self.unanswered.setdefault(kind, []).append(part)

    def send_rosters_only(self, of: Game) -> None:
        def strip(row: dict) -> dict:
            identity = {name: row[name] for name in ("team", "player_id", "player_name", "player_lookup")}
            return of.row() | identity | {"status": "INACTIVE"}

        self.change("player_boxscores", lambda rows: [strip(r) if r["game_id"] == of.game_id else r for r in rows])

    def double(self, game: Game) -> None:
        twin = game.game_id[::-1]
        for kind in ("player_boxscores", "team_boxscores"):
            self.change(
                kind, lambda rows: rows + [{**r, "game_id": twin} for r in rows if r["game_id"] == game.game_id]
            )

    def file_under_the_next_day(self, game: Game) -> None:
        late = game.game_date + timedelta(days=1)
        for kind in ("player_boxscores", "team_boxscores"):
            self.change(
                kind, lambda rows: [{**r, "game_date": late} if r["game_id"] == game.game_id else r for r in rows]
            )

    def fetch(self, kind: str, days: Days, as_of: datetime) -> list[Said]:
        if self.outage:
            raise SourceError(self.outage)
        rows = [row for day in days for game in self.games(day) for row in self._rows(kind, game, as_of)]
        for mutation in self.mutations.get(kind, []):
            rows = mutation(rows)
        names = {name for row in rows for name in row}
        table = completed(kind, {name: [row.get(name) for row in rows] for name in names}, len(rows))
        packed = io.BytesIO()
        with pa.ipc.new_stream(packed, table.schema) as stream:
            stream.write_table(table)
        body = self.bodies.get(kind, packed.getvalue())
        answer = Answer(kind, days, f"league:{kind}", "application/vnd.apache.arrow.stream", body, as_of)
        return [answer, *(part for part in self.unanswered.get(kind, []) if part.game_date in days)]

    def parse(self, kind: str, answers: Sequence[Answer]) -> pa.Table:
        try:
            tables = [pa.ipc.open_stream(answer.body).read_all() for answer in answers]
        except pa.ArrowException as error:
            raise SourceError(f"the answer on {kind} is not what the league sends: {error}") from error
        return pa.concat_tables([ANSWERS[kind].to_pyarrow().empty_table(), *tables])

    def absence(self, kind: str, day: date) -> str | None:
        return "the league keeps no shot zones" if kind == "shot_zones" else None

    def too_dear(self, day: date, runs: int, as_of: datetime) -> str | None:
        return None

    def describe(self) -> str:
        return f"a league of {len(TEAMS)} teams, {self.days}"

    def _rows(self, kind: str, game: Game, as_of: datetime) -> Rows:
        over = as_of >= game.tipoff_at + GAME_LENGTH
        sides = (game.home, game.away)
        if kind == "schedule":
            return [self._scheduled(game, over)]
        if kind == "points_props" and as_of >= game.tipoff_at - timedelta(hours=6):
            return [row for team in sides for number in range(6) for row in self._quotes(game, team, number)]
        if kind in ("player_boxscores", "second_boxscores") and over:
            return [
                game.row() | _player(team, n) | {"opponent": other} | _line(game, team, n)
                for team, other in (sides, sides[::-1])
                for n in range(PLAYERS_A_TEAM)
            ]
        if kind == "team_boxscores" and over:
            return [game.row() | {"team": team} | self._team_line(game, team) for team in sides]
        return []

    def _scheduled(self, game: Game, over: bool) -> dict:
        scores = {side: self._team_line(game, team)["points"] for side, team in _sides(game)}
        return game.row() | {
            "season": season_of(game.game_date),
            "season_type": "Regular Season",
            "tipoff_at": game.tipoff_at,
            "home_team": game.home,
            "away_team": game.away,
            "status": "FINAL" if over else "UPCOMING",
            "home_score": scores["home"] if over else None,
            "away_score": scores["away"] if over else None,
            "postponed": False,
        }

    @staticmethod
    def _team_line(game: Game, team: str) -> dict:
        lines = [_line(game, team, number) for number in range(PLAYERS_A_TEAM)]
        return {name: sum(line[name] for line in lines) for name in lines[0] if name not in ("status", "minutes")}

    @staticmethod
    def _quotes(game: Game, team: str, number: int) -> Rows:
        player = _player(team, number)
        return [
            game.row()
            | {name: player[name] for name in ("player_name", "player_lookup")}
            | {
                "event_id": f"event{game.game_id}", "home_team": game.home, "away_team": game.away,
                "bookmaker": bookmaker, "book_type": "sportsbook", "line": 10.5 + number, "over_price": -110,
                "under_price": -110, "snapshot_at": game.tipoff_at - timedelta(hours=6), "snapshot_known": True,
            }
            for bookmaker in ("fanduel", "draftkings")
        ]  # fmt: skip


def _sides(game: Game) -> tuple[tuple[str, str], tuple[str, str]]:
    return ("home", game.home), ("away", game.away)


def moment(day: date, hour: int) -> datetime:
    """That hour, US/Eastern, of a game day, in UTC."""
    return eastern(day, time(hour)).astimezone(UTC)
