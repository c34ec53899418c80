"""Each defect does what it says, where it says, until it says, and nothing else."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest

from nba_pipeline.game_day import Days, eastern
from nba_pipeline.names import player_lookup
from nba_pipeline.sources.answers import ANSWERS
from nba_pipeline.sources.base import SourceError
from nba_pipeline.sources.faults import DEFECTS, Fault, Strike
from nba_pipeline.sources.misbehaviour import MisbehavingSource
from nba_pipeline.sources.simulated.source import SimulatedSource

DAY = date(2025, 10, 24)
TOMORROW = DAY + timedelta(days=1)
TWO_DAYS = Days(DAY, TOMORROW)
LATER = eastern(DAY + timedelta(days=3), time(12))


@pytest.fixture
def struck(source):
    """A league with one fault: where it strikes, and its rows of a kind beside those of the league without it."""

    def league(name: str, **more) -> tuple[Strike, MisbehavingSource]:
        misbehaving = MisbehavingSource(source, [Fault(name, DAY, **more)])
        [strike] = misbehaving.strikes()
        return strike, misbehaving

    return league


@pytest.fixture
def compare(ask):
    def rows(source: MisbehavingSource, kind: str, as_of=LATER) -> tuple[list[dict], list[dict]]:
        return ask(kind, TWO_DAYS, as_of, source), ask(kind, TWO_DAYS, as_of)

    return rows


def of_game(rows: list[dict], strike: Strike) -> list[dict]:
    if "game_id" in rows[0] and rows[0]["game_id"]:
        return [row for row in rows if row["game_id"] == strike.game_id]
    return [row for row in rows if row["game_date"] == DAY and row["home_team"] == strike.teams[0]]


def others(rows: list[dict], strike: Strike) -> list[dict]:
    own = of_game(rows, strike)
    return [row for row in rows if row not in own]


def test_a_dropped_game_has_no_boxscores(struck, compare):
    strike, source = struck("dropped_game")

    for kind in ("player_boxscores", "team_boxscores"):
        rows, right = compare(source, kind)
        assert of_game(right, strike)
        assert rows == others(right, strike)


def test_rosters_only_leave_nothing_of_what_the_players_did(struck, compare):
    strike, source = struck("rosters_only")

    rows, right = compare(source, "player_boxscores")

    stripped, whole = of_game(rows, strike), of_game(right, strike)
    assert [row["player_id"] for row in stripped] == [row["player_id"] for row in whole]
    assert {(row["status"], row["minutes"], row["points"]) for row in stripped} == {("INACTIVE", None, None)}
    assert others(rows, strike) == others(right, strike)


def test_a_doubled_game_stands_there_again_with_its_id_reversed(struck, compare):
    strike, source = struck("doubled_game")

    rows, right = compare(source, "player_boxscores")

    twin = [row | {"game_id": strike.game_id} for row in rows if row["game_id"] == strike.game_id[::-1]]
    assert twin == of_game(right, strike)
    assert len(rows) == len(right) + len(twin)


def test_in_game_odds_only_leave_no_quote_from_before_the_tipoff(struck, compare):
    strike, source = struck("in_game_odds_only")

    rows, right = compare(source, "points_props")

    tipoff = strike.tipoff_at
    left = of_game(rows, strike)
    assert left == [row for row in of_game(right, strike) if row["snapshot_at"] >= tipoff]
    assert left
    assert others(rows, strike) == others(right, strike)


def test_quotes_in_play_are_told_once_the_game_is_on(struck, compare):
    strike, source = struck("quotes_in_play")
    an_hour_in = strike.tipoff_at + timedelta(hours=1)

    rows, right = compare(source, "points_props")
    before, right_before = compare(source, "points_props", an_hour_in)

    quoted = {(row["player_name"], row["line"]) for row in of_game(right, strike)}
    in_play = of_game(rows, strike)[len(of_game(right, strike)) :]
    assert of_game(rows, strike) == [*of_game(right, strike), *in_play]
    assert {(row["snapshot_at"], row["snapshot_known"]) for row in in_play} == {(an_hour_in, True)}
    assert len(in_play) == len(of_game(right, strike)) > 0
    assert [row for row in in_play if (row["player_name"], row["line"]) not in quoted]
    assert others(rows, strike) == others(right, strike)
    assert before == right_before


def test_lines_of_the_wrong_market_are_far_below(struck, compare):
    strike, source = struck("wrong_market")

    rows, right = compare(source, "points_props")

    wrong, points = of_game(rows, strike), of_game(right, strike)
    assert sum(row["line"] for row in wrong) < 0.5 * sum(row["line"] for row in points)
    assert all((row["line"] * 2).is_integer() and row["line"] > 0 for row in wrong)
    assert others(rows, strike) == others(right, strike)


def test_a_game_that_is_called_off_is_quoted_and_never_played(struck, compare):
    strike, source = struck("postponed_but_quoted")
    morning = strike.first_tipoff - timedelta(hours=6)

    before, _ = compare(source, "schedule", morning - timedelta(minutes=1))
    after, _ = compare(source, "schedule", morning)
    [in_the_end] = of_game(compare(source, "schedule")[0], strike)

    assert [row["postponed"] for row in (*of_game(before, strike), *of_game(after, strike))] == [False, True]
    assert (in_the_end["status"], in_the_end["home_score"], in_the_end["postponed"]) == ("UPCOMING", None, True)
    for kind in ("player_boxscores", "team_boxscores", "shot_zones"):
        rows, right = compare(source, kind)
        assert rows == others(right, strike)
    quotes, right = compare(source, "points_props")
    assert quotes == right
    assert [row for row in of_game(quotes, strike) if row["snapshot_at"] > morning]


def test_a_broken_name_resolves_to_nobody(struck, compare):
    strike, source = struck("unresolved_name")

    rows, right = compare(source, "points_props")

    lookup = player_lookup(strike.player_name)
    today = [row for row in right if row["game_date"] == DAY]
    quoted = [row for row in today if row["player_lookup"] == lookup]
    assert len(quoted) > 3
    assert lookup not in {row["player_lookup"] for row in rows if row["game_date"] == DAY}
    broken = [row for row, spelled in zip(rows, right, strict=True) if row != spelled]
    assert len(broken) == len(quoted)
    assert not {row["player_lookup"] for row in broken} & {row["player_lookup"] for row in right}


def test_a_misfiled_game_stands_under_the_next_day(struck, compare, ask):
    strike, source = struck("misfiled_game")

    rows, right = compare(source, "player_boxscores")

    late = of_game(rows, strike)
    assert [row | {"game_date": DAY} for row in late] == of_game(right, strike)
    assert {row["game_date"] for row in late} == {TOMORROW}
    assert of_game(ask("player_boxscores", Days.only(DAY), LATER, source), strike) == []
    assert of_game(ask("player_boxscores", Days.only(TOMORROW), LATER, source), strike) == late


def test_a_misattributed_basket_is_corrected_days_later(struck, compare):
    corrected = eastern(DAY + timedelta(days=2), time(12))
    strike, source = struck("misattributed_basket", until=corrected)

    rows, right = compare(source, "player_boxscores", corrected - timedelta(minutes=1))

    changes = {
        row["player_id"]: row["points"] - other["points"]
        for row, other in zip(rows, right, strict=True)
        if row != other
    }
    assert changes.pop(strike.player_id) == -2
    assert list(changes.values()) == [2]
    rows, right = compare(source, "player_boxscores", corrected)
    assert rows == right


def test_a_fault_with_an_end_is_mended_then(struck, compare):
    mended = eastern(TOMORROW, time(11))
    strike, source = struck("dropped_game", until=mended)

    rows, right = compare(source, "team_boxscores", mended - timedelta(minutes=1))
    assert rows == others(right, strike)
    rows, right = compare(source, "team_boxscores", mended)
    assert rows == right


@pytest.mark.parametrize("name", ["truncated_answer", "web_page"])
def test_a_spoiled_answer_cannot_be_parsed(struck, name):
    _, source = struck(name, kind="team_boxscores")

    answers = source.fetch("team_boxscores", TWO_DAYS, LATER)

    with pytest.raises(SourceError, match="team_boxscores/2025-26 for 2025-10-24 … 2025-10-25 is not Parquet"):
        source.parse("team_boxscores", answers)
    assert source.parse("schedule", source.fetch("schedule", TWO_DAYS, LATER)).num_rows
    [next_day] = source.fetch("team_boxscores", Days.only(TOMORROW), LATER)
    assert source.parse("team_boxscores", [next_day]).num_rows


def test_an_outage_lasts_until_its_end(struck):
    _, source = struck("outage", until=LATER)

    with pytest.raises(SourceError, match="does not answer on points_props of 2025-10-24; try again later"):
        source.fetch("points_props", Days.only(DAY), LATER - timedelta(minutes=1))
    assert source.fetch("points_props", Days.only(TOMORROW), LATER - timedelta(minutes=1))
    assert source.fetch("points_props", Days.only(DAY), LATER)


@pytest.mark.parametrize("name", sorted(DEFECTS))
def test_a_defect_leaves_other_kinds_and_days_alone(struck, ask, name):
    _, source = struck(name)
    untouched = [kind for kind in ANSWERS if kind not in DEFECTS[name].kinds]
    later = Days(TOMORROW + timedelta(days=1), TOMORROW + timedelta(days=2))

    for kind in untouched:
        assert ask(kind, Days.only(DAY), LATER, source) == ask(kind, Days.only(DAY), LATER)
    for kind in ("schedule", "team_boxscores"):
        assert ask(kind, later, LATER, source) == ask(kind, later, LATER)


def test_a_strike_tells_what_is_hit(struck):
    strike, source = struck("dropped_game")

    home, away = strike.teams
    assert str(strike) == (
        f"dropped_game on 2025-10-24, {away} at {home} ({strike.game_id}), {strike.player_name}: "
        "the boxscores of one game are missing"
    )
    assert source.describe().endswith("seed 7, seasons from 2015-16 on, 1 faults")


def test_a_fault_that_cannot_be_is_refused():
    with pytest.raises(ValueError, match="no defect is named 'gremlins'; known: dropped_game, "):
        Fault("gremlins", DAY)
    with pytest.raises(ValueError, match="dropped_game does not concern schedule; it does player_boxscores"):
        Fault("dropped_game", DAY, kind="schedule")
    with pytest.raises(ValueError, match="dropped_game cannot strike on 2025-10-03: no games were played then"):
        MisbehavingSource(SimulatedSource(7), [Fault("dropped_game", date(2025, 10, 3))]).strikes()
