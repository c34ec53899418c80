"""The regular season that a source tells, as one frame per kind of answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta

import pandas as pd

from nba_pipeline.game_day import Days, eastern
from nba_pipeline.sources.answers import conform
from nba_pipeline.sources.base import Source


@dataclass(frozen=True)
class Season:
    """The regular season as a source tells it; a frame has no rows where the source does not tell."""

    games: pd.DataFrame
    sides: pd.DataFrame  # game x team
    played: pd.DataFrame  # game x player who appeared, in order of days
    absent: pd.DataFrame  # game x player on the roster who did not
    teams: pd.DataFrame
    zones: pd.DataFrame
    quotes: pd.DataFrame  # game x player x book: the last quote before tip-off
    lines: pd.DataFrame  # game x player with a line: the books' median, and his points if he played
    game_lines: pd.DataFrame  # game: the mean of the books' last lines before tip-off
    injuries: pd.DataFrame  # game x player on the report: the last word before tip-off


def long_after(days: Days) -> datetime:
    """When everything is known of the days, and corrected."""
    return eastern(days.last + timedelta(days=30), time(12))


def load(source: Source, days: Days) -> Season:
    """Everything the source tells of the days long after them. Raises SourceError."""

    def rows(kind: str) -> pd.DataFrame:
        frame = conform(kind, source.parse(kind, source.fetch(kind, days, long_after(days)))).to_pandas()
        return frame.assign(game_date=pd.to_datetime(frame["game_date"]))

    schedule = rows("schedule")
    of_season = (schedule["season_type"] == "Regular Season") & (schedule["status"] == "FINAL")
    games = schedule[of_season & ~schedule["postponed"]].sort_values(["game_date", "game_id"])
    games = games.assign(margin=games["home_score"] - games["away_score"])
    sides = _sides(games)

    def of_games(kind: str) -> pd.DataFrame:
        return rows(kind).merge(games[["game_id"]], on="game_id")

    boxscores = of_games("player_boxscores").sort_values(["game_date", "game_id", "team", "player_id"])
    # whole minutes, as the older seasons of the archive tell them
    boxscores["minutes"] = boxscores["minutes"].round()
    appeared = boxscores["status"] == "PLAYED"
    played = boxscores[appeared].reset_index(drop=True)
    quotes = _last_quotes(rows("points_props"), games, sides)
    return Season(
        games=games,
        sides=sides,
        played=played,
        absent=boxscores[~appeared],
        teams=of_games("team_boxscores"),
        zones=of_games("shot_zones"),
        quotes=quotes,
        lines=_lines(quotes, played),
        game_lines=_closing(rows("game_lines"), games),
        injuries=_last_reports(rows("injury_report"), games, sides),
    )


def _sides(games: pd.DataFrame) -> pd.DataFrame:
    """Game x team, with the team's margin."""
    common = ["game_date", "game_id", "margin"]
    home = games[[*common, "home_team"]].rename(columns={"home_team": "team"})
    away = games[[*common, "away_team"]].rename(columns={"away_team": "team"})
    sides = pd.concat([home, away.assign(margin=-away["margin"])], ignore_index=True)
    return sides.sort_values(["team", "game_date"], ignore_index=True)


def _before_tipoff(rows: pd.DataFrame, moment: str, games: pd.DataFrame) -> pd.DataFrame:
    rows = rows.merge(games[["game_id", "tipoff_at"]], on="game_id")
    return rows[rows["tipoff_at"].isna() | (rows[moment] < rows["tipoff_at"])]


def _last_quotes(props: pd.DataFrame, games: pd.DataFrame, sides: pd.DataFrame) -> pd.DataFrame:
    """One market quote per game, player and book; of several lines at once the most balanced one."""
    market = props[props["book_type"] != "dfs"].drop(columns="game_id")
    team = market["home_team"].fillna(market["away_team"])
    placed = market.assign(team=team).merge(sides[["game_date", "team", "game_id"]], on=["game_date", "team"])
    known = _before_tipoff(placed, "snapshot_at", games)
    over, under = _implied(known["over_price"]), _implied(known["under_price"])
    known = known.assign(no_vig=over / (over + under), margin=over + under - 1)
    known["imbalance"] = (known["no_vig"] - 0.5).abs().round(4).fillna(1)
    known = known.sort_values(["snapshot_at", "imbalance", "line"], ascending=[False, True, True], kind="stable")
    return known.drop_duplicates(["game_id", "player_lookup", "bookmaker"])


def _implied(price: pd.Series) -> pd.Series:
    """The probability, margin included, that an American price pays for; none between -100 and 100."""
    american = price.where(price.abs() >= 100)
    return american.abs().where(american < 0, 100.0).where(american.notna()) / (american.abs() + 100)


def _lines(quotes: pd.DataFrame, played: pd.DataFrame) -> pd.DataFrame:
    """Beside line and points: the mean of the player's season, and of his earlier games if he has five."""
    key = ["game_id", "player_lookup"]
    by_player = played.groupby("player_id")["points"]
    earlier = by_player.cumcount()
    results = played[[*key, "points"]].assign(
        season_mean=by_player.transform("mean"),
        mean_before=(by_player.cumsum() - played["points"]) / earlier.where(earlier >= 5),
    )
    lines = quotes.groupby(key, as_index=False)["line"].median()
    # a name that never stands in a boxscore is a spelling, and no late scratch
    known = lines[lines["player_lookup"].isin(played["player_lookup"])]
    return known.merge(results, on=key, how="left")


def _closing(lines: pd.DataFrame, games: pd.DataFrame) -> pd.DataFrame:
    scores = games[["game_date", "game_id", "home_team", "away_team", "margin", "home_score", "away_score"]]
    known = _before_tipoff(lines.merge(scores, on=["game_date", "home_team", "away_team"]), "quoted_at", games)
    last = known.sort_values("quoted_at", kind="stable").drop_duplicates(["game_id", "bookmaker"], keep="last")
    # a few lines of the archive are mis-keyed: a total of 3, a spread of 31
    last["total"] = last["total"].where(last["total"].between(150, 300))
    last["home_spread"] = last["home_spread"].where(last["home_spread"].abs() < 30)
    return last.groupby("game_id")[["home_spread", "total", "margin", "home_score", "away_score"]].mean()


def _last_reports(reports: pd.DataFrame, games: pd.DataFrame, sides: pd.DataFrame) -> pd.DataFrame:
    named = reports[reports["player_lookup"] != ""]
    placed = named.merge(sides[["game_date", "team", "game_id"]], on=["game_date", "team"])
    known = _before_tipoff(placed, "report_at", games).sort_values("report_at", kind="stable")
    return known.drop_duplicates(["game_id", "player_lookup"], keep="last")
