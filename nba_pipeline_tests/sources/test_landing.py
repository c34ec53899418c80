"""An answer is kept as it came, and what cannot be used is refused with a sentence."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pyarrow as pa
import pytest

from nba_pipeline.game_day import Days
from nba_pipeline.sources.answers import ANSWERS, conform
from nba_pipeline.sources.base import Answer, SourceError, Unanswered, whole
from nba_pipeline.sources.landing import acquire, land, landed_until, read_landed

DAY = date(2026, 1, 15)
NOON = datetime(2026, 1, 15, 17, tzinfo=UTC)
LARGE = json.dumps({"games": list(range(10_000)), "rest": "." * 1_000_000}).encode()


def answer(body: bytes = b'{"games": []}', fetched_at: datetime = NOON) -> Answer:
    return Answer("schedule", Days.only(DAY), "https://league/schedule", "application/json", body, fetched_at)


def schedule(day: date = DAY, **more) -> pa.Table:
    row = {
        "game_date": day,
        "game_id": "0022500001",
        "season": 2025,
        "season_type": "Regular Season",
        "tipoff_at": NOON,
        "home_team": "BOS",
        "away_team": "NYK",
        "status": "UPCOMING",
        "home_score": None,
        "away_score": None,
        "postponed": False,
        **more,
    }
    return pa.Table.from_pylist([row])


class OneAnswer:
    """A source that gives one answer and reads the given rows from it."""

    name = "one"

    def __init__(self, rows: pa.Table | SourceError) -> None:
        self._rows = rows

    def fetch(self, kind: str, days: Days, as_of: datetime) -> list[Answer]:
        return [answer(fetched_at=as_of)]

    def parse(self, kind: str, answers: Sequence[Answer]) -> pa.Table:
        if isinstance(self._rows, SourceError):
            raise self._rows
        return self._rows

    def absence(self, kind: str, day: date) -> str | None:
        return None


def acquired(rows, landing_dir):
    return acquire(OneAnswer(rows), "schedule", Days.only(DAY), NOON, landing_dir)


def files(directory):
    return sorted(path.name for path in directory.rglob("*") if path.is_file())


def test_a_landed_answer_reads_back_as_it_came(tmp_path):
    path = land(tmp_path, "league", answer())

    assert path == tmp_path / f"league/schedule/2026-01-15_2026-01-15/{answer().sha256[:16]}.json"
    assert path.read_bytes() == answer().body
    assert read_landed(path) == answer()


def test_the_sidecar_tells_where_an_answer_is_from(tmp_path):
    path = land(tmp_path, "league", answer())

    sidecar = json.loads(path.with_name(f"{path.name}.json").read_text())

    assert sidecar["uri"] == "https://league/schedule"
    assert (sidecar["sha256"], sidecar["bytes"]) == (answer().sha256, 13)
    assert sidecar["fetched_at"] == "2026-01-15T17:00:00+00:00"


def test_the_same_answer_landed_twice_is_one_file_with_the_first_time(tmp_path):
    first = land(tmp_path, "league", answer())
    second = land(tmp_path, "league", answer(fetched_at=datetime(2026, 1, 16, tzinfo=UTC)))

    assert first == second
    assert files(tmp_path) == [first.name, f"{first.name}.json"]
    assert read_landed(first).fetched_at == NOON


def test_a_changed_answer_is_noticed_and_replaced_when_it_lands_again(tmp_path):
    path = land(tmp_path, "league", answer())
    path.write_bytes(b"something else")

    with pytest.raises(SourceError, match="was changed after it landed"):
        read_landed(path)

    land(tmp_path, "league", answer())
    assert read_landed(path) == answer()


def test_a_large_answer_is_packed_and_reads_back_as_it_came(tmp_path):
    path = land(tmp_path, "league", answer(LARGE))

    assert path.name == f"{answer(LARGE).sha256[:16]}.json.gz"
    assert path.stat().st_size < len(LARGE) / 10
    assert read_landed(path) == answer(LARGE)
    assert landed_until(tmp_path, "league", "schedule", Days.only(DAY), NOON) == [answer(LARGE)]
    sidecar = json.loads(path.with_name(f"{path.name}.json").read_text())
    assert (sidecar["sha256"], sidecar["bytes"]) == (answer(LARGE).sha256, len(LARGE))


def test_a_report_is_packed_by_itself(tmp_path):
    report = replace(answer(LARGE), media_type="application/pdf")

    assert land(tmp_path, "league", report).read_bytes() == LARGE


def test_a_large_answer_that_landed_before_they_were_packed_stays_as_it_is(tmp_path):
    packed = land(tmp_path, "league", answer(LARGE))
    plain = packed.with_suffix("")
    plain.write_bytes(LARGE)
    packed.with_name(f"{packed.name}.json").rename(plain.with_name(f"{plain.name}.json"))
    packed.unlink()
    assert read_landed(plain) == answer(LARGE)

    assert land(tmp_path, "league", answer(LARGE, NOON + timedelta(hours=1))) == plain

    assert files(tmp_path) == [plain.name, f"{plain.name}.json"]
    assert landed_until(tmp_path, "league", "schedule", Days.only(DAY), NOON) == [answer(LARGE)]


@pytest.mark.parametrize("damage", [lambda kept: kept[:-9], lambda kept: kept[:30] + b"xx" + kept[32:], lambda _: b""])
def test_a_packed_answer_that_is_damaged_is_noticed_and_replaced_when_it_lands_again(tmp_path, damage):
    path = land(tmp_path, "league", answer(LARGE))
    path.write_bytes(damage(path.read_bytes()))

    with pytest.raises(SourceError, match=r"cannot be read .* fetch it again|was changed after it landed"):
        read_landed(path)

    land(tmp_path, "league", answer(LARGE))
    assert read_landed(path) == answer(LARGE)


def test_an_answer_without_its_sidecar_cannot_be_read(tmp_path):
    path = land(tmp_path, "league", answer())
    path.with_name(f"{path.name}.json").unlink()

    with pytest.raises(SourceError, match=r"cannot be read .* fetch it again"):
        read_landed(path)


def test_an_answer_whose_sidecar_is_damaged_lands_anew(tmp_path):
    path = land(tmp_path, "league", answer())
    path.with_name(f"{path.name}.json").write_text("{")

    land(tmp_path, "league", answer())

    assert read_landed(path) == answer()


def test_what_came_again_landed_when_it_came_first_and_is_found_by_when_it_came_last(tmp_path):
    hours = [NOON + timedelta(hours=number) for number in range(4)]
    for hour in (hours[0], hours[2]):
        land(tmp_path, "league", answer(fetched_at=hour))

    def found(as_of: datetime, since: datetime) -> list[datetime]:
        landed = landed_until(tmp_path, "league", "schedule", Days.only(DAY), as_of, since)
        return [one.fetched_at for one in landed]

    assert found(as_of=hours[3], since=hours[2]) == [NOON]
    assert found(as_of=hours[3], since=hours[3]) == []
    assert found(as_of=hours[1], since=hours[0]) == []


def test_who_needs_all_answers_is_told_of_the_part_that_has_none():
    part = Unanswered(DAY, "the boxscore of game 0022500001", "HTTP 500")

    assert whole([answer()]) == [answer()]
    with pytest.raises(SourceError, match="the boxscore of game 0022500001 of 2026-01-15: HTTP 500"):
        whole([answer(), part])


def test_an_answer_lands_before_it_is_parsed(tmp_path):
    with pytest.raises(SourceError, match="no games in it"):
        acquired(SourceError("no games in it"), tmp_path)

    assert read_landed(next(tmp_path.rglob(f"{answer().sha256[:16]}.json"))).body == answer().body


def test_what_is_acquired_has_the_answer_schema_and_a_digest_of_the_bytes(tmp_path):
    first = acquired(schedule(), tmp_path)
    second = acquired(schedule(home_team="MIA"), tmp_path)

    assert first.rows.schema == ANSWERS["schedule"].to_pyarrow()
    assert first.rows["home_team"].to_pylist() == ["BOS"]
    assert len(first.digest) == 64
    assert first.digest == second.digest


def test_rows_of_another_day_are_refused_by_name(tmp_path):
    with pytest.raises(SourceError, match=r"one was asked for schedule of 2026-01-15 .* rows of 2026-01-16"):
        acquired(schedule(day=date(2026, 1, 16)), tmp_path)


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        (schedule().drop_columns(["status", "season"]), "the schedule answer has no column season, status"),
        (schedule(season="last year"), "column season of the schedule answer is string, which is no int64"),
        (schedule(game_id=None), "column game_id of the schedule answer is null in 1 rows"),
    ],
)
def test_rows_that_break_the_answer_schema_are_refused_by_column(rows, sentence):
    with pytest.raises(SourceError, match=sentence):
        conform("schedule", rows)
