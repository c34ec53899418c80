"""Of many quotes one line: the latest of each book before the cutoff, and no quote from a running game."""

from __future__ import annotations

from datetime import timedelta

import ibis
import pytest
from small_league import OPENING, League, rows_of

from nba_pipeline.tables import lines, slate
from nba_pipeline.tables.raw.game_lines import CONTRACT as GAME_LINES
from nba_pipeline.tables.raw.points_props import CONTRACT as POINTS_PROPS
from nba_pipeline.tables.raw.schedule import CONTRACT as SCHEDULE


class Market:
    """Quotes on player 10 in one game; times are minutes before tip-off."""

    def __init__(self) -> None:
        self.league = League()
        self.game = self.league.game(OPENING, "ATL", "BOS")
        self.tipoff = self.league.rows["schedule"][0]["tipoff_at"]

    def quote(self, bookmaker: str, line: float, minutes: float = 60, **more) -> Market:
        at = self.tipoff - timedelta(minutes=minutes)
        self.league.quote(self.game, 10, line, at, bookmaker, **more)
        return self

    def lines(self) -> list[dict]:
        schedule = ibis.memtable(rows_of(SCHEDULE, self.league.rows["schedule"]))
        quotes = ibis.memtable(rows_of(POINTS_PROPS, self.league.rows["points_props"]))
        return lines.market_line(quotes, slate.own_tipoff(schedule)).to_pyarrow().to_pylist()

    def line(self) -> dict:
        [line] = self.lines()
        return line


def test_each_book_has_one_vote_its_latest_quote():
    line = Market().quote("a", 20.5, 300).quote("a", 21.5, 30).quote("b", 21.5).quote("c", 24.5).line()

    assert line["points_line"] == 21.5
    assert line["points_line_mean"] == 22.5
    assert line["n_books"] == 3
    assert line["line_source"] == "sportsbook"


def test_a_quote_at_or_after_the_cutoff_is_not_known():
    assert Market().quote("a", 20.5, 0).quote("b", 20.5, -10).lines() == []
    assert Market().quote("a", 20.5, 1).quote("a", 30.5, 0).line()["points_line"] == 20.5


def test_a_quote_from_play_is_refused_whatever_its_time():
    late_schedule = Market().quote("a", 20.5, 30, minutes_before_tipoff=-5.0)

    assert late_schedule.lines() == []


@pytest.mark.parametrize(
    ("quoted", "chosen"),
    [
        ([20.5, 20.5, 30.5], 20.5),  # most books
        ([20.5, 21.5, 30.5], 21.5),  # one each: nearest the mean of 24.2
        ([20.5, 21.5], 20.5),  # as near: the lower
        ([20.5, 20.5, 21.5, 21.5], 20.5),
    ],
)
def test_ties_between_lines_are_settled(quoted, chosen):
    market = Market()
    for bookmaker, line in zip("abcd", quoted, strict=False):
        market.quote(bookmaker, line)

    assert market.line()["points_line"] == chosen


def test_two_names_of_one_feed_count_once():
    line = Market().quote("betrivers", 20.5).quote("unibet_us", 20.5).quote("fanduel", 22.5).line()

    assert line["n_books"] == 2
    assert line["points_line_mean"] == 21.5


def test_dfs_counts_only_where_no_bookmaker_quotes():
    dfs = {"book_type": "dfs", "over_price": -137, "under_price": -137}
    beside = Market().quote("prizepicks", 19.5, **dfs).quote("fanduel", 21.5).line()
    alone = Market().quote("prizepicks", 19.5, **dfs).quote("underdog", 19.5, **dfs).line()

    assert (beside["points_line"], beside["n_books"], beside["line_source"]) == (21.5, 1, "sportsbook")
    assert (alone["points_line"], alone["n_books"], alone["line_source"]) == (19.5, 2, "dfs")
    assert alone["over_price"] is alone["under_price"] is alone["market_over_probability"] is None


def test_a_consensus_votes_beside_the_books_and_tells_how_many_it_counts():
    consensus = {"book_type": "consensus", "n_books": 6}
    alone = Market().quote("consensus", 21.5, **consensus).line()
    beside = Market().quote("consensus", 21.5, **consensus).quote("fanduel", 22.5).line()

    assert (alone["n_books"], alone["line_source"]) == (6, "consensus")
    assert (beside["points_line_mean"], beside["n_books"], beside["line_source"]) == (22.0, 6, "sportsbook")


def test_the_opening_line_and_the_move_are_of_the_books_whose_times_are_known():
    line = (
        Market()
        .quote("a", 20.5, 500)
        .quote("a", 22.5, 30)
        .quote("b", 21.5, 400)
        .quote("c", 30.5, 600, snapshot_known=False)
        .line()
    )

    assert line["opening_line"] == 21.0
    assert line["line_move"] == 1.0


def test_without_a_known_time_there_is_no_opening_line():
    line = Market().quote("a", 20.5, snapshot_known=False).line()

    assert line["points_line"] == 20.5
    assert line["opening_line"] is line["line_move"] is None


def test_the_market_probability_is_without_the_margin_and_of_the_lines_own_prices():
    line = (
        Market()
        .quote("a", 20.5, over_price=-120, under_price=100)
        .quote("b", 20.5, over_price=-110, under_price=-110)
        .quote("c", 20.5, over_price=-300, under_price=240)  # of another line
        .quote("d", 25.5, over_price=110, under_price=-130)
        .line()
    )

    fair = (120 / 220) / (120 / 220 + 0.5)  # 0.5217
    assert line["points_line"] == 20.5
    assert line["market_over_probability"] == pytest.approx((fair + 0.5) / 2)


def test_the_prices_are_those_of_one_book_nearest_the_market():
    quoted = [("a", -150, 120), ("b", -115, -105), ("c", -110, -110), ("d", -120, 100)]
    market = Market()
    for bookmaker, over, under in quoted:
        market.quote(bookmaker, 20.5, over_price=over, under_price=under)

    # 0.569, 0.511, 0.5 and 0.522: the mean is 0.5255
    line = market.line()
    assert (line["over_price"], line["under_price"]) == (-120, 100)


def test_a_line_without_a_sane_price_keeps_no_price():
    line = Market().quote("a", 20.5, over_price=-400, under_price=300).line()

    assert line["points_line"] == 20.5
    assert line["over_price"] is line["under_price"] is line["market_over_probability"] is None


@pytest.mark.parametrize(("price", "probability"), [(-110, 110 / 210), (100, 0.5), (-100, 0.5), (250, 100 / 350)])
def test_american_prices_as_probabilities(price, probability):
    implied = lines.implied_probability(ibis.literal(price, "int64"))

    assert implied.execute() == pytest.approx(probability)


def test_a_games_spread_and_total_are_the_books_means():
    league = League()
    game = league.game(OPENING, "ATL", "BOS")
    league.spread(game, -4.5, 220.5, "a")
    league.spread(game, -5.5, None, "b")

    cutoffs = slate.last_call(ibis.memtable(rows_of(SCHEDULE, league.rows["schedule"])))
    [line] = (
        lines.game_line(ibis.memtable(rows_of(GAME_LINES, league.rows["game_lines"])), cutoffs).to_pyarrow().to_pylist()
    )

    assert line == {"game_id": game, "home_spread": -5.0, "total": 220.5}
