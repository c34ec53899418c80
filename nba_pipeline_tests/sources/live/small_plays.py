"""Play-by-plays in the format of the NBA CDN: of given shots, and invented ones that add up to a boxscore."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

Json = dict

AREAS: Mapping[str, str] = {
    "restricted_area": "Restricted Area",
    "paint_non_ra": "In The Paint (Non-RA)",
    "mid_range": "Mid-Range",
    "above_break_3": "Above the Break 3",
    "left_corner_3": "Left Corner 3",
    "right_corner_3": "Right Corner 3",
    "backcourt": "Backcourt",
}
_THREES = ("above_break_3", "left_corner_3", "right_corner_3", "backcourt")


@dataclass(frozen=True)
class Shots:
    """A player's shots from a zone: how many went in of how many."""

    team_id: int
    player_id: int
    zone: str
    made: int
    tried: int


def play_by_play(game_id: str, shots: Iterable[Shots]) -> bytes:
    """A game with these shots, and with what else there is that is none of a player's."""
    told = [action for of in shots for action in _actions(of)]
    start, end = _of_nobody("period", subType="start"), _of_nobody("game", subType="end", description="Game End")
    heave = _of_nobody("heave", area="Above the Break 3", areaDetail="24+ Center", shotDistance=52.1)
    numbered = [
        action | {"actionNumber": number, "orderNumber": number * 10_000}
        for number, action in enumerate([start, *told, heave, end], start=2)
    ]
    return json.dumps({"meta": {"version": 1, "code": 200}, "game": {"gameId": game_id, "actions": numbered}}).encode()


def plays_of(boxscore: bytes) -> bytes:
    """The twos that went in came from under the basket, the others from mid-range; the threes from above the break."""
    game = json.loads(boxscore)["game"]
    sides = (game["homeTeam"], game["awayTeam"])
    shots = [of for side in sides for player in side["players"] for of in _shots_of(side["teamId"], player)]
    return play_by_play(game["gameId"], shots)


def _shots_of(team_id: int, player: Json) -> list[Shots]:
    told = player["statistics"]
    made, threes_made = told["fieldGoalsMade"], told["threePointersMade"]
    tried, threes = told["fieldGoalsAttempted"], told["threePointersAttempted"]
    twos_made = made - threes_made
    return [
        Shots(team_id, player["personId"], "restricted_area", twos_made, twos_made),
        Shots(team_id, player["personId"], "mid_range", 0, tried - threes - twos_made),
        Shots(team_id, player["personId"], "above_break_3", threes_made, threes),
    ]


def _actions(of: Shots) -> list[Json]:
    shot = {
        "actionType": "3pt" if of.zone in _THREES else "2pt",
        "subType": "Jump Shot",
        "teamId": of.team_id,
        "personId": of.player_id,
        "area": AREAS[of.zone],
        "isFieldGoal": 1,
    }
    return [shot | {"shotResult": "Made" if number < of.made else "Missed"} for number in range(of.tried)]


def _of_nobody(kind: str, **more: object) -> Json:
    return {"actionType": kind, "personId": 0, "isFieldGoal": 0, **more}
