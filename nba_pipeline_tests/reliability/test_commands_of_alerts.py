"""The watch, the doctor and `nba alerts`, beside a daemon that tells the operator by Slack."""

from __future__ import annotations

import json

import pytest
from alerted import Nba, Operator, held
from reconciler import TODAY, TOMORROW

from nba_pipeline.alerts.database import AlertsUnusable
from nba_pipeline.orchestration.alerting import Alerts


def test_the_watch_is_quiet_before_its_hour_and_when_the_day_is_reconciled(nba: Nba, morning: Operator) -> None:
    early = nba("watch", "--by", "06:15")
    morning.reconciler.of(TODAY)
    morning.at(TOMORROW, 6, 15)
    done = nba("watch", "--by", "06:15")

    assert (early.exit_code, early.stdout) == (
        0,
        "It is not 06:15 in the East yet; 2026-01-15 may still be reconciled\n",
    )
    assert (done.exit_code, done.stdout) == (0, "2026-01-15 is reconciled\n")
    assert morning.receiver.received == []


def test_the_watch_tells_of_a_day_that_is_not_reconciled_once_and_fails_every_time(nba: Nba, morning: Operator) -> None:
    morning.at(TOMORROW, 6, 15)
    said = [nba("watch", "--by", "06:15") for _ in range(2)]

    assert [one.exit_code for one in said] == [1, 1]
    assert said[0].stdout == "2026-01-15 was not reconciled by 06:15\n"
    assert morning.receiver.headers_of_messages == [":rotating_light: R-007: No reconciliation of 2026-01-15"]


def test_the_watch_tells_of_a_warehouse_that_it_cannot_read_and_exits_with_2(nba: Nba, morning: Operator) -> None:
    morning.at(TOMORROW, 6, 15)
    with held(morning.reconciler.desk.pipeline.settings.home / "warehouse.duckdb"):
        said = nba("watch", "--by", "06:15")

    assert said.exit_code == 2
    assert "is in use by another process" in said.stderr
    assert morning.receiver.headers_of_messages == [":rotating_light: The warehouse cannot be watched"]


def test_the_watch_tells_also_where_the_alerts_cannot_be_kept(nba: Nba, morning: Operator) -> None:
    (morning.reconciler.desk.pipeline.settings.home / "alerts.sqlite").write_bytes(b"this is no database" * 100)
    morning.at(TOMORROW, 6, 15)

    said = nba("watch", "--by", "06:15")

    assert said.exit_code == 2
    assert "file is not a database" in said.stderr
    assert morning.receiver.headers_of_messages == [":rotating_light: The warehouse cannot be watched"]


def test_the_watch_sends_only_what_is_wrong_where_the_disk_is_full(
    nba: Nba, morning: Operator, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise AlertsUnusable("database or disk is full")

    monkeypatch.setattr(Alerts, "record", refuse)
    morning.at(TOMORROW, 6, 15)

    said = nba("watch", "--by", "06:15")

    assert said.exit_code == 2
    assert "database or disk is full" in said.stderr
    assert morning.receiver.headers_of_messages == [":rotating_light: R-007: No reconciliation of 2026-01-15"]


def test_the_command_shows_what_is_open_and_undelivered_and_delivers_on_request(nba: Nba, morning: Operator) -> None:
    quiet = nba("alerts")
    assert (quiet.exit_code, quiet.stdout.split("\n")[0]) == (0, "0 open")

    morning.receiver.down = True
    morning.at(TOMORROW, 6, 15)
    assert nba("watch", "--by", "06:15").exit_code == 1
    shown = nba("alerts", "--json")
    document = json.loads(shown.stdout)
    assert shown.exit_code == 1
    assert [incident["key"] for incident in document["open"]] == ["late-reconciliation:2026-01-15"]
    assert [message["error"] for message in document["undelivered"]] == ["slack webhook: HTTP 503"]
    assert nba("alerts").stdout.count("HTTP 503") == 1
    assert len(morning.receiver.paths) == 1, "looking sends nothing"

    morning.receiver.down = False
    morning.reconciler.of(TODAY)
    delivered = nba("alerts", "--deliver")
    assert delivered.exit_code == 0, delivered.stdout
    assert morning.receiver.headers_of_messages == [
        ":rotating_light: R-007: No reconciliation of 2026-01-15",
        ":white_check_mark: Recovered: reconciliation of 2026-01-15 by 06:15",
    ]


def test_the_doctor_says_where_alerts_go(nba: Nba, morning: Operator, monkeypatch: pytest.MonkeyPatch) -> None:
    def alerts() -> dict:
        return next(one for one in json.loads(nba("doctor", "--json").stdout) if one["probe"] == "alerts")

    assert alerts() == {"probe": "alerts", "ok": True, "finding": "delivered by slack webhook; 0 messages wait"}
    morning.receiver.down = True
    morning.at(TOMORROW, 7).look()
    failing = alerts()
    assert not failing["ok"]
    assert failing["finding"].startswith("1 messages wait; slack webhook: HTTP 503")
    monkeypatch.delenv("NBA_SLACK_WEBHOOK")
    assert alerts()["finding"].startswith("no channel is configured: alerts are only kept, and shown by nba alerts (1 ")
