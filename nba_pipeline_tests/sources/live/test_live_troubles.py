"""Whatever a service does, a run ends, loses nothing in silence, and the alert says what it was."""

from __future__ import annotations

import socket
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

import dagster as dg
import pytest
from services import BROKEN, CUT, EMPTY, SLOW, TOO_MANY, WAIT_AN_HOUR, WEB_PAGE, Services, Trouble
from small_day import (
    CDN,
    DAY,
    EVENTS,
    GAMES,
    MORNING,
    NEXT_MORNING,
    REPORT,
    SCHEDULE,
    Game,
    after_the_games,
    boxscore,
    schedule,
    scheduled,
)
from small_plays import plays_of

from nba_pipeline.clock import FixedClock
from nba_pipeline.contracts import When
from nba_pipeline.game_day import Days
from nba_pipeline.orchestration.automation import build_definitions
from nba_pipeline.orchestration.launch import launch, run_job
from nba_pipeline.orchestration.pipeline import Pipeline
from nba_pipeline.orchestration.run_findings import observation_of_run
from nba_pipeline.registry import all_tables, made
from nba_pipeline.settings import Settings
from nba_pipeline.warehouse.reading import receipts_of
from nba_pipeline.warehouse.receipts import State

COMING = [scheduled(Game(game.game_id, game.home, game.away, game.tipoff_at, final=False)) for game in GAMES]
NOWHERE = "nowhere.invalid"
NO_CREDITS = Trouble(401, body=b'{"error_code": "OUT_OF_USAGE_CREDITS"}')

Settled = Mapping[str, str]


@dataclass(frozen=True)
class Switch:
    """What a service does, the table that fails by it, what the alert says, and whether what came has landed."""

    name: str
    table: str
    says: str
    turn: Callable[[Services], object] = lambda _: None
    lands: bool = False
    settings: Callable[[Services], Settled] = field(default=lambda _: {})


def does(part: str, trouble: Trouble) -> Callable[[Services], object]:
    return lambda services: services.trouble(part, trouble)


def tells(games: list[dict[str, Any]], made: timedelta = timedelta(0)) -> Callable[[Services], object]:
    return lambda services: services.put(SCHEDULE, schedule(games, MORNING - made))


SWITCHES = [
    Switch("429", "points_props", "too many requests (HTTP 429)", does(EVENTS, TOO_MANY)),
    Switch("429 for an hour", "points_props", "too many requests (HTTP 429)", does(EVENTS, WAIT_AN_HOUR)),
    Switch("500", "schedule", "the host is in trouble (HTTP 500)", does(SCHEDULE, BROKEN)),
    Switch("slow", "schedule", "no whole answer within 0.5 s", does(SCHEDULE, SLOW)),
    Switch("truncated", "schedule", "the answer broke off", does(SCHEDULE, CUT)),
    Switch("a web page", "schedule", "a web page instead of JSON", does(SCHEDULE, WEB_PAGE), lands=True),
    Switch("empty", "schedule", "answered with nothing", does(SCHEDULE, EMPTY), lands=True),
    Switch(
        "another schema",
        "schedule",
        "has no gameStatus: the service has changed",
        tells([{name: value for name, value in game.items() if name != "gameStatus"} for game in COMING]),
        lands=True,
    ),
    Switch("stale", "schedule", "it is stale", tells(COMING, made=timedelta(hours=25)), lands=True),
    Switch("a game twice", "schedule", "holds game 0022500578 twice", tells([*COMING, COMING[0]]), lands=True),
    Switch("no credits", "points_props", "the credits of the plan are used up", does(EVENTS, NO_CREDITS)),
    Switch(
        "no TLS",
        "schedule",
        "no connection: TLS failed",
        settings=lambda services: {"cdn_url": services.address.replace("http:", "https:") + CDN},
    ),
    Switch(
        "no name",
        "schedule",
        "no connection: the host's name was not found (DNS)",
        settings=lambda _: {"cdn_url": f"http://{NOWHERE}{CDN}"},
    ),
    Switch("a web page for a report", "injury_report", "answered with no PDF", does(REPORT, WEB_PAGE), lands=True),
]
LANDS_AS = {"schedule": "season_schedule", "points_props": "odds_events", "injury_report": "injury_report_pdf"}


@pytest.mark.slow
@pytest.mark.parametrize("switch", SWITCHES, ids=lambda switch: switch.name)
def test_the_run_fails_by_name_and_publishes_nothing_of_the_table(
    switch: Switch, services: Services, live: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _forget_the_name(monkeypatch)
    switch.turn(services)
    pipeline = Pipeline(given=Settings(home=tmp_path), own_clock=FixedClock(MORNING))
    pipeline.source = live(**switch.settings(services))

    with dg.DagsterInstance.ephemeral() as instance:
        outcome = run_job(build_definitions(pipeline).resolve_job_def("pregame"), Days.only(DAY), instance)
        told = observation_of_run(instance, instance.get_run_by_id(outcome.run_id), "http://ui")

    assert outcome.exit_code == 2
    assert told.header == f":rotating_light: Run failed: pregame {DAY}"
    [why] = [
        finding.text
        for condition in told.conditions
        if condition.key == f"check:nba_raw.{switch.table}:contract_holds:{DAY}"
        for finding in condition.findings
    ]
    assert switch.says in why
    with pipeline.open_engine(read_only=True) as engine:
        published = {receipt.table_name for receipt in receipts_of(engine, list(all_tables()), Days.only(DAY))}
    assert f"nba_raw.{switch.table}" not in published
    assert "nba_predictions.player_prop_predictions" not in published
    assert (tmp_path / "landing" / "live" / LANDS_AS[switch.table]).exists() == switch.lands


CUT_SHORT = Trouble(body=plays_of(boxscore(GAMES[0]))[:-300])
A_SHOT_LOST = Trouble(body=plays_of(boxscore(GAMES[0])).replace(b'"2pt"', b'"rebound"', 1))
LATE = [
    ("play-by-plays not there", "playbyplay", Trouble(404), "HTTP 404", 0),
    ("a play-by-play that breaks off", GAMES[0].plays, CUT_SHORT, "JSON that breaks off", 18),
    ("a play-by-play that does not add up", GAMES[0].plays, A_SHOT_LOST, "does not add up to the boxscore", 18),
]


@pytest.mark.slow
@pytest.mark.parametrize(("name", "part", "trouble", "says", "rows"), LATE, ids=[late[0] for late in LATE])
def test_shot_zones_that_do_not_come_take_nothing_with_them(
    name: str,
    part: str,
    trouble: Trouble,
    says: str,
    rows: int,
    services: Services,
    live: Callable[..., Any],
    tmp_path: Path,
) -> None:
    after_the_games(services)
    services.trouble(part, trouble)
    pipeline = Pipeline(given=Settings(home=tmp_path), own_clock=FixedClock(NEXT_MORNING))
    pipeline.source = live()

    with dg.DagsterInstance.ephemeral() as instance:
        assert launch(pipeline, "pregame", Days.only(DAY), instance).exit_code == 0
        outcome = launch(pipeline, "postgame", Days.only(DAY), instance)
        told = observation_of_run(instance, instance.get_run_by_id(outcome.run_id), "http://ui")

    assert outcome.exit_code == 1
    [why] = [
        finding.text
        for condition in told.conditions
        if condition.key == f"check:nba_raw.shot_zones:contract_holds:{DAY}"
        for finding in condition.findings
    ]
    assert says in why
    with pipeline.open_engine(read_only=True) as engine:
        states = {receipt.table_name: receipt for receipt in receipts_of(engine, list(all_tables()), Days.only(DAY))}
    zones = states["nba_raw.shot_zones"]
    assert (zones.state, zones.rows) == (State.DEGRADED, rows)
    assert {gap.game_id for gap in zones.gaps} == {game.game_id for game in GAMES if part in game.plays}
    assert states.keys() >= {module.name for module in made(When.POSTGAME)}
    assert [table for table, receipt in states.items() if receipt.state is State.DEGRADED] == [zones.table_name]


def _forget_the_name(monkeypatch: pytest.MonkeyPatch) -> None:
    """No name server is asked about the name that nobody has."""
    asked = socket.getaddrinfo

    def unknown(host: str | bytes | None, *more: Any, **named: Any) -> Any:
        if host in (NOWHERE, NOWHERE.encode()):
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        return asked(host, *more, **named)

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
