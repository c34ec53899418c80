"""The scores in rows of texts, as the terminal and the page show them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from nba_pipeline.scoring.bets import BREAK_EVEN, TAKEN, USUAL_PRICE
from nba_pipeline.scoring.errors import Slice
from nba_pipeline.scoring.identical import LINED
from nba_pipeline.scoring.resampling import SMALL, Interval
from nba_pipeline.scoring.scores import Scores


@dataclass(frozen=True)
class Told:
    """A table of texts. All but the `words` are numbers."""

    title: str
    columns: Sequence[str]
    rows: Sequence[Sequence[str]]
    words: Sequence[str]

    @property
    def numbers(self) -> list[str]:
        return [column for column in self.columns if column not in self.words]


def errors(scores: Scores, population: str) -> Told:
    """The errors of a population."""
    of = scores.populations[population]
    title = f"Errors in points, {population}: {of.rows:,} player-games on {of.days} days"
    if population != LINED:
        rows = [[e.system_id, _n(e.mae), _n(e.rmse), _signed(e.bias), SMALL if e.small else ""] for e in of.errors]
        return Told(title, ["system", "MAE", "RMSE", "bias", ""], rows, ["system", ""])
    if of.errors:
        title += f"; the line's MAE is {_n(of.errors[0].line_mae)}"
    rows = [
        [
            e.system_id,
            _n(e.mae),
            _n(e.rmse),
            _signed(e.bias),
            _beside(_signed(e.minus_line), e.interval, "+.3f"),
            e.says or "",
        ]
        for e in of.errors
    ]
    return Told(title, ["system", "MAE", "RMSE", "bias", "MAE less the line's", "it is"], rows, ["system", "it is"])


def drift(scores: Scores, population: str) -> Told:
    """The bias of the last game days beside that of all before."""
    of = scores.populations[population].drift
    title = f"Bias in points, {population}"
    if of:
        title += f": since {of[0].since}, {of[0].recent.rows:,} player-games on {of[0].recent.days} days"
        title += f"; before, {of[0].before.rows:,} on {of[0].before.days}"
    rows = [
        [
            d.system_id,
            _signed(d.before.bias),
            _signed(d.recent.bias),
            _beside(_signed(d.difference), d.interval, "+.3f"),
            d.says,
        ]
        for d in of
    ]
    return Told(title, ["system", "before", "of late", "of late less before", "it is"], rows, ["system", "it is"])


def coverage(scores: Scores, population: str) -> Told:
    """What each system predicts, and what it alone takes from the comparison."""
    of = scores.populations[population]
    return Told(
        f"Coverage, {population}: {of.rows:,} player-games are predicted by every system",
        ["system", "played", "predicted", "share", "lost by it alone"],
        [
            [c.system_id, f"{c.played:,}", f"{c.predicted:,}", _percent(c.predicted / c.played), f"{c.lost_alone:,}"]
            for c in of.coverage
            if c.played
        ],
        ["system"],
    )


def chances(scores: Scores) -> Told:
    """The probabilities, the market's first."""
    of = scores.probabilities
    return Told(
        f"Probability of the over: {of.rows:,} priced player-games on {of.days} days, {of.pushes:,} pushes left out, "
        f"{of.unpriced:,} without price or probability",
        ["system", "Brier", "log loss", "calibr. (chance)", "Brier less market's", "it is"],
        [
            [
                c.system_id,
                _n(c.brier, 5),
                _n(c.log_loss, 5),
                f"{c.calibration_error:.4f} ({c.by_chance:.4f})",
                _beside(_signed(c.brier_minus_market, 5), c.interval, "+.4f"),
                c.says or "",
            ]
            for c in of.chances
        ],
        ["system", "it is"],
    )


def bets(scores: Scores, system_id: str) -> Told:
    """The bets of a system by edge."""
    return Told(
        f"Bets on the side of {system_id}",
        ["edge", "bets", "days", "won", "return", ""],
        [
            [
                b.edge,
                f"{b.rows:,}",
                f"{b.days}",
                _beside(_percent(b.hit_rate), b.hit_interval, ".1%"),
                _beside(_percent(b.profit, sign="+"), b.profit_interval, "+.1%"),
                SMALL if b.small else "",
            ]
            for b in scores.bets
            if b.system_id == system_id and b.rows
        ],
        ["edge", ""],
    )


def prices(scores: Scores) -> str:
    """What the bets are paid at, in a sentence."""
    placed = sum(b.rows for b in scores.bets if b.edge != TAKEN)
    usual = placed - sum(b.quoted for b in scores.bets if b.edge != TAKEN)
    unquoted = f"; {usual:,} of {placed:,} without one at {USUAL_PRICE:g}" if usual else ""
    return (
        f"One unit on the side of the prediction at the quoted price{unquoted}. Edges are in points. "
        f"At {USUAL_PRICE:g}, {_percent(BREAK_EVEN)} of wins break even."
    )


def parts(title: str, slices: Sequence[Slice]) -> Told:
    """The errors by some part: one row a part, one column a system."""
    systems = [e.system_id for e in slices[0].errors] if slices else []
    with_line = bool(slices) and slices[0].errors[0].line_mae is not None
    rows = []
    for one in slices:
        first = one.errors[0]
        line = [_n(first.line_mae)] if with_line else []
        small = SMALL if first.small else ""
        rows.append([one.name, f"{first.rows:,}", f"{first.days}", *line, *[_n(e.mae) for e in one.errors], small])
    columns = ["part", "rows", "days", *(["the line"] if with_line else []), *systems, ""]
    return Told(title, columns, rows, ["part", ""])


def bins(scores: Scores, system_id: str) -> Told:
    """What was said of the over and what came, in groups of equal size."""
    (of,) = [c for c in scores.probabilities.chances if c.system_id == system_id]
    return Told(
        system_id,
        ["said", "came", "95 %", "games"],
        [[_percent(b.said), _percent(b.came), _interval(b.interval, ".1%"), f"{b.rows:,}"] for b in of.bins],
        [],
    )


def _n(value: float | None, decimals: int = 3) -> str:
    return "" if value is None else f"{value:.{decimals}f}"


def _signed(value: float | None, decimals: int = 3) -> str:
    return "" if value is None else f"{value:+.{decimals}f}"


def _percent(value: float | None, sign: str = "") -> str:
    return "" if value is None else f"{value:{sign}.1%}"


def _beside(value: str, interval: Interval | None, form: str) -> str:
    """A value with its interval."""
    return f"{value} ({_interval(interval, form)})" if interval else value


def _interval(interval: Interval | None, form: str) -> str:
    return "" if interval is None else f"{interval.low:{form}} … {interval.high:{form}}"
