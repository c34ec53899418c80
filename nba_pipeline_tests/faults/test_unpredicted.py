"""Who has no prediction or no line: `nba predictions` says why in a word, and of an empty day what its receipt says."""

from __future__ import annotations

import json

import pytest
from league_desk import FIRST, Desk
from test_scores import YESTERDAY, Nba, lose_a_row, nba  # noqa: F401  # the fixture

from nba_pipeline.game_day import Days
from nba_pipeline.production import produce
from nba_pipeline.registry import table
from nba_pipeline.reliability.ledger import keep
from nba_pipeline.sources.base import Unanswered

HISTORY = "nba_analytics.upcoming_player_game_context: none of the day's teams has played before: history begins here"
STRANGER = "a line or the injury report names him, and the name is nobody's for certain"


@pytest.fixture
def slate(nba: Nba) -> Nba:  # noqa: F811
    """The predictions of the recorded league's last day."""
    return lambda *arguments: nba("predictions", "--date", f"{YESTERDAY}", *arguments)


def make_again(desk: Desk, *names: str) -> None:
    """Tables of the last day, and then its ledger."""
    with desk.pipeline.open() as world:
        for name in names:
            assert produce(table(name), Days.only(YESTERDAY), world, "again").refused == {}
        keep(world.engine, world.clock, Days.only(YESTERDAY), "again")


def rename(desk: Desk) -> None:
    """Every book writes a player so that nobody is found for it."""
    own = {"player_name": "Nobody Knows", "player_lookup": "nobodyknows"}
    desk.league.change("points_props", lambda rows: [r | own if r["player_name"] == "Bos Playera" else r for r in rows])
    make_again(desk, "points_props", "upcoming_player_game_context")


def test_who_has_no_line_is_counted_by_the_word(slate: Nba):
    said, document = slate(), json.loads(slate("--json").stdout)

    assert "Without a line: 12 no_line\n" in said.stdout
    assert "Without a prediction" not in said.stdout
    assert {(one["reason"]) for one in document["unlined"]} == {"no_line"}
    assert len(document["unlined"]) == 12
    assert (document["unpredicted"], document["unlined_because"], document["empty"]) == ([], [], None)


def test_a_name_that_is_nobodys_is_without_a_prediction_for_that_reason(desk: Desk, slate: Nba):
    rename(desk)

    said = slate()

    assert f"Without a prediction: nobodyknows (unresolved_name). See: nba ledger --date {YESTERDAY}\n" in said.stdout
    assert "Without a line: 13 no_line, 1 unresolved_name\n" in said.stdout
    assert json.loads(slate("--json").stdout)["unpredicted"] == [
        {"player_name": "nobodyknows", "team": None, "reason": "unresolved_name"}
    ]


def test_one_who_is_without_a_prediction_is_answered_with_the_ledgers_word(desk: Desk, slate: Nba):
    rename(desk)

    said = slate("--player", "Nobody Knows")

    assert said.exit_code == 0, said.output
    assert f"nobodyknows is without a prediction: unresolved_name, {STRANGER}\n" in said.stdout
    document = json.loads(slate("--player", "Nobody Knows", "--explain", "--json").stdout)
    assert (document["predictions"], document["explanations"]) == ([], [])
    assert document["unpredicted"] == [{"player_name": "nobodyknows", "team": None, "reason": "unresolved_name"}]


def test_one_who_has_a_prediction_and_no_line_is_told_what_the_word_means(slate: Nba):
    said = slate("--player", "Bos Playerg")

    assert "Bos Playerg is without a line: no_line, no bookmaker quoted him before the day's last call\n" in said.stdout
    assert "without a prediction" not in said.stdout


def test_lines_that_the_source_cannot_have_are_told_with_the_reason_wherever_a_line_is_missing(
    desk: Desk, slate: Nba, monkeypatch: pytest.MonkeyPatch
):
    lost = desk.league.games(YESTERDAY)[0]
    part = Unanswered(YESTERDAY, f"the points lines of {lost.away} at {lost.home}", "HTTP 500")
    desk.league.leave_unanswered("points_props", lost, part)
    with desk.pipeline.open() as world:
        accepted = "its lines are lost"
        produce(table("points_props"), Days.only(YESTERDAY), world, "again", accept_shrink=accepted)
    make_again(desk, "upcoming_player_game_context", "ml_feature_store_v2", "player_form", "player_prop_predictions")

    said, document = slate(), json.loads(slate("--json").stdout)

    assert "Without a line: 18 lines_not_had, 6 no_line\nnba_raw.points_props: HTTP 500\n" in said.stdout
    reasons = {(row["game_id"] == lost.game_id, row["reason"]) for row in document["predictions"] if not row["line"]}
    assert reasons == {
        (True, "lines_not_had"), (True, "too_little_history"), (False, "no_line"), (False, "too_little_history"),
    }  # fmt: skip
    assert document["unlined_because"] == ["nba_raw.points_props: HTTP 500"]


def test_a_ledger_that_is_not_proven_is_said_to_tell_nothing(desk: Desk, slate: Nba):
    lose_a_row(desk, "nba_reliability.player_ledger", YESTERDAY)

    said, document = slate(), json.loads(slate("--json").stdout)

    assert "Who is without a prediction or a line, and why, is not known: There is no verified ledger" in said.stdout
    assert (document["unpredicted"], document["unlined"]) == (None, None)
    assert document["ledger_unverified"].startswith(f"There is no verified ledger of {YESTERDAY}: its receipt proves")
    unknown = slate("--player", "Nobody Knows")
    assert "; the ledger tells of nobody: There is no verified ledger" in " ".join(unknown.stderr.split())


def test_a_day_with_games_of_whose_players_nobody_knows_is_no_day_without_games(nba: Nba):  # noqa: F811
    said = nba("predictions", "--date", f"{FIRST}")

    assert f"No predictions for {FIRST}: {HISTORY}\n" in said.stdout
    assert "No games" not in said.stdout
    assert json.loads(nba("predictions", "--date", f"{FIRST}", "--json").stdout)["empty"].endswith(HISTORY)


def test_a_day_without_games_and_one_in_the_summer_say_so(nba: Nba):  # noqa: F811
    rest, summer = nba("predictions", "--date", "2026-01-07"), nba("predictions", "--date", "2025-08-01")

    assert rest.stdout == "No games, no predictions for 2026-01-07: no games are scheduled\n"
    assert summer.stdout == "No games, no predictions for 2025-08-01: off-season\n"
