"""A player's earlier games, each with how it stood before it: the opponent's defence, his rest, his form."""

from __future__ import annotations

import pandas as pd

from nba_pipeline.statuses import PlayerStatus

COLUMNS = ["game_date", "game_id", "player_id", "opponent", "is_home", "status", "points"]

OPPONENT_GAMES = 15
FORM_GAMES = 5
MOST_REST = 3  # days; more makes no difference


def appearances(past: pd.DataFrame) -> pd.DataFrame:
    """One row per game that a player appeared in: points, is_home, and before it

    - allowed: points a game that the opponent allowed in its last games
    - rest: full days since his game before, at most three
    - form: mean of his last five games
    """
    played = past.loc[past["status"] == PlayerStatus.PLAYED, COLUMNS]
    games = played.sort_values(["player_id", "game_date", "game_id"], ignore_index=True)
    games = games.assign(game_date=pd.to_datetime(games["game_date"]), points=games["points"].astype(float))
    of_player = games.groupby("player_id")
    games["rest"] = ((games["game_date"] - of_player["game_date"].shift()).dt.days - 1).clip(upper=MOST_REST)
    games["form"] = _mean_of_last(FORM_GAMES, games, "player_id").groupby(games["player_id"]).shift()
    allowed = _allowed(games)
    games["allowed"] = games.merge(allowed, on=["opponent", "game_date"], how="left")["before"].to_numpy()
    return games[["player_id", "game_date", "opponent", "is_home", "points", "allowed", "rest", "form"]]


def as_of(rows: pd.DataFrame, games: pd.DataFrame) -> pd.DataFrame:
    """Rows of game_date, player_id, opponent and is_home, in their index, with `allowed`, `rest` and `form` before."""
    rows = rows.assign(game_date=pd.to_datetime(rows["game_date"]), row=rows.index).sort_values("game_date")
    then = games.sort_values("game_date", kind="stable", ignore_index=True)
    form = _mean_of_last(FORM_GAMES, then, "player_id")
    latest = then[["player_id", "game_date"]].assign(last=then["game_date"], form=form)
    known = pd.merge_asof(rows, latest, on="game_date", by="player_id", allow_exact_matches=False)
    known["rest"] = ((known["game_date"] - known.pop("last")).dt.days - 1).clip(upper=MOST_REST)
    allowed = _allowed(games).sort_values("game_date")[["opponent", "game_date", "after"]]
    known = pd.merge_asof(known, allowed, on="game_date", by="opponent", allow_exact_matches=False)
    known.index = pd.Index(known.pop("row"), name=None)
    return known.rename(columns={"after": "allowed"})


def _allowed(games: pd.DataFrame) -> pd.DataFrame:
    """Per opponent and day: the mean of points that it allowed in its last games, `before` that day's and `after`."""
    scored = games.groupby(["opponent", "game_date"])["points"].sum().reset_index().sort_values("game_date")
    mean = _mean_of_last(OPPONENT_GAMES, scored, "opponent")
    return scored.assign(after=mean, before=mean.groupby(scored["opponent"]).shift())


def _mean_of_last(count: int, games: pd.DataFrame, whose: str) -> pd.Series:
    """Of each game, the mean of points of it and those before it of the same player or opponent; in order of time."""
    mean: pd.Series = games.groupby(whose)["points"].rolling(count, min_periods=1).mean().droplevel(0)
    return mean
