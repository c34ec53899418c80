"""What the market says before a moment: one points line per player, one spread and total per game."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir
from ibis import _

KEY = ("game_date", "game_id", "player_lookup")

# Two names of one feed count as one book.
_SAME_FEED = {"unibet_us": "betrivers", "bet365_alt": "bet365"}

# Best first. A dfs line has no market price and counts only where no bookmaker quotes the player.
LINE_SOURCES = ("sportsbook", "consensus", "dfs")
_CONSENSUS, _DFS = LINE_SOURCES.index("consensus"), LINE_SOURCES.index("dfs")

# A no-vig probability further from a half belongs to another line than the one it stands beside.
_FAIR_WITHIN = 0.10

NO_AMERICAN_PRICE = "a number between -100 and 100, which is no American price"


def american(price: ir.Deferred) -> ir.Deferred:
    """The price, null where no book can quote it."""
    return (price.abs() >= 100).ifelse(price, ibis.null("int64"))


def implied_probability(price: ir.NumericValue) -> ir.NumericValue:
    """The probability, with the bookmaker's margin, that an American price pays for."""
    return (price < 0).ifelse(price.abs(), 100) / (price.abs() + 100)


def no_vig_over(over_price: ir.NumericValue, under_price: ir.NumericValue) -> ir.NumericValue:
    """The probability of the over without the bookmaker's margin."""
    over, under = implied_probability(over_price), implied_probability(under_price)
    return over / (over + under)


def market_line(quotes: ir.Table, cutoffs: ir.Table) -> ir.Table:
    """One row per game and player from `points_props`: what the books quoted last before `cutoff_at`.

    `cutoffs` holds `game_id` and `cutoff_at`. Each book has one vote, its latest quote.

    - points_line: the line that most books quote; in a tie the one nearest the mean, then the lower
    - points_line_mean: the mean over the books
    - opening_line, line_move: means over the books whose quotes have a known time: the first one, and the
      latest less the first
    - n_books: distinct books, or what a consensus counts if that is more
    - line_source: the best kind among the quotes, of `LINE_SOURCES`
    - market_over_probability: the no-vig mean of the books at points_line, without prices of another line
    - over_price, under_price: of the one book at points_line whose probability is nearest that mean
    """
    books = _book_quotes(_known(quotes, cutoffs))
    player = ibis.window(group_by=KEY)
    alike = ibis.window(group_by=[*KEY, _.line.cast("string")])  # BigQuery partitions by no float
    books = books.mutate(votes=_.count().over(alike), mean=_.line.mean().over(player))
    by_votes = ibis.window(group_by=KEY, order_by=[_.votes.desc(), (_.line - _.mean).abs(), _.line])
    books = books.mutate(points_line=_.line.first().over(by_votes)).drop("votes", "mean")
    books = books.mutate(fair=(_.line == _.points_line).ifelse(_.fair, ibis.null("float64")))
    # rounded, so that two engines that add in different orders agree on a tie
    distance = (_.fair - _.fair.mean().over(player)).abs().round(6)
    books = books.mutate(distance=distance)
    typical = ibis.window(group_by=KEY, order_by=[_.fair.isnull(), _.distance, _.book])
    books = books.mutate(typical=(ibis.row_number().over(typical) == 0) & _.fair.notnull())
    return books.group_by(KEY).agg(
        points_line=_.points_line.max(),
        points_line_mean=_.line.mean(),
        opening_line=_.opening_line.mean(),
        line_move=_.line_move.mean(),
        n_books=ibis.greatest((_.source != _CONSENSUS).sum(), _.n_books.fill_null(1).max()),
        line_source=_.source.min().cases(*enumerate(LINE_SOURCES)),
        over_price=_.over_price.max(where=_.typical),
        under_price=_.under_price.max(where=_.typical),
        market_over_probability=_.fair.mean(),
    )


def quoted_players(quotes: ir.Table, cutoffs: ir.Table) -> ir.Table:
    """The names that `market_line` has a line for: game_date, game_id, player_lookup, each once."""
    return _before(quotes, cutoffs).select(KEY).distinct()


def _before(quotes: ir.Table, cutoffs: ir.Table) -> ir.Table:
    """Quotes from before the cutoff and the game."""
    return quotes.inner_join(cutoffs, "game_id").filter(
        _.snapshot_at < _.cutoff_at,
        _.minutes_before_tipoff.isnull() | (_.minutes_before_tipoff > 0),
    )


def _known(quotes: ir.Table, cutoffs: ir.Table) -> ir.Table:
    """Quotes from before the cutoff and the game; dfs only where nobody else quotes the player."""
    known = _before(quotes, cutoffs)
    kinds = [(kind, rank) for rank, kind in enumerate(LINE_SOURCES)]
    known = known.select(
        *KEY,
        *("bookmaker", "snapshot_at", "snapshot_known", "line", "over_price", "under_price", "n_books"),
        book=_.bookmaker.substitute(_SAME_FEED),
        source=_.book_type.cases(*kinds),
    )
    best = _.source.min().over(ibis.window(group_by=KEY))
    return known.mutate(best=best).filter((_.source != _DFS) | (_.best == _DFS)).drop("best")


def _book_quotes(known: ir.Table) -> ir.Table:
    """The latest quote of each book with its fair probability, its opening line and its move."""
    book = [*KEY, "book"]
    latest = ibis.window(group_by=book, order_by=[_.snapshot_at.desc(), _.bookmaker, _.line])
    timed_first = ibis.window(group_by=book, order_by=[~_.snapshot_known, _.snapshot_at, _.bookmaker, _.line])
    quotes = known.mutate(
        rank=ibis.row_number().over(latest),
        opening_line=_.line.first().over(timed_first),
        over=no_vig_over(_.over_price, _.under_price),
    ).filter(_.rank == 0)
    sane = (_.source != _DFS) & ((_.over - 0.5).abs() <= _FAIR_WITHIN)
    quotes = quotes.mutate(
        fair=sane.ifelse(_.over, ibis.null("float64")),
        opening_line=_.snapshot_known.ifelse(_.opening_line, ibis.null("float64")),
    )
    return quotes.mutate(line_move=_.line - _.opening_line).drop("rank", "over", "bookmaker", "snapshot_at")


def game_line(game_lines: ir.Table, cutoffs: ir.Table) -> ir.Table:
    """One row per game: the means over the books before `cutoff_at` of home_spread and of total."""
    known = game_lines.inner_join(cutoffs, "game_id").filter(_.quoted_at < _.cutoff_at)
    return known.group_by("game_id").agg(home_spread=_.home_spread.mean(), total=_.total.mean())
