"""Seasons that are over come from stats.nba.com once: asked with manners, landed, and then read without any network."""

from __future__ import annotations

import json
import socket
import time
from datetime import date, timedelta
from pathlib import Path

import pytest
import requests
from season_logs import LOG, STATS, SeasonLogs, asked, log, whole_season
from services import BROKEN, CUT, EMPTY, TOO_MANY, WEB_PAGE, Services, Trouble
from small_day import MORNING

from nba_pipeline.game_day import Days, season_days
from nba_pipeline.sources.base import SourceError
from nba_pipeline.sources.landing import acquire, landed_until
from nba_pipeline.sources.live.game_logs import LOGS, TEAMS, Question, questions
from nba_pipeline.sources.live.http import Client
from nba_pipeline.sources.live.settings import LiveSettings
from nba_pipeline.sources.live.source import LiveSource
from nba_pipeline.sources.live.stats_host import ATTEMPTS, StatsHost, stats_client

SEASON = 2021
DAY = date(2022, 1, 15)
KINDS = ("schedule", "player_boxscores", "team_boxscores")


@pytest.fixture(autouse=True)
def nothing_leaves_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither by the client of nba_api, which has no manners, nor to any other address."""

    def refused(*_: object, **__: object) -> None:
        raise AssertionError("nba_api asked by itself")

    connect = socket.socket.connect

    def on_the_loopback(self: socket.socket, address: tuple) -> None:
        assert address[0] == "127.0.0.1", f"{address} was to be asked"
        connect(self, address)

    monkeypatch.setattr(requests.Session, "request", refused)
    monkeypatch.setattr(socket.socket, "connect", on_the_loopback)


@pytest.fixture(scope="module")
def season() -> SeasonLogs:
    return whole_season(SEASON)


@pytest.fixture
def logs(services: Services, season: SeasonLogs) -> SeasonLogs:
    season.serve(services)
    return season


@pytest.fixture
def host(services: Services, tmp_path: Path, standing) -> StatsHost:
    settings = stats_settings(services)
    client = stats_client(settings, tmp_path / "live", clock=standing, sleep=standing.sleep)
    return StatsHost(settings, tmp_path / "landing", client)


def stats_settings(services: Services, **more) -> LiveSettings:
    return LiveSettings(stats_url=services.address + STATS, stats_timeout=0.5, **more)


def ask_all(host: StatsHost, season: int = SEASON) -> dict[str, int]:
    return {f"{question}": host.ask(question, MORNING) for question in host.open_questions(season, MORNING)}


def test_a_season_is_one_request_a_type_and_log_each_landed(host, logs, services, tmp_path):
    assert ask_all(host) == {
        "2021-22 Regular Season, teams": 1230,
        "2021-22 Regular Season, players": 1230,
        "2021-22 Play-In, teams": 6,
        "2021-22 Play-In, players": 6,
        "2021-22 Playoffs, teams": 60,
        "2021-22 Playoffs, players": 60,
    }
    assert services.asked == [LOG] * 6
    landed = [
        one for kind in LOGS for one in landed_until(tmp_path / "landing", "live", kind, season_days(SEASON), MORNING)
    ]
    assert {one.body for one in landed} == set(logs.bodies.values())
    assert all(one.uri.startswith(f"{services.address}{LOG}?") and one.fetched_at == MORNING for one in landed)


def test_the_host_is_asked_as_nba_api_asks_it_and_once_a_second(host, logs, services, standing):
    ask_all(host)

    assert all("Mozilla" in agent for agent in services.agents)
    assert standing.slept == [1] * 5


def test_what_has_landed_is_not_asked_for_again(host, logs, services):
    services.trouble("PlayerOrTeam=P&Season=2021-22&SeasonType=PlayIn", BROKEN)
    with pytest.raises(SourceError, match="HTTP 500"):
        ask_all(host)
    assert len(services.asked) == 3 + ATTEMPTS

    services.troubles.clear()
    services.asked.clear()
    services.queries.clear()
    ask_all(host)
    assert [(query["SeasonType"], query["PlayerOrTeam"]) for query in services.queries] == [
        (["PlayIn"], ["P"]),
        (["Playoffs"], ["T"]),
        (["Playoffs"], ["P"]),
    ]

    services.asked.clear()
    assert ask_all(host) == {}
    assert services.asked == []


def renamed(body: bytes) -> bytes:
    return body.replace(b'"PTS"', b'"POINTS"')


def half(body: bytes) -> bytes:
    document = json.loads(body)
    rows = document["resultSets"][0]["rowSet"]
    del rows[len(rows) // 2 :]
    return json.dumps(document).encode()


@pytest.mark.parametrize(
    ("trouble", "says"),
    [
        (TOO_MANY, "too many requests (HTTP 429)"),
        (BROKEN, "the host is in trouble (HTTP 500)"),
        (CUT, "the answer broke off"),
        (WEB_PAGE, "answered with a web page instead of JSON"),
        (EMPTY, "answered with nothing"),
        (Trouble(status=403), "refuses"),
        (lambda body: body[:-100], "answered with JSON that breaks off"),
        (renamed, "has no column PTS: the service has changed its answers"),
        (half, "holds 615 games of at least 1230: it was cut short"),
    ],
    ids=["429", "500", "cut", "HTML", "empty", "403", "truncated", "renamed", "half"],
)
def test_an_answer_that_is_none_is_told_and_no_day_is_made_of_it(host, logs, services, tmp_path, trouble, says):
    question = questions(SEASON)[0]
    if callable(trouble):
        services.put_by_query(LOG, asked(question), trouble(logs.bodies[question]))
    else:
        services.trouble("PlayerOrTeam=T&Season=2021-22&SeasonType=Regular", trouble)

    with pytest.raises(SourceError) as raised:
        ask_all(host)

    assert says in str(raised.value)
    assert services.address in str(raised.value)
    assert host.open_questions(SEASON, MORNING) == questions(SEASON)


def test_a_host_that_hangs_is_given_up_after_a_short_time_with_what_to_do(tmp_path, standing, services):
    with socket.create_server(("127.0.0.1", 0)) as silent:
        services.address = f"http://127.0.0.1:{silent.getsockname()[1]}"
        settings = stats_settings(services)
        client = stats_client(settings, tmp_path / "live", clock=standing, sleep=standing.sleep)
        started = time.monotonic()
        with pytest.raises(SourceError) as raised:
            StatsHost(settings, tmp_path / "landing", client).ask(questions(SEASON)[0], MORNING)

    assert time.monotonic() - started < 3
    assert "no whole answer within 0.5 s" in str(raised.value)
    assert "lets requests from cloud addresses hang without an answer: bootstrap from another network" in str(
        raised.value
    )
    assert "Daily runs ask only the CDN" in str(raised.value)
    assert not (tmp_path / "landing").exists()


def test_an_answer_to_another_question_is_refused(host, logs, services):
    question = questions(SEASON)[0]
    of_another_season = whole_season(SEASON + 1).bodies[questions(SEASON + 1)[0]]
    services.put_by_query(LOG, asked(question), of_another_season)

    with pytest.raises(SourceError, match="was asked for 2021-22 Regular Season, teams and answered with 2022-23"):
        host.ask(question, MORNING)


def live(services: Services, tmp_path: Path, client: Client | None = None) -> LiveSource:
    settings = stats_settings(services, cdn_url=f"{services.address}/cdn")
    return LiveSource(settings, tmp_path / "live", tmp_path / "landing", client)


@pytest.mark.slow
def test_the_days_of_a_landed_season_are_answered_without_any_host(host, logs, services, tmp_path):
    ask_all(host)
    services.asked.clear()

    made = {
        kind: acquire(live(services, tmp_path), kind, Days.only(DAY), MORNING, tmp_path / "landing") for kind in KINDS
    }

    assert services.asked == []
    assert {kind: (one.rows.num_rows, one.unanswered) for kind, one in made.items()} == {
        "schedule": (10, []),
        "player_boxscores": (20, []),
        "team_boxscores": (20, []),
    }
    again = acquire(live(services, tmp_path), "schedule", Days.only(DAY), MORNING, tmp_path / "landing")
    assert again.digest == made["schedule"].digest
    whole = acquire(live(services, tmp_path), "schedule", season_days(SEASON), MORNING, tmp_path / "landing")
    assert whole.rows.num_rows == 1230 + 6 + 60


@pytest.mark.slow
@pytest.mark.parametrize(
    ("kind", "says"), [("second_boxscores", "has no second source"), ("shot_zones", "has no shot zones")]
)
def test_nobody_is_asked_what_the_logs_of_a_landed_season_do_not_tell(host, logs, services, tmp_path, kind, says):
    ask_all(host)
    services.asked.clear()
    settings = stats_settings(
        services,
        cdn_url=f"{services.address}/cdn",
        balldontlie_url=f"{services.address}/balldontlie",
        balldontlie_api_key="a-key-of-the-service",
    )
    source = LiveSource(settings, tmp_path / "live", tmp_path / "landing")

    untold = acquire(source, kind, season_days(SEASON), MORNING, tmp_path / "landing")

    assert services.asked == []
    assert (untold.rows.num_rows, untold.unanswered) == (0, [])
    assert says in source.absence(kind, DAY)


def test_a_season_of_which_a_log_is_lacking_is_not_taken_for_whole(host, logs, services, tmp_path):
    services.trouble("SeasonType=Playoffs", BROKEN)
    with pytest.raises(SourceError):
        ask_all(host)

    with pytest.raises(SourceError):
        acquire(live(services, tmp_path), "schedule", Days.only(DAY), MORNING, tmp_path / "landing")
    assert any(path.endswith("scheduleLeagueV2.json") for path in services.asked)


def test_logs_that_landed_later_than_the_moment_asked_about_are_not_known_at_it(host, logs, services, tmp_path):
    ask_all(host)

    with pytest.raises(SourceError):
        acquire(live(services, tmp_path), "schedule", Days.only(DAY), MORNING - timedelta(days=1), tmp_path / "landing")


@pytest.mark.slow
def test_a_cup_final_without_a_log_is_why_its_day_is_empty_and_its_season_is_whole(services, tmp_path, standing):
    whole_season(2023).serve(services)
    services.trouble("SeasonType=IST", Trouble(body=log(Question(TEAMS, 2023, questions(2023)[-1].games), [])))
    settings = stats_settings(services)
    host = StatsHost(
        settings, tmp_path / "landing", stats_client(settings, tmp_path / "live", standing, standing.sleep)
    )
    *others, teams, players = host.open_questions(2023, MORNING)
    for question in others:
        host.ask(question, MORNING)
    for question, says in ((teams, "holds 0 games of at least 1"), (players, "not the parameters of a game log")):
        with pytest.raises(SourceError, match=says):
            host.ask(question, MORNING)

    assert host.open_questions(2023, MORNING) == [teams, players]
    source, final = live(services, tmp_path), date(2023, 12, 9)
    assert source.absence("schedule", final) == (
        "the league's game logs do not hold the NBA Cup final, the day's only game"
    )
    assert source.absence("schedule", final - timedelta(days=1)) is None
    made = acquire(source, "schedule", Days.only(final - timedelta(days=1)), MORNING, tmp_path / "landing")
    assert made.rows.num_rows == 10


def test_the_cup_final_of_the_season_in_play_is_no_absence(services, tmp_path, client):
    assert live(services, tmp_path, client).absence("schedule", date(2025, 12, 16)) is None


@pytest.mark.slow
def test_a_cup_final_in_its_log_is_a_game_like_others(services, tmp_path, standing):
    whole_season(2023).serve(services)
    day = date(2023, 12, 9)
    settings = stats_settings(services)
    host = StatsHost(
        settings, tmp_path / "landing", stats_client(settings, tmp_path / "live", standing, standing.sleep)
    )
    ask_all(host, 2023)

    made = acquire(live(services, tmp_path), "schedule", Days.only(day), MORNING, tmp_path / "landing")

    assert made.unanswered == []
    assert [row["game_id"] for row in made.rows.to_pylist() if row["season_type"] == "NBA Cup Final"] == ["0062300001"]
