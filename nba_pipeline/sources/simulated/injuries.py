"""The league's injury report: three a game day, each with what the teams have said by then."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time

import pyarrow as pa

from nba_pipeline.game_day import eastern
from nba_pipeline.sources.simulated.known import KNOWN_AT, Row, known_rows
from nba_pipeline.sources.simulated.league import TEAMS
from nba_pipeline.sources.simulated.randomness import stream
from nba_pipeline.sources.simulated.season import CONTRACTS, Game, Season, TeamSheet
from nba_pipeline.sources.simulated.spelling import spelled
from nba_pipeline.statuses import InjuryStatus

REPORT_HOURS: Sequence[time] = (time(9), time(13), time(17))

_NOT_YET = (0.14, 0.03, 0.0)  # how often a team's part is still due, report by report
_G_LEAGUE = "G League - Two-Way"
_SPELLING = "surname first"


def injury_report(season: Season, day: date) -> pa.Table:
    """Every report of the day, on games that have neither begun nor been called off."""
    rows = [row for game in season.games.get(day, []) for sheet in game.sheets for row in _of_team(season, game, sheet)]
    return known_rows("injury_report", rows)


def _of_team(season: Season, game: Game, sheet: TeamSheet) -> Iterator[Row]:
    chance = stream(season.seed, season.season, "report", game.name, sheet.team)
    hands_in = chance.random()
    closes = game.fixture.postponed_at or game.fixture.tipoff_at
    for hour, not_yet in zip(REPORT_HOURS, _NOT_YET, strict=True):
        report_at = eastern(game.fixture.game_date, hour)
        if report_at >= closes:
            return
        common = {
            "game_date": game.fixture.game_date,
            "report_at": report_at,
            "team": TEAMS[sheet.team].letters,
            KNOWN_AT: report_at,
        }
        if hands_in < not_yet:
            status = InjuryStatus.NOT_SUBMITTED.value
            yield common | {"player_name": None, "player_lookup": "", "status": status, "reason": None}
            continue
        for player, status, reason in _listed(sheet, report_at):
            name, lookup = spelled(season.rosters.names[player], _SPELLING)
            yield common | {"player_name": name, "player_lookup": lookup, "status": status.value, "reason": reason}


def _listed(sheet: TeamSheet, report_at: datetime) -> Iterator[tuple[int, InjuryStatus, str]]:
    """Whom a team names at that moment: the absent and the doubtful, and those in the G League."""
    for player, absence in sorted(sheet.absences.items()):
        status = InjuryStatus.OUT if absence.known_at <= report_at else absence.doubt
        if status is not None:
            yield player, status, absence.reason
    for player, doubt in sorted(sheet.doubts.items()):
        yield player, InjuryStatus.AVAILABLE if doubt.settled_at <= report_at else doubt.doubt, doubt.reason
    named = {*sheet.doubts}
    for player in sheet.side.players[CONTRACTS:].tolist():
        if player not in named:
            yield player, InjuryStatus.OUT, _G_LEAGUE
