"""What sources do: games lost, doubled, misfiled, lines of something else, answers that are none."""

from __future__ import annotations

from nba_pipeline.drill.catchers import ByRule, Check
from nba_pipeline.drill.defects.base import (
    BOXSCORES,
    GRADES,
    PREDICTIONS,
    Defect,
    Stage,
    last_good,
    other_games,
    served,
)
from nba_pipeline.drill.rehearsal import Rehearsal
from nba_pipeline.sources.answers import ANSWERS

WRITTEN, CONTRACT = "write_verified", "contract_holds"


def _dropped_game(day: Rehearsal) -> None:
    day.misbehave("dropped_game")
    day.postgame()
    day.reconcile()


def _rosters_only(day: Rehearsal) -> None:
    day.misbehave("rosters_only")
    day.postgame()
    day.reconcile()


def _doubled_game(day: Rehearsal) -> None:
    day.misbehave("doubled_game")
    day.postgame()


def _misfiled_game(day: Rehearsal) -> None:
    day.misbehave("misfiled_game")
    day.postgame()


def _wrong_market(day: Rehearsal) -> None:
    day.misbehave("wrong_market")
    day.pregame()
    day.postgame()
    day.reconcile()


def _postponed(day: Rehearsal) -> None:
    day.misbehave("postponed_but_quoted")
    day.postgame()
    day.reconcile()


def _unresolved_name(day: Rehearsal) -> None:
    day.misbehave("unresolved_name")
    day.pregame()
    day.postgame()
    day.reconcile()


def _everything_down(day: Rehearsal) -> None:
    day.misbehave("outage")
    day.pregame()
    day.postgame()
    day.reconcile()
    if not any(row["day_state"] == "UNKNOWN" for row in day.stored(day.moments.day)):
        day.report("drill", "a day of which nothing is known was reconciled as if it were known")


def _no_answer(day: Rehearsal) -> None:
    day.misbehave("web_page", kind=BOXSCORES)
    day.misbehave("truncated_answer", kind="team_boxscores")
    day.postgame()


SOURCES = (
    Defect(
        1,
        "one game's boxscores are dropped",
        "the source leaves out one game",
        Stage.AFTERNOON,
        _dropped_game,
        (Check(BOXSCORES, CONTRACT, "1 games missing"), ByRule("A2")),
        other_games(BOXSCORES),
    ),
    Defect(
        2,
        "boxscores with rosters only",
        "the source knows the players of one game and nothing that they did",
        Stage.AFTERNOON,
        _rosters_only,
        (Check(BOXSCORES, CONTRACT, "rosters only"), ByRule("A2")),
        other_games(BOXSCORES),
    ),
    Defect(
        3,
        "a game twice, ids reversed",
        "the source tells one game again, its id reversed",
        Stage.AFTERNOON,
        _doubled_game,
        (Check(BOXSCORES, CONTRACT, "not on the day's schedule"),),
        served(BOXSCORES, GRADES),
    ),
    Defect(
        12,
        "lines of another market",
        "the source quotes rebounds for one game",
        Stage.MORNING,
        _wrong_market,
        (ByRule("D3-market"),),
        served(BOXSCORES),
    ),
    Defect(
        13,
        "a postponed game has predictions",
        "one game is called off after the last run before the games",
        Stage.AFTERNOON,
        _postponed,
        (ByRule("D4", says="postponed"),),
        other_games(BOXSCORES),
    ),
    Defect(
        15,
        "a 22:30 Pacific game filed under the next day",
        "the source files the latest game under the day after",
        Stage.AFTERNOON,
        _misfiled_game,
        (Check(BOXSCORES, CONTRACT, "missing"),),
        other_games(BOXSCORES),
    ),
    Defect(
        18,
        "a name that does not resolve",
        "no book can spell one player's name",
        Stage.MORNING,
        _unresolved_name,
        (ByRule("A6"),),
        served(BOXSCORES, PREDICTIONS),
    ),
    Defect(
        22,
        "everything is down",
        f"the source answers none of its {len(ANSWERS)} kinds, before and after the games",
        Stage.MORNING,
        _everything_down,
        (Check("schedule", WRITTEN), Check("schedule", CONTRACT, "does not answer")),
    ),
    Defect(
        33,
        "a truncated or HTML answer",
        "boxscores are a web page, team boxscores break off half-way",
        Stage.PLAYED,
        _no_answer,
        (Check(BOXSCORES, CONTRACT), Check("team_boxscores", CONTRACT)),
        last_good(BOXSCORES),
    ),
)
