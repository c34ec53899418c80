"""From one number to a distribution: how far points fall from a prediction, and the chance to pass a line.

Points are whole and not negative. Their distribution is a normal cut into whole numbers: on the games of 2025 it
explains them better than a negative binomial or a gamma of the same mean and spread (log loss 3.027, 3.036, 3.104).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy.special import expit, logit, ndtr

Floats = npt.NDArray[np.float64]

CHANCES = ("predicted_std", "over_probability", "push_probability")
LEAST_VARIANCE = 1.0  # points squared
LEAST_LINED = 500  # rows against a line, without pushes: fewer calibrate nothing
_NEVER, _SURELY = 1e-6, 1 - 1e-6


@dataclass(frozen=True)
class Calibration:
    """A logistic curve: log odds of the over = intercept + model x log odds of the distribution + market x log
    odds of the price. A system that is blind to the market has no market term.
    """

    intercept: float
    model: float
    market: float


@dataclass(frozen=True)
class Distribution:
    """Points around a prediction p: centre and variance are straight lines in p, fitted on earlier games that the
    prediction had not seen. Without a calibration no probability is given.
    """

    centre: tuple[float, float]
    variance: tuple[float, float]
    calibration: Calibration | None

    def std(self, predicted: Floats) -> Floats:
        """The standard deviation in points."""
        return np.asarray(np.sqrt(np.maximum(np.polyval(self.variance, predicted), LEAST_VARIANCE)))

    def more_than(self, whole: Floats, predicted: Floats) -> Floats:
        """The probability of more than so many whole points, before calibration."""
        centre, std = np.polyval(self.centre, predicted), self.std(predicted)
        return np.asarray(ndtr((centre - whole - 0.5) / std) / ndtr((centre + 0.5) / std)).clip(0.0, 1.0)

    def push(self, line: Floats, predicted: Floats) -> Floats:
        """The probability of exactly the line: nothing for a line between whole points."""
        exactly = self.more_than(line - 1, predicted) - self.more_than(line, predicted)
        return np.where((line == np.floor(line)) | np.isnan(exactly), exactly, 0.0)

    def over_if_decided(self, line: Floats, predicted: Floats) -> Floats:
        """The probability of the over where the line is not met exactly, before calibration."""
        push = self.push(line, predicted)
        return np.asarray(self.more_than(np.floor(line), predicted) / (1.0 - push))

    def probabilities(self, predicted: pd.Series, line: pd.Series, market: pd.Series) -> pd.DataFrame:
        """`predicted_std`, and calibrated `over_probability` and `push_probability` of each row; the under is the
        rest. `market` is the price's probability of the over, null without a price that can be believed.
        """
        points, at = _floats(predicted), _floats(line)
        given = pd.DataFrame({"predicted_std": self.std(points)}, index=predicted.index)
        if self.calibration is None:
            return given.assign(over_probability=np.nan, push_probability=np.nan)
        push = self.push(at, points)
        over = calibrated(self.calibration, self.over_if_decided(at, points), _floats(market))
        return given.assign(over_probability=over * (1.0 - push), push_probability=push)


def calibrated(calibration: Calibration, model: Floats, market: Floats) -> Floats:
    """The probability of the over where it is decided; a row without a price counts as an even one."""
    odds = calibration.intercept + calibration.model * _log_odds(model) + calibration.market * _priced(market)
    return np.where(np.isnan(model), np.nan, expit(odds))


def fit(
    predicted: pd.Series, points: pd.Series, line: pd.Series, market: pd.Series, sees_the_market: bool
) -> Distribution:
    """The distribution of points around predictions that had not seen them, calibrated on those with a line."""
    p, y = _floats(predicted), _floats(points)
    centre = _straight(p, y)
    variance = _straight(p, (y - np.polyval(centre, p)) ** 2)
    raw = Distribution(centre, variance, None)
    lined = line.notna().to_numpy() & (points != line).to_numpy()
    if lined.sum() < LEAST_LINED:
        return raw
    at = _floats(line)[lined]
    model = _log_odds(raw.over_if_decided(at, p[lined]))
    over = (y[lined] > at).astype(float)
    terms = {"model": model, "market": _priced(_floats(market)[lined])}
    if not sees_the_market:
        del terms["market"]
    return Distribution(centre, variance, _fit_calibration(terms, over))


def _fit_calibration(terms: Mapping[str, Floats], over: Floats) -> Calibration:
    """A logistic regression whose slopes are not negative: more points expected never make the over less likely."""
    slopes = _logistic(list(terms.values()), over)
    found = dict(zip(terms, slopes[1:], strict=True))
    backwards = [name for name, slope in found.items() if slope < 0]
    if backwards:
        return _fit_calibration({name: term for name, term in terms.items() if name not in backwards}, over)
    return Calibration(intercept=slopes[0], model=found.get("model", 0.0), market=found.get("market", 0.0))


def _logistic(terms: list[Floats], outcome: Floats) -> list[float]:
    """Intercept and slopes of a logistic regression, by Newton's method, to six decimals."""
    x = np.column_stack([np.ones(len(outcome)), *terms])
    slopes = np.zeros(x.shape[1])
    for _ in range(25):
        p = expit(x @ slopes)
        curvature = (x * (p * (1 - p))[:, None]).T @ x + 1e-3 * np.eye(x.shape[1])
        slopes = slopes + np.linalg.solve(curvature, x.T @ (outcome - p) - 1e-3 * slopes)
    return [float(slope) for slope in np.round(slopes, 6)]


def _straight(x: Floats, y: Floats) -> tuple[float, float]:
    """Slope and intercept of the least squares, to six decimals."""
    slope, intercept = np.round(np.polyfit(x, y, 1), 6)
    return float(slope), float(intercept)


def _log_odds(probability: Floats) -> Floats:
    return np.asarray(logit(np.clip(probability, _NEVER, _SURELY)))


def _priced(market: Floats) -> Floats:
    return np.nan_to_num(_log_odds(market))


def _floats(values: pd.Series) -> Floats:
    return values.to_numpy(dtype=np.float64, na_value=np.nan)
