"""Days lived through, run by run, are the days made at once; what has seen the future is named."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from datetime import date, time
from pathlib import Path
from types import SimpleNamespace

import pytest
from click.testing import CliRunner, Result
from faults.league import TEAMS, League
from lively import Life, LivelyLeague, begin, copy_compiled

from nba_pipeline.cli import main
from nba_pipeline.game_day import Days, eastern
from nba_pipeline.hours import LAST_CALL
from nba_pipeline.orchestration import pipeline as pipeline_module
from nba_pipeline.orchestration.replay import LivedOtherwise
from nba_pipeline.production import produce
from nba_pipeline.registry import all_tables, table
from nba_pipeline.tables import slate
from nba_pipeline.tables.analytics import upcoming_player_game_context

WEEK = Days(date(2026, 1, 5), date(2026, 1, 11))
MONDAY, TUESDAY, A_DAY_OF_REST = date(2026, 1, 5), date(2026, 1, 6), date(2026, 1, 7)
OPENING = Days(MONDAY, A_DAY_OF_REST)
PREDICTIONS, CONTEXT = "nba_predictions.player_prop_predictions", "nba_analytics.upcoming_player_game_context"

Command = Callable[..., Result]

# the first test that asks for lived days waits for them
pytestmark = pytest.mark.timeout(600)


@pytest.fixture(scope="session")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Life:
    """The week, backfilled long after."""
    life = begin(tmp_path_factory.mktemp("whole"), LivelyLeague(WEEK))
    assert life.backfill(WEEK).exit_code == 0
    return life


@pytest.fixture(scope="session")
def lived(whole: Life, tmp_path_factory: pytest.TempPathFactory) -> Life:
    """The first three days, lived through with all their runs."""
    life = begin(copy_compiled(whole, tmp_path_factory.mktemp("lived")), LivelyLeague(WEEK))
    assert [outcome for outcome in life.live(OPENING) if outcome.exit_code] == []
    return life


def test_the_timeline_of_days_is_theirs_in_order_and_each_follows_the_night_before(tmp_path: Path) -> None:
    assert begin(tmp_path, League(WEEK)).due(Days(TUESDAY, A_DAY_OF_REST)) == [
        ("01-06 16:00", "pregame", TUESDAY),
        ("01-06 21:00", "pregame", TUESDAY),
        ("01-06 23:45", "pregame", TUESDAY),
        ("01-07 10:00", "postgame", TUESDAY),
        ("01-07 15:00", "postgame", TUESDAY),
        ("01-07 16:00", "pregame", A_DAY_OF_REST),
        ("01-08 10:00", "postgame", A_DAY_OF_REST),
    ]


def test_with_last_runs_only_each_job_runs_once_for_a_day(tmp_path: Path) -> None:
    assert begin(tmp_path, League(WEEK)).due(Days(TUESDAY, A_DAY_OF_REST), last_runs_only=True) == [
        ("01-06 23:45", "pregame", TUESDAY),
        ("01-07 15:00", "postgame", TUESDAY),
        ("01-07 16:00", "pregame", A_DAY_OF_REST),
        ("01-08 10:00", "postgame", A_DAY_OF_REST),
    ]


def test_a_day_without_known_tipoffs_has_its_last_call_at_16_utc(tmp_path: Path) -> None:
    league = League(WEEK)
    league.change("schedule", lambda rows: [row | {"tipoff_at": None} for row in rows])

    runs = begin(tmp_path, league).due(Days.only(MONDAY))

    assert [moment for moment, job, _ in runs if job == "pregame"] == ["01-05 16:00"]


def test_the_last_call_moves_when_the_first_game_is_postponed(tmp_path: Path) -> None:
    league = LivelyLeague(WEEK)
    first, second = league.games(MONDAY)
    league.postponed_from = (first.game_id, eastern(MONDAY, time(17)))

    runs = begin(tmp_path, league).due(Days.only(MONDAY))

    assert second.tipoff_at - LAST_CALL == eastern(MONDAY, time(21, 45))
    assert [moment for moment, job, _ in runs if job == "pregame"] == ["01-05 16:00", "01-05 21:00", "01-06 02:45"]


def test_the_summer_has_no_runs(tmp_path: Path) -> None:
    runs = begin(tmp_path, League(WEEK)).due(Days(date(2025, 6, 30), date(2025, 10, 1)))

    assert {day for _, _, day in runs} == {date(2025, 6, 30), date(2025, 10, 1)}


def test_days_replayed_equal_the_days_backfilled(whole: Life, lived: Life) -> None:
    assert lived.revisions(PREDICTIONS, OPENING) == [3, 3, 1]
    assert len(lived.hashes(OPENING)) == len(all_tables()) * len(OPENING)
    assert lived.hashes(OPENING) == whole.hashes(OPENING)
    assert sum(rows for rows, _ in lived.hashes(OPENING).values()) > 400
    assert lived.differs_from(whole, OPENING) == []
    assert lived.live(OPENING) == []


@pytest.mark.slow
def test_the_last_runs_of_a_weeks_days_make_the_week(whole: Life, tmp_path: Path) -> None:
    life = begin(copy_compiled(whole, tmp_path / "week"), LivelyLeague(WEEK))

    outcomes = life.live(WEEK, last_runs_only=True)

    assert [outcome for outcome in outcomes if outcome.exit_code] == []
    assert life.revisions(PREDICTIONS, WEEK) == [1] * 7
    assert life.hashes(WEEK) == whole.hashes(WEEK)


def test_a_table_that_uses_lines_from_after_the_last_call_is_named_by_day_and_column(
    whole: Life, lived: Life, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    peeking = begin(shutil.copytree(whole.home, tmp_path / "peeking"), LivelyLeague(WEEK))
    shutil.rmtree(peeking.home / "compiled")
    late = SimpleNamespace(**vars(slate) | {"last_call": slate.own_tipoff})
    monkeypatch.setattr(upcoming_player_game_context, "slate", late)
    with peeking.pipeline.open() as world:
        produce(table(CONTEXT), OPENING, world, run_id="peeking")

    (difference,) = lived.differs_from(peeking, OPENING)

    assert (difference.table, difference.game_date) == (CONTEXT, TUESDAY)
    assert difference.columns == {"points_line": 24, "points_line_mean": 24, "line_move": 24}
    assert (difference.only_here, difference.only_there) == (0, 0)


def test_rows_that_only_one_side_has_are_counted(whole: Life, tmp_path: Path) -> None:
    other = begin(shutil.copytree(whole.home, tmp_path / "other"), LivelyLeague(WEEK))
    other.pipeline.source.change("points_props", lambda rows: [rows[0] | {"bookmaker": "betmgm"}, *rows[1:]])
    with other.pipeline.open() as world:
        produce(table("points_props"), Days.only(MONDAY), world, run_id="another bookmaker")

    (difference,) = whole.differs_from(other, Days.only(MONDAY))

    assert difference.table == "nba_raw.points_props"
    assert (difference.only_here, difference.only_there, difference.columns) == (1, 1, {})


def test_a_day_that_one_side_cannot_prove_is_a_difference(whole: Life, tmp_path: Path) -> None:
    other = begin(shutil.copytree(whole.home, tmp_path / "other"), LivelyLeague(WEEK))
    with other.pipeline.open_engine() as engine:
        engine._rows("DELETE FROM nba_raw.schedule WHERE game_date = $1", [TUESDAY])

    (difference,) = whole.differs_from(other, WEEK)

    assert (difference.table, difference.game_date) == ("nba_raw.schedule", TUESDAY)
    assert difference.unproven == "there: its receipt proves 2 rows, it holds 0"


def test_days_that_neither_side_has_are_no_equality(whole: Life) -> None:
    found = whole.differs_from(whole, Days.only(date(2026, 1, 12)))

    assert {difference.unproven for difference in found} == {"here: it was never published"}
    assert len(found) == len(all_tables())


def test_days_that_a_backfill_made_cannot_be_lived_again(whole: Life) -> None:
    with pytest.raises(LivedOtherwise, match="3 days, 2026-01-05 to 2026-01-07, were published at a later moment"):
        whole.live(OPENING)


def test_a_table_that_is_new_since_a_day_was_lived_cannot_be_added_to_it(lived: Life, tmp_path: Path) -> None:
    home = begin(shutil.copytree(lived.home, tmp_path / "home"), LivelyLeague(WEEK))
    with home.pipeline.open_engine() as engine:
        engine._rows("DELETE FROM nba_reliability.receipts WHERE table_name = $1 AND game_date = $2", [CONTEXT, MONDAY])

    with pytest.raises(LivedOtherwise, match="1 days, 2026-01-05 to 2026-01-05, were published at a later moment"):
        home.live(OPENING)


@pytest.fixture
def league(monkeypatch: pytest.MonkeyPatch) -> LivelyLeague:
    """What the command gets instead of the configured source."""
    league = LivelyLeague(WEEK)
    monkeypatch.setattr(pipeline_module, "open_source", lambda _: league)
    return league


@pytest.fixture
def replay(whole: Life, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Command:
    monkeypatch.setenv("NBA_HOME", str(copy_compiled(whole, tmp_path / "home")))

    def invoke(first: date, last: date, *arguments: str) -> Result:
        return CliRunner().invoke(main, ["replay", "--start", f"{first}", "--end", f"{last}", *arguments])

    return invoke


def test_the_command_names_what_differs_and_fails(replay: Command, whole: Life, league: LivelyLeague) -> None:
    home_team = TEAMS[0]
    league.change("team_boxscores", lambda rows: [r | {"steals": 5} if r["team"] == home_team else r for r in rows])

    said = replay(MONDAY, MONDAY, "--last-runs-only", "--compare-with", str(whole.home), "--json")

    report = json.loads(said.stdout)
    assert (said.exit_code, report["status"], report["runs"]) == (1, "DIFFERENT", 2)
    assert report["differences"][0]["table"] == "nba_raw.team_boxscores"
    assert report["differences"][0]["game_date"] == "2026-01-05"
    assert report["differences"][0]["columns"] == {"steals": 1}


def test_the_command_says_where_it_stopped_and_the_next_one_goes_on_from_there(
    replay: Command, whole: Life, league: LivelyLeague
) -> None:
    arguments = ("--last-runs-only", "--no-record", "--compare-with", str(whole.home), "--json")
    league.outage_at = eastern(TUESDAY, time(10))
    stopped = replay(MONDAY, MONDAY, *arguments)
    league.outage_at = None
    resumed = replay(MONDAY, MONDAY, *arguments)

    report = json.loads(stopped.stdout)
    assert (stopped.exit_code, report["status"], report["runs"]) == (2, "FAILED", 1)
    assert (report["stopped"]["job"], report["stopped"]["day"]) == ("postgame", "2026-01-05")
    assert "the league is out of reach" in report["stopped"]["failures"][0]
    assert report["stopped"]["resume"] == "nba replay --start 2026-01-05 --end 2026-01-05 --last-runs-only"
    assert report["differences"] is None
    report = json.loads(resumed.stdout)
    assert (resumed.exit_code, report["status"]) == (0, "PASS")
    assert (report["runs"], report["runs_lived_before"], report["differences"]) == (1, 1, [])


def test_nothing_is_compared_with_a_home_that_lacks_the_days(replay: Command, whole: Life) -> None:
    said = replay(date(2026, 1, 20), date(2026, 1, 21), "--compare-with", str(whole.home))

    assert said.exit_code == 2
    assert "holds no published day of 2026-01-20 … 2026-01-21" in said.stderr


def test_a_frozen_clock_is_refused(replay: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NBA_NOW", "2026-01-05T06:00:00-05:00")

    said = replay(MONDAY, MONDAY)

    assert said.exit_code == 2
    assert "NBA_NOW freezes the clock, and a replay moves it: unset it" in said.stderr
