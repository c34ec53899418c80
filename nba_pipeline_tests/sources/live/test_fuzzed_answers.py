"""Whatever an answer holds, a parser gives rows that keep the answer schema, or a SourceError: nothing else."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from known_teams import IDS
from season_logs import log, small_rows
from small_day import (
    DAY,
    GAMES,
    MORNING,
    boxscore,
    event,
    game_odds,
    name_of,
    points_of,
    props,
    schedule,
    scheduled,
    scoreboard,
    second_game,
)
from small_plays import plays_of

from nba_pipeline.aliases import Aliases
from nba_pipeline.game_day import Days
from nba_pipeline.names import player_lookup
from nba_pipeline.sources.answers import ZONES, conform
from nba_pipeline.sources.base import Answer, SourceError
from nba_pipeline.sources.live import (
    balldontlie,
    game_logs,
    injury_pdf,
    league_boxscores,
    league_schedule,
    listed_games,
    logged_games,
    odds,
    play_by_play,
    stand_in,
)
from nba_pipeline.sources.live.identities import Identity
from nba_pipeline.sources.live.league_schedule import LeagueGame
from nba_pipeline.sources.live.snapshots import Landed
from nba_pipeline.statuses import GameStatus

Parser = Callable[[list[Answer]], object]

# What breaks those who take a JSON value for what its name says.
NASTY = [
    *[None, True, -1, 2**53, 2**63, 10**400, 0.5, 1e308, float("inf"), float("nan"), [], {}],
    *["", "\ud800", "\x00", "٣", "0001-01-01T00:00:00+23:59", "9999-12-31T23:59:59-23:59", "PT٣M0S", "0022500578\n"],
]
SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=12),
    st.sampled_from(NASTY),
)
JSON = st.recursive(SCALARS, lambda inner: st.lists(inner) | st.dictionaries(st.text(max_size=8), inner), max_leaves=12)


def answer(kind: str, body: bytes, uri: str = f"https://services/boxscore_{GAMES[0].game_id}.json") -> Answer:
    return Answer(kind, Days.only(DAY), uri, "application/json", body, MORNING)


def short_boxscore() -> bytes:
    """Of two players a side."""
    told = json.loads(boxscore(GAMES[0]))
    for side in ("homeTeam", "awayTeam"):
        del told["game"][side]["players"][2:]
    return json.dumps(told).encode()


def short_box_scores() -> bytes:
    """Of two players a side."""
    game = second_game(GAMES[0])
    for side in ("home_team", "visitor_team"):
        del game[side]["players"][2:]
    return json.dumps({"data": [game], "meta": {"next_cursor": None}}).encode()


SCHEDULE = schedule([scheduled(game) for game in GAMES], MORNING)
LISTED = next(
    listed_games.notes(Landed(Path("/nowhere")), [answer("season_schedule", SCHEDULE)], Days.only(DAY), MORNING)
).body
MOVED = schedule([scheduled(game, gameDateEst="2026-01-20") for game in GAMES], MORNING)


def short_log(kind: str) -> bytes:
    """Of one game, with two players a side."""
    return log(game_logs.Question(kind, 2025, game_logs.GAMES[0]), small_rows(kind, GAMES[:1], players=2))


def logged_teams(told: list[Answer]) -> object:
    """Both logs tell of teams; the players' log is whole."""
    return logged_games.rows("team_boxscores", [*told, answer(game_logs.PLAYERS, short_log(game_logs.PLAYERS))])


def stood_in(parser: Parser) -> Parser:
    """Whoever is on the short sheets is known, and the score is theirs."""
    (first, *_), teams = GAMES, (GAMES[0].home, GAMES[0].away)
    scores = [points_of(team, 0) + points_of(team, 1) for team in teams]
    game = LeagueGame(DAY, first.game_id, 2025, "Regular Season", None, *teams, GameStatus.FINAL, *scores, False)
    everybody = [Identity(place, name_of(team, place % 2), team) for place, team in enumerate(sorted(2 * teams))]
    known = {player_lookup(one.player_name): {one.player_id: one} for one in everybody}
    return lambda told: parser([*told, stand_in.who_is_who(game, told[0], known, Aliases())])


SHORT_BOXSCORE = answer("boxscore", short_boxscore())


def believed(told: list[Answer]) -> object:
    """The zones of a play-by-play that adds up to the short boxscore."""
    why = play_by_play.fault(told[0], SHORT_BOXSCORE)
    if why is not None:
        raise SourceError(why)
    return play_by_play.rows([*told, SHORT_BOXSCORE])


SHOT = ("actionType", "teamId", "personId", "shotResult", "area")
WORDS = [*NASTY, "2pt", "3pt", "heave", "Made", "Missed", "Mid-Range", "Backcourt", *IDS.values(), 1, 2]

# Each parser: the kind of its rows, of its answer, and a right answer to start from.
PARSERS: dict[str, tuple[str, str, Parser, bytes]] = {
    "schedule": ("schedule", "season_schedule", league_schedule.rows, SCHEDULE),
    "scoreboard": (
        "schedule",
        "scoreboard",
        lambda told: league_schedule.rows([answer("season_schedule", SCHEDULE), *told]),
        scoreboard([scheduled(game) for game in GAMES]),
    ),
    "listed": (
        "schedule",
        league_schedule.LISTED,
        lambda told: league_schedule.rows([answer("season_schedule", MOVED), *told]),
        LISTED,
    ),
    "players": ("player_boxscores", "boxscore", league_boxscores.player_rows, short_boxscore()),
    "teams": ("team_boxscores", "boxscore", league_boxscores.team_rows, short_boxscore()),
    "shot zones": ("shot_zones", play_by_play.PLAY_BY_PLAY, believed, plays_of(short_boxscore())),
    "second": ("second_boxscores", balldontlie.BOX_SCORES, balldontlie.rows, short_box_scores()),
    "stand-in, players": (
        "player_boxscores",
        balldontlie.BOX_SCORES,
        stood_in(stand_in.player_rows),
        short_box_scores(),
    ),
    "stand-in, teams": ("team_boxscores", balldontlie.BOX_SCORES, stood_in(stand_in.team_rows), short_box_scores()),
    "logged games": (
        "schedule",
        game_logs.TEAMS,
        lambda told: logged_games.rows("schedule", told),
        short_log(game_logs.TEAMS),
    ),
    "logged players": (
        "player_boxscores",
        game_logs.PLAYERS,
        lambda told: logged_games.rows("player_boxscores", told),
        short_log(game_logs.PLAYERS),
    ),
    "logged teams": ("team_boxscores", game_logs.TEAMS, logged_teams, short_log(game_logs.TEAMS)),
    "props": ("points_props", "odds_event_props", odds.props_rows, props(GAMES[0], MORNING)),
    "lines": ("game_lines", "odds_games", odds.line_rows, game_odds(GAMES, MORNING)),
}


def rows_or_a_sentence(name: str, body: bytes) -> int | str:
    kind, answered, parser, _ = PARSERS[name]
    try:
        return conform(kind, parser([answer(answered, body)])).num_rows
    except SourceError as error:
        return str(error)


def places(value: object, way: tuple = ()) -> list[tuple]:
    """The way to every value in a JSON document."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [way, *(place for key, child in inner for place in places(child, (*way, key)))]


def shapes(document: object) -> list[tuple]:
    """One place of each shape: of a list's elements, which are alike, the first that has it."""
    found = {tuple(0 if isinstance(key, int) else key for key in way): way for way in reversed(places(document))}
    return list(found.values())


def replaced(document: object, way: tuple, value: object) -> object:
    if not way:
        return value
    changed = copy.deepcopy(document)
    at = changed
    for key in way[:-1]:
        at = at[key]
    at[way[-1]] = value
    return changed


@pytest.mark.parametrize("name", PARSERS)
def test_the_right_answer_has_rows(name):
    assert isinstance(rows_or_a_sentence(name, PARSERS[name][3]), int)
    assert rows_or_a_sentence(name, PARSERS[name][3]) > 0


@pytest.mark.parametrize("name", PARSERS)
@settings(max_examples=30, deadline=None)
@given(body=st.binary(max_size=40) | JSON.map(lambda value: json.dumps(value).encode()))
def test_any_bytes_give_rows_or_a_sentence(name, body):
    rows_or_a_sentence(name, body)


@pytest.mark.parametrize("name", PARSERS)
def test_a_nasty_value_in_any_place_gives_rows_or_a_sentence(name):
    right = json.loads(PARSERS[name][3])

    for way in shapes(right):
        for value in NASTY:
            rows_or_a_sentence(name, json.dumps(replaced(right, way, value)).encode())


@pytest.mark.parametrize("name", PARSERS)
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_any_value_changed_gives_rows_or_a_sentence(name, data):
    right = json.loads(PARSERS[name][3])
    way = data.draw(st.sampled_from(places(right)))

    rows_or_a_sentence(name, json.dumps(replaced(right, way, data.draw(JSON))).encode())


@settings(max_examples=100, deadline=None)
@given(data=st.data())
def test_whatever_is_changed_in_a_play_by_play_its_zones_add_up_to_the_boxscore_or_there_are_none(data):
    right = json.loads(plays_of(short_boxscore()))
    shots = [way for way in places(right) if way[-1:] and way[-1] in SHOT]
    way = data.draw(st.sampled_from(shots))
    told = answer(
        play_by_play.PLAY_BY_PLAY, json.dumps(replaced(right, way, data.draw(st.sampled_from(WORDS)))).encode()
    )

    zones = play_by_play.rows([told, SHORT_BOXSCORE]).to_pylist()

    sheet = league_boxscores.player_rows([SHORT_BOXSCORE]).to_pylist()
    added_up = {
        (row["team"], row["player_id"]): tuple(sum(row[f"{zone}_{kind}"] for zone in ZONES) for kind in ("fga", "fgm"))
        for row in zones
    }
    assert added_up in ({}, {(row["team"], row["player_id"]): (row["fga"], row["fgm"]) for row in sheet})


@pytest.mark.parametrize("name", PARSERS)
def test_a_nesting_without_end_is_a_sentence(name):
    assert "breaks off" in rows_or_a_sentence(name, b"[" * 200_000)


@settings(max_examples=30, deadline=None)
@given(JSON)
def test_any_list_of_events_gives_events_or_a_sentence(value):
    for told in (value, [event(GAMES[0]) | {"commence_time": value}]):
        read_or_refused(odds.events, [answer("odds_events", json.dumps(told).encode())])


@settings(max_examples=40, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_a_report_or_a_sentence(body):
    for content in (body, b"%PDF-1.7\n" + body):
        assert read_or_refused(injury_pdf.rows, [answer("injury_report_pdf", content)]) is None


def test_a_report_cut_anywhere_is_read_whole_or_refused(recorded_answers):
    whole = (recorded_answers / "nba_injury_report.pdf").read_bytes()
    days = Days(date(2024, 1, 4), date(2024, 1, 5))
    noon = datetime.fromisoformat("2024-01-04T13:00-05:00")
    found = set()
    for part in range(1, 21):
        cut = whole[: len(whole) * part // 20]
        rows = read_or_refused(
            injury_pdf.rows, [Answer("injury_report_pdf", days, "https://services/r", "application/pdf", cut, noon)]
        )
        found.add(None if rows is None else rows.num_rows)
    assert found == {None, 43}


def read_or_refused(parser: Callable, told: object):
    """What the parser reads; None where it refuses in a sentence."""
    try:
        return parser(told)
    except SourceError:
        return None
