"""The simulated league looks like real ones, and the measure of that tells when a league does not."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

import pandas as pd
import pyarrow as pa
import pytest
from league_measures import EVERY, Figure, Slack, injuries
from league_season import Season, load, long_after
from realism import Bound, bounds_of, measure, read, real_days, strays, table

from nba_pipeline.game_day import Days, eastern, season_days, season_name
from nba_pipeline.sources.answers import ANSWERS, completed
from nba_pipeline.sources.archive import ArchiveSource
from nba_pipeline.sources.base import Answer, Source

DAY = date(2026, 1, 15)
SEASON = 2024  # the newest whole season of the archive


@dataclass(frozen=True)
class Told:
    """A source that tells these rows whatever it is asked, and nothing of other kinds."""

    rows: Mapping[str, pa.Table]

    @classmethod
    def by(cls, source: Source, days: Days) -> Told:
        return cls({kind: source.parse(kind, source.fetch(kind, days, long_after(days))) for kind in ANSWERS})

    def changed(self, kind: str, change: Callable[[pd.DataFrame], pd.DataFrame]) -> Told:
        rows = change(self.rows[kind].to_pandas())
        schema = ANSWERS[kind].to_pyarrow()
        return Told({**self.rows, kind: pa.Table.from_pandas(rows, schema, preserve_index=False)})

    def fetch(self, kind: str, days: Days, as_of: datetime) -> list[Answer]:
        return []

    def parse(self, kind: str, answers: Sequence[Answer]) -> pa.Table:
        return self.rows.get(kind, ANSWERS[kind].to_pyarrow().empty_table())


@pytest.fixture(scope="module")
def real_season(archive_dir) -> Told:
    return Told.by(ArchiveSource(archive_dir), real_days(SEASON))


@pytest.fixture(scope="module")
def real_figures(real_season) -> dict[str, Figure]:
    return measure(real_season, real_days(SEASON))


@pytest.mark.slow
@pytest.mark.parametrize("seed", [7, 2026])
def test_the_simulated_league_lies_within_the_tolerances_of_real_seasons(seed):
    from nba_pipeline.sources.simulated.source import SimulatedSource

    figures = measure(SimulatedSource(seed=seed), season_days(2025))

    assert not strays(figures, read()), f"marked figures are beyond their tolerance:\n{table(figures, read())}"


def test_the_stored_figures_are_those_of_the_real_season(real_figures):
    name = season_name(SEASON)
    stored = {bound.name: bound.seasons[name] for bound in read() if name in bound.seasons}

    assert {figure: real_figures[figure].value for figure in stored} == pytest.approx(stored, abs=1e-4)


@pytest.mark.slow
def test_the_stored_bounds_are_those_of_all_real_seasons(archive_dir):
    source = ArchiveSource(archive_dir)

    assert bounds_of({season: measure(source, real_days(season)) for season in EVERY}) == read()


Change = Callable[[pd.DataFrame], pd.DataFrame]


def shuffled(column: str) -> Change:
    return lambda rows: rows.assign(**{column: rows[column].sample(frac=1, random_state=7).to_numpy()})


def swapped(one: str, other: str) -> Change:
    return lambda rows: rows.rename(columns={one: other, other: one})


def without_good_days(boxscores: pd.DataFrame) -> pd.DataFrame:
    return boxscores.assign(points=boxscores.groupby("player_id")["points"].transform("mean").round())


# What is done to a real season: the kind of answer, its change, and figures that must notice.
DISTORTIONS: Mapping[str, tuple[str, Change, set[str]]] = {
    "a_fifth_more_points": (
        "player_boxscores",
        lambda rows: rows.assign(points=(rows["points"] * 1.2).round()),
        {"points_mean", "points_std", "points_q99", "line_error_mean", "over_share"},
    ),
    "points_of_anybody": (
        "player_boxscores",
        shuffled("points"),
        {"points_autocorrelation", "points_variance_between_players", "line_points_correlation"},
    ),
    "minutes_of_anybody": (
        "player_boxscores",
        shuffled("minutes"),
        {"points_minutes_correlation", "minutes_autocorrelation", "minutes_autocorrelation_within_player"},
    ),
    "nobody_has_a_good_day": (
        "player_boxscores",
        without_good_days,
        {"points_std_within_player", "points_autocorrelation", "line_error_mae", "line_error_std"},
    ),
    "one_appearance_in_four_lost": (
        "player_boxscores",
        lambda rows: rows[rows.index % 4 > 0],
        {"players_per_team_game_mean", "lined_but_not_played_share"},
    ),
    "lines_one_point_low": (
        "points_props",
        lambda rows: rows.assign(line=rows["line"] - 1),
        {"line_error_mean", "over_share"},
    ),
    "lines_of_anybody": (
        "points_props",
        shuffled("line"),
        {"line_error_mae", "line_season_mean_correlation", "books_disagreement_std", "mean_before_mae_above_line_mae"},
    ),
    "bookmakers_without_margin": (
        "points_props",
        lambda rows: rows.assign(over_price=100, under_price=-100),
        {"bookmaker_margin_mean", "no_vig_over_std"},
    ),
    "spreads_the_wrong_way_round": (
        "game_lines",
        lambda rows: rows.assign(home_spread=-rows["home_spread"]),
        {"home_spread_mean", "spread_error_std"},
    ),
    "visitors_at_an_advantage": (
        "schedule",
        swapped("home_score", "away_score"),
        {"home_win_share", "home_margin_mean"},
    ),
    "games_on_any_day": (
        "schedule",
        shuffled("game_date"),
        {"rest_0_days_share", "rest_1_days_share", "rest_3_days_or_more_share", "back_to_backs_per_team"},
    ),
    "mid_range_shots_counted_as_threes": (
        "shot_zones",
        swapped("mid_range_fga", "above_break_3_fga"),
        {"zone_mid_range_share", "zone_above_break_3_share", "zone_mid_range_field_goal_percentage"},
    ),
}


@pytest.mark.parametrize("distortion", DISTORTIONS)
def test_a_distorted_season_leaves_the_tolerances(real_season, real_figures, distortion):
    kind, change, noticed = DISTORTIONS[distortion]

    figures = measure(real_season.changed(kind, change), real_days(SEASON))

    assert noticed & set(strays(real_figures, read())) == set()
    assert noticed - set(strays(figures, read())) == set(), table(figures, read())


def test_a_figure_that_a_league_does_not_tell_strays():
    bounds = [Bound(name, real=10.0, tolerance=1.0, reason="", seasons={}) for name in ("near", "far", "untold")]
    figures = {"near": Figure("near", 11.0, Slack.LEVEL), "far": Figure("far", 8.9, Slack.LEVEL)}

    assert strays(figures, bounds) == ["far", "untold"]
    assert [line[:2] for line in table(figures, bounds).splitlines()[1:]] == ["  ", "! ", "! "]


def test_a_tolerance_is_what_the_seasons_differ_by_and_the_slack():
    measured = {season: {"x": Figure("x", value, Slack.TAIL)} for season, value in ((2023, 90.0), (2024, 110.0))}

    [bound] = bounds_of(measured)

    assert (bound.real, bound.tolerance, bound.seasons) == (100.0, 20.0, {"2023-24": 90.0, "2024-25": 110.0})
    assert (bound.holds(80.0), bound.holds(120.1)) == (True, False)


def test_a_season_that_does_not_speak_for_a_figure_moves_no_bound():
    measured = {
        season: {"x": Figure("x", value, Slack.COUNT, (2024,))} for season, value in ((2024, 5.0), (2025, 50.0))
    }

    assert [(bound.real, bound.tolerance) for bound in bounds_of(measured)] == [(5.0, 2.0)]


TIPOFF = time(19)


def rows(kind: str, *told: dict) -> pa.Table:
    columns = {name: pa.array([row.get(name) for row in told]) for name in {name for row in told for name in row}}
    return completed(kind, columns, len(told))


def game(**more) -> dict:
    return {
        **{"game_date": DAY, "game_id": "0022500001", "season": 2025, "season_type": "Regular Season"},
        **{"tipoff_at": eastern(DAY, TIPOFF), "home_team": "BOS", "away_team": "NYK", "status": "FINAL"},
        **{"home_score": 110, "away_score": 100, "postponed": False, **more},
    }


def appearance(player_id: int, **more) -> dict:
    named = {"player_id": player_id, "player_name": f"Player {player_id}", "player_lookup": f"player{player_id}"}
    return {"game_date": DAY, "game_id": "0022500001", "team": "BOS", "status": "PLAYED", "points": 20, **named, **more}


def quote(at: time, line: float, player: int = 7, over_price: int = -110, under_price: int = -110) -> dict:
    return {
        **{"game_date": DAY, "home_team": "BOS", "away_team": "NYK", "bookmaker": "fanduel", "book_type": "sportsbook"},
        **{"player_name": f"Player {player}", "player_lookup": f"player{player}", "line": line},
        **{"over_price": over_price, "under_price": under_price},
        **{"snapshot_at": eastern(DAY, at), "snapshot_known": True},
    }


def report(at: time, player: int, status: str) -> dict:
    named = {"player_name": f"Player {player}", "player_lookup": f"player{player}"}
    return {"game_date": DAY, "report_at": eastern(DAY, at), "team": "BOS", "status": status, **named}


def evening(quotes: Sequence[dict] = (), reports: Sequence[dict] = ()) -> Season:
    """One game in which player 7 plays and player 8 does not, though he did two days before."""
    eve = {"game_id": "0022500000", "game_date": date(2026, 1, 13)}
    told = {
        "schedule": [game(**eve, tipoff_at=eastern(eve["game_date"], TIPOFF)), game()],
        "player_boxscores": [appearance(7), appearance(8, **eve)],
        "points_props": quotes,
        "injury_report": reports,
    }
    return load(Told({kind: rows(kind, *of_kind) for kind, of_kind in told.items() if of_kind}), Days.only(DAY))


def test_of_several_quotes_the_last_balanced_one_before_the_tipoff_counts():
    early, late, live = quote(time(10), 18.5), quote(time(18, 59), 19.5), quote(TIPOFF, 30.5)
    alternate = quote(time(18, 59), 14.5, over_price=-500, under_price=350)

    [line] = evening(quotes=[early, alternate, late, live]).lines.to_dict("records")

    assert (line["line"], line["points"]) == (19.5, 20)


def test_a_lined_player_who_does_not_play_is_a_late_scratch_and_a_strange_name_is_none():
    lines = evening(quotes=[quote(time(10), 9.5, player=player) for player in (7, 8, 9)]).lines

    assert lines[["player_lookup", "points"]].fillna(-1).to_numpy().tolist() == [["player7", 20], ["player8", -1]]


def test_the_last_report_before_the_tipoff_counts():
    told = [(time(9), 7, "OUT"), (time(17), 7, "QUESTIONABLE"), (time(20), 7, "OUT"), (time(9), 8, "OUT")]

    figures = {figure.name: figure.value for figure in injuries(evening(reports=[report(*word) for word in told]))}

    assert figures["questionable_but_played_share"] == 1
    assert (figures["out_but_played_share"], figures["out_share_of_injured"]) == (0, 0.5)
    assert figures["injured_per_team_game"] == 1
