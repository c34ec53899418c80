"""The league's game logs as stats.nba.com answers them: a season and type of games in one answer, whole.

There is one of teams, with a row a game and team, and one of players, with a row a game and player who appeared. They
tell neither tip-offs nor starters, and nobody who did not play: all of that stays unknown. What nba_api knows of the
service is taken from it: the parameters of a question, and the shape of an answer.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from nba_api.stats.endpoints.leaguegamelog import LeagueGameLog
from nba_api.stats.library.http import NBAStatsResponse

from nba_pipeline.game_day import season_days, season_name, season_named
from nba_pipeline.sources.base import Answer, SourceError
from nba_pipeline.sources.live.nodes import Node, opened

TEAMS, PLAYERS = "game_log_teams", "game_log_players"
LOGS = (TEAMS, PLAYERS)
ENDPOINT: str = LeagueGameLog.endpoint

_LETTERS: Mapping[str, str] = {TEAMS: "T", PLAYERS: "P"}
_SET = "LeagueGameLog"

COUNTED: Mapping[str, str] = {
    "points": "PTS",
    "fgm": "FGM",
    "fga": "FGA",
    "fg3m": "FG3M",
    "fg3a": "FG3A",
    "ftm": "FTM",
    "fta": "FTA",
    "oreb": "OREB",
    "dreb": "DREB",
    "rebounds": "REB",
    "assists": "AST",
    "steals": "STL",
    "blocks": "BLK",
    "turnovers": "TOV",
    "fouls": "PF",
    "plus_minus": "PLUS_MINUS",
}
_USED: Mapping[str, Sequence[str]] = {
    TEAMS: ["GAME_DATE", "GAME_ID", "TEAM_ID", "MATCHUP", "WL", *COUNTED.values()],
    PLAYERS: ["GAME_DATE", "GAME_ID", "TEAM_ID", "PLAYER_ID", "PLAYER_NAME", "MIN", *COUNTED.values()],
}


@dataclass(frozen=True)
class Games:
    """Games of one type: how the service calls it, how the schedule does, and how their ids begin."""

    asked_as: str
    season_type: str
    prefix: str
    since: int = 0  # the first season that had them


GAMES: Sequence[Games] = [
    Games("Regular Season", "Regular Season", "002"),
    Games("PlayIn", "Play-In", "005", since=2019),
    Games("Playoffs", "Playoffs", "004"),
    Games("IST", "NBA Cup Final", "006", since=2023),
]
# Whether the service tells these in a log is not known: where it does not, they are named.
CUP_FINALS: Mapping[int, date] = {2023: date(2023, 12, 9), 2024: date(2024, 12, 17), 2025: date(2025, 12, 16)}
# How many games there were, or must have been: the season of the bubble and the one after it were shorter, and
# fifteen series take four games at least.
_FEWEST: Mapping[tuple[str, int | None], int] = {
    ("002", None): 1230,
    ("002", 2019): 1059,
    ("002", 2020): 1080,
    ("004", None): 60,
    ("005", None): 6,
    ("005", 2019): 1,
    ("006", None): 1,
    **{("006", season): 0 for season in CUP_FINALS},
}


@dataclass(frozen=True)
class Question:
    """What one answer tells: a season's games of one type, by team or by player."""

    log: str
    season: int
    games: Games

    @property
    def params(self) -> dict[str, str]:
        asked = LeagueGameLog(
            season=season_name(self.season),
            season_type_all_star=self.games.asked_as,
            player_or_team_abbreviation=_LETTERS[self.log],
            get_request=False,
        )
        return {name: str(value) for name, value in sorted(asked.parameters.items())}

    @property
    def fewest(self) -> int:
        """How many games there were at least; 0 where the service may not know them, and need not have a log."""
        prefix = self.games.prefix
        return _FEWEST.get((prefix, self.season), _FEWEST[prefix, None])

    def __str__(self) -> str:
        return f"{season_name(self.season)} {self.games.season_type}, {self.log.removeprefix('game_log_')}"


def questions(season: int) -> list[Question]:
    """All that is asked of a season."""
    return [Question(log, season, games) for games in GAMES if season >= games.since for log in LOGS]


@dataclass(frozen=True)
class Log:
    """An answer that was read: its rows with their days, of the days of the answer."""

    question: Question
    uri: str
    is_of_some_days: bool
    rows: Sequence[tuple[date, Node]]

    def count(self) -> int:
        """How many games it holds. Raises SourceError where that is none, or not the whole season."""
        if self.is_of_some_days:
            raise SourceError(f"{self.uri} holds some days of {self.question} only; run again later")
        found = len({row["GAME_ID"].text() for _, row in self.rows})
        fewest = max(self.question.fewest, 1)
        if found < fewest:
            raise SourceError(f"{self.uri} holds {found} games of at least {fewest}: it was cut short; run again later")
        return found


def read(answer: Answer) -> Log:
    """Raises SourceError for what is no game log that is asked for here.

    The Cup's log may hold its other games, too, which count for the regular season and stand in that log.
    """
    told = opened(answer)["parameters"]
    question = _question(told, answer)
    is_of_some_days = any(node is not None and node.value != "" for node in map(told.maybe, ("DateFrom", "DateTo")))
    dated = [(_day(row, question.season), row) for row in _listed(answer)]
    rows = [
        (day, row)
        for day, row in dated
        if row["GAME_ID"].game_id().startswith(question.games.prefix) and day in answer.days
    ]
    return Log(question, answer.uri, is_of_some_days, rows)


def _question(told: Node, answer: Answer) -> Question:
    """What a log says of itself that it answers."""
    whose, games = told["PlayerOrTeam"].text(), told["SeasonType"].text()
    for question in questions(_season(told["Season"])):
        if (question.log, question.games.asked_as) == (answer.kind, games) and whose == _LETTERS[answer.kind]:
            return question
    raise told.wrong("the parameters of a game log")


def _season(told: Node) -> int:
    season = season_named(told.text())
    if season is None:
        raise told.wrong("a season like 2024-25")
    return season


def _listed(answer: Answer) -> Iterator[Node]:
    """Each row as an object of its columns."""
    try:
        told = NBAStatsResponse(answer.body, 200, answer.uri).get_data_sets()[_SET]
    except (KeyError, TypeError):
        raise SourceError(f"{answer.uri} holds no {_SET}: the service has changed, or the answer is damaged") from None
    where = f"{answer.uri} {_SET}"
    headers = [header.text() for header in Node(told["headers"], f"{where}.headers").each()]
    lacking = [name for name in _USED[answer.kind] if name not in headers]
    if lacking:
        raise SourceError(f"{where} has no column {', '.join(lacking)}: the service has changed its answers")
    for row in Node(told["data"], f"{where}.rowSet").each():
        if len(row.each()) != len(headers):
            raise row.wrong(f"a row of {len(headers)} columns")
        yield Node(dict(zip(headers, row.value, strict=True)), row.where)


def _day(row: Node, season: int) -> date:
    told = row["GAME_DATE"]
    if told.day() not in season_days(season):
        raise told.wrong(f"a day of {season_days(season)}")
    return told.day()
