"""A host is asked with manners, within its time, and what it does wrong is told by its name."""

from __future__ import annotations

import re
import socket
import threading
import time
from datetime import timedelta
from pathlib import Path

import pytest
from services import BROKEN, CUT, SLOW, SLOW_HEADERS, TOO_MANY, WAIT_AN_HOUR, WAIT_SEVEN, Services, Trouble
from small_day import SCHEDULE
from standing_time import StandingTime

from nba_pipeline.sources.base import SourceError
from nba_pipeline.sources.live.hosts import OPENS_AFTER, STAYS_OPEN, Hosts
from nba_pipeline.sources.live.http import ATTEMPTS, LONGEST_WAIT, Client, NotThere, Refused


def complaint(client: Client, address: str) -> str:
    with pytest.raises(SourceError) as raised:
        client.get(address)
    return str(raised.value)


@pytest.fixture
def address(services: Services) -> str:
    return services.address + SCHEDULE


def test_a_host_is_asked_once_a_second_at_most_and_told_by_whom(client, address, services, standing):
    for _ in range(3):
        client.get(address)

    assert standing.slept == [1, 1]
    assert all(re.match(r"nba_pipeline/\d", agent) for agent in services.agents)


def test_another_process_of_the_home_keeps_the_pace_too(client, address, standing, tmp_path):
    client.get(address)

    Client(Hosts(tmp_path / "live"), interval=1, timeout=5, clock=standing, sleep=standing.sleep).get(address)

    assert standing.slept == [1]


@pytest.mark.parametrize("trouble", [TOO_MANY, BROKEN, Trouble(503), CUT], ids=str)
def test_what_may_pass_is_tried_again(client, address, services, trouble):
    services.trouble("schedule", trouble, Trouble())

    assert client.get(address).status == 200
    assert len(services.asked) == 2


@pytest.mark.parametrize(("trouble", "says"), [(TOO_MANY, "429"), (BROKEN, "HTTP 500"), (CUT, "broke off")], ids=str)
def test_what_does_not_pass_is_given_up_and_told(client, address, services, standing, trouble, says):
    services.trouble("schedule", trouble)

    said = complaint(client, address)

    assert says in said
    assert address in said
    assert len(services.asked) == ATTEMPTS
    assert sum(standing.slept) < 20


@pytest.mark.parametrize(("status", "error"), [(400, Refused), (401, Refused), (302, Refused), (404, NotThere)])
def test_what_is_final_is_asked_once(client, address, services, status, error):
    services.trouble("schedule", Trouble(status, {"Location": "http://elsewhere"}))

    with pytest.raises(error, match=f"HTTP {status}"):
        client.get(address)
    assert len(services.asked) == 1


def test_a_host_that_asks_to_wait_is_given_the_time(client, address, services, standing):
    services.trouble("schedule", WAIT_SEVEN, Trouble())

    client.get(address)

    assert standing.slept == [7]


def test_nobody_waits_an_hour_for_a_host(client, address, services, standing):
    services.trouble("schedule", WAIT_AN_HOUR)

    assert "429" in complaint(client, address)
    assert (len(services.asked), standing.slept) == (1, [])


def test_a_moment_beyond_all_calendars_is_no_moment(client, address, services):
    beyond = "Fri, 31 Dec 9999 23:59:59 -1200"
    services.trouble("schedule", Trouble(429, {"Retry-After": beyond}), Trouble())

    assert client.get(address).status == 200


@pytest.mark.parametrize(("timeout", "interval"), [(20, 1), (31, 1), (120, 60)])
def test_others_wait_for_a_host_as_long_as_one_may_be_asking_it(
    address, services, standing, tmp_path, timeout, interval
):
    client = Client(Hosts(tmp_path / "live"), interval, timeout, standing, standing.sleep)
    client.get(address)
    services.trouble("schedule", Trouble(429, {"Retry-After": f"{LONGEST_WAIT}"}))
    standing.slept.clear()

    complaint(client, address)

    assert client.patience >= sum(standing.slept) + ATTEMPTS * timeout


def test_another_process_that_does_not_finish_is_told_of(address, tmp_path):
    hosts = Hosts(tmp_path / "live")
    impatient = Client(hosts, interval=0, timeout=0.01, attempts=1)

    with hosts.alone_with(address.split("/")[2], patience=1):
        assert "another process has been asking 127.0.0.1:" in complaint(impatient, address)


@pytest.mark.parametrize("slow", [SLOW, SLOW_HEADERS], ids=["body", "headers"])
def test_an_answer_that_drips_is_left_when_its_time_is_over(client, address, services, slow):
    services.trouble("schedule", slow)
    began = time.monotonic()

    assert "no whole answer within 0.5 s" in complaint(client, address)

    # four attempts of half a second each; each whole answer would take 20 seconds or minutes
    assert time.monotonic() - began < 10


def test_a_host_that_is_not_there_is_named(client):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # bound and not listening: connections are refused
        host = f"127.0.0.1:{taken.getsockname()[1]}"

        said = complaint(client, f"http://{host}/schedule")

    assert said.startswith(f"http://{host}/schedule: no connection: it was refused")


def test_a_host_that_speaks_no_tls_is_told_from_one_that_is_not_there(client, address):
    assert ": no connection: TLS failed" in complaint(client, address.replace("http:", "https:"))


def test_a_name_that_nobody_knows_is_told_from_a_host_that_is_not_there(client, monkeypatch):
    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)

    assert ": no connection: the host's name was not found (DNS)" in complaint(client, "http://nowhere.invalid/x")


def test_a_name_server_that_does_not_answer_is_left_when_the_time_is_over(client, monkeypatch):
    asking: list[threading.Thread] = []
    over = threading.Event()

    def silent(*_: object, **__: object) -> list[object]:
        asking.append(threading.current_thread())
        over.wait(6)
        return []

    monkeypatch.setattr(socket, "getaddrinfo", silent)
    began = time.monotonic()

    assert "no whole answer within 0.5 s" in complaint(client, "http://nowhere.invalid/x")

    # four attempts of half a second each, and no name server answers before six
    assert time.monotonic() - began < 5
    assert len(asking) == ATTEMPTS
    assert all(thread.is_alive() and thread.daemon for thread in asking), "the program does not wait for them either"
    over.set()


def test_a_host_that_keeps_failing_is_left_alone_for_a_while(client, address, services, standing, tmp_path):
    services.trouble("schedule", BROKEN)
    for _ in range(OPENS_AFTER):
        complaint(client, address)
    asked = len(services.asked)

    assert "is left alone until" in complaint(client, address)
    assert len(services.asked) == asked
    [host] = Hosts(tmp_path / "live").every()
    assert host.is_left_alone(standing.now())

    services.trouble("schedule", Trouble())
    standing.moment += STAYS_OPEN + timedelta(seconds=1)
    assert client.get(address).status == 200
    assert Hosts(tmp_path / "live").every()[0].failures == 0


def test_a_damaged_memory_of_a_host_is_named(client, address, tmp_path: Path):
    client.get(address)
    [file] = (tmp_path / "live").glob("*.host.json")
    file.write_text("{")

    assert f"{file} cannot be read" in complaint(client, address)


def test_the_clock_set_back_does_not_stop_the_asking(client, address, standing: StandingTime):
    client.get(address)
    standing.moment -= timedelta(days=1)

    client.get(address)

    assert standing.slept == [1]
