"""What a host gave lately it need not give again: it is asked for what changed, and nothing differs by it."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from pydantic import SecretStr
from services import BROKEN, Services, Trouble, validators_of
from small_day import DAY, GAMES, MORNING, SCHEDULE, schedule, scheduled

from nba_pipeline.game_day import Days
from nba_pipeline.sources.base import SourceError
from nba_pipeline.sources.landing import landed_until
from nba_pipeline.sources.live import documents
from nba_pipeline.sources.live.documents import STANDS
from nba_pipeline.sources.live.hosts import Hosts
from nba_pipeline.sources.live.http import Client
from nba_pipeline.sources.live.league_schedule import STALE_AFTER

A_SECOND = timedelta(seconds=1)
NOT_MODIFIED = Trouble(304)


@pytest.fixture
def address(services: Services) -> str:
    return services.address + SCHEDULE


@pytest.fixture
def tag(services: Services) -> str:
    """What the host calls the schedule that it has."""
    return validators_of(services.answers[SCHEDULE][1])["ETag"]


def kept(home: Path) -> list[Path]:
    return list((home / "live" / "documents").glob("*/*"))


def test_what_is_unchanged_comes_as_if_it_had_come_now(client, address, services, tag):
    first = client.get(address)
    services.moment += timedelta(hours=2)

    again = client.get(address)

    assert services.conditions == [None, tag]
    assert (again.status, again.uri, again.media_type, again.body) == (200, address, "application/json", first.body)
    assert (first.answered_at, again.answered_at) == (MORNING, MORNING + timedelta(hours=2))


def test_what_changed_comes_whole_and_is_asked_for_by_its_own_tag_from_then_on(client, address, services, tag):
    client.get(address)
    services.put(SCHEDULE, b'{"changed": true}')

    assert client.get(address).body == b'{"changed": true}'
    assert client.get(address).body == b'{"changed": true}'
    assert services.conditions == [None, tag, validators_of(b'{"changed": true}')["ETag"]]


def test_a_host_without_tags_is_asked_by_the_time_of_the_last_change(client, address, services):
    services.headers |= {"ETag": "", "Last-Modified": "Thu, 15 Jan 2026 10:00:00 GMT"}
    first = client.get(address)

    assert client.get(address).body == first.body
    assert services.conditions == [None, "Thu, 15 Jan 2026 10:00:00 GMT"]


def test_another_process_of_the_home_asks_for_what_changed_too(client, address, services, standing, tmp_path, tag):
    first = client.get(address)

    other = Client(Hosts(tmp_path / "live"), interval=1, timeout=5, clock=standing, sleep=standing.sleep)

    assert other.get(address).body == first.body
    assert services.conditions == [None, tag]


def test_in_the_attempts_after_a_trouble_it_is_still_asked_for_what_changed(client, address, services, tag):
    first = client.get(address)
    services.trouble("schedule", BROKEN, Trouble())

    assert client.get(address).body == first.body
    assert services.conditions == [None, tag, tag]


@pytest.mark.parametrize(
    "asked",
    [
        {"params": {"season": "2025-26"}},
        {"secrets": {"apiKey": SecretStr("planted-5e1f")}},
        {"secret_headers": {"Authorization": SecretStr("planted-5e1f")}},
    ],
    ids=["query", "key", "key in a header"],
)
def test_what_needs_a_query_or_a_key_is_never_kept(client, address, services, tmp_path, asked):
    client.get(address, **asked)
    client.get(address, **asked)

    assert services.conditions == [None, None]
    assert kept(tmp_path) == []


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (b"<!DOCTYPE html><p>Be right back", {}),
        (b"", {}),
        (b'{"games": [', {}),
        (b'{"games": []}', {"ETag": ""}),
        (b'{"games": []}', {"ETag": '"\u00e9"'}),
    ],
    ids=["a web page", "nothing", "cut short", "no tag", "a tag that cannot be sent"],
)
def test_what_is_not_whole_or_cannot_be_asked_by_is_not_kept(client, address, services, tmp_path, body, headers):
    services.trouble("schedule", Trouble(body=body, headers=headers))

    client.get(address)

    assert kept(tmp_path) == []


@pytest.mark.parametrize("damage", [b"", b"no gzip", None], ids=["empty", "no gzip", "broken off"])
def test_what_was_kept_and_is_damaged_comes_whole(client, address, services, tmp_path, damage):
    first = client.get(address)
    [file] = kept(tmp_path)
    file.write_bytes(file.read_bytes()[:-20] if damage is None else damage)

    assert client.get(address).body == first.body
    assert services.conditions == [None, None]


def test_after_a_day_a_document_comes_whole_whatever_the_host_says(client, address, services, standing, tag):
    client.get(address)
    standing.moment = MORNING + STANDS
    client.get(address)
    standing.moment = MORNING + STANDS + A_SECOND
    client.get(address)

    assert services.conditions == [None, tag, None]


def test_unchanged_where_nothing_was_kept_is_no_answer_and_asked_again(client, address, services):
    services.trouble("schedule", NOT_MODIFIED, Trouble())

    assert client.get(address).body == services.answers[SCHEDULE][1]
    assert services.conditions == [None, None]


def test_a_host_that_insists_on_unchanged_where_nothing_was_kept_is_told_of(client, address, services):
    services.trouble("schedule", NOT_MODIFIED)

    with pytest.raises(SourceError, match=r"not modified \(HTTP 304\), where the whole was asked for; run again later"):
        client.get(address)


def test_of_a_host_the_newest_documents_are_kept(client, services, tmp_path, monkeypatch):
    monkeypatch.setattr(documents, "MOST", 2)
    for path in ("/one", "/two", "/three"):
        services.put(path, b'{"at": "%s"}' % path.encode())
        client.get(services.address + path)
    for path in ("/three", "/two", "/one"):
        client.get(services.address + path)

    assert len(kept(tmp_path)) == 2
    assert [condition is None for condition in services.conditions] == [True] * 3 + [False, False, True]


def test_an_unchanged_schedule_lands_whole_and_says_the_same(said, services, tmp_path):
    first = said("schedule")
    services.moment += timedelta(hours=1)

    assert said("schedule") == first

    assert None not in services.conditions[2:]
    days = Days.only(DAY)
    [landed] = landed_until(tmp_path / "landing", "live", "season_schedule", days, services.moment, services.moment)
    assert landed.body == services.answers[SCHEDULE][1]


def test_a_schedule_that_stays_unchanged_too_long_is_stale(said, complaint, services):
    coming = [scheduled(game) for game in GAMES]
    services.put(SCHEDULE, schedule(coming, MORNING - STALE_AFTER + timedelta(hours=1)))
    said("schedule")
    services.moment += timedelta(hours=1, seconds=1)

    assert "it is stale" in complaint("schedule")
    assert None not in services.conditions[2:]


def test_unchanged_after_the_moment_is_refused_as_anything_said_later(said, complaint, services):
    said("schedule")
    services.moment += timedelta(hours=1)

    assert "live services tell the present only" in complaint("schedule", as_of=MORNING)
    assert services.conditions[-1] is not None
