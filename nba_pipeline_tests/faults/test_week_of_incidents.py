"""A week in which things go wrong, lived by the schedules and sensors: what the operator hears, in order, each once."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from alerts.receiver import Receiver, receiver  # noqa: F401  # a fixture
from click.testing import CliRunner
from league import League
from league_desk import FIRST, TODAY
from lived_daemon import LivedDaemon, LivedTime, lived_daemon
from unconfigured import forget_settings

from nba_pipeline.alerts.incidents import open_incidents
from nba_pipeline.cli import main
from nba_pipeline.game_day import Days, eastern
from nba_pipeline.orchestration.alerting import Alerts
from nba_pipeline.reliability.repairs import CORRECTION, repairs_of
from nba_pipeline.sources.faults import Fault
from nba_pipeline.sources.misbehaviour import MisbehavingSource
from nba_pipeline.systems.roster import SYSTEMS
from nba_pipeline.tables.predictions import player_prop_predictions as predictions

THURSDAY, FRIDAY, SATURDAY, SUNDAY, MONDAY, TUESDAY, WEDNESDAY = (TODAY + timedelta(days=n) for n in range(7))
THE_NEXT = WEDNESDAY + timedelta(days=1)
NOBODY_THERE = "late-reconciliation:2026-01-14"
# The hours of the schedules, an hour of repairs, and the last call.
HOURS = ((5, 0), (6, 0), (7, 0), (8, 0), (10, 0), (11, 0), (12, 0), (16, 0), (18, 46))

BAD, LATE, WELL = ":rotating_light: Run failed:", ":warning: Late:", ":white_check_mark: Recovered:"
GAPS, CHECKS = ":warning: R-007: Pipeline Reconciliation Failed -", ":warning: Checks failed:"
THE_WEEK = [
    # Thursday's dropped game comes at 06:30; a second source knows of a basket that the league corrects on Monday
    ("Fri 05:00", f"{CHECKS} postgame {THURSDAY}"),
    ("Fri 06:00", f"{GAPS} {THURSDAY}"),
    ("Fri 07:00", f"{WELL} postgame {THURSDAY}"),
    # of Saturday's game there are only rosters until 09:30, after the third attempt
    ("Sun 05:00", f"{CHECKS} postgame {SATURDAY}"),
    ("Sun 05:00", ":rotating_light: Sensor failed: before_the_games"),
    ("Sun 06:00", f"{GAPS} {SATURDAY}"),
    ("Sun 08:00", f"{BAD} repair {SATURDAY}"),
    ("Sun 10:00", f"{WELL} postgame {SATURDAY}"),
    ("Sun 10:00", f"{WELL} repair {SATURDAY}"),
    ("Sun 10:00", f"{WELL} R-007: reconciliation of {SATURDAY}"),
    # on Sunday the source is out of reach until 11:30, also for the sensor that asks it, and the receiver from 11 to 16
    ("Sun 16:00", f"{BAD} pregame {SUNDAY}"),
    ("Sun 16:00", f"{LATE} pregame tables of {SUNDAY}"),
    ("Sun 16:00", f"{WELL} pregame {SUNDAY}"),
    ("Sun 16:00", f"{WELL} sensor before_the_games"),
    ("Sun 16:00", f"{WELL} pregame tables of {SUNDAY}"),
    ("Mon 07:00", f"{WELL} R-007: reconciliation of {THURSDAY}"),
    # Tuesday's boxscores break off half-way until 05:30
    ("Wed 05:00", f"{BAD} postgame {TUESDAY}"),
    ("Wed 06:00", f"{GAPS} {TUESDAY}"),
    ("Wed 06:00", f"{LATE} postgame tables of {TUESDAY}"),
    ("Wed 06:00", f"{WELL} postgame {TUESDAY}"),
    ("Wed 06:00", f"{WELL} R-007: reconciliation of {TUESDAY}"),
    ("Wed 06:00", f"{WELL} postgame tables of {TUESDAY}"),
    # a system fails in the afternoon, and is well at the last call
    ("Wed 16:00", f"{CHECKS} pregame {WEDNESDAY}"),
    ("Wed 18:46", f"{WELL} pregame {WEDNESDAY}"),
]


@dataclass
class Operator:
    """Whom a daemon tells by a Slack that may be out of service."""

    daemon: LivedDaemon
    receiver: Receiver
    heard: list[tuple[str, str]] = field(default_factory=list)

    def lives(self, day: date, hour: int, minute: int = 0) -> None:
        before = len(self.receiver.received)
        self.daemon.at(day, hour, minute)
        at = f"{day:%a} {hour:02}:{minute:02}"
        self.heard += [(at, header) for header in self.receiver.headers_of_messages[before:]]

    def undelivered(self, monkeypatch: pytest.MonkeyPatch) -> list[str]:
        """The headers of what `nba alerts` shows as not delivered."""
        monkeypatch.setenv("NBA_HOME", str(self.daemon.pipeline.settings.home))
        said = CliRunner().invoke(main, ["alerts", "--json"])
        return [message["document"]["header"] for message in json.loads(said.stdout)["undelivered"]]

    @property
    def open(self) -> list[str]:
        with Alerts.of(self.daemon.pipeline).database.reading() as connection:
            return [incident.key for incident in open_incidents(connection)]


@contextmanager
def operator(
    home: Path,
    faults: Sequence[Fault],
    begins: date,
    receiver: Receiver,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Operator]:
    forget_settings(monkeypatch)
    monkeypatch.setenv("NBA_SLACK_WEBHOOK", receiver.webhook)
    source = MisbehavingSource(League(Days(FIRST, THE_NEXT + timedelta(days=3))), faults)
    with lived_daemon(home, source, LivedTime(eastern(begins, time(4))), monkeypatch) as daemon:
        yield Operator(daemon, receiver)


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_an_outage_of_the_source_while_the_receiver_is_down_is_told_when_it_is_up_again(
    recorded_home: Path,
    tmp_path: Path,
    receiver: Receiver,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    home = Path(shutil.copytree(recorded_home, tmp_path / "home"))
    outage = Fault("outage", THURSDAY, until=eastern(THURSDAY, time(11, 30)))
    with operator(home, [outage], THURSDAY, receiver, monkeypatch) as one:
        one.lives(THURSDAY, 10, 30)
        receiver.down = True
        one.lives(THURSDAY, 11)
        failed = f"{BAD} pregame {TODAY}"
        assert one.undelivered(monkeypatch) == [failed]

        one.lives(THURSDAY, 11, 45)
        receiver.down = False
        one.lives(THURSDAY, 12)

        assert one.undelivered(monkeypatch) == []
        assert one.open == [NOBODY_THERE], "what was missed before the daemon was there stays open"
    assert one.heard == [
        ("Thu 10:30", ":rotating_light: R-007: No reconciliation of 2026-01-14"),
        ("Thu 10:30", ":rotating_light: Sensor failed: before_the_games"),
        ("Thu 12:00", failed),
        ("Thu 12:00", f"{WELL} sensor before_the_games"),
        ("Thu 12:00", f"{LATE} pregame tables of {TODAY}"),
        ("Thu 12:00", f"{WELL} pregame {TODAY}"),
        ("Thu 12:00", f"{WELL} pregame tables of {TODAY}"),
    ]


@pytest.mark.long
@pytest.mark.timeout(5400)
def test_a_week_of_incidents_is_told_in_order_once_each_with_its_recoveries(
    recorded_home: Path,
    tmp_path: Path,
    receiver: Receiver,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    home = Path(shutil.copytree(recorded_home, tmp_path / "home"))
    faults = [
        Fault("dropped_game", THURSDAY, until=eastern(FRIDAY, time(6, 30))),
        Fault("misattributed_basket", THURSDAY, until=eastern(MONDAY, time(3))),
        Fault("rosters_only", SATURDAY, until=eastern(SUNDAY, time(9, 30))),
        Fault("outage", SUNDAY, until=eastern(SUNDAY, time(11, 30))),
        Fault("truncated_answer", TUESDAY, "player_boxscores", until=eastern(WEDNESDAY, time(5, 30))),
    ]
    with operator(home, faults, THURSDAY, receiver, monkeypatch) as one:
        _break_a_system(one, monkeypatch)
        for day in Days(THURSDAY, THE_NEXT):
            for hour, minute in HOURS if day < THE_NEXT else HOURS[:2]:
                receiver.down = day == SUNDAY and 11 <= hour < 16
                one.lives(day, hour, minute)
                if receiver.down:
                    assert one.undelivered(monkeypatch) != []
        with one.daemon.pipeline.open_engine(read_only=True) as engine:
            corrected = [
                (r.table_name, r.outcome) for r in repairs_of(engine, Days.only(THURSDAY)) if r.subject == CORRECTION
            ]
    assert one.heard == THE_WEEK
    assert corrected == [("nba_raw.player_boxscores", "REPAIRED")]
    assert one.open == []
    assert {tick.split(":")[0] for tick in one.daemon.failed_ticks} == {"before_the_games"}


def _break_a_system(one: Operator, monkeypatch: pytest.MonkeyPatch) -> None:
    """On Wednesday afternoon one of the systems fails, and at the last call it is well again."""
    system, *others = SYSTEMS

    def predict(*given: Any) -> Any:
        if eastern(WEDNESDAY, time(15)) < one.daemon.time.moment < eastern(WEDNESDAY, time(18)):
            raise ZeroDivisionError("no games in the denominator")
        return system.predict(*given)

    monkeypatch.setattr(predictions, "SYSTEMS", (replace(system, predict=predict), *others))
