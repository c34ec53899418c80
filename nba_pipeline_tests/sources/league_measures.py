"""The figures of a regular season: calendar, results, teams, players, rosters, zones, lines, injuries.

A figure comes with the slack that a league may have beyond what real seasons differ by among themselves.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

import pandas as pd
from league_season import Season

from nba_pipeline.sources.answers import ZONES

# Which real seasons speak for a figure, of those that tell it.
EVERY = (2021, 2022, 2023, 2024, 2025)
OVER = (2021, 2022, 2023, 2024)  # what takes a whole season: the archive ends within 2025-26
BROAD = (2024, 2025)  # lines on everybody who plays much; of earlier seasons the archive holds the stars' alone

# The zones by which shots are told apart; heaves from the backcourt, 0.2 % of the shots, count in the sum only.
_COURT = {
    "restricted_area": ["restricted_area"],
    "paint_non_ra": ["paint_non_ra"],
    "mid_range": ["mid_range"],
    "above_break_3": ["above_break_3"],
    "corner_3": ["left_corner_3", "right_corner_3"],
}


class Slack(Enum):
    """What a league may differ by beyond the seasons' own differences: absolute, and of the figure's size."""

    LEVEL = (0.0, 0.05, "a twentieth")
    TAIL = (0.0, 0.10, "a tenth, because few rows decide it")
    SHARE = (0.02, 0.0, "two percentage points")
    RARE = (0.01, 0.0, "one percentage point")
    CORRELATION = (0.05, 0.0, "0.05, the noise of a correlation within a season")
    POINT = (1.0, 0.0, "one point, the step of a quantile of points")
    MARGIN = (0.5, 0.0, "half a point, the standard error of a season's mean margin")
    EDGE = (0.1, 0.0, "0.1 points, the noise of a difference of two mean errors")
    BIAS = (0.15, 0.0, "0.15 points, three standard errors of a season's mean error")
    COUNT = (2.0, 0.0, "two")
    MONTH_SHARE = (0.15, 0.0, "fifteen percentage points, because less than a month of reports decides it")
    MONTH_LEVEL = (0.0, 0.40, "two fifths, because less than a month of reports decides it")

    def of(self, value: float) -> float:
        absolute, relative, _ = self.value
        return absolute + relative * abs(value)

    @property
    def words(self) -> str:
        return self.value[2]


@dataclass(frozen=True)
class Figure:
    """A number that describes a season, in the unit of its column; shares and percentages are 0 to 1."""

    name: str
    value: float
    slack: Slack
    seasons: Sequence[int] = EVERY


def _quantiles(name: str, values: pd.Series, slack: Slack, seasons: Sequence[int] = EVERY) -> Iterator[Figure]:
    for percent in (10, 50, 90, 99):
        yield Figure(f"{name}_q{percent}", values.quantile(percent / 100), slack, seasons)


def _autocorrelations(name: str, played: pd.DataFrame, column: str) -> Iterator[Figure]:
    """Lag 1 over a player's consecutive appearances, raw and within the player (20 games or more)."""
    by_player = played.groupby("player_id")[column]
    regular = by_player.transform("size") >= 20
    yield Figure(f"{name}_autocorrelation", played[column].corr(by_player.shift(1)), Slack.CORRELATION)
    own = (played[column] - by_player.transform("mean"))[regular]
    within = own.corr(own.groupby(played["player_id"]).shift(1))
    yield Figure(f"{name}_autocorrelation_within_player", within, Slack.CORRELATION, OVER)


def calendar(season: Season) -> Iterator[Figure]:
    sides, a_day = season.sides, season.games.groupby("game_date").size()
    rest = (sides.groupby("team")["game_date"].diff().dt.days - 1).dropna()
    for days in (0, 1, 2):
        yield Figure(f"rest_{days}_days_share", (rest == days).mean(), Slack.SHARE)
    yield Figure("rest_3_days_or_more_share", (rest >= 3).mean(), Slack.SHARE)
    yield Figure("back_to_backs_per_team", (rest == 0).sum() / sides["team"].nunique(), Slack.COUNT, OVER)
    yield Figure("longest_rest_of_the_league", a_day.index.to_series().diff().dt.days.max() - 1, Slack.COUNT, OVER)
    yield Figure("games_per_team", sides.groupby("team").size().mean(), Slack.RARE, OVER)
    yield Figure("teams", sides["team"].nunique(), Slack.RARE)
    yield Figure("game_days", len(a_day), Slack.LEVEL, OVER)
    yield Figure("games_per_day_mean", a_day.mean(), Slack.LEVEL)
    yield Figure("games_per_day_max", a_day.max(), Slack.COUNT, OVER)


def results(season: Season) -> Iterator[Figure]:
    games, by_team = season.games, season.sides.groupby("team")["margin"]
    yield Figure("home_win_share", (games["margin"] > 0).mean(), Slack.SHARE)
    yield Figure("home_margin_mean", games["margin"].mean(), Slack.MARGIN)
    yield Figure("margin_std", games["margin"].std(), Slack.LEVEL)
    scores = pd.concat([games["home_score"], games["away_score"]])
    yield Figure("team_points_mean", scores.mean(), Slack.LEVEL)
    yield Figure("team_points_std", scores.std(), Slack.LEVEL)
    yield Figure("game_total_std", (games["home_score"] + games["away_score"]).std(), Slack.LEVEL)
    yield Figure("team_win_share_std", by_team.agg(lambda margin: (margin > 0).mean()).std(), Slack.TAIL, OVER)
    yield Figure("team_mean_margin_std", by_team.mean().std(), Slack.TAIL, OVER)


def teams(season: Season) -> Iterator[Figure]:
    totals, played = season.teams, season.played
    per_game = played.groupby(["game_id", "team"]).agg(players=("player_lookup", "size"), minutes=("minutes", "sum"))
    # whole minutes add up to within 5 of a game's 240, or of the 265 with an overtime
    overtime = per_game["minutes"].groupby("game_id").mean() > 252.5
    yield Figure("overtime_share", overtime.mean(), Slack.RARE)
    yield Figure("players_per_team_game_mean", per_game["players"].mean(), Slack.LEVEL)
    yield Figure("players_per_team_game_std", per_game["players"].std(), Slack.TAIL)
    sums = totals.sum(numeric_only=True)
    attempts = sums["fga"] + 0.44 * sums["fta"]
    yield Figure("true_shooting", sums["points"] / (2 * attempts), Slack.RARE)
    yield Figure("field_goal_percentage", sums["fgm"] / sums["fga"], Slack.RARE)
    yield Figure("three_point_percentage", sums["fg3m"] / sums["fg3a"], Slack.RARE)
    yield Figure("free_throw_percentage", sums["ftm"] / sums["fta"], Slack.SHARE)
    yield Figure("three_point_share_of_shots", sums["fg3a"] / sums["fga"], Slack.SHARE)
    yield Figure("free_throws_per_shot", sums["fta"] / sums["fga"], Slack.SHARE)
    possessions = (attempts - sums["oreb"] + sums["turnovers"]) / len(totals)
    yield Figure("team_possessions_mean", possessions, Slack.LEVEL)
    for column in ("rebounds", "assists", "turnovers", "fouls"):
        yield Figure(f"team_{column}_mean", totals[column].mean(), Slack.TAIL)


def players(season: Season) -> Iterator[Figure]:
    played = season.played
    points, minutes, by_player = played["points"], played["minutes"], played.groupby("player_id")
    yield Figure("points_mean", points.mean(), Slack.LEVEL)
    yield Figure("points_std", points.std(), Slack.LEVEL)
    yield from _quantiles("points", points, Slack.POINT)
    yield Figure("no_points_share", (points == 0).mean(), Slack.SHARE)
    yield Figure("minutes_mean", minutes.mean(), Slack.LEVEL)
    yield Figure("minutes_std", minutes.std(), Slack.LEVEL)
    yield from _quantiles("minutes", minutes, Slack.TAIL)
    yield Figure("minutes_35_or_more_share", (minutes >= 35).mean(), Slack.SHARE)
    yield Figure("points_minutes_correlation", points.corr(minutes), Slack.CORRELATION)
    yield from _autocorrelations("points", played, "points")
    yield from _autocorrelations("minutes", played, "minutes")
    between = by_player["points"].transform("mean")
    yield Figure("points_variance_between_players", between.var() / points.var(), Slack.CORRELATION, OVER)
    yield Figure("points_std_within_player", (points - between).std(), Slack.LEVEL, OVER)
    means = by_player["points"].agg(["mean", "size"]).query("size >= 20")["mean"]
    yield from _quantiles("player_mean_points", means, Slack.TAIL)
    used = (played["fga"] + 0.44 * played["fta"] + played["turnovers"]).astype(float)
    share = used / used.groupby([played["game_id"], played["team"]]).transform("sum")
    yield from _quantiles("usage_share", share, Slack.TAIL)
    told = played[played["started"].notna().groupby(played["game_id"]).transform("all")]
    if len(told):
        by_start = told.groupby(told["started"].astype(bool))[["points", "minutes"]].sum()
        of_starters = by_start.loc[True] / by_start.sum()
        yield Figure("starters_share_of_points", of_starters["points"], Slack.SHARE)
        yield Figure("starters_share_of_minutes", of_starters["minutes"], Slack.SHARE)


def rosters(season: Season) -> Iterator[Figure]:
    played, absent = season.played, season.absent
    games, employers = played.groupby("player_id").size(), played.groupby("player_id")["team"].nunique()
    yield Figure("players", len(games), Slack.TAIL, OVER)
    yield Figure("players_of_several_teams_share", (employers > 1).mean(), Slack.SHARE, OVER)
    yield from (
        Figure(f"games_per_player_q{percent}", games.quantile(percent / 100), Slack.TAIL, OVER)
        for percent in (25, 50, 75)
    )
    if len(absent):
        missed = absent.groupby("player_id").size().reindex(games.index, fill_value=0)
        yield Figure("absent_per_team_game", len(absent) / len(season.sides), Slack.TAIL)
        # of those who play half a season: who hardly ever plays would drown them
        share = (missed / (missed + games))[games >= 41]
        yield Figure("regulars_missed_share_mean", share.mean(), Slack.SHARE, OVER)
        yield Figure("regulars_missed_share_std", share.std(), Slack.SHARE, OVER)


def zones(season: Season) -> Iterator[Figure]:
    sums = season.zones.drop(columns="player_id").sum(numeric_only=True)
    shots = sums[[f"{zone}_fga" for zone in ZONES]].sum()
    for name, parts in _COURT.items() if shots else ():
        attempts = sums[[f"{zone}_fga" for zone in parts]].sum()
        made = sums[[f"{zone}_fgm" for zone in parts]].sum()
        yield Figure(f"zone_{name}_share", attempts / shots, Slack.SHARE)
        yield Figure(f"zone_{name}_field_goal_percentage", made / attempts, Slack.SHARE)


def lines(season: Season) -> Iterator[Figure]:
    quoted, played = season.lines, season.played
    if quoted.empty:
        return
    of_quoted_games = played["game_id"].isin(quoted["game_id"])
    lined = quoted[quoted["points"].notna()]
    yield Figure("lined_share_of_played", len(lined) / of_quoted_games.sum(), Slack.SHARE, BROAD)
    yield Figure("lines_per_game", quoted.groupby("game_id").size().mean(), Slack.TAIL, BROAD)
    yield Figure("lined_but_not_played_share", quoted["points"].isna().mean(), Slack.RARE)
    yield from _quantiles("line", lined["line"], Slack.POINT, BROAD)
    yield Figure("line_points_correlation", lined["line"].corr(lined["points"]), Slack.CORRELATION)
    yield Figure("line_season_mean_correlation", lined["line"].corr(lined["season_mean"]), Slack.CORRELATION)
    error = lined["points"] - lined["line"]
    yield Figure("line_error_mae", error.abs().mean(), Slack.LEVEL, BROAD)
    yield Figure("line_error_std", error.std(), Slack.LEVEL, BROAD)
    yield Figure("line_error_mean", error.mean(), Slack.BIAS)
    yield Figure("over_share", (error > 0).sum() / (error != 0).sum(), Slack.SHARE)
    error_of_mean = (lined["points"] - lined["mean_before"]).dropna()
    worse = error_of_mean.abs().mean() - error[error_of_mean.index].abs().mean()
    yield Figure("mean_before_mae_above_line_mae", worse, Slack.EDGE)


def books(season: Season) -> Iterator[Figure]:
    quotes = season.quotes[season.quotes["book_type"] == "sportsbook"]
    by_line = quotes.groupby(["game_id", "player_lookup"])["line"]
    seasons = (2023, 2024, 2025)  # one book alone speaks in 2022-23
    yield Figure("books_per_line", by_line.size().mean(), Slack.TAIL, seasons)
    yield Figure("books_disagreement_std", (by_line.std() ** 2).mean() ** 0.5, Slack.TAIL, seasons)
    yield Figure("bookmaker_margin_mean", quotes["margin"].mean(), Slack.RARE)
    yield Figure("no_vig_over_mean", quotes["no_vig"].mean(), Slack.RARE)
    yield Figure("no_vig_over_std", quotes["no_vig"].std(), Slack.RARE)


def game_lines(season: Season) -> Iterator[Figure]:
    quoted = season.game_lines
    yield Figure("home_spread_mean", quoted["home_spread"].mean(), Slack.MARGIN)
    yield Figure("home_spread_std", quoted["home_spread"].std(), Slack.TAIL)
    yield Figure("spread_error_std", (quoted["margin"] + quoted["home_spread"]).std(), Slack.LEVEL)
    total = quoted["home_score"] + quoted["away_score"]
    yield Figure("total_line_std", quoted["total"].std(), Slack.TAIL)
    yield Figure("total_error_mean", (total - quoted["total"]).mean(), Slack.MARGIN)
    yield Figure("total_error_std", (total - quoted["total"]).std(), Slack.LEVEL)


def injuries(season: Season) -> Iterator[Figure]:
    """The last word on each player before tip-off, and who played all the same."""
    reported = season.injuries
    if reported.empty:
        return
    played = season.played[["game_id", "player_lookup", "points"]]
    doubted = reported[reported["status"] != "AVAILABLE"].merge(played, on=["game_id", "player_lookup"], how="left")
    yield Figure("injured_per_team_game", len(doubted) / (2 * reported["game_id"].nunique()), Slack.MONTH_LEVEL)
    yield Figure("out_share_of_injured", (doubted["status"] == "OUT").mean(), Slack.MONTH_SHARE)
    plays = doubted["points"].notna().groupby(doubted["status"]).mean()
    for status, slack in (("OUT", Slack.RARE), ("QUESTIONABLE", Slack.MONTH_SHARE), ("PROBABLE", Slack.MONTH_SHARE)):
        yield Figure(f"{status.lower()}_but_played_share", plays.get(status, float("nan")), slack)


GROUPS = (calendar, results, teams, players, rosters, zones, lines, books, game_lines, injuries)
