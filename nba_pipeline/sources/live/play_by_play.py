"""Where each player shot from in a game, by the play-by-play that the NBA CDN publishes of it.

It is believed where it adds up to the final boxscore: the same players, with the same makes and misses of twos and of
threes. A zone is the league's own word for the place of a shot, whatever the shot was worth: of a hundred games of an
archive, one to ten have a shot in which the two differ. A heave that misses is nobody's attempt, here and there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import pyarrow as pa

from nba_pipeline.sources.answers import ANSWERS, ZONES
from nba_pipeline.sources.base import Answer, SourceError
from nba_pipeline.sources.live import league_boxscores
from nba_pipeline.sources.live.league_boxscores import BOXSCORE
from nba_pipeline.sources.live.nodes import Node, opened

PLAY_BY_PLAY = "play_by_play"

_WORTH: Mapping[str, int] = {"2pt": 2, "3pt": 3}  # the `actionType` of a shot
_AREAS: Mapping[str, str] = {
    "Restricted Area": "restricted_area",
    "In The Paint (Non-RA)": "paint_non_ra",
    "Mid-Range": "mid_range",
    "Above the Break 3": "above_break_3",
    "Left Corner 3": "left_corner_3",
    "Right Corner 3": "right_corner_3",
    "Backcourt": "backcourt",
}
_RESULTS: Mapping[str, bool] = {"Made": True, "Missed": False}
_NAMED = 3  # who does not add up; the others are counted

Row = dict[str, Any]
Shooter: TypeAlias = tuple[str, int]  # his team and his id
Shots: TypeAlias = Counter[tuple[int, bool]]  # by what they were worth, and whether they went in


@dataclass(frozen=True)
class _Shot:
    shooter: Shooter
    worth: int
    zone: str
    made: bool


def rows(answers: Sequence[Answer]) -> pa.Table:
    """Everybody who shot, of each play-by-play that adds up to the boxscore of its game; both are among the answers."""
    boxscores = {_file_of(answer): answer for answer in answers if answer.kind == BOXSCORE}
    pairs = [(one, boxscores.get(_file_of(one))) for one in answers if one.kind == PLAY_BY_PLAY]
    whole = [plays for plays, boxscore in pairs if boxscore is not None and fault(plays, boxscore) is None]
    found = [row for plays in whole for row in _rows(plays)]
    return pa.Table.from_pylist(found, schema=ANSWERS["shot_zones"].to_pyarrow())


def fault(plays: Answer, boxscore: Answer) -> str | None:
    """Why a game's zones are not told by its play-by-play; None where it adds up to the final boxscore."""
    try:
        told = _by_shooter(_shots(plays))
        if not league_boxscores.is_over(boxscore):
            return f"{boxscore.uri} does not say that the game is over"
        sheet = [row for row in league_boxscores.player_rows([boxscore]).to_pylist() if row["fga"]]
    except SourceError as error:
        return f"{error}"
    counted = {(row["team"], row["player_id"]): _counted(row) for row in sheet}
    names = {(row["team"], row["player_id"]): row["player_name"] for row in sheet}
    differ = [
        f"{names.get(shooter, f'player {shooter[1]} of {shooter[0]}')} {_words(told.get(shooter))}, "
        f"by the boxscore {_words(counted.get(shooter))}"
        for shooter in sorted(told | counted)
        if told.get(shooter) != counted.get(shooter)
    ]
    if not differ:
        return None
    others = [f"{len(differ) - _NAMED} others"] if len(differ) > _NAMED else []
    return f"{plays.uri} does not add up to the boxscore: {'; '.join([*differ[:_NAMED], *others])}"


def _file_of(answer: Answer) -> str:
    """What the files of a game have in common, like `0022500578.json`."""
    return answer.uri.rpartition("_")[2]


def _rows(plays: Answer) -> Iterator[Row]:
    shots = list(_shots(plays))
    tried = Counter((shot.shooter, shot.zone) for shot in shots)
    made = Counter((shot.shooter, shot.zone) for shot in shots if shot.made)
    game = {"game_date": plays.days.first, "game_id": _file_of(plays).partition(".")[0]}
    for shooter in sorted({shot.shooter for shot in shots}):
        of_zones = {f"{zone}_fga": tried[shooter, zone] for zone in ZONES}
        of_zones |= {f"{zone}_fgm": made[shooter, zone] for zone in ZONES}
        yield {**game, "team": shooter[0], "player_id": shooter[1], **of_zones}


def _shots(plays: Answer) -> Iterator[_Shot]:
    """Raises SourceError for a play-by-play that is damaged, or of another game than was asked for."""
    game = opened(plays)["game"]
    game_id = game["gameId"].game_id()
    if f"_{game_id}." not in plays.uri:
        raise SourceError(f"{plays.uri} answered with the play-by-play of game {game_id}; ask again later")
    for action in game["actions"].each():
        kind = action["actionType"].text()
        if kind in _WORTH:
            yield _shot(action, _WORTH[kind])


def _shot(action: Node, worth: int) -> _Shot:
    area, result = action["area"], action["shotResult"]
    if area.text() not in _AREAS:
        raise area.wrong("a zone of the floor")
    if result.text() not in _RESULTS:
        raise result.wrong("Made or Missed")
    shooter = (action["teamId"].team(), action["personId"].whole())
    return _Shot(shooter, worth, _AREAS[area.text()], _RESULTS[result.text()])


def _by_shooter(shots: Iterator[_Shot]) -> dict[Shooter, Shots]:
    found: dict[Shooter, Shots] = {}
    for shot in shots:
        found.setdefault(shot.shooter, Counter())[shot.worth, shot.made] += 1
    return found


def _counted(row: Row) -> Shots:
    """What a player's boxscore counts."""
    made = {2: row["fgm"] - row["fg3m"], 3: row["fg3m"]}
    tried = {2: row["fga"] - row["fg3a"], 3: row["fg3a"]}
    return Counter({(worth, True): made[worth] for worth in made} | {(n, False): tried[n] - made[n] for n in made})


def _words(shots: Shots | None) -> str:
    if shots is None:
        return "no shots"
    twos, threes = (f"{shots[n, True]} of {shots[n, True] + shots[n, False]}" for n in (2, 3))
    return f"{twos} twos and {threes} threes"
