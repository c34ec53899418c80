"""Regressions of points on the features: a ridge, and boosted trees on what it leaves. Everything is fixed: equal rows
in equal order give equal coefficients and equal trees.

Form is worth about what a straight line says, and trees draw a line in hundreds of steps. So the ridge draws it, and
the trees learn where it bends. They fit absolute errors, for that is what a prediction is measured by.

On opening nights nobody has an average of the season, and no game that was trained on may ever have lacked one. So
neither sees that a feature is missing: both see what is to be expected of it by the features that are known. And
nobody has played for half a year, which a line drawn through a week's rest would take for the end of a career: two
weeks without a game are as long as any.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import lightgbm as lgb
import numpy as np
import numpy.typing as npt
import pandas as pd

from nba_pipeline.models import ModelRefused

SEED = 7
ROUNDS = 200
PARAMETERS: Mapping[str, object] = {
    "objective": "regression_l1",
    "learning_rate": 0.06,
    "num_leaves": 31,
    "min_data_in_leaf": 200,
    "feature_fraction": 0.5,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "lambda_l2": 5.0,
    "max_bin": 63,
    "seed": SEED,
    "deterministic": True,
    "force_row_wise": True,
    "num_threads": 1,  # threads that wait for each other cost more than they bring on a busy machine
    "verbosity": -1,
}
RIDGE_PENALTY = 100.0  # in rows: small beside the thousands that there are
LONGEST: Mapping[str, float] = {"days_since_last_game": 14.0}  # what a longer one says, this one says as well

VERSIONS: Mapping[str, str] = {"lightgbm": lgb.__version__, "numpy": np.__version__}

BOOSTED, RIDGE = "boosted", "ridge"
BASE = "base"  # what is expected of anybody, before a look at a feature

_KIND = "nba points regressions, trees on a ridge, missing features filled in"

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Ridge:
    """A linear regression on standardized features.

    `moments` are the products of each two features, on average over the training rows, with the penalty. By them a
    missing feature is filled in with what a ridge on the known ones expects of it. That predicts the points exactly as
    the ridge on the known features alone would: eliminate the others from its normal equations.
    """

    mean: Sequence[float]
    scale: Sequence[float]
    moments: Sequence[Sequence[float]]
    coefficients: Sequence[float]
    intercept: float

    def filled(self, values: Floats) -> Floats:
        """The features, each that is missing as the known ones of its row have it; one row per row."""
        mean, scale, moments = np.array(self.mean), np.array(self.scale), np.array(self.moments)
        standard = (values - mean) / scale
        for rows in _equally_known(standard):
            known = ~np.isnan(standard[rows[0]])
            if known.all():
                continue
            by_known = np.linalg.solve(moments[np.ix_(known, known)], moments[np.ix_(known, ~known)])
            standard[np.ix_(rows, ~known)] = standard[np.ix_(rows, known)] @ by_known
        # to six decimals: the last bits depend on how many threads a machine sums with
        return np.where(np.isnan(values), np.round(standard * scale + mean, 6), values)

    def predict(self, filled: Floats) -> Floats:
        return np.asarray(self.contributions(filled).sum(axis=1) + self.intercept)

    def contributions(self, filled: Floats) -> Floats:
        """Points that each feature adds to the intercept."""
        return np.asarray((filled - np.array(self.mean)) / np.array(self.scale) * np.array(self.coefficients))


@dataclass(frozen=True)
class Regressions:
    """What was learned from the rows before a cutoff. `trees` is LightGBM's text."""

    features: Sequence[str]
    cutoff: date
    trained_from: date
    trained_until: date
    rows: int
    versions: Mapping[str, str]
    ridge: Ridge
    trees: str

    @cached_property
    def _loaded(self) -> lgb.Booster:
        return lgb.Booster(model_str=self.trees)

    def predict(self, rows: pd.DataFrame) -> pd.DataFrame:
        """Expected points by the ridge with the boosted trees on it, and by the ridge alone; never negative."""
        values = self.ridge.filled(matrix(rows, self.features))
        ridge = self.ridge.predict(values)
        expected = {BOOSTED: ridge + self._loaded.predict(values, num_threads=1), RIDGE: ridge}
        return pd.DataFrame(expected, index=rows.index).clip(lower=0.0)

    def contributions(self, rows: pd.DataFrame) -> pd.DataFrame:
        """Points that each feature adds, by ridge and trees, to what both expect, one column each, and BASE: together
        they are that expectation, before it is kept from being negative. A missing feature adds what others say of it.
        """
        values = self.ridge.filled(matrix(rows, self.features))
        parts = np.asarray(self._loaded.predict(values, pred_contrib=True, num_threads=1))
        parts[:, :-1] += self.ridge.contributions(values)
        parts[:, -1] += self.ridge.intercept
        return pd.DataFrame(parts, index=rows.index, columns=[*self.features, BASE])

    def text(self) -> str:
        document = self.__dict__ | {
            "kind": _KIND,
            "features": list(self.features),
            **{name: getattr(self, name).isoformat() for name in ("cutoff", "trained_from", "trained_until")},
            "ridge": self.ridge.__dict__,
        }
        document.pop("_loaded", None)
        return json.dumps(document, sort_keys=True, allow_nan=False)

    @classmethod
    def from_text(cls, text: str) -> Regressions:
        """Raises ModelRefused where the text is of something else."""
        document = json.loads(text)
        if not isinstance(document, dict) or document.pop("kind", None) != _KIND:
            raise ModelRefused(f"the model is no {_KIND}; train it again")
        for name in ("cutoff", "trained_from", "trained_until"):
            document[name] = date.fromisoformat(document[name])
        return cls(**document | {"ridge": Ridge(**document["ridge"])})


def matrix(rows: pd.DataFrame, features: Sequence[str]) -> Floats:
    """The features in their order, NaN where a value is missing, and none over its LONGEST."""
    values = rows[list(features)].to_numpy(dtype=np.float64, na_value=np.nan)
    return np.asarray(np.minimum(values, [LONGEST.get(feature, np.inf) for feature in features]))


def train(rows: pd.DataFrame, features: Sequence[str], cutoff: date) -> Regressions:
    """Learn `points` from rows in the order of their keys, all of them before the cutoff."""
    values, points = matrix(rows, features), rows["points"].to_numpy(dtype=np.float64)
    ridge = _ridge(values, points)
    filled = ridge.filled(values)
    # to four decimals, as points are stored: see `_ridge` on the last bits
    left = np.round(points - ridge.predict(filled), 4)
    return Regressions(
        features=list(features),
        cutoff=cutoff,
        trained_from=rows["game_date"].min(),
        trained_until=rows["game_date"].max(),
        rows=len(rows),
        versions=dict(VERSIONS),
        ridge=ridge,
        trees=_trees(filled, left),
    )


def _equally_known(values: Floats) -> Iterable[npt.NDArray[np.intp]]:
    """The numbers of the rows that know the same features, together."""
    patterns = pd.DataFrame(np.packbits(~np.isnan(values), axis=1))
    return [np.asarray(rows) for rows in patterns.groupby(list(patterns.columns)).indices.values()]


def _trees(values: Floats, left: Floats) -> str:
    parameters = dict(PARAMETERS)
    data = lgb.Dataset(values, left, params=parameters, free_raw_data=False)
    text: str = lgb.train(parameters, data, ROUNDS).model_to_string()
    return text


def _ridge(values: Floats, points: Floats) -> Ridge:
    known = ~np.isnan(values)
    count = np.maximum(known.sum(axis=0), 1)
    mean = np.where(known, values, 0.0).sum(axis=0) / count
    deviation = np.where(known, values - mean, 0.0)
    scale = np.sqrt((deviation**2).sum(axis=0) / count)
    scale[scale == 0.0] = 1.0
    standard = deviation / scale
    intercept = points.mean()
    moments = (standard.T @ standard + RIDGE_PENALTY * np.eye(values.shape[1])) / len(values)
    coefficients = np.linalg.solve(moments, standard.T @ (points - intercept) / len(values))
    # to ten decimals: the last bits depend on how many threads a machine sums with
    rounded = [np.round(part, 10).tolist() for part in (mean, scale, moments, coefficients, intercept)]
    return Ridge(*rounded)
