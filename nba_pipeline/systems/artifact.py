"""The points model as it is kept: a text without code in it, and every reason to refuse it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import lightgbm as lgb
import numpy as np
import pandas as pd

from nba_pipeline.game_day import Days, playing_days
from nba_pipeline.models import ModelRefused, ModelStore
from nba_pipeline.systems.distribution import Calibration, Distribution
from nba_pipeline.systems.regression import Regressions

CHALLENGER, CHAMPION = "challenger", "champion"

# An older cutoff that keeps serving is two months behind at the end of its third; a summer ages no model.
LONGEST_SERVICE = 93  # days of a season

_KIND = "nba points model"


@dataclass(frozen=True)
class PointsModel:
    """Which regressions serve the days of a month, and what was learned from games that they had not seen.

    - regressions: their name in the store; serves: whether they are the month's own or an older cutoff's
    - cutoff: the month's first day; nothing from it on was seen
    - challenger_mae, champion_mae: mean absolute error of newer and older regressions on the last month before
    - weights, market_share: see `ensemble_v1` and `market_aware_v1`
    - distributions: by system
    - evidence_from, evidence_until, evidence_rows, evidence_lined: the games that all this was fitted on
    """

    cutoff: date
    regressions: str
    serves: str
    reason: str
    challenger_mae: float
    champion_mae: float | None
    weights: Mapping[str, float]
    market_share: float | None
    distributions: Mapping[str, Distribution]
    evidence_from: date
    evidence_until: date
    evidence_rows: int
    evidence_lined: int

    def text(self) -> str:
        days = {name: getattr(self, name).isoformat() for name in ("cutoff", "evidence_from", "evidence_until")}
        distributions = {
            system_id: d.__dict__ | {"calibration": d.calibration and d.calibration.__dict__}
            for system_id, d in self.distributions.items()
        }
        document = self.__dict__ | {"kind": _KIND, "distributions": distributions} | days
        return json.dumps(document, sort_keys=True, allow_nan=False)

    @classmethod
    def from_text(cls, text: str) -> PointsModel:
        """Raises ModelRefused where the text is of something else."""
        document = json.loads(text)
        if not isinstance(document, dict) or document.pop("kind", None) != _KIND:
            raise ModelRefused(f"the model is no {_KIND}; make points_model again")
        for name in ("cutoff", "evidence_from", "evidence_until"):
            document[name] = date.fromisoformat(document[name])
        document["distributions"] = {s: _distribution(d) for s, d in document["distributions"].items()}
        return cls(**document)


def _distribution(document: Mapping[str, object]) -> Distribution:
    fields = dict(document)
    calibration = fields["calibration"]
    fields["calibration"] = Calibration(**calibration) if isinstance(calibration, dict) else None
    fields |= {name: tuple(fields[name]) for name in ("centre", "variance")}  # type: ignore[arg-type]  # two numbers
    return Distribution(**fields)  # type: ignore[arg-type]  # the document has the fields of a distribution


@dataclass(frozen=True)
class Serving:
    """A model that may be used on certain days, with its regressions."""

    model: PointsModel
    regressions: Regressions


def open_model(name: str, store: ModelStore, days: Sequence[date], features: Sequence[str]) -> Serving:
    """The model of that name, if it fits the days and the features. Raises ModelRefused with the reason."""
    model = PointsModel.from_text(store.load(name))
    regressions = Regressions.from_text(store.load(model.regressions))
    for misfit in (
        _trained_on_the_future(model, regressions, min(days)),
        _too_old(regressions, max(days)),
        _other_features(regressions, features),
        _other_library(regressions),
    ):
        if misfit:
            raise ModelRefused(f"the points model {name[:16]} {misfit}")
    return Serving(model, regressions)


def test_predict(serving: Serving) -> None:
    """Predict a player of whom nothing is known and one of whom all is zero. Raises ModelRefused without numbers."""
    features = list(serving.regressions.features)
    expected = serving.regressions.predict(
        pd.DataFrame([[np.nan] * len(features), [0.0] * len(features)], columns=features)
    )
    if not np.isfinite(expected.to_numpy()).all():
        raise ModelRefused("a new points model does not predict; look at the features that it was trained on")


def _trained_on_the_future(model: PointsModel, regressions: Regressions, first: date) -> str | None:
    seen = max(model.cutoff, regressions.cutoff)
    if seen > first or max(model.evidence_until, regressions.trained_until) >= first:
        return f"has seen games until {seen} and cannot predict {first}; make points_model of that day again"
    return None


def _too_old(regressions: Regressions, last: date) -> str | None:
    age = sum(len(part) for part in playing_days(Days(regressions.cutoff, last)))
    if age > LONGEST_SERVICE:
        return (
            f"is stale: {age} days of the season lie between its cutoff {regressions.cutoff} and {last}, at most "
            f"{LONGEST_SERVICE} may; make points_model of that day again"
        )
    return None


def _other_features(regressions: Regressions, features: Sequence[str]) -> str | None:
    if list(regressions.features) == list(features):
        return None
    changed = sorted(set(regressions.features) ^ set(features)) or ["their order"]
    return f"was trained on other features ({', '.join(changed[:5])}); make points_model again"


def _other_library(regressions: Regressions) -> str | None:
    was, now = regressions.versions["lightgbm"], lgb.__version__
    if was.split(".")[0] == now.split(".")[0]:
        return None
    return f"was trained with LightGBM {was}, this is {now}; make points_model again"
